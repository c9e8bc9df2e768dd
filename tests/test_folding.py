"""Words and where they stand: the index finds what a plain search of the text finds."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.folding import Stretches, WordIndex, lowered, shortest

WORDS = st.lists(
    st.sampled_from(["none", "not", "no doubt", "a 3%", "very good", "İn", "Good", "x-ray", "\n", "all's"])
)


@pytest.mark.parametrize("text", ["İstanbul", "STRASSE", "İ İ", "Σίσυφος", ""])
def test_lower_case_is_as_long_as_the_text(text):
    assert len(lowered(text)) == len(text)


@given(WORDS, st.sampled_from(["no", "not", "doubt", "no doubt", "good", "very good", "%", "a 3", "ray", "ll's", "on"]))
def test_the_index_finds_what_a_search_finds(words, fragment):
    text = " ".join(words)
    low = lowered(text)
    assert sorted(WordIndex(text).places(fragment)) == [at for at in range(len(low)) if low.startswith(fragment, at)]


def test_of_words_that_hold_others_the_others_are_kept():
    assert shortest(["very good", "good", "adequate"]) == ("good", "adequate")


@given(st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))))
def test_stretches_come_back_in_order(stretches):
    held = Stretches(stretches)
    assert list(held) == sorted(stretches) == list(held)
    assert len(held) == len(stretches)


def test_many_stretches_need_little_memory():
    many = 100_000
    tracemalloc.start()
    try:
        held = Stretches((at, at + 1) for at in range(2 * many, 0, -2))
        assert len(held) == many
        kept, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 12 * many
    assert most < 80 * many
