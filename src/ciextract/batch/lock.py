"""A folder in, the sole right to write there out, or CannotWrite that names who has it. The system gives it back."""

from __future__ import annotations

import os
import sys
from types import TracebackType

from ciextract.batch.store import Store
from ciextract.errors import CannotWrite, reason


class Lock:
    """Held from ``with`` to its end; a shard shares the folder with other shards, and with nobody else."""

    def __init__(self, store: Store) -> None:
        self._paths = [(os.path.join(store.state, "lock"), store.shard is not None)]
        if store.shard is not None:
            self._paths.append((store.of_state("lock"), False))
        self._handles: list[int] = []

    def __enter__(self) -> tuple[int, ...]:
        try:
            for path, shared in self._paths:
                self._take(path, shared)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return tuple(self._handles)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._handles:
            os.close(self._handles.pop())

    def _take(self, path: str, shared: bool) -> None:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise CannotWrite(reason(error), "name a folder that you may write to") from error
        self._handles.append(handle)
        if sys.platform == "win32":
            return
        import fcntl

        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.read(handle, 100).decode("ascii", "replace").strip() or "another process"
            raise CannotWrite(f"another run is writing there ({holder})", "wait until it has ended") from error
        if not shared:
            os.ftruncate(handle, 0)
            os.pwrite(handle, f"process {os.getpid()}\n".encode(), 0)
