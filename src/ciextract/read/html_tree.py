"""Markup in; its elements and texts out, flat and in document order, with what they weigh. Nothing is judged here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ciextract.frozen import frozen

TEXT = ""
"""The tag of a text node."""


def words(text: str) -> frozenset[str]:
    """The words of a text, for lists of tags and names that are read more often than they are changed."""
    return frozenset(text.split())


HEADINGS = MappingProxyType({f"h{level}": level for level in range(1, 7)})
BLOCKS = words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search "
    "section select summary table tbody td tfoot th thead title tr ul"
)
PROSE = 80  # letters outside links from which a block is running text: the shortest menus' notes stay below it

_NEVER = words("head script style noscript template iframe noembed noframes link meta")
_SURROGATES = re.compile("[\ud800-\udfff]")
_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


@frozen
class Tree:
    """Elements and texts in document order; all sequences have one entry a node.

    tag         lower-case name, ``TEXT`` for text.
    text        what a text node holds, entities resolved; empty for elements.
    attributes  lower-case names; a bare attribute is ''.
    parent      index of the parent, -1 for the root.
    end         index past the last node inside; node ``j`` is inside ``i`` where ``i < j < end[i]``.
    """

    tag: tuple[str, ...]
    text: tuple[str, ...]
    attributes: tuple[Mapping[str, str], ...]
    parent: tuple[int, ...]
    end: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.tag)

    def inside(self, tags: frozenset[str]) -> tuple[bool, ...]:
        """For every node, whether an element with one of the tags is around it."""
        found: list[bool] = []
        for parent in self.parent:
            found.append(parent >= 0 and (found[parent] or self.tag[parent] in tags))
        return tuple(found)

    def children(self, index: int) -> Iterator[int]:
        """The nodes directly inside an element."""
        child = index + 1
        while child < self.end[index]:
            yield child
            child = self.end[child]

    def style(self, index: int) -> dict[str, str]:
        """The element's own style declarations, names and values in lower case."""
        declarations = (part.partition(":") for part in self.attributes[index].get("style", "").lower().split(";"))
        return {name.strip(): value.strip() for name, _, value in declarations if value}


@frozen
class Weights:
    """Sums over the nodes before each index, so that any element is weighed by one subtraction.

    letters  characters that are not white space; ``linked``  those of them in links.
    links    links; ``away``  those of them that leave the page.
    prose    letters outside links, of blocks of running text only.
    """

    letters: tuple[int, ...]
    linked: tuple[int, ...]
    links: tuple[int, ...]
    away: tuple[int, ...]
    prose: tuple[int, ...]


def parse(markup: str) -> tuple[Tree, str | None]:
    """The tree of a page without scripts, styles, templates and comments, and the title that its head declares."""
    parser = LexborHTMLParser(_SURROGATES.sub("\ufffd", markup))
    title = parser.css_first("head > title")
    words = " ".join((title.text() or "").split()) if title is not None else ""
    return _flatten(parser.root), words or None


def _flatten(root: LexborNode | None) -> Tree:
    tags: list[str] = []
    texts: list[str] = []
    attributes: list[Mapping[str, str]] = []
    parents: list[int] = []
    ends: list[int] = []
    opened: list[int] = []
    for node in _nodes(root):
        if node is None:
            ends[opened.pop()] = len(tags)
            continue
        is_text = node.is_text_node
        parents.append(opened[-1] if opened else -1)
        tags.append(TEXT if is_text else node.tag or "")
        texts.append((node.text_content or "") if is_text else "")
        attributes.append(_NO_ATTRIBUTES if is_text else _attributes(node))
        ends.append(len(tags))
        if not is_text:
            opened.append(len(tags) - 1)
    return Tree(tuple(tags), tuple(texts), tuple(attributes), tuple(parents), tuple(ends))


def _attributes(node: LexborNode) -> Mapping[str, str]:
    found = node.attributes
    return {name.lower(): value or "" for name, value in found.items()} if found else _NO_ATTRIBUTES


def _nodes(root: LexborNode | None) -> Iterator[LexborNode | None]:
    """Elements and texts in order; None where an element ends. Iterates, for pages are as deep as they like."""
    node, depth = root, 0
    while node is not None:
        wanted = node.is_text_node or (node.is_element_node and node.tag not in _NEVER)
        if wanted:
            yield node
        if wanted and not node.is_text_node:
            if (child := node.child) is not None:
                node, depth = child, depth + 1
                continue
            yield None
        while depth and node is not None and node.next is None:
            node, depth = node.parent, depth - 1
            yield None
        node = node.next if depth and node is not None else None


def weigh(tree: Tree, plain: frozenset[int]) -> Weights:
    """Weigh every node. Links inside the elements of ``plain`` (tables of results) count as ordinary text."""
    letters, linked, links, away = ([0] * len(tree) for _ in range(4))
    plain_end = 0
    link = _Link()
    for index, tag in enumerate(tree.tag):
        if tag == TEXT:
            letters[index] = sum(map(len, tree.text[index].split()))
            if index < link.end:
                linked[index] = letters[index]
                link.letters += letters[index]
        elif index in plain:
            plain_end = max(plain_end, tree.end[index])
        elif tag == "a" and index >= plain_end and is_link(tree.attributes[index]):
            href = tree.attributes[index]["href"].strip()
            if not link.goes_on(href):
                link = _Link(href, tree.end[index])
                links[index], away[index] = 1, int(not href.startswith("#"))
    prose = _prose(tree, letters, linked)
    return Weights(*(tuple(accumulate(counts, initial=0)) for counts in (letters, linked, links, away, prose)))


@dataclass(slots=True)
class _Link:
    """The last link, where it ends and how many letters it holds."""

    href: str | None = None
    end: int = 0
    letters: int = 0

    def goes_on(self, href: str) -> bool:
        """The next one leads to the same place: the first was never closed, and what follows it is no link at all."""
        return href == self.href and self.letters > 0


def is_link(attributes: Mapping[str, str]) -> bool:
    """Whether an ``a`` is a link of the kind that menus are made of: no anchor, mail address or telephone number."""
    href = attributes.get("href", "").strip().lower()
    return bool(href) and not href.startswith(("mailto:", "tel:"))


def _prose(tree: Tree, letters: list[int], linked: list[int]) -> list[int]:
    """Letters outside links of each run of text between two block edges, at its last node, where they are enough."""
    prose = [0] * len(tree)
    edges = {end for index, end in enumerate(tree.end) if tree.tag[index] in BLOCKS}
    total = inside = last = 0
    for index, tag in enumerate(tree.tag):
        if tag in BLOCKS or index in edges:
            prose[last] += _running(total, inside)
            total = inside = 0
        if tag == TEXT and letters[index]:
            total, inside, last = total + letters[index], inside + linked[index], index
    if prose:
        prose[last] += _running(total, inside)
    return prose


def _running(total: int, linked: int) -> int:
    return total - linked if total - linked >= max(PROSE, linked) else 0
