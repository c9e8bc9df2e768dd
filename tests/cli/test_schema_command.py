"""`ciextract schema`, and the published files that it makes."""

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.standin import invented_record

from ciextract.record import SCHEMA_ID, SCHEMA_VERSION
from ciextract.schema import SCHEMA_FILE, VERDICTS_FILE, schema_json, verdicts_json

SCHEMAS = Path(__file__).parents[2] / "schemas"


def test_the_published_schema_is_the_model_s():
    assert (SCHEMAS / SCHEMA_FILE).read_text("utf-8") == schema_json(), "run `make schemas`"
    assert (SCHEMAS / VERDICTS_FILE).read_text("utf-8") == verdicts_json(), "run `make schemas`"


def test_identity():
    schema = json.loads(schema_json())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (schema["$id"], schema["version"]) == (SCHEMA_ID, SCHEMA_VERSION)


def test_every_published_schema_is_a_schema_named_after_its_version():
    for path in SCHEMAS.iterdir():
        schema = json.loads(path.read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        assert path.name in {f"{kind}-{schema['version']}.json" for kind in ("record", "verdicts")}


def test_it_takes_a_record_and_leaves_a_wrong_one():
    validator = jsonschema.Draft202012Validator(json.loads(schema_json()))
    record = invented_record("A title\n").to_dict()
    assert validator.is_valid(record)
    assert not validator.is_valid(record | {"complete": "yes"})
    assert not validator.is_valid(record | {"colour": "red"})


def test_standard_output(run):
    assert run("schema").out == schema_json().encode()


def test_output_is_a_directory(run, tmp_path):
    ended = run("schema", "--output", tmp_path)
    assert (ended.code, ended.out, ended.err) == (0, b"", "")
    assert (tmp_path / SCHEMA_FILE).read_bytes() == schema_json().encode()
    assert (tmp_path / VERDICTS_FILE).read_bytes() == verdicts_json().encode()


@pytest.mark.parametrize("place", ["none", "report.txt"])
def test_no_such_directory(run, tmp_path, report, place):
    ended = run("schema", "--output", tmp_path / place)
    assert (ended.code, len(ended.lines)) == (8, 1)
