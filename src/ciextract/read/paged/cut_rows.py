"""Columns of a table with level rules and the lines around it in, how far its rows go up and down its page out.

The end of a page may cut a row, which then has no rule there. Tables are not looked for here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ciextract.document import Box
from ciextract.frozen import frozen
from ciextract.read.paged.boxes import column_at
from ciextract.read.paged.glyphs import Fragment
from ciextract.read.paged.sequence import FOOT, HEAD
from ciextract.vocabulary.tables import names_columns

ALIKE = 4.0
"""Points within which the ends of rules, or the beginnings of lines, are at one place."""
GAP = 2.0
"""Height between two lines of a table, in heights of a line, at the most."""
BAND = 40.0
"""Points of height of a head row, at the most."""
NAMED = 3
"""Columns that a head names, at the least, where no table went before it."""
SIZES = 1.15
"""How much larger some lines of a table may be set than others."""
STRAIGHT = 0.7
"""Share of the lines of a table that begin where the first line of their column does, at the least."""


@frozen
class Columns:
    """The columns of a table: their edges, and how high the page is that they stand on."""

    edges: tuple[float, ...]
    height: float

    def same_width(self, box: Box) -> bool:
        """The box reaches from the first edge to the last, where there are some."""
        return len(self.edges) > 1 and abs(box[0] - self.edges[0]) <= ALIKE and abs(box[2] - self.edges[-1]) <= ALIKE

    def hold(self, lines: Iterable[Fragment]) -> bool:
        """Each line stands in one column; one over two of them stands beside another line or begins where they do."""
        levels: dict[int, int] = {}
        crossing: list[Fragment] = []
        for one in lines:
            levels[round(one.baseline)] = levels.get(round(one.baseline), 0) + 1
            column = self.column(one)
            if column is None:
                return False
            if one.box[2] > self.edges[column + 1] + ALIKE:
                crossing.append(one)
        return all(levels[round(one.baseline)] > 1 for one in crossing)

    def column(self, one: Fragment) -> int | None:
        """The column that a line begins in."""
        return column_at(self.edges[:-1], one.box[0], ALIKE) if one.box[2] <= self.edges[-1] + ALIKE else None

    def side_by_side(self, lines: Iterable[Fragment]) -> bool:
        """Lines stand beside one another, in different columns."""
        places: dict[int, set[int | None]] = {}
        for one in lines:
            places.setdefault(round(one.baseline), set()).add(self.column(one))
        return any(len(columns) > 1 for columns in places.values())

    def straight(self, lines: Sequence[Fragment]) -> bool:
        """Most lines begin at the left of their column."""
        firsts: dict[int | None, float] = {}
        for one in lines:
            column = self.column(one)
            firsts[column] = min(one.box[0], firsts.get(column, one.box[0]))
        return sum(one.box[0] - firsts[self.column(one)] <= ALIKE for one in lines) >= STRAIGHT * len(lines)

    def wrapped(self, lines: Sequence[Fragment]) -> bool:
        """A text of several lines that the first column alone holds, and that goes on where no line of prose would."""
        inside = len(lines) > 1 and all(one.box[2] <= self.edges[1] + ALIKE for one in lines)
        following = [line for line in lines[1:] if line.text[:1].islower()]
        return inside and 2 * len(following) >= len(lines) - 1 and not any(line.bold for line in lines)

    def bottom(self, y: float, fragments: Sequence[Fragment]) -> float:
        """How far down the rows go that begin below ``y``: to the page's end, or no further than it."""
        below = sorted((one for one in fragments if one.baseline > y), key=lambda one: one.box[3])
        taken, rest = _without_gap(y, below, 1)
        at_end = all(one.box[1] > FOOT * self.height for one in rest) and _is_of_one_size(taken)
        cut = at_end and self.hold(taken) and (self.side_by_side(taken) or self.wrapped(taken))
        return taken[-1].box[3] if cut else y

    def top(self, y: float, fragments: Sequence[Fragment]) -> float | None:
        """How far up the rest of a row goes that ends above ``y``; None where other text stands there."""
        above = sorted((one for one in fragments if one.baseline <= y), key=lambda one: -one.box[1])
        taken, rest = _without_gap(y, above, -1)
        if any(one.box[3] > HEAD * self.height for one in rest) or not self.hold(taken):
            return None
        return taken[-1].box[1] if taken else y


def _is_of_one_size(lines: Sequence[Fragment]) -> bool:
    sizes = [one.size for one in lines]
    return not sizes or max(sizes) <= SIZES * min(sizes)


def _without_gap(y: float, ordered: Sequence[Fragment], way: int) -> tuple[list[Fragment], list[Fragment]]:
    """The lines down (1) or up (-1) from ``y`` to the first gap, and those beyond it."""
    near, far = (1, 3) if way > 0 else (3, 1)
    for at, one in enumerate(ordered):
        if way * (one.box[near] - y) > GAP * (one.box[3] - one.box[1]):
            return list(ordered[:at]), list(ordered[at:])
        y = max(y, one.box[far]) if way > 0 else min(y, one.box[far])
    return list(ordered), []


def headed(rule: Box, fragments: Sequence[Fragment]) -> tuple[float, tuple[float, ...]] | None:
    """(top, edges of columns) of the lines right above a rule that name three columns or more."""
    above = sorted(
        (one for one in fragments if rule[1] - BAND <= one.box[1] and one.baseline <= rule[1]),
        key=lambda one: -one.box[1],
    )
    taken, _ = _without_gap(rule[1], above, -1)
    starts: list[float] = []
    for x in sorted(one.box[0] for one in taken):
        if not starts or x - starts[-1] > ALIKE:
            starts.append(x)
    if len(starts) < NAMED or abs(starts[0] - rule[0]) > 3 * ALIKE:
        return None
    edges = (rule[0], *(x - ALIKE / 2 for x in starts[1:]), rule[2])
    cells = [
        " ".join(one.text.strip() for one in taken[::-1] if left - ALIKE < one.box[0] < right - ALIKE)
        for left, right in pairwise(edges)
    ]
    named = all(one.bold for one in taken) or names_columns(cells)
    return (taken[-1].box[1], edges) if named and all(cells) else None
