"""The fixtures' records, and two records of one programme with shares of our own."""

from pathlib import Path

import pytest

from ciextract.validation import load_record

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="session")
def records():
    return [load_record(path.read_text("utf-8")) for path in sorted(FIXTURES.glob("*/record.json"))]


@pytest.fixture(scope="session")
def at_risk(records):
    return [each for each in records if each.inspection.programme == "children_at_risk_of_harm"]
