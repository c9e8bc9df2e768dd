"""The stated start and end of the inspection: dates of the programme, of records and of others' work are none."""

import pytest
from tests.outline.invented import PROSE, STATEMENTS, lines, paper, record, release, report

STATEMENT = f"Statement 1: {STATEMENTS[1]}"
METHOD = "How we conducted this inspection"


def period(text):
    found = record(text).inspection.period
    return found and (found.start, found.end)


@pytest.mark.parametrize(
    "sentence",
    [
        "The programme of joint inspections was halted between March 2020 and June 2021.",
        "We made 15 of these joint inspections between May 2021 and June 2025.",
        "These inspections ran from May 2021 to June 2025.",
        "Our previous inspection of Moray took place between May 2016 and August 2016.",
        "The last inspection was made between May 2016 and August 2016.",
        "Between May 2023 and August 2023 the partnership trained its staff.",
        "From May 2023 to August 2023 the road was closed.",
        "The inspection was carried out in March 2024.",
        "The inspection took place between March and June.",
        "The inspection took place between May 2023 and August 2022.",
        "The inspection took place between 30 and 31 February 2024.",
        "The inspection follows a programme that ran between 2018 and 2020.",
        "The report of the inspection was published on 14 May 2024.",
        "They began in April and finished in September 2023.",
        "Staff began their work in April and finished in September 2023.",
        "The council's work began in April and was completed in September 2023.",
        "Inspectors heard that the project began in April and finished in September 2023.",
    ],
)
@pytest.mark.parametrize("document", [report, paper, release])
def test_a_sentence_tells_no_period(document, sentence):
    assert period(document(STATEMENT, sentence)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The inspection programme ran between May 2021 and June 2025.",
        "An earlier joint inspection, made between May 2016 and July 2016, had found the same.",
        "The next inspection will take place between May 2026 and June 2026.",
    ],
)
def test_other_inspections_tell_no_period(sentence):
    assert period(report(STATEMENT, sentence)) is None


@pytest.mark.parametrize("heading", [METHOD, STATEMENT])
@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors read records that were made between May 2021 and May 2023.",
        "The inspection drew on files kept from May 2021 to May 2023.",
    ],
)
def test_dates_of_records_tell_no_period(heading, sentence):
    assert period(report(heading, sentence)) is None


def test_what_others_did_tells_no_period_in_a_section_of_method():
    assert period(report(METHOD, "Between May 2023 and August 2023 the partnership trained its staff.")) is None
    assert period(report(METHOD, "We read files relating to children between May 2022 and June 2023.")) is None
    assert period(report(METHOD, "The scrutiny panel of the council ran from May 2023 to August 2023.")) is None


def test_minutes_tell_the_period_and_a_report_of_a_committees_own_year_does_not():
    told = "The findings of the joint inspection which had taken place between March and July 2024 were noted."
    about = "Joint inspection of services for children at risk of harm in Moray"
    assert period(lines("Minutes of the meeting of 21 November 2024", about, told)) == ("2024-03", "2024-07")
    assert period(lines("Moray Child Protection Committee Annual Report 2024", about, told)) is None


def test_scrutiny_tells_the_period():
    assert period(report(METHOD, "Scrutiny took place between 6 March and 14 July 2023.")) == (
        "2023-03-06",
        "2023-07-14",
    )
    ended = "The inspection ran from May 2023 until its conclusion in August 2023."
    assert period(report(METHOD, ended)) == ("2023-05", "2023-08")


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("between August 2021 and April 2022", "2021-08", "2022-04"),
        ("between 4 and 22 March 2024", "2024-03-04", "2024-03-22"),
        ("from May to August 2023", "2023-05", "2023-08"),
        ("from 4 March to 22 April 2024", "2024-03-04", "2024-04-22"),
        ("from 4 March 2024 until 22 April 2024", "2024-03-04", "2024-04-22"),
        ("from 4th to 22nd March 2024", "2024-03-04", "2024-03-22"),
        ("between 28 November 2022 and 3 February 2023", "2022-11-28", "2023-02-03"),
        ("between December 2019 and February 2020", "2019-12", "2020-02"),
        ("from MAY to AUGUST 2023", "2023-05", "2023-08"),
    ],
)
@pytest.mark.parametrize(
    "sentence",
    ["The inspection took place {}.", "Inspectors were in Moray {}, in all weathers.", "We inspected services {}.",
     "This inspection, the first of its kind, was carried out {}."],
)  # fmt: skip
@pytest.mark.parametrize("document", [report, paper, release])
def test_a_sentence_tells_the_period(document, sentence, words, start, end):
    assert period(document(STATEMENT, sentence.format(words))) == (start, end)


@pytest.mark.parametrize(
    "sentence", ["Between May and August 2023, inspectors carried out a joint inspection.",
                 "From May 2023 to August 2023 we gathered what there was to know."],
)  # fmt: skip
def test_the_dates_can_come_first(sentence):
    assert period(report(STATEMENT, sentence)) == ("2023-05", "2023-08")


@pytest.mark.parametrize(
    "sentence",
    ["The inspection began in May 2023 and ended in August 2023.", "The inspection (May 2023 – August 2023) went well.",
     "The inspection took place during May to August 2023."],
)  # fmt: skip
def test_start_and_end_can_be_told_in_other_words(sentence):
    assert period(report(STATEMENT, sentence)) == ("2023-05", "2023-08")


