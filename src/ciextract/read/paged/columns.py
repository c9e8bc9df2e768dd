"""Fragments of a page in content order in, columns drawn across the page put in order and tables without rules out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from ciextract.document import Box
from ciextract.frozen import frozen
from ciextract.read.paged.boxes import column_at
from ciextract.read.paged.glyphs import Fragment
from ciextract.read.paged.grid import Grid, grid_of

LEVEL = 2.0
"""Points within which baselines are one line."""
LEFT = 4.0
"""Points by which a line may stand left of its column."""
ROWS = 3
"""Lines with something in two columns from which columns are told; rows of a table without rules."""
PROSE = 20
"""Characters of a column's lines, on average, from which it holds running text."""
FILLED = 0.6
"""Share of its column's width that a line of running text fills, and a cell of a table does not."""
TABLE = 3
"""Columns of a table without rules at the least: two may be labels and what is said of them."""


@frozen
class _Region:
    """Lines below one another that keep to the same columns; ``starts`` are their left edges."""

    starts: tuple[float, ...]
    rows: tuple[tuple[Fragment, ...], ...]

    def column(self, fragment: Fragment) -> int:
        """The column that a fragment stands in."""
        return column_at(self.starts, fragment.box[0], LEFT) or 0

    def columns(self) -> list[list[Fragment]]:
        """The fragments of each column, from top to bottom."""
        columns: list[list[Fragment]] = [[] for _ in self.starts]
        for row in self.rows:
            for fragment in row:
                columns[self.column(fragment)].append(fragment)
        return columns

    def widths(self) -> list[float]:
        """How wide each column is; the last as its widest line."""
        last = max(row[-1].box[2] for row in self.rows)
        return [other - one for one, other in pairwise((*self.starts, last))]


def by_columns(lines: Sequence[Fragment], table: Callable[[Box], int | None]) -> list[Fragment]:
    """The lines, those of columns of running text that are drawn across the page put one column after the other.

    ``table`` gives the number of the table that a box stands in; tables are left as they are.
    """
    if not _stand_beside(lines):
        return list(lines)
    ordered: list[Fragment] = []
    for region in _regions(lines):
        columns = region.columns() if len(region.rows) >= ROWS else []
        if columns and _is_prose(region, columns) and table(region.rows[0][0].box) is None:
            ordered.extend(fragment for column in columns for fragment in column)
        else:
            ordered.extend(fragment for row in region.rows for fragment in row)
    return ordered


def aligned_grids(lines: Sequence[Fragment], table: Callable[[Box], int | None]) -> list[Grid]:
    """A grid for each run of short texts that line up in three columns or more; a row begins with its first column."""
    regions = _regions(lines) if _stand_beside(lines) else ()
    return [_grid(region) for region in regions if _is_table(region) and table(region.rows[0][0].box) is None]


def _stand_beside(lines: Sequence[Fragment]) -> bool:
    """Enough neighbours stand on one baseline for columns: on most pages none do."""
    beside = 0
    for line, other in pairwise(lines):
        beside += abs(other.baseline - line.baseline) <= LEVEL and other.box[0] >= line.box[2]
    return beside >= ROWS


def _regions(lines: Sequence[Fragment]) -> Iterator[_Region]:
    """All lines in regions, in content order; a line that shares no columns with others is a region of its own."""
    rows = list(_rows(lines))
    at = 0
    while at < len(rows):
        starts = tuple(fragment.box[0] for fragment in rows[at])
        end = at + 1
        while len(starts) > 1 and end < len(rows) and _fits(rows[end], rows[end - 1], starts):
            end += 1
        yield _Region(starts, tuple(rows[at:end]))
        at = end


def _rows(lines: Sequence[Fragment]) -> Iterator[tuple[Fragment, ...]]:
    """Neighbouring fragments on one baseline, from left to right."""
    row: list[Fragment] = []
    for line in lines:
        if row and (abs(line.baseline - row[0].baseline) > LEVEL or line.box[0] < row[-1].box[2]):
            yield tuple(row)
            row = []
        row.append(line)
    if row:
        yield tuple(row)


def _fits(row: tuple[Fragment, ...], above: tuple[Fragment, ...], starts: tuple[float, ...]) -> bool:
    """The row stands below the one above, each of its fragments within one column."""
    if row[0].baseline <= above[0].baseline:
        return False
    bounds = [*starts[1:], float("inf")]
    homes = [at for one in row if (at := column_at(starts, one.box[0], LEFT)) is not None]
    if len(set(homes)) < len(row):
        return False
    return all(one.box[2] <= bounds[home] for one, home in zip(row, homes, strict=True))


def _is_prose(region: _Region, columns: list[list[Fragment]]) -> bool:
    """Each column holds lines of running text, and enough lines stand side by side."""
    if sum(len(row) > 1 for row in region.rows) < ROWS:
        return False
    filled = zip(columns, region.widths(), strict=True)
    return all(
        len(column) >= ROWS
        and sum(len(one.text) for one in column) >= PROSE * len(column)
        and median(one.box[2] - one.box[0] for one in column) >= FILLED * width
        for column, width in filled
    )


def _is_table(region: _Region) -> bool:
    """Rows of short texts, each of which has something in all columns, that begin where those above begin."""
    if len(region.starts) < TABLE or sum(len(row) == len(region.starts) for row in region.rows) < ROWS:
        return False
    if any(region.column(row[0]) for row in region.rows if len(row) == len(region.starts)):
        return False
    straight = all(abs(one.box[0] - region.starts[region.column(one)]) <= LEFT for row in region.rows for one in row)
    filled = [one.box[2] - one.box[0] for row in region.rows for one in row[:-1]]
    return straight and median(filled) < FILLED * median(region.widths()[:-1])


def _grid(region: _Region) -> Grid:
    firsts = [row for row in region.rows if region.column(row[0]) == 0]
    tops = [min(one.box[1] for one in row) - 1 for row in firsts]
    bottom = max(one.box[3] for one in region.rows[-1]) + 1
    right = max(one.box[2] for row in region.rows for one in row)
    xs = [*(x - LEFT / 2 for x in region.starts), right + LEFT]
    return grid_of([*tops, bottom], xs)
