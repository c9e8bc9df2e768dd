"""Files of records come in, the records go out in their order, each once; what a record is, is decided elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

from ciextract.cli.answer import about
from ciextract.cli.declared import Argument, wrong_use
from ciextract.cli.isolated import isolated
from ciextract.cli.parse import record_name
from ciextract.cli.streams import called, read_input
from ciextract.errors import UnreadableDocument, reason

if TYPE_CHECKING:
    from ciextract.batch.messages import Options
    from ciextract.record import Record
    from ciextract.validation import Entry

Records = Annotated[list[str], Argument(metavar="RECORD...", show_default=False, hidden=True)]

_LINES = (".jsonl", ".ndjson")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_records(files: Sequence[str]) -> list[Record]:
    """The records of some files: one as JSON, many as JSON Lines, ``-`` for standard input, or all of a folder.

    The same record given twice counts once. Raises ``Failure`` for what cannot be read or is no valid record.
    """
    records: dict[str, Record] = {}
    for file in files_of(files):
        with about(called(file)):
            for entry in entries_of(file):
                record = checked_record(entry)
                if records.setdefault(record.record_id, record) != record:
                    raise UnreadableDocument(
                        f"another record has the id {record.record_id} and says something else", "give one of them"
                    )
    return list(records.values())


def refuse_twice(*files: str | None) -> None:
    """Refuse standard input in the place of several files: it can be read once."""
    if files.count("-") > 1:
        raise wrong_use("standard input can be read once; give files for the others")


def files_of(given: Sequence[str]) -> list[str]:
    """The files of records that some names stand for."""
    refuse_twice(*given)
    return [file for one in given for file in _files_in(one)]


def _files_in(given: str) -> Iterator[str]:
    """The file itself, or the records' files in a folder and below it in the order of their names."""
    if given == "-" or not os.path.isdir(given):
        yield given
        return
    for folder, inner, names in os.walk(given, onerror=_refuse):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if name.endswith((".json", *_LINES)) and not name.startswith((".", "manifest.")):
                yield os.path.join(folder, name)


def _refuse(error: OSError) -> None:
    with about(str(error.filename)):
        raise UnreadableDocument(reason(error), "ask for the right to read it") from error


def entries_of(file: str) -> list[Entry]:
    """The texts of the records in one file; what they hold is not looked at."""
    from ciextract.validation import split_records

    return split_records(text_in(read_input(file)), lines=file.endswith(_LINES))


def record_of(file: str) -> Record:
    """The one record in a file, or on standard input for ``-``."""
    return _one_record(read_input(file))


def record_or_parsed(file: str, options: Options, timeout: float | None, memory: int) -> Record:
    """The one record in a file, or that of the document in it: only a record begins with a brace."""
    content = read_input(file)
    if content.removeprefix(_BYTE_ORDER_MARK).lstrip()[:1] == b"{":
        return _one_record(content)
    from ciextract.batch.messages import Request
    from ciextract.batch.work import record_of as work

    return _one_record(isolated(work, Request(0, file, record_name(file), options, content), timeout, memory).data)


def _one_record(content: bytes) -> Record:
    from ciextract.validation import split_records

    entries = split_records(text_in(content))
    if len(entries) != 1:
        raise UnreadableDocument(f"{len(entries)} records", "give a file of one record")
    return checked_record(entries[0])


def text_in(content: bytes) -> str:
    """The text of a file of JSON. Raises ``UnreadableDocument``."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(f"not UTF-8 at byte {error.start}", "save it as UTF-8") from None


def checked_record(entry: Entry) -> Record:
    """The record that a text holds. Raises ``UnreadableDocument`` for what is no valid record, with its line."""
    from ciextract.validation import FlawedRecord, NewerRecord, load_record

    try:
        return load_record(entry.text)
    except (FlawedRecord, NewerRecord) as flawed:
        line = "" if entry.line is None else f"line {entry.line}: "
        raise UnreadableDocument(f"{line}{flawed.what}", flawed.remedy) from None
