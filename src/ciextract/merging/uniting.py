"""Entries of one kind from several sources come in, each once goes out; what says the same stands under the first.

The first is that of the document of the weightiest kind. Nothing is dropped, and what differs stays apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ciextract.merging.same import sameness
from ciextract.record import DocumentKind, Evaluation
from ciextract.shape import Model, changed

M = TypeVar("M", bound=Model)

PRECEDENCE = (
    DocumentKind.INSPECTION_REPORT,
    DocumentKind.IMPROVEMENT_PLAN,
    DocumentKind.COMMITTEE_PAPER,
    DocumentKind.NEWS_RELEASE,
    DocumentKind.OVERVIEW_REPORT,
    DocumentKind.OTHER,
)
"""The inspectors' own report goes before what is said of it, and what is about one inspection before an overview."""


@dataclass(frozen=True, slots=True)
class Said(Generic[M]):
    """An entry, its source, and the place of its document's kind in ``PRECEDENCE``."""

    entry: M
    source: int
    rank: int


def united(entries: Iterable[Said[M]]) -> list[M]:
    """The entries in their order; of those that say the same the others stand in ``also`` of the first."""
    found = list(entries)
    under: dict[int, list[int]] = {}
    for group in _groups(found):
        under |= _pairs(found, group)
    lower = {place for places in under.values() for place in places}
    return [_with(found, place, under.get(place, [])) for place in range(len(found)) if place not in lower]


def first(entries: Sequence[Said[M]]) -> list[M]:
    """The same, in the order of precedence, for what a record has one of."""
    return united(sorted(entries, key=lambda each: (each.rank, each.source)))


def _groups(found: Sequence[Said[M]]) -> Iterator[list[int]]:
    """The places of entries that say the same."""
    alike: dict[Hashable, list[int]] = {}
    for place, each in enumerate(found):
        key = sameness(each.entry)
        alike.setdefault(("alone", place) if key is None else ("same", key), []).append(place)
    for places in alike.values():
        yield from _by_year(found, places)


def _by_year(found: Sequence[Said[M]], places: list[int]) -> Iterator[list[int]]:
    """Grades of different years are not the same; one without a year is, where the others have one year alone."""
    years = {place: entry.year for place in places if isinstance(entry := found[place].entry, Evaluation)}
    if len(set(years.values()) - {None}) < 2:
        yield places
        return
    for year in dict.fromkeys(years.values()):
        yield [place for place in places if years[place] == year]


def _pairs(found: Sequence[Said[M]], group: Sequence[int]) -> dict[int, list[int]]:
    """The place of each entry of the source that leads, and the places of the others' that go under it."""
    leading = found[min(group, key=lambda place: (found[place].rank, found[place].source))].source
    leads = [place for place in group if found[place].source == leading]
    under: dict[int, list[int]] = {place: [] for place in leads}
    seen: dict[int, int] = {}
    for place in group:
        if place not in under:
            nth = seen[found[place].source] = seen.get(found[place].source, -1) + 1
            under[leads[min(nth, len(leads) - 1)]].append(place)
    return under


def _with(found: Sequence[Said[M]], place: int, others: Sequence[int]) -> M:
    entry = found[place].entry
    return changed(entry, {"also": [found[other].entry for other in others]}) if others else entry
