"""Lines and what is drawn on a page in, list markers that nobody typed out: dots before lines, large numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ciextract.document import Box
from ciextract.read.grouping import same_size
from ciextract.read.lines import PhysicalLine
from ciextract.read.paged.glyphs import LARGE, Fragment

LEAST, MOST = 0.15, 0.7
"""Sides of a drawn bullet, in heights of the line's type."""
UNEVEN = 1.3
"""One side of a bullet is at most so much longer than the other."""
NEAR = 3.0
"""A drawn bullet stands at most so far before its line, in heights of its type."""
RAISED = 0.6
"""The middle of a bullet stands at most so far above the baseline, in heights of the line's type."""
REACH = 80.0
"""Points between a large number and the lines that it stands before, at the most."""
DRIFT = 12.0
"""Points by which the middles of the numbers of one list may miss each other."""
PARAGRAPH = 1.8
"""Lines of one item stand at most so far apart, in heights of their type."""
_NUMBER = re.compile(r"(\d{1,2})[.)]?")


class _Number(NamedTuple):
    """A large number: the index of its line, of the line that its item begins with, and the number as printed."""

    at: int
    first: int
    text: str


def drawn_bullets(drawn: Sequence[Box], fragments: Sequence[Fragment]) -> frozenset[int]:
    """Origins of the fragments that a small dot or square is drawn before."""
    dots = [box for box in drawn if _is_dot(box)]
    if not dots:
        return frozenset()
    return frozenset(one.origin for one in fragments if any(_stands_before(box, one) for box in dots))


def _is_dot(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) > 1.0 and max(width, height) <= UNEVEN * min(width, height)


def _stands_before(box: Box, line: Fragment) -> bool:
    side, middle = box[3] - box[1], (box[1] + box[3]) / 2
    if not LEAST * line.size <= side <= MOST * line.size:
        return False
    return 0 < line.box[0] - box[2] <= NEAR * line.size and 0 <= line.baseline - middle <= RAISED * line.size


def numbered_items(lines: Sequence[PhysicalLine], baselines: Sequence[float]) -> dict[int, str | None]:
    """Indexes of lines that begin an item, each with its number, and of the large numbers themselves, with None.

    Numbers count where they stand one below the other and go up by one from 1, at least to 2; a number that goes on
    from another page counts too. A figure in a box ('62' beside 'records read') is none. ``baselines`` are the heights
    on which the lines stand.
    """
    found: dict[int, str | None] = {}
    runs = list(_runs(lines, baselines))
    longer = [run for run in runs if len(run) > 1]
    for run in longer + [run for run in runs if len(run) == 1 and _is_set_like_one(lines, run[0], longer)]:
        for number in run:
            if number.first not in found:
                found[number.at], found[number.first] = None, number.text
    return found


def _is_free(line: PhysicalLine) -> bool:
    """The line may be a list item or its number: one outside tables without marker."""
    return line.cell is None and line.marker is None


def _runs(lines: Sequence[PhysicalLine], baselines: Sequence[float]) -> Iterator[list[_Number]]:
    """Runs of numbers that count up from 1."""
    run: list[_Number] = []
    for index, line in enumerate(lines):
        match = _NUMBER.fullmatch(line.text.strip()) if len(line.text) <= 4 and _is_free(line) else None
        number = int(match[1]) if match is not None else 0
        goes_on = bool(run) and number == len(run) + 1 and _below(lines[run[-1].at], line)
        # Only of a number that can belong to a run the lines beside it are looked for: a chart has very many others.
        first = _first_line(lines, baselines, index) if goes_on or number == 1 else None
        if match is None or first is None:
            continue
        if not goes_on:
            yield from [run] if run else []
            run = []
        run.append(_Number(index, first, match[0]))
    yield from [run] if run else []


def _is_set_like_one(lines: Sequence[PhysicalLine], number: _Number, runs: Sequence[Sequence[_Number]]) -> bool:
    """A list of one item: its number stands where the numbers of another list stand, and is as large."""
    own = lines[number.at]
    others = [lines[run[0].at] for run in runs]
    return any(same_size(own.size, one.size) and abs(_box(own)[0] - _box(one)[0]) <= DRIFT for one in others)


def _box(line: PhysicalLine) -> Box:
    assert line.box is not None
    return line.box


def _below(above: PhysicalLine, line: PhysicalLine) -> bool:
    """The number stands in the column of the one before, lower or on the next page."""
    one, other = _box(above), _box(line)
    if abs(one[0] + one[2] - other[0] - other[2]) > 2 * DRIFT or above.page is None or line.page is None:
        return False
    return line.page == above.page + 1 or (line.page == above.page and other[1] >= one[3])


def _first_line(lines: Sequence[PhysicalLine], baselines: Sequence[float], index: int) -> int | None:
    """Where the item of a number begins: the highest of the lines right of it, and of those set close above them."""
    number = lines[index]
    beside = sorted((at for at in _around(lines, index) if _is_right_of(lines[at], number)), key=baselines.__getitem__)
    _, top, _, bottom = _box(number)
    level = [at for at in beside if _box(lines[at])[3] > top and _box(lines[at])[1] < bottom]
    if not level:
        return None
    first = level[0]
    for upper, lower in reversed(list(pairwise(beside[: beside.index(first) + 1]))):
        apart = baselines[lower] - baselines[upper] > PARAGRAPH * (lines[lower].size or 0.0)
        if apart or _is_taken(lines, index, lines[upper]):
            break
        first = upper
    return first


def _is_taken(lines: Sequence[PhysicalLine], index: int, line: PhysicalLine) -> bool:
    """Another number stands nearer to the line: the line belongs to it."""
    own = abs(_middle(lines[index]) - _middle(line))
    others = (lines[at] for at in _around(lines, index) if _NUMBER.fullmatch(lines[at].text.strip()))
    return any(abs(_middle(other) - _middle(line)) < own for other in others)


def _middle(line: PhysicalLine) -> float:
    box = _box(line)
    return (box[1] + box[3]) / 2


def _around(lines: Sequence[PhysicalLine], index: int) -> Iterator[int]:
    """Indexes of the other lines of the page."""
    page = lines[index].page
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(lines) and lines[at].page == page:
            yield at
            at += step


def _is_right_of(line: PhysicalLine, number: PhysicalLine) -> bool:
    if not _is_free(line) or (line.size or 0.0) * LARGE > (number.size or 0.0):
        return False
    return -1 <= _box(line)[0] - _box(number)[2] <= REACH
