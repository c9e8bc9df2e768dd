"""Lines of an area and its grade, a table that lost its columns: plans, sentences and lone lines give no evaluation."""

import pytest
from tests.outline.invented import PROSE, lines, record

COVER = lines("Overview of joint inspections 2021 to 2025", "May 2025", "Foreword", PROSE,
              "The Care Inspectorate looked at how children at risk of harm are kept safe.")  # fmt: skip
IMPACT = "Evaluations of impact on children and young people"


def evaluations(heading, *said):
    """(indicator, area, year, grade) of each evaluation of an overview with these lines under a heading."""
    text = lines(COVER, heading, "\n".join(said), "Next steps", PROSE)
    return [
        (one.indicator, one.area and one.area.name, one.year, one.grade and one.grade.value)
        for one in record(text).evaluations
    ]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("The quality of chronologies", ["Fife Good", "Angus Weak"]),
        (IMPACT, ["Fife 2022 Good"]),
        (IMPACT, ["Fife was good", "Angus was weak"]),
        (IMPACT, ["Fife 2021 Weak 2024 Good", "Angus 2022 Good 2025 Weak"]),
        (IMPACT, ["Good plans in Fife", "Weak plans in Angus"]),
        (IMPACT, ["The schools of Fife Good", "The schools of Angus Weak"]),
        ("Evaluations of quality indicators 1.1 and 2.1", ["Fife Good", "Angus Weak"]),
    ],
)
def test_lines_give_no_evaluation(heading, said):
    assert evaluations(heading, *said) == []


@pytest.mark.parametrize(
    "said",
    [
        ["Area Year Evaluation", "Fife 2022 Good", "Argyll and Bute 2023 Very good"],
        ["Fife May 2022 Good", "Argyll and Bute 3 March 2023 Very good"],
        ["Fife 01/05/2022 Good", "Argyll & Bute 03/03/2023 Very Good"],
        ["Fife Council (2022): good", "Argyll and Bute partnership (2023): very good"],
        ["2022 Fife Good", "2023 Argyll and Bute Very good"],
        ["Fife Good 2022", "Argyll and Bute Very good 2023"],
        ["Good Fife 2022", "Very good Argyll and Bute 2023"],
        ["• Fife 2022 – Good", "• Argyll and Bute 2023 – Very good"],
        ["Fife 2022-23 Good", "Argyll and Bute 2023-24 Very good"],
        ["Fife 2022 ........ Good", "Argyll and Bute 2023 ........ Very good"],
    ],
)
def test_each_line_is_an_evaluation(said):
    assert evaluations(IMPACT, *said) == [
        ("2.1", "Fife", 2022, "good"),
        ("2.1", "Argyll and Bute", 2023, "very_good"),
    ]


def test_a_line_can_say_that_there_is_no_grade():
    assert evaluations(IMPACT, "Fife Not evaluated", "Angus Weak") == [
        ("2.1", "Fife", None, None),
        ("2.1", "Angus", None, "weak"),
    ]


def test_the_line_above_names_the_indicator():
    title = "Grades for quality indicator 1.1"
    assert evaluations("What the inspections found", title, "Fife Good", "Angus Weak") == [
        ("1.1", "Fife", None, "good"),
        ("1.1", "Angus", None, "weak"),
    ]


def test_what_is_printed_is_the_line():
    text = lines(COVER, IMPACT, "Fife 2022 Good\nAngus 2023 Weak", "Next steps", PROSE)
    assert [one.evidence.quote for one in record(text).evaluations] == ["Fife 2022 Good", "Angus 2023 Weak"]
