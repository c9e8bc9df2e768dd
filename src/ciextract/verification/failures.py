"""The words in which a record is held against its source: what can be wrong. Nothing is held against anything here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Claim(StrEnum):
    """What a record says that its source can bear out."""

    HASH = "hash"
    """The source's SHA-256."""
    BYTES = "bytes"
    """The source's size."""
    TEXT = "text"
    """Words of evidence, or of a section, in the canonical text."""
    PAGE = "page"
    LINE = "line"
    BOXES = "boxes"
    """The words of the quote, and no others, are printed in the boxes."""
    SECOND_READER = "second-reader"
    """The same, as another library reads the boxes."""
    PARSING = "parsing"
    """This version gives the same record of the source."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something in a record that its source does not bear out.

    ``pointer`` is a JSON Pointer (RFC 6901) into the record; ``expected`` is what the source says, ``found`` what the
    record says or, for boxes, what is printed in them.
    """

    claim: Claim
    pointer: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of it: the failures in the order of the claims, remarks, and how much was looked at."""

    failures: tuple[Failure, ...]
    notes: tuple[str, ...]
    quotes: int
    boxes: int
