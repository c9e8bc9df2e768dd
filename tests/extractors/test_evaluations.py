"""Grades given to quality indicators in sentences and lines: praise, shares of records, sets and ranges are none."""

import pytest
from tests.outline.invented import BY_NAME, IN_NEED, PROSE, lines, paper, record, release, report

IMPACT = "Impact on children and young people"
OVERVIEW = lines("Overview of joint inspections 2021 to 2025", "May 2025", "Foreword", PROSE,
                 "The Care Inspectorate looked at how children at risk of harm are kept safe.")  # fmt: skip


def evaluations(text):
    """(indicator, name, grade, printed) of each evaluation of a text."""
    found = record(text).evaluations
    return [(one.indicator, one.indicator_name, one.grade and one.grade.value, one.printed) for one in found]


def grades(sentence, document=report, **given):
    return [grade for _, _, grade, _ in evaluations(document("Conclusion", sentence, **given))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The partnership had major strengths.",
        "Services were delivering very good outcomes.",
        "There was good practice in its impact on children and young people.",
        "A good impact on children and young people was seen.",
        "The impact on children and young people was good in the majority of cases.",
        "We evaluated the impact on children and young people as good in most records.",
        "We evaluated the impact on children and young people as good or better in half of records.",
        "We evaluated the impact on children and young people as good or very good.",
        "We evaluated the impact on children and young people as adequate to good.",
        "The impact on children and young people was graded weak or unsatisfactory in some places.",
        "In 11 of 13 areas the impact on children and young people was evaluated as good or above.",
        "We evaluated plans as good or very good.",
        "Chronologies were evaluated as adequate.",
        "Inspectors rated the support as good in 43% of files.",
        "The response was good or better in three quarters of records.",
        "Services were rated as good by almost all parents.",
        "Parents rated the partnership very good.",
        "Quality indicator 2.1 uses a scale from unsatisfactory to excellent.",
        "The six-point scale: 6 excellent, 5 very good, 4 good.",
        "An evaluation of good means that there are important strengths.",
        "Very good: major strengths in what is done for children.",
        "We will evaluate the impact on children and young people next year.",
        "We asked how good the impact on children and young people was.",
        "Impact on children and young people: a good start",
        "A fostering service in the town was rated Very Good.",
        "We evaluated quality indicator 2.1.",
        "Inspectors gave a good account of the impact on children and young people.",
        "Good",
        "Very good.",
    ],
)
@pytest.mark.parametrize("document", [report, release])
def test_a_sentence_gives_no_grade(document, sentence):
    assert grades(sentence, document) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Staff rated the impact on children as good.",
        "Parents graded the impact on children and young people as weak.",
        "If we had evaluated the impact on children and young people as good, we would have said so.",
    ],
)
def test_what_others_think_and_what_might_have_been_is_no_grade(sentence):
    assert grades(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We have evaluated the impact on children and young people in Moray as {}.",
        "The Care Inspectorate, HMICS and Education Scotland have evaluated the impact of services for children as {}.",
        "We evaluated the impact of services for children as {}, meaning that much was as it should be.",
        "We evaluated quality indicator 2.1, impact on children, as {}.",
        "We evaluated the impact that services had on the lives of children as {}.",
        "We judged the impact on children and young people to be {}.",
        "The impact on children and young people was evaluated as {}.",
        "The impact of services on children has been found to be {}.",
        "Quality indicator 2.1 was judged to be {}.",
        "Our evaluation of quality indicator 2.1 is {}.",
        "Evaluation of quality indicator 2.1: {}",
        "Inspectors gave services an evaluation of {} for the impact on children and young people.",
        "Services in Moray were rated {} for the impact on children and young people.",
        "They were graded as {} for quality indicator 2.1.",
        "Quality indicator 2.1: {}",
        "Impact on children and young people – {}",
        "Impact on children and young people: {}.",
        "Evaluation: quality indicator 2.1 – {}",
    ],
)
@pytest.mark.parametrize(
    ("printed", "grade"),
    [("very good", "very_good"), ("'Good'", "good"), ("‘weak’", "weak"), ("Excellent", "excellent"), ("satisfactory", "adequate"),
     ("unsatisfactory", "unsatisfactory"), ("“adequate”", "adequate"), ("5: very good", "very_good")],
)  # fmt: skip
def test_a_sentence_gives_the_indicator_its_grade(sentence, printed, grade):
    ((number, name, found, as_printed),) = evaluations(report("Conclusion", sentence.format(printed)))
    assert (number, name, found) == ("2.1", IMPACT, grade)
    assert as_printed == printed.strip("'‘’“”")


