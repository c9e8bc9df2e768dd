"""The models of a record and of a programme file come in, their JSON Schemas go out as text, the same text each time.

The one place where pydantic reads the published model.
"""

from __future__ import annotations

import json
from functools import cache

from pydantic import TypeAdapter

from ciextract.programme import model as programme
from ciextract.record import SCHEMA_ID, SCHEMA_VERSION, Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FILE = f"record-{SCHEMA_VERSION}.json"
PROGRAMME_FILE = f"programme-{programme.SCHEMA_VERSION}.json"


@cache
def record_type() -> TypeAdapter[Record]:
    """What validates and describes records."""
    return TypeAdapter(Record)


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
    head = {"$schema": DIALECT, "$id": SCHEMA_ID, "version": SCHEMA_VERSION}
    schema = record_type().json_schema(mode="serialization")
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"


def programme_schema_json() -> str:
    """The JSON Schema (2020-12) of a programme file, with a newline at its end."""
    version = programme.SCHEMA_VERSION
    head = {"$schema": DIALECT, "$id": SCHEMA_ID.replace(SCHEMA_FILE, PROGRAMME_FILE), "version": version}
    return json.dumps(head | programme.Programme.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
