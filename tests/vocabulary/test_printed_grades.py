"""Grades of the six-point scale as documents print them, and words that only sound like grades."""

import re

import pytest

from ciextract.vocabulary.evaluations import evaluations_file
from ciextract.vocabulary.grades import grades


@pytest.mark.parametrize(
    "printed",
    ["", "4", "very", "goods", "good or better", "good practice", "not evaluated", "not good", "major strengths", "Goodwill",
     "adequately", "weakness", "outstanding", "very very good", "n/a", "–"],
)  # fmt: skip
def test_no_grade_is_printed(printed):
    assert grades().named(printed) is None


@pytest.mark.parametrize(
    ("printed", "grade", "score"),
    [
        ("unsatisfactory", "unsatisfactory", 1), ("Weak", "weak", 2), ("adequate", "adequate", 3),
        ("Satisfactory", "adequate", 3), ("GOOD", "good", 4), ("very good", "very_good", 5), ("Very Good", "very_good", 5),
        ("excellent.", "excellent", 6), ("'Very Good'", "very_good", 5), ('"good,"', "good", 4), ("' good'", "good", 4),
        ("(weak)", "weak", 2), ("5: very good", "very_good", 5), ("6 – excellent", "excellent", 6),
        ("1 (unsatisfactory)", "unsatisfactory", 1), ("Good (4)", "good", 4), ("good 4", "good", 4),
        ("very  good", "very_good", 5), ("Adequate:", "adequate", 3),
    ],
)  # fmt: skip
def test_a_grade_is_read(printed, grade, score):
    found = grades().named(printed)
    assert (found.grade.value, found.score) == (grade, score)


def test_the_scale_runs_from_one_to_six():
    assert [grade.score for grade in grades().grade] == [1, 2, 3, 4, 5, 6]
    words = [word for grade in grades().grade for word in grade.words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "taken"),
    [("as very good overall", "very good"), ("as 'Good' by", "'Good'"), ("unsatisfactory", "unsatisfactory"),
     ("as 5: very good", "5: very good"), ("as goods", None), ("as gooder", None)],
)  # fmt: skip
def test_the_pattern_takes_the_longest_grade_that_stands_there(text, taken):
    found = re.search(grades().pattern, text, re.IGNORECASE)
    assert (found and found[0].strip()) == taken


@pytest.mark.parametrize(
    ("text", "there"), [("good practice", True), ("goodness", False), ("a VERY GOOD plan", True), ("a plan", False)]
)
def test_a_word_of_the_scale_stands_in_a_text(text, there):
    assert grades().any_in(text) is there


@pytest.mark.parametrize(
    ("text", "there"),
    [("Good leaders", False), ("as good as", False), ("", False), ("Impact: Good.", True), ("rated as 'very good'", True),
     ("(WEAK)", True)],
)  # fmt: skip
def test_a_text_ends_with_a_grade(text, there):
    assert grades().ends(text) is there


def test_what_rules_of_lines_take_ends_with_a_grade():
    assert [text for rule in evaluations_file().line for text in rule.takes if not grades().ends(text)] == []
