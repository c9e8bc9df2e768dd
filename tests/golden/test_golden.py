"""The record of each fixture, whole, against the one that is kept beside it.

A change in a record shows here as a difference of lines. Where it is meant, ``pytest tests/golden --update-golden``
writes the records anew; the difference then goes into the changelog.
"""

import json
from pathlib import Path

import pytest

from ciextract.pipeline import parse

FIXTURES = Path(__file__).parents[2] / "fixtures"
SOURCES = sorted(path for name in ("document.txt", "page.html") for path in FIXTURES.glob(f"*/{name}"))


def golden_text(source):
    """The record of a source as JSON, two spaces a level, with a newline at its end."""
    value = parse(source).to_dict()
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.name)
def test_a_fixture_gives_the_record_beside_it(request, source):
    kept = source.with_name("record.json")
    if request.config.getoption("--update-golden", default=False):
        kept.write_text(golden_text(source), encoding="utf-8")
        return
    if not kept.exists():
        pytest.skip("no record is kept beside it yet; --update-golden writes it")
    assert golden_text(source).splitlines() == kept.read_text(encoding="utf-8").splitlines()
