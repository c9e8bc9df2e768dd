"""The records of the fixtures."""

from pathlib import Path

import pytest

from ciextract.validation import load_record

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="session")
def records():
    """By the names of their folders."""
    return {path.parent.name: load_record(path.read_text("utf-8")) for path in sorted(FIXTURES.glob("*/record.json"))}
