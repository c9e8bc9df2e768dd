"""In: the raw entries of a gold file and the document that it is scored against. Out: the entries, corrected."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("corrections.toml")


@dataclass(frozen=True, slots=True)
class Correction:
    """Values that replace those of a gold's ``document`` for the documents that match, and why they do."""

    gold: str
    documents: str
    reason: str
    values: Mapping[str, object]


def corrected(gold: Mapping[str, object], name: str, document: Path) -> Mapping[str, object]:
    """The gold as it is to be scored against this document."""
    values = dict(gold)
    for correction in _corrections():
        if correction.gold == name and document.match(correction.documents):
            about = values.get("document")
            values["document"] = {**(about if isinstance(about, Mapping) else {}), **correction.values}
    return values


@cache
def _corrections() -> tuple[Correction, ...]:
    return tuple(_read())


def _read() -> Iterator[Correction]:
    for entry in tomllib.loads(_FILE.read_text(encoding="utf-8"))["correction"]:
        yield Correction(entry["gold"], entry["documents"], entry["reason"], entry["values"])
