"""A pattern in, sets of words out of each of which one stands in every text that it takes. No text is matched here.

What is not told exactly (classes, references) counts as anything, so that no word is named too many.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from ciextract.frozen import frozen

Words = frozenset[str]
Needs = tuple[Words, ...]
"""Of each of them one word stands in the text."""

SHORTEST = 2
"""Letters of a word, or digits of a number, at the least: shorter ones stand in nearly every text."""
_MOST = 256
"""Ways in which a part of a pattern can be spelt that are followed up at the most."""
_TOKEN = re.compile(
    r"(?P<letters>[A-Za-z\d]+(?:[ '-][A-Za-z\d]+)*(?![?*+]|\{\d)|[A-Za-z\d])|(?P<joint>[ '-]|\\-)"
    r"|(?P<sign>\\?[%£]|\\[()])"
    r"|\((?:\?:)?(?P<list>(?:[A-Za-z\d ']|\\-)+(?:\|(?:[A-Za-z\d ']|\\-)+)*)\)"
    r"|(?P<look>\(\?<?=)|(?P<unless>\(\?<?!)|(?P<open>\((?:\?(?::|P<\w+>|-?[aimsx]+:))?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<name>\{[a-z_]+\})|(?P<empty>\\[bBAZ]|[\^$])"
    r"|(?P<other>\[\^?\]?(?:\\.|[^\]\\])*\]|\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|\d+|.)|.)",
    re.DOTALL | re.ASCII,
)
_TIMES = re.compile(r"(?:(?P<once>\?)|(?P<any>\*|\{0?,\d*\}|\{0\})|\+|\{\d+(?:,\d*)?\})[?+]?")
_COUNTING = "?*+{"
"""One of them begins what says how often a part stands."""
_TELLING = re.compile(f"[a-z]{{{SHORTEST},}}|[0-9]{{{SHORTEST},}}|[%£()]")
_STRANGE = re.compile(r"(?<!\\)(?:\\\\)*\(\?(?!:|P<\w|<?[=!]|-?[aimsx]+:)")
"""A group of a kind that is not read here: nothing is told of a pattern with one."""


@frozen
class _Part:
    """A part of a pattern: how it can be spelt, or where that is not plain text, what it needs."""

    spelt: Words | None
    _needs: Needs = ()

    @property
    def needs(self) -> Needs:
        """What of it stands in every text: the spellings themselves where each has something that tells."""
        if self.spelt is None:
            return self._needs
        return (frozenset(map(str.strip, self.spelt)),) if all(map(_TELLING.search, self.spelt)) else ()


_ANYTHING = _Part(None)
_NOTHING = _Part(frozenset({""}))


def needs_of(pattern: str, names: Mapping[str, str]) -> Needs:
    """Sets of words or phrases in lower case: every text that the pattern takes holds one of each.

    The set that says most is the first. ``names`` are the patterns behind the names in braces.
    """
    if _STRANGE.search(pattern):
        return ()
    needs = dict.fromkeys(_Pattern(pattern, names).alternatives().needs)
    return tuple(sorted(needs, key=_telling, reverse=True))


@cache
def _part_of(pattern: str) -> _Part:
    return _Pattern(pattern, {}).alternatives()


def _telling(words: Words) -> tuple[int, int]:
    """How much the words say: longer ones more than shorter ones, then fewer more than many."""
    return min(map(len, words)), -len(words)


def _either(branches: Sequence[_Part]) -> _Part:
    spelt = [one.spelt for one in branches if one.spelt is not None]
    if len(spelt) == len(branches) and sum(map(len, spelt)) <= _MOST:
        return _Part(frozenset().union(*spelt))
    ranked = [sorted(one.needs, key=_telling, reverse=True) for one in branches]
    return _Part(None, tuple(frozenset().union(*sets) for sets in zip(*ranked, strict=False)))


def _repeated(part: _Part, times: re.Match[str]) -> _Part:
    if times["any"]:
        return _ANYTHING
    if not times["once"]:
        return _Part(None, part.needs)
    # A word that may stand before another one is not what is looked for: 'also met'.
    if part.spelt is None or any(" " in text for text in part.spelt):
        return _ANYTHING
    return _Part(part.spelt | {""})


class _Pattern:
    """A pattern that is read from left to right."""

    def __init__(self, pattern: str, names: Mapping[str, str]) -> None:
        self._pattern = pattern
        self._names = names
        self._at = 0

    def alternatives(self) -> _Part:
        """The branches up to the end of their group, or of the pattern."""
        branches, ended = [], "bar"
        while ended == "bar":
            branch, ended = self._branch()
            branches.append(branch)
        return branches[0] if len(branches) == 1 else _either(branches)

    def _branch(self) -> tuple[_Part, str]:
        """One branch, and the kind of the token that ended it."""
        run, needs, whole = _NOTHING, Needs(), True
        while (token := _TOKEN.match(self._pattern, self._at)) is not None:
            self._at = token.end()
            if token.lastgroup in ("bar", "close"):
                break
            part = self._with_times(self._part(token))
            joined = _joined(run, part) if token.lastgroup != "joint" or len(run.spelt or ()) == 1 else None
            if joined is None:
                needs += run.needs if part.spelt is not None else (*run.needs, *part.needs)
                run, whole = part if part.spelt is not None else _NOTHING, False
            else:
                run = joined
        ended = token.lastgroup or "" if token is not None else ""
        return run if whole else _Part(None, (*needs, *run.needs)), ended

    def _part(self, token: re.Match[str]) -> _Part:
        kind = token.lastgroup
        if kind in ("letters", "joint", "sign", "list"):
            return _Part(frozenset(token[kind].replace("\\", "").lower().split("|")))
        if kind in ("open", "look", "unless"):
            group = self.alternatives()
            if kind == "look" and group.needs:
                return _Part(None, group.needs)
            return group if kind == "open" else _NOTHING
        if kind == "name" and token[0][1:-1] in self._names:
            return _part_of(self._names[token[0][1:-1]])
        return _NOTHING if kind == "empty" else _ANYTHING

    def _with_times(self, part: _Part) -> _Part:
        counted = self._at < len(self._pattern) and self._pattern[self._at] in _COUNTING
        times = _TIMES.match(self._pattern, self._at) if counted else None
        if times is None:
            return part
        self._at = times.end()
        return _repeated(part, times)


def _joined(before: _Part, behind: _Part) -> _Part | None:
    """One part behind the other, None where that is not plain text or can be spelt in too many ways."""
    if before.spelt is None or behind.spelt is None:
        return None
    if before is _NOTHING or behind is _NOTHING:
        return behind if before is _NOTHING else before
    if len(before.spelt) * len(behind.spelt) > _MOST:
        return None
    return _Part(frozenset(one + other for one in before.spelt for other in behind.spelt))
