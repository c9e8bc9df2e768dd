"""The parent's side of one child: it is started, given a document, watched, and ended. It is never asked to hurry."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import time
from collections.abc import Iterable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from ciextract.batch.child import Work, serve, size_of
from ciextract.batch.limits import MEBIBYTE, RENEWED_ABOVE, RENEWED_AFTER, Limits, address_space
from ciextract.batch.messages import MOST, Beat, Garbled, Made, Message, Refusal, unpacked
from ciextract.errors import LimitExceeded, ParserDied

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

SHARE = 1 / 3
"""A child that died with this share of its memory in use is taken to have run out of it: buffers double."""
_OF_MEMORY = ("SIGABRT", "SIGSEGV", "SIGTRAP", "SIGILL", "SIGBUS")
_PATIENCE = 5.0


def context() -> BaseContext:
    """A fork of this light parent where the platform has it, a new interpreter elsewhere."""
    forks = sys.platform != "win32" and "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if forks else "spawn")


class Child:
    """A process that reads documents, one at a time."""

    def __init__(
        self, origin: BaseContext, work: Work, limits: Limits, first: object, close: Iterable[int] = ()
    ) -> None:
        self.pipe, theirs = origin.Pipe()
        self._limits = limits
        self._served = 0
        self._peak = 0
        self.gone = False
        forked = origin.get_start_method() == "fork"
        inherited = (*close, self.pipe.fileno()) if forked else ()
        self._process = origin.Process(  # type: ignore[attr-defined]  # each context has one; their base does not say so
            target=serve, args=(theirs, work, limits, first, inherited), daemon=True
        )
        self.watch(first)
        self._process.start()
        theirs.close()

    def give(self, request: object) -> bool:
        """Hand over a document to a child that has none; False where the child is gone."""
        self.watch(request)
        return self.send(request)

    def send(self, request: object) -> bool:
        """Hand over a document, be the last one done or not; False where the child is gone."""
        try:
            self.pipe.send(request)
        except (BrokenPipeError, ConnectionResetError):
            return False
        return True

    def watch(self, request: object) -> None:
        """Begin to count the time of a document."""
        self.started = time.monotonic()
        self._size = size_of(request)
        self.pages = 0
        self._address_space = 0

    def hear(self) -> Message | None:
        """What the child has to say; None where it is gone."""
        try:
            message = unpacked(self.pipe.recv_bytes(MOST))
        except (EOFError, OSError, Garbled):
            return None
        if isinstance(message, Beat):
            self.pages = max(self.pages, message.page)
        else:
            self._served += 1
            self._peak = max(self._peak, message.peak if isinstance(message, Made) else 0)
        return message

    @property
    def worn(self) -> bool:
        """It has done enough, or holds too much memory, to be kept."""
        return self._served >= RENEWED_AFTER or self._peak > RENEWED_ABOVE

    @property
    def near_its_end(self) -> bool:
        """It will be worn when it has done what it has in hand."""
        return self.worn or self._served + 1 >= RENEWED_AFTER

    @property
    def left(self) -> float:
        """Seconds that the document still may take."""
        return self.started + self._limits.allowed(self._size, self.pages) - time.monotonic()

    def look(self) -> None:
        """Note how much memory it has, which nobody can ask once it is gone."""
        self._address_space = max(self._address_space, address_space(self._process.pid or 0))

    def overdue(self) -> Refusal:
        """End it, as its time is over, and say so."""
        seconds = self._limits.allowed(self._size, self.pages)
        self.end()
        what = f"took longer than {f'{seconds:.1f}'.removesuffix('.0')} seconds"
        return Refusal(what, "give it more with --timeout", LimitExceeded.exit_code, passing=True, died=True)

    def autopsy(self) -> Refusal:
        """Why it is gone."""
        self._process.join(_PATIENCE)
        code = self._process.exitcode
        self.end()
        name = signal.Signals(-code).name if code is not None and -code in set(signal.Signals) else f"code {code}"
        most = self._limits.memory * MEBIBYTE
        if name in _OF_MEMORY and most and self._address_space > SHARE * most:
            what = f"needs more memory than the {self._limits.memory} MB that it may have"
            return Refusal(what, "give it more with --max-memory", LimitExceeded.exit_code, passing=True, died=True)
        what = f"the process that read it died ({name})"
        return Refusal(
            what, "save it again from the program that made it", ParserDied.exit_code, passing=True, died=True
        )

    def end(self) -> None:
        """End the process at once and give back what it used."""
        if self.gone:
            return
        self.gone = True
        self._process.kill()
        self._process.join(_PATIENCE)
        self.pipe.close()
        with contextlib.suppress(ValueError):
            self._process.close()


def ends_of(children: Iterable[Child]) -> list[int]:
    """The parent's ends of the pipes, which a new child must not hold open."""
    return [child.pipe.fileno() for child in children]


def connections(children: Iterable[Child]) -> list[Connection]:
    """What to wait for."""
    return [child.pipe for child in children]
