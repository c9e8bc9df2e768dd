"""How long a document may take and how much memory its process may have; what is over is ended by the parent."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys

from ciextract.frozen import frozen

BASE = 60.0
"""Seconds that any document may take."""
PER_MEGABYTE = 10.0
"""Further seconds for each megabyte of the file: text is read at about 0.2 MB/s."""
PER_PAGE = 3.0
"""Further seconds for each page that was read; a dense page takes about 0.3 s."""
RECOGNISING = 7200.0
"""Seconds for a document whose pages are recognised: some seconds a page, and no sign of life before the last."""
GRACE = 5.0
"""Seconds after the longest deadline at which the system ends a child whose parent is gone."""
MEBIBYTE = 1024 * 1024
MEMORY = 2048
"""Mebibytes of address space that a child has, unless the user says otherwise."""
RENEWED_AFTER = 200
"""Documents after which a child is replaced by a new one."""
RENEWED_ABOVE = 500 * MEBIBYTE
"""Memory that a child may have held before it is replaced by a new one."""


@frozen
class Limits:
    """Seconds for the whole of a document (None: as it grows), and mebibytes of memory (0: no limit)."""

    timeout: float | None = None
    memory: int = MEMORY

    def allowed(self, size: int, pages: int) -> float:
        """Seconds that a document of so many bytes may take, of which so many pages have been read."""
        if self.timeout is not None:
            return self.timeout
        return BASE + PER_MEGABYTE * size / 1e6 + PER_PAGE * pages


def deadline(timeout: float | None, ocr: str) -> float | None:
    """Seconds for the whole of a document: as asked for, else a flat number where its pages are recognised."""
    return timeout if timeout is not None or ocr == "never" else RECOGNISING


def confine(limits: Limits) -> None:
    """Take from this process what a reader of documents does not need: memory, core files, streams, a terminal."""
    _shut_streams()
    faulthandler.disable()  # it would write to a terminal that it knows from before
    for variable in ("CMAP_PATH", "PYTHONSTARTUP"):
        os.environ.pop(variable, None)
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.memory:
        most = limits.memory * MEBIBYTE
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))
    # The terminal's keys are the parent's to answer; it ends its children itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)


def outlive(seconds: float) -> None:
    """Have the system end this process after so many seconds, should nobody be left to do it."""
    if hasattr(signal, "alarm"):
        signal.alarm(int(seconds + GRACE) + 1)


def rest() -> None:
    """Wait for the next document as long as need be."""
    if hasattr(signal, "alarm"):
        signal.alarm(0)


def _shut_streams() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    if nothing > 2:
        os.close(nothing)


def peak_memory() -> int:
    """Bytes that this process held at the most."""
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def address_space(pid: int) -> int:
    """Bytes of address space that a process had at the most, 0 where the system does not tell."""
    try:
        with open(f"/proc/{pid}/status", "rb") as stream:
            for line in stream:
                if line.startswith(b"VmPeak:"):
                    return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    return 0
