"""The words of a command line come in, the command that they name is run; its work stands in the module of its name."""

from __future__ import annotations

import os
from typing import Annotated, cast

import typer

from ciextract.cli.apply import apply
from ciextract.cli.ask import ask
from ciextract.cli.compare import compare
from ciextract.cli.declared import for_typer
from ciextract.cli.explain import explain
from ciextract.cli.export import export
from ciextract.cli.parse import parse
from ciextract.cli.reconcile import reconcile
from ciextract.cli.review import review
from ciextract.cli.scales import scales
from ciextract.cli.schema import schema
from ciextract.cli.sections import sections
from ciextract.cli.streams import emit_version, say
from ciextract.cli.text import text
from ciextract.cli.validate import validate

PROGRAM = "ciextract"
USAGE = 2

# The root of typer's usage errors has no public name of its own in all versions that we allow.
_UsageError = cast(type[Exception], typer.BadParameter.__bases__[0])

app = typer.Typer(
    name=PROGRAM,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        raise typer.Exit(emit_version())


@app.callback()
def ciextract(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Turn reports of Scotland's joint inspections of children's services into JSON records.

    \b
    Examples:
      ciextract parse report.pdf > record.json
      ciextract sections report.pdf
      ciextract text report.pdf | less
      ciextract explain report.pdf /evaluations/0
      ciextract validate record.json

    Records go to standard output, messages to standard error; exit codes are in docs/exit-codes.md. Nothing is
    fetched or sent.
    """


_DOCUMENTS = (parse, text, sections, explain)
_RECORDS = (scales, schema, validate, export, ask, compare, reconcile, review, apply)

for _command in (*_DOCUMENTS, *_RECORDS):
    app.command()(for_typer(_command))


def run(words: list[str]) -> int:
    """Run one command and return its exit code; what is wrong with the words themselves is told in one line."""
    command = typer.main.get_command(app)
    if f"_{PROGRAM.upper()}_COMPLETE" in os.environ:
        command.main(args=words, prog_name=PROGRAM)  # a shell asks for completions; this leaves the program
    try:
        with command.make_context(PROGRAM, words) as context:
            return int(command.invoke(context) or 0)
    except typer.Exit as end:
        return end.exit_code
    except _UsageError as error:
        return _refuse(cast(typer.BadParameter, error))


def _refuse(error: typer.BadParameter) -> int:
    path = error.ctx.command_path if error.ctx else PROGRAM
    what = " ".join(error.format_message().split()).rstrip(".")
    say(*path.split()[1:], f"{what[:1].lower()}{what[1:]}; see {path} --help")
    return USAGE
