"""The models of a record and of a programme file in, their JSON Schemas out, the same text each time."""

from __future__ import annotations

import json

from ciextract.programme import model as programme
from ciextract.record import SCHEMA_ID, SCHEMA_VERSION, Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FILE = f"record-{SCHEMA_VERSION}.json"
PROGRAMME_FILE = f"programme-{programme.SCHEMA_VERSION}.json"


def schema_json() -> str:
    """The JSON Schema (2020-12) of this version's records, with a newline at its end."""
    head = {"$schema": DIALECT, "$id": SCHEMA_ID, "version": SCHEMA_VERSION}
    return json.dumps(head | Record.model_json_schema(mode="serialization"), indent=2, ensure_ascii=False) + "\n"


def programme_schema_json() -> str:
    """The JSON Schema (2020-12) of a programme file, with a newline at its end."""
    version = programme.SCHEMA_VERSION
    head = {"$schema": DIALECT, "$id": SCHEMA_ID.replace(SCHEMA_FILE, PROGRAMME_FILE), "version": version}
    return json.dumps(head | programme.Programme.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
