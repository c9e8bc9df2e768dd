"""The program and the options in, one key out that changes where the same document could give another record."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

from ciextract.batch.messages import Options

_READERS = ("pdfplumber", "pypdfium2", "rapidfuzz", "selectolax")
"""Libraries whose version may change what is read."""
_SOURCES = (".py", ".toml")


def key_of(options: Options) -> str:
    """A key of program and options. The password is left out: nothing that is kept should help to guess it."""
    given = asdict(options) | {"password": None, "scale_file": _digest_of_file(options.scale)}
    given |= {"programme_file": _digest_of_file(options.programme)}
    return hashlib.sha256(f"{program()} {json.dumps(given, sort_keys=True)}".encode()).hexdigest()[:32]


@cache
def program() -> str:
    """A digest of extractor, schema, programme and vocabulary files as they are, and of the readers' versions."""
    digest = hashlib.sha256()
    for name, source in _files(resources.files("ciextract"), ""):
        digest.update(f"{name}\0".encode() + hashlib.sha256(source.read_bytes()).digest())
    for library in _READERS:
        digest.update(f"{library}={metadata.version(library)}\0".encode())
    return digest.hexdigest()


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(_SOURCES):
            yield path + entry.name, entry


def _digest_of_file(name: str | None) -> str | None:
    if name is None or not os.path.isfile(name):
        return None
    with open(name, "rb") as stream:
        return hashlib.sha256(stream.read()).hexdigest()
