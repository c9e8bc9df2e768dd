"""Text files to physical lines: what is no table and no break first, then numbered paragraphs, tables and breaks."""

from __future__ import annotations

import pytest

from ciextract.errors import LimitExceeded, NoText
from ciextract.read import plain
from ciextract.read.plain import read_plain

SENTENCE = "Carers told us that the respite they were offered came when they needed it."


def lines(text):
    return read_plain(text.encode()).lines


def texts(text):
    return [line.text for line in lines(text)]


def cells(text):
    """(table, row, column, text) of each line in a table."""
    return [
        (line.cell.table, line.cell.row, line.cell.column, line.text) for line in lines(text) if line.cell is not None
    ]


# What is no table


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "\t" + SENTENCE,
        "1.1\t" + SENTENCE,
        "1.1\t" + SENTENCE + "\n1.2\tThe same was true of young carers.",
        "12\t" + SENTENCE + "\n13\tThe same was true of young carers.",
        "3.\t" + SENTENCE,
        "2.4.1\t" + SENTENCE + "\n\t\t",
        "1.1\tThe board met monthly and\n\t\twrote down what it had agreed.",
        "1.1\tThe board met monthly.\n\tIt wrote down\n\twhat it had\n\tagreed.\n1.2\tNothing was left out.",
        "Columns | drawn | with bars",
        "Words    set    apart    by    spaces",
    ],
)
def test_text_without_columns_is_no_table(text):
    assert cells(text) == []


@pytest.mark.parametrize("text", [SENTENCE + "\t", SENTENCE + "\t\t\n" + SENTENCE, SENTENCE + " \t "])
def test_a_tab_at_the_end_of_a_line_makes_no_table(text):
    assert cells(text) == []


def test_a_paragraph_of_lines_that_begin_with_a_tab_is_no_table():
    assert cells("\tCarers told us that the respite that\n\tthey were offered came in time.") == []


# Numbered paragraphs


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("1.1\tThe board met.", "1.1", "The board met."),
        ("  7.\tThe board met.", "7.", "The board met."),
        ("12\tThe board met.", "12", "The board met."),
        ("3.2.1\tThe board\tmet.", None, None),
        ("2021\tThe board met.", None, None),
        ("a)\tThe board met.", None, None),
        ("1.1 The board met.", None, "1.1 The board met."),
    ],
)
def test_the_number_of_a_paragraph_is_its_marker(text, marker, rest):
    (first, *_) = lines(text)
    assert first.marker == marker
    if rest is not None:
        assert (first.text, first.cell) == (rest, None)


def test_each_numbered_paragraph_begins_afresh():
    assert [line.fresh for line in lines("1.1\tOne of them.\nwith a tail\n1.2\tTwo of them.")] == [True, False, True]


# Tables


def test_cells_know_their_row_and_column():
    text = "Aim\tLead\nSafer homes\tCouncil\nGood food\tHealth"
    assert cells(text) == [
        (1, 0, 0, "Aim"), (1, 0, 1, "Lead"),
        (1, 1, 0, "Safer homes"), (1, 1, 1, "Council"),
        (1, 2, 0, "Good food"), (1, 2, 1, "Health"),
    ]  # fmt: skip


def test_a_blank_line_or_a_line_without_tabs_ends_a_table():
    assert [cell[:2] for cell in cells("a\tb\n\nc\td\nwords\ne\tf")] == [(1, 0), (1, 0), (2, 0), (2, 0), (3, 0), (3, 0)]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("\tb\tc", [(1, 1, "b"), (2, 1, "c")]),
        ("a\t\tc", [(0, 1, "a"), (2, 1, "c")]),
        ("a\tb", [(0, 1, "a"), (1, 1, "b")]),
        ("all across", [(0, 3, "all across")]),
        ("all across\t\t", [(0, 3, "all across")]),
    ],
)
def test_empty_and_missing_cells_leave_the_others_in_their_column(row, place):
    text = f"x\ty\tz\n{row}\nx\ty\tz" if "\t" in row else f"x\ty\tz\n{row}\t\nx\ty\tz"
    found = [(line.cell.column, line.cell.span, line.text) for line in lines(text) if line.cell.row == 1]
    assert found == place


def test_markup_in_a_cell_is_resolved():
    first, second = lines("**Aim**\t[Lead](https://example.org/%20)")
    assert (first.text, first.bold, second.text) == ("Aim", True, "Lead")


def test_list_items_in_a_cell_are_lines_of_their_own():
    text = "Aim\tSteps\nSafer homes\t<ul><li>Ask</li><li>Listen</li></ul>"
    assert [cell[3] for cell in cells(text)] == ["Aim", "Steps", "Safer homes", "Ask", "Listen"]


# Tables and headings of markdown


@pytest.mark.parametrize("line", ["|", "||", "a | b", "| a", "b |", "#1 of them", "####### seven", "a # b"])
def test_bars_and_number_signs_elsewhere_are_text(line):
    (first,) = lines(line)
    assert (first.text, first.cell, first.level) == (line, None, None)


