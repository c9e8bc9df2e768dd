"""A text in, the places where a quantity can stand out, by a few cheap passes. What stands there is not decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ciextract.vocabulary.english import english
from ciextract.vocabulary.quantities import quantities

_BEFORE = 24
"""Code points before a number in which 'of' or 'among' makes it a total."""
_TOTAL_OF = re.compile(r"\b(?:of|among)\s+(?:[\w']+\s+)?$")
_DIGITS = re.compile(r"\d+")


@cache
def _words() -> tuple[str, ...]:
    """What shows a quantity by itself: words of quantity, denominators, the last word of a percentage."""
    q = quantities()
    return tuple(sorted({*q.heads, *q.denominators, *q.percentage.signs, *(w.split()[-1] for w in q.percentage.words)}))


@cache
def _share_behind() -> re.Pattern[str]:
    """What makes the number before it part of a tally or a ratio."""
    number = "|".join([r"\d", *english().numbers])
    return re.compile(rf"\)?[\s-]+(?:in|of|out)\b|\s+(?:\w+\s+){{1,2}}in\s+(?:\w+\s+)?(?:{number})")


def anchors(text: str) -> list[int]:
    """Places of anchors in order; at least one stands in every sentence that holds a quantity."""
    low = text.lower()
    if len(low) != len(text):  # a few letters grow when they are lowered
        low = "".join(letter if len(letter) == len(letter.lower()) > 1 else letter.lower()[:1] for letter in text)
    places = [at for word in _words() for at in _found(low, word)]
    for number in english().numbers:
        places.extend(at for at in _found(low, number) if _shares(low, at, at + len(number)))
    places.extend(match.start() for match in _DIGITS.finditer(low) if _shares(low, match.start(), match.end()))
    return sorted(places)


def _found(text: str, word: str) -> Iterator[int]:
    """Places of a word that no letter stands before."""
    at = text.find(word)
    while at >= 0:
        if not text[at - 1 : at].isalpha():
            yield at
        at = text.find(word, at + len(word))


def _shares(text: str, start: int, end: int) -> bool:
    return _share_behind().match(text, end) is not None or (
        _TOTAL_OF.search(text[max(0, start - _BEFORE) : start]) is not None
    )
