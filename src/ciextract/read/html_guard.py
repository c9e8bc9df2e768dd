"""Markup in; nothing out, or LimitExceeded before a parser is kept busy for minutes. One linear scan, no parsing.

The parser (lexbor) walks its stack of open elements at every block tag, so its time grows with tags times depth:
measured, 5 ns a step, 30 s for 100,000 open ``div``. What it would do is estimated here, tag by tag.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from ciextract.errors import LimitExceeded
from ciextract.read.html_tree import words

MAX_BYTES = 20_000_000
MAX_TAGS = 500_000
MAX_STEPS = 500_000_000  # about 2.5 s in the parser
MAX_CLONES = 1_000_000  # elements made again in each paragraph for a tag that was never closed, about 400 bytes each
MAX_ATTRIBUTES = 5_000  # of one tag; the parser compares each with each

REMEDY = "save the page again from the browser, or give the PDF or the plain text of the report"

# Linear: the loop ends only at '>' or at the end, and a quote without its twin can fail only once.
_TAG = re.compile(
    r"""<(?:(?P<comment>!--)
          |(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<rest>(?:[^>=]++|=\s*+(?:"[^"]*"|'[^']*')?+)*+)(?:>|\Z)
          |(?P<bogus>[!?/]))""",
    re.VERBOSE,
)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_RAW = words("script style textarea title xmp iframe noembed noframes")
_VOID = words("area base br col embed hr img input link meta param source track wbr keygen basefont frame")
_FORMATTING = words("b big code em font i s small strike strong tt u")
_BLOCKS = words(
    "address article aside blockquote button caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup li listing main marquee menu nav object ol p pre search section "
    "select summary table tbody td tfoot th thead tr ul"
)
_CELLS = frozenset({"td", "th"})
_CLOSES = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": _CELLS,
    "th": _CELLS,
    "tr": _CELLS | {"tr"},
    **dict.fromkeys(("tbody", "thead", "tfoot"), _CELLS | {"tr", "tbody", "thead", "tfoot"}),
}
_IN_TABLE = words("table tbody thead tfoot tr td th caption")
_BARRIERS = words("table td th caption object marquee")


@dataclass(slots=True)
class _Frame:
    """An open block and what was opened in it and not closed: counts by name, and the sources of formatting tags."""

    name: str
    inline: Counter[str] = field(default_factory=Counter)
    formatting: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class _Nesting:
    """An estimate of the parser's stack of open elements, and of the work done on it so far."""

    frames: list[_Frame] = field(default_factory=lambda: [_Frame("body")])
    places: dict[str, list[int]] = field(default_factory=dict)
    barriers: list[int] = field(default_factory=list)
    depth: int = 0
    steps: int = 0
    clones: int = 0
    adrift: dict[str, dict[str, None]] = field(default_factory=dict)

    def start(self, name: str, source: str) -> None:
        if name in _BLOCKS:
            self._open_block(name)
        elif name not in _VOID:
            self.frames[-1].inline[name] += 1
            self.depth += 1
            if name in _FORMATTING:
                self.frames[-1].formatting.setdefault(name, []).append(source)

    def end(self, name: str) -> None:
        if name in _BLOCKS:
            self.steps += self.depth
            self._close_block(name)
        elif self.frames[-1].inline[name] > 0:
            self._close_inline(name)
        elif name in _FORMATTING:
            self._reel_in(name)

    def _open_block(self, name: str) -> None:
        if self.frames[-1].name == "p":
            self._pop()
        while self.frames[-1].name in _CLOSES.get(name, ()):
            self._pop()
        self.places.setdefault(name, []).append(len(self.frames))
        if name in _BARRIERS:
            self.barriers.append(len(self.frames))
        self.frames.append(_Frame(name))
        self.depth += 1
        self.steps += self.depth
        self.clones += sum(map(len, self.adrift.values()))

    def _close_block(self, name: str) -> None:
        fences = self.places.get("table", ()) if name in _IN_TABLE else self.barriers
        place = self.places[name][-1] if self.places.get(name) else 0
        if place and (not fences or place >= fences[-1]):
            while len(self.frames) > place:
                self._pop()

    def _close_inline(self, name: str) -> None:
        frame = self.frames[-1]
        frame.inline[name] -= 1
        self.depth -= 1
        if name in _FORMATTING:
            frame.formatting[name].pop()

    def _reel_in(self, name: str) -> None:
        """Close a formatting tag whose block ended before it did."""
        if self.adrift.get(name):
            self.adrift[name].popitem()

    def _pop(self) -> None:
        frame = self.frames.pop()
        self.places[frame.name].pop()
        if frame.name in _BARRIERS:
            self.barriers.pop()
        self.depth -= 1 + frame.inline.total()
        for name, sources in frame.formatting.items():
            self.adrift.setdefault(name, {}).update(dict.fromkeys(sources))


def refuse_absurd(markup: str) -> None:
    """Raise LimitExceeded for markup that is too large, too deep or too tangled to be a saved page."""
    if len(markup) > MAX_BYTES or len(markup.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise LimitExceeded(f"the page is larger than {MAX_BYTES // 1_000_000} MB", REMEDY)
    nesting, tags, at = _Nesting(), 0, 0
    while (tag := _TAG.search(markup, at)) is not None:
        at = _past(markup, tag)
        if tag["name"]:
            tags += 1
            _count(nesting, tag)
            _check(nesting, tags)


def _past(markup: str, tag: re.Match[str]) -> int:
    """Where the scan goes on: after the tag, or after the comment or raw text that it opens."""
    if tag["comment"]:
        closing = markup.find("-->", tag.start() + 2)
    elif tag["bogus"]:
        closing = markup.find(">", tag.end())
    elif not tag["end"] and tag["name"].lower() in _RAW:
        found = re.compile(rf"</{re.escape(tag['name'])}(?=[\s/>])", re.IGNORECASE).search(markup, tag.end())
        closing = found.start() if found else -1
    else:
        return tag.end()
    return closing if closing >= 0 else len(markup)


def _count(nesting: _Nesting, tag: re.Match[str]) -> None:
    name, rest = tag["name"].lower(), tag["rest"]
    if len(rest) > 2 * MAX_ATTRIBUTES:
        bare = _QUOTED.sub("", rest)
        if max(bare.count("="), len(re.split(r"[\s/]+", bare))) > MAX_ATTRIBUTES:
            raise LimitExceeded(f"a tag of the page has more than {MAX_ATTRIBUTES:,} attributes", REMEDY)
    if tag["end"]:
        nesting.end(name)
    else:
        nesting.start(name, rest)


def _check(nesting: _Nesting, tags: int) -> None:
    if tags > MAX_TAGS:
        raise LimitExceeded(f"the page has more than {MAX_TAGS:,} tags", REMEDY)
    if nesting.steps > MAX_STEPS:
        raise LimitExceeded("the elements of the page are nested too deeply", REMEDY)
    if nesting.clones > MAX_CLONES:
        raise LimitExceeded("the page opens too many formatting tags that it never closes", REMEDY)
