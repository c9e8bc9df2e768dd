"""The documents of one inspection come in, points about its grades, period and conclusion go out."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.merging import NOT_GRADED
from ciextract.reconciliation.grouping import Group, about_several
from ciextract.reconciliation.points import Outcome, Point, Side, side
from ciextract.record import Evaluation, Record


def grades(group: Group) -> Iterator[Point]:
    """For each indicator what the records say of its grade; a table that leaves the area out says that it has none."""
    said: dict[str | None, list[tuple[Record, int, Evaluation]]] = {}
    for record in group.records:
        for index, evaluation in enumerate(record.evaluations):
            if evaluation.area is None or evaluation.area.code == group.area.code:
                said.setdefault(evaluation.indicator, []).append((record, index, evaluation))
    for indicator, found in said.items():
        yield _point(group, indicator or "without a number", found)


def _point(group: Group, indicator: str, found: list[tuple[Record, int, Evaluation]]) -> Point:
    sides = [
        side(record.record_id, record.documents[each.document].kind, f"/evaluations/{index}", each.evidence)
        for record, index, each in found
    ]
    printed = {each.grade for _, _, each in found}
    silent = [each for each in _tables(group) if each.record_id not in {record.record_id for record, _, _ in found}]
    sides.extend(_absence(group, record) for record in silent)
    subject = f"indicator {indicator}"
    if len(printed) > 1:
        words = ", ".join(sorted({_word(each) for _, _, each in found}))
        return Point("grade", Outcome.DIFFERS, subject, words, tuple(sides))
    word = _word(found[0][2])
    if printed == {None}:
        note = f"{word}, and the table has no row of it" if silent else word
        outcome = Outcome.AGREES if len(sides) > 1 else Outcome.ONLY
        return Point("grade", outcome, subject, note, tuple(sides))
    if silent:
        return Point("grade", Outcome.DIFFERS, subject, f"{word}, and the table has no row of it", tuple(sides))
    return Point("grade", Outcome.AGREES if len(sides) > 1 else Outcome.ONLY, subject, word, tuple(sides))


def _tables(group: Group) -> list[Record]:
    """Records about several areas that grade some of them, or of which that much is known."""
    return [
        each
        for each in group.records
        if (len(each.inspection.areas) > 1 and each.evaluations) or any(one.id == NOT_GRADED for one in each.checks)
    ]


def _absence(group: Group, record: Record) -> Side:
    """Where a record that has no grade of the area names the area."""
    index, area = next(
        (index, area) for index, area in enumerate(record.inspection.areas) if area.code == group.area.code
    )
    kind = record.documents[0].kind
    return side(record.record_id, kind, f"/inspection/areas/{index}", area.evidence)


def _word(evaluation: Evaluation) -> str:
    return "not evaluated" if evaluation.grade is None else evaluation.grade.replace("_", " ")


def periods(group: Group) -> Iterator[Point]:
    """What the records about the area alone say of the inspection's period."""
    told = [(each, each.inspection.period) for each in group.records if not about_several(each)]
    found = [(record, period) for record, period in told if period is not None]
    if not found:
        return
    sides = tuple(
        side(record.record_id, record.documents[0].kind, "/inspection/period", period.evidence)
        for record, period in found
    )
    spans = sorted({f"{period.start} to {period.end}" for _, period in found})
    outcome = Outcome.DIFFERS if len(spans) > 1 else Outcome.AGREES if len(sides) > 1 else Outcome.ONLY
    yield Point("period", outcome, "period", ", ".join(spans), sides)


def conclusions(group: Group) -> Iterator[Point]:
    """What the records about the area alone say of confidence in its capacity to improve."""
    told = [(each, each.conclusion) for each in group.records if not about_several(each)]
    found = [(record, said) for record, said in told if said is not None and said.confident is not None]
    if not found:
        return
    sides = tuple(
        side(record.record_id, record.documents[said.document].kind, "/conclusion", said.evidence)
        for record, said in found
    )
    words = sorted({"confident" if said.confident else "not confident" for _, said in found})
    outcome = Outcome.DIFFERS if len(words) > 1 else Outcome.AGREES if len(sides) > 1 else Outcome.ONLY
    yield Point("conclusion", outcome, "conclusion", ", ".join(words), sides)
