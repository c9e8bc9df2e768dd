"""Records come in, files of tables go out; what the tables are is decided in ``ciextract.export``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from ciextract.cli.answer import about
from ciextract.cli.arguments import NoSummary
from ciextract.cli.declared import Option, wrong_use
from ciextract.cli.records import Records, read_records
from ciextract.cli.streams import say
from ciextract.errors import CannotWrite, reason

Folder = Annotated[str, Option("--to", metavar="DIR", help="Folder for the tables; made where there is none.")]
Formats = Annotated[
    list[str] | None,
    Option("--format", metavar="NAME", help="csv, parquet, sqlite, xlsx or duckdb; may be given again."),
]


def export(records: Records, to: Folder, format: Formats = None, quiet: NoSummary = False) -> int:
    """Turn records into tidy tables.

    \b
    Examples:
      ciextract export records/ --to tables
      ciextract export records.jsonl --to tables --format sqlite --format xlsx
      ciextract parse report.pdf | ciextract export - --to tables

    RECORD is a file of one record as JSON or of many as JSON Lines, a folder of them, or - for standard input. Each
    table has one row for each value, with keys between the tables, the area's code, the evidence and the source on it.
    """
    from ciextract.export import Format
    from ciextract.export import export as write_tables

    wanted = _formats(format or ["csv"], [each.value for each in Format])
    read = read_records(records)
    with about(to):
        folder = _folder(to)
        files = write_tables(read, folder, [Format(each) for each in wanted])
    if not quiet:
        say(to, f"{len(read)} record{'' if len(read) == 1 else 's'} in {len(files)} files")
    return 0


def _formats(given: list[str], known: list[str]) -> list[str]:
    for name in given:
        if name not in known:
            raise wrong_use(f"{name!r} is not one of {', '.join(known)}", "--format")
    return given


def _folder(path: str) -> Path:
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise CannotWrite(reason(error), "name another folder") from error
    if not os.access(path, os.W_OK):
        raise CannotWrite("permission denied", "name a folder that you may write to")
    return Path(path)
