"""Requests in, an outcome for each out, from children here; one that dies costs its own document alone."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext

from ciextract.batch.child import Work, size_of
from ciextract.batch.executor import Outcome, Pulse
from ciextract.batch.handle import Child, connections, context, ends_of
from ciextract.batch.limits import Limits
from ciextract.batch.messages import Beat, Made, Refusal, Request

LOOK = 0.05
"""Seconds between two looks at the memory of the children."""
QUICK = 100_000
"""Bytes of a document that is read in about half a second: the time in which its child would wait for us counts."""


@dataclass(frozen=True, slots=True)
class _Busy:
    """A child with the request that it works on, and the one that it goes on with at once, if it has one."""

    child: Child
    request: Request
    ahead: Request | None = None


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
    _returned: list[Request] = field(default_factory=list)
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
        self._feed(requests, jobs)
        while self._busy and not self._stopped:
            for outcome in self._wait():
                self._feed(requests, jobs)  # before the outcome is written, in which time children go on
                yield outcome

    def _feed(self, requests: Iterator[Request], jobs: int) -> None:
        while not self._stopped and len(self._busy) < jobs and (request := self._next(requests)) is not None:
            self._start(request)
        if not self._stopped:
            self._hand_ahead(requests)

    def _next(self, requests: Iterator[Request]) -> Request | None:
        return self._returned.pop() if self._returned else next(requests, None)

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

    def _hand_ahead(self, requests: Iterator[Request]) -> None:
        """Give each child its next document before it has done the last, so that it need not wait for the parent.

        Only one that is quick to read: it may have to wait behind a slow one while other children have nothing to do.
        """
        for place, busy in enumerate(self._busy):
            if busy.ahead is not None or busy.child.near_its_end:
                continue
            request = self._next(requests)
            if request is None:
                return
            if request.content is None and size_of(request) <= QUICK and busy.child.send(request):
                self._busy[place] = replace(busy, ahead=request)
            else:
                self._returned.append(request)
                return

    def _wait(self) -> Iterator[Outcome]:
        """The outcomes of all that have something to say, or whose time is over."""
        ready = wait([*connections(busy.child for busy in self._busy), self._bell[0]], LOOK)
        for child in [busy.child for busy in self._busy]:
            result = self._result(child, child.pipe in ready)
            if result is not None:
                yield self._done(child, result)

    def _result(self, child: Child, speaks: bool) -> Made | Refusal | None:
        if not speaks:
            child.look()
            return child.overdue() if child.left < 0 else None
        message = child.hear()
        if isinstance(message, Beat):
            self.pulse()
            return None
        return child.autopsy() if message is None else message

    def _done(self, child: Child, result: Made | Refusal) -> Outcome:
        """The outcome of what the child worked on, which goes on, waits for more, or is ended."""
        (busy,) = (busy for busy in self._busy if busy.child is child)
        self._busy.remove(busy)
        outcome = Outcome(busy.request, result, time.monotonic() - child.started)
        if child.gone:
            self._returned.extend(filter(None, [busy.ahead]))
        elif busy.ahead is not None:
            child.watch(busy.ahead)
            self._busy.append(_Busy(child, busy.ahead))
        elif child.worn:
            child.end()
        else:
            self._idle.append(child)
        return outcome
