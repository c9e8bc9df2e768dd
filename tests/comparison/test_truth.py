"""What follows from an interval: never more than it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.comparison.truth import Answer, Comparison, both, either, held, opposite
from ciextract.record import Bounds


def bounds(low, high, low_inclusive=True, high_inclusive=True):
    return Bounds(low=low, high=high, low_inclusive=low_inclusive, high_inclusive=high_inclusive, basis="arithmetic")


@pytest.mark.parametrize(
    ("interval", "comparison", "number", "answer"),
    [
        (bounds(75, 100, low_inclusive=False), ">", 75, "certainly"),
        (bounds(75, 100), ">", 75, "possibly"),
        (bounds(75, 100), ">=", 75, "certainly"),
        (bounds(50, 100, low_inclusive=False), ">", 75, "possibly"),
        (bounds(0, 75), ">", 75, "no"),
        (bounds(0, 75, high_inclusive=False), ">=", 75, "no"),
        (bounds(0, 75), ">=", 75, "possibly"),
        (bounds(0, 50, high_inclusive=False), "<", 50, "certainly"),
        (bounds(0, 50), "<", 50, "possibly"),
        (bounds(0, 50), "<=", 50, "certainly"),
        (bounds(54, 54), "=", 54, "certainly"),
        (bounds(54, 54), "!=", 54, "no"),
        (bounds(50, 60), "=", 54, "possibly"),
        (bounds(75, 100, low_inclusive=False), "=", 75, "no"),
        (bounds(75, 100, low_inclusive=False), "!=", 75, "certainly"),
    ],
)
def test_an_interval_beside_a_number(interval, comparison, number, answer):
    assert held(interval, Comparison(comparison), number) == answer


HUNDREDTHS = st.integers(0, 20).map(lambda each: each * 5.0)
TRUE_OF = {
    ">": lambda value, number: value > number,
    ">=": lambda value, number: value >= number,
    "<": lambda value, number: value < number,
    "<=": lambda value, number: value <= number,
    "=": lambda value, number: value == number,
    "!=": lambda value, number: value != number,
}


@given(HUNDREDTHS, HUNDREDTHS, st.booleans(), st.booleans(), HUNDREDTHS, st.sampled_from(list(Comparison)))
def test_the_answer_is_true_of_every_value_inside(one, other, low_in, high_in, number, comparison):
    """Held against all values in steps of one: certain is all of them, no is none of them, possibly is some."""
    low, high = sorted((one, other))
    inside = [
        value / 2
        for value in range(int(2 * low), int(2 * high) + 1)
        if (low_in or value > 2 * low) and (high_in or value < 2 * high)
    ]
    if not inside:
        return
    truths = {TRUE_OF[comparison.value](value, number) for value in inside}
    expected = {frozenset({True}): "certainly", frozenset({False}): "no"}.get(frozenset(truths), "possibly")
    assert held(bounds(low, high, low_in, high_in), comparison, number) == expected


ANSWERS = st.lists(st.sampled_from(list(Answer)), min_size=1)


@given(ANSWERS)
def test_and_is_the_contrary_of_or_of_contraries(answers):
    assert both(answers) == opposite(either(map(opposite, answers))) or Answer.UNKNOWN in answers


@given(ANSWERS)
def test_or_is_certain_where_one_is_and_no_where_all_are(answers):
    assert (either(answers) == "certainly") == ("certainly" in answers)
    assert (either(answers) == "no") == (set(answers) == {Answer.NO})


def test_of_nothing_nothing_is_known():
    assert either([]) == both([]) == "unknown"