def test_a_table_drawn_with_bars_is_a_table_without_its_row_of_dashes():
    text = "| Aim | Lead |\n|-----|:----:|\n| Homes | Council |"
    assert cells(text) == [(1, 0, 0, "Aim"), (1, 0, 1, "Lead"), (1, 1, 0, "Homes"), (1, 1, 1, "Council")]


@pytest.mark.parametrize("row", ["| | b | c |", "|   | b | c |", "|| b | c |", "||b|c|"])
def test_an_empty_cell_between_bars_keeps_the_others_in_their_column(row):
    found = [line for line in lines(f"| x | y | z |\n{row}") if line.cell.row == 1]
    assert [(line.text, line.cell.column) for line in found] == [("b", 1), ("c", 2)]


@pytest.mark.parametrize(("line", "level"), [("# Title", 1), ("### Title", 3), ("## Title ##", 2), ("  # Title", 1)])
def test_number_signs_declare_a_heading(line, level):
    first, second = lines(f"{line}\nText below it")
    assert (first.text, first.level, first.fresh, second.level) == ("Title", level, True, None)


# Line ends and breaks


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\u2028", "\u2029", "\x85"])
def test_every_line_end_ends_a_line(end):
    found = lines(end.join(["One.", "Two.", "", "Four."]))
    assert [(line.text, line.number, line.fresh) for line in found] == [
        ("One.", 1, True), ("Two.", 2, False), ("Four.", 4, True),
    ]  # fmt: skip


def test_a_line_feed_before_a_carriage_return_is_two_line_ends():
    assert [line.number for line in lines("One.\n\rThree.")] == [1, 3]


@pytest.mark.parametrize("separator", ["\x1c", "\x1d", "\x1e", "\x1f"])
def test_information_separators_end_no_line(separator):
    assert len(lines(f"One{separator}two.")) == 1


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u3000", "\t", " \t "])
def test_a_line_of_white_space_is_blank(blank):
    assert [line.fresh for line in lines(f"One.\n{blank}\nTwo.")] == [True, True]


@pytest.mark.parametrize("text", ["One.\n\fTwo.", "One.\n\f\nTwo.", "One.\n\n\f\n\nTwo.", "One.\f\nTwo."])
def test_a_form_feed_turns_the_page(text):
    first, second = lines(text)
    assert (first.text.strip(), first.turned) == ("One.", False)
    assert (second.text.strip(), second.turned, second.fresh) == ("Two.", True, True)


def test_a_form_feed_in_the_middle_of_a_line_parts_it():
    assert [line.text.strip() for line in lines("One ends.\fThe next begins.")] == ["One ends.", "The next begins."]


def test_bold_does_not_run_over_a_blank_line():
    assert [line.bold for line in lines("**Strengths\n\nStaff met weekly.")] == [True, False]


# Places


@pytest.mark.parametrize(
    "text",
    [
        "One.\n   Indented a little.\n\nÀ la carte…",
        "One.\n\fTwo.",
        "1.1\tThe board met.",
        "Aim\tLead\nHomes\tCouncil",
        " Aim \t Lead ",
        "<p>One.</p><p>Two.</p>",
        "<ol>1. One 2. two</ol>",
        "## Strengths",
    ],
)
def test_each_line_says_where_its_characters_stand(text):
    source = text.replace("\f", " ").split("\n")
    for line in lines(text):
        assert source[line.number - 1][line.origin :].startswith(line.text)


# Limits and what is told


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\f\f"])
def test_nothing_but_white_space_is_no_text(content):
    with pytest.raises(NoText):
        read_plain(content)


def test_a_file_over_the_cap_is_refused_before_it_is_decoded(monkeypatch):
    monkeypatch.setattr(plain, "SIZE_CAP", 10)
    assert read_plain(b"x" * 10).lines
    with pytest.raises(LimitExceeded, match="11 bytes"):
        read_plain(b"x" * 11)


def test_addresses_of_links_are_dropped_beside_the_text():
    assert read_plain(b"[The plan](https://example.org/a%20b)").dropped == ((None, "https://example.org/a%20b"),)


def test_a_guessed_encoding_is_told():
    reading = read_plain(b"caf\xe9 society")
    assert [notice.code for notice in reading.notices] == ["encoding-guessed"]
    assert (reading.text_layer, reading.media_type, reading.pages) == ("plain", "text/plain", None)


def test_a_bullet_on_a_line_of_its_own_begins_the_line_below_it():
    found = lines("Our evidence came from:\n•\n\n102 records\n\n•\nmeetings with\nfamilies\n\nThat was all.\n•")
    assert [(line.text, line.item) for line in found] == [
        ("Our evidence came from:", False), ("102 records", True), ("meetings with", True), ("families", False),
        ("That was all.", False), ("•", False),
    ]  # fmt: skip


def test_a_figure_before_what_it_counts_numbers_no_paragraph():
    found = lines("64\tchildren completed our survey\n31\tparents met us")
    assert [(line.text, line.marker, line.cell.column) for line in found] == [
        ("64", None, 0), ("children completed our survey", None, 1), ("31", None, 0), ("parents met us", None, 1),
    ]  # fmt: skip
    assert lines("11\tChildren completed our survey")[0].marker == "11"