@pytest.mark.parametrize(
    "sentence",
    [
        "For quality indicator 2.1 services were given a grade of good.",
        "Quality indicator 2.1 received a grade of good.",
        "Quality indicator 2.1 was awarded an evaluation of good.",
        "The impact on children and young people was rated good.",
        "Quality indicator 2.1 - impact on children - was graded good.",
        "Quality indicator 2.1: impact on children – Good",
    ],
)
def test_a_sentence_gives_a_grade_in_further_words(sentence):
    assert grades(sentence) == ["good"]


WHOLE = [
    "The Care Inspectorate has rated the partnership '{}'.",
    "Inspectors graded the services in Moray as '{}'.",
    "Inspectors judged the work of partners to be {}.",
    "The report rates the partnership as {}.",
    "Services for children in Moray were graded as {}.",
    "The partnership has been rated '{}' by inspectors.",
    "The partnership was rated '{},' inspectors said.",
]


@pytest.mark.parametrize("sentence", WHOLE)
@pytest.mark.parametrize("document", [report, release])
def test_a_grade_of_the_whole_is_that_of_the_only_indicator(document, sentence):
    found = evaluations(document("Conclusion", sentence.format("good")))
    assert found == [("2.1", IMPACT, "good", "good")]


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_grade_of_the_whole_says_nothing_where_several_indicators_are_graded(sentence):
    assert grades(sentence.format("good"), programme=IN_NEED) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The partnership received a grade of 'good' from inspectors.",
        "The partnership was awarded an evaluation of good.",
        "Moray has been rated 'good' by the Care Inspectorate.",
        "Services were classed as good by the Care Inspectorate.",
        "Services in Moray were found to be 'good' overall.",
        "Inspectors looked at quality indicator 2.1. They graded the services in Moray as 'good'.",
        "The report ends with a grade for one quality indicator. That grade is 'good'.",
    ],
)
def test_a_grade_of_the_whole_is_given_in_further_words(sentence):
    assert grades(sentence, release) == ["good"]


NOT_EVALUATED = [
    "inspectors were not able to grade quality indicator 2.1",
    "it was not possible for us to give an evaluation of quality indicator 2.1",
    "we did not evaluate quality indicator 2.1",
    "we could not evaluate quality indicator 2.1, impact on children",
    "we decided not to grade quality indicator 2.1",
    "quality indicator 2.1 was not evaluated",
    "quality indicator 2.1 could therefore not be evaluated",
]


def declined(sentence):
    found = record(report("Conclusion", f"{sentence[0].upper()}{sentence[1:]}.")).evaluations
    return [(one.status, one.indicator, one.grade, one.score, one.printed, one.reason) for one in found]


@pytest.mark.parametrize("clause", [*NOT_EVALUATED, "inspectors made no evaluation of quality indicator 2.1",
                                    "the impact on children and young people was not graded"])  # fmt: skip
def test_an_indicator_that_was_not_evaluated_has_no_grade(clause):
    assert declined(clause) == [("not_evaluated", "2.1", None, None, None, None)]


REASONS = ["because the ferry did not sail", "as nobody could be met", "owing to the storm", "given the storm"]


@pytest.mark.parametrize("clause", NOT_EVALUATED)
@pytest.mark.parametrize("reason", REASONS)
def test_the_reason_can_come_after(clause, reason):
    assert declined(f"{clause} {reason}")[0][-1] == reason


@pytest.mark.parametrize("clause", NOT_EVALUATED[:5])
@pytest.mark.parametrize("reason", REASONS)
def test_the_reason_can_come_first(clause, reason):
    assert declined(f"{reason}, {clause}")[0][-1] == reason[0].upper() + reason[1:]


@pytest.mark.parametrize("clause", [*NOT_EVALUATED[5:], "no grade was given for quality indicator 2.1"])
def test_the_reason_can_come_before_the_indicator(clause):
    assert declined(f"given the storm, {clause}")[0][-1] == "Given the storm"


