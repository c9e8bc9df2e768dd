"""The model of a record comes in, its JSON Schema goes out as text, the same text each time; nothing is written."""

from __future__ import annotations

import json

from ciextract.record import SCHEMA_ID, SCHEMA_VERSION, Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FILE = f"record-{SCHEMA_VERSION}.json"


def schema_json() -> str:
    """The JSON Schema (2020-12) of this version's records, with a newline at its end."""
    head = {"$schema": DIALECT, "$id": SCHEMA_ID, "version": SCHEMA_VERSION}
    return json.dumps(head | Record.model_json_schema(mode="serialization"), indent=2, ensure_ascii=False) + "\n"
