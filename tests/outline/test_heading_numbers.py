"""Numbers of headings: in words before them, as letters, in the text of a heading that the source declares."""

import pytest
from tests.outline.invented import PROSE, STATEMENTS, cover, headings, lines, paper, record, report

MORE = "They said so in the spring, and in the autumn when they were asked again they had not changed their minds."


def page(*body):
    """A page of the web whose body is a report's."""
    front = "".join(f"<p>{line}</p>" for line in cover().split("\n\n")[1:])
    return f"<!doctype html><html><body><main><h1>{cover().split(chr(10))[0]}</h1>{front}{''.join(body)}</main></body></html>"


@pytest.mark.parametrize(
    "line",
    [
        "Section 10 of the Act was read by all who work there",
        "Chapter and verse: what was said",
        "B. We did not see this",
        "C. What we saw",
        "A small town: what we saw",
        "Sections 3 – 5 of the plan are new.",
    ],
)
def test_a_line_is_no_numbered_heading(line):
    found = headings(lines(cover(), "Introduction", PROSE, line, MORE))
    assert all(number is None for _, number, _ in found)


@pytest.mark.parametrize("sentence", ["3.1 It was cold that year", "3.1 Staff were asked to write it all down"])
def test_a_numbered_sentence_without_its_stop_is_no_heading(sentence):
    assert headings(paper("3. BACKGROUND", sentence, MORE)) == [("background", 3, "BACKGROUND")]


def test_a_title_with_a_verb_goes_on_with_the_numbers_of_headings():
    text = lines(
        cover(), "1. Introduction", PROSE, "1.1 Help for families", MORE, "1.2 Make sure that plans are kept", MORE,
        "1.4 It was cold that year", MORE,
    )  # fmt: skip
    assert [number for _, number, _ in headings(text)] == [1, "1.1", "1.2"]


@pytest.mark.parametrize("mark", [": ", " – ", " - ", ". "])
@pytest.mark.parametrize("word", ["Chapter", "Section", "SECTION"])
def test_a_word_may_stand_before_the_number(word, mark):
    text = lines(cover(), f"{word} 1{mark}Introduction", PROSE, f"{word} two{mark}What families told us", MORE)
    assert headings(text) == [("introduction", 1, "Introduction"), ("other", 2, "What families told us")]


def test_a_worded_number_heads_a_chapter_above_another_heading():
    text = lines(
        cover(), "Section 1: The setting", "Why we came", PROSE, "Section 2: What was found", "In schools", MORE
    )
    assert [(number, title) for kind, number, title in headings(text) if kind == "other"] == [
        (1, "The setting"),
        (2, "What was found"),
    ]


def test_chapters_may_have_letters():
    text = lines(cover(), "A. Introduction", PROSE, "B. Our approach", MORE, "C) Conclusion", PROSE)
    assert headings(text) == [
        ("introduction", "A", "Introduction"),
        ("approach", "B", "Our approach"),
        ("conclusion", "C", "Conclusion"),
    ]


def test_a_declared_heading_keeps_its_number_apart_from_its_title():
    body = (
        f"<h2>1. Introduction</h2><p>{PROSE}</p><h3>1.1 Who came</h3><p>{MORE}</p><h2>2) Conclusion</h2><p>{PROSE}</p>"
    )
    assert headings(page(body)) == [
        ("introduction", 1, "Introduction"),
        ("topic", "1.1", "Who came"),
        ("conclusion", 2, "Conclusion"),
    ]


def test_a_declared_heading_may_begin_with_a_number_that_is_not_its_own():
    body = f"<h2>12 months on in Moray</h2><p>{PROSE}</p><h2>2023 and after it</h2><p>{MORE}</p>"
    assert [number for _, number, _ in headings(page(body))] == [None, None]


def test_a_numbered_title_above_a_paragraph_is_a_topic():
    text = report("3.1 What the staff said", PROSE, "3.2 What the parents said", MORE)
    assert [(number, title) for kind, number, title in headings(text) if kind == "topic"] == [
        ("3.1", "What the staff said"),
        ("3.2", "What the parents said"),
    ]


@pytest.mark.parametrize(
    "below",
    [
        ["4. Nurses were asked\n5. Teachers were asked"],
        ["4. Nurses were glad of it", "• and said so"],
        ["5. Evaluations", "It went well, and everybody who had been asked said so in the end."],
    ],
)
def test_numbers_of_a_paper_that_do_not_go_on_with_its_chapters(below):
    head = [
        "1. Purpose of report",
        "1.1. It tells.",
        "2. Recommendations",
        "2.1. Note it.",
        "3. Background",
        "3.1. It ran.",
    ]
    found = record(paper(*head, *below)).sections
    assert [
        one.title for one in found if one.number in (4, 5) and one.title.startswith(("Evaluations", "Teachers"))
    ] == []


def test_a_chapter_of_a_paper_above_a_table_or_a_paragraph():
    head = [
        "1. Purpose of report",
        "1.1. It tells.",
        "2. Recommendations",
        "2.1. Note it.",
        "3. Key strengths",
        "3.1. Kind staff.",
    ]
    text = paper(
        *head, "4. Evaluations", "Quality indicator\tGrade\nImpact on families\tGood", "5. Corporate governance", PROSE
    )
    found = record(text)
    assert [(one.number, one.title) for one in found.sections][-2:] == [(4, "Evaluations"), (5, "Corporate governance")]
    assert found.key_messages == []


def test_lines_of_the_scale_are_no_headings():
    scale = "6 Excellent: outstanding work\n\n5 Very good: major strengths\n\n2 Weak - priority action"
    before = (f"Statement 4: {STATEMENTS[4]}", PROSE, "Appendix 1: The scale")
    assert headings(report(*before, scale, PROSE))[-1][0] == "appendix"


def test_a_part_of_a_chapter_that_is_worded_as_the_chapter_is_stands_below_it():
    body = (
        f"<h2>1. Introduction</h2><p>{PROSE}</p><h3>About this inspection</h3><p>{MORE}</p>"
        f"<h2>2. At a glance</h2><p>{PROSE}</p><h2>3. Conclusion</h2><p>{MORE}</p>"
    )
    found = [(one.title, one.level) for one in record(page(body)).sections if one.level]
    assert found == [("Introduction", 1), ("About this inspection", 2), ("At a glance", 1), ("Conclusion", 1)]
