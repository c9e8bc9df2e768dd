"""The published model of verdicts: what a reviewer says of the values of a record. Names here are a contract."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from ciextract.as_json import json_text
from ciextract.record import Offset, OrEmpty, Sha256
from ciextract.shape import Limits, Model, shape

VERDICTS_VERSION = "1.1.0"
KNOWN_VERDICTS = ("1.0.0", VERDICTS_VERSION)
"""Versions of verdicts that are read: later ones have more fields."""
VERDICTS_ID = f"https://ciextract.example/schemas/verdicts-{VERDICTS_VERSION}.json"

Leaf: TypeAlias = str | bool | int | float | list[str] | list[list[str]] | None
"""A value of one field; a field inside another has both names, ``population.category``."""
Fields: TypeAlias = dict[str, Leaf]


class Kind(StrEnum):
    """The kinds of values that are reviewed; most are named as the record's own list of them is."""

    TITLE = "title"
    PUBLISHED = "published"
    PUBLICATION_CODE = "publication_code"
    AREAS = "areas"
    PERIOD = "period"
    PARTNERS = "partners"
    EVALUATIONS = "evaluations"
    KEY_MESSAGES = "key_messages"
    PROPORTIONS = "proportions"
    EVIDENCE_BASE = "evidence_base"
    ACTIONS = "actions"
    CONCLUSION = "conclusion"
    REASONS = "reasons"
    QUOTATIONS = "quotations"
    TABLES = "tables"
    GLOSSARY = "glossary"


@shape
class Verdict(Model):
    """What a reviewer says of one value, or a value that the record missed."""

    kind: Kind
    quote: str
    """The words of the value's evidence, exactly as in the canonical text; empty for a value without evidence."""
    occurrence: Annotated[int, Limits(ge=1)]
    """Which of the places where the canonical text has these words, from 1."""
    verdict: Literal["accepted", "corrected", "rejected", "added"]
    seen: Fields
    """The fields of the value as the reviewer saw them; none of an added one."""
    corrected: Fields = field(default_factory=dict)
    """Fields of a corrected value, and what they should say."""
    added: Fields = field(default_factory=dict)
    """Fields of an added value; those that follow from them, or from its place, are left out."""
    note: str | None = None


@shape
class Reviewed(Model):
    """The record that was reviewed."""

    record_id: str
    sha256: Sha256
    """Of the document's file."""
    file_name: str | None
    values: dict[Kind, Offset]
    """How many values of each kind the record had; a kind with as many verdicts, but for those that add, was
    reviewed whole."""


@shape
class Verdicts(Model):
    """The verdicts of one review of one record."""

    schema_version: str = VERDICTS_VERSION
    reviewed: Reviewed
    verdicts: OrEmpty[Verdict]

    def to_json(self, indent: int | None = 2) -> str:
        """The JSON that the review page saves, but for the last newline."""
        return json_text(self, indent)
