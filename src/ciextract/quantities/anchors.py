"""A text in, the places where a quantity can stand out, by a few cheap passes. What stands there is not decided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ciextract.folding import WordIndex
from ciextract.vocabulary.english import english
from ciextract.vocabulary.quantities import quantities

_BEFORE = 24
"""Code points before a number in which 'of' or 'among' makes it a total."""


@cache
def _words() -> tuple[str, ...]:
    """What shows a quantity by itself: words of quantity, denominators, the last word of a percentage."""
    q = quantities()
    return tuple(sorted({*q.heads, *q.denominators, *q.percentage.signs, *(w.split()[-1] for w in q.percentage.words)}))


@cache
def _share_behind() -> re.Pattern[str]:
    """What makes the number before it part of a tally or a ratio."""
    number = "|".join([r"\d", *english().numbers])
    return re.compile(rf"\)?[\s-]+(?:in|of|out)\b|\s+(?:\w+\s+){{1,4}}(?:in|out\s+of)\s+(?:\w+\s+)?(?:{number})")


@cache
def _total_of() -> re.Pattern[str]:
    """What makes the number behind it a total, or the first of its parts; the frames only at the head of a clause."""
    frames = "|".join(sorted(quantities().tally.frames))
    return re.compile(
        rf"\b(?:of|among)\s+(?:[\w']+\s+){{0,2}}$|(?:^|[^\w\s]\s*|\n)(?:{frames})\s+(?:(?:the|our|these)\s+)?$|\w[:;]\s+$"
    )


def anchors(words: WordIndex, numbers: Iterable[tuple[int, int]]) -> list[int]:
    """Places of anchors in order; at least one stands in every sentence that holds a quantity.

    ``numbers`` are start and end of the runs of digits and the words of number of the same text.
    """
    low, behind = words.low, _share_behind()
    found = [at for word in _words() for at in words.places(word) if not low[at - 1 : at].isalpha()]
    found += (start for start, end in numbers if behind.match(low, end) or _is_total(low, start))
    return sorted(found)


def _is_total(text: str, start: int) -> bool:
    return _total_of().search(text, max(0, start - _BEFORE), start) is not None
