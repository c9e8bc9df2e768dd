"""What `parse --strict` asks of a record, and how much text without a place a record may have."""

import json

import pytest
from tests.cli.standin import invented_record

from ciextract.document import MOST_UNPLACED
from ciextract.read.layout import lay_out
from ciextract.read.lines import PhysicalLine, SourceLines
from ciextract.strictness import shortfalls
from ciextract.validation import load_record

LENGTH = 10_000


def record(**ledger):
    value = invented_record("A title\n" + "w" * (LENGTH - 9) + "\n").to_dict()
    value["source"]["ledger"] |= ledger
    return load_record(json.dumps(value))


def test_a_sound_record_falls_short_of_nothing():
    assert shortfalls(record()) == []


@pytest.mark.parametrize("unplaced", [0, 1, 20])
def test_a_few_characters_without_a_place_are_borne(unplaced):
    assert unplaced <= MOST_UNPLACED * (LENGTH + unplaced)
    assert shortfalls(record(unplaced=unplaced)) == []


def test_more_of_them_are_not():
    assert shortfalls(record(unplaced=21)) == ["21 of 10021 characters have no place, more than 0.2%"]


def test_what_stands_beside_the_text_counts_as_read():
    assert shortfalls(record(unplaced=30, furniture=3_000, contents=3_000)) == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("damaged", "page 3 could not be read"),
        ("unknown", "no inspection document was recognised"),
        ("odds", "check tally-percent failed"),
    ],
)
def test_other_shortfalls(words, reason):
    assert shortfalls(invented_record(f"A title\n{words}\n")) == [reason]


def test_text_without_a_place_is_counted_and_told():
    line = PhysicalLine("The board met and agreed the plan. " * 100, page=1)
    for stray, lost in (("x", False), ("stray words that stand nowhere", True)):
        reading = SourceLines(
            (line,), "embedded", "application/pdf", pages=1, page_sizes=((595.0, 842.0),), unplaced=((1, stray),)
        )
        document = lay_out(reading)
        assert document.ledger["unplaced"] == len(stray)
        [notice] = document.notices
        assert (notice.code, notice.lost) == ("unplaced-text", lost)
        assert str(len(stray)) in notice.message
        assert stray not in document.text
