"""A record and verdicts come in, the record as reviewed goes out; what a verdict does is decided in ``review``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from ciextract.cli.answer import about
from ciextract.cli.arguments import Compact, Encoding, Indent, Ocr, Output, Password, Quiet
from ciextract.cli.declared import Argument, Option, wrong_use
from ciextract.cli.parse import deliver
from ciextract.cli.records import read_records
from ciextract.cli.streams import called, read_input, say
from ciextract.errors import UnreadableDocument
from ciextract.printing import json_bytes
from ciextract.writing import check_writable

if TYPE_CHECKING:
    from ciextract.document import Document
    from ciextract.record import Record
    from ciextract.review.applying import Applied, Misfit
    from ciextract.verdicts import Verdicts

MISFITS = 14
_SHOWN = 60


SourceFile = Annotated[
    str | None,
    Option("--source", metavar="FILE", help="The document, in which values that a reviewer added have their place."),
]


def apply(
    record: Annotated[str, Argument(metavar="RECORD", show_default=False, hidden=True)],
    verdicts: Annotated[str, Argument(metavar="VERDICTS", show_default=False, hidden=True)],
    source: SourceFile = None,
    encoding: Encoding = None,
    password: Password = None,
    ocr: Ocr = "never",
    output: Output = None,
    indent: Indent = 2,
    compact: Compact = False,
    quiet: Quiet = False,
) -> int:
    """Put the verdicts of a reviewer on a record.

    \b
    Examples:
      ciextract apply record.json verdicts.json > reviewed.json
      ciextract apply record.json verdicts.json --source report.pdf --output reviewed.json

    RECORD is a file of one record, or - for standard input; VERDICTS was saved by the page of `ciextract review`.
    Accepted values stay as they are, of corrected ones the named fields are replaced, rejected ones are left out, added
    ones are put in their place, with evidence: give the document with --source.
    Verdicts that do not fit the record are listed, one a line, and the exit code is 14.
    """
    from ciextract.reconciliation.reviewed import apply_to_any as put_on

    if output not in (None, "-"):
        with about(str(output)):
            check_writable(str(output))
    given, said = _record(record), _verdicts(verdicts)
    reviewed = said.reviewed.sha256 if given.sources else given.source.sha256
    document = None if source is None else _document(source, reviewed, encoding, password, ocr)
    with about(called(verdicts)):
        applied = put_on(given, said, document)
    deliver(json_bytes(applied.record, None if compact else indent), output)
    for misfit in applied.misfits:
        say(called(verdicts), _told(misfit))
    if not quiet:
        _sum_up(given, said, applied, called(verdicts))
    return MISFITS if applied.misfits else 0


def _record(path: str) -> Record:
    records = read_records([path])
    if len(records) != 1:
        raise wrong_use(f"{path!r} holds {len(records)} records; give one", "RECORD")
    return records[0]


def _document(path: str, expected: str, encoding: str | None, password: str | None, ocr: str) -> Document:
    """The document, if it is the one with that hash: the record's, of a merged record the one that was reviewed."""
    from hashlib import sha256

    from ciextract.pipeline import read_document

    with about(called(path)):
        content = read_input(path)
    if sha256(content).hexdigest() != expected:
        raise wrong_use(f"{path!r} is not the file that the record is of; its sha256 differs", "--source")
    with about(called(path)):
        return read_document(content, encoding=encoding, password=password, ocr=ocr)


def _verdicts(path: str) -> Verdicts:
    from ciextract.validation import load_verdicts

    with about(called(path)):
        try:
            return load_verdicts(read_input(path).decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise UnreadableDocument(f"not UTF-8 at byte {error.start}", "save it as UTF-8") from None


def _told(misfit: Misfit) -> str:
    verdict = misfit.verdict
    quote = verdict.quote if len(verdict.quote) <= _SHOWN else f"{verdict.quote[:_SHOWN]}…"
    named = f"{verdict.verdict}: {verdict.kind} {quote!r}, occurrence {verdict.occurrence}"
    if misfit.differing:
        return f"{named}: now says something else in {', '.join(misfit.differing)}"
    return f"{named}: {misfit.why}"


def _sum_up(given: Record, said: Verdicts, applied: Applied, name: str) -> None:
    if said.reviewed.sha256 not in {given.source.sha256, *(source.sha256 for source in given.sources)}:
        say(name, "warning", f"the verdicts are of another file, {said.reviewed.file_name or 'standard input'}")
    done = f"{applied.corrected} corrected, {applied.removed} removed, {applied.added} added"
    verdicts = f"{len(said.verdicts)} verdict{'' if len(said.verdicts) == 1 else 's'}"
    say(name, f"{verdicts}: {done}, {len(applied.misfits)} not fitting")
