"""A user's pattern and words that it is about in, whether it is too slow out. What it takes is not looked at.

Our own patterns are held to the same by tests: on a text that repeats words, the work must grow with the text.
"""

from __future__ import annotations

import re
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from types import FrameType

LENGTH = 12_000
"""Characters of a text on which a pattern is tried: work that grows with it takes a thousandth of a second."""
SECONDS = 0.5
"""CPU seconds that a pattern may take for one such text."""
_MOST = 12
"""Words and phrases that are repeated, at the most."""
_LONGEST = 400
"""Characters of a phrase that is repeated, at the most."""
_LETTERS = re.compile("[A-Za-z]+")


class _TooLong(Exception):
    """The time is over."""


def wears_out(expression: re.Pattern[str], phrases: Iterable[str]) -> bool:
    """On one of the texts made of the phrases and of the pattern's own words it takes longer than it may."""
    return any(_seconds(expression, text) > SECONDS for text in _texts(expression.pattern, phrases))


def _texts(pattern: str, phrases: Iterable[str]) -> Iterator[str]:
    """Each piece again and again, then something that ends no word: with spaces between, and without."""
    for piece in islice(dict.fromkeys(_pieces(pattern, phrases)), _MOST):
        for repeated in (f"{piece} ", piece):
            yield (repeated * (LENGTH // len(repeated) + 1))[:LENGTH] + "!"


def _pieces(pattern: str, phrases: Iterable[str]) -> Iterator[str]:
    """Words of the pattern, beginnings of the first phrase, the phrases."""
    given = [words[:_LONGEST] for phrase in phrases if (words := phrase.strip())]
    yield from islice(_LETTERS.findall(pattern), 4)
    for first in given[:1]:
        yield from (first[: max(1, len(first) * part // 4)] for part in (1, 2, 3))
    yield from given


def _seconds(expression: re.Pattern[str], text: str) -> float:
    """CPU seconds for the text; where the system can interrupt, little more than may be taken."""
    began = time.process_time()
    try:
        with _interrupted():
            for _ in expression.finditer(text):
                pass
    except _TooLong:
        return 2 * SECONDS
    return time.process_time() - began


@contextmanager
def _interrupted() -> Iterator[None]:
    """Raise in the block when its time is over; where no signal can tell it, the caller's deadline has to do."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _end)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _end(number: int, frame: FrameType | None) -> None:
    raise _TooLong
