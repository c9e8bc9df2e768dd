"""Records come in, the shares that can stand on one axis go out: of one statement, population and condition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ciextract.comparison.grounds import LeftOut
from ciextract.record import Area, GradeRange, PopulationCategory, Proportion, Record

FEWEST_AREAS = 2
"""Below it there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class ShareOf:
    """A share with the area that it is said of."""

    area: Area
    proportion: Proportion
    record_id: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Shares of one population and one condition on quality, said under one statement, by area."""

    statement: int
    title: str | None
    category: PopulationCategory
    grade: GradeRange | None
    shares: tuple[ShareOf, ...]


def axes(records: Iterable[Record]) -> tuple[list[Axis], list[LeftOut]]:
    """The axes on which at least two areas have shares, in the order of their statements; and what has none."""
    groups: dict[tuple[int, str, str, str], list[ShareOf]] = {}
    titles: dict[int, str | None] = {}
    left_out: list[LeftOut] = []
    for record in records:
        area = record.inspection.only_area
        if area is None:
            left_out.append(LeftOut(f"shares of {record.record_id}", "they are not said of one area"))
            continue
        titles.update({n: t for n, t in _titles(record).items() if t or n not in titles})
        for proportion in record.proportions:
            if proportion.statement is not None and proportion.measure == "share":
                key = (proportion.statement, proportion.population.category.value, *_condition(proportion.grade))
                groups.setdefault(key, []).append(ShareOf(area, proportion, record.record_id))
    shared = {key: found for key, found in sorted(groups.items()) if _areas(found) >= FEWEST_AREAS}
    alone = len(groups) - len(shared)
    if alone:
        why = "one area alone has the statement, population and condition"
        left_out.append(LeftOut(f"{alone} groups of shares", why))
    return [_axis(titles.get(key[0]), found) for key, found in shared.items()], left_out


def _axis(title: str | None, found: list[ShareOf]) -> Axis:
    first = found[0].proportion
    ordered = sorted(found, key=lambda each: (each.area.name, each.proportion.evidence.start))
    return Axis(first.statement or 0, title, first.population.category, first.grade, tuple(ordered))


def _condition(grade: GradeRange | None) -> tuple[str, str]:
    return ("", "") if grade is None else (grade.min.value, grade.max.value)


def _areas(found: list[ShareOf]) -> int:
    return len({each.area.code for each in found})


def _titles(record: Record) -> dict[int, str | None]:
    """The statements of a record by their numbers."""
    return {
        section.number: section.title
        for section in record.sections
        if section.kind == "statement" and isinstance(section.number, int)
    }
