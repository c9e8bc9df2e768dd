"""In: the command line. Out: tables of speed on standard output, or in docs/benchmarks.md; never a verdict."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from benchmarks.starting import starts

from .invented import ROOT, text_of_size
from .measuring import MEGABYTE, Timings, timings
from .report import page, tables

SIZES = (1, 10)
"""Megabytes of text."""
LARGE = 100
PAGE = ROOT / "docs" / "benchmarks.md"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and write the page where asked."""
    arguments = _parser().parse_args(argv)
    sizes = (*SIZES, LARGE) if arguments.large else SIZES
    measured = [_timed(size, arguments.runs if size == SIZES[0] else 1) for size in sizes]
    body = tables(measured, _timed(2 * SIZES[0], arguments.runs), starts(arguments.starts))
    print(body)
    if arguments.write:
        PAGE.write_text(page(body), encoding="utf-8")
    return 0


def _timed(megabytes: int, runs: int) -> Timings:
    print(f"measuring {megabytes} MB", file=sys.stderr)
    return timings(text_of_size(megabytes * MEGABYTE), runs)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput", description="Measure speed beside peers.")
    parser.add_argument("--large", action="store_true", help=f"{LARGE} MB of text as well; takes minutes and memory")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs of each step over the smallest text")
    parser.add_argument("--starts", type=int, default=7, metavar="N", help="runs of each command")
    return parser


if __name__ == "__main__":
    sys.exit(main())
