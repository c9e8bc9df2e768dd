"""Words in, cardinal numbers in digits or in words out. Fractions and ordinals are no numbers here."""

from __future__ import annotations

from functools import lru_cache

from ciextract.quantities.words import Words
from ciextract.vocabulary.english import english

_HUNDREDS = {"dozen": 12, "hundred": 100, "thousand": 1000}
_LONGEST = 5
"""Words of the longest number that is read ('two hundred and twenty six')."""
_YEARS = (1900, 2099)


def _value(parts: list[str]) -> float | None:
    """The value of the words of one number, None where they make none."""
    if len(parts) == 1 and parts[0][:1].isdecimal():
        return float(parts[0].replace(",", ""))
    if parts == ["half", "a", "dozen"]:
        return 6.0
    total, last = 0, 0
    for position, part in enumerate(parts):
        if part == "dozen" and not total:
            return None  # 'a few dozen'
        if part in _HUNDREDS:
            total, last = (total or 1) * _HUNDREDS[part], _HUNDREDS[part]
        elif part == "and":
            if last != 100 or position == len(parts) - 1:
                return None
        elif part == "a" and position == 0 and len(parts) > 1 and parts[1] in _HUNDREDS:
            total = 1
        else:
            number = english().numbers.get(part)
            if number is None or (position and last < 20) or (last and last < 100 and number > 9):
                return None
            total, last = total + number, number
    return float(total) if last else None


def number_ending(words: Words, end: int) -> tuple[int, float] | None:
    """The longest number whose last word is before ``end``: its first word and its value."""
    last = words.at(end - 1)
    if not last:
        return None
    if last[0].isdecimal():
        return end - 1, float(last.replace(",", ""))
    if last not in english().numbers and last not in _HUNDREDS:
        return None
    for start in range(max(0, end - _LONGEST), end):
        value = _value(words.low[start:end])
        if value is not None:
            return start, value
    return None


@lru_cache(4096)
def _opens_number(word: str) -> bool:
    return word in ("a", "half") or word[:1].isdecimal() or word in english().numbers


def number_at(words: Words, start: int) -> tuple[int, float] | None:
    """The longest number that starts there: the index behind it and its value."""
    first = words.at(start)
    if not _opens_number(first):
        return None
    if first[0].isdecimal():
        return start + 1, float(first.replace(",", ""))
    if first == "a" and words.at(start + 1) not in _HUNDREDS:
        return None
    if first == "half" and words.at(start + 2) != "dozen":
        return None
    for end in range(min(len(words), start + _LONGEST), start, -1):
        value = _value(words.low[start:end])
        if value is not None:
            return end, value
    return None


def whole_at(words: Words, start: int) -> tuple[int, int] | None:
    """The whole number that starts there."""
    found = number_at(words, start)
    return (found[0], int(found[1])) if found is not None and found[1].is_integer() else None


def is_year(words: Words, index: int) -> bool:
    """Whether a year in digits stands there."""
    word = words.at(index)
    return len(word) == 4 and word.isdecimal() and _YEARS[0] <= int(word) <= _YEARS[1]
