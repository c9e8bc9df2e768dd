"""The JSON Schema of a record in, docs/record.md out: `make schemas` writes it, a test holds it to the schema."""

from __future__ import annotations

import json
from pathlib import Path

from ciextract.schema import SCHEMA_FILE, schema_json

PAGE = Path(__file__).with_name("record.md")
_HEAD = """# The record, field by field

> Made from the model by `make schemas`.

One JSON object for one file. The JSON Schema is `schemas/{file}`; `ciextract validate` holds a record to it and to
more.

- What a document does not state is `null`, or a list without entries.
- `start` and `end` count code points of the text that `ciextract text` prints: `text[start:end] == quote`.
- Fields may be added with a new minor version of the schema; none is renamed or dropped.
"""


def page() -> str:
    """The page: the record first, then its parts in the order in which they are met."""
    schema = json.loads(schema_json())
    parts, order = schema["$defs"], ["Record"]
    described = {"Record": schema, **parts}
    for name in order:
        for field in described[name].get("properties", {}).values():
            order += [met for met in _parts_in(field) if met not in order]
    return "\n".join([_HEAD.format(file=SCHEMA_FILE), *(_chapter(name, described) for name in order)])


def _chapter(name: str, described: dict) -> str:
    part = described[name]
    lines = [f"## {name}", "", " ".join(part.get("description", "").split()), ""]
    if "enum" in part:
        return "\n".join([*lines, ", ".join(f"`{word}`" for word in part["enum"]) + ".", ""])
    lines += ["| field | type | |", "|---|---|---|"]
    for field, words in part["properties"].items():
        lines.append(f"| `{field}` | {_type(words)} | {_told(words, described)} |")
    return "\n".join([*lines, ""])


def _told(words: dict, described: dict) -> str:
    """What is said of a field, else of the part that it holds."""
    told = words.get("description") or " ".join(described[name]["description"] for name in _parts_in(words))
    return " ".join(told.split())


def _type(words: dict) -> str:
    if "$ref" in words:
        name = words["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in words:
        return " or ".join(_type(one) for one in words["anyOf"])
    if "enum" in words:
        return " or ".join(f"`{one}`" for one in words["enum"])
    if "const" in words:
        return f"`{words['const']}`"
    return f"list of {_type(words['items'])}" if words["type"] == "array" else str(words["type"])


def _parts_in(words: object) -> list[str]:
    if isinstance(words, dict):
        own = [words["$ref"].rpartition("/")[2]] if "$ref" in words else []
        return own + [name for value in words.values() for name in _parts_in(value)]
    return [name for each in words for name in _parts_in(each)] if isinstance(words, list) else []


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
