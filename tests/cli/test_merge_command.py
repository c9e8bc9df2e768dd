"""`ciextract merge`: records in, one line for each inspection out, as it would be checked by the other commands."""

import json
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[2] / "fixtures"
RELEASE, OVERVIEW, PAPER = (FIXTURES / name / "record.json" for name in ("news-release", "overview", "committee-paper"))


def test_a_line_for_each_inspection(run):
    ended = run("merge", RELEASE, OVERVIEW)
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert ended.code == 0
    assert max(len(row["sources"]) for row in rows) == 2
    assert ended.lines[-1] == f"ciextract: {len(rows)} inspections of 2 documents"


def test_documents_that_differ_are_told(run):
    assert "documents differ: indicator" in run("merge", RELEASE, OVERVIEW).err
    assert "differ" not in run("merge", PAPER).err


def test_the_order_of_arguments_changes_no_byte_and_merging_again_neither(run, tmp_path):
    merged = tmp_path / "merged.jsonl"
    assert run("merge", RELEASE, OVERVIEW, PAPER, "--output", merged, "--quiet").code == 0
    assert run("merge", PAPER, OVERVIEW, RELEASE).out == merged.read_bytes()
    assert run("merge", merged, PAPER).out == merged.read_bytes()
    assert run("validate", merged).code == 0


def test_two_records_of_one_document_are_refused(run, tmp_path):
    value = json.loads(RELEASE.read_text("utf-8")) | {"record_id": "another", "warnings": []}
    value["quotations"] = []
    other = tmp_path / "other.json"
    other.write_text(json.dumps(value), encoding="utf-8")
    ended = run("merge", RELEASE, other)
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)


def test_what_cannot_be_written_is_known_before_any_work(run, tmp_path):
    ended = run("merge", RELEASE, "--output", tmp_path / "none" / "merged.jsonl")
    assert (ended.code, ended.out, len(ended.lines)) == (8, b"", 1)


@pytest.mark.parametrize("command", [("export", "--to"), ("compare", "--output")])
def test_other_commands_read_what_comes_out(run, tmp_path, command):
    merged = tmp_path / "merged.jsonl"
    run("merge", RELEASE, OVERVIEW, PAPER, "--output", merged)
    assert run(command[0], merged, command[1], tmp_path / "out").code in (0, 9)
