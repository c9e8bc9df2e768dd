"""Text in, the form in which words are compared, and where they stand, out: case, quotes, dashes do not count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

QUOTES = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
})  # fmt: skip
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w]+")


def fold(text: str) -> str:
    """Lower case, straight quotes, plain dashes, single spaces."""
    return _SPACE.sub(" ", text.translate(QUOTES).translate(DASHES)).strip().lower()


def fold_words(text: str) -> str:
    """Only the words, with single spaces: punctuation does not count; an apostrophe does not part a word."""
    return _NOT_WORD.sub(" ", fold(text).replace("'", "")).strip()


def lowered(text: str) -> str:
    """Lower case, as long as the text itself: of a letter that grows when it is lowered the first half is kept."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(letter.lower()[:1] for letter in text)


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Those of the words that hold no other one: a text without them has none of the words."""
    ordered = sorted(words, key=len)
    return tuple(word for word in ordered if not any(other in word for other in ordered if other != word))


def places(text: str, word: str) -> Iterator[int]:
    """Offsets at which the word stands in the text, in order."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))
