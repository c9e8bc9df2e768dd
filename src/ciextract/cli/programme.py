"""The name or the file of a programme comes in, what it says or what is wrong with it goes out; nothing is mended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ciextract.batch.limits import MEMORY
from ciextract.batch.messages import Made, Options, Request
from ciextract.cli.answer import about
from ciextract.cli.arguments import Encoding, File, MaxMemory, NoSummary, Password, Timeout
from ciextract.cli.codes import FLAWED_PROGRAMME
from ciextract.cli.declared import Argument, for_typer
from ciextract.cli.isolated import isolated, settled
from ciextract.cli.programmes import text_of
from ciextract.cli.streams import called, emit, on_terminal, read_input, say, terminal_width
from ciextract.cli.usage import Command
from ciextract.document import Progress
from ciextract.printing import printable

if TYPE_CHECKING:
    from ciextract.programme.model import Programme

programme = typer.Typer(rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]})
Name = Annotated[str, Argument(metavar="NAME", show_default=False, hidden=True)]


@programme.callback()
def _programme() -> None:
    """List, show, check and begin programmes: files that say what the documents of a kind of inspection look like.

    \b
    Examples:
      ciextract programme list
      ciextract programme show adult_support_and_protection
      ciextract programme new report.pdf > mine.toml
      ciextract programme check mine.toml
      ciextract parse report.pdf --programme mine.toml

    A programme is a TOML file; docs/programmes.md adds one from beginning to end.
    """


@programme.command("list", cls=Command)
@for_typer
def list_programmes() -> int:
    """List the programmes that come with ciextract.

    \b
    Examples:
      ciextract programme list
      ciextract programme list | cut -f 1

    In a pipe each programme is a line: its name, its years, its scale and its title, with tabs between them.
    """
    from ciextract.programme.load import programmes

    ordered = sorted(programmes(), key=lambda one: (one.years, one.name))
    rows = [(one.name, _years(one), one.scale or "", one.title) for one in ordered]
    if on_terminal():
        from rich.table import Table
        from rich.text import Text

        from ciextract.cli.screen import drawn

        table = Table("name", "years", "scale", "title")
        for row in rows:
            table.add_row(*(Text(printable(cell)) for cell in row))
        emit(drawn([table], terminal_width() or 80))
    else:
        emit("".join(f"{chr(9).join(map(printable, row))}\n" for row in rows).encode())
    return 0


@programme.command(cls=Command)
@for_typer
def show(name: Name) -> int:
    """Print the file of a programme.

    \b
    Examples:
      ciextract programme show compulsory_supervision_orders
      ciextract programme show children_at_risk_of_harm > mine.toml

    NAME is one of `ciextract programme list`, or a TOML file of your own, which is checked thereby.
    """
    data = settled(text_of, name).data
    emit(printable(data.decode(), keep="\n\t").encode() if on_terminal() else data)
    return 0


@programme.command(cls=Command)
@for_typer
def check(name: Name, quiet: NoSummary = False) -> int:
    """Say what is wrong with a programme file.

    \b
    Examples:
      ciextract programme check mine.toml

    NAME is a TOML file, or the name of a programme that comes with ciextract. Each flaw is one line: file, entry and
    key, what is wrong, what would be accepted. Every example and counter-example is held against its pattern.
    """
    wrong = settled(_flaws, name).data
    emit(wrong)
    if not quiet:
        count = wrong.count(b"\n")
        say(called(name), f"{count} flaw{'' if count == 1 else 's'}" if wrong else "ok")
    return FLAWED_PROGRAMME if wrong else 0


def _flaws(request: Request, progress: Progress) -> Made:
    """A line for each flaw."""
    from ciextract.programme.checking import complaints, programme_text

    lines = []
    for one in complaints(programme_text(request.path), request.path):
        words = ": ".join(part for part in (called(request.path), one.where, one.what) if part)
        lines.append(f"{printable(f'{words}; {one.accepted}')}\n")
    return Made("".join(lines).encode())


@programme.command(cls=Command)
@for_typer
def new(
    file: File,
    encoding: Encoding = None,
    password: Password = None,
    timeout: Timeout = None,
    max_memory: MaxMemory = MEMORY,
) -> int:
    """Begin a programme file from the outline of a document.

    \b
    Examples:
      ciextract programme new report.pdf > mine.toml

    FILE is a PDF, Word, HTML or text document; - is standard input. What the document shows is filled in: signs from
    its title, its headings, the indicators that its tables grade. What is for you to say is marked by a comment.
    """
    with about(called(file)):
        request = Request(0, file, None, Options(encoding, password), read_input(file))
        made = isolated(_begun, request, timeout, max_memory)
    emit(made.data)
    return 0


def _begun(request: Request, progress: Progress) -> Made:
    """The beginning of a programme file for the document."""
    from ciextract.batch.work import document_of
    from ciextract.drafting import draft

    return Made(draft(document_of(request, progress)).encode())


def _years(one: Programme) -> str:
    return "-".join(map(str, _ends(one)))


def _ends(one: Programme) -> Iterator[int | str]:
    yield one.years[0]
    yield "" if len(one.years) == 1 else one.years[1]
