"""A record and verdicts come in, the record with the verdicts put on it goes out, with those that did not fit.

What an added value becomes is decided in ``adding``.

Where a value is found by its name but says something else than the reviewer saw, what the reviewer said of it may no
longer hold: it is listed, an accepted or rejected value stays, a corrected field is replaced all the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from ciextract.as_json import json_text, plain
from ciextract.document import Document
from ciextract.record import Record, RecordWarning
from ciextract.review.adding import Addition, Additions, add, score_of
from ciextract.review.putting import close, put
from ciextract.review.values import Step, Value, at_steps, values_of
from ciextract.shape import Json
from ciextract.validation import FlawedRecord, FlawedVerdicts, load_record
from ciextract.verdicts import Fields, Kind, Verdict, Verdicts

CORRECTED = "review#corrected"
"""The rule of a value that a reviewer corrected."""
REVIEWED = "reviewed"
"""The code of the warning of a record that a reviewer changed."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A verdict whose value was not found, or says something else now in the named fields; ``why`` an added one was not
    put into the record."""

    verdict: Verdict
    differing: tuple[str, ...] = ()
    why: str = "not found"


@dataclass(frozen=True, slots=True)
class Applied:
    """The record as reviewed, how many values were corrected, removed and added, and the verdicts that did not fit."""

    record: Record
    corrected: int
    removed: int
    added: int
    misfits: tuple[Misfit, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    """A verdict, the value that it is about, and the fields of it that say something else than was seen."""

    verdict: Verdict
    value: Value | None
    differing: tuple[str, ...] = ()

    @property
    def acts(self) -> Literal["corrects", "removes"] | None:
        """What the verdict does to the record."""
        if self.value is None or self.verdict.verdict == "accepted":
            return None
        if self.verdict.verdict == "rejected":
            return None if self.differing else "removes"
        return None if _agree(self.value.fields, self.verdict.corrected) else "corrects"


@dataclass(frozen=True, slots=True)
class _Changes:
    """What verdicts do to a record."""

    corrections: tuple[_Match, ...]
    removals: tuple[_Match, ...]
    additions: tuple[Addition, ...]

    def __str__(self) -> str:
        counts = len(self.corrections), len(self.removals), len(self.additions)
        return "{} values corrected, {} removed and {} added by a reviewer".format(*counts)


def told_changes(record: Record) -> tuple[int, int, int] | None:
    """How many values the record says were corrected, removed and added, by all of its reviewers; None without one."""
    told = [re.findall(r"\d+", warning.message) for warning in record.warnings if warning.code == REVIEWED]
    if not told:
        return None
    corrected, removed, added = (sum(int(each[at]) for each in told if len(each) == 3) for at in range(3))
    return corrected, removed, added


def apply(record: Record, verdicts: Verdicts, document: Document | None = None) -> Applied:
    """Put verdicts on a record; added values are signed from its document.

    Raises ``FlawedVerdicts`` where a correction or an added value makes it no record.
    """
    values = values_of(record)
    matches = _matches(values, [each for each in verdicts.verdicts if each.verdict != "added"])
    additions, misfits = _looked_at(Additions(record, values, document), verdicts.verdicts)
    changes = _Changes(
        tuple(match for match in matches if match.acts == "corrects"),
        tuple(match for match in matches if match.acts == "removes"),
        additions,
    )
    unfit = (Misfit(match.verdict, match.differing) for match in matches if match.value is None or match.differing)
    if changes.corrections or changes.removals or additions:
        record = _changed(record, changes, document)
    return Applied(record, len(changes.corrections), len(changes.removals), len(additions), (*unfit, *misfits))


def _looked_at(additions: Additions, verdicts: Sequence[Verdict]) -> tuple[tuple[Addition, ...], tuple[Misfit, ...]]:
    looked = [(each, additions.look_at(each)) for each in verdicts if each.verdict == "added"]
    put = {repr(found): found for _, found in looked if isinstance(found, Addition)}  # each once
    return tuple(put.values()), tuple(Misfit(each, why=found) for each, found in looked if isinstance(found, str))


def _matches(values: Sequence[Value], verdicts: Sequence[Verdict]) -> list[_Match]:
    """Each verdict with its value; of several at one place the one that says what was seen, and each only once."""
    free: dict[tuple[Kind, str, int], list[Value]] = defaultdict(list)
    for value in values:
        free[value.name].append(value)
    found: dict[int, _Match] = {}
    for exact in (True, False):
        for at, verdict in enumerate(verdicts):
            waiting = free[verdict.kind, verdict.quote, verdict.occurrence]
            if at not in found and (match := _match(verdict, waiting, exact=exact)) and match.value:
                found[at] = match
                waiting.remove(match.value)
    return [found.get(at, _Match(verdict, None)) for at, verdict in enumerate(verdicts)]


def _match(verdict: Verdict, waiting: Sequence[Value], *, exact: bool) -> _Match | None:
    matches = (_Match(verdict, value, _differing(value.fields, verdict)) for value in waiting)
    return next((match for match in matches if not (exact and match.differing)), None)


def _differing(fields: Fields, verdict: Verdict) -> tuple[str, ...]:
    """Fields that say neither what the reviewer saw nor what the reviewer put."""
    both = verdict.corrected
    return tuple(
        name
        for name, seen in verdict.seen.items()
        if fields.get(name) != seen and not (name in both and fields.get(name) == both[name])
    )


def _agree(fields: Fields, wanted: Fields) -> bool:
    return all(fields.get(name) == value for name, value in wanted.items())


def _changed(record: Record, changes: _Changes, document: Document | None) -> Record:
    root = record.to_dict()
    for match in changes.corrections:
        _correct(root, cast(Value, match.value), match.verdict.corrected)
    # The last of a list first, so that the steps to the others stay true.
    for steps in sorted((cast(Value, match.value).steps for match in changes.removals), key=_order, reverse=True):
        _remove(root, steps)
    for addition in changes.additions:
        add(root, record, cast(Document, document), addition)
    warnings = cast(list[Json], root["warnings"])
    warnings.append(plain(RecordWarning(code=REVIEWED, message=str(changes))))
    try:
        return load_record(json_text(root, None))
    except FlawedRecord as flawed:
        raise FlawedVerdicts(flawed.flaws) from None


def _order(steps: tuple[Step, ...]) -> tuple[int, tuple[str, ...]]:
    return len(steps), tuple(f"{step:09}" if isinstance(step, int) else step for step in steps)


def _correct(root: dict[str, Json], value: Value, corrected: Fields) -> None:
    alone = value.kind in (Kind.TITLE, Kind.PUBLICATION_CODE)  # fields of a part, not parts of their own
    entry = cast(dict[str, Json], at_steps(root, value.steps[:-1] if alone else value.steps))
    for name, leaf in corrected.items():
        put(entry, name.split("."), cast(Json, leaf))
    close(entry, corrected)
    if value.kind is Kind.EVALUATIONS:
        entry["score"] = score_of(entry["grade"])
    if not alone and "rule" in entry:
        entry["rule"] = CORRECTED


def _remove(root: dict[str, Json], steps: tuple[Step, ...]) -> None:
    holder, last = at_steps(root, steps[:-1]), steps[-1]
    if isinstance(last, int):
        cast(list[Json], holder).pop(last)
        return
    held = cast(dict[str, Json], holder)
    held[last] = None
    if f"{last}_evidence" in held:
        held[f"{last}_evidence"] = None
