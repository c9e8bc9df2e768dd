"""Drawn boxes of a page in, the cells of rows left white beside filled ones out: such tables have no rules at all."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice, pairwise, takewhile

from ciextract.document import Box
from ciextract.frozen import frozen
from ciextract.read.paged.boxes import column_at
from ciextract.read.paged.cut_rows import ALIKE
from ciextract.read.paged.glyphs import Cutter, Fragment, TextPage
from ciextract.read.paged.grid import SNAP, THIN
from ciextract.read.paged.sequence import HEAD

LEAST = 2
"""Columns of a table, and of a row in which something stands, at the least."""
PADDED = 1.5
"""Room between a row and the filled one beside it at the most, in the size of its type."""
LEADING = 0.8
"""Room between two lines of a cell at the most, in the size of their type."""
APART = 3.0
"""Distance of two rows below a head at the most, in the size of their type."""
WRAPPED = 1.6
"""Distance of two lines of one cell at the most, in the size of their type."""
SLIGHT = 0.3
"""What that distance may vary by within a cell, in the size of its type."""
MOST = 10
"""Tables of a page that are looked at."""


@frozen
class _Stripe:
    """A row of filled cells: the edges of its columns, its top and bottom."""

    edges: tuple[float, ...]
    top: float
    bottom: float

    def is_like(self, other: _Stripe) -> bool:
        alike = (abs(own - its) <= ALIKE for own, its in zip(self.edges, other.edges, strict=False))
        return len(self.edges) == len(other.edges) and all(alike)


def white_rows(drawn: Sequence[Box], text: TextPage, height: float) -> list[Box]:
    """The cells of white rows between, above and below filled ones whose columns have the same edges, or below a head.

    Above them where nothing stands over the row but a running head; ``height`` is that of the page.
    """
    cells: list[Box] = []
    rules = [box for box in drawn if box[3] - box[1] <= THIN < box[2] - box[0]]
    filled = [box for box in drawn if min(box[3] - box[1], box[2] - box[0]) > THIN]
    for run in islice(_runs(_stripes(filled)), MOST):
        edges = run[0].edges
        fragments = [one for one in text.fragments(_cutter(edges)) if edges[0] < one.box[2] and one.box[0] < edges[-1]]
        if _are_ruled(run[0], rules):
            rows = _rows(edges, run, fragments, HEAD * height) if len(run) > 1 else iter(())
        elif len(run) > 1:
            rows = _rows(edges, _with_rows_across(run, filled), fragments, HEAD * height)
        else:
            rows = _below_head(_with_rows_across(run, filled), fragments)
        for top, bottom in rows:
            cells.extend((left, top, right, bottom) for left, right in pairwise(edges))
    return cells


def _with_rows_across(run: Sequence[_Stripe], filled: Iterable[Box]) -> list[_Stripe]:
    """The stripes and, in their places, boxes that are filled right across: they head the rows below them."""
    edges = run[0].edges
    across = [box for box in filled if abs(box[0] - edges[0]) <= ALIKE and abs(box[2] - edges[-1]) <= ALIKE]
    return sorted([*run, *(_Stripe((box[0], box[2]), box[1], box[3]) for box in across)], key=lambda one: one.top)


def _stripes(filled: Iterable[Box]) -> list[_Stripe]:
    """The rows of two filled boxes or more that touch."""
    stripes: list[_Stripe] = []
    row: list[Box] = []
    for box in sorted(filled, key=lambda box: (round(box[1]), round(box[3]), box[0])):
        if row and not (_is_level(row[-1], box) and abs(box[0] - row[-1][2]) <= SNAP):
            stripes.extend(_stripe(row))
            row = []
        row.append(box)
    return sorted([*stripes, *_stripe(row)], key=lambda one: one.top)


def _is_level(one: Box, other: Box) -> bool:
    return max(abs(one[1] - other[1]), abs(one[3] - other[3])) <= 1


def _stripe(row: Sequence[Box]) -> Iterator[_Stripe]:
    if len(row) >= LEAST:
        yield _Stripe((*(box[0] for box in row), row[-1][2]), row[0][1], row[0][3])


def _runs(stripes: Sequence[_Stripe]) -> Iterator[list[_Stripe]]:
    """Stripes below one another with the same edges, at least two of them apart, and those that stand alone."""
    run: list[_Stripe] = []
    for one in stripes:
        if run and not one.is_like(run[-1]):
            yield from _apart(run)
            run = []
        run.append(one)
    yield from _apart(run)


def _apart(run: list[_Stripe]) -> Iterator[list[_Stripe]]:
    if len(run) == 1 or any(below.top - above.bottom > THIN for above, below in pairwise(run)):
        yield run


def _are_ruled(first: _Stripe, rules: Sequence[Box]) -> bool:
    """Rules at or below the first filled row part the rows."""
    return any(rule[1] > first.top - SNAP and rule[0] < first.edges[-1] and rule[2] > first.edges[0] for rule in rules)


def _below_head(heads: Sequence[_Stripe], fragments: Sequence[Fragment]) -> Iterator[tuple[float, float]]:
    """(top, bottom) of the rows below a filled one that names all columns, and below those filled right across."""
    head = next(one for one in heads if len(one.edges) > LEAST)
    named = [one for one in fragments if head.top <= one.baseline <= head.bottom]
    if len({column_at(head.edges[:-1], one.box[0], SNAP) for one in named}) < len(head.edges) - 1:
        return
    heads = heads[heads.index(head) :]
    ends = [*(one.top for one in heads[1:]), math.inf]
    stretches = zip((one.bottom for one in heads), ends, strict=True)
    rows = [row for start, end in stretches for row in _by_white_space(start, end, head.edges, fragments)]
    if len(rows) >= LEAST:
        yield from rows


def _by_white_space(
    start: float, end: float, edges: Sequence[float], fragments: Sequence[Fragment]
) -> Iterator[tuple[float, float]]:
    """(top, bottom) of the rows from ``start`` on: white space parts them right across."""
    lines = sorted((one for one in fragments if start < one.baseline < end), key=lambda one: one.baseline)
    whole = list(takewhile(partial(_fill, edges), _parted(start, lines, edges)))
    if whole:
        tops = [start, *(min(one.box[1] for one in row) - 1 for row in whole[1:])]
        last = max(one.box[3] for one in whole[-1]) + 1
        yield from pairwise([*tops, end if end - last <= PADDED * whole[-1][0].size else last])


def _parted(start: float, lines: Sequence[Fragment], edges: Sequence[float]) -> list[list[Fragment]]:
    """The lines in rows, down to the first that is set larger, or apart, or over two columns."""
    rows: list[list[Fragment]] = []
    within, end = _within(lines, edges), start
    for one in lines:
        if one.baseline - end > APART * one.size or one.size > lines[0].size or not _stands_in_one(edges, one):
            break
        if not rows or one.baseline - end > within + SLIGHT * one.size:
            rows.append([])
        rows[-1].append(one)
        end = one.baseline
    return rows


def _within(lines: Sequence[Fragment], edges: Sequence[float]) -> float:
    """The distance of two lines of one cell, 0 where each cell has one line."""
    last: dict[int | None, float] = {}
    closest = [0.0]
    for one in lines:
        column = column_at(edges[:-1], one.box[0], SNAP)
        distance = one.baseline - last.get(column, one.baseline)
        if 0 < distance < WRAPPED * one.size:
            closest.append(distance)
        last[column] = one.baseline
    return min(closest[1:], default=0.0)


def _rows(
    edges: Sequence[float], run: Sequence[_Stripe], fragments: Sequence[Fragment], head: float
) -> Iterator[tuple[float, float]]:
    """(top, bottom) of the white rows; where prose parts two tables of the same columns there is none."""
    between = [
        (above.bottom, below.top)
        for above, below in pairwise(run)
        if below.top - above.bottom > THIN
        and _fill(edges, [one for one in fragments if above.bottom <= one.baseline <= below.top])
    ]
    yield from between
    filled = [one for one in fragments if any(stripe.top <= one.baseline <= stripe.bottom for stripe in run)]
    if between and filled:
        below = sorted((one.box[1], one.box[3], one) for one in fragments if one.baseline > run[-1].bottom)
        end, row = _adjoining(run[-1].bottom, below)
        if _fill(edges, row) and _are_set_as(filled, row):
            yield run[-1].bottom, end + SNAP
        above = sorted((-one.box[3], -one.box[1], one) for one in fragments if head < one.baseline < run[0].top)
        end, row = _adjoining(-run[0].top, above)
        if len(row) == len(above) and _fill(edges, row) and _are_set_as(filled, row):
            yield -end - SNAP, run[0].top


def _are_set_as(filled: Sequence[Fragment], row: Sequence[Fragment]) -> bool:
    """The row is set no larger than the filled ones and begins where they do."""
    largest, left = max(one.size for one in filled), min(one.box[0] for one in filled)
    return all(one.size <= largest for one in row) and abs(min(one.box[0] for one in row) - left) <= ALIKE


def _adjoining(start: float, lines: Iterable[tuple[float, float, Fragment]]) -> tuple[float, list[Fragment]]:
    """Lines close to the start and to one another, each behind its own start and end; and where they end."""
    end, row = start, list[Fragment]()
    for begin, stop, one in lines:
        if begin - end > (LEADING if row else PADDED) * one.size:
            break
        end = max(end, stop)
        row.append(one)
    return end, row


def _cutter(edges: Sequence[float]) -> Cutter:
    """Cuts every line where a column begins: this tells whether what stands there stands in columns."""
    return lambda box: [x for x in edges[1:-1] if box[0] < x < box[2]]


def _fill(edges: Sequence[float], row: Sequence[Fragment]) -> bool:
    """Each line stands in one column, and not all in the same."""
    columns = {column_at(edges[:-1], one.box[0], SNAP) for one in row}
    return len(columns) >= LEAST and all(_stands_in_one(edges, one) for one in row)


def _stands_in_one(edges: Sequence[float], one: Fragment) -> bool:
    at = column_at(edges[:-1], one.box[0], SNAP)
    return at is not None and one.box[2] <= edges[at + 1] + SNAP
