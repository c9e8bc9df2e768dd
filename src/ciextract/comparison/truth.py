"""Intervals and answers come in, answers go out: what follows from both of two, from either, from the opposite."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ciextract.record import Bounds


class Answer(StrEnum):
    """What the bounds alone allow to say, from the strongest yes to the strongest no."""

    CERTAINLY = "certainly"
    POSSIBLY = "possibly"
    UNKNOWN = "unknown"
    NO = "no"


_ORDER = list(Answer)
_OPPOSITE = {Answer.CERTAINLY: Answer.NO, Answer.NO: Answer.CERTAINLY}


class Comparison(StrEnum):
    """How a value is held against a number."""

    OVER = ">"
    AT_LEAST = ">="
    UNDER = "<"
    AT_MOST = "<="
    EQUAL = "="
    OTHER = "!="


def either(answers: Iterable[Answer]) -> Answer:
    """The strongest yes of some answers; unknown where there are none."""
    return min(answers, key=_ORDER.index, default=Answer.UNKNOWN)


def both(answers: Iterable[Answer]) -> Answer:
    """The strongest no of some answers; unknown where there are none."""
    return max(answers, key=_ORDER.index, default=Answer.UNKNOWN)


def opposite(answer: Answer) -> Answer:
    """The answer to the question's contrary."""
    return _OPPOSITE.get(answer, answer)


def held(bounds: Bounds, comparison: Comparison, number: float) -> Answer:
    """What the bounds of a share, in percent, say of it beside a number of percent."""
    if comparison is Comparison.OTHER:
        return opposite(held(bounds, Comparison.EQUAL, number))
    if comparison is Comparison.UNDER:
        return opposite(held(bounds, Comparison.AT_LEAST, number))
    if comparison is Comparison.AT_MOST:
        return opposite(held(bounds, Comparison.OVER, number))
    if comparison is Comparison.EQUAL:
        return both((held(bounds, Comparison.AT_LEAST, number), held(bounds, Comparison.AT_MOST, number)))
    inclusive = comparison is Comparison.AT_LEAST
    if bounds.low > number or (bounds.low == number and (inclusive or not bounds.low_inclusive)):
        return Answer.CERTAINLY
    if bounds.high > number or (bounds.high == number and inclusive and bounds.high_inclusive):
        return Answer.POSSIBLY
    return Answer.NO
