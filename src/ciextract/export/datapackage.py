"""Tables and the files made of them come in, the Frictionless description of both goes out as ``datapackage.json``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from ciextract.export.columns import Table
from ciextract.shape import Json
from ciextract.writing import replacing

_TYPES = {
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".duckdb": "application/vnd.duckdb",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def write(tables: Sequence[Table], files: Sequence[Path], folder: Path) -> Path:
    """Write ``datapackage.json`` beside the files that it describes."""
    package: Json = {
        "name": "ciextract-records",
        "title": "Records of joint inspections",
        "resources": [each for file in files for each in _resources(tables, file)],
    }
    path = folder / "datapackage.json"
    with replacing(path) as fresh:
        fresh.write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _resources(tables: Sequence[Table], file: Path) -> Iterator[Json]:
    """A CSV file is a resource whose rows are checked; any other file names the table or tables that it holds."""
    if file.suffix == ".csv":
        table = next(table for table in tables if table.name == file.stem)
        yield {
            "name": _name(file),
            "type": "table",
            "path": file.name,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "description": table.description,
            "schema": _schema(table),
        }
        return
    held = [table for table in tables if table.name == file.stem] or tables
    yield {
        "name": _name(file),
        "type": "file",
        "path": file.name,
        "format": file.suffix[1:],
        "mediatype": _TYPES[file.suffix],
        "tables": [table.name for table in held],
    }


def _name(file: Path) -> str:
    return f"{file.stem.replace('_', '-')}-{file.suffix[1:]}"


def _schema(table: Table) -> Json:
    return {
        "fields": [
            {"name": column.name, "type": column.kind, "description": column.description} for column in table.columns
        ],
        "primaryKey": ["id"],
        "foreignKeys": [_reference(table, column, other) for column, other in table.references],
    }


def _reference(table: Table, column: str, other: str) -> Json:
    resource = "" if other == table.name else f"{other.replace('_', '-')}-csv"
    return {"fields": [column], "reference": {"resource": resource, "fields": ["id"]}}
