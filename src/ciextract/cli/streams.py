"""Bytes and messages come in and go to standard output and standard error; what they say is decided elsewhere."""

from __future__ import annotations

import os
import signal
import sys
from io import BufferedReader
from typing import TextIO, cast

from ciextract.cli.codes import CLOSED_PIPE
from ciextract.errors import CannotWrite, UnreadableDocument, reason
from ciextract.intake import read_file, read_limited, remedy_of
from ciextract.printing import printable


def on_terminal() -> bool:
    """Whether standard output is read by a person."""
    return sys.stdout is not None and sys.stdout.isatty()


def terminal_width() -> int | None:
    """Columns of the terminal that shows standard output, None where a program reads it."""
    import shutil

    return shutil.get_terminal_size().columns if on_terminal() else None


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
        _abandon(sys.stdout)
        raise CannotWrite(f"standard output: {reason(error)}", "free some space or write somewhere else") from error


def emit_version() -> int:
    """Write the program's name and version, and return the exit code."""
    from ciextract import __version__

    emit(f"ciextract {__version__}\n".encode())
    return 0


def _abandon(stream: TextIO) -> None:
    # What could not be written is still buffered; without this the interpreter tries again at its end, and complains.
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def give_up_unwritten() -> None:
    """Where standard output does not take what is still buffered, have nobody try again."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _abandon(sys.stdout)


def say(*parts: str) -> None:
    """Write one line to standard error: ``ciextract: part: part``, all of it printable."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(printable(": ".join(("ciextract", *parts))) + "\n")
        sys.stderr.flush()
    except BrokenPipeError:
        raise
    except OSError:  # nobody is left to be told; the exit code says what happened
        _abandon(sys.stderr)


def end_by_closed_pipe() -> int:
    """End as a program does whose reader went away, or return the code that a shell gives to that end."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGPIPE)
    return CLOSED_PIPE


def called(file: str) -> str:
    """What messages call an input."""
    return "standard input" if file == "-" else file


def read_input(file: str) -> bytes:
    """All bytes of a file, or of standard input for ``-``; read once, so that what is hashed is what is parsed."""
    return _read_standard_input() if file == "-" else read_file(file)


def _read_standard_input() -> bytes:
    if sys.stdin is None:
        raise UnreadableDocument("it is closed", "pipe a document into it or name a file")
    if sys.stdin.isatty():
        say("reading from the terminal; end with Ctrl-D, or name a file")
    try:
        return read_limited(cast(BufferedReader, sys.stdin.buffer))
    except OSError as error:
        raise UnreadableDocument(reason(error), remedy_of(error)) from error
