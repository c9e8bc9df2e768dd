"""The fixtures' texts in, a folder of any number of different documents out, and what a batch made of it."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATE = ".ciextract"
COMMAND = (sys.executable, "-m", "ciextract", "batch")


def make(folder: Path, count: int, paragraphs: int) -> Path:
    """So many text files in ten folders, each of so many paragraphs, no two alike; every hundredth is a picture."""
    text = (ROOT / "fixtures" / "news-release" / "document.txt").read_text(encoding="utf-8")
    source = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    for number, start in zip(range(count), itertools.cycle(range(len(source))), strict=False):
        chosen = list(itertools.islice(itertools.cycle(source), start, start + paragraphs))
        path = folder / f"folder-{number % 10}" / f"report-{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        content = "\n\n".join([source[0], *chosen, f"This is copy {number}."]).encode()
        path.write_bytes(b"\x89PNG\0" if number % 100 == 99 else content)
    return folder


def mixed(folder: Path, count: int) -> Path:
    """So many documents as people have them: the texts and PDFs of the fixtures, in turn and again."""
    sources = sorted((*ROOT.glob("fixtures/*/document.txt"), *ROOT.glob("fixtures/*/*.pdf")))
    folder.mkdir(parents=True)
    for number, source in zip(range(count), itertools.cycle(sources), strict=False):
        shutil.copyfile(source, folder / f"document-{number:05}{source.suffix}")
    return folder


def halves(source: Path, first: Path, second: Path) -> tuple[Path, Path]:
    """Two folders, each with every other file of the source."""
    for number, path in enumerate(sorted(source.iterdir())):
        half = second if number % 2 else first
        half.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, half / path.name)
    return first, second


def start(source: Path, out: Path, jobs: int) -> subprocess.Popen[bytes]:
    """A batch that runs."""
    words = [*COMMAND, str(source), "--out", str(out), "--jobs", str(jobs), "--quiet"]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def made(out: Path) -> dict[str, bytes]:
    """All files but the batch's own."""
    paths = (path for path in out.rglob("*") if path.is_file() and STATE not in path.parts)
    return {str(path.relative_to(out)): path.read_bytes() for path in paths}
