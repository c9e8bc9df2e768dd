"""Text comes in, text that no spreadsheet takes for a formula goes out (CWE-1236); numbers are not looked at here."""

from __future__ import annotations

_OBEYED = ("=", "+", "-", "@", "\t", "\r", "\n")


def inert(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would compute it; ``text_of`` takes it away.

    A text that begins with apostrophes and such a character gets one more, so that nothing is lost.
    """
    return f"'{text}" if text.lstrip("'").startswith(_OBEYED) else text


def text_of(cell: str) -> str:
    """The text that ``inert`` made a cell of."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_OBEYED) else cell
