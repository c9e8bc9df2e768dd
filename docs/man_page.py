"""The commands as they are declared in, docs/ciextract.1 out: `make man` writes it, a test holds the two equal.

What is said of commands and options is their --help; exit codes are those of docs/exit-codes.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ciextract import __version__
from ciextract.cli.app import group

HERE = Path(__file__).parent
PAGE = HERE / "ciextract.1"
_ASIDE = "\b"
"""With which a paragraph of help begins whose lines stay as they are."""
_TAIL = r"""
.SH ENVIRONMENT
.TP
.B NO_COLOR
No colours, on a terminal either.
.TP
.B CIEXTRACT_DEBUG
Where it is 1, a bug shows where it happened.
.SH FILES
.TP
.I ciextract.toml
Options that are given each time, in the folder where a command is run or in that which
.B ciextract doctor
names.
"""


def page() -> str:
    """The manual page, in the man macros of roff."""
    program = group()
    does = _plain(_paragraphs(program)[0].rstrip("."))
    return "".join(
        f"{line}\n"
        for line in [
            f'.TH CIEXTRACT 1 "" "ciextract {__version__}" "User Commands"',
            ".nh",
            ".ad l",
            ".SH NAME",
            rf"ciextract \- {does[:1].lower()}{does[1:]}",
            ".SH SYNOPSIS",
            *_usage("ciextract", program),
            ".SH DESCRIPTION",
            *_description(program, after=1),
            ".SH OPTIONS",
            *_options(program),
            ".SH COMMANDS",
            *(line for path, command in _inner("ciextract", program) for line in _chapter(path, command)),
            '.SH "EXIT STATUS"',
            *_exit_codes(),
            *_TAIL.strip().splitlines(),
        ]
    )


def _inner(path: str, command: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - typer's own, of no public type
    for name, inner in getattr(command, "commands", {}).items():
        yield f"{path} {name}", inner
        yield from _inner(f"{path} {name}", inner)


def _chapter(path: str, command: Any) -> Iterator[str]:  # noqa: ANN401
    yield f'.SS "{_plain(path)}"'
    yield from _usage(path, command)
    yield ".PP"
    yield from _description(command)
    yield from _options(command)


def _usage(path: str, command: Any) -> list[str]:  # noqa: ANN401
    arguments = (str(each.metavar) for each in _of(command, "argument"))
    taken = ["COMMAND [ARGS]..."] if hasattr(command, "commands") else arguments
    return [f".B {_plain(path)}", f".I {_plain(' '.join(['[OPTIONS]', *taken]))}"]


def _of(command: Any, kind: str) -> list[Any]:  # noqa: ANN401
    return [each for each in command.params if each.param_type_name == kind]


def _paragraphs(command: Any) -> list[str]:  # noqa: ANN401
    return [each for each in str(command.help).split("\n\n") if each.strip()]


def _description(command: Any, after: int = 0) -> Iterator[str]:  # noqa: ANN401
    for place, paragraph in enumerate(_paragraphs(command)[after:]):
        if place:
            yield ".PP"
        if paragraph.startswith(_ASIDE):
            head, *lines = paragraph.removeprefix(_ASIDE).strip("\n").splitlines()
            yield from (_plain(head), ".RS", ".nf", *(_plain(line.strip()) for line in lines), ".fi", ".RE")
        else:
            yield _plain(" ".join(paragraph.split()))


def _options(command: Any) -> Iterator[str]:  # noqa: ANN401
    for option in _of(command, "option"):
        taken = "" if option.is_flag or not option.metavar else f" \\fI{_plain(option.metavar)}\\fR"
        yield from (".TP", f"\\fB{_plain(', '.join(option.opts))}\\fR{taken}", _plain(option.help or ""))


def _exit_codes() -> Iterator[str]:
    table = (HERE / "exit-codes.md").read_text("utf-8")
    for code, meaning in re.findall(r"^\| (\d+) \| (.+?) \|", table, re.MULTILINE):
        yield from (".TP", f".B {code}", _plain(re.sub(r"[`\\]", "", meaning).replace("(… |", "(... |")))


def _plain(text: str) -> str:
    """Words that roff prints as they are; a line that begins with its sign is no order."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
