"""The product in a handful of lines: bytes in, one record out."""

from __future__ import annotations

from pathlib import Path

from ciextract.assemble import Given, assemble
from ciextract.checks import checks
from ciextract.document import Document
from ciextract.errors import UnreadableDocument
from ciextract.extractors import EXTRACTORS, Reading
from ciextract.outline import outline
from ciextract.programme.recognise import recognise
from ciextract.read import read_document
from ciextract.record import Record

__all__ = ["parse", "read_document", "reading_of"]


def parse(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    encoding: str | None = None,
    password: str | None = None,
    source_url: str | None = None,
    retrieved: str | None = None,
) -> Record:
    """The record of a document given by its path or its bytes.

    ``name`` is the file name that the record tells; ``encoding`` is tried for text that is not UTF-8; ``password``
    opens an encrypted PDF; ``source_url`` and ``retrieved`` (an ISO date) are taken into
    the record as given. Raises the errors of
    ``ciextract.errors``.
    """
    content = source if isinstance(source, bytes) else _bytes(Path(source))
    name = name or (Path(source).name if not isinstance(source, bytes) else None)
    document = read_document(content, encoding=encoding, password=password)
    recognised = recognise(document)
    reading = Reading(document, outline(document, recognised.programme), recognised.programme)
    findings = [finding for extractor in EXTRACTORS for finding in extractor(reading)]
    given = Given(content, name, source_url, retrieved)
    return assemble(reading, recognised, findings, list(checks(reading)), given)


def reading_of(document: Document) -> Reading:
    """The document with its programme and outline, as extractors read it."""
    programme = recognise(document).programme
    return Reading(document, outline(document, programme), programme)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(error.strerror or "cannot be read", "check the path and its permissions") from error
