"""What goes between the parent and its children: requests one way; beats, results and refusals back, as JSON and bytes.

Nothing that a child sends is unpickled: a child that a document took over can send no more than words.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TypeAlias

from ciextract.errors import CiextractError, LimitExceeded, PasswordRequired, Reported, told
from ciextract.frozen import frozen

MOST = 1 << 30
"""Bytes of one message from a child at the most."""


@frozen
class Options:
    """How documents are read: the options of the command line that change what a record says."""

    encoding: str | None = None
    password: str | None = None
    retrieved: str | None = None
    scale: str | None = None
    strict: bool = False
    indent: int | None = 2
    source_url: str | None = None
    programme: str | None = None
    ocr: str = "never"


@frozen
class Request:
    """A document to be read: by its path, or as bytes for a machine that does not see the file.

    name  what its record calls the file.  place  its number in the order of the inputs, from 0.
    """

    place: int
    path: str
    name: str | None
    options: Options
    content: bytes | None = None


@frozen
class Made:
    """What a child made of a document: output bytes, remarks, the hash of the content; ``peak`` memory in bytes."""

    data: bytes
    remarks: tuple[tuple[str, str], ...] = ()
    sha256: str | None = None
    complete: bool = True
    peak: int = 0


@frozen
class Refusal:
    """Why there is no record: the words of an error, its exit code, the hash of what was read if it could be."""

    what: str
    remedy: str
    exit_code: int
    sha256: str | None = None
    trace: str | None = None
    passing: bool = False
    """It is of this run rather than of the document: another run may end otherwise."""
    died: bool = False
    """The process was ended, by the system or by us, before it could say anything."""

    def error(self) -> Reported:
        return Reported(self.what, self.remedy, self.exit_code, self.trace)


@frozen
class Beat:
    """A sign of life: so many pages of so many are read."""

    page: int
    pages: int


Message: TypeAlias = Made | Refusal | Beat


class Garbled(Exception):
    """A child sent what no child of ours sends."""


def refusal_of(error: Exception, sha256: str | None = None) -> Refusal:
    """An error as a child reports it."""
    spoken = told(error)
    trace = spoken.trace if isinstance(spoken, Reported) else None
    passing = isinstance(spoken, (LimitExceeded, PasswordRequired)) or type(spoken) in (CiextractError, Reported)
    return Refusal(spoken.what, spoken.remedy, spoken.exit_code, sha256, trace, passing)


def packed(message: Message) -> bytes:
    """A message as bytes: a line of JSON, then the output bytes where there are any."""
    fields = asdict(message)
    data: bytes = fields.pop("data", b"")
    return json.dumps({"kind": type(message).__name__, **fields}).encode() + b"\n" + data


def unpacked(raw: bytes) -> Message:
    """The message in the bytes. Raises Garbled."""
    head, _, data = raw.partition(b"\n")
    try:
        fields = json.loads(head)
        kind = fields.pop("kind")
        if kind == "Beat":
            return Beat(int(fields["page"]), int(fields["pages"]))
        if kind == "Made":
            fields["remarks"] = tuple((str(code), str(words)) for code, words in fields["remarks"])
            return Made(data=data, **fields)
        return Refusal(**fields)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Garbled from error
