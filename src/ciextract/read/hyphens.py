"""Two neighbouring lines in, what stands between them out: a space, nothing, and whether a hyphen goes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ciextract.folding import fold
from ciextract.read.lines import SOFT_HYPHEN, PhysicalLine
from ciextract.read.normal import Run
from ciextract.vocabulary.english import english

HYPHEN = "\u2010"
_WORDS = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_HYPHENATED = re.compile(r"([A-Za-z']+(?:-[A-Za-z']+)*)[-\u2010\u00ad]$")
_LINE_ENDS = frozenset("-–\u2010\u00ad")
"""Characters at the end of a line behind which the next one may go on without a space."""
_LONGEST = 80
"""Characters at the end of a line in which its last word is looked for."""
_RANGE = re.compile(r"\d[-–\u2010]$")
_FIRST_WORD = re.compile(r"[A-Za-z']+")


@dataclass(frozen=True, slots=True)
class Glue:
    """Text to write between two lines, and the number of characters to take back first."""

    between: str
    drop: int = 0


_APART = Glue(" ")


class Healer:
    """Knows the words of the document, to tell a word broken at a line end from one that has a hyphen."""

    def __init__(self, lines: Iterable[PhysicalLine]) -> None:
        self._lines = lines
        self._known: frozenset[str] | None = None

    def glue(self, before: str, normal: list[Run], *, apart: bool) -> Glue:
        """What joins the text before and the line that follows; ``apart`` where the line itself begins with a gap."""
        if before[-1:] not in _LINE_ENDS:
            return _APART
        after = normal[0][1]
        broken = _HYPHENATED.search(before[-_LONGEST:])
        if not apart and after[:1].isdecimal() and _RANGE.search(before[-2:]):
            return Glue("")
        if not broken or apart:
            return Glue(" ")
        word = _FIRST_WORD.match(after)
        if word is None or not after[:1].islower():
            return Glue("" if after[:1].isalnum() else " ")
        if word[0] in english().hanging:
            return Glue(" ")
        soft = before.endswith((HYPHEN, SOFT_HYPHEN))
        return Glue("", 1) if self._is_one_word(broken[1], word[0], soft=soft) else Glue("")

    def _is_one_word(self, head: str, tail: str, *, soft: bool) -> bool:
        last = head.rsplit("-", 1)[-1].lower()
        whole, hyphenated = last + tail.lower(), f"{last}-{tail.lower()}"
        if whole in self._words():
            return True
        return soft and hyphenated not in self._words()

    def _words(self) -> frozenset[str]:
        """Words that stand whole in a line; the first and last word of a line may be halves."""
        if self._known is None:
            words: set[str] = set()
            for line in self._lines:
                found = _WORDS.findall(fold(line.text))
                words.update(found[:-1] if line.text.rstrip()[-1:] in {"-", HYPHEN, SOFT_HYPHEN} else found)
                words.update(part for word in found[1:-1] if "-" in word for part in _pairs(word))
            self._known = frozenset(words)
        return self._known


def _pairs(word: str) -> list[str]:
    parts = word.split("-")
    return [f"{one}-{other}" for one, other in pairwise(parts)]
