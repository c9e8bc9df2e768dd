"""In: a record as plain JSON and the canonical text of its document. Out: the evidence that does not hold.

Every mapping with start, end and quote, wherever it stands in the record, must hold: ``text[start:end] == quote``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SIGNED = (
    "key_messages", "evaluations", "grade_counts", "worded_conclusions", "progress", "proportions", "evidence_base",
    "glossary", "tables", "actions", "quotations",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EvidenceCheck:
    """How many pieces of evidence were checked, and the places of those that are broken or absent."""

    checked: int = 0
    broken: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    def __add__(self, other: EvidenceCheck) -> EvidenceCheck:
        return EvidenceCheck(self.checked + other.checked, self.broken + other.broken, self.absent + other.absent)


def check_evidence(record: Mapping[str, object], text: str) -> EvidenceCheck:
    """Hold every piece of evidence of a record against the text."""
    pieces = list(_pieces(record, ""))
    broken = tuple(fault for path, piece in pieces if (fault := _fault(path, piece, text)))
    return EvidenceCheck(len(pieces), broken, tuple(_unsigned(record)))


def _pieces(value: object, path: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    if isinstance(value, Mapping):
        if {"start", "end", "quote"} <= value.keys():
            yield path, value
        for key, item in value.items():
            yield from _pieces(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list | tuple):
        for at, item in enumerate(value):
            yield from _pieces(item, f"{path}[{at}]")


def _fault(path: str, piece: Mapping[str, object], text: str) -> str | None:
    start, end, quote = piece["start"], piece["end"], piece["quote"]
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(text)):
        return f"{path}: {start}..{end} lies outside the text of {len(text)} characters"
    if text[start:end] == quote:
        return None
    return f"{path}: text[{start}:{end}] is {text[start:end][:60]!r}, the quote is {str(quote)[:60]!r}"


def _unsigned(record: Mapping[str, object]) -> Iterator[str]:
    for name in SIGNED:
        entries = record.get(name)
        for at, entry in enumerate(entries if isinstance(entries, list) else []):
            if isinstance(entry, Mapping) and not entry.get("evidence"):
                yield f"{name}[{at}]"
