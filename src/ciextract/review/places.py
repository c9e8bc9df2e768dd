"""A document and evidence come in, where the words stand goes out: boxes on pages or marks in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ciextract.document import Box, Document, Span
from ciextract.record import Evidence


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of the text and the numbers of the values that they are evidence of."""

    text: str
    values: tuple[int, ...]


def stands(document: Document, evidence: Evidence) -> bool:
    """Whether the text has the quote where the evidence says."""
    return document.text[evidence.start : evidence.end] == evidence.quote


def boxes_by_page(document: Document, evidence: Evidence) -> dict[int, list[Box]]:
    """The boxes of the evidence on each page that it touches, a box a line."""
    if document.locator is None:
        return {}
    if not stands(document, evidence):
        printed = [(box[0], box[1], box[2], box[3]) for box in evidence.boxes]
        return {evidence.page: printed} if evidence.page is not None else {}
    found: dict[int, list[Box]] = {}
    for piece in document.pieces_of(Span(evidence.start, evidence.end)):
        if piece.page is not None:
            start, end = max(evidence.start, piece.start), min(evidence.end, piece.end)
            boxes = document.locator.boxes(piece.page, piece.origin + start - piece.start, end - start)
            found.setdefault(piece.page, []).extend(boxes)
    return found


def marked(text: str, spans: Mapping[int, Span], within: Span) -> Iterator[Marked]:
    """The text of a stretch in pieces, each inside or outside the span of every value; put together, the text."""
    inside = {number: span for number, span in spans.items() if span.length and span.overlaps(within)}
    edges = {within.start, within.end}
    for span in inside.values():
        edges |= {max(span.start, within.start), min(span.end, within.end)}
    opening = sorted(inside.items(), key=lambda pair: pair[1].start)
    yield from _pieces(text, sorted(edges), opening)


def _pieces(text: str, edges: Sequence[int], opening: Sequence[tuple[int, Span]]) -> Iterator[Marked]:
    open_now: dict[int, Span] = {}
    upcoming = 0
    for start, end in pairwise(edges):
        while upcoming < len(opening) and opening[upcoming][1].start <= start:
            open_now[opening[upcoming][0]] = opening[upcoming][1]
            upcoming += 1
        open_now = {number: span for number, span in open_now.items() if span.end > start}
        yield Marked(text[start:end], tuple(sorted(open_now)))
