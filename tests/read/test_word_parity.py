"""The same document as text, as a Word file and, where LibreOffice is there, as the PDF that it makes of the Word file."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ciextract import parse
from ciextract.folding import fold

FIXTURES = Path(__file__).parents[2] / "fixtures"
WORDS = sorted(FIXTURES.glob("*/word.docx"))
OFFICE = shutil.which("soffice")

# What a list writes before its items, and the space that stands for the end of a line between them.
MARKERS = str.maketrans("", "", "•- \n")

# Layers whose values are compared without places, rule names, and what depends on where a page ends.
LAYERS = {
    "key_messages": ("kind", "number", "statement", "text"),
    "evaluations": ("indicator", "area", "year", "status", "grade", "reason"),
    "proportions": ("form", "quantifier", "fraction", "value", "relation", "measure", "count", "total", "bounds",
                    "population", "grade", "statement"),
    "evidence_base": ("activity", "population", "count", "relation"),
    "glossary": ("term", "definition"),
    "actions": ("ref", "statement", "issue", "task", "expected_outcome", "owner", "monitoring", "timescale"),
    "quotations": ("speaker", "role", "text"),
}  # fmt: skip


def plain(value):
    return fold(value) if isinstance(value, str) else value


def entries(record, layer, fields):
    return [tuple(repr(plain(entry.get(field))) for field in fields) for entry in record[layer]]


def section(entry):
    return entry["kind"], entry["number"], fold(entry["title"] or ""), entry["level"], entry["role"]


def part(entry):
    return entry["kind"], fold(entry["title"] or ""), (entry["published"] or {}).get("date"), entry["publication_code"]


def meanings(path):
    record = parse(path).to_dict()
    found = {layer: sorted(entries(record, layer, fields)) for layer, fields in LAYERS.items()}
    inspection = record["inspection"]
    return found | {
        "sections": [section(entry) for entry in record["sections"]],
        "documents": [part(entry) for entry in record["documents"]],
        "areas": [area["code"] for area in inspection["areas"]],
        "period": [(inspection["period"] or {}).get(end) for end in ("start", "end")],
        "partners": [partner["name"] for partner in inspection["partners"]],
        "confident": (record["conclusion"] or {}).get("confident"),
        "complete": record["complete"],
    }


def table_rows(path):
    """Cells without the markers of lists: a text file has those that were typed, Word prints those that it counts."""
    tables = parse(path).to_dict()["tables"]
    return [[[cell.translate(MARKERS) for cell in row] for row in (t["header"], *t["rows"])] for t in tables]


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.parent.name)
def test_a_word_file_says_what_its_text_says(path):
    assert meanings(path) == meanings(path.with_name("document.txt"))


# The paper's table has a list in a cell, which its text writes as markup without letters.
LETTERED = {"committee-paper"}


@pytest.mark.parametrize(
    "path", [path for path in WORDS if path.parent.name not in LETTERED], ids=lambda path: path.parent.name
)
def test_a_word_file_has_the_tables_of_its_text(path):
    assert table_rows(path) == table_rows(path.with_name("document.txt"))


def test_word_files_stand_beside_layouts():
    laid_out = {path.parent for path in FIXTURES.glob("*/layout.toml")}
    assert {path.parent for path in WORDS} <= laid_out
    assert len(WORDS) >= 5


# What the PDF of an office program still tells otherwise than the Word file: facts in boxes of one cell are read as one
# paragraph, and of labels that are underlined within a paragraph some are not seen.
LOST_ON_PAGES = {"committee-paper": {"proportions"}, "graded-report": {"proportions"}}


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.parent.name)
def test_the_pdf_that_an_office_program_makes_of_a_word_file_says_the_same(path, tmp_path):
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    lost = LOST_ON_PAGES.get(path.parent.name, set())
    printed, written = meanings(tmp_path / "word.pdf"), meanings(path)
    assert {layer for layer in written if printed[layer] != written[layer]} == lost
