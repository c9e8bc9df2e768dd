import pytest

from ciextract.read.paged.grid import grids


def cells(*rectangles):
    return [[(cell.row, cell.column, cell.span) for cell in grid.cells] for grid in grids(rectangles)]


def rules(xs, ys, thick=0.5):
    """A full grid drawn as thin rectangles."""
    flat = [(xs[0], y, xs[-1], y + thick) for y in ys]
    upright = [(x, ys[0], x + thick, ys[-1]) for x in xs]
    return flat + upright


def test_loose_rules_close_nothing():
    assert cells((0, 0, 100, 1), (0, 50, 100, 51)) == []


def test_rules_that_do_not_touch_are_no_grid():
    assert cells((0, 0, 100, 1), (0, 50, 100, 51), (200, 0, 201, 50), (300, 0, 301, 50)) == []


def test_a_single_box_is_one_cell():
    assert cells((10, 10, 200, 90)) == [[(0, 0, 1)]]


def test_boxes_apart_are_grids_of_their_own():
    assert len(cells((10, 10, 200, 90), (210, 10, 400, 90))) == 2


def test_rules_make_rows_and_columns():
    assert cells(*rules([0, 100, 200], [0, 20, 40])) == [[(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1)]]


def test_cells_drawn_one_by_one_make_a_grid():
    drawn = [(x, y, x + 100, y + 20) for y in (0, 20) for x in (0, 100)]
    assert cells(*drawn) == [[(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1)]]


def test_a_double_rule_is_one():
    assert cells(*rules([0, 100, 200], [0, 20, 22, 40])) == [[(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1)]]


def test_a_row_without_inner_rules_goes_across():
    drawn = [(0, y, 200, y + 0.5) for y in (0, 20, 40)] + [(x, 0, x + 0.5, 40) for x in (0, 200)]
    drawn.append((100, 20, 100.5, 40))
    assert cells(*drawn) == [[(0, 0, 2), (1, 0, 1), (1, 1, 1)]]


def test_a_cell_over_two_rows_belongs_to_the_first():
    drawn = [(0, 0, 200, 0.5), (0, 40, 200, 40.5), (100, 20, 200, 20.5)]
    drawn += [(x, 0, x + 0.5, 40) for x in (0, 100, 200)]
    assert cells(*drawn) == [[(0, 0, 1), (0, 1, 1), (1, 1, 1)]]


@pytest.mark.parametrize("shift", [0, 1.5, 2.9])
def test_edges_that_nearly_meet_are_one(shift):
    drawn = [(0, 0, 100, 20), (100 + shift, 0, 200, 20), (0, 20, 100, 40), (100 + shift, 20, 200, 40)]
    assert cells(*drawn) == [[(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1)]]
