"""An entry of a record comes in, what another document must say for it to be the same thing goes out.

Words count without case and punctuation, numbers and choices as they are. Entries that are not told apart by what
follows here say the same; where in doubt they do not, and both are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from ciextract.folding import fold_words
from ciextract.record import (
    Action,
    Area,
    AreaInspected,
    Conclusion,
    Evaluation,
    EvidenceBase,
    GlossaryEntry,
    GradeCount,
    KeyMessage,
    Partner,
    Period,
    ProgressStatement,
    Proportion,
    Quotation,
    TableEntry,
    WordedConclusion,
)
from ciextract.shape import Model


def sameness(entry: Model) -> Hashable:
    """What entries of one kind have in common where they say the same; None for one that is like no other."""
    return _SAMENESS[type(entry)](entry)


def _words(text: str | None) -> str | None:
    return None if text is None else fold_words(text)


def _code(area: Area | None) -> str | None:
    return None if area is None else area.code


def _evaluation(each: Evaluation) -> Hashable:
    indicator = each.indicator or _words(each.indicator_name)
    return None if indicator is None else (indicator, _code(each.area), each.status, each.grade)


def _grade_count(each: GradeCount) -> Hashable:
    return each.count, each.grade, each.total, _code(each.area)


def _proportion(each: Proportion) -> Hashable:
    words = (_words(each.sentence), _words(each.quote), _words(each.population.text), each.population.category)
    said = (each.form, each.quantifier, each.relation, each.measure, each.fraction, each.value, each.count, each.total)
    bounds = (each.bounds.low, each.bounds.high, each.bounds.low_inclusive, each.bounds.high_inclusive)
    how = (each.bounds.basis, each.bounds.scale, each.grade and (each.grade.min, each.grade.max))
    return words, said, bounds, how


def _evidence_base(each: EvidenceBase) -> Hashable:
    population = each.population and (each.population.category, _words(each.population.text))
    return each.activity, population, each.count, each.relation


def _table(each: TableEntry) -> Hashable:
    return tuple(map(_words, each.header)), tuple(tuple(map(_words, row)) for row in each.rows)


def _action(each: Action) -> Hashable:
    aims = (each.issue, each.task, each.expected_outcome, each.owner, each.monitoring, each.timescale)
    return each.ref, each.statement, tuple(map(_words, aims))


def _conclusion(each: Conclusion) -> Hashable:
    reasons = tuple(_words(reason.text) for reason in each.reasons)
    return each.confident, each.action_plan_requested, reasons


_SAMENESS: Mapping[type[Model], Callable[[Any], Hashable]] = {
    AreaInspected: lambda each: each.code,
    Partner: lambda each: _words(each.name),
    Period: lambda each: (each.start, each.end),
    KeyMessage: lambda each: (each.kind, _words(each.text)),
    Evaluation: _evaluation,
    GradeCount: _grade_count,
    WordedConclusion: lambda each: (each.about, _words(each.text), _code(each.area)),
    ProgressStatement: lambda each: (_words(each.text), _words(each.subject), _words(each.sentence), _code(each.area)),
    Proportion: _proportion,
    EvidenceBase: _evidence_base,
    GlossaryEntry: lambda each: (_words(each.term), _words(each.definition)),
    TableEntry: _table,
    Action: _action,
    Conclusion: _conclusion,
    Quotation: lambda each: (_words(each.speaker), _words(each.text)),
}
