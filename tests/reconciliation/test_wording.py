"""Whether one text is another: word for word, edited, or something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.reconciliation.wording import differences, found_in, nearest

REPORT = [
    "Buses were late.\nStaff knew the children's plans, and kept to them. All was well.",
    "Nothing else was said here.",
]


@pytest.mark.parametrize("text", ["", "...", "Leaders met every week to talk about money.", "Staff were late."])
def test_other_words_are_not_found(text):
    assert found_in(text, REPORT) is None


def test_word_for_word_but_for_case_and_marks():
    match = found_in("staff knew the children’s plans and kept to them", REPORT)
    assert (match.exact, match.index, match.differences) == (True, 0, "")
    assert match.words == "Staff knew the children's plans, and kept to them."


def test_an_edited_sentence_says_what_differs():
    match = found_in("Staff knew the children's plan, and kept to them", REPORT)
    assert not match.exact
    assert match.words == "Staff knew the children's plans, and kept to them."
    assert match.differences == "'plan' for 'plans'"


def test_the_nearest_of_several():
    others = [
        "Staff kept children safe at home.",
        "Staff kept children safe at school and at home.",
        "Buses were late.",
    ]
    assert nearest("Staff kept children safe at the school and at home.", others).index == 1
    assert nearest("Plans were late and thin.", others) is None
    assert nearest("Anything", []) is None


def test_many_differences_are_counted():
    assert differences("a b c d e f g h i j", "a x c x e x g x i x").endswith(" and 1 more")


WORDS = st.lists(
    st.sampled_from(["staff", "knew", "children's", "plans,", "well.", "–", "(late)"]), min_size=1, max_size=12
)


@given(WORDS, WORDS, WORDS)
def test_a_stretch_of_a_text_is_found_in_it(before, inside, after):
    text = " ".join(inside)
    match = found_in(text, [" ".join([*before, text, *after])])
    if any(character.isalpha() for character in text):
        assert match is not None
        assert match.exact
    else:
        assert match is None
