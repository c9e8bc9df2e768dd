"""Records come in, the documents of each inspection go out together: same area and programme, years that fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ciextract.record import Area, DocumentKind, Record, Section

YEARS_APART = 1
"""An inspection is published, put before a committee and tabled up to so many years after its period ends."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A document of a record that speaks about an inspection; ``index`` is its place in the record's documents."""

    record: Record
    index: int

    @property
    def kind(self) -> DocumentKind:
        return self.record.documents[self.index].kind

    def sections(self) -> list[Section]:
        """The sections of this document."""
        return [each for each in self.record.sections if each.document == self.index]


@dataclass(frozen=True, slots=True)
class Group:
    """The documents of one inspection, those about it alone before those about several."""

    programme: str | None
    area: Area
    voices: tuple[Voice, ...]

    def of(self, *kinds: DocumentKind) -> list[Voice]:
        """The documents of some kinds."""
        return [voice for voice in self.voices if voice.kind in kinds]

    @property
    def records(self) -> list[Record]:
        """The records, each once."""
        return list({voice.record.record_id: voice.record for voice in self.voices}.values())


def grouped(records: Sequence[Record]) -> list[Group]:
    """The inspections that some records tell of, by the names of their areas."""
    about: dict[tuple[str | None, str], list[Record]] = {}
    areas: dict[str, Area] = {}
    for record in records:
        for area in record.inspection.areas:
            areas.setdefault(area.code, Area(name=area.name, code=area.code))
            about.setdefault((record.inspection.programme, area.code), []).append(record)
    groups = [
        Group(programme, areas[code], tuple(_voices(together)))
        for (programme, code), found in about.items()
        for together in _inspections(found, code)
    ]
    return sorted(groups, key=lambda group: (group.area.name, group.programme or ""))


def about_several(record: Record) -> bool:
    """Whether a record is of a document about several areas, or what such a document says of one."""
    return record.inspection.only_area is None or any(source.scope == "several" for source in record.sources)


def _inspections(records: Sequence[Record], code: str) -> Iterator[list[Record]]:
    """Records of one area and programme, parted where their years are too far from each other.

    A record about several areas goes with each inspection whose year its own row of the area fits.
    """
    several = [each for each in records if about_several(each)]
    for together in parted_by_year([each for each in records if not about_several(each)]) or [[]]:
        year = _year(together[0], code) if together else None
        yield [*together, *(each for each in several if _near(year, _year(each, code)))]


def parted_by_year(records: Sequence[Record]) -> list[list[Record]]:
    """Records about the same areas alone, in the order of their years, parted where these are too far apart."""
    parted: list[list[Record]] = []
    for record in sorted(records, key=lambda each: each.year or 0):
        if parted and _near(parted[-1][-1].year, record.year):
            parted[-1].append(record)
        else:
            parted.append([record])
    return parted


def _voices(records: Sequence[Record]) -> Iterator[Voice]:
    for record in records:
        for index in range(len(record.documents)):
            yield Voice(record, index)


def _year(record: Record, code: str) -> int | None:
    """The year in which a record places the inspection of an area."""
    if not about_several(record):
        return record.year
    return next((each.year for each in record.evaluations if each.area and each.area.code == code), None)


def _near(one: int | None, other: int | None) -> bool:
    return one is None or other is None or abs(one - other) <= YEARS_APART
