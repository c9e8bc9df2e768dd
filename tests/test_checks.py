"""The document against itself. First where no check may be made or fail, then what passes and what fails."""

from __future__ import annotations

import time
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.outline import invented

from ciextract.checks import CheckFinding, checks
from ciextract.pipeline import reading_of
from ciextract.programme.load import programmes
from ciextract.read import read_document
from ciextract.vocabulary.checks import CheckWords, check_words

COVER = """Report of a joint inspection of services for children at risk of harm in Moray

14 May 2024

"""
OVERVIEW = """Joint inspections of services for children at risk of harm: what four inspections found

14 May 2024

Foreword

The Care Inspectorate draws together what joint inspections of services for children at risk of harm found.

"""
(PROGRAMME,) = (one for one in programmes() if one.name == "children_at_risk_of_harm")
STATEMENTS = [heading.titles[0] for heading in PROGRAMME.heading if heading.kind == "statement"]


def found(text: str, id: str) -> list[CheckFinding]:
    reading = reading_of(read_document(text.encode()))
    results = list(checks(reading))
    for result in results:
        assert all(reading.document[span].strip() for span in result.spans)
        assert list(result.spans) == sorted(result.spans) or result.id == "contents-headings"
    return [result for result in results if result.id == id]


def outcomes(text, id):
    return [(result.status, result.message) for result in found(text, id)]


def in_prose(sentence):
    return f"{COVER}Introduction\n\nThe Care Inspectorate wrote this.\n\nOur approach\n\n{sentence}\n"


# Rules

BREAKING = {
    "percent-between": ["9 (12%) of plans", "9 (12%) in 75", "about 12% of 75", "9 of 75 (12%)", "in 2019 (12%) of 75"],
    "percent-after": [
        "9 of them (12%)",
        "nine plans (12%)",
        "9 of 75 and 4 (12%)",
        "9 of 75; (12%)",
        "2019 of 75 (12%)",
    ],
    "percent-before": ["12% of 75", "12% (9)", "12% of 75 plans (9 of ours)", "12% (nine plans)", "12 (9 of 75)"],
    "percent-or": ["9 of 75, or more", "9 of 75 or 12%", "9 plans, or 12%", "9 of 75, and 12%", "12%, or 9 of 75"],
    "count-then-percent": ["children (12%)", "2019 (12%)", "2.1 (12%)", "of 75 (12%)", "45% (12%)"],
    "of-these-so-many": [
        "Of these, most (12%)",
        "9 were good (12%)",
        "Of 75, 9 and 4 (12%)",
        "Of 75; 9 were (12%)",
        "Of 75",
    ],
    "of-so-many": ["75 plans", "of them", "of 75%", "of 2019", "of 2.1"],
    "label-before": ["we read ", "had ", "plans and ", "stated ", "ages ago "],
    "fraction-before": ["fell in ", "out of ", "nine of ", "in one ", "plans in "],
    "hedged": ["", "(", "above board ", "and ", "is "],
    "change-from-to": [
        "rose from 34% to 57%",
        "fell by 3%",
        "from 5 to 6",
        "a fall of 3% from June to May",
        "rose 3 to 4",
    ],
    "from-to-change": [
        "from 5 to 6 in a year",
        "from 5% to 6%, up 1%",
        "from 2019 to 2020, up 3%",
        "5 to 6 (20%)",
        "from 5",
    ],
    "change-from": ["a rise of 3%", "a rise of 3% from May", "up 3 from 5", "a rise of 3% from 2019", "3% from 50"],
    "evaluation-in-areas": ["graded in areas", "a grade", "grades in 2019", "nine areas", "evaluated 9 plans"],
    "each-inspection-evaluated": [
        "each of the areas",
        "in all nine areas",
        "each of nine",
        "all 9 were graded",
        "each area",
    ],
    "so-many-of-all-graded": [
        "7 were graded good",
        "7 of 9 were graded",
        "7 of the 9 plans",
        "graded good",
        "all graded good",
    ],
    "so-many-graded": [
        "graded good",
        "most were graded good",
        "7 were good",
        "graded 7 plans",
        "7 areas. They were graded good",
    ],
    "names-indicator": ["indicative", "an indicator of neglect", "indicators of risk", "qualities", "quality plans"],
    "earlier-or-other": ["In this programme ", "Of these, ", "", "In all areas ", "We found that "],
    "so-many-inspections": [
        "areas",
        "9 areas for improvement",
        "many inspections",
        "2019 inspections",
        "9 people in areas",
    ],
    "examples": ["in Fife and Angus", "suchlike", "likely", "asked as well", "exempt"],
}
RULES = [compiled for field in fields(CheckWords) for compiled in getattr(check_words(), field.name)]


