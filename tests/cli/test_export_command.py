"""`ciextract export`: records in, a folder of tables out."""

import json

import pytest
from tests.cli.standin import invented_record

RECORD = invented_record("A title\nand words\n").to_dict()


@pytest.fixture
def record_file(write):
    return lambda name, *records: write(name, "".join(json.dumps(record) + "\n" for record in records))


def test_a_record_becomes_tables(run, record_file, tmp_path):
    ended = run("export", record_file("a.json", RECORD), "--to", tmp_path / "out")
    assert (ended.code, ended.out) == (0, b"")
    assert ended.err == f"ciextract: {tmp_path / 'out'}: 1 record in 21 files\n"
    assert (tmp_path / "out" / "inspections.csv").read_text("utf-8").count("\n") == 2


def test_a_folder_and_standard_input_give_records(run, record_file, tmp_path):
    record_file("records.jsonl", RECORD, RECORD | {"record_id": "b"})
    third = json.dumps(RECORD | {"record_id": "c"}).encode()
    ended = run("export", tmp_path, "-", "--to", tmp_path / "out", stdin=third)
    assert "3 records" in ended.err


def test_the_same_record_twice_counts_once(run, record_file, tmp_path):
    ended = run("export", record_file("a.jsonl", RECORD, RECORD), "--to", tmp_path / "out")
    assert "1 record in" in ended.err


def test_two_records_of_one_id_are_refused(run, record_file, tmp_path):
    path = record_file("a.jsonl", RECORD, RECORD | {"complete": False})
    ended = run("export", path, "--to", tmp_path / "out")
    assert (ended.code, len(ended.lines)) == (3, 1)
    assert RECORD["record_id"] in ended.err


@pytest.mark.parametrize("content", ["", "{", '{"a": 1}', json.dumps(RECORD | {"complete": "yes"})])
def test_what_is_no_record_is_refused(run, write, tmp_path, content):
    ended = run("export", write("a.json", content), "--to", tmp_path / "out")
    assert (ended.code, ended.out, len(ended.lines)) == (3, b"", 1)
    assert not (tmp_path / "out").exists()


def test_an_unknown_format_is_a_usage_error(run, record_file, tmp_path):
    ended = run("export", record_file("a.json", RECORD), "--to", tmp_path / "out", "--format", "ods")
    assert ended.code == 2
    assert "csv, parquet, sqlite, xlsx, duckdb" in ended.err


def test_a_file_where_the_folder_should_be(run, record_file, write):
    ended = run("export", record_file("a.json", RECORD), "--to", write("out", "taken"))
    assert (ended.code, len(ended.lines)) == (8, 1)
