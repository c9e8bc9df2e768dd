"""A number in, the letters or figures that a list prints for it out. What stands around them is the caller's."""

from __future__ import annotations

_LONGEST = 10_000_000
_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v",
          4: "iv", 1: "i"}  # fmt: skip


def ordinal(number: int, kind: str) -> str:
    """'3', 'c' or 'iii', by the kind ('1', 'a', 'A', 'i', 'I'); a figure where letters have no such number."""
    if kind in ("a", "A") and 0 < number < _LONGEST:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("a") + rest) + letters
    elif kind in ("i", "I") and 0 < number < 4000:
        letters = ""
        for value, numeral in _ROMAN.items():
            count, number = divmod(number, value)
            letters += numeral * count
    else:
        return str(number)
    return letters.upper() if kind.isupper() else letters
