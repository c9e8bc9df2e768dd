"""Rows to whole tables: first tables that must stay apart and rows that are no head, then what is put together."""

from __future__ import annotations

import pytest

from ciextract.read import read_document
from ciextract.read.grouping import Grouper, TableDraft
from ciextract.read.layout import lay_out
from ciextract.read.lines import CellPlace, PhysicalLine, SourceLines
from ciextract.read.table_rows import cell_text, whole_tables

HEAD = ["Aim", "Lead", "Date"]
HOMES = ["Safer homes for each child", "Council", "May"]
FOOD = ["Good food in all schools", "Health board", "June"]


def tables(text):
    """(head rows, rows as tuples of cells) of each table of a text file."""
    document = read_document(text.encode())
    return [
        (table.header, [tuple(document[cell] for cell in row.cells) for row in table.rows]) for table in document.tables
    ]


def text_of(*rows):
    return "\n".join("\t".join(row) for row in rows)


def table_on(page, number, *rows, bold=False, across=()):
    """The lines of a printed table; a row is a list of cells, an empty cell is ''."""
    columns = max(map(len, rows))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell:
                span = columns if row in across else 1
                place = CellPlace(number, row, column, span, columns)
                yield PhysicalLine(cell, page=page, size=11.0, bold=bold and row == 0, cell=place, fresh=True)


def boxed(lines, left, top):
    """The lines with boxes: rows below each other from ``top``, columns beside each other from ``left``."""
    for line in lines:
        x, y = left + 60.0 * line.cell.column, top + 20.0 * line.cell.row
        yield line._replace(box=(x, y, x + 50.0, y + 11.0))


def merged(*lines):
    """(head rows, rows as lists of cells) of each table, and the texts of head rows that only came again."""
    drafts, repeated = whole_tables(Grouper(tuple(lines), frozenset(), frozenset()).gather())
    found = [draft for draft in drafts if isinstance(draft, TableDraft)]
    shown = [(table.header, [[cell_text(cell) for cell in row] for row in table.rows]) for table in found]
    return shown, [line.text for line in repeated]


# Tables that stay apart


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(text_of(["Who", "How many", "When"], ["Parents", "40", "May"]), id="another head"),
        pytest.param(text_of(["Aim", "Lead"], ["Good food", "Health"]), id="fewer columns"),
        pytest.param("Next steps\n\n" + text_of(HEAD, FOOD), id="a heading between"),
        pytest.param(
            "Families were asked what they made of all of this in the spring.\n\n" + text_of(HEAD, FOOD),
            id="words between",
        ),
    ],
)
def test_tables_that_do_not_go_on_stay_apart(second):
    assert len(tables(f"{text_of(HEAD, HOMES)}\n\n{second}")) == 2


def test_tables_on_pages_that_do_not_follow_each_other_stay_apart():
    shown, _ = merged(*table_on(1, 1, HEAD, HOMES), *table_on(3, 2, FOOD, HOMES))
    assert len(shown) == 2


@pytest.mark.parametrize(
    ("left", "top"), [(40.0, 500.0), (300.0, 700.0), (100.0, 100.0)], ids=["below", "lower", "over"]
)
def test_tables_of_one_page_stay_apart_but_for_the_next_column(left, top):
    first, second = boxed(table_on(1, 1, HEAD, HOMES), 40.0, 600.0), boxed(table_on(1, 2, FOOD, HOMES), left, top)
    assert len(merged(*first, *second)[0]) == 2


def test_a_table_with_a_head_of_its_own_on_the_next_page_stays_apart():
    other = table_on(2, 2, ["Who", "How many", "When"], ["Parents", "40", "May"], bold=True)
    shown, _ = merged(*table_on(1, 1, HEAD, HOMES, bold=True), *other)
    assert len(shown) == 2


