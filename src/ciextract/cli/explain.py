"""A document and a pointer or a piece of its text come in, why the record says what it says goes out."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import Annotated

from ciextract.batch.limits import MEMORY
from ciextract.batch.messages import Made, Options, Request
from ciextract.cli.answer import about
from ciextract.cli.arguments import Encoding, File, MaxMemory, Password, ProgrammeName, Quiet, Timeout
from ciextract.cli.declared import Argument
from ciextract.cli.isolated import isolated, remark
from ciextract.cli.programmes import check_programme
from ciextract.cli.streams import called, emit, read_input, terminal_width
from ciextract.document import Progress
from ciextract.printing import json_bytes


def explain(
    file: File,
    path: Annotated[str | None, Argument(metavar="[PATH]", show_default=False, hidden=True)] = None,
    encoding: Encoding = None,
    password: Password = None,
    programme: ProgrammeName = None,
    timeout: Timeout = None,
    max_memory: MaxMemory = MEMORY,
    quiet: Quiet = False,
) -> int:
    """Show which rule gave a value and where its words stand, or why a piece of text gave none.

    \b
    Examples:
      ciextract explain report.pdf
      ciextract explain report.pdf /proportions/3
      ciextract explain report.pdf /evaluations/0/grade
      ciextract explain report.pdf 'most effective'

    FILE is a PDF, Word, HTML or text document; - is standard input. PATH is a JSON Pointer into the record, or a piece
    of the text (case, quotes, dashes and spaces do not count); without it, values and refusals are counted. In
    a pipe the answer is one JSON object.
    """
    check_programme(programme)
    with about(called(file)):
        options = Options(encoding, password, programme=programme)
        request = Request(0, file, None, options, read_input(file))
        made = isolated(partial(_answer, path=path, width=terminal_width()), request, timeout, max_memory)
    emit(made.data)
    if not quiet:
        remark(made, called(file))
    return 0


def _answer(request: Request, progress: Progress, path: str | None, width: int | None) -> Made:
    from ciextract.batch.work import document_of, programme_of
    from ciextract.explain import explain as explain_path
    from ciextract.pipeline import Given, examine
    from ciextract.strictness import remarks

    content, options = request.content or b"", request.options
    document = document_of(request, progress)
    examined = examine(document, Given(content, None, None, None), programme=programme_of(options))
    answer = explain_path(examined, path)
    if width is None:
        shown = json_bytes(asdict(answer), 2)
    else:
        from ciextract.cli.explained import answer_drawn

        shown = answer_drawn(answer, width)
    return Made(shown, tuple(remarks(examined.record)), complete=examined.record.complete)
