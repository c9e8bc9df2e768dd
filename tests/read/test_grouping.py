"""Lines to paragraphs and items: first what must not be joined or parted, then what is, in text and on pages."""

from __future__ import annotations

import textwrap
import time

import pytest

from ciextract.document import BlockKind
from ciextract.read import read_document
from ciextract.read.grouping import Grouper, body_size, ends_joining, is_broken_off, same_size
from ciextract.read.joining import joined
from ciextract.read.lines import PhysicalLine

OPEN = "The partners had written down together what each of the teams would do in the"
REST = "months that were to come, and families were asked what they made of it."
DONE = "Young people ran the cafe with two of the youth workers, and were proud of it."


def blocks(text):
    """(kind, text) of each block of a text file."""
    document = read_document(text.encode())
    return [(block.kind.value, document[block.span]) for block in document.blocks]


def paragraphs(text):
    return [text for _, text in blocks(text)]


def marked(text):
    """(marker, content) of each block of a text file."""
    document = read_document(text.encode())
    return [(block.marker, document[block.content]) for block in document.blocks]


# Text: what is not joined


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Strengths", "Areas for improvement"),
        (DONE, REST.capitalize()),
        (DONE, "and then a line that begins small after a full stop."),
        ("Is it safe?", "yes, it is"),
        (f"{OPEN} months:", "what they were like"),
        ("A short label", "a line that begins small below it"),
    ],
)
def test_paragraphs_with_a_blank_line_between_stay_apart(first, second):
    assert paragraphs(f"{first}\n\n{second}") == [first, second]


@pytest.mark.parametrize("text", ["Strengths\nWeaknesses\nNext steps", "Glenmore\nMay 2021\nHeadquarters"])
def test_short_lines_below_each_other_stay_apart(text):
    assert paragraphs(text) == text.split("\n")


def test_lines_that_are_paragraphs_stay_apart_without_a_blank_line():
    long_one, long_two = " ".join([DONE] * 3), " ".join([DONE] * 4)
    assert paragraphs(f"{long_one}\n{long_two}\n{long_one}") == [long_one, long_two, long_one]


# Text: what is joined


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n", "\n\f", "\f\n", "\n \n"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (OPEN, REST),
        (f"{OPEN} months with", "Glenmore council and with families."),
        (f"{OPEN} spring,", "Easter and summer terms."),
        (f"{OPEN} months, and said", "“we were asked what we made of it”."),
    ],
)
def test_a_sentence_that_is_cut_is_one(first, second, gap):
    assert paragraphs(f"{first}{gap}{second}") == [f"{first} {second}".replace("“", '"').replace("”", '"')]


def test_a_sentence_that_a_form_feed_cuts_in_the_middle_of_a_line_is_one():
    assert paragraphs(f"{OPEN}\f{REST}") == [f"{OPEN} {REST}"]


# Text: wrapping

# At 60, 72 and 90 columns the last line of each paragraph is well short of the others.
REPORT = [
    "What Glenmore did well",
    "The partners had written down together what each of the teams would do in the months that were to come, and "
    "families were asked what they made of it. Two thirds of those who answered said that they had been listened to on "
    "each of the days of that long and busy week when we came back to see it all again.",
    "Young people ran a cafe with help from two of the youth workers. They were proud of it, and of what others said "
    "about the food – and the music – that they could have there each of the days of that long and busy week when we "
    "came back to see it all again with the help of a few of the neighbours who had lent a hand.",
    "What Glenmore can build on",
    "Workers in 12 of the 15 schools kept notes of what was said to them, but not in the other three, where nobody "
    "had asked them to. The council had seen this for itself and was about to put it right that long and busy week "
    "when we came back to see it all again with the help of a few of the neighbours who had lent a hand.",
]


def wrapped(width, gap):
    return gap.join("\n".join(textwrap.wrap(one, width, break_on_hyphens=False)) for one in REPORT)


def test_a_short_line_without_a_stop_behind_a_full_line_is_a_heading():
    prose = f"{OPEN}\n{REST}\n"
    for heading in ("Chronologies", "Help that comes early", "What comes after this visit to us", "What happens next?"):
        text = "".join((prose, prose, DONE, "\n", heading, "\n", prose))
        assert heading in paragraphs(text)
    text = "".join((prose, prose, DONE, "\n", "Chronologies.", "\n", prose))
    assert not any(one.startswith("Chronologies") for one in paragraphs(text))


def test_a_labelled_heading_behind_a_full_line_begins_anew():
    heading = "Question 3: Children and their families help to decide what is done for"
    text = f"{OPEN}\n{REST}\n{OPEN}\n{REST}\n{DONE}\n{heading}\nthem\n{OPEN}\n{REST}"
    assert f"{heading} them" in "\n".join(paragraphs(text))
    assert not any(DONE in one and heading in one for one in paragraphs(text))


