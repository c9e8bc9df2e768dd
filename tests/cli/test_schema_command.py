"""`ciextract schema`, and the published files that it makes."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
from tests.cli.standin import invented_record

from ciextract.record import SCHEMA_ID, SCHEMA_VERSION
from ciextract.schema import (
    PROGRAMME_FILE,
    SCHEMA_FILE,
    VERDICTS_FILE,
    programme_schema_json,
    schema_json,
    verdicts_json,
)

PROGRAMMES = Path(__file__).parents[2] / "src" / "ciextract" / "programmes"
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
        assert path.name in {f"{kind}-{schema['version']}.json" for kind in ("record", "programme", "verdicts")}


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
    assert (tmp_path / PROGRAMME_FILE).read_bytes() == programme_schema_json().encode()


def test_the_published_schema_of_programmes_is_the_model_s(run):
    assert (SCHEMAS / PROGRAMME_FILE).read_text("utf-8") == programme_schema_json(), "run `make schemas`"
    assert run("schema", "--programme").out == programme_schema_json().encode()


@pytest.mark.parametrize("path", sorted(PROGRAMMES.glob("*.toml")), ids=lambda path: path.stem)
def test_it_takes_every_programme_that_is_shipped_and_leaves_a_wrong_one(path):
    schema = jsonschema.Draft202012Validator(json.loads(programme_schema_json()))
    programme = tomllib.loads(path.read_text("utf-8"))
    assert schema.is_valid(programme)
    assert not schema.is_valid(programme | {"scale": "seven_point"})
    assert not schema.is_valid(programme | {"colour": "red"})
    assert not schema.is_valid(programme | {"sign": programme["sign"][:1]})


def test_the_first_schema_of_records_is_kept():
    assert {"record-1.0.0.json", SCHEMA_FILE} <= {path.name for path in SCHEMAS.iterdir()}


@pytest.mark.parametrize("place", ["none", "report.txt"])
def test_no_such_directory(run, tmp_path, report, place):
    ended = run("schema", "--output", tmp_path / place)
    assert (ended.code, len(ended.lines)) == (8, 1)
