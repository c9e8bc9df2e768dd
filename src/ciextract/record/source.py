"""What a record says of the file that was read and of the program that read it."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from ciextract.record.basis import DocumentKind, Offset, Sha256, TextLayer
from ciextract.shape import Model, shape

_LINK = re.compile(r"https?://[!-~]+", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether it is an address of http or https, in plain characters without spaces."""
    return _LINK.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether it is a day of the calendar, written as 2026-11-30."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@shape
class Ledger(Model):
    """Where the characters of the source went. The first three make up the canonical text."""

    body: Offset = 0
    tables: Offset = 0
    footnotes: Offset = 0
    furniture: Offset = 0
    """Running heads and feet, page numbers, menus, footnote markers."""
    contents: Offset = 0
    """The contents page."""
    unplaced: Offset = 0
    """Text that could not be put in its place."""


@shape
class Source(Model):
    """The file that was read."""

    file_name: str | None
    media_type: str
    sha256: Sha256
    bytes: Offset
    pages: int | None
    characters: Offset
    """Code points of the canonical text."""
    text_layer: TextLayer
    url: str | None = None
    """Public address of the document, as the user gave it."""
    retrieved: str | None = None
    """Date of retrieval, as the user gave it."""
    ledger: Ledger

    @property
    def link(self) -> str | None:
        """The public address where it may be made a link."""
        return self.url if self.url is not None and is_address(self.url) else None


@shape
class Extractor(Model):
    """The program that made the record."""

    name: Literal["ciextract"] = "ciextract"
    version: str


@shape
class MergedSource(Source):
    """A file that a merged record was made of, with what its own record says of it."""

    record_id: str
    """Of the file's own record."""
    kinds: list[DocumentKind]
    """Of the documents in the file, in their order."""
    scope: Literal["inspection", "several"]
    """Whether the file is about this inspection alone, or about several: then only what it says of this one is here."""
    complete: bool
    incomplete_because: list[str]
    extractor: Extractor
    looked_for: list[str]
