"""Tables with filled rows and no rules: first filled boxes that make none, then where the rows beside them end."""

from itertools import pairwise

from tests.read.paged.pages import BOLD, pdf, words

from ciextract.read.paged.reader import read_pdf

XS = (72.0, 172.0, 372.0, 522.0)
STEP = 24.0
PROSE = "Early help was quick to reach them, and notes were written on the same day by all who saw"


def fill(y, xs=XS, step=STEP):
    """The cells of a row, its top at y, filled with a shade."""
    return [f"0.85 g {x0} {y - step} {x1 - x0} {step} re f 0 g" for x0, x1 in pairwise(xs)]


def row(y, *cells, size=10):
    return [words(x + 6, y - 16, cell, size) for x, cell in zip(XS, cells, strict=False) if cell]


def striped(rows, top=700.0, first=0):
    """Rows below one another, every other one filled."""
    orders = []
    for at, cells in enumerate(rows):
        y = top - STEP * at
        orders += [*(fill(y) if at % 2 == first else []), *row(y, *cells)]
    return orders


def cells(*pages):
    """(text, row, column) of each line in a cell; the other lines as they are."""
    lines = read_pdf(pdf(*pages)).lines
    return [(line.text, line.cell.row, line.cell.column) if line.cell else line.text for line in lines]


def rows(number, start=0):
    return [(f"{at}.1", f"Write up meeting {at}", "June") for at in range(start, start + number)]


def told(number):
    return [(text, at, column) for at, texts in enumerate(rows(number)) for column, text in enumerate(texts)]


def test_boxes_filled_in_one_column_make_no_rows():
    drawn = [order for at in (0, 2) for order in fill(700 - STEP * at, xs=(72.0, 522.0))]
    assert cells([*drawn, words(78, 684, "One"), words(78, 660, PROSE), words(78, 636, "Three")])[1] == PROSE


def test_prose_between_two_tables_of_the_same_columns_is_no_row():
    drawn = [*striped(rows(1)), words(72, 650, PROSE, 10), words(72, 638, PROSE, 10), *striped(rows(1), top=620)]
    assert cells(drawn).count(PROSE) == 2


def test_prose_below_a_box_filled_right_across_is_no_row():
    across = fill(700 - 3 * STEP, xs=(72.0, 522.0))
    below = [words(78, 612, "What came next", 10, BOLD), *(words(72, 596 - 12 * at, PROSE, 10) for at in range(3))]
    assert cells([*striped(rows(3)), *across, *below])[-3:] == [PROSE] * 3


def test_what_stands_above_and_below_a_table_is_no_row_of_it():
    above, below = words(72, 710, "Appendix 1: Our plan", 14, BOLD), words(72, 612, PROSE, 10)
    assert cells([above, *striped(rows(3)), below]) == ["Appendix 1: Our plan", *told(3), PROSE]


def test_rows_between_filled_ones_are_rows():
    assert cells(striped(rows(5))) == told(5)


def test_a_white_row_at_the_end_is_one():
    assert cells([*striped(rows(4)), words(72, 560, PROSE, 10)]) == [*told(4), PROSE]


def test_a_white_row_at_the_top_of_a_page_is_one():
    assert cells(striped(rows(6), top=820.0, first=1)) == told(6)


def test_cells_of_several_lines_are_whole():
    drawn = [*fill(700), *row(700, "1.1", "Write", "June"), *fill(640), *row(640, "1.3", "Ask", "July")]
    drawn += [*row(676, "1.2", "Meet each of the teams", "May"), *row(664, "", "and tell them why", "or later")]
    assert [one for one in cells(drawn) if one[1] == 1] == [
        ("1.2", 1, 0), ("Meet each of the teams", 1, 1), ("May", 1, 2), ("and tell them why", 1, 1), ("or later", 1, 2),
    ]  # fmt: skip


def below_head(*rows_below, leading=13, padding=12):
    """A filled head and rows below it, each a list of lines of cells."""
    orders, y = [*fill(700), *row(700, "Ref", "Task", "When")], 700 - STEP
    for lines in rows_below:
        for cells_of_line in lines:
            orders += row(y - 2, *cells_of_line)
            y -= leading
        y -= padding
    return orders, y


def test_prose_below_a_filled_head_is_no_row():
    drawn, y = below_head([["1.1", "Write", "June"]])
    assert PROSE in cells([*drawn, words(72, y - 14, PROSE, 10)])


def test_below_a_head_rules_part_the_rows_where_there_are_some():
    drawn, y = below_head([["1.1", "Write", "June"]], [["1.2", "Ask", "July"], ["", "them", ""]])
    ruled = [f"0.5 w 72 {at} m 522 {at} l S" for at in (700 - STEP, 700 - STEP - 25, y + 10)]
    assert max(one[1] for one in cells([*drawn, *ruled]) if not isinstance(one, str)) == 2


def test_rows_below_a_filled_head_are_parted_by_the_white_space_across_them():
    drawn, y = below_head(
        [["1.1", "Write up each", "June"], ["", "meeting", "or later"]],
        [["1.2", "Ask", "July"]],
        [["Next", "Meet", ""], ["year", "", ""]],
    )
    found = [one for one in cells([*drawn, words(72, y - 40, PROSE, 10)]) if not isinstance(one, str)]
    assert sorted(found, key=lambda one: one[1:]) == [
        ("Ref", 0, 0), ("Task", 0, 1), ("When", 0, 2),
        ("1.1", 1, 0), ("Write up each", 1, 1), ("meeting", 1, 1), ("June", 1, 2), ("or later", 1, 2),
        ("1.2", 2, 0), ("Ask", 2, 1), ("July", 2, 2),
        ("Next", 3, 0), ("year", 3, 0), ("Meet", 3, 1),
    ]  # fmt: skip


def test_a_larger_heading_below_the_rows_is_none():
    drawn, y = below_head([["1.1", "Write", "June"]], [["1.2", "Ask", "July"]])
    drawn += [words(78, y - 14, "Next", 14, BOLD), words(178, y - 14, "steps", 14, BOLD)]
    assert cells(drawn)[-2:] == ["Next", "steps"]
