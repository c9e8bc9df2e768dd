"""Counts of grades in, their sum held against the stated number of indicators. Which ones they are is not asked."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.checks.finding import CheckFinding, outcome
from ciextract.extractors.grade_counts import Counted, counted_grades
from ciextract.extractors.reading import Reading

ID = "grade-counts"


def grade_sums(reading: Reading) -> Iterator[CheckFinding]:
    """A check for every list of counts that states how many indicators were graded."""
    for counted in counted_grades(reading):
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
