"""Lines and what is drawn on a page in, list markers that nobody typed out: dots before lines, large numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ciextract.document import Box
from ciextract.read.paged.glyphs import LARGE, Fragment

BULLET = "•"
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


class Line(NamedTuple):
    """A printed line, its page, and whether it may be a list item or its number: one outside tables without marker."""

    fragment: Fragment
    page: int
    free: bool


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


def numbered_items(lines: Sequence[Line]) -> dict[int, str | None]:
    """Indexes of lines that begin an item, each with its number, and of the large numbers themselves, with None.

    Numbers count where they stand one below the other and go up by one from 1, at least to 2; a number that goes on
    from another page counts too. A figure in a box ('62' beside 'records read') is none.
    """
    found: dict[int, str | None] = {}
    for run in _runs(lines):
        for number in run:
            if number.first not in found:
                found[number.at], found[number.first] = None, number.text
    return found


def _runs(lines: Sequence[Line]) -> Iterator[list[_Number]]:
    """Runs of two or more numbers that count up from 1."""
    run: list[_Number] = []
    for index, line in enumerate(lines):
        match = _NUMBER.fullmatch(line.fragment.text.strip()) if line.free and len(line.fragment.text) <= 4 else None
        number = int(match[1]) if match is not None else 0
        goes_on = bool(run) and number == len(run) + 1 and _below(lines[run[-1].at], line)
        # Only of a number that can belong to a run the lines beside it are looked for: a chart has very many others.
        first = _first_line(lines, index) if goes_on or number == 1 else None
        if match is None or first is None:
            continue
        if not goes_on:
            yield from [run] if len(run) > 1 else []
            run = []
        run.append(_Number(index, first, match[0]))
    yield from [run] if len(run) > 1 else []


def _below(above: Line, line: Line) -> bool:
    """The number stands in the column of the one before, lower or on the next page."""
    one, other = above.fragment.box, line.fragment.box
    aligned = abs(one[0] + one[2] - other[0] - other[2]) <= 2 * DRIFT
    return aligned and (line.page == above.page + 1 or (line.page == above.page and other[1] >= one[3]))


def _first_line(lines: Sequence[Line], index: int) -> int | None:
    """Where the item of a number begins: the highest of the lines right of it, and of those set close above them."""
    number = lines[index]
    beside = sorted(
        (at for at in _around(lines, index) if _is_right_of(lines[at], number)),
        key=lambda at: lines[at].fragment.baseline,
    )
    top, bottom = number.fragment.box[1], number.fragment.box[3]
    level = [at for at in beside if lines[at].fragment.box[3] > top and lines[at].fragment.box[1] < bottom]
    if not level:
        return None
    first = level[0]
    for upper, lower in reversed(list(pairwise(beside[: beside.index(first) + 1]))):
        one, other = lines[upper].fragment, lines[lower].fragment
        if other.baseline - one.baseline > PARAGRAPH * other.size or _is_taken(lines, index, one):
            break
        first = upper
    return first


def _is_taken(lines: Sequence[Line], index: int, line: Fragment) -> bool:
    """Another number stands nearer to the line: the line belongs to it."""
    own = abs(_middle(lines[index].fragment) - _middle(line))
    others = (lines[at].fragment for at in _around(lines, index) if _NUMBER.fullmatch(lines[at].fragment.text.strip()))
    return any(abs(_middle(other) - _middle(line)) < own for other in others)


def _middle(fragment: Fragment) -> float:
    return (fragment.box[1] + fragment.box[3]) / 2


def _around(lines: Sequence[Line], index: int) -> Iterator[int]:
    """Indexes of the other lines of the page."""
    page = lines[index].page
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(lines) and lines[at].page == page:
            yield at
            at += step


def _is_right_of(line: Line, number: Line) -> bool:
    one, other = line.fragment, number.fragment
    return line.free and one.size * LARGE <= other.size and -1 <= one.box[0] - other.box[2] <= REACH
