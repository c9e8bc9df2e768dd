"""In: the command line. Out: tables of speed and memory on standard output, or in docs/benchmarks.md; no verdict."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from .corpus import ROOT, corpora
from .measuring import grown, measured
from .report import compared, growth, placed, section

SIZES = (25, 250, 500, 1_000, 2_000)
"""Pages of one report, and of long documents."""
PAGE = ROOT / "docs" / "benchmarks.md"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and write the section where asked."""
    arguments = _parser().parse_args(argv)
    body = section(
        [
            *(compared(corpus, measured(corpus, arguments.runs)) for corpus in corpora()),
            growth(list(grown(SIZES))),
        ]
    )
    print(body)
    if arguments.write:
        PAGE.write_text(placed(PAGE.read_text(encoding="utf-8"), body), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description="Measure PDFs beside peers.")
    parser.add_argument("--write", action="store_true", help="write the section of docs/benchmarks.md")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs of the fast engines over each file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
