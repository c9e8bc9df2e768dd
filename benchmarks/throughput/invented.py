"""The fixtures' texts in, plain text of any size out: their sentences again and again, with other numbers."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from string import ascii_uppercase

from ciextract.extractors.proportions import proportions
from ciextract.extractors.reading import Reading, Sentence
from ciextract.pipeline import read_document, reading_of
from ciextract.programme.model import Programme
from ciextract.programme.recognise import recognise
from ciextract.quantities.anchors import anchors

ROOT = Path(__file__).resolve().parents[2]
_REPORT = ROOT / "fixtures" / "graded-report" / "document.txt"
SEED = 20_240_514
REPORT = {"shares": 1.6, "quantities": 2.5, "numbers": 4.4}
"""What stands in a thousand characters of a report. Measured in an overview of joint inspections: 1.6 shares, 2.5 words
that can be part of one, 3.1 numbers; in a report of one: 0.9, 2.0 and 4.4; in a paper about it: 0.7, 1.9 and 5.5."""
REPORT_SECTIONS = 5
"""Sections, of which the first tells how the inspection was made. Measured: a tenth to three tenths of the text do."""
_NUMBER = re.compile(r"(?<![\d.])\d{2}(?![\d.])")
_COVER = "Report of a joint inspection of services for children and young people at risk of harm in Fife"
_METHOD = "How we conducted this inspection"
_SENTENCES = 4
"""Sentences of a paragraph that is put together anew."""


def dense_text(size: int) -> str:
    """Text of at least ``size`` characters in which nearly every sentence holds findings: the fixtures' paragraphs."""
    return _text(size, cycle(paragraphs()), [f"Topic {letter} of the programme" for letter in ascii_uppercase])


def report_text(size: int) -> str:
    """Text of at least ``size`` characters in which findings stand as far apart as in a report."""
    lines = _REPORT.read_text(encoding="utf-8").splitlines()
    statements = {line[:11]: line for line in lines if line.startswith("Statement ")}
    return _text(size, _diluted(), [_METHOD, *statements.values()][:REPORT_SECTIONS])


def graded_programme() -> Programme:
    """The programme of the report whose headings the text has. The sentences of all would show one without grades."""
    programme = recognise(read_document(_REPORT.read_bytes())).programme
    assert programme is not None, "the fixture is of a programme"
    return programme


def densities(text: str) -> dict[str, float]:
    """What ``REPORT`` names, in a thousand characters of a text."""
    reading = reading_of(read_document(text.encode()))
    thousands = len(reading.document.text) / 1000
    return {name: len(places) / thousands for name, places in _counted(reading).items()}


def paragraphs() -> tuple[str, ...]:
    """The fixtures' paragraphs of prose. Under a statement's heading some extractors would have nothing to read."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("fixtures/*/document.txt")))
    lines = (line for text in texts for line in text.splitlines())
    prose = (line for line in lines if len(line) > 80 and line.endswith(".") and "\t" not in line)
    return tuple(line for line in prose if line[0].isupper() and not line.startswith("Statement"))


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence, and how many of what is counted it holds, by ``REPORT``'s names."""

    text: str
    holds: dict[str, int]


def _diluted() -> Iterator[str]:
    """Paragraphs in which a sentence with shares, quantities or numbers comes whenever a report would have more."""
    told = _sentences()
    sources = {name: cycle(_first_holding(told, name)) for name in REPORT}
    plain = cycle([one for one in told if not any(one.holds.values())])
    held, length = Counter[str](), 0
    while True:
        paragraph = []
        for _ in range(_SENTENCES):
            wanted = next((name for name in REPORT if 1000 * held[name] < REPORT[name] * length), None)
            one = next(sources[wanted] if wanted is not None else plain)
            held.update(one.holds)
            length += len(one.text) + 1
            paragraph.append(one.text)
        yield " ".join(paragraph)


def _first_holding(told: list[_Told], name: str) -> list[_Told]:
    """The sentences that hold this and nothing that is named before it."""
    before = tuple(REPORT)[: tuple(REPORT).index(name)]
    return [one for one in told if one.holds[name] and not any(one.holds[other] for other in before)]


def _sentences() -> list[_Told]:
    """The sentences of the paragraphs."""
    reading = reading_of(read_document("\n\n".join(paragraphs()).encode()))
    counted = _counted(reading)
    return [
        _Told(reading.document[one.span], {name: _within(places, one) for name, places in counted.items()})
        for one in reading.sentences
    ]


def _counted(reading: Reading) -> dict[str, list[int]]:
    """Where what is counted stands."""
    return {
        "shares": [finding.span.start for finding in proportions(reading)],
        "quantities": anchors(reading.words, reading.numbers),
        "numbers": [start for start, _ in reading.numbers],
    }


def _within(places: Iterable[int], sentence: Sentence) -> int:
    return sum(1 for place in places if sentence.span.start <= place < sentence.span.end)


def _text(size: int, source: Iterator[str], headings: Sequence[str]) -> str:
    """Paragraphs under the headings, the same ones for the same size."""
    pieces = [_COVER]
    chance = random.Random(SEED)
    length = 0
    headed = 0
    while length < size:
        if headed < len(headings) and length * len(headings) >= headed * size:
            pieces.append(headings[headed])
            headed += 1
        pieces.append(_NUMBER.sub(lambda match: str(chance.randint(10, 99)), next(source)))
        length += len(pieces[-1]) + 2
    return "\n\n".join(pieces) + "\n"
