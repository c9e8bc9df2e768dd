"""A path and bytes come in, and the file holds either all of them or what it held before; nothing is read."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ciextract.errors import CannotWrite, reason

if TYPE_CHECKING:
    from pathlib import Path

_UNABLE = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)


def check_writable(path: str) -> None:
    """Refuse, before any work is done, an output that could not be written at its end."""
    folder = _folder(path)
    if not path:
        raise CannotWrite("no file has an empty name", "name one")
    if os.path.isdir(path):
        raise CannotWrite("is a directory", "name a file in it")
    if not os.path.isdir(folder):
        raise CannotWrite(f"there is no directory {folder}", "make it first")
    places = [path] if _is_special(path) else [folder, path]
    if not all(os.access(place, os.W_OK) for place in places if os.path.exists(place)):
        raise CannotWrite("permission denied", "name a file in a directory that you may write to")


def replace_file(path: str, data: bytes | Iterable[bytes], temporary_folder: str | None = None) -> None:
    """Write through a temporary file beside the target, or in a folder given, and a rename, both brought to disk.

    Pieces are written as they come, so that not all of them need be in memory at once.

    A target that is no regular file (``/dev/null``, a named pipe) is written to as it is.
    """
    pieces = (data,) if isinstance(data, bytes) else data
    try:
        if _is_special(path):
            with open(path, "wb") as stream:
                stream.writelines(pieces)
        else:
            _replace(os.path.realpath(path), pieces, temporary_folder)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite(reason(error), "free some space or name another file") from error


def _replace(target: str, pieces: Iterable[bytes], temporary_folder: str | None) -> None:
    place = temporary_folder or _folder(target)
    handle, temporary = tempfile.mkstemp(prefix=".ciextract-", suffix=".tmp", dir=place)
    try:
        with open(handle, "wb") as stream:
            os.fchmod(stream.fileno(), _mode(target))
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    sync_folder(_folder(target))


@contextlib.contextmanager
def replacing(path: Path, *failures: type[Exception]) -> Iterator[Path]:
    """A path that does not exist yet, beside ``path``; what is written there becomes ``path``, or nothing does.

    For libraries that write by a path, not into a stream; ``failures`` are their own errors of files that cannot be
    written. Raises CannotWrite.
    """
    caught: tuple[type[Exception], ...] = (OSError, *failures)
    try:
        with tempfile.TemporaryDirectory(prefix=".ciextract-", dir=path.parent) as folder:
            fresh = path.parent / os.path.basename(folder) / path.name
            yield fresh
            _sync(str(fresh))
            os.replace(fresh, path)
        sync_folder(str(path.parent))
    except caught as error:
        why = reason(error) if isinstance(error, OSError) else str(error).partition("\n")[0]
        raise CannotWrite(f"{path.name}: {why}", "free some space or name another folder") from error


def sync_folder(folder: str) -> None:
    """Bring to disk which files a folder holds, where its file system can do that for a folder."""
    try:
        _sync(folder)
    except OSError as error:
        if error.errno not in _UNABLE:
            raise


def _sync(path: str) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _mode(target: str) -> int:
    """Permissions of the file that is replaced, or those that a new file gets."""
    if os.path.exists(target):
        return os.stat(target).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _folder(path: str) -> str:
    return os.path.dirname(os.path.realpath(path)) or "."


def _is_special(path: str) -> bool:
    return os.path.exists(path) and not os.path.isfile(path)
