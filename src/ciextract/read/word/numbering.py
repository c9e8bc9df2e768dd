"""A Word document's lists in, the marker that each item prints out, asked for in the order of the text."""

from __future__ import annotations

import re

from ciextract.frozen import frozen
from ciextract.read.lines import BULLET
from ciextract.read.ordinals import ordinal
from ciextract.read.word.marks import Element, W, number, switch, value

LEVELS = 9
_FORMATS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_PLACE = re.compile(r"%([1-9])")


@frozen
class _Level:
    """One level of a list: its first number, the form of its numbers, what stands around them."""

    start: int = 1
    form: str = "bullet"
    text: str = ""
    legal: bool = False
    restarts: bool = True
    style: str | None = None

    def printed(self, count: int, form: str | None = None) -> str:
        form = form or self.form
        if form == "none":
            return ""
        return f"{count:02d}" if form == "decimalZero" else ordinal(count, _FORMATS.get(form, "1"))


class Numbering:
    """Counts the items of all lists. Lists that share a definition share their counts, as in Word."""

    def __init__(self, root: Element | None) -> None:
        self._definitions: dict[int, dict[int, _Level]] = {}
        self._lists: dict[int, tuple[int, dict[int, _Level], dict[int, int]]] = {}
        self._counts: dict[int, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        styles: dict[str, int] = {}
        links: dict[int, str] = {}
        for element in root.iterfind(f"{W}abstractNum"):
            id = number(element.get(f"{W}abstractNumId")) or 0
            self._definitions[id] = _levels(element)
            styles[value(element, "styleLink") or ""] = id
            links[id] = value(element, "numStyleLink") or ""
        for id, style in links.items():
            if style and style in styles:
                self._definitions[id] = self._definitions[styles[style]]
        for element in root.iterfind(f"{W}num"):
            definition = number(value(element, "abstractNumId")) or 0
            levels = self._definitions.get(definition, {}) | _levels(element, f"{W}lvlOverride/{W}lvl")
            self._lists[number(element.get(f"{W}numId")) or 0] = (definition, levels, _starts(element))

    def level_of(self, listing: int, style: str | None) -> int | None:
        """The level of a list that belongs to a paragraph style."""
        _, levels, _ = self._lists.get(listing, (0, {}, {}))
        return next((place for place, level in levels.items() if style and level.style == style), None)

    def marker(self, listing: int, place: int) -> str | None:
        """What the next item of a list prints before its text; None where it prints nothing."""
        if listing not in self._lists or not 0 <= place < LEVELS:
            return None
        definition, levels, starts = self._lists[listing]
        level = levels.get(place, _Level())
        self._count(definition, levels, place, self._restart(listing, place, starts))
        if level.form == "bullet":
            return BULLET
        text = _PLACE.sub(lambda mark: self._part(definition, levels, int(mark[1]) - 1, level.legal), level.text)
        return text.strip() or None

    def _restart(self, listing: int, place: int, starts: dict[int, int]) -> int | None:
        """Where a list begins at a number of its own, that number, once."""
        fresh = (listing, place) not in self._begun
        self._begun.add((listing, place))
        return starts.get(place) if fresh else None

    def _count(self, definition: int, levels: dict[int, _Level], place: int, start: int | None) -> None:
        counts = self._counts.setdefault(definition, [None] * LEVELS)
        before = counts[place]
        first = levels.get(place, _Level()).start if start is None else start
        counts[place] = first if before is None or start is not None else before + 1
        for deeper in range(place + 1, LEVELS):
            if levels.get(deeper, _Level()).restarts:
                counts[deeper] = None

    def _part(self, definition: int, levels: dict[int, _Level], place: int, legal: bool) -> str:
        level = levels.get(place, _Level(form="decimal"))
        count = self._counts[definition][place]
        return level.printed(level.start if count is None else count, "decimal" if legal else None)


def _levels(element: Element, path: str = f"{W}lvl") -> dict[int, _Level]:
    return {number(level.get(f"{W}ilvl")) or 0: _level(level) for level in element.iterfind(path)}


def _level(element: Element) -> _Level:
    start = number(value(element, "start"))
    return _Level(
        start=1 if start is None else start,
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        legal=bool(switch(element, "isLgl")),
        restarts=value(element, "lvlRestart") != "0",
        style=value(element, "pStyle"),
    )


def _starts(element: Element) -> dict[int, int]:
    found = (
        (number(override.get(f"{W}ilvl")) or 0, number(value(override, "startOverride")))
        for override in element.iterfind(f"{W}lvlOverride")
    )
    return {place: start for place, start in found if start is not None}
