"""PDFs in, CPU seconds and peaks of memory out: each engine in a process of its own, warm, pdftotext from outside."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .corpus import ROOT, Corpus, repeated

PEERS = ROOT / ".venv-peers" / "bin" / "python"
"""The environment of the engines that the project does not depend on; ``make bench-pages`` makes it."""
BASE = "pdftotext"
FEW = 100
"""Pages below which one run would tell more of what is compiled when first used than of the pages."""
_OWN = {
    "pipeline": "ciextract, PDF to JSON",
    "reading": "ciextract, reading alone",
    "pdfium": "pypdfium2, text alone",
}
_SLOW = {"pdfplumber": "pdfplumber `extract_text`"}
_PEER = {"pypdf": "pypdf `extract_text`", "markitdown": "markitdown"}


@dataclass(frozen=True, slots=True)
class Measured:
    """An engine over some PDFs: CPU seconds and megabytes at the peak; None where it could not be run or told."""

    name: str
    seconds: float | None
    peak: float | None = None


@dataclass(frozen=True, slots=True)
class Grown:
    """Reading, and the whole pipeline, over a PDF of so many pages."""

    pages: int
    reading: Measured
    pipeline: Measured


def measured(corpus: Corpus, runs: int) -> list[Measured]:
    """All engines over one corpus, pdftotext first."""
    return [
        Measured(BASE, _pdftotext(corpus.files, runs)),
        *(_engine(sys.executable, engine, name, runs, corpus.files) for engine, name in _OWN.items()),
        *(_engine(sys.executable, engine, name, 1, corpus.files) for engine, name in _SLOW.items()),
        *(_engine(str(PEERS), engine, name, 1, corpus.files) for engine, name in _PEER.items()),
    ]


def grown(sizes: Sequence[int]) -> Iterator[Grown]:
    """PDFs of more and more pages, each read by a process of its own."""
    with TemporaryDirectory() as folder:
        for pages in sizes:
            files = (repeated(pages, Path(folder) / f"{pages}.pdf"),)
            runs = 3 if pages < FEW else 1
            read, parsed = (_engine(sys.executable, name, name, runs, files) for name in ("reading", "pipeline"))
            yield Grown(pages, read, parsed)


def _engine(python: str, engine: str, name: str, runs: int, files: Sequence[Path]) -> Measured:
    command = [python, str(Path(__file__).with_name("engines.py")), engine, str(runs), *map(str, files)]
    if not Path(python).exists():
        return Measured(name, None)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{name} cannot be measured: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return Measured(name, None)
    told = json.loads(done.stdout.splitlines()[-1])
    return Measured(name, told["seconds"], told["peak"])


def _pdftotext(files: Sequence[Path], runs: int) -> float | None:
    """CPU seconds of a process for each file, its start included."""
    if shutil.which(BASE) is None:
        return None
    return sum(min(_process_seconds([BASE, str(file), "-"]) for _ in range(runs)) for file in files)


def _process_seconds(command: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
