"""Rules and boxes of one page in, closed grids of cells and bundles of loose rules out. Pure geometry, no text, no PDF.

Coordinates are points from the top left of the page. A rule is a thin rectangle; a box is a rectangle whose four
edges are rules, because it was stroked or because its background ends there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ciextract.document import Box

SNAP = 3.5
"""Points within which rules are one rule: double lines, the two edges of a border, a background beside its border."""
OVERHANG = 7.0
"""Points that rules run on past the last rule across them before the grid counts as open there."""
LOOSE = 3
"""Rules of the same extent with nothing upright between them that may make a table."""
_COVERED = 0.25
"""Share of a cell's side that may be missing at either end of the rule beside it (rounded corners, dashes)."""

Stroke = tuple[float, float, float]
"""Position across, beginning and end along: (y, x0, x1) for a level rule, (x, top, bottom) for an upright one."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A closed cell: first row and column from 0, rows and columns that it covers, and its box."""

    row: int
    column: int
    rows: int
    span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells that share borders, row by row; ``columns`` and ``rows`` count the places where cells begin."""

    columns: int
    rows: int
    cells: tuple[GridCell, ...]
    box: Box

    @property
    def uprights(self) -> tuple[float, ...]:
        """Where cells begin and end across the page, from the left."""
        edges = {round(x) for cell in self.cells for x in (cell.box[0], cell.box[2])}
        return tuple(float(x) for x in sorted(edges))


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rules of a page make: closed grids (a single box is a grid of one cell), and level rules left over."""

    grids: tuple[Grid, ...]
    loose: tuple[tuple[Stroke, ...], ...]


def ruling(rules: Iterable[Box], boxes: Iterable[Box]) -> Ruling:
    """Grids from the rules and boxes of a page; ``loose`` holds bundles of three or more rules of one extent."""
    level, upright = _strokes(rules, boxes)
    grids: list[Grid] = []
    single: list[Stroke] = []
    for levels, uprights in _components(_merged(level), _merged(upright)):
        if not uprights:
            single.extend(levels)
            continue
        grid = _grid(*_closed(levels, uprights))
        if grid is not None:
            grids.append(grid)
            if len(grid.cells) == 1:  # shaded rows of a table without rules are boxes, each by itself
                single.extend(levels)
    return Ruling(tuple(grids), tuple(_bundles(single)))


def _strokes(rules: Iterable[Box], boxes: Iterable[Box]) -> tuple[list[Stroke], list[Stroke]]:
    level: list[Stroke] = []
    upright: list[Stroke] = []
    for x0, top, x1, bottom in rules:
        if x1 - x0 >= bottom - top:
            level.append(((top + bottom) / 2, x0, x1))
        else:
            upright.append(((x0 + x1) / 2, top, bottom))
    for x0, top, x1, bottom in boxes:
        level += [(top, x0, x1), (bottom, x0, x1)]
        upright += [(x0, top, bottom), (x1, top, bottom)]
    return level, upright


def _merged(strokes: list[Stroke]) -> list[Stroke]:
    """Strokes on one line that touch or overlap, as one stroke; lines closer than SNAP are one line."""
    merged: list[Stroke] = []
    for line in _lines(strokes):
        position = sum(stroke[0] for stroke in line) / len(line)
        start, end = line[0][1], line[0][2]
        for _, low, high in sorted(line, key=lambda stroke: stroke[1])[0:]:
            if low > end + SNAP:
                merged.append((position, start, end))
                start, end = low, high
            start, end = min(start, low), max(end, high)
        merged.append((position, start, end))
    return merged


def _lines(strokes: list[Stroke]) -> list[list[Stroke]]:
    lines: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        if lines and stroke[0] - lines[-1][0][0] <= SNAP:
            lines[-1].append(stroke)
        else:
            lines.append([stroke])
    return [sorted(line, key=lambda stroke: stroke[1]) for line in lines]


def _crosses(level: Stroke, upright: Stroke) -> bool:
    return (
        level[1] - SNAP <= upright[0] <= level[2] + SNAP and upright[1] - SNAP <= level[0] <= upright[2] + SNAP
    )


