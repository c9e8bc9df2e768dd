"""Boxes and angles of what is printed in, how they stand to one another out. Nothing is asked of a PDF here."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ciextract.document import Box

GAP = 1.8
"""A gap between words wider than this, in glyph heights, parts two columns."""
TOWER = 40.0
"""Points of height from which a stretch of a line that stands beside one half as high may lie in another direction."""
LEVEL = 5.0
"""Degrees by which a line of text may slant."""


def around(boxes: list[Box]) -> Box:
    """The box that holds all of them."""
    if len(boxes) == 1:
        return boxes[0]
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return min(x0s), min(tops), max(x1s), max(bottoms)


def height_of(box: Box) -> float:
    """Its height in points, at least one."""
    return max(box[3] - box[1], 1.0)


def share_width(one: Box, other: Box) -> bool:
    """One stands over or under some of the other, or on it."""
    return one[0] < other[2] and other[0] < one[2]


def share_height(one: Box, other: Box) -> bool:
    """One stands beside some of the other, or on it."""
    return one[1] < other[3] and other[1] < one[3]


def overlap(one: Box, other: Box) -> bool:
    """Some of one lies on the other."""
    return share_width(one, other) and share_height(one, other)


def column_at(starts: Sequence[float], x: float, slack: float) -> int | None:
    """The column that x stands in, which may begin so many points right of it; None left of them all."""
    return max((at for at, start in enumerate(starts) if x >= start - slack), default=None)


def are_stacked(boxes: list[Box]) -> bool:
    """Of two neighbours, one stands above the other or is far higher."""
    _, top, _, bottom = before = boxes[0]
    for box in boxes:  # most stand level, which a loop tells sooner than a generator
        if (box[1] != top or box[3] != bottom) and _is_stacked(before, box):
            return True
        _, top, _, bottom = before = box
    return False


def _is_stacked(one: Box, other: Box) -> bool:
    """Neither box stands at the height of the middle of the other, or one is far higher than the other."""
    _, top, _, bottom = one
    _, other_top, _, other_bottom = other
    if not (top <= (other_top + other_bottom) / 2 <= bottom or other_top <= (top + bottom) / 2 <= other_bottom):
        return True
    height, other_height = bottom - top, other_bottom - other_top
    high, low = (height, other_height) if height > other_height else (other_height, height)
    return high > TOWER and high > 2 * max(low, 1.0)


def have_gaps(boxes: list[Box], least: float = 1.0) -> bool:
    """A wide gap stands between two neighbours, or one stands further left than the one before.

    ``least`` is the height of their line, where the boxes may be lower.
    """
    height = max(least, max(bottom - top for _, top, _, bottom in boxes))
    gap = GAP * height
    left, _, right, _ = boxes[0]
    for x0, _, x1, _ in boxes[1:]:
        if x0 - right > gap or x0 < left - height:
            return True
        left, right = x0, x1
    return False


def quarters(angle: float) -> int | None:
    """Quarter turns of an angle in degrees, None where it is none."""
    if not math.isfinite(angle):
        return None
    turns = round(angle / 90)
    return turns % 4 if abs(angle - 90 * turns) < LEVEL else None
