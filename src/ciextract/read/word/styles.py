"""A Word document's styles in; for a paragraph or a run what its style and those that it is based on say, out."""

from __future__ import annotations

import re
from dataclasses import fields

from ciextract.frozen import frozen
from ciextract.read.word.marks import Element, W, number, switch, value

_HEADING = re.compile(r"\bheading ([1-9])\b", re.IGNORECASE)
_CONTENTS = re.compile(r"toc(?: heading| ?[1-9])", re.IGNORECASE)
_BODY_LEVEL = 9
USUAL_SIZE = 20
"""Half points of text of which neither a style nor the document's defaults tell the size."""
_DEEPEST = 40
"""Styles in a chain of styles that are based on each other."""


@frozen
class Style:
    """What a style says; None where it says nothing.

    level   of a heading, from 1; 0 says that it is none.  ``listed``  number of a list and level in it, from 0.
    hidden  its text is not printed.  ``capitals``  it is printed in capitals.  ``raised``  it is superscript.
    name    the name of the style itself.  ``contents``  a line of a contents page.  ``size``  in half points.
    """

    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    raised: bool | None = None
    level: int | None = None
    listed: tuple[int, int] | None = None
    size: int | None = None
    contents: bool | None = None
    name: str | None = None

    def over(self, below: Style) -> Style:
        """This style, with what it does not say taken from the one below."""
        mine = {f.name: getattr(self, f.name) for f in fields(self)}
        return Style(**{key: getattr(below, key) if said is None else said for key, said in mine.items()})


NONE = Style()


class Styles:
    """The styles of a document by their ids; each is worked out once."""

    def __init__(self, root: Element | None) -> None:
        found = () if root is None else root.iterfind(f"{W}style")
        self._elements = {element.get(f"{W}styleId", ""): element for element in found}
        self._known: dict[str, Style] = {}
        self._default = next((id for id, element in self._elements.items() if _is_default(element)), None)

        usual = None if root is None else number(value(root, "docDefaults/rPrDefault/rPr/sz"))
        self.usual_size = usual or USUAL_SIZE

    def of(self, id: str | None, *, paragraph: bool = False) -> Style:
        """The style of that id; of a paragraph without one, the document's own."""
        id = self._default if id is None and paragraph else id
        return NONE if id is None else self._resolved(id, _DEEPEST)

    def heads_rows(self, id: str | None) -> bool:
        """A table style that sets the first row in bold."""
        element = self._elements.get(id or "")
        firsts = () if element is None else element.iterfind(f"{W}tblStylePr[@{W}type='firstRow']")
        return any(switch(first.find(f"{W}rPr"), "b") for first in firsts)

    def _resolved(self, id: str, depth: int) -> Style:
        if id not in self._known:
            element = self._elements.get(id)
            if element is None or not depth:
                return NONE
            based = value(element, "basedOn")
            below = self._resolved(based, depth - 1) if based else NONE
            self._known[id] = _own(element).over(below)
        return self._known[id]


def _is_default(element: Element) -> bool:
    return element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on")


def _own(element: Element) -> Style:
    name = value(element, "name") or ""
    said = stated(element.find(f"{W}pPr"), element.find(f"{W}rPr"))
    heading = _HEADING.search(name) if element.get(f"{W}type") == "paragraph" else None
    named = Style(
        level=int(heading[1]) if heading else None,
        contents=True if _CONTENTS.fullmatch(name) else None,
        underlined=False if name.lower() == "hyperlink" else None,
        name=name,
    )
    return named.over(said)


def stated(paragraph: Element | None, run: Element | None) -> Style:
    """What the properties of a paragraph and of a run say themselves."""
    underline = value(run, "u")
    height = value(run, "vertAlign")
    return Style(
        bold=switch(run, "b"),
        italic=switch(run, "i"),
        underlined=None if underline is None else underline != "none",
        hidden=switch(run, "vanish"),
        capitals=switch(run, "caps"),
        raised=None if height is None else height == "superscript",
        level=_outline_level(paragraph),
        listed=_listed(paragraph),
        size=number(value(run, "sz")),
    )


def _outline_level(paragraph: Element | None) -> int | None:
    level = number(value(paragraph, "outlineLvl"))
    return None if level is None else (level + 1) % (_BODY_LEVEL + 1)


def _listed(paragraph: Element | None) -> tuple[int, int] | None:
    listing = number(value(paragraph, "numPr/numId"))
    return None if listing is None else (listing, number(value(paragraph, "numPr/ilvl")) or 0)
