"""Lines that say what words of quantity stand for: first what states a share, then definitions."""

import pytest
from tests.outline.invented import PROSE, lines, record, report

from ciextract.quantities.definitions import defines_a_word
from ciextract.quantities.words import words_of
from ciextract.vocabulary.quantities import quantities

SCALE = ("All 100%", "Almost all: 80% - 99%", "Most 60% to 79%", "Half 50%", "Some 20%-39%", "Few: under 20%")


def quotes(*blocks):
    return [one.quote for one in record(report("Conclusion", *blocks)).proportions]


@pytest.mark.parametrize(
    "line", [*quantities().definition.leaves, "Most plans (64%)", "54% of most staff", "Half", "", "20% - 39%"]
)
def test_a_line_with_anything_else_defines_nothing(line):
    assert not defines_a_word(words_of(line))


@pytest.mark.parametrize("line", [*quantities().definition.takes, *SCALE, "most means 60 per cent or more"])
def test_a_line_of_nothing_but_a_word_and_its_percentages_defines_it(line):
    assert defines_a_word(words_of(line))


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_printed_scale_states_no_shares(between):
    assert quotes(between.join(SCALE), "Most staff agreed.") == ["Most"]


def test_rows_of_a_table_may_define_words():
    rows = "\n".join(("Word\tRange", "Almost all\t80% - 99%", "Most\t60% - 79%", "Half\t50%"))
    assert quotes(rows, PROSE) == []
    assert quotes("\n".join(("Plans\tSeen", "In time\t64%", "Late\t20%", "Never\t16%"))) == ["64%", "20%", "16%"]


def test_two_such_lines_may_state_shares():
    assert quotes(lines("Staff who felt heard:", "Most: 64%", "Parents who felt heard:", "Half: 50%")) == [
        "Most", "64%", "Half", "50%",
    ]  # fmt: skip