def _components(level: list[Stroke], upright: list[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Rules that hang together by crossing or touching each other."""
    components: list[tuple[list[Stroke], list[Stroke]]] = []
    left = list(upright)
    waiting = list(level)
    while waiting:
        levels, uprights = [waiting.pop()], []
        grown = True
        while grown:
            found = [u for u in left if any(_crosses(one, u) for one in levels)]
            left = [u for u in left if u not in found]
            uprights += found
            touching = [one for one in waiting if any(_crosses(one, u) for u in found)]
            waiting = [one for one in waiting if one not in touching]
            levels += touching
            grown = bool(touching)
        components.append((sorted(levels), sorted(uprights)))
    return components


def _closed(levels: list[Stroke], uprights: list[Stroke]) -> tuple[list[Stroke], list[Stroke]]:
    """The rules with the sides that a table leaves out: rows cut by the page end, no border at the left or right."""
    levels = levels + _missing(uprights, [one[0] for one in levels])
    uprights = uprights + _missing(levels, [one[0] for one in uprights])
    return sorted(levels), sorted(uprights)


def _missing(along: list[Stroke], across: list[float]) -> list[Stroke]:
    """Strokes where two or more of the rules ``along`` end together, past the last of the rules ``across`` them."""
    sides: list[Stroke] = []
    for reached, ends in ((min(across), [(one[1], one) for one in along]), (max(across), [(one[2], one) for one in along])):
        beyond = [(end, one) for end, one in ends if abs(end - reached) > OVERHANG and (end < reached) == (reached == min(across))]
        if len(beyond) < 2:
            continue
        far = min(beyond)[0] if reached == min(across) else max(beyond)[0]
        together = [one[0] for end, one in beyond if abs(end - far) <= SNAP]
        if len(together) >= 2:
            sides.append((far, min(together), max(together)))
    return sides


def _grid(levels: list[Stroke], uprights: list[Stroke]) -> Grid | None:
    """The closed cells between the rules of one component."""
    xs, columns = _positions(uprights)
    ys, rows = _positions(levels)
    if len(xs) < 2 or len(ys) < 2:
        return None
    areas = _areas(xs, ys, rows, columns)
    cells = [_rectangle(area, xs, ys) for area in areas]
    closed = [cell for cell, area in zip(cells, areas, strict=True) if cell is not None and _is_bounded(area, xs, ys, rows, columns)]
    return _counted(closed) if closed else None


def _positions(strokes: list[Stroke]) -> tuple[list[float], list[list[Stroke]]]:
    """Distinct positions in order, and the strokes that stand at each."""
    lines = _lines(strokes)
    return [sum(one[0] for one in line) / len(line) for line in lines], lines


def _is_ruled(line: list[Stroke], start: float, end: float) -> bool:
    """A stroke of the line runs from start to end, but for a little at either end."""
    allowed = max(_COVERED * (end - start), SNAP)
    return any(low <= start + allowed and high >= end - allowed for _, low, high in line)


def _areas(
    xs: list[float], ys: list[float], rows: list[list[Stroke]], columns: list[list[Stroke]]
) -> list[list[tuple[int, int]]]:
    """Smallest squares of the grid, those with no rule between them put together."""
    wide, high = len(xs) - 1, len(ys) - 1
    owner = {(row, column): (row, column) for row in range(high) for column in range(wide)}

    def root(place: tuple[int, int]) -> tuple[int, int]:
        while owner[place] != place:
            place = owner[place]
        return place

    for row in range(high):
        for column in range(wide):
            if column + 1 < wide and not _is_ruled(columns[column + 1], ys[row], ys[row + 1]):
                owner[root((row, column + 1))] = root((row, column))
            if row + 1 < high and not _is_ruled(rows[row + 1], xs[column], xs[column + 1]):
                owner[root((row + 1, column))] = root((row, column))
    areas: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for place in owner:
        areas[root(place)].append(place)
    return list(areas.values())


def _rectangle(area: list[tuple[int, int]], xs: list[float], ys: list[float]) -> GridCell | None:
    """The area as one cell, None where it is no rectangle."""
    top, bottom = min(row for row, _ in area), max(row for row, _ in area) + 1
    left, right = min(column for _, column in area), max(column for _, column in area) + 1
    if (bottom - top) * (right - left) != len(area):
        return None
    return GridCell(top, left, bottom - top, right - left, (xs[left], ys[top], xs[right], ys[bottom]))


def _is_bounded(
    area: list[tuple[int, int]], xs: list[float], ys: list[float], rows: list[list[Stroke]], columns: list[list[Stroke]]
) -> bool:
    """No square of the area is open to the outside of the grid."""
    for row, column in area:
        if row == 0 and not _is_ruled(rows[0], xs[column], xs[column + 1]):
            return False
        if row == len(ys) - 2 and not _is_ruled(rows[-1], xs[column], xs[column + 1]):
            return False
        if column == 0 and not _is_ruled(columns[0], ys[row], ys[row + 1]):
            return False
        if column == len(xs) - 2 and not _is_ruled(columns[-1], ys[row], ys[row + 1]):
            return False
    return True


def _counted(cells: list[GridCell]) -> Grid:
    """The cells numbered by the rows and columns where cells begin: a rule that only divides a neighbour is none."""
    rows = {row: index for index, row in enumerate(sorted({cell.row for cell in cells}))}
    columns = {column: index for index, column in enumerate(sorted({cell.column for cell in cells}))}
    counted = [
        GridCell(
            rows[cell.row],
            columns[cell.column],
            sum(1 for row in rows if cell.row <= row < cell.row + cell.rows),
            sum(1 for column in columns if cell.column <= column < cell.column + cell.span),
            cell.box,
        )
        for cell in sorted(cells, key=lambda cell: (cell.row, cell.column))
    ]
    return Grid(len(columns), len(rows), tuple(counted), bounds(cell.box for cell in counted))


def bounds(boxes: Iterable[Box]) -> Box:
    """The smallest box around the boxes, of which there must be one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def _bundles(strokes: Sequence[Stroke]) -> list[tuple[Stroke, ...]]:
    """Level rules of the same extent, three or more of them."""
    bundles: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        for bundle in bundles:
            if abs(bundle[0][1] - stroke[1]) <= SNAP and abs(bundle[0][2] - stroke[2]) <= SNAP:
                bundle.append(stroke)
                break
        else:
            bundles.append([stroke])
    return [tuple(bundle) for bundle in bundles if len(bundle) >= LOOSE and _is_apart(bundle)]


def _is_apart(bundle: Sequence[Stroke]) -> bool:
    return all(lower[0] - upper[0] > SNAP for upper, lower in pairwise(bundle))
