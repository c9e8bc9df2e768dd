"""The few errors of this library: what went wrong, what to do, and the exit code that stands for it."""

from __future__ import annotations


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


class CannotWrite(CiextractError):
    """The output cannot be written."""

    exit_code = 8


class NotInstalled(CiextractError):
    """Something that is only needed for what was asked for is not installed: what, and the command that installs it."""

    exit_code = 9


class BadConfiguration(CiextractError):
    """A programme, vocabulary or configuration file is wrong: the file, the key, and what would be accepted."""

    exit_code = 9


class MissingExtra(BadConfiguration):
    """Something optional is asked for that is not installed."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed", f"pip install 'ciextract[{extra}]'")
