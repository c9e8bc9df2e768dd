"""Words of the fixtures that look like a grade, a count, a conclusion or progress, and must give none."""

from pathlib import Path

import pytest
import yaml

from ciextract.pipeline import parse

FIXTURES = Path(__file__).parents[2] / "fixtures"
OF_GRADES = (
    "protection-report", "protection-release", "services-report", "progress-review", "orders-release",
    "adults-thematic", "adults-report",
)  # fmt: skip
"""Fixtures whose traps are of grades; those of the others are of proportions."""
CASES = [
    pytest.param(FIXTURES / name, trap, id=f"{name}-{trap['text'][:30]}")
    for name in OF_GRADES
    for trap in yaml.safe_load((FIXTURES / name / "traps.yaml").read_text("utf-8"))
]


@pytest.mark.parametrize("printed", ["document.txt", "typst.pdf"])
@pytest.mark.parametrize(("folder", "trap"), CASES)
def test_a_trap_gives_nothing(folder, trap, printed):
    record = parse(folder / printed)
    text = " ".join(section.text for section in record.sections)
    assert trap["text"] in " ".join(text.split())
    for layer in ("evaluations", "grade_counts", "worded_conclusions", "progress"):
        for entry in getattr(record, layer):
            quote = " ".join(entry.evidence.quote.split())
            assert quote not in trap["sentence"], layer
