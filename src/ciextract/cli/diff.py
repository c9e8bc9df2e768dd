"""Two records come in, their differences go out; what a difference is, is decided in ``ciextract.difference``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from ciextract.batch.limits import MEMORY
from ciextract.batch.messages import Options
from ciextract.cli.answer import about
from ciextract.cli.arguments import Encoding, MaxMemory, NoSummary, Password, Timeout
from ciextract.cli.codes import DIFFERENT
from ciextract.cli.declared import Argument, Option, wrong_use
from ciextract.cli.records import record_or_parsed, refuse_twice
from ciextract.cli.streams import called, emit, on_terminal, say
from ciextract.printing import json_bytes

if TYPE_CHECKING:
    from ciextract.record import Record


def _known_layers(names: list[str] | None) -> list[str]:
    from ciextract.difference import layers

    for name in names or ():
        if name not in layers():
            raise wrong_use(f"{name!r} is no layer; known are {', '.join(layers())}")
    return names or []


def diff(
    before: Annotated[str, Argument(metavar="A", show_default=False, hidden=True)],
    after: Annotated[str, Argument(metavar="B", show_default=False, hidden=True)],
    only: Annotated[
        list[str] | None,
        Option(
            "--only",
            metavar="LAYER",
            callback=_known_layers,
            help="Compare this layer alone (evaluations, sections, …) or group (values, source, …); may be repeated.",
        ),
    ] = None,
    places: Annotated[
        bool,
        Option("--places", help="Show also where a value only stands elsewhere: page, offsets, boxes, line."),
    ] = False,
    as_json: Annotated[bool, Option("--json", help="Write the differences as one JSON object.")] = False,
    exit_code: Annotated[bool, Option("--exit-code", help="End with 13 when a difference is shown.")] = False,
    encoding: Encoding = None,
    password: Password = None,
    timeout: Timeout = None,
    max_memory: MaxMemory = MEMORY,
    quiet: NoSummary = False,
) -> int:
    """Compare two records by what they say.

    \b
    Examples:
      ciextract diff old.json new.json
      ciextract diff old.json new.json --only evaluations --only key_messages
      ciextract diff record.json report.pdf --only values --exit-code
      ciextract parse report.txt | ciextract diff - report.pdf --json

    A and B are records as JSON, or documents (PDF, Word, HTML, text), which are parsed first; one of them may be - for
    standard input. Values are matched by what they are, so that the order of a list says nothing. Differences of the
    schema, the extractor and the source are shown apart from those of values, each value with its words and its page.
    """
    from ciextract.cli.differences import differences_drawn, differences_listed, summary
    from ciextract.difference import compare, json_of

    refuse_twice(before, after)
    read = partial(_record, options=Options(encoding, password), timeout=timeout, memory=max_memory)
    one, other = map(read, (before, after))
    comparison = compare(one, other, places=places, only=only or ())
    if as_json:
        emit(json_bytes(json_of(comparison), 2))
    else:
        emit(differences_drawn(comparison) if on_terminal() else differences_listed(comparison).encode())
    if not quiet:
        say(summary(comparison))
    return DIFFERENT if exit_code and comparison.differences else 0


def _record(file: str, options: Options, timeout: float | None, memory: int) -> Record:
    with about(called(file)):
        return record_or_parsed(file, options, timeout, memory)
