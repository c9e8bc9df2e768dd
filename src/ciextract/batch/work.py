"""A request in, its record out as JSON: what a child does with a document of many. Writes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from ciextract.batch.messages import Made, Options, Refusal, Request, refusal_of
from ciextract.document import Document, Progress
from ciextract.intake import read_file

if TYPE_CHECKING:
    from ciextract.programme.model import Programme
    from ciextract.quantities.scales import Scale
    from ciextract.record import Record

T = TypeVar("T")


def record_of(request: Request, progress: Progress) -> Made | Refusal:
    """The record of a document, or why there is none; the hash is of the very bytes that were parsed."""
    record = _parsed(request, progress)  # the bytes of the document and its text go with that call
    if isinstance(record, Refusal):
        return record
    return _or_refusal(partial(_written, record, request.options.indent), record.source.sha256)


def document_of(request: Request, progress: Progress) -> Document:
    """The document of a request's bytes, read as its options say."""
    from ciextract.pipeline import read_document

    content, options = request.content or b"", request.options
    return read_document(
        content, encoding=options.encoding, password=options.password, ocr=options.ocr, progress=progress
    )


def programme_of(options: Options) -> Programme | None:
    """The programme that is asked for. Raises BadConfiguration."""
    if options.programme is None:
        return None
    from ciextract.programme.checking import load_programme

    return load_programme(options.programme)


def scale_of(options: Options) -> Scale | None:
    """The scale that is asked for. Raises BadConfiguration."""
    if options.scale is None:
        return None
    from ciextract.quantities.scales import scale

    return scale(options.scale)


def _parsed(request: Request, progress: Progress) -> Record | Refusal:
    content = request.content if request.content is not None else read_file(request.path)
    work = partial(_record, content, request.name, request.options, progress)
    return _or_refusal(work, hashlib.sha256(content).hexdigest())


def _or_refusal(work: Callable[[], T], sha256: str) -> T | Refusal:
    try:
        return work()
    except BrokenPipeError:
        raise
    except Exception as error:
        return refusal_of(error, sha256)


def _record(content: bytes, name: str | None, options: Options, progress: Progress) -> Record:
    from ciextract.pipeline import parse
    from ciextract.strictness import hold_back

    record = parse(
        content,
        name=name,
        encoding=options.encoding,
        password=options.password,
        retrieved=options.retrieved,
        source_url=options.source_url,
        scale=scale_of(options),
        programme=programme_of(options),
        ocr=options.ocr,
        progress=progress,
    )
    if options.strict:
        hold_back(record)
    return record


def _written(record: Record, indent: int | None) -> Made:
    from ciextract.printing import json_bytes
    from ciextract.strictness import remarks

    return Made(json_bytes(record, indent), tuple(remarks(record)), record.source.sha256, record.complete)
