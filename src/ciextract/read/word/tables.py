"""A table of a Word document in; its cells with their places, and whether it holds results, out. Text is not read."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.frozen import frozen
from ciextract.read.html_tables import FRAME_BLOCKS, FRAME_CELL, MAX_COLUMNS
from ciextract.read.word.marks import Element, W, children, number, switch, value

LARGE = 1.3
"""A cell that sets some of its text so much larger than the rest is a box with a figure, not a cell of a table."""
USUAL_SIZE = 22
"""Half points in which Word sets what says nothing of its size."""
_FIRST_ROW = 0x20
"""The bit of a table's look that says that its first row is set as a head."""


@frozen
class Cell:
    """A cell and where it stands, rows and columns from 0; ``heads`` where its row is declared to name the columns."""

    element: Element
    row: int
    column: int
    span: int
    heads: bool


@frozen
class Grid:
    """The cells of a table in order. Columns are counted only where a cell begins."""

    cells: tuple[Cell, ...]
    columns: int

    @property
    def rows(self) -> int:
        return self.cells[-1].row + 1 if self.cells else 0


def grid_of(table: Element) -> Grid:
    """The cells of a table; what a merged cell covers below itself is no cell of its own."""
    laid = list(_laid(table))
    starts = sorted({cell.column for cell in laid})
    place = {column: index for index, column in enumerate(starts)}
    cells = [
        Cell(
            cell.element,
            cell.row,
            place[cell.column],
            max(sum(cell.column <= start < cell.column + cell.span for start in starts), 1),
            cell.heads,
        )
        for cell in laid
    ]
    return Grid(tuple(cells), len(starts))


def _laid(table: Element) -> Iterator[Cell]:
    row = -1
    for element in (child for child in children(table) if child.tag == f"{W}tr"):
        properties = element.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            continue
        row += 1
        column = number(value(properties, "gridBefore")) or 0
        for cell in (child for child in children(element) if child.tag == f"{W}tc"):
            span = min(max(number(value(cell, "tcPr/gridSpan")) or 1, 1), MAX_COLUMNS)
            if value(cell, "tcPr/vMerge") in (None, "restart"):
                yield Cell(cell, row, column, span, bool(switch(properties, "tblHeader")))
            column += span


def holds_results(table: Element, grid: Grid, letters: int) -> bool:
    """Rows and columns of results, rather than a frame for the page; ``letters`` are those of the whole document."""
    if grid.rows < 2 or grid.columns < 2:
        return False
    if any(cell.heads for cell in grid.cells):
        return True
    nested = next(table.iterdescendants(f"{W}tbl"), None) is not None
    return not nested and not any(_frames(cell.element, letters) or _has_figure(cell.element) for cell in grid.cells)


def _frames(cell: Element, letters: int) -> bool:
    """The cell holds most of the document, in several paragraphs."""
    blocks = sum(1 for _ in cell.iterdescendants(f"{W}p"))
    return blocks >= FRAME_BLOCKS and letters_in(cell) > FRAME_CELL * letters


def _has_figure(cell: Element) -> bool:
    """Some of the cell's text is set so much larger than the rest that it is a box with a figure."""
    runs = (run for run in cell.iterdescendants(f"{W}r") if letters_in(run))
    sizes = {number(value(run, "rPr/sz")) or USUAL_SIZE for run in runs}
    return len(sizes) > 1 and max(sizes) > LARGE * min(sizes)


def letters_in(element: Element) -> int:
    """Characters of the text in an element."""
    return sum(len(text.text or "") for text in element.iterdescendants(f"{W}t"))


def first_row_is_set_apart(table: Element) -> bool:
    """The table asks its style for a head row."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    first = look.get(f"{W}firstRow")
    if first is not None:
        return first in ("1", "true", "on")
    try:
        return bool(int(look.get(f"{W}val", "0"), 16) & _FIRST_ROW)
    except ValueError:
        return False
