"""A document and a pointer or a piece of its text come in, why the record says what it says goes out."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

from ciextract.cli.answer import about
from ciextract.cli.arguments import Encoding, File, Password, Quiet
from ciextract.cli.declared import Argument
from ciextract.cli.parse import json_bytes, warn_of
from ciextract.cli.streams import called, emit, on_terminal, read_input

if TYPE_CHECKING:
    from ciextract.pipeline import Examined


def explain(
    file: File,
    path: Annotated[str | None, Argument(metavar="[PATH]", show_default=False, hidden=True)] = None,
    encoding: Encoding = None,
    password: Password = None,
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
    of the text, in which case, quotes, dashes and spaces do not count; without it, values and refusals are counted. In
    a pipe the answer is one JSON object.
    """
    from ciextract.explain import explain as explain_path

    with about(called(file)):
        examined = _examined(file, encoding, password)
        answer = explain_path(examined, path)
    if on_terminal():
        from ciextract.cli.explained import answer_drawn

        emit(answer_drawn(answer))
    else:
        emit(json_bytes(asdict(answer), 2))
    if not quiet:
        warn_of(examined.record, called(file))
    return 0


def _examined(file: str, encoding: str | None, password: str | None) -> Examined:
    from ciextract.pipeline import Given, examine, read_document

    content = read_input(file)
    return examine(read_document(content, encoding=encoding, password=password), Given(content, None, None, None))