# Heads


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([HOMES], id="one row"),
        pytest.param([["Young carers", "40"], ["Young parents", "12"]], id="labels and numbers"),
        pytest.param([["CSP", "Child support plan"], ["TAC", "Team around the child"]], id="terms in capitals"),
        pytest.param([["12", "30", "40"], ["13", "31", "41"]], id="numbers"),
        pytest.param([["Our aim:", "Homes", "Led by:"], ["Done by:", "May", "None"]], id="labels"),
        pytest.param([["It was good.", "a", "b"], ["c", "d", "e"]], id="a sentence"),
        pytest.param([["x" * 61, "a", "b"], ["c", "d", "e"]], id="a long cell"),
        pytest.param([["a", "x" * 61, "b"], ["c", "d" * 30, "e"]], id="a long cell above one that is not short"),
        pytest.param([["2.1 Visits to homes", "Good", "2019"], ["2.2 Visits to schools", "Weak", "2019"]], id="a name"),
        pytest.param([["Visits", "2.1 of 3", "x"], ["Talks", "1.4 of 3", "y"]], id="figures"),
    ],
)
def test_rows_that_are_no_head(rows):
    ((header, found),) = tables(text_of(*rows))
    assert header == 0
    assert len(found) == len(rows)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([HEAD, HOMES, FOOD], id="three columns"),
        pytest.param(
            [["Aim", "What we will do"], ["Homes", "Look at each home in turn and put right what is wrong in it"]],
            id="longer below",
        ),
        pytest.param([["x" * 61, "y" * 61], ["Good", "Very good"]], id="long heads above grades"),
        pytest.param([["Area", "2.1 Visits to homes", "2.2 Talks at school"], ["Glen", "9", "8"]], id="numbered names"),
        pytest.param(
            [["Area", "Year", "x" * 64], ["Glen", "2025", "Not looked at"]], id="a long head above short cells"
        ),
        pytest.param([["", "2020", "2021"], ["Visits", "40", "52"]], id="an empty corner"),
        pytest.param([["Question", "Answer"], ["Was it safe?", "Yes"]], id="words of heads"),
    ],
)
def test_rows_that_are_a_head(rows):
    assert tables(text_of(*rows))[0][0] == 1


def test_a_bold_row_is_a_head_and_a_half_bold_one_is_not():
    bold, _ = merged(*table_on(1, 1, ["Children", "40"], ["Parents", "12"], bold=True))
    first, *others = table_on(1, 1, ["Children", "40"], ["Parents", "12"])
    half, _ = merged(first._replace(bold=True), *others)
    assert (bold[0][0], half[0][0]) == (1, 0)


# Titles


def test_a_title_above_two_columns_is_a_paragraph():
    document = read_document(b"What families said\t\nGood\t12\nBad\t3\n")
    assert [document[block.span] for block in document.blocks] == ["What families said", "Good\t12", "Bad\t3"]
    assert document.blocks[0].row is None


def test_a_row_that_heads_the_first_group_of_several_stays_in_the_table():
    document = read_document(b"How safe is it?\t\nHomes\tGood\nHow kind is it?\t\nTalks\tWeak\n")
    assert [[document[cell] for cell in row.cells] for row in document.tables[0].rows][::2] == [
        ["How safe is it?", ""],
        ["How kind is it?", ""],
    ]


def test_a_row_across_stays_where_it_is():
    document = read_document(text_of(HEAD, HOMES, ["In the second year", "", ""], FOOD).encode())
    assert [row.across for row in document.tables[0].rows] == [False, False, True, False]


def test_lines_of_one_filled_column_do_no_harm():
    assert read_document(b"\tOne line of text\n\tand another\n").text
    assert read_document(b"a\t\t\nb\t\t\n").text
    assert read_document(b"\t\ta\n\t\tb\n").text


# Tables that go on


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n\f", "\n\nPage 3 of 9\n\n", "\n\nPage 3 of 9\n\f"])
def test_a_head_row_that_comes_again_goes_on_with_the_table(gap):
    text = f"{text_of(HEAD, HOMES)}{gap}{text_of(HEAD, FOOD)}"
    assert tables(text) == [(1, [tuple(HEAD), tuple(HOMES), tuple(FOOD)])]
    assert [aside.text for aside in read_document(text.encode()).asides][-3:] == HEAD


def test_a_head_row_that_comes_again_in_other_letters_goes_on():
    text = f"{text_of(HEAD, HOMES)}\n\n{text_of([cell.upper() for cell in HEAD], FOOD)}"
    assert len(tables(text)) == 1


def test_a_table_without_a_head_goes_on_over_the_page():
    shown, repeated = merged(*table_on(1, 1, HEAD, HOMES), *table_on(2, 2, FOOD, HOMES))
    assert (shown, repeated) == ([(1, [HEAD, HOMES, FOOD, HOMES])], [])


