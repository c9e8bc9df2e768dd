"""Lines of a page in content order and the boxes of some in, the lines with boxes drawn out of turn in place out.

Programs draw what floats beside a text, or above it, before or behind all of the text itself.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from ciextract.document import Box
from ciextract.read.grouping import is_broken_off
from ciextract.read.paged.boxes import share_width
from ciextract.read.paged.cells import BOXES
from ciextract.read.paged.grid import Grid
from ciextract.read.paged.sequence import Placed

SLACK = 2.0
"""Points by which a line beside a box may reach into its height."""
MANY = 60
"""Boxes of a page from which on they are cells of something drawn, and stay."""
MOST = 0.5
"""Share of the lines of a page from which on a box is its ground."""


def in_turn(
    lines: list[Placed], boxes: Mapping[int, int], grids: Sequence[Grid], cells: Container[int]
) -> list[Placed]:
    """The lines, those of one box together.

    ``boxes`` gives the number of a line's box by its origin, ``cells`` has the origins of lines in tables.
    """
    groups: dict[int, list[Placed]] = {}
    for line in lines:
        if line.fragment.origin in boxes:
            groups.setdefault(boxes[line.fragment.origin], []).append(line)
    origins = ((line.fragment.box, line.fragment.origin) for line in lines)
    free = [box for box, origin in origins if origin not in boxes and origin not in cells]
    for number, group in groups.items() if len(groups) <= MANY else ():
        if len(group) < MOST * len(lines):
            drawn = grids[number // BOXES].box
            lines = _with_box(lines, group, boxes, _widened(drawn, free))
    return lines


def _widened(box: Box, free: Sequence[Box]) -> Box:
    """The box, over the whole page where no text begins below or above it: it stands beside a single column."""
    if any(box[0] - SLACK <= one[0] < box[2] for one in free):
        return box
    return (0.0, box[1], float("inf"), box[3])


def _with_box(lines: list[Placed], group: Sequence[Placed], boxes: Mapping[int, int], box: Box) -> list[Placed]:
    """The lines, those of a box moved where it is drawn before text that stands above it, or behind text below it."""
    first, last = lines.index(group[0]), lines.index(group[-1])
    before, behind = (
        [line.fragment.box for line in part if line.fragment.origin not in boxes]
        for part in (lines[:first], lines[last + 1 :])
    )
    late = any(one[1] >= box[3] - SLACK and share_width(one, box) for one in before)
    within = 0 < first <= last < len(lines) - 1 and _goes_on(lines[first - 1], lines[last + 1])
    out = late or within or any(_stands_above(one, box) for one in behind)
    return _moved(lines, group, box) if out else lines


def _moved(lines: list[Placed], group: Sequence[Placed], box: Box) -> list[Placed]:
    """The box behind the paragraph above it; where nothing stands above it, behind the one that it interrupts."""
    origins = {line.fragment.origin for line in group}
    rest = [line for line in lines if line.fragment.origin not in origins]
    above = [at for at, line in enumerate(rest) if _stands_above(line.fragment.box, box)]
    at = max(above, key=lambda at: rest[at].fragment.box[3]) + 1 if above else lines.index(group[0])
    while 0 < at < len(rest) and _goes_on(rest[at - 1], rest[at]):
        at += 1
    return [*rest[:at], *group, *rest[at:]]


def _stands_above(one: Box, box: Box) -> bool:
    return one[3] <= box[1] + SLACK and share_width(one, box)


def _goes_on(before: Placed, line: Placed) -> bool:
    """A sentence goes on from line to line."""
    return line.marker is None and is_broken_off(before.fragment.text) and line.fragment.text[:1].islower()
