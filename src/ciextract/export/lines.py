"""A record comes in, the lines of each table go out: its entries with their keys, area, section and evidence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ciextract.export.columns import Line
from ciextract.merging import LAYERS
from ciextract.record import Area, Evidence, Record, Source


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a printed table; rows and columns count from 1."""

    table: str
    row: int
    column: int
    header: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """What another source says that is the same as a row: the table and the key of the row, and where it stands."""

    table: str
    row: str
    rule: str
    document: int | None
    section: str | None


def layer(name: str) -> Callable[[Record], Iterator[Line]]:
    """The lines of a list of the record, by the list's name."""

    def lines(record: Record) -> Iterator[Line]:
        for index, entry in enumerate(getattr(record, name)):
            yield line(record, entry, f"{record.record_id}/{name}/{index}", index + 1)

    return lines


def inspections(record: Record) -> Iterator[Line]:
    """The one line of a record as a whole; its evidence is the first sign of the programme."""
    signs = record.inspection.programme_evidence
    yield line(record, record, record.record_id, 1, evidence=signs[0].evidence if signs else None)


def areas(record: Record) -> Iterator[Line]:
    """The areas inspected."""
    for index, area in enumerate(record.inspection.areas):
        yield line(record, area, f"{record.record_id}/areas/{index}", index + 1, area=area)


def documents(record: Record) -> Iterator[Line]:
    """The documents of the file; their evidence is that of the title."""
    for index, part in enumerate(record.documents):
        yield line(record, part, _document(record, index), index + 1, evidence=part.title_evidence)


def sections(record: Record) -> Iterator[Line]:
    """The sections; ``section`` of a line is the parent's key."""
    for index, section in enumerate(record.sections):
        parent = _section(record, section.parent)
        yield line(record, section, f"{record.record_id}/{section.id}", index + 1, section=parent)


def checks(record: Record) -> Iterator[Line]:
    """The checks; the evidence of a line is the first of the check's own."""
    for index, check in enumerate(record.checks):
        evidence = check.evidence[0] if check.evidence else None
        yield line(record, check, f"{record.record_id}/checks/{index}", index + 1, evidence=evidence)


def conclusions(record: Record) -> Iterator[Line]:
    """The conclusion, where there is one, and what other sources of a merged record conclude."""
    if record.conclusion is not None:
        yield line(record, record.conclusion, f"{record.record_id}/conclusion", 1)
    for index, other in enumerate(record.other_conclusions):
        yield line(record, other, f"{record.record_id}/other_conclusions/{index}", index + 2)


def reasons(record: Record) -> Iterator[Line]:
    """The reasons of the conclusion."""
    for index, reason in enumerate(record.conclusion.reasons if record.conclusion else ()):
        yield line(record, reason, f"{record.record_id}/conclusion/{index}", index + 1)


def repeated(record: Record) -> Iterator[Line]:
    """What other sources of a merged record say that is the same, each with the row that has it."""
    lists: list[tuple[str, Sequence[object]]] = [(name, getattr(record, name)) for name in LAYERS]
    lists.append(("areas", record.inspection.areas))
    for name, entries in lists:
        for index, entry in enumerate(entries):
            key = f"{record.record_id}/{name}/{index}"
            yield from _repeated(record, name, key, entry)
    if record.conclusion is not None:
        yield from _repeated(record, "conclusions", f"{record.record_id}/conclusion", record.conclusion)


def _repeated(record: Record, table: str, key: str, entry: object) -> Iterator[Line]:
    for number, other in enumerate(getattr(entry, "also", ()), 1):
        evidence = other.evidence
        told = Repeated(table, key, other.rule, getattr(other, "document", None), getattr(other, "section", None))
        yield line(record, told, f"{key}/also/{number - 1}", number, evidence=evidence)


def cells(record: Record) -> Iterator[Line]:
    """Every cell of every printed table, but for the head row, which names the columns."""
    for index, table in enumerate(record.tables):
        key = f"{record.record_id}/tables/{index}"
        for row, texts in enumerate(table.rows, 1):
            for column, text in enumerate(texts, 1):
                cell = TableCell(key, row, column, _at(table.header, column), text)
                yield line(record, cell, f"{key}/{row}/{column}", row)


def line(
    record: Record,
    entry: object,
    key: str,
    number: int,
    *,
    section: str | None = None,
    area: Area | None = None,
    evidence: Evidence | None = None,
) -> Line:
    """A line with what an entry says of its place; ``section``, ``area`` and ``evidence`` are taken as given before."""
    document = getattr(entry, "document", None)
    told = evidence or getattr(entry, "evidence", None)
    shown = told if isinstance(told, Evidence) else None
    return Line(
        record=record,
        source=_source(record, entry, shown),
        entry=entry,
        id=key,
        document=None if document is None else _document(record, document),
        section=section or _section(record, getattr(entry, "section", None)),
        area=area or getattr(entry, "area", None) or record.inspection.only_area,
        evidence=shown,
        boxes=None if shown is None or not shown.boxes else json.dumps(shown.boxes),
        number=number,
    )


def _source(record: Record, entry: object, evidence: Evidence | None) -> Source:
    """The source that the evidence names, or the entry itself or its document does."""
    index = evidence.source if evidence is not None else getattr(entry, "source", None)
    document = getattr(entry, "document", None)
    if index is None and document is not None:
        index = record.documents[document].source
    return record.sources[index] if isinstance(index, int) else record.source


def _document(record: Record, index: int) -> str:
    return f"{record.record_id}/documents/{index}"


def _section(record: Record, identifier: str | None) -> str | None:
    return None if identifier is None else f"{record.record_id}/{identifier}"


def _at(texts: Sequence[str], column: int) -> str | None:
    return texts[column - 1] if column <= len(texts) else None