@pytest.mark.parametrize(
    "sentence",
    [
        "We did not evaluate their chronologies.",
        "Partners did not evaluate their pilot.",
        "Not all partners evaluate the impact on children and young people.",
        "The impact of the pilot was not evaluated.",
        "We evaluated eleven of the thirteen areas.",
        "Leaders were not yet able to evaluate the impact on children.",
    ],
)
def test_what_was_not_evaluated_is_no_indicator(sentence):
    assert declined(sentence.rstrip(".")) == []


@pytest.mark.parametrize(
    "sentence",
    ["Partners did not evaluate the impact on children", "The partnership had not evaluated the impact of services for children",
     "Staff could not evaluate their impact on children"],
)  # fmt: skip
def test_what_partners_do_not_evaluate_is_no_evaluation(sentence):
    assert declined(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "areas"),
    [
        ("We evaluated the impact on children and young people in Fife as good.", ["Fife"]),
        ("We evaluated the impact on children and young people in the Western Isles as good.", ["Na h-Eileanan Siar"]),
        ("We evaluated the impact on children and young people as good.", []),
        ("In Moray and in Fife we evaluated the impact on children and young people as good.", []),
    ],
)
def test_in_an_overview_a_grade_is_of_the_area_that_the_sentence_names(sentence, areas):
    assert [one.area.name for one in record(lines(OVERVIEW, "Part A: What we found", sentence)).evaluations] == areas


def test_elsewhere_a_grade_is_of_the_area_inspected():
    (found,) = record(report("Conclusion", "We evaluated quality indicator 2.1 as good.")).evaluations
    assert (found.area.name, found.area.code, found.year) == ("Moray", "S12000020", None)


def test_this_indicator_is_the_one_whose_section_it_is():
    text = report(f"Quality indicator 2.1: {IMPACT}", "We evaluated this indicator as good.", programme=IN_NEED)
    assert evaluations(text) == [("2.1", IMPACT, "good", "good")]


def test_a_line_under_the_heading_of_an_indicator_grades_it():
    text = report(f"Quality indicator 2.1: {IMPACT}", "Evaluation: Good", PROSE)
    assert evaluations(text) == [("2.1", IMPACT, "good", "Good")]


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("Evaluation was good.", "good"),
        ("Performance in this area was good.", "good"),
        ("The impact on children and young people was very good.", "very_good"),
        ("Performance in reading was good.", None),
        ("Performance in this area was good in most schools.", None),
        ("The impact on children and young people was good and lasting.", None),
        ("Overall performance was better than good.", None),
        ("Parents said that the impact on children and young people was good.", None),
    ],
)
def test_a_sentence_under_the_heading_of_an_indicator_grades_it(sentence, grade):
    text = report(f"Quality indicator 2.1: {IMPACT}", sentence, PROSE)
    assert [found[2] for found in evaluations(text)] == ([] if grade is None else [grade])


def test_an_indicator_that_no_programme_names_keeps_its_number_and_printed_name():
    text = report("Conclusion", "We evaluated quality indicator 9.9, keeping of cats, as good.")
    assert evaluations(text) == [("9.9", "keeping of cats", "good", "good")]


AREAS = (
    "Area\tReport published\tEvaluation\nMoray\t2022\tGood\nWestern Isles\t2023\tVery good\nEdinburgh\t2024\tAdequate"
)
INDICATORS = (
    "Quality indicator\tEvaluation\n{}\tGood\nImpact on children and young people\tAdequate\nImpact on families\tWeak"
)
APPENDIX = "Appendix 1: Table of evaluations for quality indicator 2.1"


def rows(text):
    """(area, year, grade) of each evaluation."""
    return [(one.area.name, one.year, one.grade and one.grade.value) for one in record(text).evaluations]


@pytest.mark.parametrize(
    "table",
    [
        "Grade\tMeaning\nExcellent\tOutstanding\nVery good\tMajor strengths\nGood\tImportant strengths",
        "Records\tShare\tQuality\nPlans\t43%\tGood\nChronologies\t20%\tWeak",
        "Area\tShare\nMoray\t43%\nFife\t20%",
        "Area\tYear\tStarted\nMoray\t2022\tGood Friday\nFife\t2023\tEaster",
        "Place\tGrade\nHere\tGood\nThere\tWeak",
        "Area\tEvaluation\nMoray\tGood or better\nFife\tGood or better",
    ],
)
def test_a_table_of_other_things_has_no_evaluations(table):
    assert rows(lines(OVERVIEW, "Appendix 1: A table", table)) == []


