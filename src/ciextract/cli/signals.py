"""What to stop comes in, and is stopped once the system or the user asks for it; the exit code of that goes out."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

_CODES = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 143}


@dataclass(slots=True)
class Ended:
    """The exit code of the signal that came, None as long as none has."""

    code: int | None = None


@contextmanager
def stopping(*stops: Callable[[], None]) -> Iterator[Ended]:
    """Within it, the first signal to end calls the stops; the second does what it always does."""
    ended = Ended()
    numbers = {getattr(signal, name): code for name, code in _CODES.items() if hasattr(signal, name)}
    before = {number: signal.getsignal(number) for number in numbers}

    def stop(number: int, frame: FrameType | None) -> None:
        ended.code = numbers[number]
        for each, handler in before.items():
            signal.signal(each, handler)
        for call in stops:
            call()

    for number in numbers:
        if before[number] is not signal.SIG_IGN:  # as under nohup
            signal.signal(number, stop)
    try:
        yield ended
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
