"""Records come in, one merged record for each inspection goes out; whether its documents agree is among its checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from ciextract.as_json import json_text
from ciextract.errors import NotMergeable
from ciextract.merging import Contribution, joined, narrowed, taken_apart
from ciextract.reconciliation.grades import conclusions, grades, periods
from ciextract.reconciliation.grouping import Group, Voice, grouped, parted_by_year
from ciextract.reconciliation.points import Outcome, Point, Side
from ciextract.record import Area, Check, DocumentKind, Evidence, Record

_TOPICS = (grades, periods, conclusions)


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged records, and the records that name no area and so are of no known inspection."""

    records: tuple[Record, ...]
    without_area: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one document says of one inspection, and the same as a record of its own."""

    contribution: Contribution
    record: Record


def merge(records: Sequence[Record]) -> Merged:
    """One record for each inspection, by area, programme and year, the same whatever the order of the records.

    Documents are of one inspection where ``reconcile`` takes them so; a report about two areas together is of an
    inspection of both. A document about several inspections gives each what it says of its area alone. Merged records
    are taken apart first. Raises ``NotMergeable`` where two records of one document say different things.
    """
    whole = [part for record in records for part in taken_apart(record)]
    without = tuple(part.record for part in whole if not part.record.inspection.areas)
    together = {_codes(part) for part in whole if _of_areas_together(part)}
    parts = _unique(part for each in whole for part in _shares(each, together))
    return Merged(tuple(_merged(group) for group in _groups(parts)), without)


def _codes(part: Contribution) -> tuple[str, ...]:
    return tuple(sorted(area.code for area in part.record.inspection.areas))


def _of_areas_together(part: Contribution) -> bool:
    """Whether it is the report of one inspection of several areas."""
    kinds = {document.kind for document in part.record.documents}
    is_report = DocumentKind.INSPECTION_REPORT in kinds and DocumentKind.OVERVIEW_REPORT not in kinds
    return is_report and len(_codes(part)) > 1


def _shares(part: Contribution, together: set[tuple[str, ...]]) -> Iterator[Contribution]:
    """The contribution itself, or one for each inspection that it is about."""
    codes = _codes(part)
    kinds = {document.kind for document in part.record.documents}
    if part.several or len(codes) == 1 or (codes in together and DocumentKind.OVERVIEW_REPORT not in kinds):
        yield part
    else:
        yield from (narrowed(part.record, code) for code in codes)


def _unique(parts: Iterable[Contribution]) -> list[Contribution]:
    """Each document of an inspection once, whatever name its file had, in an order of its own."""
    ordered = sorted(parts, key=lambda part: (part.record.source.url is None, json_text(part.record, None)))
    found: dict[tuple[str, tuple[str, ...]], Contribution] = {}
    for part in ordered:
        known = found.setdefault((part.record.source.sha256, _codes(part)), part)
        if known.several != part.several or replace(part.record, source=known.record.source) != known.record:
            name = part.record.source.file_name or "standard input"
            raise NotMergeable(
                f"two records of {name} ({part.record.record_id}) say different things", "give one of them"
            )
    return list(found.values())


def _groups(parts: Sequence[Contribution]) -> Iterator[list[_Part]]:
    """What belongs to one inspection, by area, programme and year."""
    made = [_Part(part, joined([part]) if part.several else part.record) for part in parts]
    by_id = {part.record.record_id: part for part in made}
    single = [part.record for part in made if len(_codes(part.contribution)) == 1]
    found = [group.records for group in grouped(single)]
    joint: dict[tuple[object, ...], list[Record]] = {}
    for part in made:
        if len(codes := _codes(part.contribution)) > 1:
            joint.setdefault((part.record.inspection.programme, codes), []).append(part.record)
    found.extend(group for alike in joint.values() for group in parted_by_year(alike))
    for records in found:
        yield [by_id[record.record_id] for record in records]


def _merged(parts: Sequence[_Part]) -> Record:
    record = joined(part.contribution for part in parts)
    return replace(record, checks=[*record.checks, *_checks(record, parts)])


def _checks(merged: Record, parts: Sequence[_Part]) -> Iterator[Check]:
    """Documents against each other: what more than one of them says."""
    sources = {source.record_id: index for index, source in enumerate(merged.sources)}
    ordered = sorted(parts, key=lambda part: sources[part.contribution.record.record_id])
    by_id = {part.record.record_id: part for part in ordered}
    voices = tuple(Voice(part.record, index) for part in ordered for index in range(len(part.record.documents)))
    for area in merged.inspection.areas:
        group = Group(merged.inspection.programme, Area(name=area.name, code=area.code), voices)
        for point in (point for topic in _TOPICS for point in topic(group)):
            if point.outcome in (Outcome.AGREES, Outcome.DIFFERS) and len({side.record_id for side in point.sides}) > 1:
                yield _check(point, by_id, sources)


def _check(point: Point, by_id: dict[str, _Part], sources: dict[str, int]) -> Check:
    return Check(
        id=f"{point.topic}-across-documents",
        status="pass" if point.outcome is Outcome.AGREES else "fail",
        message=f"{point.subject}: {point.note}",
        evidence=[_evidence(side, by_id[side.record_id], sources) for side in point.sides],
    )


def _evidence(side: Side, part: _Part, sources: dict[str, int]) -> Evidence:
    """The evidence of the value that a side of a point leads to."""
    value: object = part.record
    for step in side.pointer.split("/")[1:]:
        value = cast(list[object], value)[int(step)] if step.isdecimal() else getattr(value, step)
    evidence = cast(Evidence, getattr(value, "evidence"))  # noqa: B009 - values of several kinds
    return replace(evidence, source=sources[part.contribution.record.record_id])
