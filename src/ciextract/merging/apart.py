"""A merged record comes in, what each of its sources says goes out, as the source's own record says it.

A single record is taken as the only one of its source. Checks of documents against each other are left behind: they
are made anew of the documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from ciextract.as_json import json_text
from ciextract.merging.placing import Place
from ciextract.record import SCHEMA_VERSION, Evidence, Inspection, Record, Source
from ciextract.shape import Model, changed, field_names

M = TypeVar("M", bound=Model)
LAYERS = (
    "key_messages", "evaluations", "grade_counts", "worded_conclusions", "progress", "proportions", "evidence_base",
    "glossary", "tables", "actions", "quotations",
)  # fmt: skip
"""The lists of a record whose entries say their document."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one document says of an inspection, as a single record; ``several`` where it is about others too.

    ``pointers`` leads from places in this record to those in the record that it was taken from, where they differ.
    """

    record: Record
    several: bool
    pointers: dict[str, str] = field(default_factory=dict, compare=False)

    def pointer(self, own: str) -> str:
        """Where a place of this record stands in the record that it was taken from."""
        steps = own.split("/")
        for length in range(len(steps), 1, -1):
            if (head := "/".join(steps[:length])) in self.pointers:
                return "/".join([self.pointers[head], *steps[length:]])
        return own


Taken = tuple[str, M]
"""An entry with its pointer in the merged record."""


def contribution_of(record: Record) -> Contribution:
    """What a single record says, its lists in reading order."""
    layers: dict[str, object] = {name: sorted(getattr(record, name), key=_reading_order) for name in LAYERS}
    about = record.inspection
    areas, partners = sorted(about.areas, key=_reading_order), sorted(about.partners, key=_reading_order)
    inspection = replace(about, areas=areas, partners=partners)
    fields = layers | {"inspection": inspection, "schema_version": SCHEMA_VERSION}
    return Contribution(changed(record, fields), several=False)


def taken_apart(record: Record) -> list[Contribution]:
    """What each source of a merged record says, in the order of the sources; a single record is its own only one."""
    if not record.sources:
        return [contribution_of(record)]
    return [_Source(record, index).contribution() for index in range(len(record.sources))]


class _Source:
    """One source of a merged record."""

    def __init__(self, record: Record, index: int) -> None:
        documents = [place for place, part in enumerate(record.documents) if part.source == index]
        self._record, self._index = record, index
        self._place = Place(index, documents[0] if documents else 0)
        self._pointers: dict[str, str] = {}

    def contribution(self) -> Contribution:
        record, source = self._record, self._record.sources[self._index]
        layers: dict[str, Any] = {name: self._united(f"/{name}", getattr(record, name)) for name in LAYERS}
        made = Record(
            schema_version=SCHEMA_VERSION,
            record_id=source.record_id,
            source=Source(**{name: getattr(source, name) for name in Source.__dataclass_fields__}),
            complete=source.complete,
            incomplete_because=source.incomplete_because,
            extractor=source.extractor,
            looked_for=source.looked_for,
            documents=self._listed("/documents", record.documents),
            inspection=self._inspection(record.inspection),
            sections=self._listed("/sections", record.sections),
            conclusion=self._only("/conclusion", record.conclusion, "/other_conclusions", record.other_conclusions),
            checks=self._listed("/checks", record.checks),
            warnings=self._listed("/warnings", record.warnings),
            **layers,
        )
        return Contribution(made, source.scope == "several", self._pointers)

    def _inspection(self, about: Inspection) -> Inspection:
        at = "/inspection"
        return Inspection(
            programme=about.programme,
            programme_evidence=self._listed(f"{at}/programme_evidence", about.programme_evidence),
            programme_candidates=self._listed(f"{at}/programme_candidates", about.programme_candidates),
            areas=self._united(f"{at}/areas", about.areas),
            period=self._only(f"{at}/period", about.period, f"{at}/other_periods", about.other_periods),
            partners=self._united(f"{at}/partners", about.partners),
        )

    def _listed(self, path: str, entries: Iterable[M]) -> list[M]:
        """The source's own entries of a list in which sources stand one after another."""
        return self._kept(path, self._own(_numbered(path, entries)))

    def _united(self, path: str, entries: Iterable[M]) -> list[M]:
        """The source's own entries of a list in which one may stand under another."""
        own = self._own(_flat(_numbered(path, entries)))
        return self._kept(path, sorted(own, key=lambda taken: _reading_order(taken[1])))

    def _only(self, path: str, leading: M | None, other_path: str, others: Iterable[M]) -> M | None:
        """The source's own of what a single record has one of."""
        held = [] if leading is None else [(path, leading)]
        for pointer, entry in self._own(_flat([*held, *_numbered(other_path, others)])):
            self._pointers[path] = pointer
            return entry
        return None

    def _own(self, held: Iterable[Taken[M]]) -> list[Taken[M]]:
        return [(pointer, self._place.back(each)) for pointer, each in held if self._source_of(each) == self._index]

    def _kept(self, path: str, own: list[Taken[M]]) -> list[M]:
        self._pointers |= {f"{path}/{place}": pointer for place, (pointer, _) in enumerate(own)}
        return [entry for _, entry in own]

    def _source_of(self, entry: Any) -> int | None:  # noqa: ANN401 - parts of many kinds say it in three ways
        if "document" in field_names(entry):
            return self._record.documents[cast(int, entry.document)].source
        told = entry if "source" in field_names(entry) else entry.evidence
        return None if told is None else cast(int | None, told.source)


def _numbered(path: str, entries: Iterable[M]) -> Iterator[Taken[M]]:
    return ((f"{path}/{place}", entry) for place, entry in enumerate(entries))


def _flat(held: Iterable[Taken[M]]) -> Iterator[Taken[M]]:
    """The entries, each followed by those that stand under it."""
    for pointer, entry in held:
        also: list[M] = getattr(entry, "also", [])
        yield pointer, changed(entry, {"also": []}) if also else entry
        yield from _numbered(f"{pointer}/also", also)


def _reading_order(entry: Model) -> tuple[int, int, str]:
    evidence: Evidence | None = getattr(entry, "evidence", None)
    start, end = (evidence.start, evidence.end) if evidence else (-1, -1)
    return start, end, json_text(entry, None)
