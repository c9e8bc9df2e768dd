"""Words and where they stand: the index finds what a plain search of the text finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.folding import WordIndex, lowered, shortest

WORDS = st.lists(st.sampled_from(["none", "not", "no doubt", "a 3%", "very good", "İn", "Good", "x-ray", "\n", "all's"]))


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
