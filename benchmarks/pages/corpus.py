"""The project's root in, the PDFs to read out: those of the fixtures, those beside the project, and long ones made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from pypdfium2 import PdfDocument

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Corpus:
    """PDFs that are measured together, and their pages."""

    name: str
    files: tuple[Path, ...]
    pages: int


def corpora() -> Iterator[Corpus]:
    """The fixtures' PDFs; those with text of ../shared/documents, where that folder exists."""
    texts = sorted(ROOT.glob("fixtures/*/document.txt"))
    yield _corpus("PDFs of fixtures/", [file for text in texts for file in sorted(text.parent.glob("*.pdf"))])
    beside = sorted(ROOT.parent.glob("shared/documents/pdf/*/*.pdf"))
    if beside:
        yield _corpus("PDFs of ../shared/documents", beside)


def _corpus(name: str, files: list[Path]) -> Corpus:
    return Corpus(name, tuple(files), sum(_pages(file) for file in files))


def _pages(file: Path) -> int:
    document = PdfDocument(file)
    try:
        return len(document)
    finally:
        document.close()


def repeated(pages: int, target: Path) -> Path:
    """A PDF of so many pages: those of the fixtures, again and again."""
    long = PdfDocument.new()
    for source in cycle([PdfDocument(file) for file in sorted(ROOT.glob("fixtures/*/typst.pdf"))]):
        long.import_pages(source, list(range(min(len(source), pages - len(long)))))
        if len(long) == pages:
            break
    long.save(target)
    return target
