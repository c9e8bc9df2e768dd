"""The kind of a value comes in, the fields that a reviewer sees and can correct go out, told by the record's schema."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from ciextract.schema import record_type
from ciextract.shape import Json
from ciextract.verdicts import Fields, Kind, Leaf

Form = Literal["text", "whole", "number", "truth", "choice", "words", "rows"]

_SHAPES = {
    Kind.TITLE: "Part",
    Kind.PUBLISHED: "Published",
    Kind.PUBLICATION_CODE: "Part",
    Kind.AREAS: "AreaInspected",
    Kind.PERIOD: "Period",
    Kind.PARTNERS: "Partner",
    Kind.EVALUATIONS: "Evaluation",
    Kind.KEY_MESSAGES: "KeyMessage",
    Kind.PROPORTIONS: "Proportion",
    Kind.EVIDENCE_BASE: "EvidenceBase",
    Kind.ACTIONS: "Action",
    Kind.CONCLUSION: "Conclusion",
    Kind.REASONS: "Reason",
    Kind.QUOTATIONS: "Quotation",
    Kind.TABLES: "TableEntry",
    Kind.GLOSSARY: "GlossaryEntry",
}
_ONE_FIELD = (Kind.TITLE, Kind.PUBLICATION_CODE)
_NOT_SHOWN = ("document", "rule", "evidence", "section", "score", "reasons", "source", "also")
"""Where the value stands, what follows from other fields, what others say; reasons are values of their own."""

_Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its name (``population.category`` for one inside another), what it takes, whether it may be null."""

    name: str
    form: Form
    choices: tuple[str, ...] = ()
    may_be_null: bool = False


def name_of(kind: Kind) -> str:
    """A kind's name for people: that of one entry, as the schema has it."""
    named = str(kind).replace("_", " ") if kind in _ONE_FIELD else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", _SHAPES[kind])
    return named.capitalize()


@cache
def fields_of(kind: Kind) -> tuple[Field, ...]:
    """The fields of a kind of values, in the order of the record."""
    shapes: _Schema = record_type().json_schema(mode="serialization")["$defs"]
    wanted = [str(kind)] if kind in _ONE_FIELD else None
    return tuple(_fields(shapes, shapes[_SHAPES[kind]], "", wanted))


def flat(kind: Kind, entry: Mapping[str, Json]) -> Fields:
    """The fields of a value given as dictionaries, those inside others under both names."""
    return {field.name: _leaf(entry, field.name) for field in fields_of(kind)}


def _leaf(entry: Mapping[str, Json], name: str) -> Leaf:
    held: Any = entry
    for step in name.split("."):
        held = None if held is None else held.get(step)
    return held  # type: ignore[no-any-return]


def _fields(shapes: _Schema, shape: _Schema, prefix: str, wanted: list[str] | None = None) -> Iterator[Field]:
    for name, schema in shape["properties"].items():
        if name in _NOT_SHOWN or (wanted and name not in wanted):
            continue
        options = [_resolved(shapes, each) for each in schema.get("anyOf", [schema])]
        held = next(each for each in options if each.get("type") != "null")
        if "properties" in held:
            yield from _fields(shapes, held, f"{prefix}{name}.")
        else:
            choices = tuple(held.get("enum", ()))
            yield Field(prefix + name, _form(held), choices, len(options) > 1)


def _resolved(shapes: _Schema, schema: _Schema) -> _Schema:
    reference = schema.get("$ref")
    return shapes[reference.rpartition("/")[2]] if reference else schema


def _form(schema: _Schema) -> Form:
    if "enum" in schema:
        return "choice"
    if schema["type"] == "array":
        return "rows" if schema["items"]["type"] == "array" else "words"
    forms: dict[str, Form] = {"integer": "whole", "number": "number", "boolean": "truth"}
    return forms.get(schema["type"], "text")
