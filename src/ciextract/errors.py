"""The few errors of this library: what went wrong, what to do, and the exit code that stands for it."""

from __future__ import annotations

import errno
import os

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What the system says of a full disk, a quota and a file that may grow no more, whatever was being written."""
_STARVED = ("allocate memory", "failed to map segment", "without exception set", "without setting an exception")
"""What the system, its loader and the interpreter say where memory ran out, other than by MemoryError."""


class CiextractError(Exception):
    """The root of every error that this library raises on purpose.

    ``what`` says what is wrong, ``remedy`` what the reader of the message can do about it. ``exit_code`` is the
    documented code of the command line; codes are never renumbered (docs/exit-codes.md).
    """

    exit_code = 1

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what = what
        self.remedy = remedy


class BadQuestion(CiextractError):
    """A question about records that cannot be understood: the place, and what would be accepted there."""

    exit_code = 2


class NotComparable(CiextractError):
    """Records that cannot be held beside each other: what differs, and how to choose."""

    exit_code = 2


class NotMergeable(CiextractError):
    """Records that cannot be made one: which of them, and how to choose."""

    exit_code = 2


class UnreadableDocument(CiextractError):
    """The bytes are no document of a kind that can be read, or are too damaged to be read at all."""

    exit_code = 3


class PasswordRequired(CiextractError):
    """The document is encrypted and no password, or a wrong one, was given."""

    exit_code = 4


class NoText(CiextractError):
    """The document has pages but no text on any of them: a scan."""

    exit_code = 5


class LimitExceeded(CiextractError):
    """The document is larger than what is read: bytes, pages, time or memory."""

    exit_code = 6


class ParserDied(CiextractError):
    """The process that read the document was ended by the system, more than once."""

    exit_code = 7


class CannotWrite(CiextractError):
    """The output cannot be written."""

    exit_code = 8


class NotInstalled(CiextractError):
    """Something that is only needed for what was asked for is not installed: what, and the command that installs it."""

    exit_code = 9


class BadConfiguration(CiextractError):
    """A programme, vocabulary or configuration file is wrong: the file, the key, and what would be accepted."""

    exit_code = 9


class MissingExtra(NotInstalled):
    """A library of an extra is needed for what was asked for."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed", f"pip install 'ciextract[{extra}]'")


class HeldBack(CiextractError):
    """A record that ``--strict`` holds back."""

    exit_code = 11


class Reported(CiextractError):
    """An error that another process raised: its words, its exit code, and where it happened if that was asked for."""

    def __init__(self, what: str, remedy: str, exit_code: int, trace: str | None = None) -> None:
        super().__init__(what, remedy)
        self.exit_code = exit_code
        self.trace = trace


def told(error: Exception) -> CiextractError:
    """Any error as one that speaks to people; of a bug the type alone, as its words may be of the document."""
    if isinstance(error, CiextractError):
        return error
    if _starved(error):
        return LimitExceeded("needs more memory than there is", "split it, or give the program more")
    if isinstance(error, OSError) and error.errno in _FULL:
        return CannotWrite(reason(error), "free some space or write somewhere else")
    if isinstance(error, FileNotFoundError) and error.filename is None:  # it is not one that was asked for
        return UnreadableDocument("the folder that you are in is gone", "change to another one")
    if isinstance(error, RecursionError):
        return LimitExceeded("nested too deeply", "save it again from the program that made it")
    what = f"unexpected {type(error).__name__}, a bug in ciextract"
    if not debugging():
        return CiextractError(what, "please report it with what CIEXTRACT_DEBUG=1 shows")
    from traceback import format_exception

    return Reported(what, "please report it", CiextractError.exit_code, "".join(format_exception(error)))


def _starved(error: Exception) -> bool:
    """Whether memory ran out: also where a library could not be loaded for it, or failed without saying why."""
    if isinstance(error, (OSError, ImportError, SystemError)):
        return any(sign in str(error).lower() for sign in _STARVED)
    return isinstance(error, MemoryError)


def debugging() -> bool:
    """Whether the user asked where bugs happen."""
    return os.environ.get("CIEXTRACT_DEBUG") == "1"


def reason(error: OSError) -> str:
    """The system's words for an error, in the lower case of our messages and without the file's name."""
    words = error.strerror or type(error).__name__
    return words[:1].lower() + words[1:]