@pytest.mark.parametrize("compiled", RULES, ids=[compiled.rule.id for compiled in RULES])
def test_each_rule_leaves_and_takes_its_examples(compiled):
    assert len(BREAKING[compiled.rule.id]) >= 5
    assert [text for text in (*BREAKING[compiled.rule.id], *compiled.rule.leaves) if compiled.search(text)] == []
    assert [text for text in compiled.rule.takes if not compiled.search(text)] == []


# Tallies


@pytest.mark.parametrize(
    "sentence",
    [
        "About one in five children (20%) lived with kin.",
        "The rate was 45% in 2019 and 50% (up 5%) in 2020.",
        "Three quarters of the 80 parents (75%) agreed.",
        "As Statement 3 (45%) says, plans were late.",
        "Quality indicator 2.1 (85%) was graded.",
        "A majority (53%) of 70 plans had dates.",
        "Children aged 12 (10%) were asked.",
        "Rates rose to 54%.",
    ],
)
def test_no_tally(sentence):
    assert outcomes(in_prose(sentence), "tally-percent") == []


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("We read plans, and 45 (44%) were late.", "44% is printed beside 45; of how many is not stated"),
        ("We met 12 families; 45 (44%) were late.", "44% is printed beside 45; of how many is not stated"),
        ("We read 60 plans and 70 records; 45 (44%) were late.", "44% is printed beside 45; of how many is not stated"),
        ("We found 9 (44%) of 4 plans.", "44% is printed beside 9 of 4, which is no share"),
    ],
)
def test_tallies_that_cannot_be_checked(sentence, message):
    assert outcomes(in_prose(sentence), "tally-percent") == [("not_made", message)]


def test_a_hedged_percentage_is_not_held_to_the_digit():
    (check,) = found(in_prose("A plan was late in 13 of 40 records (around 30%)."), "tally-percent")
    assert check.status == "not_made"


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("In 11 of the 13 areas (85%) it was so.", "11 of 13 is 84.6%, printed as 85%"),
        ("52 (28%) of Moray's 186 data zones are poor.", "52 of 186 is 28%, printed as 28%"),
        ("Four (67%) of the six were good.", "4 of 6 is 66.7%, printed as 67%"),
        ("Talks were held in 85% of records (68 of the 80).", "68 of 80 is 85%, printed as 85%"),
        ("Nine of the 12 plans, or 75 per cent, were late.", "9 of 12 is 75%, printed as 75%"),
        ("We read 96 records. Of these, 34 were about neglect (35.4%).", "34 of 96 is 35.4%, printed as 35.4%"),
        ("It was good in nineteen of these 50, adequate in 22 (44%).", "22 of 50 is 44%, printed as 44%"),
        ("We graded 13 of 15 areas. Of these, 11 were good (85%).", "11 of 13 is 84.6%, printed as 85%"),
        ("Of 1,200 staff, 300 (25%) replied.", "300 of 1200 is 25%, printed as 25%"),
    ],
)
def test_tallies_that_agree(sentence, message):
    assert outcomes(in_prose(sentence), "tally-percent") == [("pass", message)]


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("In 11 of the 13 areas (80%) it was so.", "11 of 13 is 84.6%, printed as 80%"),
        ("52 (29%) of 186 data zones are poor.", "52 of 186 is 28%, printed as 29%"),
        ("Of its 40 measures, 31 (75%) counted activity.", "31 of 40 is 77.5%, printed as 75%"),
        ("In 11 of the 13 areas (84.7%) it was so.", "11 of 13 is 84.6%, printed as 84.7%"),
    ],
)
def test_tallies_that_do_not_agree(sentence, message):
    assert outcomes(in_prose(sentence), "tally-percent") == [("fail", message)]


