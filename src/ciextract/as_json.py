"""A record or a part of one comes in, plain values and JSON text go out; nothing is checked."""

from __future__ import annotations

from json import dumps
from json.encoder import encode_basestring as quoted
from math import isfinite

from ciextract.shape import Json, Model, written_fields
from ciextract.unseen import escape_unseen


def plain(value: object) -> Json:
    """A part of a record as dictionaries and lists, its fields in their order; words of a fixed choice as strings."""
    if isinstance(value, Model):
        return {name: plain(each) for name, each in written_fields(value)}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value if value is None or isinstance(value, int | float) else str(value)


def json_text(value: Json | Model, indent: int | None) -> str:
    """A value as JSON, on one line where ``indent`` is None, else with that many spaces for each level.

    Characters that a terminal would obey are escaped, which leaves the values as they are. Raises ValueError for
    numbers that JSON has not.
    """
    writer = _Writer(indent)
    writer.write(value, writer.line_end)
    # Newlines stand between values only: every other unseen character stands inside a string.
    return escape_unseen("".join(writer.pieces), _escape, keep="\n")


def _escape(character: str) -> str:
    return "\\u007f" if character == "\x7f" else dumps(character)[1:-1]


class _Writer:
    """Writes what ``json.dumps`` would, in half its time: that has only Python code for indented text."""

    __slots__ = ("colon", "line_end", "pieces", "step")

    def __init__(self, indent: int | None) -> None:
        self.pieces: list[str] = []
        self.line_end, self.step, self.colon = ("", "", ":") if indent is None else ("\n", " " * indent, ": ")

    def write(self, value: object, line_end: str) -> None:
        """Append a value; ``line_end`` begins the lines on its own level."""
        if isinstance(value, str):
            self.pieces.append(quoted(value))
        elif isinstance(value, Model):
            self._object(written_fields(value), line_end)
        elif isinstance(value, dict):
            self._object(list(value.items()), line_end)
        elif isinstance(value, list | tuple):
            self._array(value, line_end)
        else:
            self.pieces.append(_word(value))

    def _object(self, pairs: list[tuple[str, object]], line_end: str) -> None:
        if not pairs:
            self.pieces.append("{}")
            return
        inner = line_end + self.step
        before = "{" + inner
        for name, value in pairs:
            self.pieces.append(f"{before}{quoted(name)}{self.colon}")
            self.write(value, inner)
            before = "," + inner
        self.pieces.append(line_end + "}")

    def _array(self, values: list[object] | tuple[object, ...], line_end: str) -> None:
        if not values:
            self.pieces.append("[]")
            return
        inner = line_end + self.step
        before = "[" + inner
        for value in values:
            self.pieces.append(before)
            self.write(value, inner)
            before = "," + inner
        self.pieces.append(line_end + "]")


def _word(value: object) -> str:
    """A number or a word that JSON has."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float) and isfinite(value):
        return float.__repr__(value)
    raise ValueError(f"{value!r} is no JSON")
