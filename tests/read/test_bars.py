"""Tables drawn with bars in text: what is none first, then rows open and closed, ruled off or not, places kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.read.bars import rows_of_bars
from ciextract.read.plain import read_plain


def rows(text):
    """The cells of each row of all tables."""
    found: dict[tuple[int, int], list[str]] = {}
    for line in read_plain(text.encode()).lines:
        if line.cell is not None:
            found.setdefault((line.cell.table, line.cell.row), []).append(line.text)
    return list(found.values())


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | Contact us",
        "Tel 01234 | office hours\nFax 01235 | office hours",
        "Tests | drawn | with bars\nand a line of prose below it | once more",
        "Page 1 | Board\n\nPage 2 | Board\n\nPage 3 | Board",
        "one|two\nthree|four\nfive|six",
        "----\ntext\n----",
        "a + b\nc + d\ne + f",
        "Introduction ..... 3\nWhat happens next ..... 12\nNotes ..... ix",
        "We waited ..... and then they came",
        "Name ..... Post .....\nName ..... Post .....",
    ],
)
def test_bars_between_words_alone_make_no_table(text):
    assert rows(text) == []


def test_rows_that_are_open_at_the_sides_make_one_from_three_on():
    text = "Homes | Council\nSchools | Council\nClinics | Health board"
    assert rows(text) == [["Homes", "Council"], ["Schools", "Council"], ["Clinics", "Health board"]]


def test_two_rows_make_one_below_known_names_of_columns():
    assert rows("Indicator | Grade\n2.1 Safety | Good") == [["Indicator", "Grade"], ["2.1 Safety", "Good"]]


@pytest.mark.parametrize("rule", ["--- | ---", "|---|---|", ":--|--:", "----+----"])
def test_a_line_of_dashes_rules_rows_off_and_is_none(rule):
    assert rows(f"Who | Where\n{rule}\nCarers | Town hall") == [["Who", "Where"], ["Carers", "Town hall"]]


def test_a_grid_of_dashes_and_crosses_is_no_text():
    grid = "+-----+-----+\n| Who | Way |\n+=====+=====+\n| Ann | Bus |\n+-----+-----+"
    assert rows(grid) == [["Who", "Way"], ["Ann", "Bus"]]


def heads(text):
    return [line.text for line in read_plain(text.encode()).lines if line.cell is not None and line.bold]


def test_a_rule_below_the_first_row_alone_makes_it_the_head():
    assert heads("What | How many\n---|---\nVisits | 12\nTalks | 4") == ["What", "How many"]
    assert heads("+--+--+\n| What | How many |\n+--+--+\n| Visits | 12 |\n| Talks | 4 |\n+--+--+") == [
        "What",
        "How many",
    ]
    assert heads("+--+--+\n| Visits | 12 |\n+--+--+\n| Talks | 4 |\n+--+--+\n| Calls | 5 |\n+--+--+") == []
    assert heads("Visits | 12\nTalks | 4\nCalls | 5") == []


def test_numbers_before_a_bar_are_cells_not_numbers_of_paragraphs():
    assert rows("| No. | Grade |\n| 2.1 | Good |\n| 2.2 | Weak |") == [
        ["No.", "Grade"],
        ["2.1", "Good"],
        ["2.2", "Weak"],
    ]


@pytest.mark.parametrize("leader", [" ........ ", "........ ", " . . . . . ", " …… ", " ____ "])
def test_points_that_lead_from_words_to_words_make_cells(leader):
    text = f"Help for families{leader}Good\nPlans{leader}Very good"
    assert rows(text) == [["Help for families", "Good"], ["Plans", "Very good"]]


def test_words_above_and_below_a_table_are_no_rows():
    text = "Grades of the year:\nArea | Grade | Year\nFife | Good | 2019\nMoray | Weak | 2020\nSource: the reports"
    assert [len(row) for row in rows(text)] == [3, 3, 3]


@given(st.lists(st.text(alphabet="ab |-+=:.\t", max_size=30), max_size=8))
def test_each_line_keeps_its_length_or_is_a_rule(lines):
    for before, after in zip(lines, rows_of_bars(lines), strict=True):
        assert len(after) == len(before) or after == "\t"
        plain = str.maketrans("|\t.", "   ")
        assert after == "\t" or after.translate(plain).split() == before.translate(plain).split()
