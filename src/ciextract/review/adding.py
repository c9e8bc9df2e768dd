"""Values that a reviewer says were missed come in, each put into a record given as dictionaries, with its evidence.

A value is signed from the document, as all others are: its verdict names words, not places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from ciextract.as_json import plain
from ciextract.assemble.signing import evidence_at
from ciextract.document import Document, Span
from ciextract.record import Grade, Record
from ciextract.review.completing import completed
from ciextract.review.fields import shape_of
from ciextract.review.putting import close, put
from ciextract.review.values import Value, at_steps, places_of, text_of
from ciextract.shape import Json
from ciextract.verdicts import Fields, Kind, Verdict

ADDED = "review#added"
"""The rule of a value that a reviewer added."""
_OF_PART = (Kind.TITLE, Kind.PUBLISHED, Kind.PUBLICATION_CODE)
_HOLDERS: dict[Kind, tuple[str, ...]] = {
    Kind.AREAS: ("inspection", "areas"),
    Kind.PARTNERS: ("inspection", "partners"),
    Kind.PERIOD: ("inspection", "period"),
    Kind.REASONS: ("conclusion", "reasons"),
}
"""Where values of a kind are held, other than in the record's field of that name."""


@dataclass(frozen=True, slots=True)
class Addition:
    """An added value: its verdict, its fields with those that follow, its place in the text."""

    verdict: Verdict
    fields: Fields
    span: Span


class Additions:
    """Decides of the added values of one review what is to be put into a record, and why another one is not."""

    def __init__(self, record: Record, values: Sequence[Value], document: Document | None) -> None:
        self._record = record
        self._values = values
        self._document = document
        self._text = text_of(record)

    def look_at(self, verdict: Verdict) -> Addition | str | None:
        """What is to be put into the record, or why it cannot be; None for a value that the record has already."""
        fields = completed(verdict.kind, verdict.added, verdict.quote)
        places = places_of(self._text, verdict.quote) if verdict.quote else []
        if len(places) < verdict.occurrence:
            return "not found"
        if self._has(verdict, fields):
            return None
        if self._document is None:
            return "added values need the document; give it with --source"
        if self._document.text != self._text:
            return self._why_another_text(self._document)
        start = places[verdict.occurrence - 1]
        addition = Addition(verdict, fields, Span(start, start + len(verdict.quote)))
        return self._why_not(addition) or addition

    def _why_another_text(self, document: Document) -> str:
        layers = {self._record.source.text_layer, document.text_layer}
        remedy = "give the --ocr that it was parsed with" if len(layers) > 1 else "parse it again"
        return f"the record was made from another text of the document; {remedy}"

    @cached_property
    def _root(self) -> dict[str, Json]:
        return self._record.to_dict()

    def _has(self, verdict: Verdict, fields: Fields) -> bool:
        named = (verdict.kind, verdict.quote, verdict.occurrence)
        alike = (value.fields for value in self._values if value.name == named)
        return any(all(each.get(name) == leaf for name, leaf in fields.items()) for each in alike)

    def _why_not(self, addition: Addition) -> str | None:
        kind = addition.verdict.kind
        if kind is Kind.REASONS and self._record.conclusion is None:
            return "the record has no conclusion that it could be a reason of; add that first"
        held = at_steps(self._root, _steps(self._record, addition))
        return None if held is None or isinstance(held, list) else f"the record has another {kind}; correct that one"


def _steps(record: Record, addition: Addition) -> tuple[str | int, ...]:
    """The steps to the list that a value goes into, or to the place that it takes."""
    kind = addition.verdict.kind
    if kind in _OF_PART:
        return "documents", _part_at(record, addition.span), str(kind)
    return _HOLDERS.get(kind, (str(kind),))


def _part_at(record: Record, span: Span) -> int:
    return max((at for at, part in enumerate(record.documents) if part.start <= span.start), default=0)


def add(root: dict[str, Json], record: Record, document: Document, addition: Addition) -> None:
    """Put a value into the record that ``root`` holds: a list keeps the order of the text."""
    steps = _steps(record, addition)
    evidence = plain(evidence_at(document, addition.span))
    if addition.verdict.kind in (Kind.TITLE, Kind.PUBLICATION_CODE):
        part = cast(dict[str, Json], at_steps(root, steps[:-1]))
        part |= {str(steps[-1]): cast(Json, addition.fields.get(str(steps[-1]))), f"{steps[-1]}_evidence": evidence}
        return
    entry = _entry(record, addition, evidence)
    holder = at_steps(root, steps)
    if isinstance(holder, list):
        holder.insert(_place_in(holder, addition.span), entry)
    else:
        cast(dict[str, Json], at_steps(root, steps[:-1]))[str(steps[-1])] = entry


def _place_in(holder: Sequence[Json], span: Span) -> int:
    """Before the first entry that stands behind it."""
    starts = [cast(dict[str, dict[str, int]], each)["evidence"] for each in holder]
    return next((at for at, each in enumerate(starts) if each and each["start"] > span.start), len(holder))


def _entry(record: Record, addition: Addition, evidence: Json) -> dict[str, Json]:
    kind, place = addition.verdict.kind, addition.span.start
    around = [each for each in record.sections if each.start <= place < each.end]
    section = max(around, key=lambda each: (each.start, each.level), default=None)
    signature: dict[str, Json] = {
        "document": _part_at(record, addition.span),
        "rule": ADDED,
        "evidence": evidence,
        "section": section.id if section else None,
        "reasons": [],
    }
    fields = shape_of(kind).__dataclass_fields__
    # What only merged records have is left out.
    entry: dict[str, Json] = {name: signature.get(name) for name, each in fields.items() if not each.metadata}
    for name, leaf in addition.fields.items():
        put(entry, name.split("."), cast(Json, leaf))
    close(entry, addition.fields)
    if kind is Kind.EVALUATIONS:
        entry["score"] = score_of(entry["grade"])
    return entry


def score_of(grade: Json) -> int | None:
    """The number of a grade on its scale, from 1; None for what is no grade."""
    return list(Grade).index(Grade(str(grade))) + 1 if grade in list(Grade) else None
