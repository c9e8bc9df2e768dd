"""Records come in, the grades of each quality indicator go out by area and year; indicators are never mixed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ciextract.record import Area, Evaluation, Record


@dataclass(frozen=True, slots=True)
class GradeOf:
    """A grade, or its stated absence, with the area and the year that it is for."""

    area: Area
    year: int | None
    evaluation: Evaluation
    record_id: str


@dataclass(frozen=True, slots=True)
class IndicatorGrades:
    """The grades of one quality indicator, by area and year."""

    indicator: str | None
    name: str | None
    grades: tuple[GradeOf, ...]


def grades(records: Iterable[Record]) -> list[IndicatorGrades]:
    """The grades of some records of one programme; the same one of an area and year comes once."""
    found: dict[str | None, dict[tuple[object, ...], GradeOf]] = {}
    for each in (grade for record in records for grade in _grades(record)):
        same = (each.area.code, each.year, each.evaluation.status, each.evaluation.grade)
        found.setdefault(each.evaluation.indicator, {}).setdefault(same, each)
    return [_indicator(indicator, list(found[indicator].values())) for indicator in sorted(found, key=str)]


def _indicator(indicator: str | None, found: list[GradeOf]) -> IndicatorGrades:
    name = next((each.evaluation.indicator_name for each in found if each.evaluation.indicator_name), None)
    ordered = sorted(found, key=lambda each: (each.area.name, each.year or 0))
    return IndicatorGrades(indicator, name, tuple(ordered))


def _grades(record: Record) -> Iterator[GradeOf]:
    for evaluation in record.evaluations:
        area = evaluation.area or record.inspection.only_area
        if area is not None:
            yield GradeOf(area, evaluation.year or record.year, evaluation, record.record_id)
