"""Fragments of a page in, in reading order out, with list markers given to their lines. Nothing is joined here."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ciextract.document import Box
from ciextract.read.lines import BULLETS
from ciextract.read.paged.columns import LEVEL, by_columns
from ciextract.read.paged.glyphs import Cutter, Fragment

HEAD = 0.09
"""Share of the page height, above, in which a running head stands."""
FOOT = 0.92
"""Share of the page height below which a running foot stands."""
REACH = 80.0
"""Points between a list marker that stands alone and its line, at the most."""
SAME = 0.5
"""Share of the narrower of two lines over which the other one stands, where both are of one column."""
BESIDE = 0.35
"""Distance of the baselines of a marker and its line at the most, in the size of the larger."""
SMALLEST = 4.0
"""Points of a size of type: glyphs of some fonts are told as smaller."""
ABOVE = 0.5
"""Share of its size by which a line stands higher than the next one where the next is drawn out of turn."""
_MARKER = re.compile(rf"(?:[{BULLETS}–—*-]|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]|\d{{1,2}}(?:\.\d{{1,2}})+\.?)\s*")


class Placed(NamedTuple):
    """A fragment with the list marker that stands before it."""

    fragment: Fragment
    marker: str | None = None


def in_order(
    fragments: Sequence[Fragment], height: float, cuts: Cutter, table: Callable[[Box], int | None]
) -> list[Placed]:
    """Content order, which keeps columns and cells, but for heads, feet, markers and text drawn out of turn.

    ``table`` gives the number of the table that a box stands in, None outside all.
    """
    markers, lines = _split(fragments, cuts, table)
    top, bottom = HEAD * height, FOOT * height
    body = [line for line in lines if line.box[3] >= top and line.box[1] <= bottom]
    # Rows of a table may reach into the places of running heads and feet.
    heads = _set_apart([line for line in lines if line.box[3] < top and table(line.box) is None], body, lines)
    feet = _set_apart([line for line in lines if line.box[1] > bottom and table(line.box) is None], body, lines[::-1])
    if len(body) + len(heads) + len(feet) < len(lines):
        body = [line for line in lines if line not in heads and line not in feet]
    ordered = [*_by_height(heads), *by_columns(_mended(body, table), table), *_by_height(feet)]
    return [Placed(line, markers.get(line.origin)) for line in ordered]


def _set_apart(running: list[Fragment], body: list[Fragment], lines: list[Fragment]) -> list[Fragment]:
    """The lines without the ends of columns: next in the order of ``lines`` comes another line of the same column."""
    if not running or not _has_columns(body):
        return running
    apart, columns = {line.origin for line in running}, {line.origin for line in body}
    for line, following in [*pairwise(lines)][::-1]:
        if line.origin in apart and following.origin in columns and _overlap(line.box, following.box) > SAME:
            apart.discard(line.origin)
            columns.add(line.origin)
    return [line for line in running if line.origin in apart]


def _by_height(lines: list[Fragment]) -> list[Fragment]:
    return sorted(lines, key=lambda line: (round(line.baseline), line.box[0]))


def _split(
    fragments: Sequence[Fragment], cuts: Cutter, table: Callable[[Box], int | None]
) -> tuple[dict[int, str], list[Fragment]]:
    """(markers by the origin of the line that they stand before, the other fragments)."""
    alone = [fragment for fragment in fragments if _MARKER.fullmatch(fragment.text.strip())]
    if not alone:
        return {}, list(fragments)
    markers: dict[int, str] = {}
    taken: set[int] = set()
    lone = {marker.origin for marker in alone}
    for marker in alone:
        line = _beside(marker, fragments, markers)
        # Figures of a row look like markers of each other.
        if line is not None and line.origin in lone:
            continue
        # A reference in a cell of its own is no marker of the next cell, nor of what stands beside the table.
        if line is None or cuts(_between(marker.box, line.box)):
            continue
        if table(marker.box) == table(line.box):
            markers[line.origin] = marker.text.strip()
            taken.add(marker.origin)
    return markers, [fragment for fragment in fragments if fragment.origin not in taken]


def _between(one: Box, other: Box) -> Box:
    return (one[0], max(one[1], other[1]), other[2], min(one[3], other[3]))


def _beside(marker: Fragment, fragments: Sequence[Fragment], taken: dict[int, str]) -> Fragment | None:
    """The nearest fragment to the right of the marker on its baseline."""
    near = [
        one
        for one in fragments
        if one.origin != marker.origin
        and one.origin not in taken
        and abs(one.baseline - marker.baseline) < BESIDE * max(one.size, marker.size, SMALLEST)
        and -1 <= one.box[0] - marker.box[2] <= REACH
    ]
    return min(near, key=lambda one: one.box[0], default=None)


def _mended(lines: list[Fragment], table: Callable[[Box], int | None]) -> list[Fragment]:
    """Content order, unless a page of one column is drawn out of turn: then from top to bottom, tables whole."""
    if not _jumps_back(lines):
        return lines
    tables = [table(line.box) for line in lines]
    if _has_columns([line for line, number in zip(lines, tables, strict=True) if number is None]):
        return lines
    tops: dict[int, float] = {}
    for line, number in zip(lines, tables, strict=True):
        if number is not None:
            tops[number] = min(line.baseline, tops.get(number, line.baseline))
    keys = [
        (round(line.baseline), line.box[0]) if number is None else (round(tops[number]), 0.0)
        for line, number in zip(lines, tables, strict=True)
    ]
    return [lines[at] for at in sorted(range(len(lines)), key=keys.__getitem__)]


def _jumps_back(lines: list[Fragment]) -> bool:
    """A line stands above the one before it in the same column."""
    return any(
        other.baseline < line.baseline - ABOVE * line.size and _overlap(line.box, other.box) > SAME
        for line, other in pairwise(lines)
    )


def _has_columns(lines: list[Fragment]) -> bool:
    """Some lines stand side by side."""
    ordered = sorted(lines, key=lambda line: line.baseline)
    return any(
        abs(line.baseline - other.baseline) < LEVEL and _overlap(line.box, other.box) == 0
        for line, other in pairwise(ordered)
    )


def _overlap(one: Box, other: Box) -> float:
    """Share of the narrower box that stands over or under the other one."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    narrow = min(one[2] - one[0], other[2] - other[0])
    return max(width, 0.0) / narrow if narrow > 0 else 0.0
