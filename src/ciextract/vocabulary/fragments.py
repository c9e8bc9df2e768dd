"""A pattern in, fragments out of which every text that it takes holds one; none where its words do not tell.

A text without them need not be held against the pattern, which then is never compiled: most patterns of a file are not
needed for most documents. What is not understood makes no fragments, so that no text is passed over for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ciextract.folding import shortest

Fragments = frozenset[str]
NONE: Fragments = frozenset()
MOST = 24
"""Fragments that are looked for: more take longer than what they spare."""
_SHORTEST = 2
"""Letters of a fragment that is worth looking for; a sign such as % is one by itself."""
_TOKEN = re.compile(
    r"""(?P<run>[\w\ ',/-]+(?![?*+]|\{[\d,]))
    |(?P<beside>\(\?<?[=!])            # what is looked at beside the match is no part of it
    |(?P<opening>\((?:\?(?:P<\w+>|:|>|-?[a-z]+:))?(?!\?))
    |(?P<closing>\)) | (?P<bar>\|)
    |(?P<place>[\^$]|\\[AbBZ])
    |(?P<name>\{[a-z_]+\})
    |(?P<any>\[\^?\]?(?:\\.|[^\]\\])*\]|\\\w|\.)
    |(?P<optional>(?:[?*]|\{0?,\d*\})[?+]?)
    |(?P<repeated>(?:\+|\{\d+(?:,\d*)?\})[?+]?)
    |(?P<letter>\\[^\w]|[^\\(\[{])""",
    re.VERBOSE,
)
Token = tuple[str, str]


def fragments(pattern: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Fragments in lower case; ``names`` are the expressions that names in braces stand for."""
    found = _Reader(_tokens(pattern), names).alternatives()
    least = shortest(found)
    return least if len(least) <= MOST else ()


def _tokens(pattern: str) -> list[Token]:
    """The pattern's parts; none where one of them is not known here."""
    tokens = [(match.lastgroup or "", match[0]) for match in _TOKEN.finditer(pattern)]
    return tokens if sum(len(text) for _, text in tokens) == len(pattern) else []


class _Reader:
    """Reads a pattern from left to right; what is optional or beside the match gives no fragments."""

    def __init__(self, tokens: list[Token], names: Mapping[str, str]) -> None:
        self._tokens, self._names, self._at = tokens, names, 0

    def alternatives(self) -> Fragments:
        """Those of the alternatives up to the end of the group, of which each must have some."""
        branches = [self._branch()]
        while self._takes("bar"):
            branches.append(self._branch())
        return NONE.union(*branches) if all(branches) else NONE

    def _takes(self, kind: str) -> bool:
        """Whether the next token is of that kind; it is passed over then."""
        taken = self._at < len(self._tokens) and self._tokens[self._at][0] == kind
        self._at += taken
        return taken

    def _branch(self) -> Fragments:
        best, letters = NONE, ""
        while self._at < len(self._tokens) and self._tokens[self._at][0] not in ("bar", "closing"):
            kind, text = self._tokens[self._at]
            self._at += 1
            if kind == "run" or (kind == "letter" and not self._is_counted()):
                letters += text.removeprefix("\\")
            elif kind != "place":
                part = self._part(kind, text)
                best = _better(_better(best, _alone(letters)), NONE if self._takes("optional") else part)
                self._takes("repeated")
                letters = ""
        return _better(best, _alone(letters))

    def _is_counted(self) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at][0] in ("optional", "repeated")

    def _part(self, kind: str, text: str) -> Fragments:
        if kind == "name":
            return _of_expression(self._names.get(text[1:-1], ""))
        if kind not in ("opening", "beside"):
            return NONE
        inner = self.alternatives()
        self._takes("closing")
        return inner if kind == "opening" else NONE


@cache
def _of_expression(words: str) -> Fragments:
    return _Reader(_tokens(words), {}).alternatives()


def _alone(letters: str) -> Fragments:
    telling = len(letters) >= _SHORTEST or (letters and not letters.isalnum() and not letters.isspace())
    return frozenset((letters.lower(),)) if telling else NONE


def _better(one: Fragments, other: Fragments) -> Fragments:
    """That with the longer fragments, or with fewer of them."""
    if not one or not other:
        return one or other
    return max(one, other, key=lambda each: (min(map(len, each)), -len(each)))
