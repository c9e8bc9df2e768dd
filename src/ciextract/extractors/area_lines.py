"""Lines of an area and its grade in, an evaluation of each out: a table that lost its columns. A lone line gives none.

What stands above the lines tells that they are evaluations, and names the indicator; elsewhere a line gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from ciextract.extractors.evaluation_tables import graded_cell, year_of
from ciextract.extractors.finding import EvaluationFinding
from ciextract.extractors.indicators import About, graded_indicators, resolved
from ciextract.extractors.reading import Reading
from ciextract.folding import fold_words
from ciextract.frozen import frozen
from ciextract.vocabulary.councils import Council, councils
from ciextract.vocabulary.evaluations import EvaluationWords
from ciextract.vocabulary.rules import first_taking

LONGEST = 90
"""Characters of such a line at the most."""
LEAST = 2
"""Lines that follow one another at the least."""
ABOVE = 2
"""Lines above the first in which the indicator may be named: a title, and the heads of the lost columns."""


@frozen
class _Line:
    """A line by the index of its sentence, its area, and what the rule of that address took."""

    position: int
    council: Council
    match: re.Match[str]
    rule: str


def in_area_lines(reading: Reading, words: EvaluationWords) -> Iterator[EvaluationFinding]:
    """The evaluations of lines that follow one another, in reading order."""
    lines = enumerate(_lines(reading, words))
    for _, run in groupby(lines, key=lambda line: line[1].position - line[0]):
        together = [line for _, line in run]
        about = _about(reading, together[0].position, words) if len(together) >= LEAST else None
        yield from _graded(reading, together, about, words) if about is not None else ()


def _graded(reading: Reading, lines: list[_Line], about: About, words: EvaluationWords) -> Iterator[EvaluationFinding]:
    for line in lines:
        span = reading.sentences[line.position].span
        year = year_of((line.match["year"] or "").strip())
        finding = graded_cell(span, line.rule, about, line.council, year, line.match["grade"], words)
        if finding is not None:
            yield finding


def _lines(reading: Reading, words: EvaluationWords) -> Iterator[_Line]:
    for position in reading.positions_at(reading.area_places):
        sentence = reading.sentences[position]
        block = reading.document.blocks[sentence.block]
        if block.row is not None or sentence.span != block.content or sentence.span.length > LONGEST:
            continue
        text = reading.document[sentence.span]
        rule = first_taking(words.area_line, text)
        match = rule.search(text) if rule is not None else None
        council = councils().by_spelling.get(match["area"]) if match is not None else None
        if rule is not None and match is not None and council is not None:
            yield _Line(position, council, match, rule.address)


def _about(reading: Reading, first: int, words: EvaluationWords) -> About | None:
    """The indicator that is named above the lines, or the only one that is graded; None where none are told of."""
    above = list(_above(reading, first))
    named = next((found for text in above if (found := words.indicators_in(text))), None)
    if named is not None:
        abouts = {resolved(reading, one[0]) for one in named}
        return abouts.pop() if len(abouts) == 1 else None
    if not any(grade in fold_words(text) for text in above for grade in words.heads.grade):
        return None
    graded_alone = graded_indicators(reading.programme)
    return (graded_alone[0].number, graded_alone[0].name) if len(graded_alone) == 1 else (None, None)


def _above(reading: Reading, first: int) -> Iterator[str]:
    """The lines above, the nearest first, and the headings that they stand under, the innermost first."""
    for sentence in reversed(reading.sentences[max(first - ABOVE, 0) : first]):
        yield reading.document[sentence.span]
    for section in reading.outline.above(reading.section_of(reading.sentences[first].span)):
        if section.heading is not None:
            yield reading.document[section.heading.span]
