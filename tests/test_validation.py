"""What is a flaw in a record, and what is none; and that the schema and the model agree on it."""

import json
import sys

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.record import SCHEMA_VERSION
from ciextract.schema import schema_json
from ciextract.validation import NotJson, find_flaws, split_records

RULE = "programmes/invented.toml#x"
TITLE = {"start": 0, "end": 5, "quote": "Title", "page": 1, "boxes": [[72.0, 72.0, 99.5, 84.0]], "line": None}
OWN = {"document": 0, "rule": RULE, "evidence": TITLE}
RECORD = {
    "schema_version": SCHEMA_VERSION,
    "record_id": "unknown-undated-00000000",
    "source": {
        "file_name": "report.pdf", "media_type": "application/pdf", "sha256": "0" * 64, "bytes": 900, "pages": 1,
        "characters": 20, "text_layer": "embedded", "url": None, "retrieved": None,
        "ledger": {"body": 15, "tables": 5, "footnotes": 0, "furniture": 7, "contents": 0, "unplaced": 0},
    },
    "complete": True,
    "incomplete_because": [],
    "extractor": {"name": "ciextract", "version": "0.1.0"},
    "looked_for": ["sections"],
    "documents": [
        {"kind": "inspection_report", "title": "Title", "published": None, "publication_code": None, "start": 0,
         "end": 20, "rule": RULE, "title_evidence": TITLE, "publication_code_evidence": None},
    ],
    "inspection": {"programme": None, "programme_evidence": [], "areas": [], "period": None, "partners": []},
    "sections": [
        {"id": "s1", "document": 0, "kind": "part", "number": "A", "title": "Title", "level": 1, "parent": None,
         "role": None, "start": 0, "end": 20, "pages": [1, 1], "text": "Title", "rule": RULE, "evidence": TITLE},
        {"id": "s2", "document": 0, "kind": "topic", "number": 2, "title": None, "level": 2, "parent": "s1",
         "role": None, "start": 5, "end": 20, "pages": None, "text": "fifteen letters", "rule": RULE, "evidence": None},
    ],
    "key_messages": [
        {**OWN, "kind": "strength", "number": 1, "section": "s2", "statement": None, "text": "Title"},
    ],
    "evaluations": [
        {**OWN, "indicator": "2.1", "indicator_name": None, "area": None, "year": 2024, "status": "evaluated",
         "grade": "very_good", "score": 5, "printed": "very good", "reason": None, "section": "s2"},
        {**OWN, "indicator": "2.1", "indicator_name": None, "area": None, "year": 2024, "status": "not_evaluated",
         "grade": None, "score": None, "printed": None, "reason": None, "section": None},
    ],
    "proportions": [
        {**OWN, "form": "fraction", "quote": "Title", "quantifier": "fraction", "rank": None, "fraction": "3/4",
         "value": None, "relation": "over", "measure": "share", "count": None, "total": None,
         "bounds": {"low": 75.0, "high": 100, "low_inclusive": False, "high_inclusive": True, "basis": "arithmetic",
                    "scale": None},
         "population": {"text": None, "category": "records"}, "grade": {"min": "good", "max": "excellent"},
         "section": "s2", "statement": None, "sentence": "Title"},
    ],
    "evidence_base": [], "glossary": [], "tables": [], "actions": [], "conclusion": None, "quotations": [],
    "checks": [{"id": "c", "status": "pass", "message": "", "evidence": [TITLE]}],
    "warnings": [],
}  # fmt: skip
ABSENT = object()


def changed(pointer, value):
    """The record with one value changed, added or (ABSENT) taken away."""
    record = json.loads(json.dumps(RECORD))
    names = [name.replace("~1", "/").replace("~0", "~") for name in pointer.split("/")[1:]]
    *steps, last = [int(name) if name.isdigit() else name for name in names]
    place = record
    for step in steps:
        place = place[step]
    if value is ABSENT:
        del place[last]
    else:
        place[last] = value
    return record


def flaws_of(record):
    return [(flaw.pointer, flaw.what) for flaw in find_flaws(json.dumps(record))]


def test_a_sound_record_has_no_flaws():
    assert flaws_of(RECORD) == []


WRONG_BY_SCHEMA = [
    ("/documents/0/kind", "report", "is \"report\"; it should be 'inspection_report', 'overview_report', "),
    ("/complete", "yes", 'is "yes"; it should be a valid boolean'),
    ("/complete", 1, "is 1; it should be a valid boolean"),
    ("/source/pages", "3", 'is "3"; it should be a valid integer'),
    ("/source/bytes", -1, "is -1; it should be greater than or equal to 0"),
    ("/source/sha256", "0" * 63, "should match pattern"),
    ("/source", [], "is a list; it should be"),
    ("/sections/1/number", 1.5, "or should be a valid string"),
    ("/sections/0/colour", "red", "is no field of schema"),
    ("/inspection/areas", ABSENT, "is missing"),
    ("/sections/0/evidence/quote", ABSENT, "is missing"),
    ("/evaluations/0/score", 7, "is 7; it should be less than or equal to 6"),
    ("/checks/0/evidence/0/boxes/0", [1.0, 2.0, 3.0], "should have at least 4 items"),
    ("/a~0b~1c", 1, "is no field of schema"),
]


@pytest.mark.parametrize(("pointer", "value", "what"), WRONG_BY_SCHEMA)
def test_what_the_schema_refuses(pointer, value, what):
    record = changed(pointer, value)
    [(found, told)] = flaws_of(record)
    assert found == pointer
    assert what in told
    assert not jsonschema.Draft202012Validator(json.loads(schema_json())).is_valid(record)


