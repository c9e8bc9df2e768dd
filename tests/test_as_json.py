"""What a record becomes: the JSON that ``json`` would write, whatever is in it, and the record again."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.standin import REPORT, invented_record

import ciextract
from ciextract.as_json import json_text, json_utf8, plain
from ciextract.errors import CiextractError
from ciextract.record import SCHEMA_VERSION, Grade
from ciextract.validation import FlawedRecord, NewerRecord, NotJson, find_flaws

RECORD = invented_record(REPORT)


def values(text):
    return st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | text,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4),
        max_leaves=20,
    )


INDENTS = st.none() | st.integers(0, 5)
SEEN = st.text('aé😀 \\"/{[:,')
LONE_SURROGATE = "\ud800"


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_json_has_not_is_refused(number):
    with pytest.raises(ValueError, match="no JSON"):
        json_text([number], None)


def test_an_object_of_another_kind_is_refused():
    with pytest.raises(ValueError, match="no JSON"):
        json_text({"a": {1}}, 2)


@pytest.mark.parametrize("unseen", [LONE_SURROGATE, "\x1b", "\x7f", "\u202e", "\u2028", "\n", "\t"])
def test_what_a_terminal_obeys_is_escaped_and_stays_what_it_is(unseen):
    text = json_text([f"a{unseen}b"], None)
    assert unseen not in text
    assert text.encode()
    assert json.loads(text) == [f"a{unseen}b"]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_long_value_is_written_in_pieces_that_make_what_json_writes(indent):
    value = {"é": [{"at": [place, place / 4], "said": "‘so’\n", "none": []} for place in range(5000)], "end": None}
    separators = (",", ":") if indent is None else (",", ": ")
    expected = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    assert json_utf8(value, indent, "\n") == f"{expected}\n".encode()
    assert json_text(value, indent) == expected


@given(values(st.text() | st.just(LONE_SURROGATE)), INDENTS)
def test_any_value_is_read_as_it_was(value, indent):
    assert json.loads(json_text(value, indent)) == value


@given(values(SEEN), INDENTS)
def test_what_a_terminal_only_shows_is_written_as_json_writes_it(value, indent):
    separators = (",", ":") if indent is None else (",", ": ")
    expected = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    assert json_text(value, indent) == expected


def test_a_record_is_written_like_its_dictionary():
    assert json.loads(RECORD.to_json()) == RECORD.to_dict()
    assert RECORD.to_json(indent=None) == json.dumps(RECORD.to_dict(), ensure_ascii=False, separators=(",", ":"))
    assert list(RECORD.to_dict())[:2] == ["schema_version", "record_id"]


def test_a_word_of_a_fixed_choice_becomes_a_string():
    assert type(plain([Grade.GOOD])[0]) is str
    assert plain([Grade.GOOD]) == ["good"]


@pytest.mark.parametrize("indent", [None, 0, 2])
def test_a_record_comes_back(indent):
    assert ciextract.load_record(RECORD.to_json(indent)) == RECORD


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ('"record_id"', '"record_no"', "/record_id: is missing"),
        ('"start":0', '"start":-1', "/start: is -1"),
        ('"quote":"', '"quote":"x', "/quote: has "),
        (f'"schema_version":"{SCHEMA_VERSION}"', '"schema_version":"0.9.0"', "/schema_version: is "),
    ],
)
def test_a_flawed_record_does_not_come_back(right, wrong, place):
    text = RECORD.to_json(indent=None)
    assert right in text
    with pytest.raises(FlawedRecord, match=place) as refused:
        ciextract.load_record(text.replace(right, wrong, 1))
    assert refused.value.flaws == tuple(find_flaws(text.replace(right, wrong, 1)))


@pytest.mark.parametrize("version", ["9.0.0", "1.99.0"])
def test_a_record_newer_than_the_program_is_refused(version):
    text = RECORD.to_json(indent=None).replace(f'"schema_version":"{SCHEMA_VERSION}"', f'"schema_version":"{version}"')
    with pytest.raises(NewerRecord, match=f"schema {version}, newer than {SCHEMA_VERSION}"):
        ciextract.load_record(text)


def test_what_is_no_json_does_not_come_back():
    with pytest.raises(NotJson):
        ciextract.load_record("{")
    assert issubclass(FlawedRecord, CiextractError)


def test_the_model_is_written_without_pydantic():
    code = (
        "import sys, ciextract.record as r\n"
        "w = r.RecordWarning(code='a', message='b')\n"
        "from ciextract.as_json import json_text\n"
        "json_text(w, 2)\n"
        "print('pydantic' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ended.stdout == "False\n"
