"""Values and text come in, the JSON and the words that may be shown go out as bytes; nothing is written here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ciextract.unseen import escape_unseen

if TYPE_CHECKING:
    from ciextract.shape import Json, Model


def printable(text: str, *, keep: str = "") -> str:
    r"""The text with each character that a terminal would obey or hide written as an escape, ``\x1b`` for ESC.

    Characters of ``keep`` stay as they are.
    """
    return escape_unseen(text, lambda unseen: unseen.encode("unicode_escape").decode("ascii"), keep=keep)


def json_bytes(value: Json | Model, indent: int | None) -> bytes:
    """A value as JSON in UTF-8 with a newline at its end; on one line where ``indent`` is None."""
    from ciextract.as_json import json_utf8  # programs that only speak do without it

    return json_utf8(value, indent, "\n")


def encodable(name: str) -> str:
    """A name of the file system, bytes of it that are no UTF-8 percent-encoded."""
    return "".join(f"%{ord(char) - 0xDC00:02X}" if 0xDC80 <= ord(char) <= 0xDCFF else char for char in name)
