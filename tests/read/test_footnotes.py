"""Footnotes: first lines that only look like them, then footnotes of text files, then those at the foot of pages."""

from __future__ import annotations

import pytest

from ciextract.document import BlockKind
from ciextract.read import read_document
from ciextract.read.footnotes import footnote_lines, starts_footnote
from ciextract.read.lines import PhysicalLine
from ciextract.read.plain import read_plain

OPEN = "The partners had written down together what each of the teams would do in the"
REST = "months that were to come, and families were asked what they made of it."
NOTE = "¹ Glenmore council (2020), A plan for every child."


def notes(text):
    lines = read_plain(text.encode()).lines
    return [lines[index].text for index in sorted(footnote_lines(lines, frozenset(), None)[0])]


def rules(text):
    lines = read_plain(text.encode()).lines
    return [lines[index].text for index in sorted(footnote_lines(lines, frozenset(), None)[1])]


def blocks(text):
    document = read_document(text.encode())
    return [(block.kind, document[block.span]) for block in document.blocks]


def printed(text, top, size=11.0, page=1, raised=()):
    box = (70.0, top, 70.0 + 0.45 * size * len(text), top + size)
    return PhysicalLine(text, page=page, box=box, size=size, raised=raised)


def notes_on(lines):
    found, _ = footnote_lines(tuple(lines), frozenset(), 11.0)
    return [lines[index].text for index in sorted(found)]


BODY = [printed(OPEN, 100.0 + 15 * row) for row in range(10)]


# Text: what is no footnote


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1 The first of them.", id="a number"),
        pytest.param("1. The first of them.\n2. The second.", id="a numbered list"),
        pytest.param("• One\n• two", id="bullets"),
        pytest.param("- One\n- two", id="dashes"),
        pytest.param("12 children were seen.", id="a sentence that begins with a number"),
        pytest.param("²\tcell\n³\tother", id="cells"),
        pytest.param(f"{OPEN}¹\n{REST}", id="a marker in the text"),
        pytest.param("¹", id="a marker alone"),
        pytest.param("***", id="stars alone"),
    ],
)
def test_lines_that_only_look_like_footnotes_stay_text(text):
    assert notes(text) == []


@pytest.mark.parametrize("text", ["* One\n* two\n* three", "We saw:\n\n* One thing\n\n* two things"])
def test_starred_items_are_no_footnotes(text):
    assert notes(text) == []


def test_stars_around_words_are_no_footnote():
    assert notes("*All names were changed*, as families wished.") == []


# Text: footnotes


@pytest.mark.parametrize("marker", ["¹", "²³", "⁴ ", "†", "*", "‡ "])
def test_a_line_that_begins_with_a_raised_marker_is_a_footnote(marker):
    assert len(notes(f"{OPEN} year.\n\n{marker}Glenmore council (2020).")) == 1


def test_a_footnote_goes_on_to_the_blank_line():
    assert len(notes(f"{OPEN} year.\n\n{NOTE}\nSecond edition.\n\n{REST}")) == 2


def test_a_footnote_is_one_line_where_each_line_is_a_paragraph():
    text = "\n".join((f"{OPEN} year.", NOTE, *(9 * [f"{OPEN} year."])))
    assert len(notes(text)) == 1


@pytest.mark.parametrize("rule", ["---", "-----------------", "———", "–––", "_"])
def test_a_rule_above_a_footnote_is_set_aside(rule):
    text = f"{OPEN} year.\n\n{rule}\n1 Glenmore council (2020).\n\n{REST}"
    assert rules(text) == [rule]
    assert notes(text) == ["1 Glenmore council (2020)."]


@pytest.mark.parametrize("rule", ["___", "____", "____________________"])
def test_a_rule_of_underscores_above_a_footnote_is_set_aside(rule):
    text = f"{OPEN} year.\n\n{rule}\n1 Glenmore council (2020)."
    assert (rules(text), notes(text)) == ([rule], ["1 Glenmore council (2020)."])


def test_a_number_below_something_else_than_a_rule_is_no_footnote():
    assert notes("Summary\n\n1 Glenmore council (2020).") == []


@pytest.mark.parametrize("between", [f"\n\n{NOTE}\n\n", f"\n\n{NOTE}\nSecond edition.\n\n", f"\n\n---\n{NOTE}\n\n"])
def test_a_sentence_goes_on_behind_a_footnote(between):
    first, second = blocks(f"{OPEN}{between}{REST}")
    assert first == (BlockKind.PARAGRAPH, f"{OPEN} {REST}")
    assert second[0] is BlockKind.FOOTNOTE
    assert second[1].startswith("1 Glenmore council")


def test_two_footnotes_in_a_sentence_are_two():
    found = blocks(f"{OPEN}\n\n{NOTE}\n\n² See the annex.\n\n{REST}")
    assert [kind for kind, _ in found] == [BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.FOOTNOTE]
    assert found[0][1] == f"{OPEN} {REST}"


def test_a_finished_footnote_does_not_swallow_the_sentence_that_it_interrupts():
    assert blocks(f"{OPEN}\n{NOTE}\n{REST}")[0] == (BlockKind.PARAGRAPH, f"{OPEN} {REST}")


# What begins a footnote


@pytest.mark.parametrize(
    "text",
    ["1 The plan", "12The plan", "3. The plan", "* The plan", "† The plan", "4 “A plan”", "5 https://example.org"],
)
def test_a_small_line_with_a_marker_begins_a_footnote(text):
    assert starts_footnote(PhysicalLine(text))


@pytest.mark.parametrize("text", ["The plan 1", "plan", "2,500 people", "1 of 12", "10% of them", "", "1"])
def test_a_small_line_without_a_marker_begins_none(text):
    assert not starts_footnote(PhysicalLine(text))


def test_a_raised_beginning_begins_a_footnote():
    assert starts_footnote(PhysicalLine("1of them", raised=((0, 1),)))
    assert not starts_footnote(PhysicalLine("of them1", raised=((7, 8),)))


# Pages


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*BODY, printed("1 Glenmore council (2020).", 700.0)], id="as large as the text"),
        pytest.param([*BODY, printed("Source: Glenmore council.", 700.0, 8.0)], id="without a marker"),
        pytest.param([*BODY[:5], printed("1 A label", 180.0, 8.0), *BODY[6:]], id="above text"),
        pytest.param([printed(f"{n} A row of figures", 90.0 + 12 * n, 8.0) for n in range(9)], id="a small page"),
        pytest.param([*BODY, printed("1 Glenmore council.", 700.0, 10.6)], id="hardly smaller"),
    ],
)
def test_lines_of_a_page_that_only_look_like_footnotes_stay_text(lines):
    assert notes_on(lines) == []


def test_small_lines_at_the_foot_from_the_first_marker_on_are_footnotes():
    foot = [
        printed("1 Glenmore council (2020), A plan for", 700.0, 8.0),
        printed("every child.", 710.0, 8.0),
        printed("2 https://example.org/plan", 720.0, 8.0),
    ]
    assert notes_on([*BODY, *foot]) == [line.text for line in foot]


def test_a_small_source_line_above_the_footnotes_is_none():
    foot = [printed("Source: a survey.", 690.0, 8.0), printed("1 Glenmore council.", 710.0, 8.0)]
    assert notes_on([*BODY, *foot]) == ["1 Glenmore council."]


def test_footnotes_are_looked_for_on_each_page_apart():
    second = [printed(OPEN, 100.0, page=2), printed("2 The annex.", 700.0, 8.0, page=2)]
    assert notes_on([*BODY, printed("1 The plan.", 700.0, 8.0), *second]) == ["1 The plan.", "2 The annex."]
