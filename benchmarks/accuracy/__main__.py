"""In: the command line. Out: tables of accuracy on standard output, talk on standard error, and an exit code.

0: nothing below its floor. 1: a layer below its floor, broken evidence, or a document without a record. 2: usage, or
a gold file or floors file that is odd.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .cases import Case, find_cases, has_shared
from .details import document_details
from .entry import OddValueError
from .floors import Floors, Shortfall, lowered, raised, read_floors, shortfalls, write_floors
from .layers import LAYERS
from .report import as_json, evidence_of, scorecard, tables
from .scoring import DocumentScore, by_group, score_document, score_failure, totals
from .verdicts import reviewed_cases

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Reading:
    """What an extractor makes of one document: its record as plain JSON and the canonical text."""

    record: Mapping[str, object]
    text: str


Reader = Callable[[Path], Reading]


def read_with_ciextract(path: Path) -> Reading:
    """Parse one document with this project's extractor."""
    from ciextract import parse, read_document

    return Reading(parse(path).to_dict(), read_document(path.read_bytes()).text)


def main(argv: Sequence[str] | None = None, root: Path = ROOT, read: Reader = read_with_ciextract) -> int:
    """Score, print, compare with the floors."""
    arguments = _parser().parse_args(argv)
    try:
        return _run(arguments, root, read)
    except OddValueError as error:
        print(f"accuracy: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description="Score records against gold.")
    parser.add_argument("--details", action="store_true", help="list every missed, invented and wrong fact")
    parser.add_argument("--only", metavar="NAME", help="only this gold file (a fixture's folder, a shared file's stem)")
    parser.add_argument("--layer", action="append", choices=list(LAYERS), help="only this layer; may be repeated")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--scorecard", type=Path, metavar="FILE", help="write a Markdown scorecard")
    parser.add_argument("--verdicts", type=Path, metavar="DIR", help="score against saved verdicts, not gold")
    floors = parser.add_mutually_exclusive_group()
    floors.add_argument("--raise-floors", action="store_true", help="raise floors to what was measured; never lowers")
    floors.add_argument("--lower-floors", action="store_true", help="lower floors to what was measured; never raises")
    return parser


def _run(arguments: argparse.Namespace, root: Path, read: Reader) -> int:
    part = "--only" if arguments.only else "--verdicts" if arguments.verdicts else None
    if part and (arguments.raise_floors or arguments.lower_floors):
        raise OddValueError(part, "floors", f"are of whole groups; run without {part} to change them")
    layers = arguments.layer or list(LAYERS)
    scores = [_score(case, root, read, layers) for case in _cases(root, arguments)]
    floors = _floors(arguments, scores, root)
    below = () if part else shortfalls(floors, measured(scores), layers, has_shared(root))
    _print(arguments, scores, {} if part else floors, below)
    if arguments.scorecard:
        arguments.scorecard.write_text(scorecard(scores), encoding="utf-8")
    failed = any(score.failure for score in scores)
    return 1 if below or failed or evidence_of(scores).broken else 0


def _cases(root: Path, arguments: argparse.Namespace) -> list[Case]:
    only = arguments.only
    found = find_cases(root) if arguments.verdicts is None else tuple(reviewed_cases(arguments.verdicts))
    cases = [case for case in found if only in (None, case.gold.name)]
    if not cases:
        known = sorted({case.gold.name for case in found})
        raise OddValueError("--only" if only else str(root), only or "gold", f"no such gold; known are {known}")
    return cases


def _score(case: Case, root: Path, read: Reader, layers: Sequence[str]) -> DocumentScore:
    name = _shown(case.path, root)
    try:
        reading = read(case.path)
    except Exception as error:  # whatever an extractor does, the other documents are still scored
        return score_failure(case.group, case.gold, name, _failure(error), layers)
    try:
        return score_document(case.group, case.gold, name, reading.record, reading.text, layers)
    except OddValueError as error:
        return score_failure(case.group, case.gold, name, str(error), layers)


def _failure(error: Exception) -> str:
    """The error with the place that raised it, for the developer who must find it."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(frame.filename).name}:{frame.lineno})"


def _shown(path: Path, root: Path) -> str:
    above = next((each for each in (root, root.parent) if path.is_relative_to(each)), None)
    return str(path.relative_to(above) if above else path)


def measured(scores: Sequence[DocumentScore]) -> Floors:
    """F1 by group and layer, where there is one."""
    return {
        group: {name: counts.f1 for name, counts in totals(members).items() if counts.f1 is not None}
        for group, members in by_group(scores).items()
    }


def _floors(arguments: argparse.Namespace, scores: Sequence[DocumentScore], root: Path) -> Floors:
    path = root / "benchmarks" / "accuracy" / "floors.toml"
    floors = read_floors(path)
    if arguments.raise_floors or arguments.lower_floors:
        change = raised if arguments.raise_floors else lowered
        floors = change(floors, measured(scores))
        write_floors(path, floors)
    return floors


def _print(
    arguments: argparse.Namespace, scores: Sequence[DocumentScore], floors: Floors, below: Sequence[Shortfall]
) -> None:
    if arguments.json:
        print(as_json(scores, floors, below))
    else:
        if arguments.details:
            print("\n".join(line for score in scores for line in document_details(score)), end="\n\n")
        print(tables(scores, floors))
    for shortfall in below:
        print(f"below its floor: {shortfall}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
