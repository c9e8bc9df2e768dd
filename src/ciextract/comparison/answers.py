"""Records and a question come in, an answer for each area goes out with what it rests on; bounds alone decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ciextract.comparison.question import SCORES, Graded, Joined, Not, Question, Share
from ciextract.comparison.truth import Answer, Comparison, both, either, held, opposite
from ciextract.folding import fold
from ciextract.record import Area, Bounds, Evaluation, Evidence, Proportion, Record


@dataclass(frozen=True, slots=True)
class Support:
    """A value that speaks to a question: its answer, the record it is of and where it stands."""

    answer: Answer
    record_id: str
    pointer: str
    said: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AreaAnswer:
    """The answer for one area; ``support`` is in the order of the records."""

    area: Area
    answer: Answer
    support: tuple[Support, ...]


def ask(records: Sequence[Record], question: Question) -> list[AreaAnswer]:
    """The answer for each area of some records, by the areas' names.

    A share counts for an area where its record is about that area alone; a grade where it is the area's. A comparison
    is certain where one value makes it certain, and the answer is no where every value that speaks to it says no.
    """
    areas = {area.code: area for record in records for area in _areas(record)}
    return [_answer(records, question, area) for area in sorted(areas.values(), key=lambda area: area.name)]


def _areas(record: Record) -> Iterator[Area]:
    for area in record.inspection.areas:
        yield Area(name=area.name, code=area.code)
    for evaluation in record.evaluations:
        if evaluation.area is not None:
            yield evaluation.area


def _answer(records: Sequence[Record], question: Question, area: Area) -> AreaAnswer:
    support: list[Support] = []

    def answer(asked: Question) -> Answer:
        if isinstance(asked, Not):
            return opposite(answer(asked.inner))
        if isinstance(asked, Joined):
            return (both if asked.word == "and" else either)([answer(each) for each in asked.inner])
        found = list(_support(records, asked, area))
        support.extend(found)
        return either(each.answer for each in found)

    return AreaAnswer(area, answer(question), tuple(support))


def _support(records: Sequence[Record], asked: Share | Graded, area: Area) -> Iterator[Support]:
    for record in records:
        if isinstance(asked, Graded):
            yield from _grades(record, asked, area)
        elif [each.code for each in record.inspection.areas] == [area.code]:
            yield from _shares(record, asked)


def _shares(record: Record, asked: Share) -> Iterator[Support]:
    for index, proportion in enumerate(record.proportions):
        if _meant(proportion, asked):
            answer = held(proportion.bounds, asked.comparison, asked.number)
            pointer = f"/proportions/{index}"
            yield Support(answer, record.record_id, pointer, proportion.sentence, proportion.evidence)


def _meant(proportion: Proportion, asked: Share) -> bool:
    if proportion.measure != "share" or proportion.population.category != asked.category:
        return False
    if asked.statement not in (None, proportion.statement):
        return False
    if asked.grades and not _within(proportion, asked.grades):
        return False
    sentence = fold(proportion.sentence)
    return all(fold(words) in sentence for words in asked.words)


def _within(proportion: Proportion, grades: tuple[int, int]) -> bool:
    condition = proportion.grade
    if condition is None:
        return False
    return grades[0] <= SCORES[condition.min] and SCORES[condition.max] <= grades[1]


def _grades(record: Record, asked: Graded, area: Area) -> Iterator[Support]:
    for index, evaluation in enumerate(record.evaluations):
        of_area = evaluation.area is not None and evaluation.area.code == area.code
        if of_area and evaluation.indicator == asked.indicator:
            answer = _graded(evaluation, asked.comparison, asked.score)
            pointer = f"/evaluations/{index}"
            yield Support(answer, record.record_id, pointer, evaluation.evidence.quote, evaluation.evidence)


def _graded(evaluation: Evaluation, comparison: Comparison, score: int) -> Answer:
    if evaluation.score is None:
        return Answer.UNKNOWN
    point = Bounds(
        low=evaluation.score,
        high=evaluation.score,
        low_inclusive=True,
        high_inclusive=True,
        basis="arithmetic",
    )
    return held(point, comparison, score)
