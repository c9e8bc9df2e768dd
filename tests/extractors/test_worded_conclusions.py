"""Conclusions in words on areas of work: no grade is made of them, and what others think is none."""

import pytest
from tests.outline.invented import AT_RISK, BY_NAME, record, report

ADULTS = BY_NAME["adult_support_and_protection"]


def conclusions(sentence, programme=ADULTS):
    found = record(report("Conclusion", sentence, programme=programme)).worded_conclusions
    return [(one.about, one.text) for one in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Staff thought that their key processes were very effective.",
        "Staff agreed that key processes were judged effective.",
        "Strategic leadership was described in a very effective leaflet.",
        "Leaders hoped that strategic leadership would be very effective in two years.",
        "We asked whether key processes were effective.",
        "A very effective leaflet about key processes was written.",
        "Key processes had important areas of weakness at the time of the last review.",
        "In its own self-evaluation strategic leadership was very effective.",
        "Strategic leadership will be effective if the plan is carried out.",
        "Two workers were very effective.",
        "How effective were the partnership's key processes?",
        "In 2021 we published a report on adults in Moray. We found that key processes had important areas of weakness.",
    ],
)
def test_a_sentence_concludes_nothing(sentence):
    assert conclusions(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The partnership's key processes were effective with areas for improvement.",
         ("key processes", "effective with areas for improvement")),
        ("Overall, the partnership's strategic leadership for adult support and protection was very effective.",
         ("strategic leadership", "very effective")),
        ("We concluded that key processes were not effective.", ("key processes", "not effective")),
        ("Key processes were judged effective with areas for improvement.",
         ("key processes", "effective with areas for improvement")),
        ("Strategic leadership was found to be very effective.", ("strategic leadership", "very effective")),
        ("The partnership's key processes had important areas of weakness that could harm adults.",
         ("key processes", "important areas of weakness")),
        ("Inspectors found important areas of weakness in the partnership's strategic leadership.",
         ("strategic leadership", "important areas of weakness")),
        ("In 2023 adults were asked what they thought. Strategic leadership was very effective.",
         ("strategic leadership", "very effective")),
        ("The partnership has very effective strategic leadership.", ("strategic leadership", "very effective")),
    ],
)  # fmt: skip
def test_a_sentence_concludes(sentence, expected):
    assert conclusions(sentence) == [expected]


def test_one_sentence_can_conclude_on_both_areas_of_work():
    sentence = (
        "Inspectors concluded that key processes were effective and that its strategic leadership was very effective."
    )
    assert conclusions(sentence) == [("key processes", "effective"), ("strategic leadership", "very effective")]


@pytest.mark.parametrize("grade", ["very good", "good", "weak"])
def test_a_programme_that_concludes_in_words_has_no_grades(grade):
    found = record(report("Conclusion", f"We evaluated strategic leadership as {grade}.", programme=ADULTS))
    assert (found.evaluations, found.grade_counts) == ([], [])


def test_other_programmes_have_no_conclusions_in_words():
    assert conclusions("The partnership's key processes were effective.", AT_RISK) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Both key processes and strategic leadership were very effective.",
         [("key processes", "very effective"), ("strategic leadership", "very effective")]),
        ("The partnership's key processes as well as its strategic leadership were not effective.",
         [("key processes", "not effective"), ("strategic leadership", "not effective")]),
        ("Key processes were weak and strategic leadership was effective.", [("strategic leadership", "effective")]),
        ("Staff and strategic leadership were effective.", [("strategic leadership", "effective")]),
        ("Key processes were effective, with areas for improvement, and much is planned.",
         [("key processes", "effective, with areas for improvement")]),
        ("Strategic leadership was effective and supported good outcomes for adults, although there is more to do.",
         [("strategic leadership", "effective and supported good outcomes")]),
        ("Strategic leadership was effective and staff liked it.", [("strategic leadership", "effective")]),
    ],
)  # fmt: skip
def test_a_conclusion_goes_as_far_as_it_judges_and_counts_for_each_area_of_work(sentence, expected):
    assert conclusions(sentence) == expected
