"""The bytes of a list of inputs in, the paths out, with what a table says of each. No path is looked at."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator

from ciextract.batch.inputs import Given, WrongUse
from ciextract.frozen import frozen
from ciextract.record.source import is_address, is_date

PATH, ADDRESS, RETRIEVED = COLUMNS = ("path", "source_url", "retrieved")
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_DELIMITERS = (",", ";", "\t")
"""What spreadsheets set between cells: which one depends on the language they are set to."""


@frozen
class Listed:
    """What a list gives; ``ignored`` are the names of a table's columns that are not of use here."""

    given: tuple[Given, ...]
    ignored: tuple[str, ...] = ()


def paths_of(content: bytes, end: bytes) -> Listed:
    """A plain list: paths that each end in these bytes, or at the end of a line."""
    lines = content.split(end)
    paths = lines if end == b"\0" else [line.removesuffix(b"\r") for line in lines]
    return Listed(tuple(Given(os.fsdecode(path)) for path in paths if path))


def listed(content: bytes) -> Listed:
    """A table, where the first line names the column ``path`` and another that is known; else one path a line.

    Raises WrongUse, which names the row as a spreadsheet counts it, the header being row 1.
    """
    plain = content.removeprefix(_MARK.encode())
    text = os.fsdecode(plain)
    for delimiter in _DELIMITERS:
        header = _header(text, delimiter)
        if PATH in header and len(set(COLUMNS).intersection(header)) > 1:
            return _table(text, delimiter, header)
    return paths_of(plain, b"\n")


def _header(text: str, delimiter: str) -> list[str]:
    """The names in the first line, in the form in which they are known."""
    try:
        first = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []
    return ["_".join(name.casefold().replace("_", " ").split()) for name in first]


def _table(text: str, delimiter: str, header: list[str]) -> Listed:
    twice = [name for name in COLUMNS if header.count(name) > 1]
    if twice:
        raise WrongUse(f"two columns are called {twice[0]}", "keep one of them")
    given = tuple(_given(number, cells, header) for number, cells in _rows(text, delimiter))
    return Listed(given, tuple(name for name in dict.fromkeys(header) if name and name not in COLUMNS))


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header that are not empty, each with its number."""
    rows = enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1)
    number = 0
    try:
        for number, cells in rows:
            if number > 1 and any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        raise WrongUse(f"row {number + 1}: {error}", "save it as CSV from the program that made it") from error


def _given(number: int, cells: list[str], header: list[str]) -> Given:
    if any(cell.strip() for cell in cells[len(header) :]):
        raise WrongUse(f"row {number} has more cells than the header", "put a path that has the delimiter in quotes")
    row = dict(zip(header, cells, strict=False))
    if not row.get(PATH):
        raise WrongUse(f"row {number} has no path", "give one, or take the row away")
    address = _checked(row, ADDRESS, is_address, number, "no address of http or https; percent-encode odd characters")
    retrieved = _checked(row, RETRIEVED, is_date, number, "no date; write it as 2026-11-30")
    return Given(row[PATH], address, retrieved, number)


def _checked(row: dict[str, str], column: str, good: Callable[[str], bool], number: int, wrong: str) -> str | None:
    cell = row.get(column, "").strip()
    if cell and not good(cell):
        what, remedy = wrong.split("; ")
        raise WrongUse(f"row {number}: {cell!r} is {what}", remedy)
    return cell or None
