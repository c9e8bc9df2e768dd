"""Grids of a page and how the page before ended in, which of its tables goes on over the page out.

A row that stands alone at the end or the beginning is one of a table of both pages. It is a table nowhere else: boxes
beside one another look like one.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from ciextract.document import Box
from ciextract.frozen import frozen
from ciextract.read.lines import CellPlace, PhysicalLine
from ciextract.read.paged.cells import SLACK, row_of
from ciextract.read.paged.grid import Grid
from ciextract.read.paged.sequence import FOOT, HEAD, Placed

ALIKE = 3.0
"""Points by which columns of one table may differ from page to page."""


@frozen
class Ending:
    """What a page ends with: the edges of its last grid, and the places of its lines where it is one row alone.

    ``loose`` are the edges where the table has no upright rules: its rows are told by them on the next page. ``row`` is
    by the origin of a line on its page.
    """

    edges: tuple[float, ...]
    loose: tuple[float, ...]
    row: Mapping[int, CellPlace]


NOTHING = Ending((), (), {})


def beginning(grids: Sequence[Grid], placed: Sequence[Placed], before: Ending, height: float) -> int | None:
    """The index of the grid that the page begins with, if its columns are those that the page before ended with."""
    if not before.edges or not grids:
        return None
    first = min(range(len(grids)), key=lambda at: grids[at].box[1])
    top = grids[first].box[1]
    if not _alike(grids[first].edges, before.edges):
        return None
    above = (one.fragment.box for one in placed if one.fragment.baseline < top)
    return first if all(box[3] <= HEAD * height for box in above) else None


def ending(
    grids: Sequence[Grid],
    loose: Sequence[Grid],
    placed: Sequence[Placed],
    tables: Container[int],
    table: int,
    height: float,
) -> Ending:
    """What the page ends with; ``loose`` are those of its grids that have no upright rules.

    ``tables`` has the origins of lines in tables, ``table`` is a number for one more.
    """
    last, unruled = _last(grids, placed, height), _last(loose, placed, height)
    row = row_of(last, placed, table) if last is not None else {}
    return Ending(
        last.edges if last is not None else (),
        unruled.edges if unruled is not None else (),
        {} if any(origin in tables for origin in row) else row,
    )


def _last(grids: Sequence[Grid], placed: Sequence[Placed], height: float) -> Grid | None:
    """The last of the grids, if nothing but a running foot stands below it."""
    last = max(grids, key=lambda grid: grid.box[3], default=None)
    below = last is not None and any(_stands_below(last, one.fragment.box, height) for one in placed)
    return None if below else last


def with_row(lines: Sequence[PhysicalLine], row: Mapping[int, CellPlace]) -> Iterator[PhysicalLine]:
    """The lines of a page, those in their cells whose places ``row`` has."""
    for line in lines:
        yield line._replace(cell=row[line.origin]) if line.origin in row else line


def _stands_below(grid: Grid, box: Box, height: float) -> bool:
    return grid.box[3] - SLACK < box[1] <= FOOT * height


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(x - y) <= ALIKE for x, y in zip(one, other, strict=True))
