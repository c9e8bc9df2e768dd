"""The fixtures' texts in, plain text of any size out: their sentences again and again, with other numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from string import ascii_uppercase

ROOT = Path(__file__).resolve().parents[2]
SEED = 20_240_514
_NUMBER = re.compile(r"(?<![\d.])\d{2}(?![\d.])")
_COVER = "Report of a joint inspection of services for children and young people at risk of harm in Fife"
_HEADING_EVERY = 40
"""Paragraphs under one heading."""


def paragraphs() -> tuple[str, ...]:
    """The fixtures' paragraphs of prose. Under a statement's heading some extractors would have nothing to read."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("fixtures/*/document.txt")))
    lines = (line for text in texts for line in text.splitlines())
    prose = (line for line in lines if len(line) > 80 and line.endswith(".") and "\t" not in line)
    return tuple(line for line in prose if line[0].isupper() and not line.startswith("Statement"))


def text_of_size(size: int) -> str:
    """Text of at least ``size`` characters: paragraphs under headings, the same ones for the same size."""
    pieces: list[str] = []
    length = 0
    for piece in _endless(random.Random(SEED)):
        pieces.append(piece)
        length += len(piece) + 2
        if length >= size:
            return "\n\n".join(pieces) + "\n"
    raise AssertionError("endless")


def _endless(chance: random.Random) -> Iterator[str]:
    source = paragraphs()
    yield _COVER
    for number in count():
        if number % _HEADING_EVERY == 0:
            yield f"Topic {ascii_uppercase[number // _HEADING_EVERY % len(ascii_uppercase)]} of the programme"
        yield _NUMBER.sub(lambda match: str(chance.randint(10, 99)), source[number % len(source)])
