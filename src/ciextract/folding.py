"""Text in, the form in which words are compared out: case, quotes, dashes and white space do not count."""

from __future__ import annotations

import re

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
