"""Fragments in, a raised footnote marker that the source parts from its line put before it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ciextract.read.paged.boxes import around
from ciextract.read.paged.glyphs import Fragment

SMALL_MARKER = 0.85
"""A marker that the source parts from its line is set at most this large, relative to the line."""
_NOTE_MARKER = re.compile(r"\d{1,3}|[*†‡]{1,2}")


def with_markers(fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    """The fragments, markers joined to the lines that they stand directly before."""
    marker: Fragment | None = None
    for fragment in fragments:
        line = fragment
        if marker is not None and _marks(marker, fragment):
            line = _marked(marker, fragment)
        elif marker is not None:
            yield marker
        marker = line if _NOTE_MARKER.fullmatch(line.text) else None
        if marker is None:
            yield line
    if marker is not None:
        yield marker


def _marks(marker: Fragment, line: Fragment) -> bool:
    """The marker is set small and raised directly before the line, though the source parts the two."""
    gap = line.origin - marker.origin - len(marker.text)
    near = -1 <= line.box[0] - marker.box[2] <= line.size
    return (
        0 <= gap <= len(" \r\n ")
        and near
        and marker.size <= SMALL_MARKER * line.size
        and line.box[1] - 0.5 * line.size < marker.box[1] < marker.baseline <= line.baseline
    )


def _marked(marker: Fragment, line: Fragment) -> Fragment:
    """The line with its marker, as characters that follow one another in the source."""
    before = line.origin - marker.origin
    return line._replace(
        text=marker.text.ljust(before) + line.text,
        origin=marker.origin,
        box=around([marker.box, line.box]),
        lead=line.lead + before if line.lead else 0,
        raised=((0, len(marker.text)), *((start + before, end + before) for start, end in line.raised)),
    )
