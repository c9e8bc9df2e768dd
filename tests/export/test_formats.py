"""The files of an export hold what the tables hold, typed; nothing in them is a formula."""

import csv
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.errors import LimitExceeded, MissingExtra
from ciextract.export import Format, export, workbook
from ciextract.export.formulas import inert, text_of
from ciextract.export.tables import TABLES_IN_ORDER
from ciextract.export.workbook import LONGEST_CELL


def rows_of(table, records):
    return [tuple(row) for row in table.rows(records)]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_what_a_spreadsheet_would_obey_gets_an_apostrophe(text):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "most staff", "54%", "'tis", "a=b", " =1"])
def test_other_text_stays(text):
    assert inert(text) == text


@given(st.text(alphabet="='+-@\t\ra ", max_size=6))
def test_what_was_made_inert_can_be_told(text):
    assert text_of(inert(text)) == text
    assert not inert(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_csv_holds_every_row(records, tmp_path):
    export(records, tmp_path, [Format.CSV])
    for table in TABLES_IN_ORDER:
        with (tmp_path / f"{table.name}.csv").open(encoding="utf-8", newline="") as stream:
            head, *rows = csv.reader(stream)
        assert head == [column.name for column in table.columns]
        expected = [[_printed(cell) for cell in row] for row in rows_of(table, records)]
        assert [[text_of(cell) for cell in row] for row in rows] == expected


def _printed(cell):
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


def test_the_data_package_validates(records, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    export(records, tmp_path, list(Format))
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    assert report.stats["tasks"] == len(list(tmp_path.iterdir())) - 1


def test_sqlite_keeps_its_keys_and_finds_words(records, tmp_path):
    export(records, tmp_path, [Format.SQLITE])
    with closing(sqlite3.connect(tmp_path / "records.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in TABLES_IN_ORDER:
            assert database.execute(f'SELECT * FROM "{table.name}"').fetchall() == rows_of(table, records)
        quotes = database.execute(
            "SELECT quote FROM proportions WHERE rowid IN (SELECT rowid FROM proportions_fts WHERE quote MATCH 'quarters')"
        ).fetchall()
    expected = [each.quote for record in records for each in record.proportions if "quarters" in each.quote.lower()]
    assert sorted(quote for (quote,) in quotes) == sorted(expected)


def test_parquet_is_typed(records, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    export(records, tmp_path, [Format.PARQUET])
    for table in TABLES_IN_ORDER:
        read = parquet.read_table(tmp_path / f"{table.name}.parquet")
        assert [tuple(row.values()) for row in read.to_pylist()] == rows_of(table, records)
        assert read.schema.field("id").metadata[b"description"] == b"Key of the row."


def test_parquet_of_no_records_has_its_columns(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    export([], tmp_path, [Format.PARQUET])
    assert parquet.read_table(tmp_path / "proportions.parquet").schema.field("low").type == "double"


def test_duckdb_holds_every_row(records, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    export(records, tmp_path, [Format.DUCKDB])
    with duckdb.connect(str(tmp_path / "records.duckdb"), read_only=True) as database:
        for table in TABLES_IN_ORDER:
            assert database.execute(f'SELECT * FROM "{table.name}"').fetchall() == rows_of(table, records)


def test_a_workbook_has_text_and_numbers_but_no_formula(hostile, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    export([hostile], tmp_path, [Format.XLSX])
    book = openpyxl.load_workbook(tmp_path / "records.xlsx")
    assert book.sheetnames == [*(table.name for table in TABLES_IN_ORDER), "columns"]
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    names = [cell.value for cell in book["key_messages"][1]]
    assert book["key_messages"].cell(2, names.index("text") + 1).value == hostile.key_messages[0].text


def test_a_text_too_long_for_a_cell_says_that_it_is_cut(records, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    first = replace(records[0].sections[0], text="a" * (LONGEST_CELL + 1))
    export([replace(records[0], sections=[first, *records[0].sections[1:]])], tmp_path, [Format.XLSX])
    sheet = openpyxl.load_workbook(tmp_path / "records.xlsx")["sections"]
    names = [cell.value for cell in sheet[1]]
    text = sheet.cell(2, names.index("text") + 1).value
    assert len(text) == LONGEST_CELL
    assert text.endswith("[cut; the record has all of it]")


def test_csv_and_sqlite_are_the_same_bytes_each_time(records, tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        export(records, tmp_path / name, [Format.CSV, Format.SQLITE])
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_a_library_that_is_not_there_is_named_before_anything_is_written(records, tmp_path, monkeypatch):
    monkeypatch.setattr("ciextract.export.find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"pyarrow is not installed; pip install 'ciextract\[tables\]'"):
        export(records, tmp_path, [Format.CSV, Format.PARQUET])
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_of_more_rows_than_a_sheet_keeps_is_refused(records, tmp_path, monkeypatch):
    pytest.importorskip("xlsxwriter")
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    with pytest.raises(LimitExceeded, match="more rows than the 3 of an Excel sheet"):
        export(records, tmp_path, [Format.XLSX])
    assert list(tmp_path.iterdir()) == []


CROWDED = """
import resource, signal, sys
from pathlib import Path
from ciextract.errors import CannotWrite
from ciextract.export import Format, export
from ciextract.validation import load_record

record = load_record(Path(sys.argv[1]).read_text("utf-8"))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
export([record], Path(sys.argv[2]), [Format(sys.argv[3])])  # the libraries are loaded
for path in Path(sys.argv[2]).iterdir():
    path.unlink()
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    export([record], Path(sys.argv[2]), [Format(sys.argv[3])])
except CannotWrite as error:
    print(error)
"""


@pytest.mark.parametrize("kind", list(Format))
def test_a_file_that_may_not_grow_is_told_by_every_format(records, tmp_path, kind):
    """A limit on the size of files fails as a full disk does: half of a table is on disk when the system says no."""
    pytest.importorskip("resource")
    record, folder = tmp_path / "record.json", tmp_path / "tables"
    record.write_text(records[0].to_json(), "utf-8")
    folder.mkdir()
    words = [sys.executable, "-c", CROWDED, record, folder, kind.value]
    ended = subprocess.run(words, capture_output=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.endswith(b"; free some space or name another folder\n")
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]
