"""A stretch of text in, its words with their places out. Nothing is interpreted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ciextract.folding import DASHES, QUOTES
from ciextract.vocabulary.english import english
from ciextract.vocabulary.quantities import quantities

_TOKEN = re.compile(
    r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*(?:(?<=s)['’](?=\s\w))?"  # children's, parents', half-day
    r"|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    r"|[<>]=|[^\w\s*_]"
)
_PLAIN = str.maketrans(QUOTES | DASHES)
NO_WORD = ""


@dataclass(slots=True)
class Words:
    """The words of a stretch, lower case with straight quotes, and where each starts and ends in ``text``."""

    text: str
    low: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.low)

    def at(self, index: int) -> str:
        """The word at the index, an empty one outside of the stretch."""
        return self.low[index] if 0 <= index < len(self.low) else NO_WORD

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
    spans = [match.span() for match in _TOKEN.finditer(text)]
    tokens = [text[start:end].lower() for start, end in spans]
    if not text.isascii():
        tokens = [token if token.isascii() else token.translate(_PLAIN) for token in tokens]
    words = Words(text, tokens, [start for start, _ in spans], [end for _, end in spans])
    return words if text.isascii() and "-" not in text else _with_parts(words)


def _with_parts(words: Words) -> Words:
    """Numbers that hyphens join in their parts."""
    parted = Words(words.text, [], [], [])
    for token, start, end in zip(words.low, words.starts, words.ends, strict=True):
        if "-" in token and len(token) > 1 and _number_parts().issuperset(token.split("-")):
            _add_parts(parted, token, start)
        else:
            parted.low.append(token)
            parted.starts.append(start)
            parted.ends.append(end)
    return parted


def _add_parts(words: Words, token: str, start: int) -> None:
    for part in token.split("-"):
        words.low.append(part)
        words.starts.append(start)
        words.ends.append(start + len(part))
        start += len(part) + 1
