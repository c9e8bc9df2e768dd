"""The words of a command line come in, an exit code goes out; nothing is decided here that the library could decide."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ciextract.cli.answer import answer


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (docs/exit-codes.md).

    ``arguments`` are the words after the program's name, by default those of this process.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    return answer(lambda: _run(words))


def _run(words: list[str]) -> int:
    # The version is told before typer is imported: programs that only ask for it should not wait.
    if words[:1] == ["--version"]:
        from ciextract.cli.streams import emit_version

        return emit_version()
    from ciextract.cli.app import run

    return run(words)
