"""The text of a page in, how many of its characters are not what is printed out. What they would be is not guessed.

A font need not say what its glyphs stand for. Readers then take the number of a glyph for that of a character: often
rightly, as many fonts are numbered so, else controls and signs stand amid the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

SURE = 3
"""Such characters of a document from which some of its words are taken for wrong."""
_STRANGE = re.compile(
    r"[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ufffd]"
    r"|(?<=[A-Za-z])[!\"#$%*+<=>\\^{|}~0-9](?=[a-z])|(?<!\S)[!$%+<=>\\^{|}~](?=[a-z])"
)
"""Controls; signs and digits within a word; signs before one that stand for no word and introduce none."""


def unmapped(text: str, is_unmapped: Callable[[int], bool]) -> int:
    """``is_unmapped`` tells of a character by its place in the text whether its font says what it stands for."""
    return sum(1 for strange in _STRANGE.finditer(text) if is_unmapped(strange.start()))