def test_a_table_of_the_quality_of_records_by_area_has_no_evaluations():
    table = "Area\tShare read\tQuality of plans\nMoray\t40%\tGood\nFife\t30%\tWeak"
    assert rows(lines(OVERVIEW, "Appendix 1: What we read", table)) == []


@pytest.mark.parametrize("heading", [APPENDIX, "Appendix 1: Evaluations"])
def test_a_table_by_area_gives_one_evaluation_for_each_row(heading):
    text = lines(OVERVIEW, heading, AREAS)
    expected = [
        ("Moray", 2022, "good"),
        ("Na h-Eileanan Siar", 2023, "very_good"),
        ("City of Edinburgh", 2024, "adequate"),
    ]
    assert rows(text) == expected
    assert {(one.indicator, one.indicator_name) for one in record(text).evaluations} == {("2.1", IMPACT)}


def test_the_columns_of_a_table_can_stand_in_any_order():
    table = "Evaluation\tYear\tArea\nGood\t2022\tMoray\nWeak\t2023\tFife"
    assert rows(lines(OVERVIEW, APPENDIX, table)) == [("Moray", 2022, "good"), ("Fife", 2023, "weak")]


@pytest.mark.parametrize("row", ["Falkirk\t2024\t", "Nowhere\t2024\tGood", "Falkirk\t2024\t–", "\t\t", "Total\t15\t"])
def test_a_row_without_area_or_grade_says_nothing(row):
    assert len(rows(lines(OVERVIEW, APPENDIX, f"{AREAS}\n{row}"))) == 3


def test_a_row_can_say_that_an_area_was_not_evaluated():
    found = record(lines(OVERVIEW, APPENDIX, f"{AREAS}\nFalkirk\t2021\tNot evaluated")).evaluations
    assert [(one.area.name, one.status) for one in found][-1] == ("Falkirk", "not_evaluated")


@pytest.mark.parametrize("printed", ["May {}", "7 June {}"])
def test_the_year_can_be_part_of_a_date(printed):
    table = f"Area\tPublished\tEvaluation\nMoray\t{printed.format(2022)}\tGood\nFife\t{printed.format(2023)}\tWeak"
    assert rows(lines(OVERVIEW, APPENDIX, table)) == [("Moray", 2022, "good"), ("Fife", 2023, "weak")]


def test_a_table_by_indicator_is_of_the_area_inspected():
    text = report(
        "Appendix 1: Evaluated quality indicators", INDICATORS.format("Leadership and direction"), programme=IN_NEED
    )
    assert evaluations(text) == [
        (None, "Leadership and direction", "good", "Good"), ("2.1", IMPACT, "adequate", "Adequate"),
        (None, "Impact on families", "weak", "Weak"),
    ]  # fmt: skip
    assert {one.area.name for one in record(text).evaluations} == {"Moray"}


@pytest.mark.parametrize("table", [
    "Area\t1.1 Wellbeing\t2.1 Impact on children\nFife\tgood practice\tsee page 3\nMoray\t4\t5",
    "Measure\tFife\tMoray\nReviews held\tgood\tweak\nPlans made\tgood\tgood",
    "Question\t1.1 Wellbeing\t2.1 Impact on children\nHow many?\tgood\tweak\nWhy?\tgood\tgood",
])  # fmt: skip
def test_columns_of_something_else_give_no_grades(table):
    assert record(lines(OVERVIEW, "Evaluations", table)).evaluations == []


@pytest.mark.parametrize("table", [
    "1.1 Wellbeing\t2.1 Impact on children\ngood\tweak",
    "\t1.1 Wellbeing\t2.1 Impact on children\nGrade\tgood\tweak",
    "Indicator\t1.1 Wellbeing\t2.1 Impact on children\nEvaluation\tgood\tweak",
])  # fmt: skip
def test_indicators_beside_each_other_have_their_grades_below_them(table):
    text = report("Appendix 1: Our evaluations", table, programme=IN_NEED)
    assert [(number, grade) for number, _, grade, _ in evaluations(text)] == [("1.1", "good"), ("2.1", "weak")]
    assert {one.area.name for one in record(text).evaluations} == {"Moray"}


