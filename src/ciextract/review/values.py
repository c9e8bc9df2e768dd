"""A record comes in, its values go out, each by the name that verdicts have for it: kind, quote and occurrence.

The occurrence counts places of the quote in the canonical text, not entries of the record: what another version finds
or leaves out elsewhere does not change it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ciextract.as_json import plain
from ciextract.record import Evidence, Part, Record
from ciextract.review.fields import flat
from ciextract.shape import Json, Model
from ciextract.verdicts import Fields, Kind

Step = str | int


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a record: the steps to it from the record's root, its fields, its evidence, its name."""

    kind: Kind
    steps: tuple[Step, ...]
    fields: Fields
    evidence: Evidence | None
    occurrence: int

    @property
    def name(self) -> tuple[Kind, str, int]:
        """Kind, quote and occurrence."""
        return self.kind, self.evidence.quote if self.evidence else "", self.occurrence


def values_of(record: Record) -> list[Value]:
    """The values of a record that a reviewer judges, by kind."""
    places = _Places(text_of(record))
    return [_value(steps, part, places) for steps, part in _parts(record)]


def text_of(record: Record) -> str:
    """The canonical text, put together from the sections' own texts, which tile it."""
    ordered = sorted(record.sections, key=lambda section: (section.start, section.level))
    return "".join(section.text for section in ordered)


def places_of(text: str, quote: str) -> list[int]:
    """Where a quote begins in a text, in order; places may overlap."""
    places, at = [], text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


class _Places:
    """Where quotes stand in a text, each looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: dict[str, list[int]] = {}

    def occurrence(self, evidence: Evidence | None) -> int:
        """Which of its quote's places the evidence is, from 1; 1 for what the text does not hold."""
        if evidence is None or not evidence.quote:
            return 1
        if evidence.quote not in self._starts:
            self._starts[evidence.quote] = places_of(self._text, evidence.quote)
        return max(bisect_right(self._starts[evidence.quote], evidence.start), 1)


def _parts(record: Record) -> Iterator[tuple[tuple[Step, ...], Model]]:
    """The steps to each value and the part of the record that holds it."""
    for index, part in enumerate(record.documents):
        yield from _of_part(("documents", index), part)
    about = record.inspection
    yield from _listed(("inspection", "areas"), about.areas)
    if about.period:
        yield ("inspection", "period"), about.period
    yield from _listed(("inspection", "partners"), about.partners)
    yield from _listed(("evaluations",), record.evaluations)
    yield from _listed(("key_messages",), record.key_messages)
    yield from _listed(("proportions",), record.proportions)
    yield from _listed(("evidence_base",), record.evidence_base)
    yield from _listed(("actions",), record.actions)
    if record.conclusion:
        yield ("conclusion",), record.conclusion
        yield from _listed(("conclusion", "reasons"), record.conclusion.reasons)
    yield from _listed(("quotations",), record.quotations)
    yield from _listed(("tables",), record.tables)
    yield from _listed(("glossary",), record.glossary)


def _of_part(steps: tuple[Step, ...], part: Part) -> Iterator[tuple[tuple[Step, ...], Model]]:
    if part.title is not None:
        yield (*steps, "title"), part
    if part.published:
        yield (*steps, "published"), part.published
    if part.publication_code is not None:
        yield (*steps, "publication_code"), part


def _listed(steps: tuple[Step, ...], entries: Sequence[Model]) -> Iterator[tuple[tuple[Step, ...], Model]]:
    for index, entry in enumerate(entries):
        yield (*steps, index), entry


def _value(steps: tuple[Step, ...], part: Model, places: _Places) -> Value:
    kind = Kind(str(next(step for step in reversed(steps) if isinstance(step, str))))
    held = plain(part)
    assert isinstance(held, dict)  # a part of a record always is
    evidence = getattr(part, f"{kind}_evidence" if isinstance(part, Part) else "evidence")
    return Value(kind, steps, flat(kind, held), evidence, places.occurrence(evidence))


def at_steps(root: Json, steps: tuple[Step, ...]) -> Json:
    """What stands at the end of the steps."""
    for step in steps:
        root = root[step]  # type: ignore[index]
    return root
