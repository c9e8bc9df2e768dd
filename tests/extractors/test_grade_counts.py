"""Counts of grades without names: what counts something else, and what others gave or hope for, is no count."""

import pytest
from tests.outline.invented import BY_NAME, lines, record, report

SERVICES = BY_NAME["childrens_services_2012_2018"]
PROTECTION = BY_NAME["child_protection_2009_2012"]


def counts(sentence, programme=SERVICES):
    """(count, grade, total) of each count of a sentence of a report."""
    found = record(report("Conclusion", sentence, programme=programme)).grade_counts
    return [(one.count, one.grade.value, one.total) for one in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two good, five weak.",
        "We were given two good reasons and five weak ones.",
        "In two of nine records the assessment was good.",
        "Four of the six schools were graded as good.",
        "Three staff said that the indicators of neglect were very good to know.",
        "Nine indicators of neglect were found in four good records.",
        "Five quality indicators will be graded, and two good examples sent to us.",
        "The indicators use six grades: excellent, very good, good, adequate, weak and unsatisfactory.",
        "An evaluation of good means important strengths; an evaluation of very good means major strengths.",
        "Across nine quality indicators we saw two good examples and four weak plans.",
        "In 2011 five indicators had been evaluated as good and one as weak.",
        "At the previous inspection services were given five evaluations of good.",
        "Leaders aimed for four evaluations of very good.",
        "Partners gave themselves four evaluations of very good.",
        "In its self-evaluation the partnership gave four evaluations of good.",
        "Parents gave two evaluations of weak.",
        "Two care homes received evaluations of good.",
        "Services were given more than two evaluations of good or better.",
        "We gave an evaluation of good for impact on families.",
        "Page 4: evaluations of good.",
        "In the nine areas of work two good examples and three weak plans stood out.",
        "Two of our nine indicators have good examples beside them.",
        "The ninth was weak.",
        "Inspectors looked at nine quality indicators. The ninth chapter was good to read.",
        "The inspection covered nine quality indicators. The report finds two schools as good.",
        "The inspection covered nine quality indicators. It evaluated seven plans as very good and two as good.",
        "Inspectors looked at nine quality indicators. It finds four examples of good practice.",
    ],
)
def test_a_sentence_counts_no_grades(sentence):
    assert counts(sentence) == []


def test_an_indicator_that_is_quoted_between_a_count_and_its_grade_is_counted_too():
    named = "one, \"assessing and responding to risks and needs\" was rated 'weak'"
    assert counts(f"Across nine quality indicators, eight were found to be 'good', and {named}.") == [
        (8, "good", 9), (1, "weak", 9),
    ]  # fmt: skip


NINE = [(2, "very_good", 9), (4, "good", 9), (3, "adequate", 9)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Across nine quality indicators, two were found to be 'very good', four 'good' and three 'adequate'.",
        "Across the nine key quality indicators of performance two were very good while four were good and three adequate.",
        "Across nine indicators, two were found to be very good, a further four good and the remaining three adequate.",
        "Of the nine indicators, inspectors evaluated two as very good, four as good and the other three as adequate.",
        "Two of the nine indicators were evaluated as very good, four as good and three as adequate.",
        "Services were given 2 evaluations of very good, 4 of good and 3 of adequate across nine indicators.",
        "Inspectors looked at nine quality indicators. Two were found to be very good. A further four were good, and the"
        " remaining three were adequate.",
        "The nine quality indicators were graded: very good (2), good (4) and adequate (3).",
        "Across nine performance areas inspectors rated two as “very good”, four as “good” and three “adequate”.",
        "Across all nine indicators it was given very good for two indicators, good for four and adequate for three.",
        "Moray got two very good evaluations, four good evaluations and three adequate evaluations across nine indicators.",
        "Nine quality indicators were rated: two as “very good”, four as “good” and three as “satisfactory”.",
        "Two of our nine indicators were very good, four good and three adequate.",
        "In all, two were very good, four good and three adequate of the nine indicators.",
        "Of the nine areas of work that we graded, two were very good, four good and three adequate.",
    ],
)
def test_a_sentence_counts_grades(sentence):
    assert counts(sentence) == NINE


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Services were given four evaluations of very good and five of good.", [(4, "very_good"), (5, "good")]),
        ("It was awarded two very goods and seven goods.", [(2, "very_good"), (7, "good")]),
        ("They received 1 evaluation of good and an evaluation of weak.", [(1, "good"), (1, "weak")]),
        ("Nine indicators were rated: one as excellent and the rest as good.", [(1, "excellent")]),
        (
            "Nine indicators were rated. Two were very good and six good. The ninth was weak.",
            [(2, "very_good"), (6, "good"), (1, "weak")],
        ),
        ("Services were given twelve evaluations of good and six of weak.", [(12, "good"), (6, "weak")]),
    ],
)
def test_a_count_can_be_of_any_number_in_words_or_digits(sentence, expected):
    assert [(count, grade) for count, grade, _ in counts(sentence, PROTECTION)] == expected


