"""A block in, the number of a heading that its text begins with out: '2 How', '3.1 What', 'Chapter 4:', 'B.'."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ciextract.document import Block, BlockKind, Document, Span
from ciextract.programme.load import shared_headings
from ciextract.vocabulary.english import english
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.rules import alternatives

NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
LONGEST = 320
"""Characters of a heading at the most: the statements have long titles."""
_BARE = re.compile(r"(?P<number>\d{1,2})\s+(?=[A-Z])")
_DECLARED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)[.):]\s+(?=\S)|(\d{1,2}(?:\.\d{1,2})+)\s+(?=[\"'(A-Z])")
_LETTER = re.compile(r"(?P<number>[A-Z])[.):]\s+(?=[A-Z])")
_BEFORE_THE_FIRST = "@"


def number_apart(document: Document, block: Block, chapter: int, letter: str | None) -> Block | None:
    """The block with the number of its heading as its marker, where its text holds one; ``chapter`` and ``letter`` are
    those of the chapter before."""
    if block.marker is not None or block.kind is not BlockKind.PARAGRAPH or block.content.length > LONGEST:
        return None
    text = document[block.content]
    if grades().explains_a_grade(text):
        return None
    found = _bare(text, chapter) or _declared(text, block) or _worded().match(text) or _lettered(text, letter)
    if found is None:
        return None
    marker = _digits(next(filter(None, found.groups())))
    return replace(block, marker=marker, content=Span(block.content.start + found.end(), block.content.end))


def _bare(text: str, chapter: int) -> re.Match[str] | None:
    """'2 How we inspected' behind the chapter before it."""
    found = _BARE.match(text)
    return found if found is not None and int(found["number"]) == chapter + 1 else None


def _declared(text: str, block: Block) -> re.Match[str] | None:
    """'3.1 What we found' where the source itself says that it is a heading."""
    return _DECLARED.match(text) if block.level is not None else None


def _lettered(text: str, letter: str | None) -> re.Match[str] | None:
    """'B. What we found' behind a chapter A."""
    found = _LETTER.match(text)
    return found if found is not None and ord(found["number"]) == ord(letter or _BEFORE_THE_FIRST) + 1 else None


@cache
def _worded() -> re.Pattern[str]:
    words, written = alternatives(shared_headings().chapters), alternatives(list(english().numbers))
    return re.compile(rf"{words}\s+(?P<number>\d{{1,2}}|{written})\s*[:.|–—-]\s*(?=\S)", re.IGNORECASE)


def _digits(number: str) -> str:
    written = english().numbers.get(number.lower())
    return number if written is None else str(written)


def as_number(marker: str) -> int | str | None:
    """3 for '3.' and '3.0', '3.1' for '3.1', 'B' for the letter of a chapter; None for the marker of a list."""
    found = NUMBER.match(marker)
    if found is None:
        return letter_of(marker)
    number = found[0].removesuffix(".0")
    return int(number) if number.isdigit() else found[0]


def letter_of(marker: str | None) -> str | None:
    """The letter that is all of the marker."""
    return marker if marker is not None and len(marker) == 1 and "A" <= marker <= "Z" else None


def chapter_of(marker: str | None) -> int | None:
    """The whole number that is all of the marker."""
    number = as_number(marker) if marker is not None else None
    return number if isinstance(number, int) else None


def is_next_item(marker: str, following: str) -> bool:
    """'4)' behind '3)': of one list."""
    one, other = chapter_of(marker), chapter_of(following)
    return one is not None and other == one + 1 and marker.strip("0123456789") == following.strip("0123456789")
