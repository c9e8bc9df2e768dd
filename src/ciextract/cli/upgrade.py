"""Files of records come in, the same records in the present version of the schema go out; nothing of them is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from ciextract.cli.answer import about
from ciextract.cli.arguments import NoSummary
from ciextract.cli.declared import Option, wrong_use
from ciextract.cli.parse import check_output, deliver
from ciextract.cli.records import Records, checked_record, entries_of, files_of
from ciextract.cli.streams import called, say
from ciextract.printing import json_bytes
from ciextract.writing import check_writable, replace_file

Output = Annotated[
    str | None, Option("--output", "-o", metavar="FILE", help="Write the records to this file, whole or not at all.")
]
InPlace = Annotated[bool, Option("--in-place", help="Write each file anew where it stands, whole or not at all.")]


def upgrade(records: Records, output: Output = None, in_place: InPlace = False, quiet: NoSummary = False) -> int:
    """Write records of earlier versions of the schema in the present one.

    \b
    Examples:
      ciextract upgrade old.json > record.json
      ciextract upgrade records/ --in-place
      ciextract upgrade old/ --output records.jsonl

    RECORD is a file of one record as JSON or of many as JSON Lines, a folder of them, or - for standard input. One file
    of one record is written as JSON, all else as JSON Lines; --in-place keeps the form of each file. All files are read
    and checked before anything is written. Every command reads records of earlier versions; this is for other programs.
    """
    if in_place and output is not None:
        raise wrong_use("give --in-place or --output, not both", "--output")
    if in_place and "-" in records:
        raise wrong_use("standard input has no place; leave out --in-place", "--in-place")
    files = files_of(records)
    check_output(output, *files)
    read = [_Read(file) for file in files]
    if in_place:
        for each in read:
            each.write()
    else:
        deliver(_together(read), output)
    if not quiet:
        changed = sum(each.changed for each in read)
        say(f"{changed} of {sum(each.count for each in read)} records upgraded")
    return 0


class _Read:
    """A file of records, upgraded."""

    def __init__(self, file: str) -> None:
        from ciextract.merging import upgraded

        self.file = file
        with about(called(file)):
            entries = entries_of(file)
            given = [checked_record(entry) for entry in entries]
        self.alone = len(entries) == 1 and entries[0].line is None
        self._records = [upgraded(record) for record in given]
        self.count = len(given)
        self.changed = sum(one != other for one, other in zip(given, self._records, strict=True))

    def json(self, indent: int | None) -> bytes:
        """The records as JSON, a newline after each."""
        return b"".join(json_bytes(record, indent) for record in self._records)

    def write(self) -> None:
        """Put the records where they were read, if any of them is of an earlier version."""
        if self.changed:
            with about(called(self.file)):
                check_writable(self.file)
                replace_file(self.file, self.json(2 if self.alone else None))


def _together(read: Sequence[_Read]) -> bytes:
    if len(read) == 1 and read[0].alone:
        return read[0].json(2)
    return b"".join(each.json(None) for each in read)
