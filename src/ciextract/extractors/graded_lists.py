"""A sentence in, the indicators that it names out, each with the grade that it gives it. One alone is left to others.

Two orders are known: indicators and then their grade ('X and Y were evaluated as good and Z as weak', 'X and Y were
good and weak respectively'), and a grade and then its indicators ('very good for X and good for Y and Z').
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ciextract.frozen import frozen
from ciextract.vocabulary.evaluations import EvaluationWords
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.rules import CompiledRule, first_taking


@frozen
class Graded:
    """An indicator and its grade, as the sentence prints them, and the rule that joins them."""

    indicator: re.Match[str]
    grade: re.Match[str]
    rule: str


@frozen
class _Group:
    """Indicators that share what comes after them, or the grade before them."""

    indicators: tuple[re.Match[str], ...]
    grade: re.Match[str]


def graded_list(text: str, words: EvaluationWords) -> list[Graded]:
    """Two or more indicators with their grades, in the order of the sentence; empty where it does not list them so."""
    names = words.indicators_in(text) if words.name_indicator(text) else []
    mentions = list(grades().mention.finditer(text)) if len(names) > 1 else []
    marks = [one for one in mentions if not any(_overlap(one, name) for name in names)]
    if not marks:
        return []
    alone = [one for one in marks if not any(no.match(text[one.end() :]) for no in words.not_grade)]
    found = _respectively(text, names, marks, words) or list(_in_order(text, names, alone, words))
    return found if len(found) > 1 else []


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _joined(rules: Sequence[CompiledRule], text: str, start: int, end: int) -> CompiledRule | None:
    """The rule that takes all that stands between two places."""
    return next((rule for rule in rules if rule.fullmatch(text, start, end)), None)


def _respectively(
    text: str, names: list[re.Match[str]], marks: list[re.Match[str]], words: EvaluationWords
) -> list[Graded]:
    """As many grades behind as indicators before, in the same order."""
    rule = first_taking(words.respectively, text)
    if rule is None or len(names) != len(marks) or names[-1].start() > marks[0].start():
        return []
    return [Graded(name, mark, rule.address) for name, mark in zip(names, marks, strict=True)]


def _in_order(
    text: str, names: list[re.Match[str]], marks: list[re.Match[str]], words: EvaluationWords
) -> Iterator[Graded]:
    grade_first = bool(marks) and marks[0].start() < names[0].start()
    if grade_first and _joined(words.grade_for, text, marks[0].end(), names[0].start()) is None:
        return
    groups = _behind_grades(text, names, marks, words) if grade_first else _before_grades(text, names, marks, words)
    for group, rule in groups:
        yield from (Graded(name, group.grade, rule) for name in group.indicators)


def _before_grades(
    text: str, names: list[re.Match[str]], marks: list[re.Match[str]], words: EvaluationWords
) -> Iterator[tuple[_Group, str]]:
    """For each grade the indicators between it and the grade before."""
    last = 0
    for mark in marks:
        group = [name for name in names if last <= name.start() and name.end() <= mark.start()]
        first, last = last == 0, mark.end()
        if not group:
            continue
        links = words.graded_as if first else (*words.graded_as, *words.graded_too)
        rule = _joined(links, text, group[-1].end(), mark.start())
        if rule is not None:
            yield _Group(_run(text, group[::-1], words), mark), rule.address


def _behind_grades(
    text: str, names: list[re.Match[str]], marks: list[re.Match[str]], words: EvaluationWords
) -> Iterator[tuple[_Group, str]]:
    """For each grade the indicators between it and the next grade."""
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        group = [name for name in names if mark.end() <= name.start() and name.end() <= end]
        rule = _joined(words.grade_for, text, mark.end(), group[0].start()) if group else None
        if rule is not None:
            yield _Group(_run(text, group, words), mark), rule.address


def _run(text: str, nearest: list[re.Match[str]], words: EvaluationWords) -> tuple[re.Match[str], ...]:
    """The indicators that are joined to the one nearest to the grade, in order."""
    run = nearest[:1]
    for name in nearest[1:]:
        one, other = sorted((run[-1], name), key=lambda match: match.start())
        if _joined(words.listed, text, one.end(), other.start()) is None:
            break
        run.append(name)
    return tuple(sorted(run, key=lambda match: match.start()))
