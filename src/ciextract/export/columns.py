"""What a table of records is made of: its columns, its keys and where in a record each cell comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ciextract.record import Area, Evidence, Record, Source

Cell = str | int | float | bool | None
Kind = Literal["string", "integer", "number", "boolean"]
"""The type of a column under its Frictionless name. Dates are strings: a document may state a month or a year only."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row to be: an entry of a record with what stands around it. ``path`` of a column starts at a name here."""

    record: Record
    source: Source
    """The file that the entry's evidence is of; of a merged record as a whole the first."""
    entry: object
    id: str
    document: str | None
    section: str | None
    area: Area | None
    evidence: Evidence | None
    boxes: str | None
    number: int
    """Place of the entry in its list, from 1."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where its cells come from, as attribute names with dots between; a null on the way is an empty cell."""

    name: str
    kind: Kind
    path: str
    description: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a row for each line, ``id`` its key; ``references`` are pairs of a column and the table it points to."""

    name: str
    description: str
    lines: Callable[[Record], Iterable[Line]]
    columns: tuple[Column, ...]
    references: tuple[tuple[str, str], ...]

    def rows(self, records: Iterable[Record]) -> Iterator[tuple[Cell, ...]]:
        """The rows of some records, in the order of the records and of their lists."""
        places = [(column.path.split("."), column.kind) for column in self.columns]
        for record in records:
            for line in self.lines(record):
                yield tuple(_cell(line, path, kind) for path, kind in places)


def _cell(line: Line, path: list[str], kind: Kind) -> Cell:
    value: object = line
    for name in path:
        value = getattr(value, name)
        if value is None:
            return None
    return value if kind != "string" and isinstance(value, bool | int | float) else str(value)
