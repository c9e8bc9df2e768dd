"""Values and text in, the JSON and the words that may be shown out; nothing is written anywhere here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ciextract.record import Record

# C0, DEL, C1; Arabic letter mark, bidi marks, line and paragraph separators, bidi embeddings, overrides and isolates;
# lone surrogates, annotation marks, tag characters: a terminal may obey them or hide them.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def printable(text: str, *, keep: str = "") -> str:
    r"""The text with each character that a terminal would obey or hide written as an escape, ``\x1b`` for ESC.

    Characters of ``keep`` stay as they are.
    """
    return escape_unseen(text, lambda unseen: unseen.encode("unicode_escape").decode("ascii"), keep=keep)


def escape_unseen(text: str, escape: Callable[[str], str], *, keep: str = "") -> str:
    """The text with each character that a terminal would obey or hide, but for those of ``keep``, escaped."""
    return UNSEEN.sub(lambda found: found[0] if found[0] in keep else escape(found[0]), text)


def json_of(record: Record, indent: int | None) -> bytes:
    """The record as JSON in UTF-8 with a newline at its end; on one line where ``indent`` is None."""
    return json_bytes(record.model_dump(mode="json"), indent)


def json_bytes(value: object, indent: int | None) -> bytes:
    """A value as JSON in UTF-8 with a newline at its end.

    Characters that a terminal would obey are escaped, which leaves the values as they are.
    """
    import json  # programs that only speak do without it

    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    # json.dumps writes newlines between values only: every other such character stands inside a string.
    return (escape_unseen(text, _json_escape, keep="\n") + "\n").encode()


def encodable(name: str) -> str:
    """A name of the file system, bytes of it that are no UTF-8 percent-encoded."""
    return "".join(f"%{ord(char) - 0xDC00:02X}" if 0xDC80 <= ord(char) <= 0xDCFF else char for char in name)


def _json_escape(character: str) -> str:
    import json

    return "\\u007f" if character == "\x7f" else json.dumps(character)[1:-1]
