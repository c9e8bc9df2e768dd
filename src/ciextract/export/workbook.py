"""Tables come in, one Excel workbook goes out, a sheet for each; a text is a text cell, never a formula or a link."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ciextract.errors import LimitExceeded
from ciextract.export.columns import Cell, Table
from ciextract.record import Record
from ciextract.writing import replacing

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LIBRARY = "xlsxwriter"
LONGEST_CELL = 32_767
"""Characters that Excel keeps in a cell."""
_CUT = " [cut; the record has all of it]"
MOST_ROWS = 1_048_576
"""Rows that Excel keeps in a sheet; the library leaves out more without a word."""
_MADE = datetime(2000, 1, 1)
_WIDEST = 60


def write(tables: Sequence[Table], records: Sequence[Record], folder: Path) -> list[Path]:
    """Write ``records.xlsx``, whose last sheet, ``columns``, says what each column holds.

    A text above ``LONGEST_CELL`` is cut and says so. Raises LimitExceeded above ``MOST_ROWS``.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    path = folder / "records.xlsx"
    made = BytesIO()  # in a file, the library would complain of a full disk once more when it is thrown away
    with replacing(path, FileCreateError) as fresh:
        with xlsxwriter.Workbook(made, {"constant_memory": True}) as book:
            _fill(book, tables, records)
        fresh.write_bytes(made.getbuffer())
    return [path]


def _fill(book: Workbook, tables: Sequence[Table], records: Sequence[Record]) -> None:
    book.set_properties({"created": _MADE})
    bold = book.add_format({"bold": True})
    for table in tables:
        sheet = book.add_worksheet(table.name)
        _head(sheet, [column.name for column in table.columns], bold)
        for row, cells in enumerate(table.rows(records), 1):
            if row >= MOST_ROWS:
                what = f"{table.name} has more rows than the {MOST_ROWS} of an Excel sheet"
                raise LimitExceeded(what, "choose another format, or export fewer records")
            _line(sheet, row, cells)
    sheet = book.add_worksheet("columns")
    _head(sheet, ["table", "column", "type", "description"], bold)
    described = [(table.name, each.name, each.kind, each.description) for table in tables for each in table.columns]
    for row, cells in enumerate(described, 1):
        _line(sheet, row, cells)


def _head(sheet: Worksheet, names: Sequence[str], style: object) -> None:
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(names) - 1, min(_WIDEST, 18))
    for place, name in enumerate(names):
        sheet.write_string(0, place, name, style)


def _line(sheet: Worksheet, row: int, cells: Sequence[Cell]) -> None:
    for place, cell in enumerate(cells):
        if isinstance(cell, bool):
            sheet.write_boolean(row, place, cell)
        elif isinstance(cell, int | float):
            sheet.write_number(row, place, cell)
        elif cell:
            sheet.write_string(row, place, _fitting(cell))


def _fitting(text: str) -> str:
    # Excel counts UTF-16 units, of which a character outside the basic plane has two.
    units = text.encode("utf-16-le")
    if len(units) // 2 <= LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - len(_CUT))].decode("utf-16-le", "ignore") + _CUT
