"""The words of a question: what they mean, and where they stop to mean anything."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.comparison.question import Graded, Joined, Not, Share, question_of
from ciextract.comparison.truth import Comparison
from ciextract.errors import BadQuestion


@pytest.mark.parametrize(
    "text",
    [
        "",
        "share",
        "share(staff)",
        "share(staff) > ",
        "share(staff) >",
        "share(staff) => 3",
        "share(nobody) > 3",
        "share(staff) > 3 and",
        "share(staff) > 3 or or share(staff) > 3",
        "share(staff, words) > 3",
        "share(staff, grade != good) > 3",
        "grade(2.1) >= splendid",
        "grade(2.1) >= 7",
        "(share(staff) > 3",
        "share(staff) > 3)",
        "share(staff) > 3 share(staff) > 3",
        "not",
        "(" * 10_000,
        "not " * 10_000,
    ],
)
def test_what_is_no_question_says_what_would_be(text):
    with pytest.raises(BadQuestion) as refused:
        question_of(text)
    assert refused.value.what
    assert refused.value.remedy


def test_the_place_is_told():
    with pytest.raises(BadQuestion, match="'staf' at character 7; expected children, parents_carers, staff"):
        question_of("share(staf) > 75")


def test_a_share_with_all_its_conditions():
    asked = question_of('share(records, "risk of", statement=2, grade>=good) < 33.5%')
    assert asked == Share("records", ("risk of",), 2, (4, 6), Comparison.UNDER, 33.5)


@pytest.mark.parametrize(("text", "score"), [("grade(2.1) >= very_good", 5), ("grade(2.1)>=5", 5)])
def test_a_grade_by_word_or_number(text, score):
    assert question_of(text) == Graded("2.1", Comparison.AT_LEAST, score)


def test_and_binds_more_than_or():
    one, two = question_of("grade(2.1) = 1"), question_of("grade(2.1) = 2")
    asked = question_of("grade(2.1)=1 or grade(2.1)=2 and not grade(2.1)=1")
    assert asked == Joined("or", (one, Joined("and", (two, Not(one)))))
    assert question_of("(grade(2.1)=1 or grade(2.1)=2) and grade(2.1)=1") == Joined(
        "and", (Joined("or", (one, two)), one)
    )


@given(st.text(alphabet='share(grd)2.1 <>=!,"and or not statement good\n', max_size=60))
def test_any_text_is_a_question_or_is_refused(text):
    with suppress(BadQuestion):
        assert question_of(text)
