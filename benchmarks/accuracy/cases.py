"""In: the project's root. Out: which document is scored against which gold, and in which group it counts.

Groups: fixtures-text, fixtures-pdf, shared-text, and shared-pdf-PRODUCER for every folder under documents/pdf.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .entry import OddValueError
from .gold import Gold, load_gold

_TEXTS = ("document.txt", "page.html")
"""Sources of a fixture that are scored as text."""


@dataclass(frozen=True, slots=True)
class Case:
    """One document to parse and the gold that says what it holds."""

    group: str
    gold: Gold
    path: Path


def find_cases(root: Path) -> tuple[Case, ...]:
    """All cases, by group; the shared ones only where ../shared/gold exists."""
    cases = [*_fixtures(root / "fixtures"), *_shared(root.parent / "shared")]
    return tuple(sorted(cases, key=lambda case: (_rank(case.group), case.gold.name, str(case.path))))


def has_shared(root: Path) -> bool:
    """Whether the shared gold is there."""
    return (root.parent / "shared" / "gold").is_dir()


def _rank(group: str) -> tuple[int, int, str]:
    return (int(group.startswith("shared")), int("pdf" in group), group)


def _fixtures(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*/gold.yaml")):
        texts = [source for name in _TEXTS if (source := path.parent / name).exists()]
        pdfs = sorted(path.parent.glob("*.pdf"))
        if not texts and not pdfs:
            raise OddValueError(str(path), "(its folder)", f"holds none of {', '.join(_TEXTS)} and no PDF")
        gold = load_gold(path, path.parent.name)
        yield from (Case("fixtures-text", gold, text) for text in texts)
        yield from (Case("fixtures-pdf", gold, pdf) for pdf in pdfs)


def _shared(folder: Path) -> Iterator[Case]:
    for path in sorted((folder / "gold").glob("*.yaml")):
        gold = load_gold(path, path.stem)
        if gold.source is None:
            raise OddValueError(str(path), "source", "is missing; expected the path of the document")
        found = _sources(folder, gold.source)
        if not found:
            raise OddValueError(str(path), "source", f"no such document under {folder}: {gold.source}")
        yield from (Case(_group(document), load_gold(path, path.stem, document), document) for document in found)


def _sources(folder: Path, source: str) -> list[Path]:
    """The documents that a source names, and for a text the PDFs of the same name."""
    found = sorted(folder.glob(source))
    if source.endswith(".txt"):
        found += sorted(folder.glob(f"documents/pdf/*/{Path(source).stem}.pdf"))
    return found


def _group(document: Path) -> str:
    return f"shared-pdf-{document.parent.name}" if document.suffix == ".pdf" else "shared-text"
