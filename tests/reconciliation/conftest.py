"""The fixtures' records by the names of their folders."""

from pathlib import Path

import pytest

from ciextract.validation import load_record

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="session")
def records():
    return {path.parent.name: load_record(path.read_text("utf-8")) for path in FIXTURES.glob("*/record.json")}