@given(st.integers(1, 999), st.integers(1, 999), st.integers(0, 2))
def test_a_share_that_was_rounded_always_passes(count, more, decimals):
    total = count + more
    printed = f"{100 * count / total:.{decimals}f}"
    assert [
        status for status, _ in outcomes(in_prose(f"We saw {count} ({printed}%) of {total} plans."), "tally-percent")
    ] in ([["pass"]] if not 1900 <= total < 2100 else [["pass"], ["not_made"], []])


# Changes


@pytest.mark.parametrize(
    "sentence",
    [
        "There was a rise of 27% on the year before.",
        "The share rose from 34% to 57%.",
        "Caseloads ranged from 12 to 31 children (on average 20%).",
        "From 2019 to 2021 there was a fall of 6%.",
        "Scotland grew by 0.0%.",
    ],
)
def test_no_change_to_check(sentence):
    assert outcomes(in_prose(sentence), "change-figures") == []


@pytest.mark.parametrize(
    ("status", "sentence", "message"),
    [
        (
            "pass",
            "It fell by 0.4% from 134,740 to 134,250.",
            "from 134,740 to 134,250 is -0.36%, printed as a fall of 0.4%",
        ),
        (
            "pass",
            "There are 56 homes. This is a rise of 12% from 50.",
            "from 50 to 56 is +12.00%, printed as a rise of 12%",
        ),
        (
            "pass",
            "Staff grew from 50 in 2019 to 56, a rise of 12%.",
            "from 50 to 56 is +12.00%, printed as a rise of 12%",
        ),
        ("pass", "Homes went from 50 to 40 (20%).", "from 50 to 40 is -20.00%, printed as a change of 20%"),
        (
            "fail",
            "It fell by 0.5% from 134,740 to 134,250.",
            "from 134,740 to 134,250 is -0.36%, printed as a fall of 0.5%",
        ),
        ("fail", "It rose by 12% from 56 to 49.", "from 56 to 49 is -12.50%, printed as a rise of 12%"),
        ("not_made", "This is a rise of 12% from 50.", "a rise of 12% from 50 is printed without the other figure"),
    ],
)
def test_changes(status, sentence, message):
    assert outcomes(in_prose(sentence), "change-figures") == [(status, message)]


# Areas

TABLE = "Area\tYear\tGrade\nMoray\t2022\tGood\nFife\t2022\tVery good\nAngus\t2023\tWeak\nStirling\t2024\tExcellent\n"


def in_overview(
    sentence, *, method="We carried out four joint inspections.", title="Table of evaluations", table=TABLE
):
    body = f"Our approach\n\n{method}\n\nQuality indicator 2.1: Impact on children and young people\n\n{sentence}\n\n"
    return f"{OVERVIEW}{body}Appendix 1: {title}\n\n{table}"


@pytest.mark.parametrize(
    "sentence",
    [
        "In the programme before, six of the eight areas were graded good or better.",
        "In the previous programme, 9 areas were evaluated as excellent.",
        "We read 96 records, and 40 records were evaluated as good.",
        "Plans were late in two areas.",
        "Most were evaluated as good.",
    ],
)
def test_sentences_that_say_nothing_of_the_table(sentence):
    assert outcomes(in_overview(sentence), "graded-areas") == []


def test_without_a_table_of_evaluations_nothing_is_held_against_prose():
    text = in_overview("We graded this indicator in four areas.", table="Area\tStaff\nMoray\t4\nFife\t3\nAngus\t2\n")
    assert outcomes(text, "graded-areas") == []


@pytest.mark.parametrize(
    ("status", "sentence", "count", "of"),
    [
        ("pass", "We graded this indicator in four areas.", 4, ""),
        ("fail", "We graded this indicator in five areas.", 5, ""),
        ("pass", "Of these, 3 were evaluated as 'Good' or above.", 3, "'Good' or above"),
        ("pass", "One area was graded as 'Excellent'.", 1, "'Excellent'"),
        ("fail", "Two were graded as adequate or less.", 2, "adequate or less"),
        ("pass", "Two areas that we evaluated as very good or excellent.", 2, "very good or excellent"),
    ],
)
def test_graded_areas(status, sentence, count, of):
    in_table = {"": 4, "'Good' or above": 3, "'Excellent'": 1, "adequate or less": 1, "very good or excellent": 2}[of]
    stated = f"are stated as {of}" if of else "are stated"
    message = f"{count} graded areas {stated}, the table has {in_table}"
    assert outcomes(in_overview(sentence), "graded-areas") == [(status, message)]


