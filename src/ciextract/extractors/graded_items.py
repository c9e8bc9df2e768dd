"""Lists of indicators below a line that gives them one grade in, an evaluation of each out. Other items give none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from ciextract.document import BlockKind, Span
from ciextract.extractors.area_context import area_around, area_in
from ciextract.extractors.evaluation_tables import evaluated
from ciextract.extractors.finding import EvaluationFinding
from ciextract.extractors.indicators import resolved
from ciextract.extractors.reading import Reading, Sentence
from ciextract.vocabulary.evaluations import EvaluationWords
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.rules import first_taking


def in_items(reading: Reading, words: EvaluationWords) -> Iterator[EvaluationFinding]:
    """The items that are the name of an indicator; the evidence of each runs from the line with the grade to it."""
    blocks = reading.document.blocks
    for lead, following in pairwise(reading.sentences):
        if lead.kind is BlockKind.PARAGRAPH and following.kind is BlockKind.ITEM:
            items = takewhile(lambda one: one.kind is BlockKind.ITEM, islice(blocks, following.block, None))
            yield from _graded(reading, words, lead, [item.content for item in items])


def _graded(reading: Reading, words: EvaluationWords, lead: Sentence, items: list[Span]) -> Iterator[EvaluationFinding]:
    text = reading.document[lead.span]
    rule = first_taking(words.over_items, text)
    match = rule.search(text) if rule is not None else None
    grade = grades().named(match["grade"]) if match is not None else None
    if rule is None or match is None or grade is None:
        return
    stop = first_taking(words.not_said, text)
    if stop is not None:
        reading.decline(lead.span, stop.why, stop.address, rule.address)
        return
    area = area_in(text)
    near = area_around(reading, lead) if area is None else None
    for item in items:
        name = next((found for one in words.item if (found := one.search(reading.document[item]))), None)
        if name is not None:
            about, span = resolved(reading, name["indicator"]), Span(lead.span.start, item.end)
            yield replace(evaluated(span, rule.address, about, area, None, grade, match["grade"]), near=near)