@pytest.mark.parametrize(
    ("pointer", "value", "flawed", "what"),
    [
        ("/sections/0/evidence/end", 4, "/sections/0/evidence/quote", "has 5 characters; from start to end are 4"),
        ("/sections/0/evidence/start", 6, "/sections/0/evidence/end", "is 5; it should be at least start, 6"),
        ("/checks/0/evidence/0/end", 21, "/checks/0/evidence/0/end", "is 21; the text has 20 characters"),
        ("/documents/0/title_evidence/quote", "Titel!", "/documents/0/title_evidence/quote", "has 6 characters"),
        ("/documents/0/end", 21, "/documents/0/end", "is 21; the text has 20 characters"),
        ("/sections/1/end", 4, "/sections/1/end", "is 4; it should be at least start, 5"),
        ("/sections/1/id", "s3", "/key_messages/0/section", 'is "s2"; no section has that id'),
        ("/sections/1/parent", "s9", "/sections/1/parent", 'is "s9"; no section has that id'),
        ("/sections/0/id", "s2", "/sections/1/id", 'is "s2"; an earlier section has that id'),
        ("/sections/1/document", 1, "/sections/1/document", "is 1; documents has 1 entries, counted from 0"),
        ("/proportions/0/document", 7, "/proportions/0/document", "is 7; documents has 1 entries"),
        ("/evaluations/0/score", 4, "/evaluations/0/score", "is 4; very_good is 5"),
        ("/evaluations/0/grade", None, "/evaluations/0/grade", "is null, and the status is evaluated"),
        ("/evaluations/1/grade", "good", "/evaluations/1/grade", 'is "good", and the status is not_evaluated'),
        ("/proportions/0/bounds/high", 74.5, "/proportions/0/bounds/high", "is 74.5; it should be at least low, 75.0"),
        ("/source/ledger/tables", 4, "/source/ledger", "add up to 19; characters is 20"),
    ],
)
def test_what_the_schema_cannot_say(pointer, value, flawed, what):
    found = dict(flaws_of(changed(pointer, value)))
    assert what in found[flawed]


def test_all_flaws_are_told_each_with_its_place():
    record = changed("/documents/0/kind", "report") | {"complete": None, "colour": "red"}
    assert [pointer for pointer, _ in flaws_of(record)] == ["/complete", "/documents/0/kind", "/colour"]


def test_another_version_is_told_and_not_looked_into():
    known = f'this program knows "1.0.0" and "1.1.0" and "{SCHEMA_VERSION}"'
    assert flaws_of({"schema_version": "7.0.0", "anything": 1}) == [
        ("/schema_version", f'is "7.0.0", which is unknown; {known}')
    ]
    assert flaws_of({}) == [("/schema_version", f"is missing; {known}")]


def test_a_record_of_the_first_schema_is_one_of_this():
    earlier = json.loads(json.dumps(RECORD)) | {"schema_version": "1.0.0"}
    for field in ("grade_counts", "worded_conclusions", "progress"):
        earlier.pop(field, None)
    earlier["inspection"].pop("programme_candidates", None)
    assert flaws_of(earlier) == []


@pytest.mark.parametrize(("value", "shown"), [([], "a list"), ("x", '"x"'), (None, "null"), (3, "3")])
def test_a_record_is_an_object(value, shown):
    assert flaws_of(value) == [("", f"is {shown}; a record is a JSON object")]


def test_a_name_given_twice_is_a_flaw():
    text = json.dumps(RECORD).replace('"complete": true', '"complete": true, "complete": true', 1)
    assert [(flaw.pointer, flaw.what) for flaw in find_flaws(text)] == [("/complete", "is given twice; give it once")]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_not_finite_are_no_json(number):
    text = json.dumps(RECORD).replace("75.0", number)
    with pytest.raises(NotJson, match=r"the number at /proportions/0/bounds/low is not finite"):
        find_flaws(text)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", None, "it is empty"),
        ("{\n,}", 2, "Expecting property name enclosed in double quotes at column 1"),
        ("[" * 100_000, None, "it is nested too deeply"),
        ("9" * (sys.get_int_max_str_digits() + 1), None, "a number in it has too many digits"),
        ("{} {}", 1, "Extra data at column 4"),
    ],
)
def test_what_is_no_json(text, line, what):
    with pytest.raises(NotJson) as caught:
        find_flaws(text)
    assert (caught.value.line, caught.value.what) == (line, f"not JSON: {what}")


def test_an_unpaired_surrogate_is_a_flaw():
    text = json.dumps(RECORD).replace('"report.pdf"', '"\\ud800"')
    assert find_flaws(text)


class TestSplitRecords:
    def lines(self, text, **options):
        return [(entry.line, entry.text) for entry in split_records(text, **options)]

    @pytest.mark.parametrize("text", ["", "{}", "{}\n", '{\n "a": 1\n}\n', "{\n}\n{\n}", "[1]\n[2]\n"])
    def test_one_record(self, text):
        assert self.lines(text) == [(None, text)]

    def test_json_lines(self):
        assert self.lines('{"a": 1}\n\n{"b": 2}\r\n') == [(1, '{"a": 1}'), (3, '{"b": 2}\r')]

    def test_json_lines_where_it_is_said(self):
        assert self.lines("{}\n", lines=True) == [(1, "{}")]

    def test_only_a_newline_ends_a_line(self):
        assert len(self.lines('{"a": "\u2028"}\n{}')) == 2


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner)), st.data())
def test_any_value_in_any_place_gives_flaws_or_none_but_no_error(value, data):
    record = json.loads(json.dumps(RECORD))
    place = record
    while True:
        step = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if not isinstance(place[step], dict | list) or not place[step] or data.draw(st.booleans()):
            break
        place = place[step]
    place[step] = value
    for flaw in find_flaws(json.dumps(record)):
        assert flaw.what
        assert flaw.pointer == "" or flaw.pointer.startswith("/")
