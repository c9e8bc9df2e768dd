"""One document in, what was made of it out, read in a process of its own; the errors are those of the library."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from ciextract.batch.child import Work
from ciextract.batch.limits import Limits
from ciextract.batch.messages import Made, Refusal, Request
from ciextract.batch.supervisor import Supervisor


class _Ended(BaseException):
    """The system asks this process to end."""


def alone(work: Work, request: Request, limits: Limits) -> Made:
    """What ``work`` makes of the request. Raises Reported, which tells what the child told or how it ended."""
    with _children_ended_first():
        supervisor = Supervisor(work, limits, 1)
        try:
            (outcome,) = supervisor.run(iter([request]))
        finally:
            supervisor.close()
    if isinstance(outcome.result, Refusal):
        raise outcome.result.error()
    return outcome.result


@contextmanager
def _children_ended_first() -> Iterator[None]:
    """Within it, a signal that ends this process lets the block end its children before."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    received: list[int] = []

    def end(number: int, frame: FrameType | None) -> None:
        received.append(number)
        raise _Ended

    for number in numbers:
        signal.signal(number, end)
    try:
        yield
    except _Ended:
        signal.signal(received[0], signal.SIG_DFL)
        os.kill(os.getpid(), received[0])
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
