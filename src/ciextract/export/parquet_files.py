"""Tables come in, a Parquet file for each goes out, typed, with the columns' descriptions in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ciextract.export.columns import Column, Table
from ciextract.record import Record
from ciextract.writing import replacing

if TYPE_CHECKING:
    import pyarrow as pa

LIBRARY = "pyarrow"


def write(tables: Sequence[Table], records: Sequence[Record], folder: Path) -> list[Path]:
    """Write ``<table>.parquet`` for each table."""
    from pyarrow import parquet

    paths = []
    for table in tables:
        path = folder / f"{table.name}.parquet"
        with replacing(path) as fresh:
            parquet.write_table(arrow_of(table, records), fresh)
        paths.append(path)
    return paths


def arrow_of(table: Table, records: Sequence[Record]) -> pa.Table:
    """The table in the memory of Arrow."""
    import pyarrow as pa

    schema = pa.schema([_field(column) for column in table.columns], {"description": table.description})
    columns = list(zip(*table.rows(records), strict=True)) or [()] * len(table.columns)
    arrays = [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _field(column: Column) -> pa.Field:
    import pyarrow as pa

    kinds = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    return pa.field(column.name, kinds[column.kind], column.name != "id", {"description": column.description})
