"""In: the command line. Out: every outcome sorted, on standard output; 1 where one of them is no documented one."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence

from ciextract.batch.messages import Refusal

from .campaign import DOCUMENTED, LOST, Ended, mutants, run

SEED = 20_261_130


def main(argv: Sequence[str] | None = None) -> int:
    """Damage documents, read them, and sort what became of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description="Read damaged documents.")
    parser.add_argument("--inputs", type=int, default=5000, metavar="N")
    parser.add_argument("--seed", type=int, default=SEED, metavar="N")
    parser.add_argument("--jobs", type=int, default=2, metavar="N")
    parser.add_argument("--list", action="store_true", help="name every document that lost text and does not say so")
    arguments = parser.parse_args(argv)
    outcomes: Counter[tuple[str, str]] = Counter()
    lost: list[Ended] = []
    wrong: list[Ended] = []
    for ended in run(mutants(arguments.seed, arguments.inputs), arguments.jobs):
        kind = ended.mutant.source.rpartition(".")[2]
        outcomes[kind, ended.outcome] += 1
        if ended.lost and kind == "pdf":
            lost.append(ended)
        if isinstance(ended.result, Refusal) and ended.result.exit_code not in DOCUMENTED:
            wrong.append(ended)
    _tell(outcomes, lost, wrong, arguments.list)
    return 1 if wrong else 0


def _tell(outcomes: Counter[tuple[str, str]], lost: list[Ended], wrong: list[Ended], names: bool) -> None:
    for (kind, outcome), count in sorted(outcomes.items()):
        print(f"{kind:5} {outcome:12} {count:6}")
    silent = [ended for ended in lost if ended.outcome == "complete"]
    told = len(lost) - len(silent)
    print(f"PDFs with less than {LOST:.0%} of their words: {len(lost)}, of which {told} say so", end="")
    print(f" ({told / len(lost):.1%})" if lost else "")
    for ended in sorted(silent, key=lambda ended: ended.mutant.number) if names else ():
        mutant = ended.mutant
        print(f"silent {mutant.number} {mutant.damage} {mutant.source} {ended.words:.0%}")
    for ended in wrong:
        mutant = ended.mutant
        print(f"WRONG {mutant.number} {mutant.damage} {mutant.source} {ended.result}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
