"""Damaged documents in, what became of each out: a record, complete or not, or a refusal; and whether text was lost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from ciextract.batch.limits import Limits
from ciextract.batch.messages import Made, Options, Refusal, Request
from ciextract.batch.supervisor import Supervisor
from ciextract.batch.work import record_of

from .mutations import OF_PDF, OF_TEXT

ROOT = Path(__file__).resolve().parents[2]
LIMITS = Limits(timeout=60, memory=1024)
LOST = 0.95
"""Share of the original's words below which text counts as lost."""
SHARE_OF_PDF = 0.7
DOCUMENTED = frozenset({3, 4, 5, 6, 7})
_WORD = re.compile(r"\w+")
_PDFS = ("news-release/typst.pdf", "news-release/reportlab.pdf")
_LARGE_PDFS = ("question-report/typst.pdf", "question-report/reportlab.pdf")
_LARGE_EVERY = 10
_TEXTS = ("news-release/document.txt",)
_PAGES = ("news-page/page.html",)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A damaged document: its number, what was done to which source, and its bytes."""

    number: int
    source: str
    damage: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a mutant. ``words`` is the share of the original's words that its record still has."""

    mutant: Mutant
    result: Made | Refusal
    words: float | None

    @property
    def outcome(self) -> str:
        if isinstance(self.result, Refusal):
            return f"refused {self.result.exit_code}"
        return "complete" if self.result.complete else "incomplete"

    @property
    def lost(self) -> bool:
        return self.words is not None and self.words < LOST


def mutants(seed: int, count: int) -> Iterator[Mutant]:
    """So many damaged documents, the same ones for the same seed; the first are the same for any count."""
    for number in range(count):
        chance = Random(f"{seed} {number}")
        if chance.random() < SHARE_OF_PDF:
            names, damages = (_LARGE_PDFS if number % _LARGE_EVERY == 0 else _PDFS), OF_PDF
        else:
            names, damages = chance.choice((_TEXTS, _PAGES)), OF_TEXT
        name, damage = chance.choice(names), chance.choice(damages)
        content = damage((ROOT / "fixtures" / name).read_bytes(), chance)
        if chance.random() < 0.2:
            content = chance.choice(damages)(content, chance) if content else content
        yield Mutant(number, name, damage.__name__, content)


def run(chosen: Sequence[Mutant] | Iterator[Mutant], jobs: int) -> Iterator[Ended]:
    """What becomes of each, in any order."""
    held: dict[int, Mutant] = {}
    supervisor = Supervisor(record_of, LIMITS, jobs)
    originals = {name: words_of(name) for name in (*_PDFS, *_LARGE_PDFS, *_TEXTS, *_PAGES)}

    def requests() -> Iterator[Request]:
        for mutant in chosen:
            held[mutant.number] = mutant
            yield Request(mutant.number, "", "mutant", Options(), mutant.content)

    try:
        for outcome in supervisor.run(requests()):
            mutant = held.pop(outcome.request.place)
            yield Ended(mutant, outcome.result, _share(outcome.result, originals[mutant.source]))
    finally:
        supervisor.close()


def words_of(name: str) -> int:
    """Words of a sound document, as its record has them."""
    supervisor = Supervisor(record_of, LIMITS, 1)
    content = (ROOT / "fixtures" / name).read_bytes()
    try:
        (outcome,) = supervisor.run(iter([Request(0, "", name, Options(), content)]))
    finally:
        supervisor.close()
    assert isinstance(outcome.result, Made)
    return _words(outcome.result)


def _share(result: Made | Refusal, original: int) -> float | None:
    return _words(result) / original if isinstance(result, Made) else None


def _words(made: Made) -> int:
    """The texts of the sections tile the document."""
    return sum(len(_WORD.findall(section["text"])) for section in json.loads(made.data)["sections"])
