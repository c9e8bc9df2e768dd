"""The words of a command line come in, an exit code goes out; nothing is decided here that the library could decide."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ciextract.cli.answer import answer

OF_A_DOCUMENT = ("parse", "text", "sections", "explain")
"""Commands that take a document; each is the function of that name in the module of that name."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (docs/exit-codes.md).

    ``arguments`` are the words after the program's name, by default those of this process.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    return answer(lambda: _run(words))


def _run(words: list[str]) -> int:
    # Neither the version nor a document without options waits for typer, which takes longer than a small document.
    if words[:1] == ["--version"]:
        from ciextract.cli.streams import emit_version

        return emit_version()
    if _names_only_a_document(words) and not _has_defaults():
        return _run_plainly(*words)
    from ciextract.cli.app import run

    return run(words)


def _names_only_a_document(words: list[str]) -> bool:
    return len(words) == 2 and words[0] in OF_A_DOCUMENT and (words[1] == "-" or not words[1].startswith("-"))


def _has_defaults() -> bool:
    """A file of defaults may set options that the words do not name."""
    from ciextract.cli.configuration import found

    return bool(found())


def _run_plainly(command: str, file: str) -> int:
    """The command as typer would call it: a document's name, every option as it is declared."""
    from importlib import import_module

    return int(getattr(import_module(f"ciextract.cli.{command}"), command)(file))
