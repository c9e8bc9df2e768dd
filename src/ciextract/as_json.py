"""A record or a part of one comes in, plain values and JSON text go out; nothing is checked."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from json import dumps
from json.encoder import encode_basestring as quoted
from math import isfinite
from typing import Any

from ciextract.shape import Json, Model, written_fields
from ciextract.unseen import escape_unseen

_PIECES = 5000
"""Pieces of text, of some twenty characters each, that are gathered before bytes are made of them."""


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
    return json_utf8(value, indent).decode()


def json_utf8(value: Json | Model, indent: int | None, end: str = "") -> bytes:
    """What ``json_text`` gives, and ``end`` behind it, in UTF-8: half the memory where one character is not plain."""
    writer = _Writer(indent)
    writer.write(value, writer.line_end)
    return writer.ended(end)


def _escape(character: str) -> str:
    return "\\u007f" if character == "\x7f" else dumps(character)[1:-1]


def _text(text: str) -> str:
    """A text in quotation marks. What a terminal would obey or hide is among the characters that cannot be printed."""
    written = quoted(text)
    return written if written.isprintable() else escape_unseen(written, _escape)


class _Names(dict[str, str]):
    """How the names of fields are written, what stands between name and value included; each is found once."""

    def __init__(self, colon: str) -> None:
        self._colon = colon

    def __missing__(self, name: str) -> str:
        self[name] = _text(name) + self._colon
        return self[name]


class _Writer:
    """Writes what ``json.dumps`` would, in half its time: that has only Python code for indented text."""

    __slots__ = ("_names", "_pieces", "_put", "_written", "line_end", "step")

    def __init__(self, indent: int | None) -> None:
        self._written = BytesIO()
        self._pieces: list[str] = []
        self._put = self._pieces.append
        self.line_end, self.step = ("", "") if indent is None else ("\n", " " * indent)
        self._names = _Names(":" if indent is None else ": ")

    def ended(self, end: str) -> bytes:
        """What was written, and ``end``."""
        self._put(end)
        self._pass_on()
        return self._written.getvalue()

    def _pass_on(self) -> None:
        """Make bytes of the pieces: all of them at once would take several times the memory of the text they make."""
        self._written.write("".join(self._pieces).encode())
        self._pieces.clear()

    def write(self, value: object, line_end: str) -> None:
        """Write a value; ``line_end`` begins the lines on its own level."""
        if isinstance(value, Model):
            self._object(written_fields(value), line_end)
        elif isinstance(value, dict):
            self._object(list(value.items()), line_end)
        elif isinstance(value, list | tuple):
            self._array(value, line_end)
        else:
            self._put(_word(value))
        if len(self._pieces) > _PIECES:
            self._pass_on()

    def _object(self, pairs: list[tuple[str, object]], line_end: str) -> None:
        if not pairs:
            self._put("{}")
            return
        inner = line_end + self.step
        before, names = "{" + inner, self._names
        for name, value in pairs:
            word = _WORDS.get(type(value))
            if word is not None:
                self._put(before + names[name] + word(value))
            else:
                self._put(before + names[name])
                self.write(value, inner)
            before = "," + inner
        self._put(line_end + "}")

    def _array(self, values: list[object] | tuple[object, ...], line_end: str) -> None:
        if not values:
            self._put("[]")
            return
        inner = line_end + self.step
        before = "[" + inner
        for value in values:
            word = _WORDS.get(type(value))
            self._put(before if word is None else before + word(value))
            if word is None:
                self.write(value, inner)
            before = "," + inner
        self._put(line_end + "]")


def _word(value: object) -> str:
    """A text, a number or a word that JSON has."""
    kind = next((kind for kind in type(value).__mro__ if kind in _WORDS), None)
    if kind is None:
        raise ValueError(f"{value!r} is no JSON")
    return _WORDS[kind](value)


def _decimal(value: float) -> str:
    if not isfinite(value):
        raise ValueError(f"{value!r} is no JSON")
    return float.__repr__(value)


_WORDS: dict[type[object], Callable[[Any], str]] = {
    str: _text,
    int: int.__repr__,
    float: _decimal,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "null",
}
"""How values are written that hold no others, by their type."""
