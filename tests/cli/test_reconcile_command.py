"""`ciextract reconcile`: records in, a line for each point out."""

import json
from pathlib import Path

FIXTURES = Path(__file__).parents[2] / "fixtures"
RELEASE, OVERVIEW, PAPER = (FIXTURES / name / "record.json" for name in ("news-release", "overview", "committee-paper"))


def test_a_line_for_each_point(run):
    ended = run("reconcile", RELEASE, OVERVIEW)
    rows = [line.split("\t") for line in ended.out.decode().splitlines()]
    assert ended.code == 0
    assert all(len(row) >= 6 for row in rows)
    assert {row[1] for row in rows} >= {"grade"}


def test_json_has_the_sides(run):
    [found] = json.loads(run("reconcile", PAPER, "--json").out)
    assert {"topic", "outcome", "subject", "note", "sides"} == set(found["points"][0])
    assert {"record_id", "document", "pointer", "quote", "page"} == set(found["points"][0]["sides"][0])


def test_differences_have_an_exit_code_of_their_own_when_asked_for(run):
    assert run("reconcile", RELEASE, OVERVIEW, "--exit-code").code == 13
    assert run("reconcile", PAPER, "--exit-code").code == 0


def test_a_document_without_others_is_told(run):
    ended = run("reconcile", FIXTURES / "graded-report" / "record.json")
    assert (ended.code, ended.out) == (0, b"")
    assert ended.lines[0].endswith("no other document is about its inspection")
