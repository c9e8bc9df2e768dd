"""The same document as text and as a PDF of several producers: one outline, the same messages and evaluations."""

from pathlib import Path

import pytest

from ciextract import parse
from ciextract.folding import fold

ROOT = Path(__file__).parents[1]
PDFS = sorted(ROOT.glob("fixtures/*/*.pdf"))


def section(entry):
    return entry.kind, entry.number, fold(entry.title or ""), entry.level, entry.role


def message(entry):
    return entry.kind, entry.number, entry.statement, fold(entry.text)


def evaluation(entry):
    area = entry.area.name if entry.area else None
    return entry.indicator, entry.indicator_name, area, entry.year, entry.status, entry.grade, fold(entry.reason or "")


def part(entry):
    return entry.kind, entry.title, entry.published.date if entry.published else None, entry.publication_code


def meanings(path):
    record = parse(path)
    period = record.inspection.period
    return {
        "documents": [part(entry) for entry in record.documents],
        "areas": [area.code for area in record.inspection.areas],
        "period": (period.start, period.end) if period else None,
        "partners": [partner.name for partner in record.inspection.partners],
        "sections": [section(entry) for entry in record.sections],
        "key messages": [message(entry) for entry in record.key_messages],
        "evaluations": [evaluation(entry) for entry in record.evaluations],
    }


@pytest.mark.parametrize("path", PDFS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_pdf_says_what_its_text_says(path):
    assert meanings(path) == meanings(path.with_name("document.txt"))


def test_every_fixture_has_pdfs_of_two_producers():
    for folder in {path.parent for path in ROOT.glob("fixtures/*/document.txt")}:
        assert {path.stem for path in folder.glob("*.pdf")} >= {"reportlab", "typst"}