def test_a_grade_beside_several_rows_is_that_of_each():
    table = "Evaluation\tQuality indicator\nVery good\t1.1 Wellbeing\n\t2.2 Impact on families\nWeak\t2.1 Impact on children"
    text = report("Appendix 1: Our evaluations", table, programme=IN_NEED)
    assert [(number, grade) for number, _, grade, _ in evaluations(text)] == [
        ("1.1", "very_good"),
        ("2.2", "very_good"),
        ("2.1", "weak"),
    ]
    quotes = [one.evidence.quote.split() for one in record(text).evaluations]
    assert all("good" in quote or "Weak" in quote for quote in quotes)


def test_an_empty_grade_behind_an_indicator_is_none():
    table = "Quality indicator\tEvaluation\n1.1 Wellbeing\tGood\n2.2 Impact on families\t\n2.1 Impact on children\tWeak"
    text = report("Appendix 1: Our evaluations", table, programme=IN_NEED)
    assert [number for number, *_ in evaluations(text)] == ["1.1", "2.1"]


def test_beside_known_indicators_every_column_of_grades_is_one():
    table = "Area\t1.1 Wellbeing\tWays of listening\t2.1 Impact on children\tNote\nFife\tgood\tweak\tgood\tsee 3"
    found = record(lines(OVERVIEW, "Evaluations", table)).evaluations
    assert [(one.indicator_name, one.grade.value) for one in found] == [
        ("Wellbeing", "good"), ("Ways of listening", "weak"), ("Impact on children", "good"),
    ]  # fmt: skip


@pytest.mark.parametrize("table", [
    "Area\t1.1 Wellbeing\t2.1 Impact on children\nFife\tgood\tweak\nMoray\tnot evaluated\tvery good",
    "Area\t1.1 Wellbeing\t2.1 Impact on children\tPublished\nFife\tgood\tweak\t2022\nMoray\tnot evaluated\tvery good\t2023",
    "Indicator\tFife\tMoray\n1.1 Wellbeing\tgood\tnot evaluated\n2.1 Impact on children\tweak\tvery good",
])  # fmt: skip
def test_a_table_with_several_columns_of_grades_is_read_cell_by_cell(table):
    found = record(lines(OVERVIEW, "Evaluations", table)).evaluations
    assert sorted((one.area.name, one.indicator, one.printed or "") for one in found) == [
        ("Fife", "1.1", "good"), ("Fife", "2.1", "weak"), ("Moray", "1.1", ""), ("Moray", "2.1", "very good"),
    ]  # fmt: skip
    assert {one.status for one in found if not one.printed} == {"not_evaluated"}
    assert {one.year for one in found if one.area.name == "Fife"} == {2022 if "Published" in table else None}


def test_a_number_printed_in_the_table_is_kept():
    table = "Quality indicator\tEvaluation\n2.1 Impact on children and young people\tGood\n2.2 Impact on families\tWeak"
    text = report("Appendix 1: Evaluated quality indicators", table, programme=IN_NEED)
    assert [number for number, *_ in evaluations(text)] == ["2.1", "2.2"]


def test_lines_of_indicator_and_grade_give_one_evaluation_each():
    text = report(
        "Summary",
        f"• {IMPACT} – Good\n• Impact on families: Very good\n• Leadership and direction - Weak",
        programme=IN_NEED,
    )
    assert evaluations(text) == [
        ("2.1", IMPACT, "good", "Good"), (None, "Impact on families", "very_good", "Very good"),
        (None, "Leadership and direction", "weak", "Weak"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Staff considered the impact on children and young people to be good.",
        "Leaders said that the impact on children and young people had improved from adequate to good.",
        "The partnership's self-evaluation shows that impact on children has improved from adequate to good.",
        "We found the impact on children and young people to be good in the records that we read.",
        "A grade of good was given for quality indicator 2.1 in 2016, at the last inspection.",
        "A grade of good was not given for quality indicator 2.1.",
        "Communication with partners was very good in terms of impact on children.",
        "Excellent - impact on children and young people is outstanding and sustained.",
        "For quality indicator 2.1, their evaluation was good practice itself.",
        "The impact on children and young people moved from adequate housing to good schools.",
        "The pilot does not include an evaluation of impact on children.",
        "Evaluation of the impact on children of the new playground was not possible.",
        "Parents gave the service a score of 5 (very good) for its impact on children.",
    ],
)
def test_words_near_a_grade_and_an_indicator_give_none(sentence):
    assert evaluations(report("Conclusion", sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("The partnership was 'adequate' in terms of its impact on children and young people.", "adequate"),
        ("A rating of 'good' was given for quality indicator 2.1, impact on children.", "good"),
        ("Grade 4 (good) was awarded for the impact on children and young people.", "good"),
        ("Inspectors gave services a score of 5 (very good) for their impact on children.", "very_good"),
        ("Very good – Impact on children and young people", "very_good"),
        ("Against quality indicator 2.1, impact on children, our final evaluation is weak.", "weak"),
        ("Inspectors considered the impact on children and young people to be weak.", "weak"),
        ("The impact on children and young people has moved from weak to adequate since 2017.", "adequate"),
        ("The evaluation of the impact on children and young people remains adequate.", "adequate"),
        ("Services in the City of Edinburgh were graded 'adequate' overall by inspectors.", "adequate"),
    ],
)
def test_a_grade_may_stand_before_its_indicator_or_be_compared_with_an_earlier_one(sentence, grade):
    assert grades(sentence) == [grade]


