"""A record and its source come in, what the source does not bear out goes out, one a line; how that is found is decided
in ``ciextract.verification``."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Annotated

from ciextract.batch.limits import MEMORY
from ciextract.batch.messages import Made, Options, Request
from ciextract.cli.answer import about
from ciextract.cli.arguments import Encoding, MaxMemory, NoSummary, Ocr, Password, Timeout
from ciextract.cli.codes import FLAWED
from ciextract.cli.declared import Argument, Option
from ciextract.cli.isolated import isolated
from ciextract.cli.records import record_of, refuse_twice
from ciextract.cli.streams import called, emit, read_input, say
from ciextract.document import Progress
from ciextract.printing import json_bytes, printable

if TYPE_CHECKING:
    from ciextract.record import Record
    from ciextract.verification import Failure, Verification

_SUMMARY = "summary"
_LONGEST = 120
"""Characters of what was expected and of what was found that are shown; the whole of it is in the JSON."""
_BEFORE = 20
"""Characters that are shown before the place where the two part."""


def verify(
    record: Annotated[str, Argument(metavar="RECORD", show_default=False, hidden=True)],
    source: Annotated[str, Argument(metavar="SOURCE", show_default=False, hidden=True)],
    second_reader: Annotated[
        bool, Option("--second-reader", help="Read the boxes of a PDF with pdfplumber, too.")
    ] = False,
    as_json: Annotated[bool, Option("--json", help="Write what was found as one JSON object.")] = False,
    encoding: Encoding = None,
    password: Password = None,
    ocr: Ocr = "never",
    timeout: Timeout = None,
    max_memory: MaxMemory = MEMORY,
    quiet: NoSummary = False,
) -> int:
    """Prove a record against its source.

    \b
    Examples:
      ciextract verify record.json report.pdf
      ciextract verify record.json report.pdf --second-reader
      ciextract parse report.pdf | ciextract verify - report.pdf --json
      ciextract verify record.json scan.pdf --ocr auto

    RECORD is a record as JSON, SOURCE the document that it was made of; one of them may be - for standard input. Looked
    at are the file's hash and size, every quote, its page or line, the words printed in its boxes, and whether parsing
    the source again gives the same record. Each failure is one line: what it is about, the place in the record, what
    the source says, what was found.
    """
    refuse_twice(record, source)
    with about(called(record)):
        held = record_of(record)
    with about(called(source)):
        request = Request(0, source, None, Options(encoding, password, ocr=ocr), read_input(source))
        work = partial(_proved, held=held, second_reader=second_reader, as_json=as_json)
        made = isolated(work, request, timeout, max_memory)
    emit(made.data)
    for kind, words in () if quiet else made.remarks:
        say(words) if kind == _SUMMARY else say(called(record), kind, words)
    return 0 if made.complete else FLAWED


def _proved(request: Request, progress: Progress, held: Record, second_reader: bool, as_json: bool) -> Made:
    """What was found, as it is printed, and not complete where anything failed."""
    from ciextract.verification import verify as prove

    content, options = request.content or b"", request.options
    found = prove(
        held,
        content,
        encoding=options.encoding,
        password=options.password,
        ocr=options.ocr,
        second_reader=second_reader,
        progress=progress,
    )
    lines = "".join(f"{printable(_line(failure))}\n" for failure in found.failures)
    shown = json_bytes(asdict(found), 2) if as_json else lines.encode()
    remarks = (*(("note", note) for note in found.notes), (_SUMMARY, _summary(found)))
    return Made(shown, remarks, complete=not found.failures)


def _line(failure: Failure) -> str:
    expected, shown = _cut(failure.expected, failure.found)
    return f"{failure.claim}: {failure.pointer}: expected {expected}; found {shown}"


def _cut(one: str, other: str) -> tuple[str, str]:
    """Both in short, from shortly before the place where they part."""
    parted = next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    first = max(parted - _BEFORE, 0) if max(len(one), len(other)) > _LONGEST else 0
    return _short(one, first), _short(other, first)


def _short(text: str, first: int) -> str:
    last = first + _LONGEST
    return f"{'…' if first else ''}{text[first:last]}{'…' if len(text) > last else ''}" or "nothing"


def _summary(found: Verification) -> str:
    looked = f"{found.quotes} quotes, {found.boxes} boxes"
    count = len(found.failures)
    return f"{count} failure{'' if count == 1 else 's'}; {looked}" if count else f"ok, {looked}"
