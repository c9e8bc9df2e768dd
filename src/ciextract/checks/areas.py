"""Numbers of inspections and graded areas in, held against lists and tables of areas. Grades are not judged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ciextract.checks.finding import CheckFinding, outcome
from ciextract.document import BlockKind, Span, Table
from ciextract.extractors.reading import Reading, Sentence
from ciextract.frozen import frozen
from ciextract.vocabulary.checks import check_words
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.english import english
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.inspections import inspection_words
from ciextract.vocabulary.rules import CompiledRule

SEVERAL = 3
"""Areas that a list or a table names at the least to be held against a number."""
_GRADED_KINDS = frozenset({"quality_indicator"})
_GRADED_ROLES = frozenset({"evaluations"})


@frozen
class _AreaTable:
    """A table with ``rows`` rows of areas; ``scores`` has their grades' scores, none where a row has not just one."""

    table: Table
    rows: int
    scores: tuple[int, ...]


def inspected_areas(reading: Reading) -> Iterator[CheckFinding]:
    """Stated numbers of inspections against the areas listed after them and the rows of the table they introduce."""
    yield from _listed(reading)
    for table in reading.once(_area_tables):
        yield from _introduced(reading, table)


def graded_areas(reading: Reading) -> Iterator[CheckFinding]:
    """Stated numbers of areas that have a grade, or one grade, against the table of evaluations of their part."""
    by_part: dict[int, list[_AreaTable]] = {}
    for table in reading.once(_area_tables):
        if table.scores:
            by_part.setdefault(reading.outline.part_at(table.table.span.start), []).append(table)
    for sentence in reading.sentences:
        tables = by_part.get(reading.outline.part_at(sentence.span.start), [])
        # With several tables, of several indicators, nothing tells which one a sentence is about.
        if len(tables) == 1 and sentence.kind is not BlockKind.ROW:
            yield from _graded_total(reading, sentence, tables[0])
            yield from _graded_count(reading, sentence, tables[0])


def _area_tables(reading: Reading) -> list[_AreaTable]:
    """Tables with a row for each of several areas."""
    found = []
    for table in reading.document.tables:
        rows = [[reading.document[cell].strip() for cell in row.cells] for row in table.rows]
        of_areas = [cells for cells in rows if any(cell in councils().by_spelling for cell in cells)]
        if len(of_areas) >= SEVERAL:
            named = [[grade for cell in cells if (grade := grades().named(cell)) is not None] for cells in of_areas]
            whole = all(len(one) == 1 for one in named)
            found.append(_AreaTable(table, len(of_areas), tuple(one[0].score for one in named) if whole else ()))
    return found


# Lists and rows


def _listed(reading: Reading) -> Iterator[CheckFinding]:
    before: Sentence | None = None
    naming = frozenset(reading.sentences_at(reading.area_places))
    for sentence in reading.sentences:
        text = reading.document[sentence.span]
        listed = sentence in naming and _lists_areas(text)
        names = {name.council.code for name in councils().named_in(text)} if listed else set()
        if len(names) >= SEVERAL:
            same = before is not None and before.block == sentence.block
            count = _stated(reading, sentence) or (_stated(reading, before) if before is not None and same else None)
            if count is not None:
                message = f"{count[0]} inspections or areas are stated, {len(names)} areas are listed"
                yield CheckFinding(
                    id="inspections-listed",
                    status=outcome(count[0] == len(names)),
                    message=message,
                    spans=tuple(sorted({count[1], sentence.span})),
                )
        before = sentence


def _lists_areas(text: str) -> bool:
    """The sentence lists all areas that were inspected."""
    inspected = any(rule.search(text) for rule in inspection_words().inspected)
    return inspected and not any(rule.search(text) for rule in check_words().not_whole)


def _stated(reading: Reading, sentence: Sentence) -> tuple[int, Span] | None:
    """The number of inspections or areas that the sentence states, where it states just one."""
    text = reading.document[sentence.span]
    found = [match for rule in check_words().inspected_count for match in rule.finditer(text)]
    if len(found) != 1:
        return None
    start = sentence.span.start
    return english().number(found[0]["count"]) or 0, Span(start + found[0].start(), start + found[0].end())


def _introduced(reading: Reading, areas: _AreaTable) -> Iterator[CheckFinding]:
    """'Evaluations from 13 inspections' above a table of as many rows."""
    heading = reading.section_of(areas.table.span).heading
    above = [s for s in reading.sentences if s.span.end <= areas.table.span.start][-1:]
    spans = [heading.title] if heading is not None else []
    spans.extend(sentence.span for sentence in above if not any(sentence.span.overlaps(span) for span in spans))
    for span in spans:
        text = reading.document[span]
        match = next((m for rule in check_words().inspected_count if (m := rule.search(text))), None)
        if match is not None:
            count = english().number(match["count"]) or 0
            yield CheckFinding(
                id="inspections-rows",
                status=outcome(count == areas.rows),
                message=f"{count} inspections or areas are stated, the table has {areas.rows} rows of areas",
                spans=(Span(span.start + match.start(), span.start + match.end()), areas.table.span),
            )


# Grades


def _graded_total(reading: Reading, sentence: Sentence, areas: _AreaTable) -> Iterator[CheckFinding]:
    text = reading.document[sentence.span]
    if not _is_about_grades(reading, sentence) and not any(rule.search(text) for rule in check_words().about_indicator):
        return
    for match in _matches(text, check_words().graded_total, "count"):
        count = english().number(match["count"]) or 0
        yield CheckFinding(
            id="graded-areas",
            status=outcome(count == len(areas.scores)),
            message=f"{count} graded areas are stated, the table has {len(areas.scores)}",
            spans=_both(sentence, match, areas),
        )


def _graded_count(reading: Reading, sentence: Sentence, areas: _AreaTable) -> Iterator[CheckFinding]:
    if not _is_about_grades(reading, sentence):
        return
    for match in _matches(reading.document[sentence.span], check_words().graded_count, "grade"):
        wanted = _scores(match)
        count = english().number(match["count"]) or 0
        found = sum(score in wanted for score in areas.scores)
        grade = " ".join(match[0][match.start("grade") - match.start() :].split())
        yield CheckFinding(
            id="graded-areas",
            status=outcome(count == found),
            message=f"{count} graded areas are stated as {grade}, the table has {found}",
            spans=_both(sentence, match, areas),
        )


def _is_about_grades(reading: Reading, sentence: Sentence) -> bool:
    """The sentence stands in a section about the graded indicator."""
    above = reading.outline.above(reading.section_of(sentence.span))
    roles = {one.heading.role for one in above if one.heading is not None}
    return any(one.kind in _GRADED_KINDS for one in above) or not roles.isdisjoint(_GRADED_ROLES)


def _matches(text: str, rules: tuple[CompiledRule, ...], group: str) -> Iterator[re.Match[str]]:
    """Matches before whose group nothing speaks of an earlier programme or of records."""
    for rule in rules:
        for match in rule.finditer(text):
            if not any(other.search(text[: match.start(group)]) for other in check_words().not_this):
                yield match


def _scores(match: re.Match[str]) -> frozenset[int]:
    """The scores that the words of the grade take in."""
    named = [grade.score for name in ("grade", "other") if match[name] and (grade := grades().named(match[name]))]
    if match["up"]:
        return frozenset(range(min(named, default=7), 7))
    return frozenset(range(1, max(named, default=0) + 1)) if match["down"] else frozenset(named)


def _both(sentence: Sentence, match: re.Match[str], areas: _AreaTable) -> tuple[Span, Span]:
    place = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
    first, second = sorted((place, areas.table.span))
    return first, second
