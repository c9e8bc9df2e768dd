"""The fixtures' texts in, plain text of any size out: their sentences again and again, with other numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from itertools import count, cycle
from pathlib import Path
from string import ascii_uppercase

from ciextract.document import Span
from ciextract.extractors.proportions import proportions
from ciextract.pipeline import read_document, reading_of

ROOT = Path(__file__).resolve().parents[2]
SEED = 20_240_514
REPORT_DENSITY = 1.6
"""Shares in a thousand characters of a report: an overview of joint inspections has 1.6, other reports 0.7 to 0.9."""
_NUMBER = re.compile(r"(?<![\d.])\d{2}(?![\d.])")
_COVER = "Report of a joint inspection of services for children and young people at risk of harm in Fife"
_HEADING_EVERY = 40
"""Paragraphs under one heading."""
_SENTENCES = 4
"""Sentences of a paragraph that is put together anew."""


def dense_text(size: int) -> str:
    """Text of at least ``size`` characters in which nearly every sentence holds findings: the fixtures' paragraphs."""
    return _text(size, cycle(paragraphs()))


def report_text(size: int) -> str:
    """Text of at least ``size`` characters with shares as far apart as in a report: the fixtures' sentences, mixed."""
    return _text(size, _diluted())


def shares_in_a_thousand(text: str) -> float:
    """Proportions that are found in a thousand characters of a text."""
    reading = reading_of(read_document(text.encode()))
    return 1000 * sum(1 for _ in proportions(reading)) / len(reading.document.text)


def paragraphs() -> tuple[str, ...]:
    """The fixtures' paragraphs of prose. Under a statement's heading some extractors would have nothing to read."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("fixtures/*/document.txt")))
    lines = (line for text in texts for line in text.splitlines())
    prose = (line for line in lines if len(line) > 80 and line.endswith(".") and "\t" not in line)
    return tuple(line for line in prose if line[0].isupper() and not line.startswith("Statement"))


def _diluted() -> Iterator[str]:
    """Paragraphs in which a sentence with shares comes whenever there are fewer than in a report."""
    telling, plain = (cycle(sentences) for sentences in _sentences())
    shares, length = 0, 0
    while True:
        paragraph = []
        for _ in range(_SENTENCES):
            sentence, found = next(telling) if 1000 * shares < REPORT_DENSITY * length else next(plain)
            shares += found
            length += len(sentence) + 1
            paragraph.append(sentence)
        yield " ".join(paragraph)


def _sentences() -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """The sentences of the paragraphs with how many shares each holds: those with some, and those without."""
    reading = reading_of(read_document("\n\n".join(paragraphs()).encode()))
    found = [finding.span for finding in proportions(reading)]
    counted = [(reading.document[one.span], _within(found, one.span)) for one in reading.sentences]
    return [one for one in counted if one[1]], [one for one in counted if not one[1]]


def _within(found: Iterable[Span], sentence: Span) -> int:
    return sum(1 for span in found if span in sentence)


def _text(size: int, source: Iterator[str]) -> str:
    """Paragraphs under headings, the same ones for the same size."""
    pieces: list[str] = []
    length = 0
    for piece in _headed(source, random.Random(SEED)):
        pieces.append(piece)
        length += len(piece) + 2
        if length >= size:
            return "\n\n".join(pieces) + "\n"
    raise AssertionError("endless")


def _headed(source: Iterator[str], chance: random.Random) -> Iterator[str]:
    yield _COVER
    for number in count():
        if number % _HEADING_EVERY == 0:
            yield f"Topic {ascii_uppercase[number // _HEADING_EVERY % len(ascii_uppercase)]} of the programme"
        yield _NUMBER.sub(lambda match: str(chance.randint(10, 99)), next(source))
