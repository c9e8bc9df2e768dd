"""A reviewed record and what parsing its source gives in, the latter with the reviewer's changes made to it out.

What a reviewer did is told by rules and by a warning: no more is taken for the reviewer's than the warning counts. What
is added is signed from the document anew, so that only its fields are believed. Nothing is compared here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ciextract.document import Document
from ciextract.record import Record
from ciextract.review.adding import ADDED
from ciextract.review.applying import CORRECTED, REVIEWED, apply, told_changes
from ciextract.review.values import Value, at_steps, values_of
from ciextract.shape import Json
from ciextract.validation import FlawedVerdicts
from ciextract.verdicts import Kind, Reviewed, Verdict, Verdicts

_UNSIGNED = (Kind.TITLE, Kind.PUBLICATION_CODE, Kind.REASONS)
"""Values without a rule of their own, that would tell who made them."""


@dataclass(frozen=True, slots=True)
class _Changes:
    """What a reviewer did, as the record shows it: (parsed, reviewed) pairs, values taken out, values put in."""

    corrected: Sequence[tuple[Value, Value]]
    removed: Sequence[Value]
    added: Sequence[Value]

    def steps(self) -> Iterator[list[Verdict]]:
        """The verdicts that make the changes, in an order in which each finds what it needs."""
        yield [*(_correction(*pair) for pair in self.corrected), *(_verdict(each, "rejected") for each in self.removed)]
        yield [_addition(each) for each in self.added if each.kind is Kind.CONCLUSION]
        yield [_addition(each) for each in self.added if each.kind is not Kind.CONCLUSION]


def as_reviewed(record: Record, again: Record, document: Document) -> tuple[Record, tuple[str, ...]]:
    """(what parsing gives, with what a reviewer made of it, remarks on that).

    None is a reviewer's unless a warning of the record says that there was one.
    """
    told = told_changes(record)
    if told is None:
        return again, ()
    changes, notes = _within(told, _changes(record, again))
    made = f"{len(changes.corrected)} corrected, {len(changes.removed)} removed, {len(changes.added)} added"
    own = [warning for warning in record.warnings if warning.code == REVIEWED]
    changed = _changed(again, changes, document)
    return replace(changed, warnings=[*again.warnings, *own]), (f"changed by a reviewer: {made}", *notes)


def is_of_reviewer(rule: Json) -> bool:
    """Whether a rule is one that reviewers sign with."""
    return rule in (CORRECTED, ADDED)


def _within(told: tuple[int, int, int], changes: _Changes) -> tuple[_Changes, tuple[str, ...]]:
    """The changes of which no more were made than the record tells of, and a remark on each sort of the others."""
    counts = len(changes.corrected), len(changes.removed), len(changes.added)
    fits = [count <= most for count, most in zip(counts, told, strict=True)]
    notes = tuple(
        f"the record tells of {most} values {name}, {count} are: all of them are held against the source"
        for name, most, count, fit in zip(("corrected", "removed", "added"), told, counts, fits, strict=True)
        if not fit
    )
    corrected, removed, added = fits
    kept = _Changes(
        changes.corrected if corrected else (), changes.removed if removed else (), changes.added if added else ()
    )
    return kept, notes


def _changes(record: Record, again: Record) -> _Changes:
    own, parsed = values_of(record), values_of(again)
    root = record.to_dict()
    ruled = [each for each in own if is_of_reviewer(_rule(root, each))]
    others = [each for each in own if each not in ruled]
    left = _left(others, parsed)
    signed = [*ruled, *(each for each in left if each.kind in _UNSIGNED)]
    waiting: dict[object, list[Value]] = defaultdict(list)
    for each in _left(parsed, others):
        waiting[each.name].append(each)
    corrected, added = [], []
    for each in signed:
        if waiting[each.name] and _rule(root, each) != ADDED:
            corrected.append((waiting[each.name].pop(0), each))
        else:
            added.append(each)
    tampered = {each.name for each in left if each not in signed}
    missing = [each for name, values in waiting.items() if name not in tampered for each in values]
    return _Changes(corrected, _without_what_goes_too(missing), added)


def _left(values: Sequence[Value], others: Sequence[Value]) -> list[Value]:
    """Values that are not among the others; of two that are alike each counts."""
    free = Counter(_said(each) for each in others)
    left = []
    for each in values:
        if free[_said(each)] > 0:
            free[_said(each)] -= 1
        else:
            left.append(each)
    return left


def _said(value: Value) -> tuple[object, str]:
    return value.name, repr(sorted(value.fields.items()))


def _rule(root: Json, value: Value) -> Json:
    held = None if value.kind in _UNSIGNED else at_steps(root, value.steps)
    return held.get("rule") if isinstance(held, dict) else None


def _without_what_goes_too(missing: Sequence[Value]) -> list[Value]:
    """Reasons go with their conclusion; nobody takes them out."""
    whole = any(each.kind is Kind.CONCLUSION for each in missing)
    return [each for each in missing if not (whole and each.kind is Kind.REASONS)]


def _changed(again: Record, changes: _Changes, document: Document) -> Record:
    """The record with the changes; as it is where they make it no record."""
    changed = again
    try:
        for verdicts in filter(None, changes.steps()):
            reviewed = Reviewed(record_id=again.record_id, sha256=again.source.sha256, file_name=None, values={})
            changed = apply(changed, Verdicts(reviewed=reviewed, verdicts=verdicts), document).record
    except FlawedVerdicts:
        return again
    return changed


def _correction(parsed: Value, reviewed: Value) -> Verdict:
    fields = {name: leaf for name, leaf in reviewed.fields.items() if parsed.fields.get(name) != leaf}
    return replace(_verdict(parsed, "corrected"), corrected=fields)


def _addition(value: Value) -> Verdict:
    return replace(_verdict(value, "added"), seen={}, added=value.fields)


def _verdict(value: Value, said: Literal["corrected", "rejected", "added"]) -> Verdict:
    kind, quote, occurrence = value.name
    return Verdict(kind=kind, quote=quote, occurrence=occurrence, verdict=said, seen=value.fields)
