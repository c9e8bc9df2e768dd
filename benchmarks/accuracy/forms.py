"""In: values as gold and records write them. Out: the one form in which both are compared.

Gold and record use the same functions here, so that a difference is a difference of values, never of writing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .entry import Entry
from .fact import Fact, Value


def dated(date: str | None, precision: str | None) -> str | None:
    """A date with its precision, as one value."""
    return None if date is None else f"{date} ({precision})"


def percent(value: float | None) -> str | None:
    """A percentage as text: 16.6%."""
    return None if value is None else f"{value:g}%"


def said(value: bool | None) -> str | None:
    """A truth value as text, which a person reads in the details."""
    return None if value is None else str(value).lower()


def grade_range(entry: Entry | None) -> str | None:
    """A grade condition as text: good..very_good."""
    return None if entry is None else f"{entry.needed('min')}..{entry.needed('max')}"


def cells(row: tuple[str, ...]) -> tuple[str, ...]:
    """A row without the empty cells at its end, which a trailing tab makes."""
    while row and not row[-1].strip():
        row = row[:-1]
    return row


def slot_facts(slots: Mapping[str, Value], place: str) -> Iterator[Fact]:
    """One fact for each slot that is filled."""
    for slot, value in slots.items():
        if value is not None and value != "":
            yield Fact(place, {"slot": slot, "value": value})


def named_facts(slot: str, names: tuple[str, ...], place: str) -> Iterator[Fact]:
    """One fact for each name; the name is what identifies it."""
    for name in names:
        yield Fact(place, {"slot": slot, "name": name, "value": name})
