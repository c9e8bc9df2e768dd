"""Running heads, running feet and page numbers: first the lines that only look like them, then each kind."""

from __future__ import annotations

import dataclasses

import pytest

from ciextract.read import read_document
from ciextract.read.furniture import furniture
from ciextract.read.lines import PhysicalLine, SourceLines
from ciextract.read.plain import read_plain

HEAD = "Services for children in Glenmore"
OPEN = "The partners had written down together what each of the teams would do in the"
REST = "months that were to come, and families were asked what they made of it."
OTHER = "Young people were proud of the cafe that they had opened, and of the way in which"
ANOTHER = "it was run by a group of them, with help from two of the youth workers."
DONE = "By the end of that winter most families had a plan that they had helped to write."
WORDS = ("One", "Two", "Three", "Four", "Five", "Six")
SIZE = (595.0, 842.0)


def taken(text):
    """The lines of a text file that are set aside."""
    reading = read_plain(text.encode())
    return [reading.lines[index].text.strip() for index in sorted(furniture(reading))]


def printed(text, page, top, left=70.0):
    return PhysicalLine(text, page=page, box=(left, top, left + 5.0 * len(text), top + 11.0), size=11.0)


def book(pages):
    """A PDF of pages, each a list of (text, top)."""
    lines = tuple(printed(text, number, top) for number, page in enumerate(pages, 1) for text, top in page)
    return SourceLines(lines, "embedded", "application/pdf", pages=len(pages), page_sizes=(SIZE,) * len(pages))


def taken_from(pages):
    """(page, text) of the lines that are set aside."""
    reading = book(pages)
    return [(reading.lines[index].page, reading.lines[index].text) for index in sorted(furniture(reading))]


def body(lines=12):
    """A page of text that repeats nothing at its edges."""
    return [(DONE, 150.0 + 40.0 * number) for number in range(lines)]


# Text: what must stay


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{OPEN}\n{HEAD}\n{REST}", id="once in a sentence"),
        pytest.param(f"{HEAD}\n\n{DONE}\n\n{HEAD}\n\n{OPEN}\n{REST}", id="twice, between paragraphs"),
        pytest.param(f"Strengths\n\n{DONE}\n\nStrengths\n\n{OTHER}\n{ANOTHER}\n\nStrengths\n\n{DONE}", id="a label"),
        pytest.param(f"• Listen\n\n{DONE}\n\n• Listen\n\n{DONE}", id="an item"),
        pytest.param("Area\tGrade\nNorth\tGood\n\nArea\tGrade\nSouth\tGood", id="a head row"),
        pytest.param(f"Children aged\n12\nto\n15\n\n{DONE}", id="bare numbers"),
        pytest.param(f"{OPEN}\n\n4\n\n{REST}", id="a bare number within a sentence"),
        pytest.param("4\n\nschools\n\n120\n\npupils", id="key facts"),
        pytest.param(f"{DONE}\n\nv\n\n{DONE}", id="a single letter"),
        pytest.param("Page 3 sets out the plan.\n\nSee page 4 of 12 for more.", id="pages in a sentence"),
        pytest.param("mixed\n\nlivid\n\nvivid", id="words of roman letters among others"),
    ],
)
def test_text_that_only_looks_like_furniture_stays(text):
    assert taken(text) == []


def test_a_paragraph_that_is_printed_twice_keeps_all_of_its_lines():
    paragraph = "At each of the reviews that we saw, the chair and the family of\nGlenmore boys sat\nside by side."
    assert taken(f"{paragraph}\n\n{DONE}\n\n{paragraph}") == []


# Text: page numbers


@pytest.mark.parametrize(
    "number",
    [
        "Page 3",
        "page 3 of 25",
        "3 of 25",
        "3 | Page",
        "Page | 3",
        "- 3 -",
        "3/25",
        "p. 3",
        "P3",
        "iv",
        "xii",
        "XLII",
        "PAGE 3",
    ],
)
def test_page_numbers_are_taken(number):
    assert taken(f"{OPEN}\n\n{number}\n\n{REST}") == [number]


def test_bare_numbers_that_count_up_beside_page_breaks_are_page_numbers():
    assert taken(f"{OPEN}\n\n4\n\f{REST}\n\n5\n\f{DONE}\n\n6\n\f") == ["4", "5", "6"]


