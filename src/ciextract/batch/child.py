"""The child's side: requests in, one document at a time is read, results out. Nothing is written to a file here."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import TypeAlias

from ciextract.batch.limits import Limits, confine, outlive, peak_memory, rest
from ciextract.batch.messages import Beat, Made, Refusal, packed, refusal_of

COLLECTED_AFTER = 100_000
"""Objects after which Python looks for such as only hold each other: reading makes few, and a look costs."""
Work: TypeAlias = Callable[..., Made | Refusal]
"""Called with a request and a Progress; it must be importable by its name where processes are not forked."""


def serve(pipe: Connection, work: Work, limits: Limits, first: object, inherited: Iterable[int]) -> None:
    """Do ``first`` if it is not None, then every request that comes, until the parent is gone."""
    for handle in inherited:
        os.close(handle)
    confine(limits)
    gc.set_threshold(COLLECTED_AFTER)
    try:
        request = first if first is not None else pipe.recv()
        while True:
            _answer(pipe, work, limits, request)
            request = pipe.recv()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _answer(pipe: Connection, work: Work, limits: Limits, request: object) -> None:
    size = size_of(request)

    def beat(page: int, pages: int) -> None:
        outlive(limits.allowed(size, page))
        pipe.send_bytes(packed(Beat(page, pages)))

    outlive(limits.allowed(size, 0))
    try:
        message = packed(_weighed(work(request, beat)))
    except (BrokenPipeError, ConnectionResetError):
        raise
    except Exception as error:
        message = packed(refusal_of(error))
    outlive(limits.allowed(size, 0))
    pipe.send_bytes(message)
    rest()


def _weighed(result: Made | Refusal) -> Made | Refusal:
    return replace(result, peak=peak_memory()) if isinstance(result, Made) else result


def size_of(request: object) -> int:
    """Bytes of the document of a request, 0 where they are not known."""
    content = getattr(request, "content", None)
    if isinstance(content, bytes):
        return len(content)
    try:
        return os.stat(getattr(request, "path", "")).st_size
    except (OSError, ValueError):
        return 0
