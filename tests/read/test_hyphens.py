"""What stands between two lines: first the hyphens that must stay, then the ones that go."""

from __future__ import annotations

import time

import pytest

from ciextract.read.hyphens import Glue, Healer
from ciextract.read.layout import lay_out
from ciextract.read.lines import PhysicalLine, SourceLines
from ciextract.read.normal import runs
from ciextract.read.plain import read_plain

LONG = "Nobody in Glenmore who spoke with us had been asked before about what they"


def glued(before, after, document="", *, apart=False):
    """The two lines as one, where the words of ``document`` are known."""
    healer = Healer([PhysicalLine(line) for line in (*document.split("\n"), before, after)])
    glue = healer.glue(before, runs(after), apart=apart)
    return before[: len(before) - glue.drop] + glue.between + after


def text_of(text):
    return lay_out(read_plain(text.encode())).text


# Hyphens that stay


@pytest.mark.parametrize(
    ("before", "after", "document", "expected"),
    [
        ("a multi-", "agency team", "", "a multi-agency team"),
        ("a multi-", "agency team", "the multi-agency team met", "a multi-agency team"),
        ("a long-", "term plan", "a term and a long day", "a long-term plan"),
        ("a multi\u2010", "agency team", "the multi-agency team met", "a multi\u2010agency team"),
        ("a multi\u00ad", "agency team", "the multi-agency team met", "a multi\u00adagency team"),
        ("face-to-", "face visits", "", "face-to-face visits"),
        ("the Anglo-", "Scottish border", "", "the Anglo-Scottish border"),
        ("Covid-", "19 came", "", "Covid-19 came"),
        ("a non-", "NHS body", "", "a non-NHS body"),
        ("medium-", "and long-term aims", "", "medium- and long-term aims"),
        ("six-", "to eight-year-olds", "", "six- to eight-year-olds"),
        ("short-", "or long-term", "", "short- or long-term"),
        ("re-", "enter", "they reenter", "reenter"),
        ("and non\u00ad", "familial harm", "familial harm", "and non\u00adfamilial harm"),
        ("to thirty\u00ad", "one parents", "one of them", "to thirty\u00adone parents"),
        ("a half\u00ad", "day workshop", "the day came", "a half\u00adday workshop"),
        ("in low\u00ad", "income homes", "an income", "in low\u00adincome homes"),
        ("a person\u00ad", "centred plan", "it centred on her", "a person\u00adcentred plan"),
        ("the out-of\u00ad", "hours team", "the hours that", "the out-of\u00adhours team"),
        ("see www.a.example/joint-", "report.pdf", "", "see www.a.example/joint-report.pdf"),
    ],
)
def test_a_real_hyphen_stays(before, after, document, expected):
    assert glued(before, after, document) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("no hyphen", "at all"),
        ("a dash –", "after it"),
        ("a dash -", "after it"),
        ("the word—", "then more"),
        ("done.", "Next"),
        ("(inter-", "(national)"),
        ("50-", "fifty"),
    ],
)
def test_other_line_ends_are_a_space(before, after):
    assert glued(before, after, "fifty") == f"{before} {after}"


def test_a_line_that_is_set_apart_is_not_joined():
    assert glued("a multi-", "agency team", apart=True) == "a multi- agency team"


@pytest.mark.parametrize(("before", "after"), [("2018-", "19 was a good year"), ("pages 12–", "14 of it")])
def test_a_range_of_numbers_is_not_pulled_apart(before, after):
    assert glued(before, after) == before + after


# Hyphens that go


@pytest.mark.parametrize(
    ("before", "after", "document", "expected"),
    [
        ("an inspec-", "tion of it", "each inspection was", "an inspection of it"),
        ("an inspec\u2010", "tion of it", "each inspection was", "an inspection of it"),
        ("an inspec\u2010", "tion of it", "", "an inspection of it"),
        ("an inspec\u00ad", "tion of it", "", "an inspection of it"),
        ("Inspec-", "tion began", "each INSPECTION was", "Inspection began"),
        ("a well-estab-", "lished team", "an established team", "a well-established team"),
        ("the child’s fam-", "ily", "a family", "the child’s family"),
        ("some recom-", "mendations.", "Our recommendations: none", "some recommendations."),
    ],
)
def test_a_hyphen_that_only_breaks_a_word_goes(before, after, document, expected):
    assert glued(before, after, document) == expected


