"""A record and the bytes of its source in, out comes a verification: the steps of the proof, in their order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import NamedTuple

from ciextract import __version__
from ciextract.difference import Difference, Side, compare
from ciextract.document import Document, Progress
from ciextract.merging import Contribution, narrowed, taken_apart
from ciextract.pipeline import Given, examine, read_document
from ciextract.quantities.scales import Scale, scale, shipped_scales
from ciextract.record import SCHEMA_VERSION, Evidence, Record
from ciextract.shape import Json
from ciextract.verification.failures import Claim, Failure, Verification
from ciextract.verification.places import box_failures, evidence_in, place_failures, span_of, text_failures
from ciextract.verification.reviewed import as_reviewed, is_of_reviewer

__all__ = ["Claim", "Failure", "Verification", "verify"]

_RECOGNISED = frozenset(("ocr", "mixed"))
"""Text layers that text recognition made, or a part of them."""


class _Opening(NamedTuple):
    """How a source is opened, as it was when it was parsed, and who is told of its pages."""

    encoding: str | None
    password: str | None
    ocr: str
    progress: Progress | None


def verify(
    record: Record,
    content: bytes,
    *,
    encoding: str | None = None,
    password: str | None = None,
    ocr: str = "never",
    second_reader: bool = False,
    progress: Progress | None = None,
) -> Verification:
    """Hold a record against the bytes of its source.

    ``encoding``, ``password`` and ``ocr`` are those that the source was parsed with; ``second_reader`` reads boxes once
    more, with pdfplumber. Where text was recognised, it is recognised anew, and boxes are read from what came of that.
    Words are looked at first: where a quote does not stand at its place, page and boxes are not looked at. Where the
    source is another document altogether, nothing beyond its hash is told. Of a merged record all that has the given
    source is looked at. ``progress`` is told of each page that was read. Raises the errors of ``ciextract.errors`` for
    a source that cannot be read.
    """
    if record.sources:
        opening = _Opening(encoding, password, ocr, progress)
        return _of_one_source(record, content, opening, second_reader=second_reader)
    document = read_document(content, encoding=encoding, password=password, ocr=ocr, progress=progress)
    failures = list(_file_failures(record, content))
    if failures and "".join(section.text for section in record.sections) != document.text:
        return Verification(tuple(failures), ("the source is another document: nothing else was looked at",), 0, 0)
    failures += text_failures(record, document)
    wrong = {failure.pointer for failure in failures}
    sound = [(pointer, one) for pointer, one in evidence_in(record) if f"{pointer}/quote" not in wrong]
    for pointer, evidence in sound:
        failures += place_failures(pointer, evidence, document)
    if document.locator is not None:
        placed = [(pointer, one) for pointer, one in sound if one.page == document.page_of(span_of(one))]
        failures += _box_failures(placed, document, document.locator.source, password, second_reader=second_reader)
    again, notes = _parsed_again(record, document, content)
    failures += _not_yet_told(again, failures)
    notes = (*_read_otherwise(record, document), *notes)
    return Verification(tuple(failures), notes, len(sound), sum(len(one.boxes) for _, one in sound))


def _of_one_source(record: Record, content: bytes, opening: _Opening, *, second_reader: bool) -> Verification:
    """What a merged record has of one of its sources, held against it; places are those in the merged record."""
    sha256 = hashlib.sha256(content).hexdigest()
    part = next((each for each in taken_apart(record) if each.record.source.sha256 == sha256), None)
    if part is None:
        known = ", ".join(source.sha256 for source in record.sources)
        note = "the source is none that the record was made of: nothing else was looked at"
        return Verification((Failure(Claim.HASH, "/sources", sha256, known),), (note,), 0, 0)
    if part.several:
        return _of_several(part, content, opening)
    found = verify(part.record, content, **opening._asdict(), second_reader=second_reader)
    return replace(found, failures=_in_merged(found.failures, part))


def _of_several(part: Contribution, content: bytes, opening: _Opening) -> Verification:
    """What a record says of one area, against what this version reads of it in a document about several."""
    document = read_document(content, **opening._asdict())
    source = part.record.source
    whole = examine(document, Given(content, source.file_name, source.url, source.retrieved)).record
    codes = [area.code for area in part.record.inspection.areas]
    again = narrowed(replace(whole, record_id=part.record.record_id), codes[0]).record
    sound = [one for _, one in evidence_in(part.record)]
    failures = list(text_failures(part.record, document))
    failures += _not_yet_told([_failure(one) for one in compare(part.record, again, places=True).differences], failures)
    return Verification(_in_merged(failures, part), (), len(sound), 0)


def _in_merged(failures: Sequence[Failure], part: Contribution) -> tuple[Failure, ...]:
    return tuple(replace(failure, pointer=part.pointer(failure.pointer)) for failure in failures)


def _file_failures(record: Record, content: bytes) -> Iterator[Failure]:
    sha256 = hashlib.sha256(content).hexdigest()
    if record.source.sha256 != sha256:
        yield Failure(Claim.HASH, "/source/sha256", sha256, record.source.sha256)
    if record.source.bytes != len(content):
        yield Failure(Claim.BYTES, "/source/bytes", str(len(content)), str(record.source.bytes))


def _box_failures(
    placed: Sequence[tuple[str, Evidence]],
    document: Document,
    content: bytes,
    password: str | None,
    *,
    second_reader: bool,
) -> Iterator[Failure]:
    """Page by page, as a page is read once; the second reader is asked only where the first one agrees."""
    from ciextract.read.paged.crops import pdfium_crops, pdfplumber_crops

    by_page = sorted(placed, key=lambda one: one[1].page or 0)
    told: set[str] = set()
    readers = [(Claim.BOXES, pdfium_crops)] + ([(Claim.SECOND_READER, pdfplumber_crops)] if second_reader else [])
    for claim, reader in readers:
        with closing(reader(content, password)) as crops:
            for pointer, evidence in by_page:
                if pointer in told:
                    continue
                for failure in box_failures(pointer, evidence, document, crops, claim):
                    told.add(pointer)
                    yield failure


def _read_otherwise(record: Record, document: Document) -> Iterator[str]:
    """A remark where recognised text is in only one of the two: most failures then come of that."""
    layers = record.source.text_layer, document.text_layer
    if layers[0] != layers[1] and _RECOGNISED.intersection(layers):
        yield f"its text layer was {layers[0]}, it is {layers[1]} now: give the --ocr that it was parsed with"


def _parsed_again(record: Record, document: Document, content: bytes) -> tuple[list[Failure], tuple[str, ...]]:
    """(what this version reads otherwise, remarks); all of it a remark where another version made the record."""
    applied, unknown = _scale_of(record)
    if unknown is not None:
        return [], (f"made with the scale {unknown}, which is not at hand: the source was not parsed again",)
    given = Given(content, record.source.file_name, record.source.url, record.source.retrieved)
    again = examine(document, given, applied).record
    if record.extractor.version != __version__ or record.schema_version != SCHEMA_VERSION:
        made = f"made by version {record.extractor.version}, looked at by {__version__}"
        count = len(compare(record, again, places=True).differences)
        return [], (f"{made}: {count} differences between their records",)
    again, notes = as_reviewed(record, again, document)
    differences = compare(record, again, places=True).differences
    return [_failure(one) for one in differences if not _both_of_reviewers(one)], notes


def _both_of_reviewers(one: Difference) -> bool:
    """Whether only the reviewer's rule differs: what was added may have been corrected later."""
    return all(side is not None and is_of_reviewer(side.value) for side in (one.before, one.after))


def _scale_of(record: Record) -> tuple[Scale | None, str | None]:
    """(the scale that the record was made with, the name of one that does not come with the program)."""
    name = next((one.bounds.scale for one in record.proportions if one.bounds.scale is not None), None)
    if name is None:
        return None, None
    return (scale(name), None) if name in shipped_scales() else (None, name)


def _failure(one: Difference) -> Failure:
    pointer = (one.before or one.after or Side("", None, None)).pointer
    expected, found = (_json(side.value) if side else "nothing" for side in (one.after, one.before))
    return Failure(Claim.PARSING, pointer, expected, found)


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _not_yet_told(again: Sequence[Failure], told: Sequence[Failure]) -> Iterator[Failure]:
    """Failures of parsing at places of which nothing else was told."""
    pointers = {failure.pointer for failure in told}
    for failure in again:
        if not any(_within(failure.pointer, pointer) or _within(pointer, failure.pointer) for pointer in pointers):
            yield failure


def _within(pointer: str, other: str) -> bool:
    return pointer == other or pointer.startswith(f"{other}/")
