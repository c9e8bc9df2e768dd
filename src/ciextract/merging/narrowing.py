"""The record of a document about several areas comes in, what it says of one of them goes out; nothing is added to it.

Taken are the entries that name the area, the documents of the file, the signs of the programme, the warnings, and the
sections that the entries stand in: of these the headings alone, as their text is about all areas.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ciextract.merging.apart import LAYERS, Contribution, contribution_of
from ciextract.record import Check, Evaluation, Inspection, Record, Section
from ciextract.shape import changed

NOT_GRADED = "area-not-graded"
"""The check of an overview that grades other areas and not this one."""
_OF_AREAS = ("evaluations", "grade_counts", "worded_conclusions", "progress")
"""The lists of a record whose entries say their area."""


def narrowed(record: Record, code: str) -> Contribution:
    """What a single record says of one of its areas, by the area's code."""
    about = record.inspection
    layers = {name: [each for each in getattr(record, name) if _is_of(each, code)] for name in _OF_AREAS}
    kept: dict[str, object] = {name: layers.get(name, []) for name in LAYERS}
    kept |= {
        "inspection": Inspection(
            programme=about.programme,
            programme_evidence=about.programme_evidence,
            programme_candidates=about.programme_candidates,
            areas=[area for area in about.areas if area.code == code],
            period=None,
            partners=[],
        ),
        "sections": list(_headings(record.sections, {each.section for entries in layers.values() for each in entries})),
        "conclusion": None,
        "checks": list(_not_graded(record, code)),
    }
    return Contribution(contribution_of(changed(record, kept)).record, several=True)


def _is_of(entry: object, code: str) -> bool:
    area = getattr(entry, "area", None)
    return area is not None and area.code == code


def _headings(sections: Iterable[Section], named: set[str | None]) -> Iterator[Section]:
    """The named sections and those above them, each with its heading as its text."""
    by_id = {section.id: section for section in sections}
    wanted: set[str | None] = set()
    for name in named:
        while name is not None and name not in wanted:
            wanted.add(name)
            name = by_id[name].parent
    for section in by_id.values():
        if section.id in wanted:
            shown = section.evidence.end - section.start if section.evidence else 0
            yield replace(section, text=section.text[:shown])


def _not_graded(record: Record, code: str) -> Iterator[Check]:
    graded: list[Evaluation] = record.evaluations
    if graded and not any(_is_of(each, code) for each in graded):
        named = [area for area in record.inspection.areas if area.code == code]
        message = f"{len(graded)} grades of other areas are given, none of {named[0].name}"
        yield Check(id=NOT_GRADED, status="not_made", message=message, evidence=[area.evidence for area in named])
