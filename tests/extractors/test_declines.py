"""What stopped a sentence is told by the extractor that it stopped, with the rule that did, where somebody listens."""

import tomllib
from dataclasses import replace

import pytest
from tests.outline.invented import AT_RISK, BY_NAME, PROSE, lines, report
from tests.vocabulary.files_on_disk import FILES

from ciextract.explain.declines import declined
from ciextract.extractors import EXTRACTORS
from ciextract.pipeline import reading_of
from ciextract.read import read_document

ADULTS = BY_NAME["adult_support_and_protection"]
SERVICES = BY_NAME["childrens_services_2012_2018"]
IMPACT = "impact on children and young people"
FOLLOWED = lines(
    "Progress review following a joint inspection of services for children and young people in Moray", "May 2016",
    "Introduction", PROSE,
)  # fmt: skip
OVERVIEW = lines(
    "Overview of joint inspections 2021 to 2025", "May 2025", "Foreword", PROSE,
    "The Care Inspectorate looked at how children at risk of harm are kept safe.",
)  # fmt: skip


def stops(document, sentence):
    """What is declined in the last paragraph: why, and the names of the rules."""
    reading = reading_of(read_document(lines(document, sentence).encode()))
    start = reading.document.text.index(sentence)
    told = [one for one in declined(reading, [], []) if one.span.start >= start]
    return [(one.why, tuple(rule.partition("#")[2] for rule in one.rules)) for one in told]


def first_rules(document, sentence):
    return [rules[0] for _, rules in stops(document, sentence)]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        (f"The Care Inspectorate would have evaluated the {IMPACT} as good.", "not-or-would"),
        (f"Previously the partnership was rated as good for the {IMPACT}.", "earlier"),
        (f"It rated the {IMPACT} as good on a five-point scale.", "other-scale"),
        (f"The partnership had graded its own {IMPACT} as good.", "partners-grade"),
        (f"If we had evaluated the {IMPACT} as good, we would say so.", "others-or-supposed"),
        (f"In its joint self-evaluation it evaluated the {IMPACT} as good.", "own-report"),
        (f"At the last inspection we evaluated the {IMPACT} as good.", "earlier-inspection"),
        (f"Inspectors evaluated the {IMPACT} as good or better in most plans.", "set-or-condition"),
        (f"Partners did not evaluate the {IMPACT}.", "partners-own"),
    ],
)
def test_who_else_graded_or_what_was_only_supposed_is_named(sentence, rule):
    assert rule in first_rules(report("Conclusion"), sentence)


def test_a_grade_without_a_single_area_is_named_in_an_overview():
    assert "no-area" in first_rules(OVERVIEW, f"We evaluated the {IMPACT} as good.")


def test_several_indicators_are_stopped_as_one():
    sentence = "Partners had graded impact on families as good and leadership of improvement and change as weak."
    reading = reading_of(read_document(report("Conclusion", sentence, programme=SERVICES).encode()))
    assert any("partners-grade" in one.rules[0] for one in declined(reading, [], []))


@pytest.mark.parametrize(
    ("document", "sentence", "rule"),
    [
        (report("Conclusion", programme=SERVICES), "Partners gave themselves four evaluations of very good.",
         "self-evaluation"),
        (report("Conclusion", programme=SERVICES), "Leaders aimed for four evaluations of very good.",
         "hoped-or-supposed"),
        (report("Conclusion", programme=ADULTS), "Staff thought that their key processes were very effective.",
         "others-think"),
        (report("Conclusion", programme=ADULTS), "Key processes were adequate.", "no-scale"),
        (lines(FOLLOWED, "Conclusion"), "Partners will have made good progress in planning.", "others-or-expected"),
    ],
)  # fmt: skip
def test_counts_conclusions_in_words_and_progress_name_what_stopped_them(document, sentence, rule):
    assert rule in first_rules(document, sentence)


def test_a_reason_is_said_in_words():
    [*_, (why, _)] = stops(report("Conclusion"), f"At the last inspection we evaluated the {IMPACT} as good.")
    assert why == "a grade of an earlier inspection or of another programme"


def test_a_sentence_about_something_else_is_not_declined():
    assert stops(report("Conclusion"), PROSE) == []


