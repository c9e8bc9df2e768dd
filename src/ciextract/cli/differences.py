"""A comparison comes in, the lines that show it go out, with colours for a terminal; nothing is compared here."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ciextract.cli.screen import drawn
from ciextract.cli.streams import terminal_width
from ciextract.difference import Comparison, Difference, Group, Kind, Side
from ciextract.printing import printable
from ciextract.shape import Json

_LONGEST = 160
"""Characters of a value or of its words that are shown; the whole of it is in the JSON."""
_BEFORE = 40
"""Characters that are shown before the place where two values part."""
_LEFT_OUT = {"evidence", "title_evidence", "publication_code_evidence", "rule", "start", "end", "id"}
"""Fields of an added or removed entry that are not shown."""
_STYLES = {Kind.ADDED: "green", Kind.REMOVED: "red", Kind.CHANGED: "yellow"}

Line = tuple[str, str]
"""Style and words of a line."""


def differences_drawn(comparison: Comparison) -> bytes:
    """What a terminal shows."""
    from rich.text import Text

    return drawn((Text(words, style=style) for style, words in _lines(comparison)), terminal_width() or 80)


def differences_listed(comparison: Comparison) -> str:
    """The same without styles."""
    return "".join(f"{words}\n" for _, words in _lines(comparison))


def summary(comparison: Comparison) -> str:
    """One line: how many values differ, and what else does."""
    values = comparison.of(Group.VALUES)
    counts = [(kind, sum(one.kind is kind for one in values)) for kind in Kind]
    told = [f"{count} {'value' if count == 1 else 'values'} {kind}" for kind, count in counts if count]
    told += [f"{group} differs" for group in (Group.SCHEMA, Group.EXTRACTOR, Group.SOURCE) if comparison.of(group)]
    elsewhere = len(comparison.of(Group.PLACES))
    return ", ".join([*told, *([f"{elsewhere} places differ"] if elsewhere else [])]) or "no difference"


def _lines(comparison: Comparison) -> Iterator[Line]:
    for one in comparison.differences:
        yield _STYLES[one.kind], f"{one.group}: {one.kind} {printable(_where(one))}"
        shown = _shown(one)
        for sign, style, side, value in (("-", "red", one.before, shown[0]), ("+", "green", one.after, shown[1])):
            if side is not None:
                yield style, f"  {sign} {printable(value)}{printable(_words(side))}"


def _where(one: Difference) -> str:
    if one.before is None or one.after is None:
        return (one.after or one.before or Side("", None, None)).pointer
    moved = one.before.pointer != one.after.pointer
    return f"{one.after.pointer} (before: {one.before.pointer})" if moved else one.after.pointer


def _shown(one: Difference) -> tuple[str, str]:
    """Both values as JSON, cut around the place where they part."""
    before, after = (_json(side.value) if side else "" for side in (one.before, one.after))
    parted = next((place for place, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), 0)
    first = max(parted - _BEFORE, 0) if max(len(before), len(after)) > _LONGEST else 0
    return _cut(before, first), _cut(after, first)


def _json(value: Json) -> str:
    if isinstance(value, dict):
        value = {name: each for name, each in value.items() if name not in _LEFT_OUT and each is not None}
    return json.dumps(value, ensure_ascii=False)


def _cut(text: str, first: int = 0) -> str:
    last = first + _LONGEST
    return f"{'…' if first else ''}{text[first:last]}{'…' if len(text) > last else ''}"


def _words(side: Side) -> str:
    """Page and quote of the evidence; without the quote where it is the value itself."""
    if side.evidence is None:
        return ""
    page = f"p. {side.evidence.page}" if side.evidence.page else ""
    line = f"line {side.evidence.line}" if side.evidence.line else ""
    quote = "" if _says(side.value, side.evidence.quote) else json.dumps(_cut(side.evidence.quote), ensure_ascii=False)
    told = " ".join(part for part in (page, line, quote) if part)
    return f" ({told})" if told else ""


def _says(value: Json, quote: str) -> bool:
    said = value.values() if isinstance(value, dict) else [value]
    return any(isinstance(one, str) and one.split() == quote.split() for one in said)
