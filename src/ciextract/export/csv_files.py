"""Tables come in, a CSV file for each goes out (RFC 4180, UTF-8); no spreadsheet takes a cell of them for a formula."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from ciextract.export.columns import Cell, Table
from ciextract.export.formulas import inert
from ciextract.record import Record
from ciextract.writing import replacing


def write(tables: Sequence[Table], records: Sequence[Record], folder: Path) -> list[Path]:
    """Write ``<table>.csv`` for each table; empty cells are nulls, booleans are true and false."""
    return [_write(table, records, folder / f"{table.name}.csv") for table in tables]


def _write(table: Table, records: Sequence[Record], path: Path) -> Path:
    with replacing(path) as fresh, fresh.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(column.name for column in table.columns)
        writer.writerows([_printed(cell) for cell in row] for row in table.rows(records))
    return path


def _printed(cell: Cell) -> str | int | float:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return inert(cell)
    return "" if cell is None else cell
