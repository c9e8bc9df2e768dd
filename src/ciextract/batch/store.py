"""Records in, files out, each whole or not at all: a tree of files, or one file of JSON Lines made of kept parts."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator

from ciextract.batch.inputs import Shard
from ciextract.batch.naming import STATE
from ciextract.errors import CannotWrite, reason
from ciextract.frozen import frozen
from ciextract.intake import sha256_of
from ciextract.writing import check_writable, replace_file, sync_folder

LINES = (".jsonl", ".ndjson")
"""Endings of an output that is one file of JSON Lines."""


@frozen
class Store:
    """Where a batch writes: a folder, or a file of JSON Lines. A shard's own files stand beside those of others."""

    out: str
    shard: Shard | None = None

    @property
    def in_lines(self) -> bool:
        return self.out.endswith(LINES)

    @property
    def state(self) -> str:
        """The folder of the batch's own files."""
        return self.out + STATE if self.in_lines else os.path.join(self.out, STATE)

    @property
    def indent(self) -> int | None:
        return None if self.in_lines else 2

    def of_state(self, name: str) -> str:
        """The path of one of the batch's own files, of this shard alone where there is one."""
        return os.path.join(self.state, name + self._mark)

    @property
    def manifest(self) -> str:
        name = f"manifest{self._mark}.jsonl"
        return f"{os.path.splitext(self.out)[0]}.{name}" if self.in_lines else os.path.join(self.out, name)

    @property
    def temporary(self) -> str:
        return self.of_state("tmp")

    @property
    def _mark(self) -> str:
        return f"-{self.shard.index}-of-{self.shard.count}" if self.shard else ""

    def prepare(self) -> None:
        """Make the folders, before anything is read. Raises CannotWrite."""
        try:
            if self.in_lines:
                check_writable(self.out)
            elif os.path.lexists(self.out) and not os.path.isdir(self.out):
                raise CannotWrite("is not a folder", "name a folder, or a file that ends in .jsonl")
            os.makedirs(self.state, exist_ok=True)
            if not os.access(self.state, os.W_OK) or not os.access(os.path.dirname(self.state) or ".", os.W_OK):
                raise CannotWrite("permission denied", "name a folder that you may write to")
        except OSError as error:
            raise CannotWrite(reason(error), "name a folder that you may write to") from error

    def sweep(self) -> None:
        """Take away what an earlier run left half written; only for the one that holds the lock."""
        shutil.rmtree(self.temporary, ignore_errors=True)
        os.makedirs(self.temporary, exist_ok=True)

    def write(self, output: str, data: bytes) -> str:
        """Write a record and return the hash of its bytes. Raises CannotWrite."""
        path = self._path(output)
        try:
            self._make_folder(os.path.dirname(path))
        except OSError as error:
            raise CannotWrite(f"{output}: {reason(error)}", "free some space or name another folder") from error
        replace_file(path, data, self.temporary)
        return hashlib.sha256(data).hexdigest()

    def remove(self, output: str) -> None:
        """Take away the record of an input that has none any more."""
        path = self._path(output)
        if os.path.lexists(path):
            os.unlink(path)

    def holds(self, output: str, digest: str | None) -> bool:
        """The record is there, with the bytes that were written."""
        return digest is not None and sha256_of(self._path(output)) == digest

    def finish(self, outputs: Iterable[str], manifest: Iterable[bytes]) -> None:
        """Write what is made of all records: the manifest, and before it the file of JSON Lines. Raises CannotWrite."""
        if self.in_lines:
            replace_file(self.out, self._parts(outputs), self.temporary)
        replace_file(self.manifest, manifest, self.temporary)

    def _parts(self, outputs: Iterable[str]) -> Iterator[bytes]:
        for output in outputs:
            with open(self._path(output), "rb") as stream:
                yield stream.read()

    def _path(self, output: str) -> str:
        if self.in_lines:
            name = hashlib.sha256(os.fsencode(output)).hexdigest()
            return os.path.join(self.state, "parts", name[:2], name)
        path = os.path.join(self.out, *output.split("/"))
        # The names are safe; a link that somebody put into the output folder is not.
        if os.path.commonpath([os.path.realpath(self.out), os.path.realpath(path)]) != os.path.realpath(self.out):
            raise CannotWrite(f"{output}: leads out of the output folder", "remove the link in the output folder")
        return path

    def _make_folder(self, folder: str) -> None:
        if not os.path.isdir(folder):
            self._make_folder(os.path.dirname(folder))
            os.mkdir(folder)
            sync_folder(os.path.dirname(folder))