def test_what_we_did_is_a_section_of_method():
    body = ["What we did in this review", "Between July and September 2023 we read 40 records."]
    assert period(report(*body)) == ("2023-07", "2023-09")


@pytest.mark.parametrize("heading", [METHOD, "Our approach", "Background"])
def test_a_section_of_method_need_not_say_inspection(heading):
    assert period(report(heading, "We were at work in Moray between March 2019 and July 2019.")) == (
        "2019-03",
        "2019-07",
    )
    assert period(report(STATEMENT, "We were at work in Moray between March 2019 and July 2019.")) is None


def test_the_report_is_believed_before_a_paper_about_it():
    text = lines(
        paper("1.1\tThe inspection took place between June 2021 and May 2022."),
        report("The inspection took place between August 2021 and April 2022."),
    )
    assert period(text) == ("2021-08", "2022-04")


def test_the_first_of_two_sentences_counts():
    text = report("The inspection ran from May to June 2023.", PROSE, "The inspection ran from March to June 2022.")
    assert period(text) == ("2023-05", "2023-06")


def test_an_overview_has_no_period_of_its_own():
    overview = lines("Overview of joint inspections 2021 to 2025", "May 2025", "Foreword", PROSE)
    assert period(lines(overview, "The inspection of Moray took place between May 2023 and June 2023.")) is None


def test_a_thematic_review_tells_when_it_was_made():
    head = lines("Early help for families: a joint thematic review", "May 2025", "Introduction", PROSE)
    assert period(lines(head, "Inspections took place between May 2023 and June 2023.")) is None
    told = "Between September 2024 and February 2025 we visited six areas."
    assert period(lines(head, told)) == ("2024-09", "2025-02")


def test_a_period_stands_where_its_evidence_says():
    found = record(report("The inspection took place between 4 and 22 March 2024.")).inspection.period
    assert found.evidence.quote == "4 and 22 March 2024"


@pytest.mark.parametrize(
    "sentence",
    [
        "The review was undertaken by the council between April 2021 and June 2021.",
        "A review of kinship care was undertaken between April 2021 and June 2021.",
        "The inspection of care homes commenced in May 2022 and was completed in June 2022.",
        "The inspection looked at what was done for children in May and June 2021.",
        "Since the inspection, staff were trained in May and June 2023.",
        "Inspection of schools continued in May and June 2023.",
    ],
)
def test_a_review_or_an_inspection_of_something_else_tells_no_period(sentence):
    assert period(report(STATEMENT, sentence)) is None


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("The joint inspection commenced in September 2023 and concluded in February 2024.", "2023-09", "2024-02"),
        ("The on-site phase ran between Monday 6 May 2024 and Friday 17 May 2024.", "2024-05-06", "2024-05-17"),
        ("We inspected services between the 6th of May and the 14th of June 2024.", "2024-05-06", "2024-06-14"),
        ("The report follows an inspection which was carried out in June and August 2014.", "2014-06", "2014-08"),
        ("We undertook the inspection in August and September 2012.", "2012-08", "2012-09"),
        (
            "The joint inspection of services for children and young people in the Moray council area took place in March and"
            " April 2015.",
            "2015-03",
            "2015-04",
        ),
        ("The inspection was carried out during March, April and May 2023.", "2023-03", "2023-05"),
        ("The review was undertaken between April and June 2021.", "2021-04", "2021-06"),
        ("Inspection dates: 12/02/2024 to 24/05/2024", "2024-02-12", "2024-05-24"),
    ],
)
def test_a_period_may_be_worded_in_other_ways(sentence, start, end):
    assert period(report(STATEMENT, sentence)) == (start, end)


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors began their work in April and finished in September 2023.",
        "Our scrutiny began in April and was completed in September 2023.",
        "The inspection team started in April 2023 and finished in September 2023.",
    ],
)
@pytest.mark.parametrize("heading", [METHOD, STATEMENT])
def test_inspectors_begin_and_end(heading, sentence):
    assert period(report(heading, sentence)) == ("2023-04", "2023-09")


@pytest.mark.parametrize(
    "sentence",
    [
        "We began in April and finished in September 2023.",
        "We started our work in April 2023 and ended it in September 2023.",
    ],
)
def test_in_a_section_on_method_we_began_tells_the_period(sentence):
    assert period(report(METHOD, sentence)) == ("2023-04", "2023-09")
    assert period(report(STATEMENT, sentence)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "It was carried out by the council and its partners between May 2023 and August 2023.",
        "Staff looked at the work of the partnership between May 2023 and August 2023.",
        "We looked at letters that came between May 2023 and August 2023.",
    ],
)
@pytest.mark.parametrize("document", [report, release])
def test_what_others_did_or_what_was_looked_at_tells_no_period(document, sentence):
    assert period(document(STATEMENT, sentence)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "It was carried out by the Care Inspectorate with Education Scotland between May and August 2023.",
        "The Care Inspectorate, together with Education Scotland, looked at the work of partners between May and August 2023.",
        "Inspectors looked at how services keep children safe from May to August 2023.",
    ],
)
@pytest.mark.parametrize("document", [report, release])
def test_what_inspectorates_did_tells_the_period(document, sentence):
    assert period(document(STATEMENT, sentence)) == ("2023-05", "2023-08")
