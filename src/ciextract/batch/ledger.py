"""What came of each input, a line of JSON each, appended and brought to disk one by one; a later run reads it again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, fields

from ciextract.batch.messages import Made, Refusal
from ciextract.errors import CannotWrite, reason
from ciextract.frozen import frozen
from ciextract.printing import json_bytes


@frozen
class Entry:
    """What came of one input.

    key     of the program and the options (``versions``).  sha256  of the document.  digest  of the output's bytes.
    output  the relative path of the record, None where there is none.  passing  another run may end otherwise.
    """

    input: str
    key: str
    sha256: str | None
    exit_code: int
    complete: bool | None
    what: str | None
    remedy: str | None
    warnings: tuple[str, ...]
    output: str | None
    digest: str | None
    passing: bool

    @property
    def refused(self) -> bool:
        return self.exit_code != 0


def entry_of(
    name: str, key: str, result: Made | Refusal, output: str | None = None, digest: str | None = None
) -> Entry:
    """The entry of a result."""
    if isinstance(result, Made):
        remarks = tuple(f"{kind}: {words}" for kind, words in result.remarks)
        return Entry(name, key, result.sha256, 0, result.complete, None, None, remarks, output, digest, False)
    return Entry(
        name, key, result.sha256, result.exit_code, None, result.what, result.remedy, (), output, digest, result.passing
    )


class Ledger:
    """A file of entries, of which the last of an input counts. Only where each stands is kept in memory."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._places: dict[str, int] = {}
        try:
            self._stream = open(path, "a+b")  # noqa: SIM115 - it is closed by close()
            self._index()
        except OSError as error:
            raise CannotWrite(f"{path}: {reason(error)}", "free some space or name another folder") from error

    def __getitem__(self, name: str) -> Entry:
        self._stream.seek(self._places[name])
        entry = _entry(self._stream.readline())
        if entry is None:
            raise CannotWrite(f"{self._path}: was changed while it was in use", "run again")
        return entry

    def get(self, name: str) -> Entry | None:
        """The entry of an input, None where there is none."""
        return self[name] if name in self._places else None

    def append(self, entry: Entry) -> None:
        """Add an entry and bring it to disk. Raises CannotWrite."""
        try:
            place = self._stream.seek(0, os.SEEK_END)
            self._stream.write(json_bytes(asdict(entry), None))
            self._stream.flush()
            os.fsync(self._stream.fileno())
        except OSError as error:
            raise CannotWrite(f"{self._path}: {reason(error)}", "free some space and run again to resume") from error
        self._places[entry.input] = place

    def take_over(self, path: str) -> None:
        """Add the entries of another ledger that this one has not."""
        with open(path, "rb") as stream:
            for entry in filter(None, map(_entry, stream)):
                if entry.input not in self._places:
                    self.append(entry)

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def _index(self) -> None:
        """Find the entries; a last line that was cut short is cut off, so that the next stands on its own."""
        self._stream.seek(0)
        place = 0
        for line in self._stream:
            if not line.endswith(b"\n"):
                self._stream.truncate(place)
                break
            entry = _entry(line)
            if entry is not None:
                self._places[entry.input] = place
            place += len(line)


def manifest_lines(entries: Iterator[Entry]) -> Iterator[bytes]:
    """The lines of a manifest: nothing in them differs between two runs on the same inputs."""
    for entry in entries:
        yield json_bytes(
            {
                "input": entry.input,
                "sha256": entry.sha256,
                "status": "refused" if entry.refused else "record",
                "exit_code": entry.exit_code,
                "complete": entry.complete,
                "error": None if entry.what is None else f"{entry.what}; {entry.remedy}",
                "warnings": list(entry.warnings),
                "output": entry.output,
            },
            None,
        )


def _entry(line: bytes) -> Entry | None:
    """The entry of a line, None where the line is none: torn, of another version, or of another program."""
    try:
        values = json.loads(line)
        return Entry(**{one.name: values[one.name] for one in fields(Entry)} | {"warnings": tuple(values["warnings"])})
    except (ValueError, TypeError, KeyError):
        return None
