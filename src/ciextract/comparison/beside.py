"""Records come in, all that can be held beside each other goes out in one piece; nothing is drawn here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ciextract.comparison.grades import IndicatorGrades, grades
from ciextract.comparison.grounds import LeftOut, grounds
from ciextract.comparison.messages import Recurring, recurring
from ciextract.comparison.shares import Axis, axes
from ciextract.record import Record


@dataclass(frozen=True, slots=True)
class Beside:
    """The records of one programme beside each other."""

    programme: str
    records: tuple[Record, ...]
    indicators: tuple[IndicatorGrades, ...]
    axes: tuple[Axis, ...]
    recurring: tuple[Recurring, ...]
    left_out: tuple[LeftOut, ...]


def beside(records: Sequence[Record], programme: str | None = None) -> Beside:
    """Grades, shares and messages of the records of one programme; raises ``NotComparable``."""
    ground = grounds(records, programme)
    shown, without = axes(ground.records)
    return Beside(
        programme=ground.programme,
        records=ground.records,
        indicators=tuple(grades(ground.records)),
        axes=tuple(shown),
        recurring=tuple(recurring(ground.records)),
        left_out=(*ground.left_out, *without),
    )