# Text: running heads


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_line_that_comes_again_and_stands_within_a_sentence_is_a_running_head(gap):
    text = gap.join([OPEN, HEAD, REST]) + "\n\n" + gap.join([OTHER, HEAD, ANOTHER])
    assert taken(text) == [HEAD, HEAD]


def test_a_running_head_is_taken_everywhere_when_one_of_its_places_gives_it_away():
    assert taken(f"{HEAD}\n\n{DONE}\n\n{HEAD}\n\n{OPEN}\n\n{HEAD}\n\n{REST}") == [HEAD] * 3


def test_a_cover_line_in_the_words_of_the_running_head_stays():
    cover = f"Council of the Isles\n\n{HEAD}\n\n5 May 2023\n\n{DONE}"
    text = f"{cover}\n\n{OPEN}\n\n{HEAD}\n\n{REST}\n\n{OTHER}\n\n{HEAD}\n\n{ANOTHER}"
    assert taken(text) == [HEAD, HEAD]


def test_the_first_running_head_is_none_of_a_cover_that_says_the_same_above_it():
    cover = f"A report on {HEAD[:12].lower()}\n{HEAD[13:]}\n5 May 2023"
    pages = "\n\n".join(f"{HEAD}\n{word}. {DONE}\nPage {number} of 7" for number, word in enumerate(WORDS, 2))
    assert taken(f"{cover}\n\n{pages}").count(HEAD) == len(WORDS)


def test_a_cover_line_above_the_last_line_of_its_page_stays():
    cover = f"Council of the Isles\n\n{HEAD}\n\n5 May 2023\n\f"
    pages = "\f".join(f"{HEAD}\n\n{word}. {DONE}\n\n" for word in WORDS)
    assert taken(cover + pages) == [HEAD] * len(WORDS)


def test_running_heads_may_differ_in_their_number():
    text = f"{OPEN}\n\nGlenmore report 4\n\n{REST}\n\n{OTHER}\n\nGlenmore report 5\n\n{ANOTHER}"
    assert taken(text) == ["Glenmore report 4", "Glenmore report 5"]


def test_a_line_beside_page_breaks_on_most_pages_is_a_running_head():
    assert taken("\f".join(f"{HEAD}\n\n{word}. {DONE}\n\n" for word in WORDS))[1:] == [HEAD] * 5


def test_a_line_beside_page_numbers_is_a_running_foot():
    text = "\n\n".join(f"{word}. {DONE}\n\n{HEAD}\n\nPage {page}" for page, word in enumerate(WORDS, 1))
    assert taken(text) == [foot for page in range(1, 7) for foot in (HEAD, f"Page {page}")]


def test_a_heading_that_mostly_stands_away_from_page_breaks_stays():
    chapter = "{0}. {1}\n\nStrengths\n\n{0}, then. {1}\n\nStrengths\n\n{0}, at last. {1}\n\nSo it was for {0}.\n\n"
    assert taken("\f".join(chapter.format(word, DONE) for word in WORDS)) == []


# PDF: what must stay


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param([[(HEAD, 30.0), *body()], [(HEAD, 30.0), *body()]], id="on two pages only"),
        pytest.param([[(HEAD, 400.0)], [(HEAD, 400.0)], [(HEAD, 400.0)]], id="in the middle of pages"),
        pytest.param(
            [[(HEAD, 30.0), *body()], [(HEAD, 60.0), *body()], [(HEAD, 95.0), *body()]], id="at other heights"
        ),
        pytest.param([[(f"{word} {HEAD}", 30.0), *body()] for word in ("One", "Two", "Six")], id="other words"),
        pytest.param([[("1", 400.0), *body(3)], [("2", 400.0)], [("3", 400.0)]], id="numbers in the middle"),
        pytest.param([[("134", 30.0), *body()], [("90", 60.0)], [("52", 95.0)]], id="numbers that do not count"),
        pytest.param(
            [[("²", 30.0), *body()], [("³", 30.0)]],
            id="raised numbers",
        ),
        pytest.param([[("12,500", 30.0), *body()]], id="a number with a comma"),
        pytest.param([[("20212", 30.0), *body()]], id="a number too long for a page"),
        pytest.param([[(DONE * 2, 30.0)], [(DONE * 2, 30.0)], [(DONE * 2, 30.0)]], id="a long line"),
    ],
)
def test_lines_of_pages_that_only_look_like_furniture_stay(pages):
    assert taken_from(pages) == []


# PDF: what goes


