"""`ciextract validate`: files in, flaws on lines, exit codes. What a flaw is stands in tests/test_validation.py."""

import json

import pytest
from tests.cli.standin import invented_record

SOUND = invented_record("A title\nand words\n").to_dict()
FLAWED = SOUND | {"complete": "yes"}


@pytest.fixture
def record_file(write):
    return lambda name, *records, indent=None: write(
        name, "".join(json.dumps(record, indent=indent) + "\n" for record in records)
    )


def test_what_parse_writes_is_sound(run, report):
    ended = run("validate", "-", stdin=run("parse", report).out)
    assert (ended.code, ended.out, ended.err) == (0, b"", "ciextract: ok, 1 record\n")


def test_flaws_are_lines_on_standard_output(run, record_file):
    path = record_file("record.json", FLAWED, indent=2)
    ended = run("validate", path)
    assert ended.code == 12
    assert ended.out.decode() == f'{path}: /complete: is "yes"; it should be a valid boolean\n'
    assert ended.err == "ciextract: 1 flaw in 1 of 1 record\n"


def test_lines_of_json_lines_are_numbered(run, record_file):
    path = record_file("records.json", SOUND, FLAWED, SOUND)
    ended = run("validate", path)
    assert ended.code == 12
    assert ended.out.decode().startswith(f"{path}:2: /complete: ")
    assert "1 flaw in 1 of 3 records" in ended.err


def test_one_line_of_json_lines_by_its_name(run, record_file):
    path = record_file("records.jsonl", FLAWED)
    assert run("validate", path).out.decode().startswith(f"{path}:1: /complete: ")


def test_several_files_are_all_looked_into(run, record_file, write, tmp_path):
    sound, flawed = record_file("a.json", SOUND), record_file("b.json", FLAWED)
    broken, missing = write("c.json", '{\n  "a": 1,\n}\n'), tmp_path / "d.json"
    ended = run("validate", sound, flawed, broken, missing)
    assert ended.code == 3
    assert len(ended.out.splitlines()) == 1
    assert ended.lines[0].startswith(f"ciextract: {broken}:3: not JSON: ")
    assert ended.lines[1] == f"ciextract: {missing}: no such file or directory; check the path"
    assert ended.lines[2] == "ciextract: 1 flaw in 1 of 2 records, 2 not read"


@pytest.mark.parametrize("content", [b"", b" \n", b"{", b"\xff\xfe{}", b"[" * 100_000, b"nul", b"1" * 5000])
def test_what_is_no_json_is_code_3(run, write, content):
    ended = run("validate", write("a.json", content))
    assert (ended.code, ended.out, len(ended.lines)) == (3, b"", 2)


def test_a_byte_order_mark_does_no_harm(run, write):
    assert run("validate", write("a.json", b"\xef\xbb\xbf" + json.dumps(SOUND).encode())).code == 0


def test_quiet_leaves_the_summary_out(run, record_file):
    assert run("validate", record_file("a.json", SOUND), "--quiet").err == ""


def test_what_a_record_holds_is_made_printable(run, record_file):
    ended = run("validate", record_file("a.json", SOUND | {"\x1b[31m\n\u202e": 1}))
    assert len(ended.out.splitlines()) == 1
    assert b"/\\x1b[31m\\n\\u202e: is no field of schema" in ended.out
