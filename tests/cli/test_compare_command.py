"""`ciextract compare`: records in, tables on lines or a page out."""

from pathlib import Path

import pytest

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/record.json"))
PROGRAMME = ("--programme", "children_at_risk_of_harm")


def test_tables_on_lines(run):
    ended = run("compare", *FIXTURES, *PROGRAMME)
    rows = [line.split("\t") for line in ended.out.decode().splitlines()]
    assert ended.code == 0
    assert rows[0] == ["grades", "indicator", "area", "year", "grade", "page"]
    assert {row[0] for row in rows} == {"grades", "shares", "messages"}
    assert len({len(row) for row in rows if row[0] == "shares"}) == 1
    assert ended.lines
    assert all(line.startswith("ciextract: left out: ") for line in ended.lines)


def test_quiet_leaves_out_what_was_left_out_and_nothing_else(run, tmp_path):
    quiet = run("compare", *FIXTURES, *PROGRAMME, "--quiet")
    assert (quiet.err, quiet.out) == ("", run("compare", *FIXTURES, *PROGRAMME).out)
    assert len(run("compare", *FIXTURES, "--quiet").lines) == 1


def test_a_page(run, tmp_path):
    pytest.importorskip("matplotlib")
    ended = run("compare", *FIXTURES, *PROGRAMME, "--output", tmp_path / "compare.html")
    assert (ended.code, ended.out) == (0, b"")
    assert (tmp_path / "compare.html").read_text("utf-8").startswith("<!doctype html>")


def test_several_programmes_are_refused(run):
    ended = run("compare", *FIXTURES)
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)
    assert ended.err.endswith("name one with --programme\n")


def test_an_output_that_cannot_be_written_is_found_first(run, tmp_path):
    ended = run("compare", tmp_path / "missing.json", "--output", tmp_path / "no" / "compare.html")
    assert ended.code == 8