def test_halves_at_line_ends_do_not_count_as_words():
    healer = Healer(
        [PhysicalLine("it was in-"), PhysicalLine("side of"), PhysicalLine("the in-"), PhysicalLine("side")]
    )
    assert healer.glue("it was in-", [(0, "side of")], apart=False) == Glue("")


# In documents


@pytest.mark.parametrize(
    ("hyphen", "expected"),
    [("-", "a multi-agency"), ("\u2010", "a multiagency"), ("\u00ad", "a multiagency")],
)
def test_each_kind_of_hyphen_in_a_document(hyphen, expected):
    assert expected in text_of(f"{LONG} thought of a multi{hyphen}\nagency team that would meet each week.")


def test_soft_hyphens_within_lines_are_never_seen():
    assert text_of("Fam\u00adi\u00adlies were con\u00adtent.") == "Families were content."


@pytest.mark.parametrize("gap", ["\n\n", "\n\f"])
def test_a_hyphen_heals_over_a_blank_line_and_a_page(gap):
    text = f"Each inspection was fair.\n\n{LONG} thought of the inspec-{gap}tion that they had seen."
    assert text_of(text).endswith("thought of the inspection that they had seen.")


def test_a_hyphen_heals_in_a_text_that_is_indented():
    text = "   Nobody in Glenmore was asked about the multi-\n   agency team that they all had met before."
    assert "multi-agency team" in text_of(text)


def test_a_hyphen_heals_where_a_footnote_marker_stands_later_in_the_line():
    before = PhysicalLine(f"{LONG} thought of the multi-", page=1, box=(70.0, 100.0, 500.0, 111.0), size=11.0)
    after = PhysicalLine("agency team.1", page=1, box=(70.0, 115.0, 200.0, 126.0), size=11.0, raised=((12, 13),))
    reading = SourceLines((before, after), "embedded", "application/pdf", pages=1, page_sizes=((595.0, 842.0),))
    assert lay_out(reading).text.endswith("the multi-agency team.")


def test_the_end_of_a_long_word_is_found_in_linear_time():
    """Eight times as much takes eight times as long; were it quadratic, 64 times."""

    def seconds(count):
        healer = Healer([])
        started = time.process_time()
        healer.glue("a" * count + "1", [(0, "and more")], apart=False)
        return time.process_time() - started

    short = min(seconds(300) for _ in range(5))
    assert min(seconds(2_400) for _ in range(2)) < 24 * max(short, 1e-4)


# Addresses of the web that a line end cuts


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("at www.a.example", "in May"),
        ("at www.a.example/", "and by post"),
        ("at www.a.example.", "The next sentence"),
        ("a word ending in /", "more/less"),
    ],
)
def test_words_behind_an_address_stay_apart(before, after):
    assert glued(before, after) == f"{before} {after}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("at www.a.example/reports/", "May%20plan.pdf for all"),
        ("at www.a.example/May%20", "plan_2.pdf."),
        ("at https://a.example/report.", "pdf for all"),
        ("at www.a.example/report", "/plans"),
    ],
)
def test_an_address_goes_on_in_the_next_line(before, after):
    assert glued(before, after) == before + after


# What a document does at its line ends


def document_of(*lines):
    return lay_out(SourceLines(tuple(PhysicalLine(line) for line in lines), "embedded", "application/pdf")).text


def test_the_few_hyphens_of_a_document_that_breaks_no_words_stay():
    lines = [f"{LONG} half\u00ad", "day of it, and so it went, day by day", *[f"{LONG} might" for _ in range(120)]]
    assert "half-day of it" in document_of(*lines)


def test_a_hyphen_of_its_own_for_broken_words_leaves_the_others_alone():
    broken = [text for _ in range(4) for text in (f"{LONG} part\u2010", "nership did")]
    text = document_of(*broken, f"{LONG} full\u00ad", "blown did")
    assert "partnership" in text
    assert "full-blown" in text


BROKEN = "families who car-\nried on were help-\nful to the part-\nnership and its lead-\ners in their com-\nmunity"


def test_plain_hyphens_go_where_most_of_them_break_words():
    assert (
        text_of(BROKEN) == "families who carried on were helpful to the partnership and its leaders in their community"
    )


def test_plain_hyphens_stay_between_words_and_where_few_break_words():
    text = f"the child met him\nand a protection officer, who saw a child-\nprotection plan. {BROKEN}"
    assert "a child-protection plan" in text_of(text)
    assert text_of("families who car-\nried on were there") == "families who car-ried on were there"
