"""A page's tree in; its tables of results, and the place of every cell in them. Layout tables are none of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ciextract.read.html_tree import Tree, words
from ciextract.read.lines import CellPlace

MAX_SPAN = 100  # columns of one cell; browsers stop at 1,000, no report comes near either
MAX_COLUMNS = 1_000
FRAME_CELL, FRAME_BLOCKS = 0.5, 3  # a cell with this share of the page's text in this many blocks frames the page

_FRAMING = words("h1 main article nav header footer aside form section")
_PARAGRAPHS = words("p br div li h2 h3 h4 h5 h6 blockquote")
_CELLS = frozenset({"td", "th"})


@dataclass(slots=True)
class _Grid:
    """What stands in one table element, nested tables left out."""

    rows: list[list[int]] = field(default_factory=list)
    declared: bool = False
    framing: bool = False
    nested: bool = False
    inner: bool = False


def data_tables(tree: Tree) -> dict[int, list[list[int]]]:
    """The table elements that hold results, each with its rows of cells that are not empty of cells.

    A table is layout where it says so, has one row or one column, holds a table or a part of the page's frame, or
    where one of its cells holds most of the page. A caption, a head or a ``th`` outweighs a table inside.
    """
    grids = _grids(tree)
    lengths = _lengths(tree)
    return {
        table: grid.rows
        for table, grid in grids.items()
        if not grid.inner and _is_shaped(tree, table, grid) and (grid.declared or not _frames(tree, grid, lengths))
    }


def _grids(tree: Tree) -> dict[int, _Grid]:
    grids: dict[int, _Grid] = {}
    row_of: dict[int, list[int]] = {}
    for index, tag, table in zip(range(len(tree)), tree.tag, _table_around(tree), strict=True):
        grid = grids.get(table)
        if tag == "table":
            grids[index] = _Grid(inner=grid is not None and (grid.inner or grid.declared))
        if grid is None:
            continue
        grid.nested |= tag == "table"
        grid.framing |= tag in _FRAMING
        if tag == "tr":
            row_of[index] = []
            grid.rows.append(row_of[index])
        elif tag in _CELLS and tree.parent[index] in row_of:
            row_of[tree.parent[index]].append(index)
        grid.declared |= tag in ("th", "caption", "thead")
    return grids


def _table_around(tree: Tree) -> list[int]:
    """For every node the nearest table around it, -1 for none."""
    around: list[int] = []
    for parent in tree.parent:
        around.append(-1 if parent < 0 else parent if tree.tag[parent] == "table" else around[parent])
    return around


def _is_shaped(tree: Tree, table: int, grid: _Grid) -> bool:
    if tree.attributes[table].get("role", "").lower() in ("presentation", "none"):
        return False
    if grid.framing or (grid.nested and not grid.declared):
        return False
    rows = [row for row in grid.rows if row]
    return len(rows) >= 2 and any(len(row) >= 2 for row in rows)


def _lengths(tree: Tree) -> list[int]:
    sums = [0]
    for text in tree.text:
        sums.append(sums[-1] + len(text.strip()))
    return sums


def _frames(tree: Tree, grid: _Grid, lengths: list[int]) -> bool:
    """Whether one cell holds most of the page's text, in several blocks."""
    for cell in (cell for row in grid.rows for cell in row):
        end = tree.end[cell]
        blocks = sum(tree.tag[index] in _PARAGRAPHS for index in range(cell, end))
        if blocks >= FRAME_BLOCKS and lengths[end] - lengths[cell] > FRAME_CELL * lengths[-1]:
            return True
    return False


def cell_places(tree: Tree, tables: dict[int, list[list[int]]], kept: bytes) -> dict[int, CellPlace]:
    """The place of every kept cell. Tables are numbered from 0 in the order in which they stand."""
    places: dict[int, CellPlace] = {}
    wanted = [table for table in sorted(tables) if kept[table]]
    for number, table in enumerate(wanted):
        laid = _lay_out(tree, [row for row in tables[table] if row])
        columns = max(column + span for _, _, column, span in laid)
        for cell, row, column, span in laid:
            places[cell] = CellPlace(number, row, column, span, columns)
    return places


def _lay_out(tree: Tree, rows: list[list[int]]) -> list[tuple[int, int, int, int]]:
    """(cell, row, column, span) of each cell: it takes the first column that no cell from a row above reaches into."""
    laid: list[tuple[int, int, int, int]] = []
    taken: dict[int, int] = {}
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while taken.get(column, 0) > row:
                column += 1
            span = _whole(tree, cell, "colspan", MAX_SPAN)
            below = _whole(tree, cell, "rowspan", len(rows)) or len(rows)
            laid.append((cell, row, column, span or 1))
            if below > 1 and column < MAX_COLUMNS:
                taken.update(dict.fromkeys(range(column, column + (span or 1)), row + below))
            column += span or 1
    return laid


def _whole(tree: Tree, cell: int, name: str, most: int) -> int:
    """A span attribute as browsers read it: leading digits, 1 where there are none."""
    digits = tree.attributes[cell].get(name, "").strip().lstrip("+")[:5]
    while digits and not digits.isdecimal():
        digits = digits[:-1]
    return min(int(digits), most) if digits else 1
