"""`ciextract diff`: two records in, their differences out. What a difference is stands in tests/difference."""

import json

import pytest
from tests.cli.standin import invented_record

RECORD = invented_record("A title\nand words\n").to_dict()


def other(**fields):
    return json.dumps(RECORD | fields)


@pytest.fixture
def one(write):
    return write("one.json", json.dumps(RECORD))


@pytest.fixture
def changed(write):
    message = RECORD["key_messages"][0] | {"number": 2}
    return write("changed.json", other(key_messages=[message]))


def test_a_record_does_not_differ_from_itself(run, one):
    ended = run("diff", one, one, "--exit-code")
    assert (ended.code, ended.out, ended.err) == (0, b"", "ciextract: no difference\n")


def test_a_difference_has_both_values_with_page_and_words(run, one, changed):
    ended = run("diff", one, changed)
    assert ended.code == 0
    assert ended.out.decode().splitlines() == [
        "values: changed /key_messages/0/number",
        '  - 1 (p. 1 "A title")',
        '  + 2 (p. 1 "A title")',
    ]
    assert ended.err == "ciextract: 1 value changed\n"


def test_exit_code_13_only_when_it_is_asked_for(run, one, changed):
    assert run("diff", one, changed, "--exit-code").code == 13
    assert run("diff", one, changed, "--exit-code", "--only", "evaluations").code == 0
    assert run("diff", one, changed, "--exit-code", "--only", "key_messages").code == 13


def test_what_was_added_and_removed(run, one, write):
    fewer = write("fewer.json", other(key_messages=[]))
    assert run("diff", one, fewer).out.decode().startswith("values: removed /key_messages/0\n  - {")
    assert run("diff", fewer, one).out.decode().startswith("values: added /key_messages/0\n  + {")


def test_versions_and_source_stand_apart(run, one, write):
    moved = write(
        "other.json",
        other(schema_version="1.0.0", extractor={"version": "0.2.0"}, source=RECORD["source"] | {"file_name": "b.txt"}),
    )
    ended = run("diff", one, moved)
    heads = [line for line in ended.out.decode().splitlines() if not line.startswith(" ")]
    assert heads == [
        "schema: changed /schema_version",
        "extractor: changed /extractor/version",
        "source: changed /source/file_name",
    ]
    assert ended.err == "ciextract: schema differs, extractor differs, source differs\n"
    assert run("diff", one, moved, "--only", "values", "--exit-code").code == 0


def test_a_place_is_no_difference_unless_asked_for(run, one, write):
    evidence = RECORD["key_messages"][0]["evidence"] | {"page": 9}
    moved = write("moved.json", other(key_messages=[RECORD["key_messages"][0] | {"evidence": evidence}]))
    assert run("diff", one, moved, "--exit-code").code == 0
    ended = run("diff", one, moved, "--places", "--exit-code")
    assert ended.code == 13
    assert ended.out.decode().startswith("places: changed /key_messages/0/evidence/page\n")


def test_json_has_a_list_for_each_group(run, one, changed):
    value = json.loads(run("diff", one, changed, "--json").out)
    assert list(value) == ["schema", "extractor", "source", "values", "places"]
    [found] = value["values"]
    assert (found["kind"], found["layer"]) == ("changed", "key_messages")
    assert found["before"]["value"] == 1
    assert found["after"] == {
        "pointer": "/key_messages/0/number", "value": 2, "evidence": RECORD["key_messages"][0]["evidence"],
    }  # fmt: skip
    assert not any(value[group] for group in value if group != "values")


def test_a_document_is_parsed_first(run, report, write):
    record = write("record.json", run("parse", report).out)
    ended = run("diff", record, report, "--exit-code")
    assert (ended.code, ended.out) == (0, b"")
    assert run("diff", report, "-", "--exit-code", stdin=record.read_bytes()).code == 0


def test_both_from_standard_input_is_wrong_use(run):
    ended = run("diff", "-", "-", stdin=b"{}")
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "not JSON"),
        (b"{}", "not a record: /schema_version: is missing"),
        (other(schema_version="2.0.0").encode(), "a record of schema 2.0.0, newer than"),
        (other(schema_version="0.9.0").encode(), "not a record: /schema_version: is"),
        (other(complete="yes").encode(), 'not a record: /complete: is "yes"'),
        ((json.dumps(RECORD) + "\n" + json.dumps(RECORD) + "\n").encode(), "2 records; give a file of one record"),
        (b'{"\xff"}', "not UTF-8"),
    ],
)
def test_what_is_no_record_is_code_3(run, one, write, content, words):
    ended = run("diff", one, write("b.json", content))
    assert (ended.code, ended.out, len(ended.lines)) == (3, b"", 1)
    assert words in ended.err


def test_an_unknown_layer_is_wrong_use(run, one):
    ended = run("diff", one, one, "--only", "grades")
    assert (ended.code, len(ended.lines)) == (2, 1)
    assert "'grades' is no layer; known are schema" in ended.err


def test_what_records_hold_is_made_printable(run, one, write):
    ended = run("diff", one, write("b.json", other(incomplete_because=["\x1b[31m\u202e"])))
    assert not {"\x1b", "\u202e"} & set(ended.out.decode())


def test_long_values_are_shown_where_they_part(run, write):
    text = "word " * 200
    records = [write(f"{end}.json", invented_record(f"A title\n{text}{end}\n").to_json()) for end in ("one", "two")]
    ended = run("diff", *records, "--only", "sections")
    assert "…" in ended.out.decode()
    assert "one\\n" in ended.out.decode()
    assert all(len(line) < 300 for line in ended.out.decode().splitlines())
