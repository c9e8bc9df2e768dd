"""Paths, folders and patterns in, the files to be read out in one order, and what cannot be read. Opens no file."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from ciextract.batch.messages import Refusal
from ciextract.errors import CiextractError, UnreadableDocument, reason
from ciextract.frozen import frozen
from ciextract.intake import remedy_of
from ciextract.printing import encodable

_SPECIAL = (
    (stat.S_ISFIFO, "is a named pipe"),
    (stat.S_ISSOCK, "is a socket"),
    (stat.S_ISCHR, "is a device"),
    (stat.S_ISBLK, "is a device"),
)


class WrongUse(CiextractError):
    """What was asked for cannot be done."""

    exit_code = 2


@frozen
class Given:
    """A path as it was given: by itself, or in the row of a table that says where it is from."""

    path: str
    source_url: str | None = None
    retrieved: str | None = None
    row: int | None = None


@frozen
class Input:
    """A file to be read: its path, its name in the tree of inputs, why it cannot be read, if it cannot, its bytes.

    source_url, retrieved  what the table of inputs says of this file alone.  row  where it does, from 1.
    """

    path: str
    name: str
    refusal: Refusal | None = None
    size: int = 0
    source_url: str | None = None
    retrieved: str | None = None
    row: int | None = None


@frozen
class Shard:
    """One part of several that a corpus is split into: number ``index`` of ``count``, from 1."""

    index: int
    count: int

    def holds(self, name: str) -> bool:
        """The part of an input depends on its name alone, so that new files move no other."""
        return int.from_bytes(sha256(os.fsencode(name)).digest()[:8], "big") % self.count == self.index - 1


def find(given: Sequence[Given]) -> list[Input]:
    """The files of the paths, each once by its real path, those of a folder sorted by name.

    Linked folders and hidden files within folders are left out; a folder that cannot be read is one refused input.
    Of a file that is given twice the address and the date are those of the row that says them. Raises WrongUse where
    two rows differ, and where one gives the address of one document to several.
    """
    alone = len(given) == 1
    found: dict[bytes, Input] = {}
    for path in given:
        for one in _of_given(path, alone):
            place = one.path if one.refusal else os.path.realpath(one.path)
            real = sha256(os.fsencode(place)).digest()
            found[real] = _joined(found[real], one) if real in found else one
    return list(found.values())


def _of_given(given: Given, alone: bool) -> Iterator[Input]:
    for one in _of_path(given.path, alone):
        if given.row is None:
            yield one
            continue
        if given.source_url and one.path != given.path:
            what = f"row {given.row} gives one address to all that is in {encodable(given.path)}"
            raise WrongUse(what, "give each document a row of its own")
        yield replace(one, source_url=given.source_url, retrieved=given.retrieved, row=given.row)


def _joined(first: Input, second: Input) -> Input:
    """The first of two inputs that are one file, with what the second says of it."""
    said = ((first.source_url, second.source_url), (first.retrieved, second.retrieved))
    if any(one and other and one != other for one, other in said):
        what = f"rows {first.row} and {second.row} give one file, {encodable(first.path)}, two addresses or dates"
        raise WrongUse(what, "keep one of them")
    url, retrieved = (one or other for one, other in said)
    return replace(first, source_url=url, retrieved=retrieved, row=first.row or second.row)


def _of_path(path: str, alone: bool) -> Iterator[Input]:
    if os.path.isdir(path):
        yield from _of_folder(path, "" if alone else _relative(path))
    elif not os.path.lexists(path) and glob.has_magic(path) and (found := sorted(glob.glob(path, recursive=True))):
        for one in found:
            yield from _of_path(one, alone=False)
    else:
        yield _one(path, _relative(path) or ".")


def _of_folder(folder: str, name: str) -> Iterator[Input]:
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield Input(folder, f"{name or '.'}/", _refusal(reason(error), remedy_of(error)))
        return
    for entry in ordered:
        if entry.name.startswith("."):
            continue
        place = f"{name}/{entry.name}" if name else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _of_folder(entry.path, place)
        elif not (entry.is_symlink() and os.path.isdir(entry.path)):
            yield _one(entry.path, place)


def _one(path: str, name: str) -> Input:
    try:
        found = os.stat(path)
    except (OSError, ValueError) as error:
        what = reason(error) if isinstance(error, OSError) else "holds a NUL byte"
        if os.path.islink(path) if isinstance(error, OSError) else False:
            what = "is a link that leads nowhere"
        remedy = remedy_of(error) if isinstance(error, OSError) else "check the path"
        return Input(path, name, _refusal(what, remedy))
    for is_kind, what in _SPECIAL:
        if is_kind(found.st_mode):
            return Input(path, name, _refusal(what, "name a regular file"))
    if not os.access(path, os.R_OK):
        return Input(path, name, _refusal("permission denied", "ask for the right to read it"))
    return Input(path, name, size=found.st_size)


def _refusal(what: str, remedy: str) -> Refusal:
    return Refusal(what, remedy, UnreadableDocument.exit_code, passing=True)


def _relative(path: str) -> str:
    """The path as it was given, without what leads out of the place where one stands."""
    parts = os.path.normpath(path).replace(os.sep, "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))
