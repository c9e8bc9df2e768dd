"""A record in, what a person should look at before using it out; the record is not changed."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.errors import HeldBack
from ciextract.record import Record


def hold_back(record: Record) -> None:
    """Raise ``HeldBack`` where a record falls short of ``--strict``."""
    if found := shortfalls(record):
        raise HeldBack(f"refused under --strict: {', '.join(found)}", "parse it without --strict to see the record")


def shortfalls(record: Record) -> list[str]:
    """Why a record is incomplete, of no known inspection, or at odds with itself; empty where it is none of these."""
    found = list(record.incomplete_because if not record.complete else ())
    if not record.complete and not found:
        found.append("the record is incomplete")
    if record.inspection.programme is None or all(part.kind == "other" for part in record.documents):
        found.append("no inspection document was recognised")
    found.extend(f"check {check.id} failed" for check in record.checks if check.status == "fail")
    return found


def remarks(record: Record) -> Iterator[tuple[str, str]]:
    """The reasons why a record is incomplete, and its warnings: ('incomplete' or 'warning', words)."""
    for why in record.incomplete_because:
        yield "incomplete", why
    for warning in record.warnings:
        if warning.message not in record.incomplete_because:
            yield "warning", warning.message
