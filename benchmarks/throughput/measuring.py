"""Text in, CPU seconds out: the least of several runs, so that a busy machine counts for little."""

from __future__ import annotations

import gc
import re
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ciextract.document import Document
from ciextract.extractors import EXTRACTORS, Extractor, Reading
from ciextract.pipeline import read_document, reading_of
from ciextract.programme.model import Programme

_WORDS = re.compile(r"\S+")
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Timing:
    """One step over one text: CPU seconds and the bytes that it read."""

    name: str
    seconds: float
    size: int

    @property
    def rate(self) -> float:
        """Megabytes a CPU second."""
        return self.size / MEGABYTE / self.seconds if self.seconds else float("inf")


@dataclass(frozen=True, slots=True)
class Timings:
    """All steps over one text."""

    size: int
    reading: Timing
    extractors: tuple[Timing, ...]
    together: Timing
    peer: Timing


def timings(text: str, programme: Programme, runs: int) -> Timings:
    """Time reading and outline, each extractor alone, all together, and the peer, over one text of a programme."""
    content = text.encode()
    size = len(content)
    reading_seconds = least(lambda: reading_of(read_document(content)), 1)
    document = read_document(content)
    warm = reading_of(document, programme)
    _run(EXTRACTORS, warm)  # from here on the sentences are at hand: they count in together and in no extractor alone
    alone = tuple(Timing(_name(one), least(lambda one=one: _run((one,), warm), runs), size) for one in EXTRACTORS)
    together = min(_cold(document, programme) for _ in range(runs))
    return Timings(
        size,
        Timing("reading and outline", reading_seconds, size),
        alone,
        Timing("together", together, size),
        Timing("peer", least(lambda: deque(_WORDS.finditer(text), maxlen=0), runs), size),
    )


def least(step: Callable[[], object], runs: int) -> float:
    """CPU seconds of the fastest of several runs."""
    return min(_seconds(step) for _ in range(runs))


def _seconds(step: Callable[[], object]) -> float:
    gc.collect()  # what an earlier step left is not this one's to clear away
    start = time.process_time()
    step()
    return time.process_time() - start


def _cold(document: Document, programme: Programme) -> float:
    """CPU seconds of all extractors over a reading that nothing was asked of yet."""
    reading = reading_of(document, programme)
    return _seconds(lambda: _run(EXTRACTORS, reading))


def _run(extractors: Sequence[Extractor], reading: Reading) -> None:
    for extractor in extractors:
        deque(extractor(reading), maxlen=0)


def _name(extractor: Extractor) -> str:
    return extractor.__name__
