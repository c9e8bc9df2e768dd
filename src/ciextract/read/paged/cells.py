"""Grids and placed fragments of a page in, the table cell of each fragment out; boxes of figures are no tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ciextract.document import Box
from ciextract.read.lines import CellPlace
from ciextract.read.paged.boxes import height_of
from ciextract.read.paged.glyphs import Cutter
from ciextract.read.paged.grid import Cell, Grid
from ciextract.read.paged.sequence import Placed

LARGE = 1.3
"""A cell that sets some of its text so much larger than the rest is a box with a figure, not a cell of a table."""
LEAST = 2
"""Rows and columns of a table."""
MARKER = 3.0
"""Width of a box that is drawn around a marker, in heights of its line, at the most."""
BOXES = 10_000
"""A line's box is numbered by its grid, times this, and the cell within it."""
SLACK = 2.0
"""Points by which text may stand out of its cell."""


def cutter(grids: Sequence[Grid]) -> Cutter:
    """A function that gives, for a line's box, the x positions of the cell borders that cross it."""
    if not grids:
        return lambda box: []

    def cuts(box: Box) -> list[float]:
        middle = (box[1] + box[3]) / 2
        return [
            cell.box[0]
            for grid in grids
            if grid.box[1] <= middle <= grid.box[3]
            for cell in grid.cells
            if cell.box[1] <= middle <= cell.box[3] and box[0] + SLACK < cell.box[0] < box[2] - SLACK
        ]

    return cuts


def places(
    grids: Sequence[Grid], placed: Sequence[Placed], first_table: int, rest: int | None = None
) -> tuple[dict[int, CellPlace], dict[int, int], int]:
    """(cell of each line by its origin, box number of lines in boxes by their origin, number of tables).

    ``rest`` is the index of a grid that goes on with a table of the page before: one row is enough.
    """
    cells: dict[int, CellPlace] = {}
    boxes: dict[int, int] = {}
    tables = 0
    for number, grid in enumerate(grids):
        inside = _inside(grid, placed)
        if not inside:
            continue
        if _is_table(grid, inside, 1 if number == rest else LEAST):
            tables += 1
            table = first_table + tables
            cells.update(_places(grid, inside, table))
        else:
            boxes.update(_numbered(number, inside))
    return cells, boxes, tables


def row_of(grid: Grid, placed: Sequence[Placed], table: int) -> dict[int, CellPlace]:
    """The cell of each line of a grid of one row and two columns or more, by its origin; nothing for any other grid."""
    inside = _inside(grid, placed)
    alone = len({cell.row for cell in inside}) == 1 and len(inside) > 1
    return _places(grid, inside, table) if alone and not _has_figures(inside) else {}


def _inside(grid: Grid, placed: Sequence[Placed]) -> dict[Cell, list[Placed]]:
    inside: dict[Cell, list[Placed]] = defaultdict(list)
    for line in placed:
        cell = _cell_of(grid, line.fragment.box)
        if cell is not None:
            inside[cell].append(line)
    return inside


def _cell_of(grid: Grid, box: Box) -> Cell | None:
    x, y = box[0] + min(SLACK, (box[2] - box[0]) / 2), (box[1] + box[3]) / 2
    if not (grid.box[0] - SLACK <= x <= grid.box[2] + SLACK and grid.box[1] <= y <= grid.box[3]):
        return None
    return next((c for c in grid.cells if c.box[0] - SLACK <= x < c.box[2] and c.box[1] <= y < c.box[3]), None)


def stands_in(grid: Grid, box: Box) -> bool:
    """The box lies in one of the cells of a grid of several."""
    return len(grid.cells) > 1 and _cell_of(grid, box) is not None


def _is_table(grid: Grid, inside: dict[Cell, list[Placed]], least: int) -> bool:
    """So many columns and rows, some parted, and no cell with a large figure over small text."""
    rows = {cell.row for cell in inside}
    columns = {cell.column for cell in inside}
    whole = grid.columns < LEAST or all(cell.span == grid.columns for cell in inside)
    if whole or len(columns) < least or len(rows) < least:
        return False
    return not _has_figures(inside)


def _has_figures(inside: dict[Cell, list[Placed]]) -> bool:
    return any(_has_figure([line.fragment.size for line in lines]) for lines in inside.values())


def _has_figure(sizes: list[float]) -> bool:
    return len(sizes) > 1 and max(sizes) > LARGE * min(sizes)


def _places(grid: Grid, inside: dict[Cell, list[Placed]], table: int) -> dict[int, CellPlace]:
    rows = {row: index for index, row in enumerate(sorted({cell.row for cell in inside}))}
    return {
        line.fragment.origin: CellPlace(table, rows[cell.row], cell.column, cell.span, grid.columns)
        for cell, lines in inside.items()
        for line in lines
    }


def _numbered(grid: int, inside: dict[Cell, list[Placed]]) -> dict[int, int]:
    """A number for each box, so that a line that opens a new box can be told; one drawn around a marker is none."""
    return {
        line.fragment.origin: grid * BOXES + index
        for index, (cell, lines) in enumerate(inside.items(), start=1)
        for line in lines
        if not _surrounds_marker(cell.box, line.fragment.box)
    }


def _surrounds_marker(box: Box, line: Box) -> bool:
    """The box is small, and most of the line stands right of it."""
    return box[2] - box[0] < MARKER * height_of(line) and (line[0] + line[2]) / 2 > box[2]
