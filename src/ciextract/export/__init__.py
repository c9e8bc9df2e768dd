"""Records come in; tables of them go out as files. Nothing is extracted here and no document is read."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from ciextract.errors import MissingExtra
from ciextract.export import datapackage
from ciextract.export.tables import TABLES_IN_ORDER
from ciextract.record import Record


class Format(StrEnum):
    """What the tables are written as."""

    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    XLSX = "xlsx"
    DUCKDB = "duckdb"


_WRITERS = {
    Format.CSV: "csv_files",
    Format.PARQUET: "parquet_files",
    Format.SQLITE: "sqlite_file",
    Format.XLSX: "workbook",
    Format.DUCKDB: "duckdb_file",
}


def export(records: Sequence[Record], folder: Path, formats: Sequence[Format]) -> list[Path]:
    """Write the tables of some records into a folder, and ``datapackage.json`` beside them; returns the paths.

    Raises ``MissingExtra`` before anything is written where a format needs a library that is not there, and
    ``CannotWrite``.
    """
    writers = [import_module(f"ciextract.export.{_WRITERS[each]}") for each in dict.fromkeys(formats)]
    for writer in writers:
        library = getattr(writer, "LIBRARY", None)
        if library and find_spec(library) is None:
            raise MissingExtra(library, "tables")
    files: list[Path] = [path for writer in writers for path in writer.write(TABLES_IN_ORDER, records, folder)]
    return [*files, datapackage.write(TABLES_IN_ORDER, files, folder)]
