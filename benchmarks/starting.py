"""In: the command line. Out: what it costs to start commands, as a table; the throughput tables take it in as well."""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
SMALL = FIXTURES / "news-release" / "document.txt"
"""A text of 3 KB."""
REPORT = FIXTURES / "graded-report" / "typst.pdf"
PEER = "pdftotext"
RUNS = 7
_HEAD = ("command", "CPU ms", "times the floor", f"times `{PEER}`")


@dataclass(frozen=True, slots=True)
class Start:
    """A command and the CPU seconds of its process, from start to end; ``peer`` those of pdftotext on the same file."""

    name: str
    seconds: float
    peer: float | None = None


def starts(runs: int = RUNS) -> tuple[Start, ...]:
    """Python doing nothing first; the runs of the commands take turns, and the least of each counts."""
    commands = _commands()
    taken: dict[str, list[float]] = {name: [] for name in commands}
    with TemporaryDirectory() as compiled:
        environment = _as_installed(compiled)
        for _ in range(runs):
            for name, words in commands.items():
                taken[name].append(_process_seconds(words, environment))
    least = {name: min(seconds) for name, seconds in taken.items()}
    peer = next((least[name] for name in least if name.startswith(PEER)), None)
    return tuple(Start(name, least[name], peer if name.endswith(REPORT.suffix) else None) for name in commands)


def _as_installed(folder: str) -> dict[str, str]:
    """Modules are compiled by the first run, as pip does when it installs; a checkout may be told to compile none."""
    others = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return others | {"PYTHONPYCACHEPREFIX": folder}


def _commands() -> dict[str, tuple[str, ...]]:
    python, program = (sys.executable,), (sys.executable, "-m", "ciextract")
    commands = {
        "python -c pass": (*python, "-c", "pass"),
        "ciextract --version": (*program, "--version"),
        f"ciextract parse {_name(SMALL)}": (*program, "parse", str(SMALL)),
        f"ciextract parse --compact {_name(SMALL)}": (*program, "parse", "--compact", str(SMALL)),
        f"ciextract parse {_name(REPORT)}": (*program, "parse", str(REPORT)),
    }
    if found := shutil.which(PEER):
        commands[f"{PEER} {_name(REPORT)}"] = (found, str(REPORT), "-")
    return commands


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _process_seconds(words: Sequence[str], environment: Mapping[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def table(measured: Sequence[Start]) -> str:
    """The starts as a table of Markdown; where pdftotext is not installed, a line says so."""
    rows = [_row(start, measured[0].seconds) for start in measured]
    lines = [_HEAD, ("---", *("---:" for _ in _HEAD[1:])), *rows]
    drawn = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return drawn if any(start.peer for start in measured) else f"{drawn}\n\n`{PEER}` is not installed here."


def _row(start: Start, floor: float) -> tuple[str, ...]:
    ratio = f"{start.seconds / start.peer:.1f}" if start.peer else ""
    return f"`{start.name}`", f"{start.seconds * 1000:.0f}", f"{start.seconds / floor:.1f}", ratio


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.starting", description="Measure what starting costs.")
    parser.add_argument("--runs", type=int, default=RUNS, metavar="N", help="runs of each command")
    print(table(starts(parser.parse_args(argv).runs)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
