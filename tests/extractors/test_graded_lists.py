"""Grades of several indicators in one sentence, or of indicators that only the document names."""

import pytest
from tests.outline.invented import BY_NAME, PROSE, lines, record, report

SERVICES = BY_NAME["childrens_services_2012_2018"]
FIRST = BY_NAME["child_protection_2005_2009"]
FAMILIES, PLANNING, LEADING = (
    "Impact on families",
    "Planning and improving services",
    "Leadership of improvement and change",
)


def graded(sentence, programme=SERVICES, heading="Conclusion"):
    found = record(report(heading, sentence, programme=programme)).evaluations
    return [(one.indicator_name, one.grade and one.grade.value) for one in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Partners had graded impact on families as good and planning and improving services as very good.",
        "Staff evaluated impact on families as very good and planning and improving services as weak.",
        "At the previous inspection impact on families was evaluated as weak and planning and improving services as good.",
        "In 2011 impact on families had been evaluated as weak and planning and improving services as good at the last inspection.",
        "The partnership was better than adequate in impact on families and planning and improving services.",
        "A nursery was graded as good for impact on families and very good for planning and improving services.",
        "Good practice was seen in impact on families and in planning and improving services.",
        "Impact on families would be evaluated as good and planning and improving services as weak.",
        "On a five-point scale impact on families was rated as good and planning and improving services as weak.",
        "They had rated themselves as good for impact on families and weak for planning and improving services.",
        "Leaders hoped to be graded as good for impact on families and for planning and improving services.",
        "We evaluated how impact on families and planning and improving services had good effects on one another.",
    ],
)
def test_a_sentence_grades_none_of_the_indicators_that_it_names(sentence):
    assert graded(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Impact on families and planning and improving services were found to be 'good' and 'weak' respectively.",
        "We evaluated impact on families as good and planning and improving services as weak.",
        "Impact on families was rated good and planning and improving services weak.",
        "Impact on families was evaluated as good, planning and improving services was weak.",
        "Inspectors gave grades of good for impact on families and weak for planning and improving services.",
        "Impact on families (good) and planning and improving services (weak) were evaluated.",
        "The Care Inspectorate and its scrutiny partners have evaluated impact on families as good and planning and"
        " improving services as weak.",
    ],
)
def test_each_indicator_has_its_own_grade(sentence):
    assert graded(sentence) == [(FAMILIES, "good"), (PLANNING, "weak")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Impact on families and planning and improving services were both evaluated as good.",
        "Two indicators, impact on families and planning and improving services, were evaluated as good.",
        "Inspectors gave a grade of good for both impact on families and planning and improving services.",
        "Impact on families, as well as planning and improving services, was judged to be good.",
    ],
)
def test_indicators_can_share_a_grade(sentence):
    assert graded(sentence) == [(FAMILIES, "good"), (PLANNING, "good")]


def test_some_can_share_a_grade_and_others_not():
    sentence = (
        "We evaluated impact on families and leadership of improvement and change as very good,"
        " planning and improving services as adequate."
    )
    assert graded(sentence) == [(FAMILIES, "very_good"), (LEADING, "very_good"), (PLANNING, "adequate")]


@pytest.mark.parametrize(
    "sentence",
    ["We evaluated impact on families as good, up from adequate at the last inspection.",
     "We evaluated impact on families as good, which matched the partnership's own self-evaluation."],
)  # fmt: skip
def test_what_is_said_of_others_behind_the_grade_takes_nothing_from_it(sentence):
    assert graded(sentence) == [(FAMILIES, "good")]


TABLE = "Indicator\tEvaluation\nHelp at once\tGood\nWords of children\tSatisfactory\nLeadership and direction\tWeak"


def test_a_table_can_grade_indicators_that_no_programme_names():
    assert graded(TABLE, FIRST, "Appendix 1 Indicators of quality") == [
        ("Help at once", "good"), ("Words of children", "adequate"), ("Leadership and direction", "weak"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        "Level\tWhat it means\nVery good\tMajor strengths\nGood\tImportant strengths\nWeak\tImportant weaknesses",
        "Plan\tQuality\nHelp at once\tGood\nWords of children\tWeak",
        "School\tGrade\nHill School\tGood\nShore School\tWeak",
    ],
)
def test_a_table_of_something_else_grades_none(table):
    assert graded(table, FIRST, "Appendix 1 What we read") == []


def test_items_below_words_that_announce_evaluations_are_evaluations():
    items = "Inspectors evaluated two quality indicators:\n\n- Help at once – Good\n- 9.9 Words of children – Weak"
    assert graded(items) == [("Help at once", "good"), ("Words of children", "weak")]
    assert graded(items.replace("evaluated two quality indicators", "told us about two plans")) == []


def test_a_topic_that_bears_the_name_of_an_indicator_is_its_section():
    assert graded(lines("Evaluation: Good", PROSE), heading=FAMILIES) == [(FAMILIES, "good")]
    assert graded(lines("Evaluation: Good", PROSE), heading="Children at play") == []


THEMATIC = BY_NAME["adult_support_and_protection_2018"]


def test_in_a_report_on_several_areas_a_grade_is_of_the_area_of_its_chapter():
    text = lines(
        "Joint inspection of adult support and protection in three partnership areas", "May 2018",
        "Introduction", "The Care Inspectorate used a six-point scale and went to these places.",
        "Part one: Moray", "We evaluated outcomes as good.", "Part two: Fife", "We evaluated outcomes as weak.",
        "Part three: elsewhere", "We evaluated outcomes as excellent.",
    )  # fmt: skip
    found = record(text, programme=THEMATIC).evaluations
    assert [(one.area.name, one.grade.value) for one in found] == [("Moray", "good"), ("Fife", "weak")]


def test_a_comma_may_stand_inside_the_quotation_marks_of_the_last_indicator():
    sentence = f'Two indicators, "{FAMILIES.lower()}" and "{PLANNING.lower()}," were found to be "weak."'
    assert graded(sentence) == [(FAMILIES, "weak"), (PLANNING, "weak")]


ORDERS = BY_NAME["compulsory_supervision_orders"]


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        (
            "We evaluated quality indicator 2.1 as good, 5.3 as weak and 9.2 as adequate.",
            "2.1 good|5.3 weak|9.2 adequate",
        ),
        (
            "Quality indicators 2.1 and 5.4 were evaluated as good; 5.3 was evaluated as weak.",
            "2.1 good|5.4 good|5.3 weak",
        ),
        ("We gave evaluations of good for quality indicators 2.1 and 5.3.", "2.1 good|5.3 good"),
        ("Quality indicator 2.1 was evaluated as good, up by 5.3% on a figure of 9.2 per thousand.", "2.1 good"),
        ("Quality indicator 2.1 was evaluated as good; section 5.3 was found to be weak.", "2.1 good"),
        ("In version 9.2 of the plan, quality indicator 2.1 was evaluated as good.", "2.1 good"),
    ],
)
def test_behind_an_indicator_with_its_number_others_are_numbers_alone(sentence, grades):
    found = record(report("Our evaluations", sentence, programme=ORDERS)).evaluations
    assert "|".join(f"{one.indicator} {one.grade and one.grade.value}" for one in found) == grades
