"""A record comes in, the reasons not to rely on it go out; the record itself is all that is looked at."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.document import MOST_UNPLACED
from ciextract.errors import HeldBack
from ciextract.record import Record
from ciextract.shape import fields_of


def hold_back(record: Record) -> None:
    """Raise ``HeldBack`` where a record falls short of ``--strict``."""
    if short := shortfalls(record):
        raise HeldBack(f"refused under --strict: {', '.join(short)}", "parse it without --strict to see the record")


def shortfalls(record: Record) -> list[str]:
    """Why a record falls short of what ``--strict`` asks for; empty where it does not.

    It is incomplete, more than ``MOST_UNPLACED`` of the characters of its source have no place, no inspection document
    was recognised, or a check failed.
    """
    short = list(record.incomplete_because if not record.complete else ())
    if not record.complete and not short:
        short.append("the record is incomplete")
    unplaced, read = record.source.ledger.unplaced, _characters_read(record)
    if unplaced > MOST_UNPLACED * read:
        short.append(f"{unplaced} of {read} characters have no place, more than {MOST_UNPLACED:.1%}")
    if record.inspection.programme is None or all(part.kind == "other" for part in record.documents):
        short.append("no inspection document was recognised")
    short.extend(f"check {check.id} failed" for check in record.checks if check.status == "fail")
    return short


def _characters_read(record: Record) -> int:
    return sum(count for _, count in fields_of(record.source.ledger) if isinstance(count, int))


def remarks(record: Record) -> Iterator[tuple[str, str]]:
    """The reasons why a record is incomplete, and its warnings: ('incomplete' or 'warning', words)."""
    for why in record.incomplete_because:
        yield "incomplete", why
    for warning in record.warnings:
        if warning.message not in record.incomplete_because:
            yield "warning", warning.message
