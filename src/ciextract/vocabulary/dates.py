"""Text in, the dates that it prints out, as ISO dates with their precision. Which date matters is not judged here."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from ciextract.frozen import frozen
from ciextract.vocabulary.english import english

Precision = Literal["day", "month", "year"]
EARLIEST, LATEST = 1990, 2100
"""Years that a date of an inspection document can have."""


_YEAR = re.compile(r"\d{4}")
"""Every date has one; most texts have none, and are read no further."""


@frozen
class DateFound:
    """An ISO date of the given precision, and where it stands."""

    iso: str
    precision: Precision
    start: int
    end: int


def dates_in(text: str) -> Iterator[DateFound]:
    """Days and months of a year that the text prints, in order."""
    if not _YEAR.search(text):
        return
    for match in _pattern().finditer(text):
        found = _date(match)
        if found is not None:
            yield found


@cache
def _pattern() -> re.Pattern[str]:
    month = english().month_pattern
    return re.compile(
        rf"\b(?:(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s(?:of\s)?)?(?P<month>{month}),?\s(?P<year>\d{{4}})\b"
        rf"|\b(?P<month2>{month})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year2>\d{{4}})\b"
        r"|\b(?P<day3>\d{1,2})[/.](?P<month3>\d{1,2})[/.](?P<year3>\d{4})\b"
        r"|\b(?P<year4>\d{4})-(?P<month4>\d{2})-(?P<day4>\d{2})\b",
        re.IGNORECASE,
    )


def _date(match: re.Match[str]) -> DateFound | None:
    groups = match.groupdict()
    year = int(next(value for name, value in groups.items() if name.startswith("year") and value))
    month = _month(next(value for name, value in groups.items() if name.startswith("month") and value))
    day = next((value for name, value in groups.items() if name.startswith("day") and value), None)
    if not EARLIEST <= year <= LATEST or not 1 <= month <= 12:
        return None
    if day is None:
        return DateFound(f"{year:04}-{month:02}", "month", *match.span())
    try:
        return DateFound(datetime.date(year, month, int(day)).isoformat(), "day", *match.span())
    except ValueError:
        return None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else english().month(text) or 0
