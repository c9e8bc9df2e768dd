"""Records come in, the flaws of each go out, one a line; what a flaw is, is decided in ``ciextract.validation``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ciextract.cli.answer import Failure, about, report
from ciextract.cli.arguments import NoSummary
from ciextract.cli.codes import FLAWED
from ciextract.cli.records import Records, entries_of, refuse_twice
from ciextract.cli.streams import called, emit, say
from ciextract.printing import printable

if TYPE_CHECKING:
    from ciextract.validation import Entry


def validate(
    files: Records,
    quiet: NoSummary = False,
) -> int:
    """Check records against the schema, and beyond it.

    \b
    Examples:
      ciextract validate record.json
      ciextract validate *.json records.jsonl
      ciextract parse report.pdf | ciextract validate -

    RECORD is a file of one record as JSON, or of many as JSON Lines; - is standard input. Each flaw is one line: file,
    line in a file of JSON Lines, place in the record, what is wrong and what would be accepted. Beyond the schema,
    evidence must be as long as its quote, and the sections and documents that are referred to must exist.
    """
    refuse_twice(*files)
    tally = _Tally()
    for file in files:
        try:
            with about(called(file)):
                entries = entries_of(file)
        except Failure as failure:
            tally.unread += 1
            tally.code = report(failure)
            continue
        for entry in entries:
            _check(file, entry, tally)
    if not quiet:
        say(tally.summary())
    return tally.code or (FLAWED if tally.flaws else 0)


class _Tally:
    """What was found so far; ``code`` is the exit code of the last input that could not be read, else 0."""

    def __init__(self) -> None:
        self.records = 0
        self.flaws = 0
        self.flawed = 0
        self.unread = 0
        self.code = 0

    def summary(self) -> str:
        records = f"{self.records} record{'' if self.records == 1 else 's'}"
        unread = f", {self.unread} not read" if self.unread else ""
        if self.flaws:
            return f"{self.flaws} flaw{'' if self.flaws == 1 else 's'} in {self.flawed} of {records}{unread}"
        return f"{'' if unread else 'ok, '}{records}{unread}"


def _check(file: str, entry: Entry, tally: _Tally) -> None:
    from ciextract.validation import NotJson, find_flaws

    try:
        with about(called(file)):
            flaws = find_flaws(entry.text)
    except Failure as failure:
        line = entry.line or (failure.cause.line if isinstance(failure.cause, NotJson) else None)
        tally.unread += 1
        tally.code = report(Failure(_at(file, line), failure.cause))
        return
    tally.records += 1
    tally.flaws += len(flaws)
    tally.flawed += bool(flaws)
    for flaw in flaws:
        place = ": ".join(part for part in (_at(file, entry.line), flaw.pointer) if part)
        emit(f"{printable(f'{place}: {flaw.what}')}\n".encode())


def _at(file: str, line: int | None) -> str:
    return called(file) if line is None else f"{called(file)}:{line}"
