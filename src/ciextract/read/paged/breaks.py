"""Lines of all pages in reading order in, those of them that begin something new out: what white space tells of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ciextract.read.grouping import item_marker
from ciextract.read.lines import PhysicalLine

LOOSE = 1.22
"""A line that stands so much lower than lines of a paragraph do, relative to their distance, begins something new."""
USUAL = 1.35
"""Distance of lines over glyph height where the document does not tell."""
SLIGHT = 0.3
"""Points by which the distance of lines of one paragraph may vary."""
SMALL = 0.1
"""Share of lines that begin with a small letter up to which what stands at their distance begins something new."""
NEARLY = 0.4
"""Share of the most frequent distance that another one is seen as often as, at the least, to be as usual."""
MANY = 4
"""Lines from which the distances of a document, or the ends of lines of a column, tell anything."""
_DRIFT = 1.0
"""Points by which a line may stand above the one before in its column, and glyph edges may miss each other."""
_LEAST, _MOST = 0.8, 3.0
"""Distances of lines below one another, in glyph heights."""
_IN = 5.0
"""Lines of an item stand so much further in than its marker at the most, in glyph heights."""


def breaks(lines: Sequence[PhysicalLine], baselines: Sequence[float], boxes: Sequence[int]) -> Iterator[int]:
    """Indexes of lines where the space above, or a new box or cell, begins something new.

    ``boxes`` gives the number of the drawn box that each line stands in, 0 outside all.
    """
    hanging = list(_hanging(lines, baselines))
    apart = _least_apart(lines, baselines)
    in_items = apart | _least_apart(lines, baselines, hanging)
    for at, line in enumerate(lines):
        before, distance = lines[at - 1], baselines[at] - baselines[at - 1]
        other = not at or line.cell != before.cell or boxes[at] != boxes[at - 1]
        if other or _is_new(before, line, distance, in_items if hanging[at] else apart):
            yield at


def _hanging(lines: Sequence[PhysicalLine], baselines: Sequence[float]) -> Iterator[bool]:
    """Whether each line is one of an item behind its first: set in from the item's marker, without one of its own."""
    marker: PhysicalLine | None = None
    for at, line in enumerate(lines):
        if item_marker(line, None) is not None:
            marker = line
            yield False
            continue
        if marker is not None and not _hangs(marker, line, baselines[at] - baselines[at - 1]):
            marker = None
        yield marker is not None


def _hangs(marker: PhysicalLine, line: PhysicalLine, distance: float) -> bool:
    """The line stands right below one of the item's, in its column."""
    if marker.page != line.page or marker.cell != line.cell or marker.box is None or line.box is None:
        return False
    size = line.size or 1.0
    return 0 < distance < _MOST * size and _DRIFT <= line.box[0] - marker.box[0] < _IN * size


def _is_new(before: PhysicalLine, line: PhysicalLine, distance: float, apart: dict[float, float]) -> bool:
    if before.page != line.page or distance < -_DRIFT:
        return False
    size = min(before.size or 1.0, line.size or 1.0)
    return distance > apart.get(size, LOOSE * USUAL * size)


def _least_apart(
    lines: Sequence[PhysicalLine], baselines: Sequence[float], hanging: Sequence[bool] | None = None
) -> dict[float, float]:
    """For each glyph size, the distance from the line before beyond which a line begins something new.

    Of the lines that are ``hanging`` alone, where that is told, and for sizes that enough of them have.
    """
    counts: dict[float, Counter[float]] = {}
    small: dict[float, Counter[float]] = defaultdict(Counter)
    for at, ((before, line), (one, other)) in enumerate(zip(pairwise(lines), pairwise(baselines), strict=True), 1):
        size = line.size
        told = hanging is None or hanging[at]
        if not told or not size or before.size != size or before.page != line.page:
            continue
        distance = round(other - one, 1)
        if _LEAST * size < distance < _MOST * size:
            counts.setdefault(size, Counter())[distance] += 1
            if line.text[:1].islower():
                small[size][distance] += 1
    enough = 1 if hanging is None else MANY
    return {size: _apart(those, small[size]) for size, those in counts.items() if those.total() >= enough}


def _apart(distances: Counter[float], small: Counter[float]) -> float:
    """A little less than the least distance at which nearly no line begins small; LOOSE where none tells."""
    usual = _mode(distances)
    least, begun, going_on = LOOSE * usual, 0, 0
    for distance in sorted(distances, reverse=True):
        if distance <= usual + SLIGHT:
            break
        if distance > LOOSE * usual:
            continue
        begun, going_on = begun + distances[distance], going_on + small[distance]
        if begun >= MANY and going_on <= SMALL * begun and small[distance] <= distances[distance] / 4:
            least = distance - SLIGHT / 2
    return least


def _mode(distances: Counter[float]) -> float:
    """The most frequent distance; of those seen nearly as often, the smallest: lines of one paragraph."""
    most = max(distances.values())
    return min(distance for distance, count in distances.items() if count >= NEARLY * most)
