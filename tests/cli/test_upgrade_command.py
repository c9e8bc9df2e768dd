"""`ciextract upgrade`: records of every published version, as they were written then, in the present one."""

import json
from pathlib import Path

import pytest

from ciextract.record import KNOWN_VERSIONS, SCHEMA_VERSION

PUBLISHED = Path(__file__).parents[1] / "published"
EARLIER = [version for version in KNOWN_VERSIONS if version != SCHEMA_VERSION]


def lines(data):
    return [json.loads(line) for line in data.splitlines()]


def held(before, after, added):
    """Every value of the first stands in the second; what only the second has holds nothing."""
    if isinstance(before, dict):
        for name in after.keys() - before.keys():
            assert name in added
            assert after[name] in (None, [])
        return all(held(value, after[name], added) for name, value in before.items() if name != "schema_version")
    if isinstance(before, list):
        return len(before) == len(after) and all(map(held, before, after, [added] * len(before)))
    return before == after


@pytest.mark.parametrize("version", EARLIER)
def test_nothing_of_a_published_version_is_lost(run, version):
    path = PUBLISHED / f"record-{version}.jsonl"
    ended = run("upgrade", path)
    before, after = lines(path.read_bytes()), lines(ended.out)
    assert (ended.code, ended.lines[-1]) == (0, f"ciextract: {len(before)} of {len(before)} records upgraded")
    assert {record["schema_version"] for record in before} == {version}
    assert {record["schema_version"] for record in after} == {SCHEMA_VERSION}
    added = {"grade_counts", "worded_conclusions", "progress", "programme_candidates"}
    assert all(held(one, other, added) for one, other in zip(before, after, strict=True))
    assert run("upgrade", "-", stdin=ended.out).out == ended.out


@pytest.mark.parametrize("version", EARLIER)
@pytest.mark.parametrize("command", ["validate", "reconcile", "merge"])
def test_every_published_version_is_read_as_it_is(run, version, command):
    assert run(command, PUBLISHED / f"record-{version}.jsonl").code == 0


def test_in_place_keeps_the_form_and_leaves_the_present_version_alone(run, tmp_path):
    [first, *_] = lines((PUBLISHED / "record-1.0.0.jsonl").read_bytes())
    alone, many = tmp_path / "alone.json", tmp_path / "many.jsonl"
    alone.write_text(json.dumps(first, indent=1), encoding="utf-8")
    many.write_bytes((PUBLISHED / "record-1.1.0.jsonl").read_bytes())
    assert run("upgrade", tmp_path, "--in-place", "--quiet").code == 0
    assert json.loads(alone.read_text("utf-8"))["schema_version"] == SCHEMA_VERSION
    assert len(lines(many.read_bytes())) == len(lines((PUBLISHED / "record-1.1.0.jsonl").read_bytes()))
    compact = json.dumps(json.loads(alone.read_text("utf-8")))
    alone.write_text(compact, encoding="utf-8")
    assert run("upgrade", alone, "--in-place").lines == ["ciextract: 0 of 1 records upgraded"]
    assert alone.read_text("utf-8") == compact


@pytest.mark.parametrize("version", ["1.99.0", "2.0.0"])
@pytest.mark.parametrize("command", ["upgrade", "merge", "reconcile", "compare"])
def test_a_newer_version_is_refused_in_one_line(run, tmp_path, version, command):
    [first, *_] = lines((PUBLISHED / "record-1.1.0.jsonl").read_bytes())
    path = tmp_path / "new.json"
    path.write_text(json.dumps(first | {"schema_version": version}), encoding="utf-8")
    ended = run(command, path)
    assert (ended.code, ended.out, len(ended.lines)) == (3, b"", 1)
    assert f"a record of schema {version}, newer than {SCHEMA_VERSION}; update ciextract to read it" in ended.lines[0]


def test_one_flawed_file_keeps_all_as_they_are(run, tmp_path):
    good, bad = tmp_path / "a.jsonl", tmp_path / "b.json"
    good.write_bytes((PUBLISHED / "record-1.0.0.jsonl").read_bytes())
    bad.write_text("{}", encoding="utf-8")
    assert run("upgrade", tmp_path, "--in-place").code == 3
    assert good.read_bytes() == (PUBLISHED / "record-1.0.0.jsonl").read_bytes()


@pytest.mark.parametrize("words", [("-", "--in-place"), ("x.json", "--in-place", "--output", "y.json")])
def test_what_cannot_go_together(run, words):
    assert run("upgrade", *words).code == 2
