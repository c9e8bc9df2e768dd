"""Evidence and the document that it points into in, out come the words, pages, lines and boxes that do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ciextract.document import Box, Document, Span
from ciextract.read.paged.crops import Crops
from ciextract.record import Evidence, Record, Section
from ciextract.validation import parts_of
from ciextract.verification.failures import Claim, Failure

_HYPHEN = "-"


def evidence_in(record: Record) -> Iterator[tuple[str, Evidence]]:
    """Every piece of evidence with its pointer."""
    return ((pointer, part) for pointer, part in parts_of(record) if isinstance(part, Evidence))


def text_failures(record: Record, document: Document) -> Iterator[Failure]:
    """Quotes and sections' own texts that are not what stands at their place in the canonical text."""
    for pointer, part in parts_of(record):
        if isinstance(part, Evidence):
            yield from _slice(f"{pointer}/quote", part.quote, document[span_of(part)])
        elif isinstance(part, Section):
            yield from _slice(f"{pointer}/text", part.text, document.text[part.start : part.start + len(part.text)])


def _slice(pointer: str, found: str, expected: str) -> Iterator[Failure]:
    if found != expected:
        yield Failure(Claim.TEXT, pointer, expected, found)


def place_failures(pointer: str, evidence: Evidence, document: Document) -> Iterator[Failure]:
    """A page or a line on which the quote does not start."""
    span = span_of(evidence)
    for claim, found, expected in (
        (Claim.PAGE, evidence.page, document.page_of(span)),
        (Claim.LINE, evidence.line, document.line_of(span)),
    ):
        if found != expected:
            yield Failure(claim, f"{pointer}/{claim}", str(expected), str(found))


def box_failures(pointer: str, evidence: Evidence, document: Document, crops: Crops, claim: Claim) -> Iterator[Failure]:
    """The first box of evidence that does not hold the next of the quote's words and nothing else.

    Of a second reader letters and digits count alone: two libraries name marks, such as bullets, differently.
    """
    page = evidence.page
    if page is None:
        return
    counted = _letters if claim is Claim.SECOND_READER else _all
    left = counted(words_on(document, span_of(evidence), page))
    for index, box in enumerate(evidence.boxes):
        readings = [counted(reading) for reading in crops.readings(page, box_of(box))]
        read = _longest_beginning(left, readings)
        if read is None or (claim is Claim.BOXES and not any(readings)):
            yield Failure(claim, f"{pointer}/boxes/{index}", left, readings[0])
            return
        left = left[len(read) :]
    if left:
        yield Failure(claim, f"{pointer}/boxes", left, "")


def _all(words: str) -> str:
    return words


def _letters(words: str) -> str:
    return "".join(character for character in words if character.isalnum())


def words_on(document: Document, span: Span, page: int) -> str:
    """What of a span is printed on a page, without white space; what layout wrote itself is not."""
    pieces = (piece for piece in document.pieces_of(span) if piece.page == page)
    words = "".join(document.text[max(span.start, piece.start) : min(span.end, piece.end)] for piece in pieces)
    return "".join(words.split())


def span_of(evidence: Evidence) -> Span:
    """The span that evidence tells."""
    return Span(evidence.start, evidence.end)


def box_of(printed: Sequence[float]) -> Box:
    """The box that four numbers tell."""
    x0, top, x1, bottom = printed
    return x0, top, x1, bottom


def _longest_beginning(words: str, readings: Sequence[str]) -> str | None:
    """The longest reading with which the words begin; a hyphen at the end of a box may be one that layout healed."""
    ways = {way for reading in readings for way in (reading, reading.removesuffix(_HYPHEN))}
    return max((way for way in ways if words.startswith(way)), key=len, default=None)
