"""Pieces of evidence in, the text around them out; a piece of text in, where it stands out. Nothing is judged here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from ciextract.document import Span
from ciextract.extractors.reading import Reading
from ciextract.folding import DASHES, QUOTES

AROUND = 160
"""Characters of the text that are shown on either side of a phrase, at the most."""


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase where it stands: offsets in the canonical text, page or line, section, and the text around it."""

    start: int
    end: int
    page: int | None
    line: int | None
    section: str | None
    heading: str | None
    before: str
    quote: str
    after: str


def place_of(reading: Reading, span: Span) -> Place:
    """The phrase at the span with the text around it, cut between words."""
    document = reading.document
    section = reading.section_of(span) if reading.outline.sections else None
    heading = section.heading if section is not None else None
    return Place(
        start=span.start,
        end=span.end,
        page=document.page_of(span),
        line=document.line_of(span),
        section=section.id if section is not None else None,
        heading=" ".join(document[heading.title].split()) if heading is not None else None,
        before=_before(document.text, span.start),
        quote=document[span],
        after=_after(document.text, span.end),
    )


def _before(text: str, end: int) -> str:
    start = max(0, end - AROUND)
    cut = re.compile(r"\s").search(text, start, end) if start else None
    return text[cut.end() if cut else start : end]


def _after(text: str, start: int) -> str:
    end = min(len(text), start + AROUND)
    if end == len(text):
        return text[start:]
    words = text[start:end].rstrip().rsplit(None, 1)
    return words[0] if len(words) > 1 else text[start:end]


def spans_of(text: str, piece: str) -> list[Span]:
    """Everywhere that the piece stands in the text; case, quotes, dashes and white space do not count."""
    words = _alike(piece).split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    return [Span(*found.span()) for found in pattern.finditer(_alike(text))]


def _alike(text: str) -> str:
    # Character for character, so that the offsets stay those of the text.
    return text.translate(QUOTES).translate(DASHES)


class Touching:
    """Knows whether a span, or the sentences that it stands in, touch any of the places looked for."""

    def __init__(self, reading: Reading, places: Iterable[Span]) -> None:
        self._sentences = [sentence.span for sentence in reading.sentences]
        self._places = sorted(places)

    def touches(self, span: Span) -> bool:
        wide = Span(self._sentence(span.start, span).start, self._sentence(max(span.start, span.end - 1), span).end)
        first = bisect_right(self._places, wide.start, key=lambda place: place.end)
        return first < len(self._places) and self._places[first].start < wide.end

    def _sentence(self, offset: int, span: Span) -> Span:
        """The sentence at the offset, the span itself where none is."""
        index = bisect_right(self._sentences, offset, key=lambda sentence: sentence.start) - 1
        return self._sentences[index] if index >= 0 and offset < self._sentences[index].end else span
