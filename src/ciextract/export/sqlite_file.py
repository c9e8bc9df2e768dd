"""Tables come in, one SQLite database goes out, with keys, indexes and the full-text search that Datasette finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from ciextract.export.columns import Table
from ciextract.record import Record
from ciextract.writing import replacing

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_SEARCHED = ("text", "sentence", "quote", "title", "definition", "issue", "task", "message")
_INDEXED = ("record_id", "area_code", "section_id")


def write(tables: Sequence[Table], records: Sequence[Record], folder: Path) -> list[Path]:
    """Write ``records.sqlite``; a table of the name ``<table>_fts`` searches the texts of ``<table>``."""
    path = folder / "records.sqlite"
    with replacing(path, sqlite3.OperationalError) as fresh, closing(sqlite3.connect(fresh)) as database:
        for table in tables:
            for statement in _definition(table):
                database.execute(statement)
            places = ", ".join("?" for _ in table.columns)
            database.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', table.rows(records))
            for statement in _search(table):
                database.execute(statement)
        database.commit()
        database.execute("VACUUM")
    return [path]


def _definition(table: Table) -> Iterator[str]:
    columns = [f'"{column.name}" {_TYPES[column.kind]}' for column in table.columns]
    columns[0] += " PRIMARY KEY"
    keys = [f'FOREIGN KEY ("{name}") REFERENCES "{other}" ("id")' for name, other in table.references]
    yield f'CREATE TABLE "{table.name}" ({", ".join([*columns, *keys])})'
    for name in _INDEXED:
        if any(column.name == name for column in table.columns):
            yield f'CREATE INDEX "{table.name}_{name}" ON "{table.name}" ("{name}")'


def _search(table: Table) -> Iterator[str]:
    names = [column.name for column in table.columns if column.name in _SEARCHED]
    if names:
        quoted = ", ".join(f'"{name}"' for name in names)
        yield f'CREATE VIRTUAL TABLE "{table.name}_fts" USING fts5 ({quoted}, content="{table.name}")'
        yield f'INSERT INTO "{table.name}_fts" ("{table.name}_fts") VALUES (\'rebuild\')'
