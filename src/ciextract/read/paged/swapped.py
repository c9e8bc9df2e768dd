"""Units of a page's text as its file states them in, text with ligatures as letters out; a unit stays a character.

Ghostscript (10.00 for one) writes what a ligature stands for with the bytes of each letter swapped, 'fi' as U+6600
U+6900, and of three letters the sum of the last two: every reader then shows signs of other scripts amid the words.
Where a ligature is stated as one character, it writes the sum of that character's bytes, 'fi' (U+FB01) as U+00FC.
"""

from __future__ import annotations

import re
from string import ascii_letters

from ciextract.read.lines import DOUBLE_T

_DOUBLES = {"f": "ﬀ", "t": DOUBLE_T}
"""What stands for the first two letters of a ligature of three, in one character."""
_THREES = ("ffi", "ffl", "ffj", "ffb", "ffh", "ffk", "fft", "tti", "ttf")
_FIRST = "ftscTQ"
"""Letters that ligatures begin with."""


def _swapped(code: int) -> str:
    return chr((code & 0xFF) << 8)


_OF_THREE = {
    _swapped(ord(three[0])) + _swapped(ord(three[1]) + ord(three[2])): _DOUBLES[three[0]] + three[2]
    for three in _THREES
}
_LETTERS = str.maketrans({_swapped(ord(letter)): letter for letter in ascii_letters})
_SIGNS = tuple(_swapped(ord(letter)) for letter in _FIRST)
_LETTER = "".join(map(chr, _LETTERS))
_RUN = f"[{_LETTER}][{_LETTER}{''.join(sorted({written[1] for written in _OF_THREE}))}]+"
_WITHIN = re.compile(f"(?<=[A-Za-z]){_RUN}|{_RUN}(?=[A-Za-z])")
"""Signs beside a Latin letter, with no space between."""
_SUMS = str.maketrans({chr((ord(ligature) >> 8) + (ord(ligature) & 0xFF)): ligature for ligature in "ﬀﬁﬂﬃﬄ"})
_SUM = re.compile(f"[{''.join(map(chr, _SUMS))}]")
_SPELT = ("ff", "fi", "fl")
"""One of them stands among some hundred letters of English, unless its font has ligatures."""
_SURE = 3
"""Sums, of two kinds, on a page without those from which they are taken for ligatures: German has one kind of them."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def text_of(units: bytes) -> str:
    """The text of units in UTF-16, U+FFFD in the place of each that is none."""
    try:
        return _mended(units.decode("utf-16-le"))
    except UnicodeDecodeError:
        return _SURROGATE.sub("\ufffd", _mended(units.decode("utf-16-le", "surrogatepass")))


def text_of_each(units: list[int]) -> str:
    """The text of units that are characters each, a space in the place of each that is none."""
    text = "".join(chr(unit) if 0 < unit < 0x110000 else " " for unit in units)
    return _SURROGATE.sub(" ", _mended(text))


def letters_of(glyph: str) -> str:
    """What a single glyph stands for."""
    return _typed(glyph) if len(glyph) > 1 and glyph.startswith(_SIGNS) else glyph


def _mended(text: str) -> str:
    if any(sign in text for sign in _SIGNS):
        text = _WITHIN.sub(lambda run: _typed(run[0]), text)
    return text.translate(_SUMS) if not text.isascii() and _has_sums(text) else text


def _has_sums(text: str) -> bool:
    sums = _SUM.findall(text)
    return len(sums) >= _SURE and len(set(sums)) > 1 and not any(pair in text for pair in _SPELT)


def _typed(signs: str) -> str:
    for written, letters in _OF_THREE.items():
        signs = signs.replace(written, letters)
    return signs.translate(_LETTERS)
