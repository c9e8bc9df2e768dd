"""A path comes in, a temporary one goes out, which takes its name when all is written; no format is known."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ciextract.errors import CannotWrite


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path that does not exist yet, beside ``path``; what is written there becomes ``path``, or nothing does.

    Raises ``CannotWrite``.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".ciextract-", dir=path.parent) as folder:
            fresh = Path(folder) / path.name
            yield fresh
            _sync(fresh)
            os.replace(fresh, path)
        _sync(path.parent)
    except OSError as error:
        what = f"{path.name}: {error.strerror or error}"
        raise CannotWrite(what, "free some space or name another folder") from error


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems cannot bring a folder to disk
            os.fsync(handle)
    finally:
        os.close(handle)