def test_the_items_of_a_list_go_on_with_the_line_above_it():
    text = "Across the nine quality indicators evaluations were:\n\n- very good: two\n- good: four\n- adequate: three"
    assert counts(text) == NINE


def test_a_count_is_never_given_to_an_indicator():
    found = record(report("Conclusion", "Across nine quality indicators, two were good.", programme=SERVICES))
    assert found.evaluations == []


RELEASE = (
    "SCSWIS today published two reports of joint inspections of services to protect children in Fife and Angus.",
    "12 May 2011",
)
SAID = 'Alex Example, Chief Executive of SCSWIS, said: "We were glad of what we saw and say so."'


@pytest.mark.parametrize(
    "body",
    [
        "Services in Fife were given four evaluations of good and those in Angus two of weak and four of adequate.",
        "Services in Fife were given four evaluations of good. In Angus there were two evaluations of weak and four of"
        " adequate.",
        "We went to Fife first. There were four evaluations of good.\n\nThen we went to Angus. There were two evaluations of"
        " weak and four of adequate.",
    ],
)
def test_each_area_of_a_release_has_its_own_counts(body):
    found = record(lines(*RELEASE, body, SAID)).grade_counts
    assert [(one.count, one.grade.value, one.area.name) for one in found] == [
        (4, "good", "Fife"), (2, "weak", "Angus"), (4, "adequate", "Angus"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Across nine quality indicators, two were very good, four good and three adequate.", ["pass"]),
        ("Across nine quality indicators, two were very good, four good and two adequate.", ["fail"]),
        ("Across nine quality indicators, two were very good, six good and two adequate.", ["fail"]),
        ("Across nine quality indicators, two were very good and the rest good.", ["not_made"]),
        ("Five of the nine indicators were good.", ["not_made"]),
        ("Services were given two evaluations of good and four of weak.", []),
    ],
)
def test_counts_are_held_against_the_number_of_indicators(sentence, status):
    checks = record(report("Conclusion", sentence, programme=SERVICES)).checks
    assert [one.status for one in checks if one.id == "grade-counts"] == status


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("All nine indicators were used to find out how good services are.", []),
        ("All nine quality indicators were found to be good or better.", []),
        ("Across all nine quality indicators staff did good work.", []),
        ("All nine quality indicators were evaluated as good.", [(9, "good", None)]),
        ("Each of the four quality indicators was evaluated as very good.", [(4, "very_good", None)]),
        ("All nine indicators were evaluated, two as good and seven as adequate.",
         [(2, "good", 9), (7, "adequate", 9)]),
        ("Across nine quality indicators eight were found to be good and one - impact on families - weak.",
         [(8, "good", 9)]),
        ("Across nine quality indicators eight were found to be good and one – impact on families – weak.",
         [(8, "good", 9), (1, "weak", 9)]),
    ],
)  # fmt: skip
def test_all_indicators_can_have_one_grade_and_one_of_them_its_name(sentence, expected):
    assert counts(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The report evaluates seven of these as very good and two as good.",
        "It graded seven of these very good; two as good.",
        "The Care Inspectorate rates seven as very good, and the other two as good.",
    ],
)
def test_a_report_that_evaluates_so_many_of_these_goes_on_with_their_number(sentence):
    assert counts(f"The inspection covered nine quality indicators. {sentence}") == [
        (7, "very_good", 9), (2, "good", 9)
    ]  # fmt: skip
