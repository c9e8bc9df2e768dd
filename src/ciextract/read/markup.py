"""One source line of text with leftover markdown and HTML in, stretches of plain text with their style out."""

from __future__ import annotations

import html
import re
from html.entities import html5
from itertools import pairwise

from ciextract.frozen import frozen

_TOKEN = re.compile(
    r"!\[(?P<image>[^\]\n]{0,200})\]\((?P<image_to>[^()\s]{0,400})\)"
    r"|\[(?P<link>[^\[\]\n]{1,300})\]"
    r"\((?P<link_to><[^<>\n]{1,600}>|(?:[^()\s]|\([^()\s]{0,200}\)){1,600})(?:\s{1,5}\"(?P<title>[^\"\n]{0,200})\")?\)"
    r"|</?(?P<tag>[a-zA-Z][a-zA-Z0-9]{0,9})(?P<rest>\s(?:[^<>\n]{0,200}=[^<>\n]{0,200}|\s{0,9}))?/?>"
    r"|(?P<bold>\*\*|(?<![\w])__(?=[^\s_])|(?<=[^\s_])__(?![\w]))"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|(?P<name>[a-zA-Z][a-zA-Z0-9]{1,31}));")
_BREAKING = frozenset({"p", "br", "div", "ol", "ul", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_SILENT = frozenset(
    {
        "a",
        "abbr",
        "article",
        "b",
        "big",
        "body",
        "caption",
        "center",
        "cite",
        "code",
        "dd",
        "del",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "font",
        "hr",
        "html",
        "i",
        "img",
        "ins",
        "main",
        "nav",
        "pre",
        "q",
        "s",
        "section",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "tt",
        "u",
        "wbr",
    }
)
"""Tags that say nothing to a reader of text. A word between angle brackets that is no tag is text ('<name>')."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_AHEAD = 8
"""Characters behind a tag that tell whether the sentence of an underlined word goes on."""
_SEQUENCE = re.compile(r"(?:^|(?<=\s))(\d{1,2})[.)]\s+(?=\S)")
_BULLETED = re.compile(r"(?:^|(?<=\s))[•▪●◦‣]\s*(?=\S)")


@frozen
class Stretch:
    """Text between two breaks of a line: what it says, and how it is set.

    fresh   a tag starts something new before it.  item  a list tag makes it an item.
    bold    all of it is bold; ``lead`` the number of its leading characters that are bold.
    level   heading level that a tag declares; an underlined stretch counts as level 3.
    origin  where its first character stands in the line.
    """

    text: str
    fresh: bool = False
    item: bool = False
    bold: bool = False
    lead: int = 0
    level: int | None = None
    origin: int = 0


class LineMarkup:
    """Resolves the markup of successive lines; bold and lists may run over line ends."""

    def __init__(self) -> None:
        self._bold = False
        self._listed = False
        self.dropped: list[str] = []

    def stretches(self, line: str) -> list[Stretch]:
        """The stretches of one line, in order, lists split into their items."""
        if not (self._bold or self._listed) and not any(mark in line for mark in ("<", "*", "[", "__")):
            return [Stretch(_unescaped(line))]
        parts = _Parts(self._bold, self._listed)
        position = 0
        for token in _TOKEN.finditer(line):
            if token["tag"] and token["tag"].lower() not in _BREAKING | _SILENT:
                continue
            parts.add(line[position : token.start()], position)
            parts.take(token, line[token.end() : token.end() + _AHEAD].lstrip())
            self.dropped.extend(filter(None, token.group("link_to", "title", "image", "image_to")))
            position = token.end()
        parts.add(line[position:], position)
        self._bold, self._listed = parts.bold, parts.listed
        return parts.finished()

    def end_block(self) -> None:
        """A blank line ends whatever was left open."""
        self._bold = self._listed = False


_Run = tuple[str, bool, int]
"""Text, whether it is bold, and where it stands in the line."""


class _Parts:
    """The stretch being gathered and those that are done."""

    def __init__(self, bold: bool, listed: bool) -> None:
        self.bold, self.listed = bold, listed
        self._done: list[Stretch] = []
        self._runs: list[_Run] = []
        self._level: int | None = None
        self._fresh = False
        self._item = False

    def add(self, text: str, origin: int) -> None:
        if text:
            self._runs.append((_unescaped(text), self.bold, origin))

    def take(self, token: re.Match[str], following: str) -> None:
        """Act on one piece of markup; ``following`` is what stands behind it."""
        if token["bold"]:
            self.bold = not self.bold
        elif token["link"]:
            self.add(token["link"], token.start("link"))
        elif token["tag"]:
            self._tag(token["tag"].lower(), token[0].startswith("</"), following)

    def _tag(self, tag: str, closes: bool, following: str) -> None:
        if tag in {"b", "strong"}:
            self.bold = not closes
        elif tag == "u" and not closes and not self._text().strip():
            self._level = 3
        elif tag == "u" and closes and self._level == 3:
            self._end_label(following)
        elif tag in _BREAKING:
            self._break(item=tag == "li" and not closes)
            if tag in {"ol", "ul"}:
                self.listed = not closes
            if tag in _HEADINGS and not closes:
                self._level = _HEADINGS[tag]

    def _end_label(self, following: str) -> None:
        """An underlined label ends; where its sentence goes on it was a word within it."""
        if not following or following[0].isupper() or following[0] == "<":
            self._break()
        else:
            self._level = None

    def _text(self) -> str:
        return "".join(text for text, _, _ in self._runs)

    def _break(self, item: bool = False) -> None:
        text = self._text()
        if text.strip():
            self._done.extend(self._split(text))
        self._runs, self._level = [], None
        self._fresh, self._item = True, item

    def _split(self, text: str) -> list[Stretch]:
        lead = _lead(self._runs)
        whole = lead >= len(text.rstrip())
        first = Stretch(text, self._fresh, self._item, whole, lead, self._level, self._origin(0))
        if not self.listed or self._item:
            return [first]
        cuts = _cuts(text)
        if not cuts:
            return [first]
        bounds = [*cuts, len(text)]
        head = [Stretch(text[: cuts[0]], self._fresh, origin=self._origin(0))] if text[: cuts[0]].strip() else []
        return head + [Stretch(text[a:b], True, True, origin=self._origin(a)) for a, b in pairwise(bounds)]

    def _origin(self, place: int) -> int:
        """Where the character at a place of the text stands in the line; behind an entity of a run, about there."""
        for text, _, origin in self._runs:
            if place < len(text):
                return origin + place
            place -= len(text)
        return 0

    def finished(self) -> list[Stretch]:
        self._break()
        return self._done


def _unescaped(text: str) -> str:
    """The text with entities as characters; an ampersand without a semicolon after its word is one."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    return html.unescape(entity[0]) if entity["name"] is None or f"{entity['name']};" in html5 else entity[0]


def _lead(runs: list[_Run]) -> int:
    length = 0
    for text, bold, _ in runs:
        if not bold and text.strip():
            break
        length += len(text)
    return length


def _cuts(text: str) -> list[int]:
    """Where the items of a list that stands on one line begin: bullets, or numbers that count up from one."""
    bullets = [match.start() for match in _BULLETED.finditer(text)]
    if bullets:
        return bullets
    cuts, wanted = [], 1
    for match in _SEQUENCE.finditer(text):
        if int(match[1]) == wanted:
            cuts.append(match.start())
            wanted += 1
    return cuts
