"""Two texts come in, whether one is the other word for word, edited or something else goes out, with what differs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from ciextract.folding import fold_words

EDITED = 80
"""Of 100: texts that agree so far are the same one, edited. Unrelated sentences of one report stay below 60."""
_MOST_SHOWN = 4
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Match:
    """The nearest of some texts: its place among them, how near it is (of 100), its words, and what differs."""

    index: int
    nearness: float
    words: str
    differences: str

    @property
    def exact(self) -> bool:
        return self.nearness == 100


def nearest(text: str, others: Iterable[str]) -> Match | None:
    """The text that is nearest to another; None where none is near enough to be the same one, edited."""
    words = fold_words(text)
    found = [(ratio(words, fold_words(other)), index, other) for index, other in enumerate(others)]
    score, index, other = max(found, key=lambda each: (each[0], -each[1]), default=(0.0, 0, ""))
    return None if score < EDITED else Match(index, score, other, differences(text, other))


def found_in(text: str, others: Iterable[str]) -> Match | None:
    """The text that holds another one word for word or edited, with its words there; None where none does."""
    words = fold_words(text)
    best: Match | None = None
    for index, other in enumerate(others if words else ()):
        folded = _Folded.of(other)
        place = f" {folded.text} ".find(f" {words} ")
        if place >= 0:
            return Match(index, 100, folded.printed(place, place + len(words)), "")
        near = partial_ratio_alignment(words, folded.text, score_cutoff=EDITED)
        if near is not None and (best is None or near.score > best.nearness):
            printed = folded.printed(near.dest_start, near.dest_end)
            best = Match(index, min(near.score, 99), printed, differences(text, printed))
    return best


@dataclass(frozen=True, slots=True)
class _Folded:
    """The folded words of a text, and where each of them is printed."""

    source: str
    text: str
    starts: tuple[int, ...]
    printed_at: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, source: str) -> _Folded:
        words = [(word, found.span()) for found in _WORD.finditer(source) for word in fold_words(found[0]).split()]
        starts = accumulate((len(word) + 1 for word, _ in words), initial=0)
        return cls(source, " ".join(word for word, _ in words), tuple(starts), tuple(span for _, span in words))

    def printed(self, start: int, end: int) -> str:
        """The printed words that a stretch of the folded text touches."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, max(start, end - 1)) - 1
        return self.source[self.printed_at[first][0] : self.printed_at[last][1]]


def differences(one: str, other: str) -> str:
    """The words in which two texts differ, those of the first before those of the second."""
    first, second = fold_words(one).split(), fold_words(other).split()
    changed = [
        f"'{' '.join(first[a:b])}' for '{' '.join(second[c:d])}'"
        for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
    more = f" and {len(changed) - _MOST_SHOWN} more" if len(changed) > _MOST_SHOWN else ""
    return ", ".join(changed[:_MOST_SHOWN]) + more
