"""Grades given to quality indicators, and those expressly not given. Praise and graded records are no evaluations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ciextract.document import BlockKind, Row, Span, Table
from ciextract.extractors.area_context import Area, area_around, area_in, area_of_chapter
from ciextract.extractors.finding import EvaluationFinding
from ciextract.extractors.graded_lists import graded_list
from ciextract.extractors.reading import Reading, Sentence
from ciextract.extractors.reviews import is_review
from ciextract.folding import fold_words
from ciextract.frozen import frozen
from ciextract.outline.model import SectionFound
from ciextract.programme.model import Indicator, Programme
from ciextract.record import DocumentKind
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.dates import dates_in
from ciextract.vocabulary.evaluations import EvaluationWords, evaluation_words
from ciextract.vocabulary.grades import GradeWords, grades
from ciextract.vocabulary.rules import CompiledRule

_NUMBER = re.compile(r"\d{1,2}\.\d")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_LINE = 160
"""Characters of a line that is nothing but an indicator and its grade, at the most."""
_NAME_BEHIND = re.compile(r"\s?[-–—:,(]\s?(?P<name>[^.;]{4,80}?)\)?(?=[.;,)]|$| as | was )")


def evaluations(reading: Reading) -> Iterator[EvaluationFinding]:
    """Evaluations stated in sentences, in lines and in tables, in reading order.

    A programme that concludes in words gives none, nor does a review of progress, which quotes those before it.
    """
    if reading.programme is not None and reading.programme.scale in (None, "worded"):
        return
    words = words_of(reading.programme)
    told = [*_in_tables(reading, words), *_in_sentences(reading, words)]
    found = [finding for finding in told if not is_review(reading, reading.part_of(finding.span))]
    yield from sorted(found, key=lambda finding: finding.span)


def words_of(programme: Programme | None) -> EvaluationWords:
    """The rules of evaluations.toml for the indicators that the programme grades."""
    graded = _graded(programme)
    spellings = tuple(name.lower() for one in graded for name in (one.name, *one.spellings))
    return evaluation_words(spellings, tuple(pattern for one in graded for pattern in one.patterns))


def _graded(programme: Programme | None) -> tuple[Indicator, ...]:
    return tuple(one for one in _known(programme) if one.graded)


def _in_sentences(reading: Reading, words: EvaluationWords) -> Iterator[EvaluationFinding]:
    for sentence in reading.sentences_with((*words.hints, *grades().printed)):
        text = reading.document[sentence.span]
        if not _may_tell(text, words):
            continue
        listed = _listed(reading, sentence, text, words)
        if listed:
            yield from listed
            continue
        stated = _stated(reading, sentence, text, words)
        if stated is not None:
            yield stated
        else:
            declined = _declined(reading, sentence, text, words)
            if declined is not None:
                yield declined


def _may_tell(text: str, words: EvaluationWords) -> bool:
    """A cheap look: False where the sentence can neither state nor decline a grade."""
    lower = text.lower()
    if not any(hint in lower for hint in words.hints):
        return len(text) < _LINE and (grades().ends_line(text) or _is_short_statement(text, words))
    return grades().any_in(text) or words.indicator.search(text) is not None


def _is_short_statement(text: str, words: EvaluationWords) -> bool:
    return grades().any_in(text) and words.indicator.search(text) is not None


def _listed(reading: Reading, sentence: Sentence, text: str, words: EvaluationWords) -> list[EvaluationFinding]:
    """Several indicators of one sentence, each with its grade; empty where it is not about several."""
    lower = text.lower()
    if not any(hint in lower for hint in words.hints) or any(no.search(text) for no in words.not_said):
        return []
    pairs = graded_list(text, words)
    first = min((min(pair.indicator.start(), pair.grade.start()) for pair in pairs), default=0)
    last = max((pair.grade.end() for pair in pairs), default=0)
    if any(no.search(text[:first]) for no in words.not_stated) or any(
        no.search(text[:last]) for no in words.not_within
    ):
        return []
    area, near = _areas(reading, sentence, text)
    if area is None and reading.part_of(sentence.span).kind is DocumentKind.OVERVIEW_REPORT:
        return []
    found: dict[tuple[str | None, str | None], EvaluationFinding] = {}
    for pair in pairs:
        about, grade = _resolved(reading, pair.indicator[0]), grades().named(pair.grade["word"])
        if grade is not None:
            evaluated = _evaluated(sentence.span, pair.rule, about, area, None, grade, pair.grade[0])
            found.setdefault(about, replace(evaluated, near=near))
    return list(found.values()) if len(found) > 1 else []


def _resolved(reading: Reading, printed: str) -> tuple[str | None, str | None]:
    number = _NUMBER.search(printed)
    if number is not None:
        return number[0], _name_of(reading.programme, number[0])
    known = _by_name(reading.programme, printed)
    return (known.number, known.name) if known is not None else (None, printed)


def _areas(reading: Reading, sentence: Sentence, text: str) -> tuple[Area | None, Area | None]:
    """The area that the sentence names, or in an overview its chapter; and the area that stands around it."""
    area = area_in(text)
    if area is None and reading.part_of(sentence.span).kind is DocumentKind.OVERVIEW_REPORT:
        area = area_of_chapter(reading, reading.section_of(sentence.span))
    return area, None if area is not None else area_around(reading, sentence)


def _stated(reading: Reading, sentence: Sentence, text: str, words: EvaluationWords) -> EvaluationFinding | None:
    if not grades().any_in(text) or any(no.search(text) for no in words.not_said):
        return None
    named = words.indicator.search(text) is not None
    for rule in _rules(reading, sentence, words):
        match = rule.search(text) if named or not rule.holds("indicator") else None
        if match is None or any(no.search(text[: match.start()]) for no in words.not_stated):
            continue
        grade = grades().named(match["grade"])
        if grade is None or any(no.match(text[match.end("grade") :]) for no in words.not_grade):
            continue
        if any(no.search(match[0]) for no in words.not_within):
            continue
        area, near = _areas(reading, sentence, text)
        # An overview speaks of many areas: a sentence that names none grades none.
        if area is None and reading.part_of(sentence.span).kind is DocumentKind.OVERVIEW_REPORT:
            continue
        about = _indicator(reading, sentence, match, text)
        return replace(_evaluated(sentence.span, rule.address, about, area, None, grade, match["grade"]), near=near)
    return None


def _rules(reading: Reading, sentence: Sentence, words: EvaluationWords) -> tuple[CompiledRule, ...]:
    """The rules that may take a sentence where it stands."""
    one = len(_graded(reading.programme)) == 1
    under = words.under if _stands_under_an_indicator(reading, sentence) else ()
    line = words.line if _is_announced(reading, sentence, words) else ()
    return (*words.stated, *under, *(words.whole if one else ()), *line)


def _is_announced(reading: Reading, sentence: Sentence, words: EvaluationWords) -> bool:
    """The line stands where evaluations are listed: under their heading, or below words that announce them."""
    section = reading.section_of(sentence.span)
    if any(
        above.heading is not None and above.heading.role == "evaluations" for above in reading.outline.above(section)
    ):
        return True
    before = (one for one in reversed(reading.document.blocks[: sentence.block]) if one.kind is not BlockKind.ITEM)
    lead = next(before, None) if sentence.kind is BlockKind.ITEM else None
    return lead is not None and any(rule.search(reading.document[lead.content]) for rule in words.announced)


def _stands_under_an_indicator(reading: Reading, sentence: Sentence) -> bool:
    return _indicator_above(reading, sentence) is not None


def _indicator_above(reading: Reading, sentence: Sentence) -> SectionFound | None:
    """The section of an indicator that the sentence stands in: by its kind, or a topic that bears its name."""
    names = {fold_words(name) for one in _graded(reading.programme) for name in (one.name, *one.spellings)}
    for section in reading.outline.above(reading.section_of(sentence.span)):
        if section.kind == "quality_indicator":
            return section
        if section.heading is not None and fold_words(reading.document[section.heading.title]) in names:
            return section
    return None


def _declined(reading: Reading, sentence: Sentence, text: str, words: EvaluationWords) -> EvaluationFinding | None:
    for rule in words.not_evaluated:
        match = rule.search(text)
        if match is None or any(no.search(text[: match.start()]) for no in words.not_declined):
            continue
        number, name = _indicator(reading, sentence, match, text)
        reason = next((found["reason"] for one in words.reason if (found := one.search(text))), None)
        return EvaluationFinding(
            span=sentence.span, rule=rule.address, indicator=number, indicator_name=name, area=area_in(text),
            year=None, status="not_evaluated", grade=None, score=None, printed=None, reason=reason,
        )  # fmt: skip
    return None


def _indicator(reading: Reading, sentence: Sentence, match: re.Match[str], text: str) -> tuple[str | None, str | None]:
    """Number and name of the indicator that the words name, or that they stand under."""
    printed = match.groupdict().get("indicator") or ""
    number = _NUMBER.search(printed)
    if number is not None:
        own = printed[number.end() :].strip(" :,-–") or _name_behind(match, text)
        return number[0], _name_of(reading.programme, number[0]) or own
    known = _by_name(reading.programme, printed) or _under(reading, sentence)
    if known is None:
        return None, printed or None
    # A line that is nothing but indicator and grade prints the indicator's name.
    whole_line = match.start() == 0 and match.end() == len(text) and printed
    return known.number, printed.strip() if whole_line else known.name


def _name_of(programme: Programme | None, number: str) -> str | None:
    return next((one.name for one in _known(programme) if one.number == number), None)


def _name_behind(match: re.Match[str], text: str) -> str | None:
    behind = _NAME_BEHIND.match(text, match.end("indicator"))
    return behind["name"] if behind is not None else None


def _under(reading: Reading, sentence: Sentence) -> Indicator | None:
    """The indicator whose section the sentence stands in, or the only one that the programme grades."""
    section = _indicator_above(reading, sentence)
    if section is not None and section.heading is not None:
        number, title = section.heading.number, reading.document[section.heading.title]
        numbered = (one for one in _known(reading.programme) if one.number is not None and one.number == number)
        return next(numbered, None) or _by_name(reading.programme, title)
    graded = _graded(reading.programme)
    return graded[0] if len(graded) == 1 else None


def _known(programme: Programme | None) -> tuple[Indicator, ...]:
    return programme.indicator if programme is not None else ()


@lru_cache(256)
def _folded(name: str) -> str:
    return fold_words(name)


def _by_name(programme: Programme | None, printed: str) -> Indicator | None:
    """The indicator that the words name, by the longest of its names that stands in them."""
    words = fold_words(printed)
    known = [(_folded(name), one) for one in _known(programme) for name in (one.name, *one.spellings)]
    named = [(len(name), one) for name, one in known if words and name in words]
    if named:
        return max(named, key=lambda pair: pair[0])[1]
    patterned = (one for one in _known(programme) for pattern in one.patterns if re.search(pattern, printed, re.I))
    return next(patterned, None)


def _evaluated(
    span: Span,
    rule: str,
    indicator: tuple[str | None, str | None],
    area: tuple[str, str] | None,
    year: int | None,
    grade: GradeWords,
    printed: str,
) -> EvaluationFinding:
    return EvaluationFinding(
        span=span, rule=rule, indicator=indicator[0], indicator_name=indicator[1], area=area, year=year,
        status="evaluated", grade=grade.grade, score=grade.score, printed=printed.strip(" \"',."), reason=None,
    )  # fmt: skip


@frozen
class _Columns:
    """Columns of a table of evaluations; ``indicator`` is None where the table is about one."""

    grade: int
    area: int | None
    indicator: int | None
    year: int | None


def _in_tables(reading: Reading, words: EvaluationWords) -> Iterator[EvaluationFinding]:
    for table in reading.document.tables:
        columns = _columns(reading, table, words)
        if columns is None:
            continue
        about = _about(reading, table) if columns.indicator is None else None
        for row in table.rows[table.header :]:
            finding = _row(reading, row, columns, about, words)
            if finding is not None:
                yield finding


def _columns(reading: Reading, table: Table, words: EvaluationWords) -> _Columns | None:
    """The columns by what stands in them: grades in one, areas or indicators in another."""
    rows = [[reading.document[cell].strip() for cell in row.cells] for row in table.rows[table.header :]]
    rows = [cells for cells in rows if sum(map(bool, cells)) > 1]
    width = max(map(len, rows), default=0)
    if not rows:
        return None
    graded = _column(rows, width, lambda cell: grades().named(cell) is not None)
    if graded is None or not _heads_a_grade(reading, table, graded, words):
        return None
    area = _column(rows, width, lambda cell: cell in councils().by_spelling)
    indicator = _column(rows, width, lambda cell: _named_indicator(reading, cell) is not None)
    if area is None and indicator is None:
        indicator = _column_of_names(reading, table, graded, width, words)
    if area is None and indicator is None:
        return None
    return _Columns(graded, area, indicator, _column(rows, width, lambda cell: _year(cell) is not None))


def _column_of_names(reading: Reading, table: Table, graded: int, width: int, words: EvaluationWords) -> int | None:
    """The column of indicators that the programme does not name: by its head, else in an appendix of evaluations."""
    if table.header:
        heads = [fold_words(reading.document[cell]) for cell in table.rows[0].cells]
        return next((column for column, head in enumerate(heads) if head in words.heads.indicator), None)
    section = reading.section_of(table.span)
    listed = section.heading is not None and section.heading.role == "evaluations"
    return 0 if listed and graded == width - 1 > 0 else None


def _heads_a_grade(reading: Reading, table: Table, column: int, words: EvaluationWords) -> bool:
    """The head of the column names a grade or an indicator, where the table has a head; not the quality of plans."""
    if not table.header:
        return True
    head = fold_words(reading.document[table.rows[0].cells[column]])
    return any(word in head for word in words.heads.grade) or words.indicator.search(head) is not None


def _year(cell: str) -> int | None:
    """The year of a cell that holds nothing but a year or a date."""
    if _YEAR.fullmatch(cell):
        return int(cell)
    date = next(dates_in(cell), None)
    return int(date.iso[:4]) if date is not None and date.end - date.start == len(cell) else None


def _column(rows: list[list[str]], width: int, fits: object) -> int | None:
    """The first column in which more than half of the cells fit."""
    assert callable(fits)
    for column in range(width):
        cells = [row[column] for row in rows if column < len(row)]
        if sum(1 for cell in cells if cell and fits(cell)) * 2 > len(rows):
            return column
    return None


def _named_indicator(reading: Reading, cell: str) -> tuple[str | None, str | None] | None:
    number = _NUMBER.match(cell)
    known = next((one for one in _known(reading.programme) if number and one.number == number[0]), None)
    known = known or _by_name(reading.programme, cell)
    if known is not None:
        printed = cell[number.end() :].strip(" :-–") if number else cell
        return known.number or (number[0] if number else None), printed or known.name
    return (number[0], cell[number.end() :].strip(" :-–") or None) if number is not None else None


def _about(reading: Reading, table: Table) -> tuple[str | None, str | None]:
    """The indicator that the table's head or heading names, or the only one that the programme grades."""
    section = reading.section_of(table.span)
    title = reading.document[section.heading.span] if section.heading is not None else ""
    head = " ".join(reading.document[row.span] for row in table.rows[: table.header])
    number = _NUMBER.search(f"{head} {title}")
    graded = _graded(reading.programme)
    if number is not None:
        return number[0], _name_of(reading.programme, number[0])
    return (graded[0].number, graded[0].name) if len(graded) == 1 else (None, None)


def _row(
    reading: Reading,
    row: Row,
    columns: _Columns,
    about: tuple[str | None, str | None] | None,
    words: EvaluationWords,
) -> EvaluationFinding | None:
    cells = [reading.document[cell].strip() for cell in row.cells]
    grade = grades().named(cells[columns.grade])
    if grade is None and fold_words(cells[columns.grade]) not in words.heads.not_evaluated:
        return None
    council = councils().by_spelling.get(cells[columns.area]) if columns.area is not None else None
    name = cells[columns.indicator or 0]
    indicator = about or _named_indicator(reading, name) or (None, name or None)
    if columns.area is not None and council is None:
        return None
    year = _year(cells[columns.year]) if columns.year is not None else None
    area = (council.name, council.code) if council is not None else None
    rule = "extractors/evaluations#table"
    if grade is None:
        return EvaluationFinding(
            span=row.span, rule=rule, indicator=indicator[0], indicator_name=indicator[1], area=area, year=year,
            status="not_evaluated", grade=None, score=None, printed=None, reason=None,
        )  # fmt: skip
    return _evaluated(row.span, rule, indicator, area, year, grade, cells[columns.grade])
