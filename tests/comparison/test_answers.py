"""Questions put to the fixtures' records: what they are answered and what each answer rests on."""

from pathlib import Path

import pytest

from ciextract.comparison.answers import ask
from ciextract.comparison.question import question_of
from ciextract.validation import load_record

FIXTURES = Path(__file__).parents[2] / "fixtures"
GRADED = load_record((FIXTURES / "graded-report" / "record.json").read_text("utf-8"))
OVERVIEW = load_record((FIXTURES / "overview" / "record.json").read_text("utf-8"))


def answer_of(text, *records):
    answers = ask(records, question_of(text))
    return {each.area.name: each for each in answers}


def test_every_answer_rests_on_values_of_the_record():
    [answer] = ask([GRADED], question_of("share(staff) > 75"))
    assert answer.answer == "certainly"
    for support in answer.support:
        index = int(support.pointer.rpartition("/")[2])
        assert GRADED.proportions[index].evidence == support.evidence
        assert GRADED.proportions[index].population.category == "staff"


def test_words_and_conditions_leave_values_out():
    [wide] = ask([GRADED], question_of("share(records) >= 0"))
    [narrow] = ask([GRADED], question_of("share(records, grade >= good) >= 0"))
    assert 0 < len(narrow.support) < len(wide.support)
    [none] = ask([GRADED], question_of('share(records, "no such words here") >= 0'))
    assert (none.answer, none.support) == ("unknown", ())


def test_changes_and_targets_are_no_shares():
    [answer] = ask([GRADED], question_of("share(other) >= 0"))
    found = [GRADED.proportions[int(each.pointer.rpartition("/")[2])] for each in answer.support]
    assert {each.measure for each in found} == {"share"}


def test_an_overviews_shares_are_of_no_one_area():
    assert {each.answer for each in ask([OVERVIEW], question_of("share(staff) >= 0"))} == {"unknown"}


def test_an_overviews_grades_are_of_their_areas():
    answers = answer_of("grade(2.1) >= good", OVERVIEW)
    graded = {each.area.name: each for each in OVERVIEW.evaluations if each.area and each.indicator == "2.1"}
    for name, evaluation in graded.items():
        expected = "unknown" if evaluation.score is None else "certainly" if evaluation.score >= 4 else "no"
        assert answers[name].answer == expected


@pytest.mark.parametrize(("text", "answer"), [("grade(9.9) = good", "unknown"), ("not grade(9.9) = good", "unknown")])
def test_what_nobody_says_is_unknown(text, answer):
    [given] = ask([GRADED], question_of(text))
    assert given.answer == answer


def test_areas_come_by_their_names_each_once():
    answers = ask([OVERVIEW, GRADED, OVERVIEW], question_of("share(staff) > 0"))
    names = [each.area.name for each in answers]
    assert names == sorted(set(names))
