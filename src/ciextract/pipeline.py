"""The product in a handful of lines: bytes in, one record out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ciextract.assemble import Given, assemble
from ciextract.checks import checks
from ciextract.checks.finding import CheckFinding
from ciextract.document import Document, Progress, Span
from ciextract.extractors import EXTRACTORS, Finding, Reading
from ciextract.extractors.scaled import with_scale
from ciextract.frozen import frozen
from ciextract.intake import read_file
from ciextract.outline import outline
from ciextract.programme.model import Programme
from ciextract.programme.recognise import recognise, taken, unrecognised
from ciextract.read import read_document
from ciextract.record import Record

if TYPE_CHECKING:
    from ciextract.quantities.scales import Scale

__all__ = ["Examined", "Given", "examine", "parse", "read_document", "reading_of"]


@frozen
class Examined:
    """A record together with what it was made of."""

    record: Record
    reading: Reading
    findings: tuple[Finding, ...]


def parse(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    encoding: str | None = None,
    password: str | None = None,
    source_url: str | None = None,
    retrieved: str | None = None,
    scale: Scale | None = None,
    programme: Programme | None = None,
    ocr: str = "never",
    progress: Progress | None = None,
) -> Record:
    """The record of a document given by its path or its bytes.

    ``name`` is the file name that the record tells; ``encoding`` is tried for text that is not UTF-8; ``password``
    opens an encrypted PDF; ``source_url`` and ``retrieved`` (an ISO date) are taken into the record as given; ``scale``
    gives published bounds to words of quantity, which otherwise keep what the words alone say; ``programme`` is taken
    for the document's own instead of the one that it shows; ``ocr`` is as in ``read_document``; ``progress`` is told of
    each page of a PDF that was read. Raises the errors of ``ciextract.errors``.
    """
    content = source if isinstance(source, bytes) else read_file(str(source))
    name = name or (Path(source).name if not isinstance(source, bytes) else None)
    document = read_document(content, encoding=encoding, password=password, ocr=ocr, progress=progress)
    return examine(document, Given(content, name, source_url, retrieved), scale, programme).record


def examine(
    document: Document, given: Given, scale: Scale | None = None, programme: Programme | None = None
) -> Examined:
    """The record of a document that has been read, with the reading and the findings that it was assembled from."""
    recognised = recognise(document) if programme is None else taken(document, programme)
    outlined = outline(document, recognised.programme)
    if programme is None and Reading(document, outlined, recognised.programme).is_of_its_makers:
        recognised = unrecognised()
        outlined = outline(document, None)
    findings, checked = _found(Reading(document, outlined, recognised.programme), scale)
    # What extractors and checks looked up went with their reading: of a long document it would double the room.
    reading = Reading(document, outlined, recognised.programme)
    document.locate(_signed(reading, findings, checked))
    record = assemble(reading, recognised, findings, checked, given)
    return Examined(record, reading, findings)


def _found(reading: Reading, scale: Scale | None) -> tuple[tuple[Finding, ...], tuple[CheckFinding, ...]]:
    found = (finding for extractor in EXTRACTORS for finding in extractor(reading))
    return tuple(found if scale is None else with_scale(found, scale)), tuple(checks(reading))


def _signed(reading: Reading, findings: Iterable[Finding], checked: Iterable[CheckFinding]) -> Iterator[Span]:
    """What the record gives evidence of."""
    yield from (finding.span for finding in findings)
    yield from (span for finding in checked for span in finding.spans)
    yield from (section.heading.title for section in reading.outline.sections if section.heading is not None)


def reading_of(document: Document, programme: Programme | None = None) -> Reading:
    """The document with its outline and its programme, recognised where none is given, as extractors read it."""
    programme = programme or recognise(document).programme
    return Reading(document, outline(document, programme), programme)
