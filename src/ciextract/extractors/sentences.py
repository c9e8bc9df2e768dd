"""A stretch of text in, the spans of its sentences out. A point after an abbreviation or within a number ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ciextract.document import Span
from ciextract.vocabulary.english import english

_END = re.compile(r"[.?!][.?!]*[\"')\]]*(?P<space>\s+|$)")
"""Begins with one character, as a repetition at the beginning is searched for at half the speed."""
_OPENING = "\"'([“‘"
_LAST_WORD = re.compile(r"(?:(?P<before>\w+)\s+)?(?P<last>[\w.]+)$")
_ITEM = re.compile(r"(?:(?<=\s)|(?<![^\t\n]))(?:[•▪●◦‣\uf0b7]|(?P<name>\d{1,2}|[a-z])[.)])\s+(?=\S)")
_LOOK_BACK = 24
"""Characters before a final mark in which its word is looked for: abbreviations are short."""


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
    whole = _trimmed(text, stretch.start, stretch.end)
    if whole is None:
        return
    start, end = whole.start, whole.end
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _ends(text, match, whole.start):
            continue
        yield Span(start, match.start("space"))
        start = match.end()
    if start < end:
        yield Span(start, end)


def _ends(text: str, match: re.Match[str], begin: int) -> bool:
    """Whether a sentence ends with the mark; the stretch that is read begins at ``begin``."""
    following = text[match.end()]
    if following in _OPENING:
        following = text[match.end() : match.end() + 2].lstrip(_OPENING)
    if following.islower():
        return False
    mark = match.start()
    if text[mark] != "." or _ends_plainly(text, begin, mark):
        return True
    before = _LAST_WORD.search(text, max(begin, mark - _LOOK_BACK), mark)
    word = before["last"].lower() if before else ""
    if word in english().abbreviations and not (word == "no" and not following.isdigit()):
        return word in english().closing and following.isupper()
    initial = len(word) == 1 and word.isalpha() and following.isupper() and match.start("space") == mark + 1
    return not initial or (before is not None and (before["before"] or "").lower() in english().lettered)


def _ends_plainly(text: str, begin: int, mark: int) -> bool:
    """Whether the last word before a point is no abbreviation and no initial, as almost all are."""
    start = max(begin, mark - _LOOK_BACK)
    word = text[max(text.rfind(" ", start, mark) + 1, start) : mark]
    return len(word) > 1 and word.isalpha() and word.lower() not in english().abbreviations


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end].rstrip()
    end = start + len(piece)
    start = end - len(piece.lstrip())
    return Span(start, end) if start < end else None