@pytest.mark.parametrize(
    "sentence",
    [
        "We have not provided a grade for the impact on children and young people.",
        "This inspection does not include an evaluation of quality indicator 2.1.",
        "Evaluation of the impact on children was not possible.",
    ],
)
def test_an_evaluation_that_was_not_made_is_said_in_several_ways(sentence):
    assert evaluations(report("Conclusion", sentence)) == [("2.1", IMPACT, None, None)]


SERVICES = BY_NAME["childrens_services_2012_2018"]
FAMILIES, HELP = "Impact on families", "Providing help and support at an early stage"


def listed(*blocks):
    return [(name, grade) for _, name, grade, _ in evaluations(report("Conclusion", *blocks, programme=SERVICES))]


@pytest.mark.parametrize(
    ("lead", "grade"),
    [
        ("The following measures were rated as ‘very good’,", "very_good"),
        ("We looked at nine indicators. These were evaluated as adequate:", "adequate"),
        ("Evaluated as weak:", "weak"),
        ("Good:", "good"),
    ],
)
def test_a_grade_over_a_list_is_that_of_each_indicator_in_it(lead, grade):
    items = f"• {FAMILIES};\n• {HELP.lower()}; and\n• Help for dogs."
    assert listed(lead, items) == [(FAMILIES, grade), (HELP, grade)]


@pytest.mark.parametrize(
    "lead",
    [
        "Good practice:",
        "These were evaluated as good by parents:",
        "Leaders hoped that these would be graded as good:",
        "The following indicators were not evaluated as good:",
        "We asked about:",
    ],
)
def test_a_list_below_other_words_gives_no_grades(lead):
    assert listed(lead, f"• {FAMILIES}\n• {HELP}") == []


def test_items_that_say_more_than_an_indicators_name_get_no_grade_from_above():
    assert listed("Evaluated as weak:", f"• {FAMILIES} was seen late\n• {HELP} for most") == []


def test_the_evidence_of_a_grade_over_a_list_holds_grade_and_indicator():
    text = report("Conclusion", "Evaluated as weak:", f"• {HELP}\n• {FAMILIES}", programme=SERVICES)
    quotes = [one.evidence.quote for one in record(text).evaluations]
    assert all(quote.startswith("Evaluated as weak:") for quote in quotes)
    assert [quote.endswith(name) for quote, name in zip(quotes, (HELP, FAMILIES), strict=True)] == [True, True]


def test_chapters_of_several_areas_are_graded_under_headings_that_name_indicator_and_area():
    def chapter(number, name, grade):
        return f"{number}. {name}", f"Evaluation: {grade}"

    names = ("Outcomes for adults at risk of harm in Moray", "Leadership for adult support and protection in Moray")
    contents = "\n".join(("Contents", "Foreword 3", f"1. {names[0]} 5", f"2. {names[1]} 7"))
    text = lines(
        "Joint inspection of adult support and protection in these partnerships", "Moray, Fife and Dundee City",
        "July 2018", contents, "Foreword", PROSE, "We used a six-point scale for adult support and protection.",
        *chapter(1, names[0], "Very good"), PROSE, *chapter(2, names[1], "Weak"), PROSE,
    )  # fmt: skip
    found = [(one.indicator_name, one.area.name, one.printed) for one in record(text).evaluations]
    assert found == [("Outcomes", "Moray", "Very good"), ("Leadership", "Moray", "Weak")]
    assert [area.name for area in record(text).inspection.areas] == ["Moray", "Fife", "Dundee City"]