@pytest.mark.parametrize("width", range(56, 104, 4))
def test_text_with_blank_lines_is_the_same_however_it_is_wrapped(width):
    assert paragraphs(wrapped(width, "\n\n")) == REPORT


@pytest.mark.parametrize("width", [60, 72, 90])
def test_text_without_blank_lines_is_the_same_however_it_is_wrapped(width):
    assert paragraphs(wrapped(width, "\n")) == REPORT


@pytest.mark.parametrize("width", [60, 72, 90])
def test_text_that_is_wrapped_and_indented_is_the_same(width):
    text = textwrap.indent(wrapped(width, "\n\n"), "    ")
    assert paragraphs(text) == REPORT


@pytest.mark.parametrize("width", [60, 72, 90])
def test_items_are_the_same_however_they_are_wrapped(width):
    items = [f"• {one}" for one in (REPORT[1], REPORT[2], REPORT[4])]
    text = "\n".join("\n".join(textwrap.wrap(one, width, subsequent_indent="  ")) for one in items)
    assert blocks(text) == [("item", one) for one in items]


# Text: items


@pytest.mark.parametrize(
    "line",
    [
        "one at a time",
        "i.e. what it says",
        "e.g. this",
        "3.5% of children",
        "12 children were seen",
        "1.5 million pounds",
        "-5 degrees",
        "*stressed* words",
        "(see annex) and more",
        "a. ",
        "•",
        "2021. That was the year",
        "A. Smith wrote it",
        "St. Andrews",
    ],
)
def test_a_line_that_only_begins_like_an_item_is_a_paragraph(line):
    assert blocks(line) == [("paragraph", line.strip())]


