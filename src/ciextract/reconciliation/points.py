"""What holding documents against each other gives: points, each with what every side says and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from ciextract.record import Area, Evidence, Record, Section

Topic = Literal["grade", "period", "conclusion", "message", "quotation", "action"]


class Outcome(StrEnum):
    """How the sides of a point stand to each other."""

    AGREES = "agrees"
    EDITED = "edited"
    DIFFERS = "differs"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Side:
    """What one document says. ``pointer`` leads to the value, or to the section that has the words."""

    record_id: str
    document: str
    pointer: str
    quote: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that documents say, or that one of them says alone; ``note`` tells in what they differ."""

    topic: Topic
    outcome: Outcome
    subject: str
    note: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The documents of one inspection held against each other."""

    programme: str | None
    area: Area
    records: tuple[str, ...]
    points: tuple[Point, ...]


def place(record: Record, document: str, section: Section, words: str) -> Side:
    """Words in the text of a section; their page is told where the section has one page alone."""
    page = section.pages[0] if section.pages and len(set(section.pages)) == 1 else None
    pointer = f"/sections/{record.sections.index(section)}"
    return Side(record.record_id, document, pointer, " ".join(words.split()), page)


def side(record_id: str, document: str, pointer: str, evidence: Evidence) -> Side:
    """What a value with evidence says."""
    return Side(record_id, document, pointer, " ".join(evidence.quote.split()), evidence.page)