def test_a_line_of_an_appendix_prints_the_number_of_its_indicator():
    appendix = "Appendix 1: The quality indicator framework and evaluations"
    rows = "2.2 Impact on families: Good\n9.4 How leaders make things better: Weak"
    found = evaluations(report("Conclusion", PROSE, appendix, rows, programme=IN_NEED))
    assert found == [("2.2", FAMILIES, "good", "Good"), ("9.4", "How leaders make things better", "weak", "Weak")]


def test_this_indicator_is_no_name():
    assert evaluations(report("Conclusion", "We evaluated this quality indicator as good.", programme=IN_NEED)) == [
        (None, None, "good", "good")
    ]
    named = report(f"Quality indicator 2.1: {IMPACT}", PROSE, "This quality indicator: Good")
    assert evaluations(named) == [("2.1", IMPACT, "good", "Good")]


FIRST_CYCLE = BY_NAME["child_protection_2005_2009"]
FIRST_QUESTION = "How effective is the help children get when they need it?"


@pytest.mark.parametrize(
    "row",
    [
        "Good    Some strong points and some weak ones",
        "Very Good    Strong in nearly all",
        "Good",
        "How good is it? Good",
        "Staff said that what they did was good",
        "The words used are: Excellent, Very Good, Good",
    ],
)
def test_other_lines_of_an_appendix_of_indicators_grade_nothing(row):
    text = report("Appendix 1 Indicators of quality", FIRST_QUESTION, row, programme=FIRST_CYCLE)
    assert evaluations(text) == []


def test_a_name_and_its_grade_set_apart_by_spaces_are_an_evaluation_in_an_appendix_of_indicators_alone():
    rows = "Children are heard          Good\n\nHelp comes in time          Very Good"
    assert evaluations(report("Conclusion", PROSE, rows, programme=FIRST_CYCLE)) == []
    found = evaluations(report("Appendix 1 Indicators of quality", PROSE, rows, programme=FIRST_CYCLE))
    assert found == [
        (None, "Children are heard", "good", "Good"),
        (None, "Help comes in time", "very_good", "Very Good"),
    ]


@pytest.mark.parametrize("gap", ["\t", "          "])
def test_questions_may_stand_over_the_rows_of_an_appendix_of_indicators(gap):
    rows = f"Children are heard{gap}Good\nHelp comes in time{gap}Weak"
    text = report(
        "Appendix 1 Indicators of quality", FIRST_QUESTION, rows, "How good is individual and collective leadership?",
        f"Leadership and direction{gap}Adequate\nVision, values and aims{gap}Good", programme=FIRST_CYCLE,
    )  # fmt: skip
    assert [(name, printed) for _, name, _, printed in evaluations(text)] == [
        ("Children are heard", "Good"), ("Help comes in time", "Weak"),
        ("Leadership and direction", "Adequate"), ("Vision, values and aims", "Good"),
    ]  # fmt: skip
    headings = [section.title for section in record(text).sections]
    assert not any(title and title.endswith(("Good", "Adequate", "Weak")) for title in headings)


def test_a_sentence_and_a_line_that_prints_the_number_of_its_indicator_are_one_evaluation():
    appendix = ("Appendix 1: The quality indicator framework and evaluations", f"2.2 {FAMILIES}: Good")
    said = f"The {FAMILIES.lower()} was evaluated as {{}}."
    same = report("Conclusion", said.format("good"), *appendix, programme=IN_NEED)
    assert evaluations(same) == [("2.2", FAMILIES, "good", "Good")]
    other = report("Conclusion", said.format("weak"), *appendix, programme=IN_NEED)
    assert evaluations(other) == [(None, FAMILIES, "weak", "weak"), ("2.2", FAMILIES, "good", "Good")]


def test_lines_of_indicator_and_grade_count_below_words_that_announce_them():
    second = BY_NAME["child_protection_2009_2012"]
    rows = ("Children's needs are met          good", "Improvements in performance          very good")
    lead = "Indicators help to judge what is good. Here are the evaluations for the Moray Council area."
    found = evaluations(report("8. What happens next?", PROSE, lead, *rows, programme=second))
    assert [(name, printed) for _, name, _, printed in found] == [
        ("Children's needs are met", "good"), ("Improvements in performance", "very good"),
    ]  # fmt: skip
    assert evaluations(report("8. What happens next?", lead, PROSE, *rows, programme=second)) == []


