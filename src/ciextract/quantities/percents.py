"""A place in the words in, what stands around a percent sign there out. Whether it is a share is not asked."""

from __future__ import annotations

from ciextract.quantities.numbers import number_ending
from ciextract.quantities.words import Words
from ciextract.vocabulary.quantities import quantities

_LINK = frozenset("%/=&")


def in_link(words: Words, start: int, end: int) -> bool:
    """Whether the sign is that of a code in a link ('joint%20inspection')."""
    before = words.text[words.starts[start] - 1 : words.starts[start]]
    behind = words.text[words.ends[end - 1] : words.ends[end - 1] + 1]
    return (before in _LINK and before != "") or before.isalpha() or behind.isdecimal()


def printed_percent(words: Words, end: int) -> tuple[int, float] | None:
    """A percentage in brackets that ends there: the index of its bracket and its value."""
    if words.at(end - 1) != ")":
        return None
    sign = end - 2
    if words.at(sign) == "cent" and words.at(sign - 1) == "per":
        sign -= 1
    elif words.at(sign) not in (*quantities().percentage.signs, *quantities().percentage.words):
        return None
    number = number_ending(words, sign)
    if number is None or words.at(number[0] - 1) != "(":
        return None
    return number[0] - 1, number[1]