@pytest.mark.parametrize("number", ["Page 3", "3 of 25", "iv", "- 3 -"])
@pytest.mark.parametrize("top", [25.0, 800.0])
def test_page_numbers_at_an_edge_are_taken(number, top):
    assert taken_from([[(number, top), *body()]]) == [(1, number)]


@pytest.mark.parametrize("first", [1, 2, 14])
@pytest.mark.parametrize("top", [25.0, 800.0])
def test_bare_numbers_that_count_with_the_pages_are_page_numbers(first, top):
    pages = [[(str(first + page), top), *body()] for page in range(4)]
    assert len(taken_from(pages)) == 4


def test_page_numbers_that_swap_sides_are_taken():
    lines = tuple(printed(str(page), page, 800.0, left=70.0 if page % 2 else 500.0) for page in range(1, 5))
    reading = SourceLines(lines, "embedded", "application/pdf", pages=4, page_sizes=(SIZE,) * 4)
    assert furniture(reading) == {0, 1, 2, 3}


@pytest.mark.parametrize("top", [25.0, 800.0])
def test_a_line_at_the_same_height_on_three_pages_is_taken(top):
    pages = [[(HEAD, top + drift), *body()] for drift in (0.0, 4.0, -3.0)]
    assert taken_from(pages) == [(1, HEAD), (2, HEAD), (3, HEAD)]


def test_running_heads_with_the_page_number_in_them_are_taken():
    pages = [[(f"{HEAD} {page}", 25.0), *body()] for page in range(1, 5)]
    assert len(taken_from(pages)) == 4


@pytest.mark.parametrize(
    "feet",
    [
        ("They met in May 1", "They met in June 7", "They met in July 9"),  # do not count with the pages
        ("They met 1", "They met 2"),  # too few
        ("They met 1", "She came 2", "All was over by 2019"),
    ],
)
def test_lines_that_end_in_numbers_at_the_foot_of_pages_stay(feet):
    assert taken_from([[*body(), (foot, 800)] for foot in feet]) == []


def test_names_of_sections_with_the_number_of_their_page_are_taken():
    feet = ("Introduction | 1", "Key messages | 2", "Key messages | 3", "Statement 1 | 4")
    assert [text for _, text in taken_from([[*body(), (foot, 800)] for foot in feet])] == list(feet)
    heads = ("7 Introduction", "8 Key messages", "9 Conclusion")
    assert [text for _, text in taken_from([[(head, 40), *body()] for head in heads])] == list(heads)


def test_both_lines_of_a_running_foot_in_small_type_are_taken():
    reading = book(
        [[*body(), ("Safer because risks are", 796 - 2 * page), (f"found | {page}", 806)] for page in (1, 2, 3)]
    )
    small = tuple(
        line._replace(size=8.0, box=(line.box[0], line.box[1], line.box[2], line.box[1] + 9.0))
        if line.box[1] > 780
        else line
        for line in reading.lines
    )
    found = furniture(dataclasses.replace(reading, lines=small))
    assert [small[index].text for index in sorted(found)][:2] == ["Safer because risks are", "found | 1"]
    assert len(found) == 6


def test_heads_that_differ_on_left_and_right_pages_are_taken():
    pages = [[("Glenmore" if page % 2 else HEAD, 25.0), *body()] for page in range(6)]
    assert len(taken_from(pages)) == 6


def test_a_title_in_the_words_of_the_running_head_stays():
    pages = [[(HEAD, 300.0)], *([(HEAD, 25.0), *body()] for _ in range(3))]
    assert taken_from(pages) == [(2, HEAD), (3, HEAD), (4, HEAD)]


@pytest.mark.parametrize(("step", "letters"), [(17, "ABCD"), (14, "ABCDEFG")], ids=["apart", "close"])
def test_more_furniture_than_lines_are_looked_at_leaves_the_inner_ones_unless_they_stand_close(step, letters):
    pages = [[(f"{word} of Glenmore", 10.0 + step * k) for k, word in enumerate("ABCDEFG")] for _ in range(3)]
    taken = {text for _, text in taken_from([page + body() for page in pages])}
    assert taken == {f"{letter} of Glenmore" for letter in letters}


def test_a_single_page_has_no_running_lines():
    assert taken_from([[(HEAD, 25.0), *body(), (HEAD, 800.0)]]) == []


