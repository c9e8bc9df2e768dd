"""Boxes and angles of what is printed in, how they stand to one another out. Nothing is asked of a PDF here."""

from __future__ import annotations

import math
from itertools import pairwise

from ciextract.document import Box

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


def are_stacked(boxes: list[Box]) -> bool:
    """Of two neighbours, one stands above the other or is far higher."""
    return any(one[1::2] != other[1::2] and _is_stacked(one, other) for one, other in pairwise(boxes))


def _is_stacked(one: Box, other: Box) -> bool:
    """Neither box stands at the height of the middle of the other, or one is far higher than the other."""
    height, other_height = height_of(one), height_of(other)
    high = max(height, other_height)
    if high > TOWER and high > 2 * min(height, other_height):
        return True
    middle, other_middle = (one[1] + one[3]) / 2, (other[1] + other[3]) / 2
    return not (one[1] <= other_middle <= one[3] or other[1] <= middle <= other[3])


def quarters(angle: float) -> int | None:
    """Quarter turns of an angle in degrees, None where it is none."""
    if not math.isfinite(angle):
        return None
    turns = round(angle / 90)
    return turns % 4 if abs(angle - 90 * turns) < LEVEL else None