@pytest.mark.parametrize(
    ("status", "method"),
    [
        ("pass", "We carried out four joint inspections: in Moray, Fife, Angus and Stirling."),
        ("fail", "We carried out five joint inspections: in Moray, Fife, Angus and Stirling."),
        ("pass", "We carried out 4 of these joint inspections. These took place in Moray, Fife, Angus and Stirling."),
    ],
)
def test_inspections_against_the_areas_listed(status, method):
    assert [result for result, _ in outcomes(in_overview("It is so.", method=method), "inspections-listed")] == [status]


@pytest.mark.parametrize(
    "method",
    [
        "We carried out nine joint inspections, including those in Moray, Fife and Angus.",
        "Partners in nine areas, such as Moray, Fife and Angus, shared what they knew.",
        "We carried out inspections in Moray, Fife and Angus.",
        "We carried out nine joint inspections. In Moray two teams met.",
    ],
)
def test_lists_that_are_not_whole(method):
    assert outcomes(in_overview("It is so.", method=method), "inspections-listed") == []


@pytest.mark.parametrize(("status", "count"), [("pass", "four"), ("fail", "six")])
def test_inspections_against_rows(status, count):
    text = in_overview("It is so.", title=f"Table of evaluations from {count} joint inspections")
    assert outcomes(text, "inspections-rows") == [
        (status, f"{4 if count == 'four' else 6} inspections or areas are stated, the table has 4 rows of areas")
    ]


# Statements


def report(numbers, contents=""):
    prose = "Staff acted at once when they were worried, and families were told what would come next.\n\n"
    sections = "".join(f"Statement {number}: {STATEMENTS[number - 1]}\n\n{prose}" for number in numbers)
    return (
        f"{COVER}{contents}Introduction\n\nThis is about children at risk of harm.\n\n{sections}Conclusion\n\n{prose}"
    )


def test_statements():
    assert outcomes(report([1, 2, 3, 4]), "statements-present") == [
        ("pass", "4 of 4 statements of the programme are headings")
    ]
    assert outcomes(report([1, 2, 4]), "statements-present") == [
        ("fail", "3 of 4 statements of the programme are headings, not: 3")
    ]
    assert outcomes(report([]), "statements-present") == [
        ("not_made", "none of the 4 statements of the programme is a heading")
    ]


def test_a_news_release_needs_no_statements_and_no_contents_page():
    text = 'Services in Moray have been inspected.\n\nAlex Example said: "The Care Inspectorate is glad of that."\n'
    assert [result.id for result in checks(reading_of(read_document(text.encode())))] == []


# Contents page

CONTENTS = "Contents\n\nIntroduction\t3\n{statements}Conclusion\t9\n{more}\n"


def with_contents(*extra, statements=(1, 2, 3, 4)):
    listed = "".join(f"Statement {number}: {STATEMENTS[number - 1]}\t{number + 3}\n" for number in statements)
    contents = CONTENTS.format(
        statements=listed, more="".join(f"{title}\t{page}\n" for page, title in enumerate(extra, 10))
    )
    return report([1, 2, 3, 4], f"{contents}\n")


def test_contents_pages_that_agree():
    assert outcomes(with_contents(), "contents-headings") == [
        ("pass", "6 of 6 entries of the contents page have a heading")
    ]


def test_a_group_of_appendices_is_no_heading():
    assert [status for status, _ in outcomes(with_contents("Appendices"), "contents-headings")] == ["pass"]


def test_an_entry_without_a_heading():
    assert outcomes(with_contents("Appendix 1: Tables of figures"), "contents-headings") == [
        ("fail", "6 of 7 entries of the contents page have a heading, not: Appendix 1: Tables of figures")
    ]


def test_no_contents_page():
    assert outcomes(report([1, 2, 3, 4]), "contents-headings") == [("not_made", "no contents page was found")]


# Key messages


def with_messages(*numbers):
    items = "\n".join(f"{number}. Staff did one good thing after another." for number in numbers)
    text = f"{COVER}Introduction\n\nThis is about children at risk of harm.\n\n"
    return f"{text}Key messages\n\n{items}\n\nConclusion\n\nIt is so.\n"


