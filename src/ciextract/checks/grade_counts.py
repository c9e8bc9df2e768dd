"""Counts of grades in, held against the stated number of indicators and the table of their grades. None is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ciextract.checks.finding import CheckFinding, outcome
from ciextract.document import Span
from ciextract.extractors.evaluation_tables import in_tables
from ciextract.extractors.evaluations import words_of
from ciextract.extractors.finding import EvaluationFinding
from ciextract.extractors.grade_counts import Counted, counted_grades
from ciextract.extractors.reading import Reading
from ciextract.record import Grade

ID = "grade-counts"
TABLE_ID = "grade-table"
SEVERAL = 3
"""Grades that a table of indicators has at the least to be held against counts."""


def grade_sums(reading: Reading) -> Iterator[CheckFinding]:
    """A check for every list of counts that states how many indicators were graded."""
    for counted in reading.once(counted_grades):
        if counted.total is not None:
            yield _check(counted, counted.total)


def _check(counted: Counted, total: int) -> CheckFinding:
    counts = [one.count for one in counted.counts]
    spans = {one.span for one in counted.counts}
    spans |= {counted.total_span} if counted.total_span is not None else set()
    message = f"{' + '.join(map(str, counts))} is {sum(counts)}, of {total} indicators that are stated"
    # One count, or 'the rest', says nothing of how many there are in all.
    if (counted.rest or len(counts) == 1) and sum(counts) < total:
        message += "; the others are not counted"
        return CheckFinding(id=ID, status="not_made", message=message, spans=tuple(sorted(spans)))
    return CheckFinding(id=ID, status=outcome(sum(counts) == total), message=message, spans=tuple(sorted(spans)))


def grade_tables(reading: Reading) -> Iterator[CheckFinding]:
    """Counts of grades against the grades that the one table of indicators of the file gives."""
    table = _only_table(reading)
    if table is None:
        return
    found = Counter(one.grade for one in table)
    areas = {one.area for one in table}
    span = Span(min(one.span.start for one in table), max(one.span.end for one in table))
    for counted in reading.once(counted_grades):
        # One count alone may as well be of some of the indicators.
        if len(counted.counts) > 1 and (counted.area in areas or areas == {None}):
            yield _held(counted, found, span)


def _held(counted: Counted, found: Counter[Grade | None], table: Span) -> CheckFinding:
    stated: Counter[Grade] = Counter()
    for one in counted.counts:
        stated[one.grade.grade] += one.count
    said = ", ".join(f"{count} {grade.value.replace('_', ' ')}" for grade, count in stated.items())
    printed = ", ".join(str(found[grade]) for grade in stated)
    spans = tuple(sorted({*(one.span for one in counted.counts), table}))
    agrees = all(found[grade] == count for grade, count in stated.items())
    return CheckFinding(
        id=TABLE_ID, status=outcome(agrees), message=f"{said} are stated, the table has {printed}", spans=spans
    )


def _only_table(reading: Reading) -> list[EvaluationFinding] | None:
    """The grades of the indicators of one area in the file's only table of them, each indicator once."""
    if reading.programme is not None and reading.programme.scale in (None, "worded"):
        return None
    by_table: dict[Span, list[EvaluationFinding]] = {}
    for finding in in_tables(reading, words_of(reading.programme)):
        table = next(one.span for one in reading.document.tables if one.span.overlaps(finding.span))
        by_table.setdefault(table, []).append(finding)
    tables = [ones for ones in by_table.values() if len(ones) >= SEVERAL]
    if len(tables) != 1 or len({one.area for one in tables[0]}) > 1:
        return None
    return tables[0] if len({one.indicator or one.indicator_name for one in tables[0]}) == len(tables[0]) else None
