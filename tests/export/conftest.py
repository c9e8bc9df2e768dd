"""The records of the fixtures, and a record in which a spreadsheet would find formulas."""

from dataclasses import replace
from pathlib import Path

import pytest

from ciextract.validation import load_record

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="session")
def records():
    return [load_record(path.read_text("utf-8")) for path in sorted(FIXTURES.glob("*/record.json"))]


@pytest.fixture(scope="session")
def hostile(records):
    """A record whose first key message begins like a formula."""
    record = next(each for each in records if each.key_messages)
    first = replace(record.key_messages[0], text='=HYPERLINK("http://a.example","x")')
    return replace(record, key_messages=[first, *record.key_messages[1:]])
