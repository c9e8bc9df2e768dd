"""The text of a page in, how many of its characters are not what is printed out. What they would be is not guessed.

A font need not say what its glyphs stand for. Readers then take the number of a glyph for that of a character: often
rightly, as many fonts are numbered so, else controls and signs stand amid the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

SURE = 3
"""Such characters of a document from which some of its words are taken for wrong."""
_CONTROLS = r"\x00\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ufffd"
_STRANGE = re.compile(rf"[{_CONTROLS}!\"#$%*+<=>\\^{{|}}~0-9](?:(?<=[{_CONTROLS}])|(?=[a-z]))")
"""Controls, and signs and digits that a letter follows; begun with one set of characters, which is found quickly."""
_INTRODUCES = frozenset('"#*0123456789')
"""Signs and digits that may stand before a word: quotation marks, footnote marks, counts."""


def unmapped(text: str, is_unmapped: Callable[[int], bool]) -> int:
    """``is_unmapped`` tells of a character by its place in the text whether its font says what it stands for."""
    places = (match.start() for match in _STRANGE.finditer(text))
    return sum(1 for place in places if _is_strange(text, place) and is_unmapped(place))


def _is_strange(text: str, place: int) -> bool:
    """A control, a sign within a word, or one before a word that stands for nothing there."""
    sign, before = text[place], text[place - 1 : place]
    if not sign.isprintable() or sign == "\ufffd" or (before.isascii() and before.isalpha()):
        return True
    return sign not in _INTRODUCES and (not before or before.isspace())
