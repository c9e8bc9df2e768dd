"""A record comes in, what the schema cannot say of it goes out: places beyond the text, references to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.record import Bounds, Evaluation, Evidence, Grade, Part, Record, Section, Signed, Source
from ciextract.shape import Model, field_names, fields_of
from ciextract.validation.flaws import Flaw, shown


def inner_flaws(record: Record) -> Iterator[Flaw]:
    """What the schema cannot say of a record."""
    known = {section.id for section in record.sections}
    yield from _ledger_flaws("/source", record.source)
    for index, source in enumerate(record.sources):
        yield from _ledger_flaws(f"/sources/{index}", source)
    if record.sources and record.source.sha256 != record.sources[0].sha256:
        yield Flaw("/source/sha256", "is not that of the first of sources")
    yield from _twice_used_ids(record)
    for pointer, part in parts_of(record):
        yield from _source_flaws(pointer, part, record)
        if isinstance(part, Evidence):
            yield from _evidence_flaws(pointer, part, _characters(record, part.source))
        elif isinstance(part, Part):
            yield from _span_flaws(pointer, part, _characters(record, part.source))
        elif isinstance(part, Section):
            yield from _span_flaws(pointer, part, _characters(record, _source_of(record, part)))
        elif isinstance(part, Evaluation):
            yield from _grade_flaws(pointer, part)
        elif isinstance(part, Bounds) and part.low > part.high:
            yield Flaw(f"{pointer}/high", f"is {part.high}; it should be at least low, {part.low}")
        yield from _reference_flaws(pointer, part, known, len(record.documents))


def record_fields() -> tuple[str, ...]:
    """The names of a record's fields, in the model's order."""
    return tuple(Record.__dataclass_fields__)


def parts_of(part: object, pointer: str = "") -> Iterator[tuple[str, Model]]:
    """The parts of a record inside a value, itself included, in the order of their fields, each with its pointer."""
    if isinstance(part, Model):
        yield pointer, part
        for name, value in fields_of(part):
            yield from parts_of(value, f"{pointer}/{name}")
    elif isinstance(part, list):
        for index, each in enumerate(part):
            yield from parts_of(each, f"{pointer}/{index}")


def _ledger_flaws(pointer: str, source: Source) -> Iterator[Flaw]:
    placed = source.ledger.body + source.ledger.tables + source.ledger.footnotes
    if placed != source.characters:
        what = f"body, tables and footnotes add up to {placed}; characters is {source.characters}"
        yield Flaw(f"{pointer}/ledger", what)


def _characters(record: Record, source: int | None) -> int:
    """Code points of the text that a part of the record stands in."""
    known = source is not None and source < len(record.sources)
    return record.sources[source or 0].characters if known else record.source.characters


def _source_of(record: Record, part: Signed | Section) -> int | None:
    return record.documents[part.document].source if part.document < len(record.documents) else None


def _source_flaws(pointer: str, part: Model, record: Record) -> Iterator[Flaw]:
    """What is wrong with the sources that a part names."""
    if getattr(part, "also", None) and not record.sources:
        yield Flaw(f"{pointer}/also", "has entries; only a merged record does, which has sources")
    if isinstance(part, Signed) and part.evidence.source != _source_of(record, part):
        own = shown(_source_of(record, part))
        yield Flaw(f"{pointer}/evidence/source", f"is {shown(part.evidence.source)}; its document is of source {own}")
    if isinstance(part, Record) or "source" not in field_names(part):
        return
    index: int | None = getattr(part, "source")  # noqa: B009 - parts of several kinds have it
    if index is None:
        if record.sources and isinstance(part, Evidence | Part):
            yield Flaw(f"{pointer}/source", "is missing; in a record with sources it is always there")
    elif index >= len(record.sources):
        yield Flaw(f"{pointer}/source", f"is {index}; sources has {len(record.sources)} entries, counted from 0")


def _twice_used_ids(record: Record) -> Iterator[Flaw]:
    seen: set[str] = set()
    for index, section in enumerate(record.sections):
        if section.id in seen:
            yield Flaw(f"/sections/{index}/id", f"is {shown(section.id)}; an earlier section has that id")
        seen.add(section.id)


def _evidence_flaws(pointer: str, evidence: Evidence, characters: int) -> Iterator[Flaw]:
    yield from _span_flaws(pointer, evidence, characters)
    length = evidence.end - evidence.start
    if length >= 0 and len(evidence.quote) != length:
        yield Flaw(f"{pointer}/quote", f"has {len(evidence.quote)} characters; from start to end are {length}")


def _span_flaws(pointer: str, span: Evidence | Part | Section, characters: int) -> Iterator[Flaw]:
    if span.end < span.start:
        yield Flaw(f"{pointer}/end", f"is {span.end}; it should be at least start, {span.start}")
    elif span.end > characters:
        yield Flaw(f"{pointer}/end", f"is {span.end}; the text has {characters} characters")


def _grade_flaws(pointer: str, evaluation: Evaluation) -> Iterator[Flaw]:
    grade, score = evaluation.grade, evaluation.score
    if grade is None or evaluation.status == "not_evaluated":
        if (grade is None) != (evaluation.status == "not_evaluated"):
            yield Flaw(f"{pointer}/grade", f"is {shown(grade)}, and the status is {evaluation.status}")
    elif score != list(Grade).index(grade) + 1:
        yield Flaw(f"{pointer}/score", f"is {shown(score)}; {grade} is {list(Grade).index(grade) + 1}")


def _reference_flaws(pointer: str, part: Model, sections: set[str], documents: int) -> Iterator[Flaw]:
    for name in ("section", "parent"):
        section = getattr(part, name, None)
        if section is not None and section not in sections:
            yield Flaw(f"{pointer}/{name}", f"is {shown(section)}; no section has that id")
    if isinstance(part, Signed | Section) and part.document >= documents:
        yield Flaw(f"{pointer}/document", f"is {part.document}; documents has {documents} entries, counted from 0")
