"""A record and verdicts come in, the record as reviewed goes out; what a verdict does is decided in ``review``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated

from ciextract.batch.limits import MEMORY
from ciextract.batch.messages import Made, Options, Request
from ciextract.cli.answer import Failure, about
from ciextract.cli.arguments import Compact, Encoding, Indent, MaxMemory, Ocr, Output, Password, Quiet, Timeout
from ciextract.cli.codes import MISFITS
from ciextract.cli.declared import Argument, Option, wrong_use
from ciextract.cli.isolated import isolated
from ciextract.cli.parse import check_output, deliver
from ciextract.cli.records import record_of, refuse_twice, text_in
from ciextract.cli.streams import called, read_input, say
from ciextract.document import Progress
from ciextract.errors import NotMergeable, Reported
from ciextract.printing import json_bytes

if TYPE_CHECKING:
    from ciextract.record import Record
    from ciextract.review.applying import Applied, Misfit
    from ciextract.verdicts import Verdicts

_MISFIT = "misfit"
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
    timeout: Timeout = None,
    max_memory: MaxMemory = MEMORY,
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
    refuse_twice(record, verdicts, source)
    check_output(output, record, verdicts, source)
    with about(called(record)):
        given = record_of(record)
    said = _verdicts(verdicts)
    options = Options(encoding, password, indent=None if compact else indent, ocr=ocr)
    request = Request(0, source or "", None, options, None if source is None else _content(source, given, said))
    work = partial(_put_on, given=given, said=said)
    if source is None:
        with about(called(verdicts)):
            made = work(request, lambda page, pages: None)
    else:
        made = _in_child(work, request, source, verdicts, timeout, max_memory)
    deliver(made.data, output)
    for kind, words in made.remarks:
        if kind == _MISFIT or not quiet:
            say(called(verdicts), *([kind] if kind == "warning" else []), words)
    return 0 if made.complete else MISFITS


def _in_child(
    work: partial[Made], request: Request, source: str, verdicts: str, timeout: float | None, memory: int
) -> Made:
    """The work done where the document may be read; what is wrong is about the document, or about the verdicts."""
    from ciextract.validation import FlawedVerdicts

    try:
        return isolated(work, request, timeout, memory)
    except Reported as error:
        of_verdicts = error.exit_code in (FlawedVerdicts.exit_code, NotMergeable.exit_code)
        raise Failure(called(verdicts if of_verdicts else source), error) from error


def _put_on(request: Request, progress: Progress, given: Record, said: Verdicts) -> Made:
    """The record as reviewed, not complete where verdicts do not fit; each misfit and the summary are remarks."""
    from ciextract.batch.work import document_of
    from ciextract.reconciliation.reviewed import apply_to_any

    document = None if request.content is None else document_of(request, progress)
    applied = apply_to_any(given, said, document)
    misfits = ((_MISFIT, _told(misfit)) for misfit in applied.misfits)
    remarks = (*misfits, *_summary(given, said, applied))
    return Made(json_bytes(applied.record, request.options.indent), remarks, complete=not applied.misfits)


def _content(path: str, given: Record, said: Verdicts) -> bytes:
    """The bytes of the document, if they are the record's; of a merged record those that were reviewed."""
    from hashlib import sha256

    with about(called(path)):
        content = read_input(path)
    if sha256(content).hexdigest() != (said.reviewed.sha256 if given.sources else given.source.sha256):
        raise wrong_use(f"{path!r} is not the file that the record is of; its sha256 differs", "--source")
    return content


def _verdicts(path: str) -> Verdicts:
    from ciextract.validation import load_verdicts

    with about(called(path)):
        return load_verdicts(text_in(read_input(path)))


def _told(misfit: Misfit) -> str:
    verdict = misfit.verdict
    quote = verdict.quote if len(verdict.quote) <= _SHOWN else f"{verdict.quote[:_SHOWN]}…"
    named = f"{verdict.verdict}: {verdict.kind} {quote!r}, occurrence {verdict.occurrence}"
    if misfit.differing:
        return f"{named}: now says something else in {', '.join(misfit.differing)}"
    return f"{named}: {misfit.why}"


def _summary(given: Record, said: Verdicts, applied: Applied) -> Iterator[tuple[str, str]]:
    if said.reviewed.sha256 not in {given.source.sha256, *(source.sha256 for source in given.sources)}:
        yield ("warning", f"the verdicts are of another file, {said.reviewed.file_name or 'standard input'}")
    done = f"{applied.corrected} corrected, {applied.removed} removed, {applied.added} added"
    verdicts = f"{len(said.verdicts)} verdict{'' if len(said.verdicts) == 1 else 's'}"
    yield "summary", f"{verdicts}: {done}, {len(applied.misfits)} not fitting"
