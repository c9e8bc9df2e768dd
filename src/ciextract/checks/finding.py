"""What a check yields: whether the document agrees with itself, and where it says both. No value is dropped for it."""

from __future__ import annotations

from typing import Literal

from ciextract.document import Span
from ciextract.frozen import frozen

Status = Literal["pass", "fail", "not_made"]


@frozen(kw_only=True)
class CheckFinding:
    """A check with its outcome; ``spans`` hold the places of both sides, in reading order."""

    id: str
    status: Status
    message: str
    spans: tuple[Span, ...]


def outcome(agrees: bool) -> Status:
    """The status of a check that could be made."""
    return "pass" if agrees else "fail"