@pytest.mark.parametrize("programme", [AT_RISK, SERVICES, ADULTS])
def test_listening_changes_no_finding(programme):
    body = (
        "Conclusion",
        f"We evaluated the {IMPACT} as good.",
        "Most plans were good or better.",
        "Staff felt valued.",
    )
    reading = reading_of(read_document(report(*body, programme=programme).encode()))
    listening = replace(reading, listener=lambda declined: None)
    for extractor in EXTRACTORS:
        assert list(extractor(reading)) == list(extractor(listening))


def test_rules_that_decline_others_say_why():
    """In the files in which a rule says why, all of its group do."""
    silent = []
    for path in FILES:
        for group, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            tables = [one for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []
            ruled = [one for one in tables if "pattern" in one]
            if any("why" in one for one in ruled):
                silent += [(path.name, group, one["id"]) for one in ruled if "why" not in one]
    assert silent == []


METHOD = "How we conducted this inspection"


@pytest.mark.parametrize(
    ("heading", "sentence", "rule"),
    [
        (METHOD, "We planned to meet 40 parents.", "planned"),
        (METHOD, "A survey was issued to 80 staff.", "only-asked"),
        (METHOD, "In the previous programme we read 90 records.", "another-time"),
        (METHOD, "We met parents 3 times a year.", "share-or-other-number"),
        (METHOD, "The council's own survey of 250 parents was read.", "work-of-its-own"),
        ("Introduction", "The partnership held 14 focus groups with staff.", "others"),
        (METHOD, "There were 31 records on the shelf.", "ungathered"),
        (METHOD, "The survey was open for 21 days.", "uncounted"),
    ],
)
def test_a_figure_that_nobody_gathered_names_what_stopped_it(heading, sentence, rule):
    assert rule in first_rules(report(heading), sentence)


def test_a_figure_that_is_told_twice_is_kept_once():
    sentence = "We met 45 parents."
    document = report(METHOD, sentence, "We spoke to staff.")
    assert "once" in first_rules(document, f"As we said, {sentence[0].lower()}{sentence[1:]}")


def test_the_place_of_a_figure_is_its_own():
    reading = reading_of(read_document(report(METHOD, "A survey was issued to 80 staff.").encode()))
    told = [one for one in declined(reading, [], []) if "#only-asked" in one.rules[0]]
    assert [reading.document[one.span] for one in told] == ["80"]


@pytest.mark.parametrize(
    ("heading", "sentence", "rule"),
    [
        ("Introduction", "This inspection, like the last inspection, took place between March 2020 and May 2021.",
         "programme-dates"),
        ("Introduction", "Staff were trained between March 2020 and May 2021.", "programme-dates"),
        ("Conclusion", "Staff were trained between March 2020 and May 2021.", "between-dates"),
    ],
)  # fmt: skip
def test_dates_that_are_not_those_of_the_inspection_say_why(heading, sentence, rule):
    assert rule in first_rules(report(heading), sentence)


def test_a_period_that_is_told_again_is_kept_once():
    again = "This inspection took place between June 2023 and August 2023."
    document = report("Introduction", "This inspection took place between May 2023 and August 2023.")
    assert "one-period" in first_rules(document, again)


@pytest.mark.parametrize(
    ("heading", "sentence", "rule"),
    [
        ("Conclusion", "We are confident that children liked the group.", "no-capacity"),
        ("Conclusion", "In 2017 we were confident in the capacity of the partnership to improve.", "earlier-inspection"),
        ("Conclusion", "We asked whether we are confident in the partnership's capacity to improve.",
         "condition-or-question"),
        ("Conclusion", "Leaders are confident in the partnership's capacity to improve.", "others"),
        ("Conclusion", "We will not ask for an action plan.", "no-plan-asked-for"),
        ("Conclusion", "The action plan lay on the table.", "inspectorate-asks"),
    ],
)  # fmt: skip
def test_what_is_no_conclusion_says_why(heading, sentence, rule):
    assert rule in first_rules(report(heading), sentence)


def test_a_conclusion_that_is_told_again_is_kept_once():
    sentence = "We are confident that the partnership has the capacity to improve."
    assert "one-conclusion" in first_rules(report("Conclusion", sentence), f"Overall, w{sentence[1:]}")
