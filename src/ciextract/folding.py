"""Text in, the form in which words are compared, and where they stand, out: case, quotes, dashes, the unseen aside."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

QUOTES = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
})  # fmt: skip
UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_HALF = 32
_END = (1 << _HALF) - 1
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


class Swaps:
    """What ``str.translate`` does, in a third of its time for texts in which few of the characters occur.

    None of the characters may stand in what another one becomes.
    """

    __slots__ = ("_characters", "_made")

    def __init__(self, table: Mapping[int, str | int | None]) -> None:
        words = {chr(code): chr(word) if isinstance(word, int) else word or "" for code, word in table.items()}
        self._made = {character: word for character, word in words.items() if word != character}
        self._characters = frozenset(self._made)

    def made(self, text: str) -> str:
        """The text with each of the characters swapped."""
        for character in self._characters.intersection(text):
            text = text.replace(character, self._made[character])
        return text


_PLAIN = Swaps(QUOTES | DASHES | UNSEEN)
_DIGITS = re.compile(r"\d\d*")
"""Begins with one character, as a repetition at the beginning is searched for at half the speed."""
_NOT_WORD = re.compile(r"[^\w]+")


def fold(text: str) -> str:
    """Lower case, straight quotes, plain dashes, single spaces, nothing that is not seen."""
    typed = text.replace("`", "'") if text.isascii() else _PLAIN.made(text)
    return " ".join(typed.split()).lower()


_SHORTEST_CARRYING = 4
"""Letters: shorter words carry little of a message or a finding."""


def carrying_words(text: str) -> str:
    """Of ``fold_words`` those that carry a text's meaning, for texts that are held against each other as a whole."""
    return " ".join(word for word in fold_words(text).split() if len(word) >= _SHORTEST_CARRYING)


def fold_words(text: str) -> str:
    """Only the words, with single spaces: punctuation does not count; an apostrophe does not part a word."""
    return _NOT_WORD.sub(" ", fold(text).replace("'", "")).strip()


def lowered(text: str) -> str:
    """Lower case, as long as the text itself: of a letter that grows when it is lowered the first half is kept."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(letter.lower()[:1] for letter in text)


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Those of the words that hold no other one: a text without them has none of the words."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(other in word for other in kept):
            kept.append(word)
    return tuple(kept)


class Stretches:
    """Start and end of stretches of a text, in order: in eight bytes each, as a text may be nothing but numbers."""

    __slots__ = ("_packed",)

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._packed = array("Q", sorted(start << _HALF | end for start, end in stretches))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((one >> _HALF, one & _END) for one in self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class WordIndex:
    """A text in lower case with the places of its words: a search costs what its distinct words cost, not the text."""

    __slots__ = ("_places", "_words", "low")

    def __init__(self, text: str) -> None:
        self.low = lowered(text)
        self._places: dict[str, array[int]] = defaultdict(_offsets)
        at = 0
        for word in self.low.replace("\n", " ").replace("\t", " ").split(" "):
            if word:
                self._places[word].append(at)
            at += len(word) + 1
        self._words = f" {' '.join(self._places)} "

    def places(self, fragment: str) -> Iterator[int]:
        """Offsets at which the fragment, in lower case, stands in the text, be it within a word; in no order."""
        longest = max(fragment.split(), key=len, default="")
        if not longest:
            yield from places_of(self.low, fragment)
            return
        back = fragment.index(longest)
        for word in self._holding(longest):
            for within in places_of(word, longest):
                starts = (start + within - back for start in self._places[word])
                yield from (at for at in starts if longest == fragment or self.low.startswith(fragment, at))

    def digits(self) -> Iterator[tuple[int, int]]:
        """Start and end of each run of digits; in no order."""
        for word, places in self._places.items():
            for run in _DIGITS.finditer(word):
                yield from ((start + run.start(), start + run.end()) for start in places)

    def _holding(self, letters: str) -> Iterator[str]:
        """The distinct words of the text that hold the letters."""
        at = self._words.find(letters)
        while at >= 0:
            start, end = self._words.rindex(" ", 0, at) + 1, self._words.index(" ", at)
            yield self._words[start:end]
            at = self._words.find(letters, end)


def _offsets() -> array[int]:
    return array("I")  # lists of numbers would take ten times the room


def places_of(text: str, fragment: str) -> Iterator[int]:
    """Offsets at which the fragment stands in the text, in order, overlapping ones included."""
    at = text.find(fragment)
    while at >= 0:
        yield at
        at = text.find(fragment, at + 1)
