"""Tables of evaluations in, the grades of their rows out: of areas, of indicators, of years. Other tables give none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ciextract.document import Row, Span, Table
from ciextract.extractors.finding import EvaluationFinding
from ciextract.extractors.indicators import NUMBER, About, by_name, graded_indicators, indicator_name, indicators_of
from ciextract.extractors.reading import Reading
from ciextract.folding import fold_words
from ciextract.frozen import frozen
from ciextract.vocabulary.councils import Council, councils
from ciextract.vocabulary.dates import dates_in
from ciextract.vocabulary.evaluations import EvaluationWords
from ciextract.vocabulary.grades import GradeWords, grades
from ciextract.vocabulary.rules import first_taking

SEVERAL = 2
"""Columns headed by indicators or areas at the least, for a table to be read cell by cell."""
_TABLE = "extractors/evaluations#table"
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def evaluated(
    span: Span,
    rule: str,
    indicator: About,
    area: tuple[str, str] | None,
    year: int | None,
    grade: GradeWords,
    printed: str,
) -> EvaluationFinding:
    """The finding of a grade given to an indicator."""
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


def in_tables(reading: Reading, words: EvaluationWords) -> Iterator[EvaluationFinding]:
    """The evaluations of a document's tables, in reading order."""
    for table in reading.document.tables:
        across = list(_across(reading, table, words))
        columns = _columns(reading, table, words) if not across else None
        yield from across
        if columns is None:
            continue
        about = _about(reading, table) if columns.indicator is None else None
        graded: Row | None = None
        for row in table.rows[_header(reading, table) :]:
            graded = row if reading.document[row.cells[columns.grade]].strip() else graded
            finding = _row(reading, row, columns, about, words, graded or row)
            if finding is not None:
                yield finding


def _across(reading: Reading, table: Table, words: EvaluationWords) -> Iterator[EvaluationFinding]:
    """The grades of a table with several columns of them, each headed by an area or by an indicator.

    What the heads do not name stands in the first column: areas beside indicators, indicators beside areas. Beside
    several indicators that are known by number or name, every head names one.
    """
    head, *rows = [[reading.document[cell].strip() for cell in row.cells] for row in table.rows] or [[]]
    if all(_named_indicator(reading, cell) for cell in head) and len(head) >= SEVERAL:
        yield from _below_indicators(reading, table, words)
        return
    areas = {at: council for at, cell in enumerate(head) if at and (council := _area_of(cell, words)[0])}
    named = {at: about for at, cell in enumerate(head) if at and (about := _named_indicator(reading, cell))}
    of_areas = len(areas) >= SEVERAL
    if not of_areas and len(named) < SEVERAL:
        return
    named |= {at: (None, cell) for at, cell in enumerate(head) if at and cell and at not in named}
    for row, cells in zip(table.rows[1:], rows, strict=True):
        first = "".join(cells[:1])
        council, indicator = _area_of(first, words)[0], _named_indicator(reading, first)
        alone = not of_areas and (not first or fold_words(first) in words.heads.grade)
        if not alone and (indicator if of_areas else council) is None:
            continue
        year = next((year for cell in cells if (year := year_of(cell)) is not None), None)
        for at in sorted(areas if of_areas else named):
            about, area = (indicator, areas[at]) if of_areas else (named[at], council)
            finding = graded_cell(
                row.span, _TABLE, about or (None, None), area, year, "".join(cells[at : at + 1]), words
            )
            if finding is not None:
                yield finding


def _header(reading: Reading, table: Table) -> int:
    """Rows of the table's head: none where the first row has a grade alone in its last cell, as the others have."""
    if not table.header or not table.rows[0].cells:
        return table.header
    return 0 if grades().named(reading.document[table.rows[0].cells[-1]].strip()) is not None else table.header


def _below_indicators(reading: Reading, table: Table, words: EvaluationWords) -> Iterator[EvaluationFinding]:
    """The grades of a table whose every column is headed by its indicator."""
    names = [_named_indicator(reading, reading.document[cell].strip()) for cell in table.rows[0].cells]
    for row in table.rows[1:]:
        for about, cell in zip(names, row.cells, strict=True):
            finding = graded_cell(
                row.span, _TABLE, about or (None, None), None, None, reading.document[cell].strip(), words
            )
            if finding is not None:
                yield finding


def _columns(reading: Reading, table: Table, words: EvaluationWords) -> _Columns | None:
    """The columns by what stands in them: grades in one, areas or indicators in another."""
    rows = [[reading.document[cell].strip() for cell in row.cells] for row in table.rows[_header(reading, table) :]]
    rows = [cells for cells in rows if sum(map(bool, cells)) > 1]
    width = max(map(len, rows), default=0)
    if not rows:
        return None
    graded = _column(rows, width, lambda cell: grades().named(cell) is not None)
    if graded is None or not _heads_a_grade(reading, table, graded, words):
        return None
    area = _column(rows, width, lambda cell: _area_of(cell, words)[0] is not None)
    indicator = _column(rows, width, lambda cell: _named_indicator(reading, cell) is not None)
    if area is None and indicator is None:
        indicator = _column_of_names(reading, table, graded, width, words)
    if area is None and indicator is None:
        return None
    return _Columns(graded, area, indicator, _column(rows, width, lambda cell: year_of(cell) is not None))


