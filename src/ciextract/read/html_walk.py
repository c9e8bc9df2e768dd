"""A page's tree and its kept nodes in; the lines of the article, and those of the furniture, out. Judges nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ciextract.read.html_lines import PLAIN, LineWriter, Look
from ciextract.read.html_tree import BLOCKS, HEADINGS, TEXT, Tree, is_link
from ciextract.read.lines import BULLET, CellPlace, PhysicalLine
from ciextract.read.ordinals import ordinal

_BOLD = frozenset({"b", "strong", "th"})
_ITALIC = frozenset({"i", "em", "cite", "dfn"})
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_PLAIN_ASCII = re.compile(r"[A-Za-z0-9 \t\n,.;:()/-]{1,60}")
_NEAR = 20_000  # characters within which a text is looked for that does not follow a tag


@dataclass(slots=True)
class SourceLines:
    """Finds texts in the markup, in order, to tell on which line they start; gives up after much searching in vain."""

    markup: str
    _at: int = 0
    _counted: int = 0
    _line: int = 1
    _budget: int = 100_000_000

    def number(self, text: str) -> int | None:
        """Line, from 1, of the first visible character of the next text node; None where it is not found."""
        plain = _PLAIN_ASCII.match(text)
        if plain is None or not plain[0].strip():
            plain = _PLAIN_ASCII.search(text)
        if plain is None or not plain[0].strip() or self._budget < 0:
            return None
        tied = ">" if plain.start() == 0 else ""
        place = self.markup.find(tied + plain[0], self._at)
        if place < 0:
            self._budget -= len(self.markup) - self._at
            tied, place = "", self.markup.find(plain[0], self._at, self._at + _NEAR)
        if place < 0:
            return None
        return self._count(place + len(tied), place + len(tied) + len(plain[0]), plain[0])

    def _count(self, start: int, end: int, found: str) -> int:
        first = start + len(found) - len(found.lstrip())
        self._line += self.markup.count("\n", self._counted, first)
        self._counted, self._at = first, end
        return self._line


@dataclass(slots=True)
class _List:
    """An open list: what its next item is called, and whether it prints markers at all."""

    ordered: bool
    kind: str
    next: int
    step: int
    marked: bool

    def marker(self, value: str) -> str | None:
        if not self.marked:
            return None
        if not self.ordered:
            return BULLET
        number = _integer(value, self.next)
        self.next = number + self.step
        return f"{ordinal(number, self.kind)}."


@dataclass(slots=True)
class _Open:
    """An open element: where it ends, how what is inside looks, and which writer takes it."""

    end: int
    tag: str
    look: Look
    writer: LineWriter
    listing: _List | None


@dataclass(slots=True)
class _Walk:
    tree: Tree
    kept: bytes
    places: dict[int, CellPlace]
    source: SourceLines
    body: LineWriter = field(default_factory=LineWriter)
    aside: LineWriter = field(default_factory=LineWriter)
    stack: list[_Open] = field(default_factory=list)

    def run(self) -> None:
        for index, tag in enumerate(self.tree.tag):
            while self.stack and self.stack[-1].end <= index:
                self._leave()
            if tag == TEXT:
                self._text(index)
            else:
                self._enter(index, tag)
        while self.stack:
            self._leave()
        self.body.edge()
        self.aside.edge()

    def _text(self, index: int) -> None:
        text = self.tree.text[index]
        number = None if text.isspace() else self.source.number(text)
        look = self.stack[-1].look if self.stack else PLAIN
        self._writer(index).text(text, look, number)

    def _writer(self, index: int) -> LineWriter:
        return self.body if self.kept[index] else self.aside

    def _enter(self, index: int, tag: str) -> None:
        writer = self._writer(index)
        outer = self.stack[-1] if self.stack else None
        listing = outer.listing if outer else None
        if outer and outer.writer is not writer:
            self._cross(index, tag)
        if tag == "br":
            writer.line_break()
        elif tag == "li":
            writer.item(self._marker(index, listing))
        elif tag in BLOCKS:
            writer.edge()
        if tag in _LISTS:
            listing = _listing(self.tree, index)
        look = _look(self.tree, index, outer.look if outer else PLAIN, self.places.get(index))
        self.stack.append(_Open(self.tree.end[index], tag, look, writer, listing))

    def _cross(self, index: int, tag: str) -> None:
        """Furniture starts: what was dropped before is a line of its own; a block of it ends the article's line too."""
        self.aside.edge()
        if tag in BLOCKS and not self.kept[index]:
            self.body.edge()

    def _leave(self) -> None:
        left = self.stack.pop()
        if left.tag == "li":
            left.writer.end_item()
        elif left.tag in BLOCKS:
            left.writer.edge()

    def _marker(self, index: int, listing: _List | None) -> str | None:
        if listing is None:
            return BULLET
        marker = listing.marker(self.tree.attributes[index].get("value", ""))
        return marker if _is_marked(self.tree.style(index)) else None


