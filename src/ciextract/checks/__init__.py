"""A reading in, the document held against itself out. Only the document and its outline are read, no findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ciextract.checks.areas import graded_areas, inspected_areas
from ciextract.checks.changes import changes
from ciextract.checks.finding import CheckFinding
from ciextract.checks.grade_counts import grade_sums, grade_tables
from ciextract.checks.headings import contents_headings, message_numbers, statements_present
from ciextract.checks.tallies import tallies
from ciextract.extractors.reading import Reading

CHECKS: tuple[Callable[[Reading], Iterator[CheckFinding]], ...] = (
    contents_headings,
    statements_present,
    message_numbers,
    inspected_areas,
    graded_areas,
    grade_sums,
    grade_tables,
    tallies,
    changes,
)
"""The checks in the order in which the record lists them."""

__all__ = ["CHECKS", "CheckFinding", "checks"]


def checks(reading: Reading) -> Iterator[CheckFinding]:
    """What each check finds; a kind of check that has nothing to hold against anything is left out."""
    for check in CHECKS:
        yield from check(reading)
