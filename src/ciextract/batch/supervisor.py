"""Requests in, an outcome for each out, from children here; one that dies costs its own document alone."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext

from ciextract.batch.child import Work
from ciextract.batch.executor import Outcome, Pulse
from ciextract.batch.handle import Child, connections, context, ends_of
from ciextract.batch.limits import Limits
from ciextract.batch.messages import Beat, Made, Refusal, Request

LOOK = 0.05
"""Seconds between two looks at the memory of the children."""


@dataclass(slots=True)
class _Busy:
    """A child with the request that it works on."""

    child: Child
    request: Request


@dataclass(slots=True)
class Supervisor:
    """Up to ``jobs`` children, each with one document. One whose process was ended is tried once more, alone.

    ``private`` are file descriptors that no child may hold; ``pulse`` is called at every page.
    """

    work: Work
    limits: Limits
    jobs: int
    private: tuple[int, ...] = ()
    pulse: Pulse = lambda: None
    origin: BaseContext = field(default_factory=context)
    _busy: list[_Busy] = field(default_factory=list)
    _idle: list[Child] = field(default_factory=list)
    _stopped: bool = False
    _bell: tuple[int, int] = field(default_factory=os.pipe)

    def run(self, requests: Iterator[Request]) -> Iterator[Outcome]:
        """An outcome for each request, as they come."""
        again: list[Request] = []
        for outcome in self._run(requests, self.jobs):
            if isinstance(outcome.result, Refusal) and outcome.result.died:
                again.append(outcome.request)
            else:
                yield outcome
        for child in self._idle:
            child.end()
        self._idle.clear()
        yield from self._run(iter(again), 1)

    def stop(self) -> None:
        """Take no more requests; what is in hand is given up."""
        self._stopped = True
        os.write(self._bell[1], b"!")

    def close(self) -> None:
        """End the children."""
        for child in (*self._idle, *(busy.child for busy in self._busy)):
            child.end()
        self._idle.clear()
        self._busy.clear()
        for handle in self._bell:
            os.close(handle)

    def _run(self, requests: Iterator[Request], jobs: int) -> Iterator[Outcome]:
        while not self._stopped:
            while len(self._busy) < jobs and (request := next(requests, None)) is not None:
                self._start(request)
            if not self._busy:
                return
            yield from self._wait()

    def _start(self, request: Request) -> None:
        if self._idle:
            child = self._idle.pop()
            if child.give(request):
                self._busy.append(_Busy(child, request))
                return
            child.end()
        others = [*self._idle, *(busy.child for busy in self._busy)]
        private = (*self.private, *self._bell, *ends_of(others))
        self._busy.append(_Busy(Child(self.origin, self.work, self.limits, request, private), request))

    def _wait(self) -> Iterator[Outcome]:
        """The outcomes of all that have something to say, or whose time is over."""
        ready = wait([*connections(busy.child for busy in self._busy), self._bell[0]], LOOK)
        for busy in list(self._busy):
            result = self._result(busy, busy.child.pipe in ready)
            if result is not None:
                self._busy.remove(busy)
                yield Outcome(busy.request, result, time.monotonic() - busy.child.started)

    def _result(self, busy: _Busy, speaks: bool) -> Made | Refusal | None:
        child = busy.child
        if not speaks:
            child.look()
            return child.overdue() if child.left < 0 else None
        message = child.hear()
        if isinstance(message, Beat):
            self.pulse()
            return None
        if message is None:
            return child.autopsy()
        self._keep(child)
        return message

    def _keep(self, child: Child) -> None:
        if child.worn:
            child.end()
        else:
            self._idle.append(child)