@pytest.mark.parametrize("marker", [*"•▪●◦‣○∙·■□➢➤✓\uf0b7\uf0a7\uf0d8", "-", "–", "*"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_bullets_of_all_kinds_begin_items(marker, between):
    text = between.join(["We saw three things:", f"{marker} plans", f"{marker} meetings and", f"{marker}   visits"])
    assert marked(text)[1:] == [(marker, "plans"), (marker, "meetings and"), (marker, "visits")]


@pytest.mark.parametrize("marker", ["o", "❖", "⁃", "✔", "◆", "\uf076", "\uf0fc", "—"])
def test_further_bullets_of_word_processors_begin_items(marker):
    text = f"We saw three things:\n{marker} plans\n{marker} meetings and\n{marker} visits"
    assert marked(text)[1:] == [(marker, "plans"), (marker, "meetings and"), (marker, "visits")]


def test_a_glyph_whose_character_no_program_knew_begins_an_item_and_is_no_number():
    text = "We saw three things:\n(cid:127) plans\n(cid:127) meetings and\n(cid:127) visits"
    assert marked(text)[1:] == [("•", "plans"), ("•", "meetings and"), ("•", "visits")]
    assert blocks("(cid:127)s were drawn") == [("paragraph", "(cid:127)s were drawn")]


@pytest.mark.parametrize(
    "markers", [("1.", "2."), ("1)", "2)"), ("(1)", "(2)"), ("a.", "b."), ("(a)", "(b)"), ("ii.", "iii.")]
)
def test_numbers_and_letters_begin_items(markers):
    one, two = markers
    assert marked(f"{one} Plans\n{two} Meetings")[0:] == [(one, "Plans"), (two, "Meetings")]


@pytest.mark.parametrize("text", ["1.1 The board met.", "12.4 The board met.", "3.2.1 “We met,” they said."])
def test_a_number_with_points_begins_a_paragraph(text):
    number, _, rest = text.partition(" ")
    assert blocks(text)[0][0] == "paragraph"
    assert marked(text) == [(number, rest.replace("“", '"').replace("”", '"'))]


def test_an_item_goes_on_in_the_next_line():
    assert marked("• plans that\nwere kept\n• visits") == [("•", "plans that were kept"), ("•", "visits")]


def test_an_item_below_a_wrapped_item_without_a_final_mark_is_an_item():
    text = "- children were met at home or at school whenever they\n  wanted that, however long the journey to them might be\n- parents were asked"
    assert [marker for marker, _ in marked(text)] == ["-", "-"]


def test_a_bullet_before_a_number_adds_nothing():
    assert marked("- 1. Plans\n- 2. Visits") == [("1.", "Plans"), ("2.", "Visits")]


@pytest.mark.parametrize("dash", ["–", "-"])
@pytest.mark.parametrize("first", [OPEN, "The partners had written down together what each of the teams would do"])
def test_a_dash_at_the_beginning_of_a_line_goes_on_with_its_sentence(first, dash):
    text = f"{first}\n{dash} and how {dash} before the spring."
    assert paragraphs(text) == [text.replace("\n", " ")]


@pytest.mark.parametrize("dash", ["–", "-", "*"])
def test_a_dash_below_a_label_begins_an_item(dash):
    assert marked(f"Strengths\n{dash} plans\n{dash} visits") == [(None, "Strengths"), (dash, "plans"), (dash, "visits")]


@pytest.mark.parametrize("number", ["12.", "3)"])
def test_a_number_at_the_beginning_of_a_line_goes_on_with_its_sentence(number):
    first = "Of the 40 families who were asked about their plans, those who had seen them were"
    assert paragraphs(f"{first}\n{number} That was a start.")[0].startswith(f"{first} {number}")


# Text: figures above their labels


@pytest.mark.parametrize("figure", ["4", "134", "12,500"])
def test_a_figure_and_the_label_below_it_are_one(figure):
    assert paragraphs(f"Key facts\n\n{figure}\n\nschools in Glenmore") == ["Key facts", f"{figure} schools in Glenmore"]


# Words of sentences


@pytest.mark.parametrize(
    "text", ["Done.", "Done?", "Done!", "Done:", "Done;", 'Done."', "Done.’", "Done.)", "Done.12", "Done. "]
)
def test_a_final_mark_ends_a_sentence(text):
    assert not is_broken_off(text)


@pytest.mark.parametrize("text", ["Done", "Done,", "Done -", "e.g. this", "Done. And", "", "Done.123", "3.5 m"])
def test_anything_else_breaks_it_off(text):
    assert is_broken_off(text)


@pytest.mark.parametrize(
    "text", ["and", "of the ", "such as", "spring,", "multi-", "re\u00ad", "then –", "and/", "see (", "AND"]
)
def test_a_sentence_must_go_on_after_these(text):
    assert ends_joining(text)


@pytest.mark.parametrize(
    "text",
    [
        "band",
        "of it.",
        "Strengths",
        "and.",
        "",
        "12",
        "Annex A2",
        "mother’s",
        "at www.example.org/",
        "see https://a.example/b/",
    ],
)
def test_a_sentence_need_not_go_on_after_these(text):
    assert not ends_joining(text)


def seconds(read, text):
    started = time.process_time()
    read(text)
    return time.process_time() - started


@pytest.mark.parametrize(
    ("read", "piece"),
    [(read, piece) for read in (is_broken_off, ends_joining) for piece in ("'", "a", "and ", "a'", "..", ")", ". ")],
)
def test_the_end_of_a_long_line_is_found_in_linear_time(read, piece):
    """Eight times as much takes eight times as long; were it quadratic, 64 times, were it cubic, 512 times."""
    short = min(seconds(read, piece * 60 + "1") for _ in range(5))
    assert min(seconds(read, piece * 480 + "1") for _ in range(2)) < 24 * max(short, 1e-5)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_sentence_without_an_end_is_joined_in_linear_time(gap):
    """Eight times as much takes eight times as long; were it quadratic, 64 times."""
    line = f"that went on and on without an end and without a point{gap}"
    short = min(seconds(read_document, (line * 60).encode()) for _ in range(3))
    assert min(seconds(read_document, (line * 480).encode()) for _ in range(3)) < 24 * short


# Sizes


def test_the_body_size_is_that_of_most_characters():
    lines = [PhysicalLine("A very large title", size=24.0), PhysicalLine(DONE, size=11.02), PhysicalLine("1", size=7.0)]
    assert body_size(lines) == 11.0
    assert body_size([PhysicalLine(DONE)]) is None
    assert body_size([]) is None


@pytest.mark.parametrize(
    ("one", "other", "same"), [(11, 11.5, True), (11, 12, False), (None, 12, True), (11, None, True)]
)
def test_sizes_that_the_eye_does_not_tell_apart_are_the_same(one, other, same):
    assert same_size(one, other) is same


# Lines by hand


def gathered(*lines, notes=(), skipped=()):
    return joined(Grouper(lines, frozenset(notes), frozenset(skipped)).gather())


def printed(text, left, top, right):
    return PhysicalLine(text, page=1, box=(left, top, right, top + 12), size=11.0)


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        ("• children were asked what they", "Made of it. Nobody minded.", 50),  # a sentence goes on
        ("• children were heard. Their views", "changed plans.", 50),
        ("• children were heard.", "Parents were too.", 70),  # at the marker
        ("• children were heard.", "Parents were too.", 90),  # set in, as lines of an item are
    ],
)
def test_lines_of_an_item_belong_to_it(first, second, left):
    assert len(gathered(printed(first, 70, 20, 400), printed(second, left, 34, 400))) == 1