@pytest.mark.parametrize(
    ("status", "numbers"),
    [
        ("pass", (1, 2, 3)),
        ("pass", (1, 2, 3, 1, 2)),
        ("fail", (1, 2, 4)),
        ("fail", (2, 3)),
        ("fail", (1, 1 + 2, 2)),
        ("fail", (1, 2, 2, 3)),
    ],
)
def test_numbers_of_messages(status, numbers):
    assert [result for result, _ in outcomes(with_messages(*numbers), "message-numbers")] == [status]


def test_a_gap_is_named():
    assert outcomes(with_messages(1, 2, 4), "message-numbers") == [
        ("fail", "messages are numbered 1, 2, 4; after 2 comes 4")
    ]


def test_numbers_may_run_on_from_strengths_to_areas():
    text = (
        with_messages(1, 2)
        .replace("Key messages\n", "Key messages\n\nStrengths\n")
        .replace(
            "\n\nConclusion",
            "\n\nAreas for improvement\n\n3. Plans came too late for many.\n4. Advocacy was rare.\n\nConclusion",
        )
    )
    assert [status for status, _ in outcomes(text, "message-numbers")] == ["pass", "pass"]


def test_bullets_have_no_numbers():
    text = with_messages(1, 2).replace("1. ", "• ").replace("2. ", "• ")
    assert outcomes(text, "message-numbers") == []


# Laws


@given(st.text(alphabet="0123456789 %().,ofinrse", max_size=200))
def test_no_sentence_is_too_odd(text):
    for result in checks(reading_of(read_document(in_prose(text).encode()))):
        assert result.status in ("pass", "fail", "not_made")


def test_time_grows_with_the_length_of_a_sentence():
    begin = time.perf_counter()
    for unit in ("9 (12%) of ", "of 75 plans 9 ", "a fall of 3% from 50 ", "from 5 to 6 ", "1", "nine of the "):
        found(in_prose(unit * (60_000 // len(unit)) + "12%."), "tally-percent")
    assert time.perf_counter() - begin < 20


# Counts of grades against the table of them

SERVICES = invented.BY_NAME["childrens_services_2012_2018"]
NAMES = [one.name for one in SERVICES.indicator][:4]
GRADED = "Quality indicator\tEvaluation\n" + "\n".join(
    f"{name}\t{grade}" for name, grade in zip(NAMES, ["Good", "Very good", "Good", "Weak"], strict=True)
)


def counted(sentence, *tables):
    appended = (one for table in tables for one in ("Table of evaluations", table))
    return invented.report("Conclusion", sentence, *appended, programme=SERVICES)


@pytest.mark.parametrize(
    ("sentence", "tables"),
    [
        ("Across four quality indicators, two were good and two weak.", []),
        ("Across four quality indicators, two were good.", [GRADED]),
        ("Staff told us of two good and two weak plans.", [GRADED]),
        ("At the previous inspection two indicators were evaluated as good and two as weak.", [GRADED]),
        ("Across four quality indicators, two were good and two weak.", [GRADED, GRADED.replace("Weak", "Excellent")]),
        ("Across four quality indicators, two were good and two weak.", ["\n".join(GRADED.split("\n")[:3])]),
    ],
    ids=["no table", "one count", "other things", "before", "two tables", "too short a table"],
)
def test_counts_that_are_held_against_no_table(sentence, tables):
    assert outcomes(counted(sentence, *tables), "grade-table") == []


@pytest.mark.parametrize(
    ("status", "sentence", "message"),
    [
        ("pass", "Across four quality indicators, one was very good, two good and one weak.",
         "1 very good, 2 good, 1 weak are stated, the table has 1, 2, 1"),
        ("fail", "Across four quality indicators, two were very good, one good and one weak.",
         "2 very good, 1 good, 1 weak are stated, the table has 1, 2, 1"),
        ("fail", "Across four quality indicators, two were good and two adequate.",
         "2 good, 2 adequate are stated, the table has 2, 0"),
    ],
)  # fmt: skip
def test_counts_against_the_table(status, sentence, message):
    assert outcomes(counted(sentence, GRADED), "grade-table") == [(status, message)]
