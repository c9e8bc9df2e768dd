"""What several documents say of one inspection comes in, one record of it goes out, every evidence with its source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, TypeVar

from ciextract import __version__
from ciextract.merging.apart import LAYERS, Contribution, taken_apart
from ciextract.merging.placing import Place
from ciextract.merging.uniting import PRECEDENCE, Said, first, united
from ciextract.record import SCHEMA_VERSION, Extractor, Inspection, MergedSource, Record
from ciextract.record.naming import record_id
from ciextract.shape import Model, fields_of

M = TypeVar("M", bound=Model)
_NO_DATE = "9999"


def joined(contributions: Iterable[Contribution]) -> Record:
    """The merged record of at least one contribution, the same whatever their order."""
    ordered = sorted(contributions, key=_order)
    return _Joined(ordered).record()


def single_records(records: Iterable[Record]) -> Iterator[Record]:
    """The records of the documents that some records were made of, each once.

    What is here of a document about several areas stays a merged record of that one source.
    """
    seen: set[str] = set()
    for record in records:
        for part in taken_apart(record) if record.sources else [Contribution(record, several=False)]:
            single = joined([part]) if part.several else part.record
            if single.record_id not in seen:
                seen.add(single.record_id)
                yield single


def _order(each: Contribution) -> tuple[int, str, str]:
    parts = each.record.documents
    published = parts[0].published if parts else None
    rank = PRECEDENCE.index(parts[0].kind) if parts else len(PRECEDENCE)
    return rank, published.date if published else _NO_DATE, each.record.source.sha256


class _Joined:
    """Contributions in the order of their sources."""

    def __init__(self, ordered: Sequence[Contribution]) -> None:
        self._given = ordered
        before = accumulate((len(each.record.documents) for each in ordered), initial=0)
        self._places = [Place(index, documents) for index, documents in zip(range(len(ordered)), before, strict=False)]

    def record(self) -> Record:
        sources = [_source(each) for each in self._given]
        records = [each.record for each in self._given]
        own = [part for each in self._given if not each.several for part in each.record.documents]
        digest = hashlib.sha256("".join(source.sha256 for source in sources).encode()).hexdigest()
        about = self._inspection()
        conclusions = first([each for one in self._each() for each in self._said(one, [one[1].conclusion])])
        layers: dict[str, Any] = {name: self._united(name) for name in LAYERS}
        return Record(
            schema_version=SCHEMA_VERSION,
            record_id=record_id(about.areas, own, digest),
            source=records[0].source,
            sources=sources,
            complete=all(source.complete for source in sources),
            incomplete_because=_distinct(source.incomplete_because for source in sources),
            extractor=Extractor(version=__version__),
            looked_for=[
                layer for layer in sources[0].looked_for if all(layer in source.looked_for for source in sources)
            ],
            documents=self._listed(record.documents for record in records),
            inspection=about,
            sections=self._listed(record.sections for record in records),
            conclusion=conclusions[0] if conclusions else None,
            other_conclusions=conclusions[1:],
            checks=self._listed(record.checks for record in records),
            warnings=self._listed(record.warnings for record in records),
            **layers,
        )

    def _inspection(self) -> Inspection:
        told = [each.record.inspection for each in self._given]
        periods = first([each for one in self._each() for each in self._said(one, [one[1].inspection.period])])
        return Inspection(
            programme=told[0].programme,
            programme_evidence=self._listed(each.programme_evidence for each in told),
            programme_candidates=self._listed(each.programme_candidates for each in told),
            areas=united([each for one in self._each() for each in self._said(one, one[1].inspection.areas)]),
            period=periods[0] if periods else None,
            other_periods=periods[1:],
            partners=united([each for one in self._each() for each in self._said(one, one[1].inspection.partners)]),
        )

    def _each(self) -> Iterator[tuple[Place, Record]]:
        return zip(self._places, (each.record for each in self._given), strict=True)

    def _listed(self, lists: Iterable[Sequence[M]]) -> list[M]:
        return [place.of(each) for place, entries in zip(self._places, lists, strict=True) for each in entries]

    def _united(self, name: str) -> list[Any]:
        return united([each for one in self._each() for each in self._said(one, getattr(one[1], name))])

    def _said(self, one: tuple[Place, Record], entries: Sequence[M | None]) -> Iterator[Said[M]]:
        place, record = one
        for entry in entries:
            if entry is not None:
                yield Said(place.of(entry), place.source, _rank(record, entry))


def _rank(record: Record, entry: Any) -> int:  # noqa: ANN401 - parts of many kinds
    """The weight of the document that an entry stands in: the one that it names, or that has its evidence."""
    index = getattr(entry, "document", None)
    if index is None:
        start = entry.evidence.start if entry.evidence else 0
        index = next((at for at, part in enumerate(record.documents) if part.start <= start < part.end), 0)
    return PRECEDENCE.index(record.documents[index].kind) if record.documents else len(PRECEDENCE)


def _source(each: Contribution) -> MergedSource:
    record = each.record
    file: dict[str, Any] = dict(fields_of(record.source))
    return MergedSource(
        **file,
        record_id=record.record_id,
        kinds=[part.kind for part in record.documents],
        scope="several" if each.several else "inspection",
        complete=record.complete,
        incomplete_because=record.incomplete_because,
        extractor=record.extractor,
        looked_for=record.looked_for,
    )


def _distinct(lists: Iterable[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(each for words in lists for each in words))