def _column_of_names(reading: Reading, table: Table, graded: int, width: int, words: EvaluationWords) -> int | None:
    """The column of indicators that the programme does not name: by its head, else in an appendix of evaluations."""
    if _header(reading, table):
        heads = [fold_words(reading.document[cell]) for cell in table.rows[0].cells]
        return next((column for column, head in enumerate(heads) if head in words.heads.indicator), None)
    listed = lists_evaluations(reading, table.span) or _lists_indicators(reading, table.span, words)
    return 0 if listed and graded == width - 1 > 0 else None


def lists_evaluations(reading: Reading, span: Span) -> bool:
    """A heading above the span says that evaluations are listed under it."""
    above = reading.outline.above(reading.section_of(span))
    return any(one.heading is not None and one.heading.role == "evaluations" for one in above)


def _lists_indicators(reading: Reading, span: Span, words: EvaluationWords) -> bool:
    """An appendix that is named for indicators: the names beside grades in it are theirs."""
    above = [one for one in reading.outline.above(reading.section_of(span)) if one.kind == "appendix"]
    titles = (fold_words(reading.document[one.heading.title]) for one in above if one.heading is not None)
    return any(head in title for title in titles for head in words.heads.indicator)


def _heads_a_grade(reading: Reading, table: Table, column: int, words: EvaluationWords) -> bool:
    """The head of the column names a grade or an indicator, where the table has a head; not the quality of plans."""
    if not _header(reading, table):
        return True
    head = fold_words(reading.document[table.rows[0].cells[column]])
    return any(word in head for word in words.heads.grade) or words.indicator.search(head) is not None


def _area_of(cell: str, words: EvaluationWords) -> tuple[Council | None, int | None]:
    """The area that a cell names, with the year that stands behind it."""
    known = councils().by_spelling.get(cell)
    rule = first_taking(words.area_cell, cell) if known is None else None
    match = rule.search(cell) if rule is not None else None
    if match is None:
        return known, None
    return councils().by_spelling.get(match["area"]), year_of(match["year"] or "")


def year_of(cell: str) -> int | None:
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


def _named_indicator(reading: Reading, cell: str) -> About | None:
    number = NUMBER.match(cell)
    known = next((one for one in indicators_of(reading.programme) if number and one.number == number[0]), None)
    known = known or by_name(reading.programme, cell)
    if known is not None:
        inner = number or next((one for one in NUMBER.finditer(cell) if one[0] == known.number), None)
        printed = cell[inner.end() :].strip(" :-–") if inner else cell
        return known.number or (number[0] if number else None), printed or known.name
    return (number[0], cell[number.end() :].strip(" :-–") or None) if number is not None else None


def _about(reading: Reading, table: Table) -> About:
    """The indicator that the table's head or heading names, or the only one that the programme grades."""
    section = reading.section_of(table.span)
    title = reading.document[section.heading.span] if section.heading is not None else ""
    head = " ".join(reading.document[row.span] for row in table.rows[: table.header])
    number = NUMBER.search(f"{head} {title}")
    graded = graded_indicators(reading.programme)
    if number is not None:
        return number[0], indicator_name(reading.programme, number[0])
    return (graded[0].number, graded[0].name) if len(graded) == 1 else (None, None)


def _row(
    reading: Reading,
    row: Row,
    columns: _Columns,
    about: About | None,
    words: EvaluationWords,
    graded: Row,
) -> EvaluationFinding | None:
    """The evaluation of a row; where its grade's cell is merged with one above, ``graded`` is the row of that."""
    if graded is not row and columns.grade:
        return None
    cells = [reading.document[cell].strip() for cell in row.cells]
    council, year = _area_of(cells[columns.area], words) if columns.area is not None else (None, None)
    name = cells[columns.indicator or 0]
    indicator = about or _named_indicator(reading, name) or (None, name or None)
    if columns.area is not None and council is None:
        return None
    year = year_of(cells[columns.year]) if columns.year is not None else year
    grade = reading.document[graded.cells[columns.grade]].strip()
    return graded_cell(Span(graded.span.start, row.span.end), _TABLE, indicator, council, year, grade, words)


def graded_cell(
    span: Span,
    rule: str,
    indicator: About,
    council: Council | None,
    year: int | None,
    cell: str,
    words: EvaluationWords,
) -> EvaluationFinding | None:
    """The finding of a cell that holds a grade, or says that there is none; None for any other cell."""
    grade = grades().named(cell)
    area = (council.name, council.code) if council is not None else None
    if grade is not None:
        return evaluated(span, rule, indicator, area, year, grade, cell)
    if fold_words(cell) not in words.heads.not_evaluated:
        return None
    return EvaluationFinding(
        span=span, rule=rule, indicator=indicator[0], indicator_name=indicator[1], area=area, year=year,
        status="not_evaluated", grade=None, score=None, printed=None, reason=None,
    )  # fmt: skip