def test_a_table_goes_on_in_the_next_column_of_the_page():
    first, second = boxed(table_on(1, 1, HEAD, HOMES), 40.0, 600.0), boxed(table_on(1, 2, FOOD, HOMES), 300.0, 50.0)
    assert merged(*first, *second)[0] == [(1, [HEAD, HOMES, FOOD, HOMES])]


def test_a_table_goes_on_over_several_pages():
    pages = [line for page in range(1, 6) for line in table_on(page, page, HEAD, HOMES, FOOD, bold=True)]
    shown, repeated = merged(*pages)
    assert shown == [(1, [HEAD, *[HOMES, FOOD] * 5])]
    assert repeated == HEAD * 4


def test_an_empty_first_cell_goes_on_with_the_row_before():
    shown, _ = merged(*table_on(1, 1, HEAD, HOMES), *table_on(2, 2, ["", "and partners", ""], FOOD))
    assert shown[0][1] == [HEAD, [HOMES[0], "Council and partners", "May"], FOOD]


def test_cells_that_the_page_end_cuts_are_put_together():
    cut = ["Safer homes for each child in the", "Council with", "May"]
    rest = ["care of its council", "health board", ""]
    shown, _ = merged(*table_on(1, 1, HEAD, cut), *table_on(2, 2, rest, FOOD))
    assert shown[0][1] == [HEAD, [f"{cut[0]} {rest[0]}", f"{cut[1]} {rest[1]}", "May"], FOOD]


def test_cells_that_the_page_end_cuts_are_put_together_below_a_head_that_comes_again():
    cut = ["Safer homes for each child in the", "Council with", "May"]
    rest = ["care of its council", "health board", ""]
    shown, repeated = merged(*table_on(1, 1, HEAD, cut), *table_on(2, 2, HEAD, rest, FOOD))
    assert shown[0][1] == [HEAD, [f"{cut[0]} {rest[0]}", f"{cut[1]} {rest[1]}", "May"], FOOD]
    assert repeated == HEAD


def test_rows_that_begin_anew_after_the_page_end_are_not_put_together():
    shown, _ = merged(*table_on(1, 1, HEAD, HOMES), *table_on(2, 2, FOOD, ["Play", "Council", "July"]))
    assert len(shown[0][1]) == 4


def test_a_row_across_that_comes_again_on_the_next_page_marks_no_other_row():
    title = ["Our plan", "", ""]
    lines = [*table_on(1, 1, title, HOMES, across={0}), *table_on(2, 2, title, FOOD, across={0})]
    drafts, _ = whole_tables(Grouper(tuple(lines), frozenset(), frozenset()).gather())
    (table,) = [draft for draft in drafts if isinstance(draft, TableDraft)]
    assert all(cell_text(table.rows[row][0]) == "Our plan" for row in table.across)


# Cells


def test_lines_of_a_cell_are_one_text():
    place = CellPlace(1, 0, 0, 1, 2)
    lines = [PhysicalLine("Safer homes", cell=place), PhysicalLine("for each child", cell=place)]
    shown, _ = merged(*lines, PhysicalLine("Council", cell=CellPlace(1, 0, 1, 1, 2)))
    assert shown[0][1] == [["Safer homes for each child", "Council"]]


def test_a_word_broken_at_a_line_end_within_a_cell_heals():
    place = CellPlace(1, 0, 0, 1, 2)
    lines = (
        PhysicalLine("Safer neigh\u00ad", cell=place),
        PhysicalLine("bourhoods", cell=place),
        PhysicalLine("Council", cell=CellPlace(1, 0, 1, 1, 2)),
    )
    assert lay_out(SourceLines(lines, "plain", "text/plain")).text == "Safer neighbourhoods\tCouncil"


def test_a_column_beyond_the_last_falls_into_the_last():
    lines = [PhysicalLine("a", cell=CellPlace(1, 0, 0, 1, 2)), PhysicalLine("b", cell=CellPlace(1, 0, 7, 1, 2))]
    assert merged(*lines)[0][0][1] == [["a", "b"]]


def test_rows_that_are_missing_are_empty():
    lines = [PhysicalLine("a", cell=CellPlace(1, 0, 1, 1, 2)), PhysicalLine("b", cell=CellPlace(1, 3, 1, 1, 2))]
    assert merged(*lines)[0][0][1] == [["", "a"], ["", ""], ["", ""], ["", "b"]]
