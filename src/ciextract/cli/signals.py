"""What to stop comes in, and is stopped once the system or the user asks for it; an exit code or a signal goes out."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any, TypeAlias

from ciextract.cli.codes import INTERRUPTED, TERMINATED

_Handler: TypeAlias = Callable[[int, FrameType | None], Any] | int | None
_CODES = {"SIGINT": INTERRUPTED, "SIGTERM": TERMINATED, "SIGHUP": TERMINATED}


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


class _Ended(BaseException):
    """The system asks this process to end."""


@contextmanager
def unwound() -> Iterator[None]:
    """Within it, a signal to end lets the block put away its children and temporary files first; a second one does not.

    What is ignored, as under nohup, stays ignored. Threads other than the main one are told nothing.
    """
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before: dict[int, _Handler] = {number: signal.getsignal(number) for number in numbers}
    received: list[int] = []

    def end(number: int, frame: FrameType | None) -> None:
        received.append(number)
        _set(before)
        raise _Ended

    _set({number: end for number, handler in before.items() if handler is not signal.SIG_IGN})
    try:
        yield
    except _Ended:
        os.kill(os.getpid(), received[0])
        raise
    finally:
        _set(before)


def _set(handlers: Mapping[int, _Handler]) -> None:
    for number, handler in handlers.items():
        try:
            signal.signal(number, handler)
        except (ValueError, TypeError):  # this is not the main thread, or the handler is none of Python's
            return
