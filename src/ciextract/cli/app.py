"""The words of a command line come in, the command that they name is run; its work stands in the module of its name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, cast

import typer

from ciextract.cli.apply import apply
from ciextract.cli.ask import ask
from ciextract.cli.batch import batch
from ciextract.cli.codes import WRONG_USE
from ciextract.cli.compare import compare
from ciextract.cli.configuration import defaults
from ciextract.cli.declared import for_typer
from ciextract.cli.diff import diff
from ciextract.cli.doctor import doctor
from ciextract.cli.explain import explain
from ciextract.cli.export import export
from ciextract.cli.merge import merge
from ciextract.cli.parse import parse
from ciextract.cli.programme import programme
from ciextract.cli.reconcile import reconcile
from ciextract.cli.review import review
from ciextract.cli.scales import scales
from ciextract.cli.schema import schema
from ciextract.cli.sections import sections
from ciextract.cli.streams import emit_version, say
from ciextract.cli.text import text
from ciextract.cli.upgrade import upgrade
from ciextract.cli.usage import Command
from ciextract.cli.validate import validate
from ciextract.cli.verify import verify

if TYPE_CHECKING:
    from typer.core import TyperGroup

PROGRAM = "ciextract"

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
      ciextract batch reports --out records
      ciextract sections report.pdf
      ciextract text report.pdf | less
      ciextract explain report.pdf /evaluations/0
      ciextract validate record.json

    Records go to standard output, messages to standard error; exit codes are in docs/exit-codes.md. Nothing is
    fetched or sent.
    """


_COMMANDS = (
    parse, batch, text, sections, explain, scales, schema, validate, verify, diff, export, compare, reconcile, merge,
    ask, review, apply, upgrade, doctor,
)  # fmt: skip

for _command in _COMMANDS:
    app.command(cls=Command)(for_typer(_command))
app.add_typer(programme, name="programme")


def group() -> TyperGroup:
    """All commands."""
    return cast("TyperGroup", typer.main.get_command(app))


def run(words: list[str]) -> int:
    """Run one command and return its exit code; what is wrong with the words themselves is told in one line."""
    command = group()
    if f"_{PROGRAM.upper()}_COMPLETE" in os.environ:
        command.main(args=words, prog_name=PROGRAM)  # a shell asks for completions; this leaves the program
    try:
        # The doctor is there to say what is wrong with them.
        said = {} if words[:1] == ["doctor"] else defaults(command)
        with command.make_context(PROGRAM, words, default_map=said) as context:
            return int(command.invoke(context) or 0)
    except typer.Exit as end:
        return end.exit_code
    except _UsageError as error:
        return _refuse(cast(typer.BadParameter, error))


def _refuse(error: typer.BadParameter) -> int:
    path = error.ctx.command_path if error.ctx else PROGRAM
    what = " ".join(error.format_message().split()).rstrip(".")
    say(*path.split()[1:], f"{what[:1].lower()}{what[1:]}; see {path} --help")
    return WRONG_USE