def test_letters_set_apart_do_not_hide_a_number():
    (draft,) = gathered(printed("3\u2060.\u2060 W\u2060h\u2060a\u2060t", 50, 20, 400))
    assert draft.marker == "3."


def test_an_item_whose_first_line_alone_is_set_in_keeps_its_lines():
    lines = printed("• children were heard by", 70, 20, 400), printed("all.", 50, 34, 400)
    assert len(gathered(*lines, printed("Parents were too.", 50, 48, 400))) == 1


def test_a_sentence_further_to_the_left_than_the_marker_is_no_longer_of_the_item():
    lines = printed("• children were heard.", 70, 20, 400), printed("Parents were too.", 50, 34, 400)
    assert [draft.text for draft in gathered(*lines)] == [line.text for line in lines]


@pytest.mark.parametrize("date", ["7 September 2016", "Tuesday 7 September 2016", "May 2023", "12/05/2023"])
def test_a_date_alone_on_its_printed_line_stands_for_itself(date):
    lines = (
        printed("Lifelong Learning Committee", 200, 20, 400),
        printed(date, 240, 40, 360),
        printed("Report by Nobody", 210, 60, 390),
    )
    assert [draft.text for draft in gathered(*lines)] == [line.text for line in lines]


@pytest.mark.parametrize("date", ["7 September 2016.", "by 7 September 2016", "7 September 2016 and then"])
def test_a_date_within_a_sentence_does_not(date):
    lines = printed("The committee had a long look at it all on", 50, 20, 300), printed(date, 50, 34, 160)
    assert len(gathered(*lines)) == 1
    assert (
        len(gathered(printed("The Board met in Elgin on 29", 50, 20, 200), printed("November 2023", 50, 34, 150))) == 1
    )
    assert (
        len(gathered(printed("It met in the town hall on", 50, 20, 200), printed("7 September 2016", 50, 34, 160))) == 1
    )


def test_a_grade_beside_its_indicator_ends_the_row():
    rows = [(printed("Children are heard", 50, y, 200), printed("Very good", 400, y, 450)) for y in (20, 34)]
    assert [draft.text for draft in gathered(*(line for row in rows for line in row))] == [
        "Children are heard Very good"
    ] * 2
    words = [(printed("Children are heard", 50, y, 200), printed("more often", 400, y, 450)) for y in (20, 34)]
    assert len(gathered(*(line for row in words for line in row))) == 1


def test_skipped_lines_are_not_in_the_way():
    (draft,) = gathered(PhysicalLine(OPEN), PhysicalLine("Glenmore", fresh=True), PhysicalLine(REST), skipped={1})
    assert draft.text == f"{OPEN} {REST}"


def test_declared_headings_are_joined_to_nothing_but_their_own_level():
    lines = [PhysicalLine("What Glenmore", level=2), PhysicalLine("did well", level=2), PhysicalLine("and so on")]
    assert [draft.text for draft in gathered(*lines)] == ["What Glenmore did well", "and so on"]


@pytest.mark.parametrize(
    ("text", "marker"),
    [("• 2024 was a hard year", "•"), ("• 2. the plans", "2."), ("• ▪ the plans", "▪"), ("◦ (b) the plans", "◦")],
)
def test_a_bullet_before_another_marker_adds_nothing(text, marker):
    printed = Grouper([PhysicalLine(text, page=1)], frozenset(), frozenset()).gather()
    assert [draft.marker for draft in printed] == [marker]


def test_a_bullet_that_is_printed_apart_from_another_marker_adds_nothing():
    lines = [PhysicalLine(text, page=1, marker="•", fresh=True) for text in ("the plans", "2. the plans")]
    drafts = Grouper(lines, frozenset(), frozenset()).gather()
    assert [(draft.marker, draft.inside) for draft in drafts] == [("•", False), ("2.", True)]


def test_a_declared_item_without_a_marker_is_an_item():
    drafts = gathered(PhysicalLine("plans", item=True), PhysicalLine("visits", item=True))
    assert [(draft.kind, draft.marker) for draft in drafts] == [(BlockKind.ITEM, None)] * 2


def test_footnotes_are_not_joined_to_what_follows():
    first, note = gathered(PhysicalLine(OPEN), PhysicalLine("¹ The plan"), PhysicalLine(REST), notes={1})
    assert (first.text, note.kind) == (f"{OPEN} {REST}", BlockKind.FOOTNOTE)


def test_a_declared_item_does_not_go_on_in_a_paragraph_that_begins_with_a_capital():
    item = "Two thirds of young people had somebody to talk to"
    page = f"<!doctype html><main><h1>Help in Moray</h1><ul><li>{item}</li></ul><p>Leaders met.</p></main>".encode()
    texts = read_document(page).text.split("\n\n")
    assert texts[-1] == "Leaders met."