# Tables without a head of their own

EARLIER = BY_NAME["child_protection_2005_2009"]
ROWS = "Children are heard\tGood\nPlans are kept\tVery good\nHelp comes at once\tWeak"


def rows_under(title, rows=ROWS):
    found = record(report("Conclusion", PROSE, title, rows, programme=EARLIER)).evaluations
    return [(one.indicator_name, one.grade.value) for one in found]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Appendix 1 What schools were given", ROWS),
        (
            "Appendix 1 Quality indicators",
            ROWS.replace("Good", "Plans").replace("Very good", "Staff").replace("Weak", "Help"),
        ),
    ],
    ids=["another appendix", "no grades"],
)
def test_rows_that_grade_no_indicator(title, rows):
    assert rows_under(title, rows) == []


@pytest.mark.parametrize("title", ["Appendix 1 Quality indicators", "Appendix 1 Indicators of quality"])
def test_the_first_row_of_a_table_without_a_head_is_graded_too(title):
    graded = [("Children are heard", "good"), ("Plans are kept", "very_good"), ("Help comes at once", "weak")]
    assert rows_under(title) == graded


def test_a_head_row_that_names_its_indicator_and_grade_is_an_evaluation():
    table = f"Quality indicator 2.1: {IMPACT}\tGood\nStrengths were seen in most of it.\t"
    text = report("How we evaluated services", table)
    assert evaluations(text) == [("2.1", IMPACT, "good", "Good")]


# An indicator that is called by the word with which its name begins


@pytest.mark.parametrize(
    "sentence",
    [
        "Leadership was good.",
        "We evaluated leadership as good in most schools.",
        "Leadership of the school was evaluated as good.",
        "Inspectors rated leadership training as good.",
        "Staff rated leadership as good.",
        "Leaders rated their leadership as good.",
        "We would have rated leadership as good.",
        "The partnership's own audit evaluated leadership as good.",
        "Inspectors evaluated planning as good.",
    ],
)
def test_a_bare_word_that_begins_a_name_is_no_evaluation_by_itself(sentence):
    assert evaluations(report("Conclusion", sentence, programme=IN_NEED)) == []


def test_a_bare_word_is_the_only_indicator_that_it_begins_else_a_name_as_printed():
    sentence = "The Care Inspectorate evaluated the partnership's leadership as very good."
    services = report("Conclusion", sentence, programme=BY_NAME["childrens_services_2012_2018"])
    known = "Leadership of improvement and change"
    assert evaluations(services) == [(None, known, "very_good", "very good")]
    assert evaluations(report("Conclusion", sentence, programme=IN_NEED)) == [
        (None, "leadership", "very_good", "very good")
    ]  # fmt: skip


def test_a_grade_of_leadership_is_none_of_the_one_indicator_that_is_graded():
    assert grades("The Care Inspectorate evaluated the partnership's leadership as very good.") == []
    assert grades("The Care Inspectorate evaluated the partnership's performance as very good.") == ["very_good"]


def test_a_grade_of_a_later_clause_is_none_of_the_indicator_before():
    sentence = "Inspectors found impact on families to be adequate and judged staffing as weak."
    assert evaluations(report("Conclusion", sentence, programme=IN_NEED)) == [
        (None, "Impact on families", "adequate", "adequate")
    ]  # fmt: skip


def test_an_indicator_may_be_named_with_what_was_done_for_whom():
    sentence = "The help and support given to families at an early stage was very good."
    assert listed(sentence) == [(HELP, "very_good")]
    assert listed("The help given to families was very good.") == []


def test_a_numbered_indicator_with_its_grade_is_no_heading_and_the_grade_no_name():
    text = paper("4.\tMAIN REPORT", "4.1\tGrades were:", "QI 1.1 - Adequate", "QI 9.2 - Good", PROSE)
    found = record(text, programme=IN_NEED)
    assert "quality_indicator" not in {section.kind for section in found.sections}
    assert [(one.indicator, one.grade.value) for one in found.evaluations] == [("1.1", "adequate"), ("9.2", "good")]
    assert not {"Adequate", "Good"} & {one.indicator_name for one in found.evaluations}
