"""Rows set apart by runs of spaces: what is no table first, then tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.read.source import read_document
from ciextract.read.spaces import rows_of_spaces


def told(text):
    return rows_of_spaces(text.split("\n")).lines


def cells(text):
    return [[cell.strip() for cell in line.split("\t")] for line in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Words    set    apart    by    spaces",
        "Letters read     14\nNurses had been asked before anybody came",
        "Foreword             2\nKey messages         4\nConclusion          19",
        "Preface              i\nForeword            iv\nKey messages         4",
        "1.1    The board met each month\n1.2    It wrote down what it had agreed",
        "a)     Nurses\nb)     Teachers",
        "•      Nurses\n•      Teachers",
        "   Carers told us that they were glad\n   and that they would say so again",
        "The sun shone.    It was warm on the day.\nRain fell at night.   Nobody was out.",
        "the minister came to the opening of the new     and staff were proud of the garden that they had\n"
        "family centre, which stands beside the park     dug in the spring with the help of their families",
    ],
)
def test_these_lines_are_no_rows(text):
    assert told(text) == text.split("\n")


def test_columns_that_white_space_parts_are_cells():
    text = "Activity                 How many\nLetters read             14\nMeetings with nurses     9"
    assert cells(text) == [["Activity", "How many"], ["Letters read", "14"], ["Meetings with nurses", "9"]]


def test_numbers_set_to_the_right_are_cells():
    text = "Letters read               14\nMeetings with nurses        9"
    assert cells(text) == [["Letters read", "14"], ["Meetings with nurses", "9"]]


def test_an_empty_cell_keeps_its_column():
    text = "Nurses      May      late\nTeachers             early\nDrivers     June"
    assert cells(text) == [["Nurses", "May", "late"], ["Teachers", "", "early"], ["Drivers", "June"]]


def test_lines_around_the_rows_stay_as_they_are():
    text = "What we did\nLetters     14\nVisits      9\nThat was all."
    assert [cells(text)[0], cells(text)[3]] == [["What we did"], ["That was all."]]
    assert cells(text)[1:3] == [["Letters", "14"], ["Visits", "9"]]


@given(st.lists(st.text(alphabet="ab1 .\t", max_size=24), min_size=1, max_size=5))
def test_every_line_keeps_its_length_and_its_words(lines):
    made = rows_of_spaces(lines).lines
    assert [len(line) for line in made] == [len(line) for line in lines]
    assert [line.split() for line in made] == [line.split() for line in lines]


def test_a_row_with_a_figure_below_an_empty_cell_goes_on_with_nothing():
    text = "2019     Fife      12\n         Moray     15\n2020     Fife      11"
    assert told(text) == text.split("\n")


def test_cells_go_on_in_lines_that_leave_the_first_cell_empty():
    text = (
        " Process     Stronger practice         Weaker practice\n Reviews     Almost three quarters     Just over a third\n"
        "             good or better            adequate\n Plans       Half of them\n             were good\n"
        " Files       Most                      Few"
    )
    assert _table(text) == [
        ["Process", "Stronger practice", "Weaker practice"],
        ["Reviews", "Almost three quarters good or better", "Just over a third adequate"],
        ["Plans", "Half of them were good", ""],
        ["Files", "Most", "Few"],
    ]


def test_a_lone_row_across_from_a_line_over_the_whole_width_is_one_of_the_table():
    text = (
        "Quality indicator               Evaluation\nHow well are the lives of children improving?\n"
        "Impact on children              Good\nImpact on families              Weak\n"
        "How good is the leadership of those who plan?\nLeadership of change            Good"
    )
    assert [row[0] for row in _table(text)] == [
        "Quality indicator", "How well are the lives of children improving?", "Impact on children", "Impact on families",
        "How good is the leadership of those who plan?", "Leadership of change",
    ]  # fmt: skip


def test_a_figure_below_words_goes_on_with_them():
    text = "Area       Grade for quality indicator\n           2.1\nFife       Good\nMoray      Weak"
    assert _table(text)[0] == ["Area", "Grade for quality indicator 2.1"]


def test_blank_lines_between_rows_part_no_table():
    text = "Area      Grade\n\nFife      Good\n          and better\n\nMoray     Weak\n\nThat is all."
    assert _table(text) == [["Area", "Grade"], ["Fife", "Good and better"], ["Moray", "Weak"]]


def test_blank_lines_between_lines_of_other_columns_part_them():
    text = "Area      Grade\nFife      Good\n\nPlans of the board           June\nFiles of the board           May"
    assert len(read_document(text.encode()).tables) == 2


def test_prose_that_is_set_in_beside_rows_stays_prose():
    text = "    Letters     14\n    Visits      9\n    All of these were read by two of us in the spring of the year."
    assert cells(text)[2] == ["All of these were read by two of us in the spring of the year."]


def test_the_first_cell_of_a_row_goes_on_in_a_line_that_begins_small():
    text = (
        "Activity                How many\nLetters of families     14\nwho wrote\n"
        "Meetings with nurses    11\nMeetings with carers    9\n"
    )
    assert _rows(text) == ["Activity", "Letters of families who wrote", "Meetings with nurses", "Meetings with carers"]
    assert len(_rows(text.replace("who wrote", "From schools"))) == 5


def _rows(text):
    """The first cell of every row of the text's table."""
    return [row[0] for row in _table(text)]


def _table(text):
    """The cells of the text's table, row by row."""
    document = read_document(text.encode())
    (table,) = document.tables
    return [[document[cell] for cell in row.cells] for row in table.rows]