def test_lines_without_a_box_are_left_alone():
    lines = (PhysicalLine("Page 3", page=1), PhysicalLine(DONE, page=1))
    reading = SourceLines(lines, "embedded", "application/pdf", pages=1, page_sizes=(SIZE,))
    assert furniture(reading) == frozenset()


@pytest.mark.parametrize(
    "labels", [("Message 2", "Message 5", "Message 9"), ("2.1 Safety", "2.4 Safety", "3.3 Safety")]
)
def test_numbered_labels_that_happen_to_begin_pages_stay(labels):
    assert taken_from([[(label, 40.0), *body()] for label in labels]) == []


def test_large_page_labels_are_taken():
    labels = [printed(f"A-{page}", page, 800.0)._replace(size=18.0) for page in range(1, 5)]
    assert furniture(pages_of(*labels, pages=4)) == frozenset(range(4))


@pytest.mark.parametrize("mark", ["{}. How good is the help that", "{} How good is the help that", "Chapter {}"])
def test_large_headings_of_chapters_that_each_fill_a_page_stay(mark):
    heads = [printed(mark.format(page), page, 40.0)._replace(size=18.0) for page in range(1, 5)]
    assert furniture(pages_of(*heads, pages=4)) == frozenset()


@pytest.mark.parametrize(
    "heads", [("Part 1", "Part 1", "Part 2", "Part 2"), ("5 of 9 | Glenmore", "6 of 9 | Glenmore", "7 of 9 | Glenmore")]
)
def test_running_lines_whose_numbers_come_again_or_count_with_the_pages_are_taken(heads):
    assert [text for _, text in taken_from([[(head, 40.0), *body()] for head in heads])] == list(heads)


def test_headings_below_the_first_line_of_a_page_stay():
    about = ("Safety", "Planning", "Taking part", "Leading", "Learning")
    pages = [
        f"{word} in the area\n\nKey messages\n\n1. A message about {word}.\n\nProse on {word}.\n\nMore on {word}."
        for word in about
    ]
    text = read_document("\n\f".join(pages).encode()).text
    assert text.count("Key messages") == 5


def small(text, page, top, raised=()):
    return printed(text, page, top)._replace(size=8.0, raised=raised)


def pages_of(*lines, pages):
    filled = [printed(text, page, top) for page in range(1, pages + 1) for text, top in body()]
    return SourceLines((*lines, *filled), "embedded", "application/pdf", pages=pages, page_sizes=(SIZE,) * pages)


def test_notes_that_differ_by_their_number_alone_stay():
    notes = [small(f"{page} From the count of 202{page}", page, 760.0, ((0, 1),)) for page in (1, 2, 3)]
    assert furniture(pages_of(*notes, pages=3)) == set()


def test_small_type_below_the_margin_of_one_page_stays():
    assert furniture(pages_of(small(HEAD, 1, 60.0), pages=1)) == set()


def test_small_type_in_the_margin_of_one_page_is_taken():
    assert furniture(pages_of(small(HEAD, 1, 25.0), pages=1)) == {0}


def test_small_type_that_comes_again_on_both_of_two_pages_is_taken():
    assert furniture(pages_of(small(HEAD, 1, 60.0), small(HEAD, 2, 60.0), pages=2)) == {0, 1}


TITLE = "What we saw of services in Glenmore"


def test_the_title_of_the_cover_with_a_rising_number_behind_it_is_a_running_line():
    text = f"{TITLE}\n\nMay 2024\n\n{TITLE} 2\n\nForeword\n\n{DONE}\n\n{TITLE} 3\n\n{DONE}"
    assert taken(text) == [f"{TITLE} 2", f"{TITLE} 3"]
    first, last = TITLE.split(" of ")
    wrapped = text.replace(TITLE, f"{first}\nof {last}", 1)
    assert taken(wrapped) == [f"{TITLE} 2", f"{TITLE} 3"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Key message 1", "Key message 2", "Key message 3"],
        ["What we will do next year 1", "What we will do next year 2"],
        [f"{TITLE} 3", f"{TITLE} 2"],
        [f"{TITLE} 2"],
    ],
    ids=["labels", "no title", "falling", "once"],
)
def test_lines_with_numbers_are_none_where_no_title_has_them_or_they_do_not_rise(lines):
    body = "\n\n".join(f"{line}\n\n{DONE}" for line in lines)
    assert taken(f"{TITLE}\n\nMay 2024\n\n{body}") == []
