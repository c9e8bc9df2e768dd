"""Bytes and messages come in and go to standard output and standard error; what they say is decided elsewhere."""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import BinaryIO

from ciextract.errors import CannotWrite, LimitExceeded, UnreadableDocument
from ciextract.unseen import escape_unseen

LARGEST_INPUT = 512 * 1024 * 1024
"""Bytes; above it a document is refused. The largest published report has 14 MB."""

_CHUNK = 1024 * 1024


def printable(text: str, *, keep: str = "") -> str:
    r"""The text with each character that a terminal would obey or hide written as an escape, ``\x1b`` for ESC.

    Characters of ``keep`` stay as they are.
    """
    return escape_unseen(text, lambda unseen: unseen.encode("unicode_escape").decode("ascii"), keep=keep)


def on_terminal() -> bool:
    """Whether standard output is read by a person."""
    return sys.stdout is not None and sys.stdout.isatty()


def emit(data: bytes) -> None:
    """Write to standard output whatever the locale is, and flush."""
    if sys.stdout is None:
        raise CannotWrite("standard output is closed", "redirect it to a file or use --output")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _abandon_output()
        raise CannotWrite(f"standard output: {reason(error)}", "free some space or write somewhere else") from error


def emit_version() -> int:
    """Write the program's name and version, and return the exit code."""
    from ciextract import __version__

    emit(f"ciextract {__version__}\n".encode())
    return 0


def _abandon_output() -> None:
    # What could not be written is still buffered; without this the interpreter tries again at its end, and complains.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(*parts: str) -> None:
    """Write one line to standard error: ``ciextract: part: part``, all of it printable."""
    if sys.stderr is None:
        return
    sys.stderr.write(printable(": ".join(("ciextract", *parts))) + "\n")
    sys.stderr.flush()


def end_by_closed_pipe() -> int:
    """End as a program does whose reader went away, or return the code that a shell gives to that end."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGPIPE)
    return 141


def called(file: str) -> str:
    """What messages call an input."""
    return "standard input" if file == "-" else file


def read_input(file: str) -> bytes:
    """All bytes of a file, or of standard input for ``-``; read once, so that what is hashed is what is parsed."""
    try:
        if file == "-":
            return _read_standard_input()
        with open(file, "rb") as stream:
            return _read_limited(stream)
    except OSError as error:
        raise UnreadableDocument(reason(error), _remedy(error)) from error


def _read_standard_input() -> bytes:
    if sys.stdin is None:
        raise UnreadableDocument("it is closed", "pipe a document into it or name a file")
    return _read_limited(sys.stdin.buffer)


def _read_limited(stream: BinaryIO) -> bytes:
    held = io.BytesIO()
    while chunk := stream.read(_CHUNK):
        held.write(chunk)
        if held.tell() > LARGEST_INPUT:
            megabytes = LARGEST_INPUT // (1024 * 1024)
            raise LimitExceeded(f"larger than {megabytes} MB", "split it, or give the report alone")
    return held.getvalue()


def reason(error: OSError) -> str:
    """The system's words for an error, in the lower case of our messages and without the file's name."""
    words = error.strerror or type(error).__name__
    return words[:1].lower() + words[1:]


def _remedy(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "check the path"
    if isinstance(error, IsADirectoryError):
        return "name a file in it"
    if isinstance(error, PermissionError):
        return "ask for the right to read it"
    return "name a file that can be read"
