"""A stretch of text in, the spans of its sentences out. A point after an abbreviation or within a number ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ciextract.document import Span
from ciextract.vocabulary.english import english

_END = re.compile(r"[.?!]+[\"')\]]*(?:\s+|$)")
_LAST_WORD = re.compile(r"(?:(?P<before>\w+)\s+)?(?P<last>[\w.]+)$")
_ITEM = re.compile(r"(?:(?<=\s)|(?<![^\t\n]))(?:[•▪●◦‣\uf0b7]|(?P<name>\d{1,2}|[a-z])[.)])\s+(?=\S)")
_LOOK_BACK = 24


def item_spans(text: str, stretch: Span) -> Iterator[Span]:
    """The items of a list that stands within one stretch of text, as in a table's cell; else the stretch itself."""
    start, wanted = stretch.start, {"1", "a"}
    for match in _ITEM.finditer(text, stretch.start, stretch.end):
        name = match["name"]
        if name is not None and name not in wanted:
            continue
        wanted = {str(int(name) + 1)} if name and name.isdigit() else {chr(ord(name) + 1)} if name else wanted
        if (item := _trimmed(text, start, match.start())) is not None:
            yield item
        start = match.end()
    if (item := _trimmed(text, start, stretch.end)) is not None:
        yield item


def sentence_spans(text: str, stretch: Span) -> Iterator[Span]:
    """Sentences of ``text`` within the stretch, without white space around them."""
    start = stretch.start
    for match in _END.finditer(text, stretch.start, stretch.end):
        if match.end() < stretch.end and not _ends(text, match, stretch):
            continue
        if (sentence := _trimmed(text, start, match.end())) is not None:
            yield sentence
        start = match.end()
    if (sentence := _trimmed(text, start, stretch.end)) is not None:
        yield sentence


def _ends(text: str, match: re.Match[str], stretch: Span) -> bool:
    following = text[match.end() : match.end() + 2].lstrip("\"'([“‘")[:1]
    if following.islower():
        return False
    if not match[0].startswith("."):
        return True
    look_back = max(stretch.start, match.start() - _LOOK_BACK)
    if _ends_plainly(text[look_back : match.start()]):
        return True
    before = _LAST_WORD.search(text, look_back, match.start())
    word = before["last"].lower() if before else ""
    if word in english().abbreviations and not (word == "no" and not following.isdigit()):
        return word in english().closing and following.isupper()
    initial = len(word) == 1 and word.isalpha() and following.isupper() and match[0].strip() == "."
    return not initial or (before is not None and (before["before"] or "").lower() in english().lettered)


def _ends_plainly(before: str) -> bool:
    """Whether the last word before a point is no abbreviation and no initial, as almost all are."""
    word = before[before.rfind(" ") + 1 :]
    return len(word) > 1 and word.isalpha() and word.lower() not in english().abbreviations


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end].rstrip()
    end = start + len(piece)
    start = end - len(piece.lstrip())
    return Span(start, end) if start < end else None
