"""What is wrong in a record, and how a wrong value is shown; nothing is looked for here."""

from __future__ import annotations

import json
from dataclasses import dataclass

LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong in a record.

    ``pointer`` is a JSON Pointer (RFC 6901), "" for the record as a whole; ``what`` says what is wrong and what would
    be accepted.
    """

    pointer: str
    what: str


def shown(value: object) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"
