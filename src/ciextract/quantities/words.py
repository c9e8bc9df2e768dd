"""A stretch of text in, its words with their places out. Nothing is interpreted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ciextract.folding import DASHES, QUOTES
from ciextract.vocabulary.english import english
from ciextract.vocabulary.quantities import quantities

_TOKEN = re.compile(
    r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*(?:(?<=s)['’](?=\s\w))?"  # children's, parents', half-day
    r"|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    r"|[<>]=|[^\w\s*_]"
)
_ASCII = re.compile(_TOKEN.pattern.replace(r"[^\W\d_]", "[A-Za-z]"), re.ASCII)
"""The same for text in plain letters alone: ranges are quicker to test than kinds of characters."""
_AGES = ["year", "olds"]
"""The end of words that hyphens join to an age ('three-year-olds')."""
_PLAIN = str.maketrans(QUOTES | DASHES)
NO_WORD = ""


class _ByIndex(dict[int, str]):
    """Words by their index; an empty one where there is none."""

    def __missing__(self, index: int) -> str:
        return NO_WORD


@dataclass(slots=True)
class Words:
    """The words of a stretch, lower case with straight quotes, and where each starts and ends in ``text``."""

    text: str
    low: list[str]
    starts: Sequence[int]
    ends: Sequence[int]
    at: Callable[[int], str] = field(init=False, compare=False, repr=False)
    """The word at an index, an empty one outside of the stretch."""

    def __post_init__(self) -> None:
        self.at = _ByIndex(enumerate(self.low)).__getitem__  # asked for hundreds of times in a sentence

    def __len__(self) -> int:
        return len(self.low)

    def is_word(self, index: int) -> bool:
        """Whether letters or digits stand there, no punctuation."""
        return self.at(index)[:1].isalnum()

    def slice(self, first: int, end: int) -> str:
        """The text from the first word up to the end (excluded), spaces folded."""
        return " ".join(self.text[self.starts[first] : self.ends[end - 1]].split())

    def touching(self, index: int) -> bool:
        """Whether no space parts the word from the one before it."""
        return 0 < index < len(self.low) and self.ends[index - 1] == self.starts[index]


@cache
def _number_parts() -> frozenset[str]:
    """Words that stand alone when hyphens join them ('two-thirds', 'one-in-four', 'twenty-six')."""
    ratio = {"in", "out", "of"}
    return frozenset({*english().numbers, *quantities().units, *ratio})


def words_of(text: str) -> Words:
    """The words of a stretch of text."""
    ascii_only = text.isascii()
    spans = [match.span() for match in (_ASCII if ascii_only else _TOKEN).finditer(text)]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    if ascii_only:
        low = text.lower()
        tokens = [low[start:end] for start, end in spans]
    else:
        tokens = [text[start:end].lower() for start, end in spans]
        tokens = [token if token.isascii() else token.translate(_PLAIN) for token in tokens]
    hyphens = not ascii_only or "-" in text
    if hyphens and any("-" in token and _is_joined(token) for token in tokens):
        return _with_parts(text, tokens, spans)
    return Words(text, tokens, starts, ends)


def _with_parts(text: str, tokens: Sequence[str], spans: Sequence[tuple[int, int]]) -> Words:
    """Numbers that hyphens join in their parts."""
    low, starts, ends = [], [], []
    for token, (start, end) in zip(tokens, spans, strict=True):
        if "-" not in token or not _is_joined(token):
            low.append(token)
            starts.append(start)
            ends.append(end)
            continue
        for part in token.split("-"):
            low.append(part)
            starts.append(start)
            ends.append(start + len(part))
            start += len(part) + 1
    return Words(text, low, starts, ends)


@lru_cache(256)
def _is_joined(token: str) -> bool:
    """Whether hyphens join a number ('two-thirds') or an age ('three-year-olds')."""
    parts = token.split("-")
    return len(token) > 1 and (_number_parts().issuperset(parts) or parts[-2:] == _AGES)
