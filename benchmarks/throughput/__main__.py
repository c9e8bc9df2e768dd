"""In: the command line. Out: tables of speed on standard output, or in docs/benchmarks.md; never a verdict."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from benchmarks.pages.report import renewed
from benchmarks.starting import starts

from .invented import REPORT, ROOT, dense_text, densities, graded_programme, report_text
from .measuring import MEGABYTE, Timings, timings
from .report import page, tables

SIZES = (1,)
"""Megabytes of text like a report's; of the dense text the first."""
LARGE = 10
COUNTED = 200_000
"""Characters of each text in which findings are counted."""
PAGE = ROOT / "docs" / "benchmarks.md"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and write the page where asked."""
    arguments = _parser().parse_args(argv)
    sizes = (*SIZES, LARGE) if arguments.large else SIZES
    measured = [_pair("like a report", report_text, size, arguments.runs) for size in sizes]
    measured.insert(1, _pair("dense", dense_text, SIZES[0], arguments.runs))
    held = {"like a report": densities(report_text(COUNTED)), "dense": densities(dense_text(COUNTED))}
    body = tables(measured, held, REPORT, starts(arguments.starts))
    print(body)
    if arguments.write:
        PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), page(body)), encoding="utf-8")
    return 0


def _pair(name: str, source: Callable[[int], str], megabytes: int, runs: int) -> tuple[str, Timings, Timings | None]:
    """The timings of a text, and for the smallest of its kind those of twice as much."""
    if megabytes > SIZES[0]:
        return name, _timed(name, source, megabytes, 1), None
    return name, _timed(name, source, megabytes, runs), _timed(name, source, 2 * megabytes, runs)


def _timed(name: str, source: Callable[[int], str], megabytes: int, runs: int) -> Timings:
    print(f"measuring {megabytes} MB of text, {name}", file=sys.stderr)
    return timings(source(megabytes * MEGABYTE), graded_programme(), runs)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput", description="Measure speed beside peers.")
    parser.add_argument("--large", action="store_true", help=f"{LARGE} MB of text as well; takes minutes and memory")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs of each step over the smallest text")
    parser.add_argument("--starts", type=int, default=7, metavar="N", help="runs of each command")
    return parser


if __name__ == "__main__":
    sys.exit(main())
