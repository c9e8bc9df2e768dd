"""What runs requests, here or elsewhere: requests in, in any order an outcome for each out. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeAlias

from ciextract.batch.messages import Made, Refusal, Request
from ciextract.frozen import frozen

Pulse: TypeAlias = Callable[[], None]
"""Called at every page that was read anywhere."""


@frozen
class Outcome:
    """What came of a request, and the seconds that it took."""

    request: Request
    result: Made | Refusal
    seconds: float


class Executor(Protocol):
    """Runs requests. It takes no more of them than it can work on, so that memory does not grow with their number."""

    def run(self, requests: Iterator[Request]) -> Iterator[Outcome]:
        """An outcome for each request, as they come; fewer where ``stop`` was called."""
        ...

    def stop(self) -> None:
        """Take no more requests and give up those in hand; may be called at any moment, from a signal handler too."""
        ...

    def close(self) -> None:
        """End what works here."""
        ...
