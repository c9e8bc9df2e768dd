"""The models of records, programme files and verdicts come in, their JSON Schemas go out as text, always the same.

The one place where pydantic reads the published models; nothing is written.
"""

from __future__ import annotations

import json
from functools import cache

from pydantic import TypeAdapter

from ciextract.programme import model as programme
from ciextract.record import SCHEMA_ID, SCHEMA_VERSION, Record
from ciextract.verdicts import VERDICTS_ID, VERDICTS_VERSION, Verdicts

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FILE = f"record-{SCHEMA_VERSION}.json"
PROGRAMME_FILE = f"programme-{programme.SCHEMA_VERSION}.json"
VERDICTS_FILE = f"verdicts-{VERDICTS_VERSION}.json"


@cache
def record_type() -> TypeAdapter[Record]:
    """What validates and describes records."""
    return TypeAdapter(Record)


@cache
def verdicts_type() -> TypeAdapter[Verdicts]:
    """What validates and describes verdicts."""
    return TypeAdapter(Verdicts)


@cache
def descriptions() -> dict[tuple[str, str], str]:
    """What the schema says of each field that it describes, by the names of class and field."""
    schema = record_type().json_schema(mode="serialization")
    kinds = schema["$defs"] | {Record.__name__: schema}
    return {
        (kind, name): words["description"]
        for kind, described in kinds.items()
        for name, words in described.get("properties", {}).items()
        if "description" in words
    }


def schema_json() -> str:
    """The JSON Schema (2020-12) of this version's records, with a newline at its end."""
    return _written(SCHEMA_ID, SCHEMA_VERSION, record_type().json_schema(mode="serialization"))


def verdicts_json() -> str:
    """The JSON Schema (2020-12) of this version's verdicts, with a newline at its end."""
    return _written(VERDICTS_ID, VERDICTS_VERSION, verdicts_type().json_schema(mode="serialization"))


def _written(identity: str, version: str, schema: dict[str, object]) -> str:
    head = {"$schema": DIALECT, "$id": identity, "version": version}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"


def programme_schema_json() -> str:
    """The JSON Schema (2020-12) of a programme file, with a newline at its end."""
    identity = SCHEMA_ID.replace(SCHEMA_FILE, PROGRAMME_FILE)
    return _written(identity, programme.SCHEMA_VERSION, TypeAdapter(programme.Programme).json_schema())
