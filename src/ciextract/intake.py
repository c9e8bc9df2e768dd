"""A path or a stream in, all of its bytes out, read once and up to a limit. What the bytes are is not looked at."""

from __future__ import annotations

import errno
import io
import os
import stat

from ciextract.errors import LimitExceeded, UnreadableDocument, reason

LARGEST_INPUT = 512 * 1024 * 1024
"""Bytes; above it a document is refused. The largest published report has 14 MB."""
_CHUNK = 1024 * 1024


class NamedPipe(OSError):
    """A pipe in a folder, which would be waited for without end."""


def open_file(path: str) -> io.BufferedReader:
    """A file to be read, but no named pipe. Raises OSError; a pipe that is open (``/dev/fd/63``) is no named one."""
    place = os.path.realpath(path)
    if not place.startswith("/dev/") and os.path.exists(place) and stat.S_ISFIFO(os.stat(place).st_mode):
        raise NamedPipe(errno.EINVAL, "is a named pipe")
    return open(path, "rb")


def read_file(path: str) -> bytes:
    """All bytes of a file, read once. Raises UnreadableDocument and LimitExceeded."""
    try:
        with open_file(path) as stream:
            return read_limited(stream)
    except OSError as error:
        raise UnreadableDocument(reason(error), remedy_of(error)) from error


def read_limited(stream: io.BufferedIOBase) -> bytes:
    """All bytes of a stream. Raises LimitExceeded."""
    held = io.BytesIO()
    while chunk := stream.read1(_CHUNK):  # a terminal tells its end once
        held.write(chunk)
        if held.tell() > LARGEST_INPUT:
            megabytes = LARGEST_INPUT // (1024 * 1024)
            raise LimitExceeded(f"larger than {megabytes} MB", "split it, or give the report alone")
    return held.getvalue()


def sha256_of(path: str) -> str | None:
    """The hash of a file's bytes, which are not kept; None where it cannot be read."""
    import hashlib  # not needed by programs that hash nothing

    digest = hashlib.sha256()
    try:
        with open(path, "rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    return digest.hexdigest()


def remedy_of(error: OSError) -> str:
    """What to do where a file cannot be read."""
    if isinstance(error, NamedPipe):
        return "name a file, or give it as standard input"
    if isinstance(error, FileNotFoundError):
        return "check the path"
    if isinstance(error, IsADirectoryError):
        return "name a file in it"
    if isinstance(error, PermissionError):
        return "ask for the right to read it"
    return "name a file that can be read"
