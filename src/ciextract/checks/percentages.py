"""Sentences with a printed percentage out, and whether a share rounds to what is printed. Totals are not looked for."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.extractors.reading import Reading, Sentence
from ciextract.vocabulary.checks import percentages

ROUNDING = 1e-9
"""Parts of a percent by which a half may be missed in arithmetic."""


def percent_sentences(reading: Reading) -> tuple[tuple[Sentence, Sentence | None], ...]:
    """Each sentence that has a percentage, and the one before it in its paragraph."""
    return tuple(_with_percentage(reading))


def _with_percentage(reading: Reading) -> Iterator[tuple[Sentence, Sentence | None]]:
    before: Sentence | None = None
    for sentence in reading.sentences:
        if before is not None and before.block != sentence.block:
            before = None
        if percentages().search(reading.document.text, sentence.span.start, sentence.span.end):
            yield sentence, before
        before = sentence


def rounds_to(share: float, printed: str) -> bool:
    """The share in percent, rounded to as many decimals as are printed, is the printed one."""
    decimals = len(printed.partition(".")[2])
    half: float = 0.5 * 10.0**-decimals
    return abs(share - float(printed)) <= half + ROUNDING
