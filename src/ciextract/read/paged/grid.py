"""Rectangles of a page in, grids of closed cells out: pure geometry, in points from the top left. No text is known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from ciextract.document import Box
from ciextract.frozen import frozen

THIN = 3.0
"""Points up to which a rectangle is a rule."""
SNAP = 3.0
"""Points within which two edges are one."""
COVER = 0.8
"""Share of a cell's side that rules must cover to close it."""
SMALLEST = 5.0
"""Points below which a row or a column is no more than a double rule."""


@frozen
class Rule:
    """A horizontal or vertical stretch: ``at`` on one axis, from ``start`` to ``end`` on the other."""

    at: float
    start: float
    end: float


@frozen
class Cell:
    """A cell of a grid: its place, the columns it covers, its box."""

    row: int
    column: int
    span: int
    box: Box


@frozen
class Grid:
    """A table's cells, row by row, and the number of its columns."""

    box: Box
    rows: int
    columns: int
    cells: tuple[Cell, ...]

    @property
    def edges(self) -> tuple[float, ...]:
        """Where its columns begin, and where the last ends."""
        return (*sorted({cell.box[0] for cell in self.cells}), self.box[2])


def grid_of(ys: Sequence[float], xs: Sequence[float], across: Collection[int] = ()) -> Grid:
    """The grid whose rows are parted at the heights ``ys`` and whose columns at ``xs``.

    Rows have a cell in each column, but those ``across`` a single one.
    """
    cells: list[Cell] = []
    for row, (top, bottom) in enumerate(pairwise(ys)):
        columns = [(xs[0], xs[-1])] if row in across else pairwise(xs)
        span = len(xs) - 1 if row in across else 1
        cells.extend(Cell(row, at, span, (left, top, right, bottom)) for at, (left, right) in enumerate(columns))
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), len(ys) - 1, len(xs) - 1, tuple(cells))


def grids(rectangles: Iterable[Box]) -> list[Grid]:
    """The grids that the rectangles close, from top to bottom. A single box is a grid of one cell."""
    horizontal, vertical = _rules(rectangles)
    found = (_grid(*part) for part in _connected(horizontal, vertical))
    return sorted((grid for grid in found if grid is not None), key=lambda grid: (grid.box[1], grid.box[0]))


def _rules(rectangles: Iterable[Box]) -> tuple[list[Rule], list[Rule]]:
    """Thin rectangles as rules, others as their four edges."""
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    for x0, top, x1, bottom in rectangles:
        if bottom - top <= THIN < x1 - x0:
            horizontal.append(Rule((top + bottom) / 2, x0, x1))
        elif x1 - x0 <= THIN < bottom - top:
            vertical.append(Rule((x0 + x1) / 2, top, bottom))
        elif x1 - x0 > THIN and bottom - top > THIN:
            horizontal.extend((Rule(top, x0, x1), Rule(bottom, x0, x1)))
            vertical.extend((Rule(x0, top, bottom), Rule(x1, top, bottom)))
    return _merged(horizontal), _merged(vertical)


def _merged(rules: list[Rule]) -> list[Rule]:
    """Rules on one line that touch become one."""
    merged: list[Rule] = []
    for line in _lines(rules):
        at = sum(rule.at for rule in line) / len(line)
        start, end = line[0].start, line[0].end
        for rule in line[1:]:
            if rule.start > end + SNAP:
                merged.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        merged.append(Rule(at, start, end))
    return merged


def _lines(rules: list[Rule]) -> list[list[Rule]]:
    """Rules that lie on one line, each list in order along it."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if lines and rule.at - lines[-1][0].at <= SNAP:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    return [sorted(line, key=lambda rule: rule.start) for line in lines]


def _connected(horizontal: list[Rule], vertical: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Sets of rules that cross or touch one another; both kinds are given in order of their places."""
    parents = list(range(len(horizontal) + len(vertical)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    places = [upright.at for upright in vertical]
    for i, flat in enumerate(horizontal):
        for j in range(bisect_left(places, flat.start - SNAP), bisect_right(places, flat.end + SNAP)):
            if vertical[j].start - SNAP <= flat.at <= vertical[j].end + SNAP:
                parents[root(i)] = root(len(horizontal) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(parents)):
        flats, uprights = groups.setdefault(root(index), ([], []))
        if index < len(horizontal):
            flats.append(horizontal[index])
        else:
            uprights.append(vertical[index - len(horizontal)])
    return [group for group in groups.values() if all(group) and len(group[0]) + len(group[1]) > 2]


class _Placed:
    """Rules of one direction, found by their place."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = sorted(rules, key=lambda rule: rule.at)
        self._places = [rule.at for rule in self._rules]

    def cover(self, at: float, start: float, end: float) -> bool:
        """Rules at this place cover most of the stretch."""
        first, last = bisect_left(self._places, at - SNAP), bisect_right(self._places, at + SNAP)
        length = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in self._rules[first:last])
        return length >= COVER * (end - start)


def _grid(horizontal: list[Rule], vertical: list[Rule]) -> Grid | None:
    ys, xs = _with_ends(_positions(horizontal), vertical), _with_ends(_positions(vertical), horizontal)
    if len(ys) < 2 or len(xs) < 2:
        return None
    # A table may be open at its sides: what the rules reach to closes it.
    upright = _Placed([*vertical, *(Rule(x, ys[0], ys[-1]) for x in (xs[0], xs[-1]))])
    flat = _Placed(horizontal)
    cells: list[Cell] = []
    for row, (top, bottom) in enumerate(pairwise(ys)):
        cells.extend(_row(row, top, bottom, xs, flat, upright, cells))
    if not cells:
        return None
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), len(ys) - 1, len(xs) - 1, tuple(cells))


def _with_ends(positions: list[float], across: list[Rule]) -> list[float]:
    """The positions, and those to which the rules across them reach beyond the first and the last."""
    first, last = min(rule.start for rule in across), max(rule.end for rule in across)
    before = [first] if positions[0] - first > SMALLEST else []
    after = [last] if last - positions[-1] > SMALLEST else []
    return [*before, *positions, *after]


def _row(
    row: int,
    top: float,
    bottom: float,
    xs: Sequence[float],
    flat: _Placed,
    upright: _Placed,
    above: list[Cell],
) -> list[Cell]:
    """Cells between two heights; one without a rule above it goes on the cell above and is left to it."""
    bounds = [index for index, x in enumerate(xs) if upright.cover(x, top, bottom)]
    cells = []
    for left, right in pairwise(bounds):
        if row and above and not flat.cover(top, xs[left], xs[right]):
            _extend(above, left, right - left, bottom)
            continue
        cells.append(Cell(row, left, right - left, (xs[left], top, xs[right], bottom)))
    return cells


def _extend(above: list[Cell], column: int, span: int, bottom: float) -> None:
    for index in range(len(above) - 1, -1, -1):
        cell = above[index]
        if cell.column == column and cell.span == span:
            above[index] = Cell(cell.row, column, span, (*cell.box[:3], bottom))
            return


def _positions(rules: list[Rule]) -> list[float]:
    positions: list[float] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if not positions or rule.at - positions[-1] > SMALLEST:
            positions.append(rule.at)
    return positions
