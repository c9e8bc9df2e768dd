"""The model of a record comes in, its JSON Schema goes out as text, the same text each time; nothing is written.

The one place where pydantic reads the published model.
"""

from __future__ import annotations

import json
from functools import cache

from pydantic import TypeAdapter

from ciextract.record import SCHEMA_ID, SCHEMA_VERSION, Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FILE = f"record-{SCHEMA_VERSION}.json"


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
