"""Tables come in, one DuckDB database goes out, with comments on its tables and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ciextract.export.columns import Table
from ciextract.record import Record
from ciextract.writing import replacing

LIBRARY = "duckdb"
_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}


def write(tables: Sequence[Table], records: Sequence[Record], folder: Path) -> list[Path]:
    """Write ``records.duckdb``."""
    import duckdb

    full = (duckdb.IOException, duckdb.TransactionException)
    path = folder / "records.duckdb"
    with replacing(path, *full) as fresh, duckdb.connect(str(fresh)) as database:
        for table in tables:
            for statement in _definition(table):
                database.execute(statement)
            rows = list(table.rows(records))
            if rows:
                places = ", ".join("?" for _ in table.columns)
                database.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)
    return [path]


def _definition(table: Table) -> Iterator[str]:
    columns = ", ".join(f'"{column.name}" {_TYPES[column.kind]}' for column in table.columns)
    yield f'CREATE TABLE "{table.name}" ({columns})'
    yield f'COMMENT ON TABLE "{table.name}" IS {_literal(table.description)}'
    for column in table.columns:
        yield f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {_literal(column.description)}'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