def walk(
    tree: Tree, kept: bytes, places: dict[int, CellPlace], markup: str
) -> tuple[list[PhysicalLine], list[PhysicalLine]]:
    """The lines of the article and those of the furniture, each in document order."""
    writers = _Walk(tree, kept, places, SourceLines(markup))
    writers.run()
    return writers.body.lines, writers.aside.lines


def _look(tree: Tree, index: int, outer: Look, cell: CellPlace | None) -> Look:
    """The look inside an element: its tag's, changed by its own style."""
    tag, attributes = tree.tag[index], tree.attributes[index]
    look = replace(outer, cell=cell) if cell else outer
    if tag in _BOLD:
        look = replace(look, bold=True)
    elif tag in _ITALIC:
        look = replace(look, italic=True)
    elif tag == "u":
        look = replace(look, underlined=True)
    elif tag == "sup":
        look = replace(look, raised=index + 1)
    elif tag == "pre":
        look = replace(look, pre=True)
    elif tag in HEADINGS:
        look = replace(look, level=HEADINGS[tag])
    elif tag == "a" and is_link(attributes):
        look = replace(look, linked=True)
    return _styled(tree.style(index), index, look) if "style" in attributes else look


def _styled(style: dict[str, str], index: int, look: Look) -> Look:
    weight = style.get("font-weight", "")
    if weight:
        look = replace(look, bold=weight.startswith("bold") or weight[:3] in ("600", "700", "800", "900"))
    if slant := style.get("font-style"):
        look = replace(look, italic=slant.startswith(("italic", "oblique")))
    if "underline" in style.get("text-decoration", style.get("text-decoration-line", "")):
        look = replace(look, underlined=True)
    if style.get("vertical-align", "").startswith("super"):
        look = replace(look, raised=index + 1)
    if style.get("white-space", "").startswith("pre"):
        look = replace(look, pre=True)
    return replace(look, label=True) if style.get("mso-list", "").startswith("ignore") else look


def _listing(tree: Tree, index: int) -> _List:
    attributes = tree.attributes[index]
    reverse = "reversed" in attributes
    items = sum(tree.tag[child] == "li" for child in tree.children(index)) if reverse else 0
    return _List(
        ordered=tree.tag[index] == "ol",
        kind=attributes.get("type", "1"),
        next=_integer(attributes.get("start", ""), items if reverse else 1),
        step=-1 if reverse else 1,
        marked=_is_marked(tree.style(index)),
    )


def _is_marked(style: dict[str, str]) -> bool:
    return "none" not in style.get("list-style-type", style.get("list-style", ""))


def _integer(text: str, otherwise: int) -> int:
    """An integer attribute as browsers read it; ``otherwise`` where it is none."""
    found = re.match(r"\s*([+-]?\d{1,7})", text, re.ASCII)
    return int(found[1]) if found else otherwise
