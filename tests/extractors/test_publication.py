"""When documents were published, and their publication codes: dates of other things are none."""

import pytest
from tests.outline.invented import PROSE, lines, paper, plan, record, release, report, title_of

ROW = ("1.1", "Minutes come late", "Type them on the day", "3 March 2024", "Clerk")
TITLE = title_of()


def published(text):
    """(date, precision) of each document, None where it has none."""
    return [part.published and (part.published.date, part.published.precision) for part in record(text).documents]


def codes(text):
    return [part.publication_code for part in record(text).documents]


@pytest.mark.parametrize(
    "text",
    [
        lines(TITLE, "Prepared by the Care Inspectorate", "Introduction", "It took place on 3 March 2024. " + PROSE),
        lines(TITLE, "Prepared by the Care Inspectorate", "Introduction", "Between 4 and 22 March 2024 we met families."),
        lines(TITLE, "Prepared by the Care Inspectorate", "Introduction", "On 31 February 2024 nothing happened."),
        lines(TITLE, "Prepared by the Care Inspectorate", "31 February 2024", "Introduction", PROSE),
        lines(TITLE, "Introduction", *[PROSE] * 20, "14 May 2024", PROSE),
        release("It came out on 14 May 2024 and is 40 pages long."),
        release(PROSE, "© Care Inspectorate 2024"),
        release("The report came out on Thursday 5 June 2008."),
        release("Inspectors met staff today, 5 June 2008, to say so."),
        lines(TITLE, "Prepared by the Care Inspectorate", "Introduction", "A plan published today, 5 June 2008, says so."),
        paper("1.\tSUMMARY", "1.1\tIt was published on 7 June 2022.").replace(" 12 November 2023", "").replace("12 November 2023", "soon"),
        plan(ROW),
        plan(ROW, title="Improvement Plan 2024-2026"),
    ],
    ids=["in a sentence", "a period", "impossible in a sentence", "impossible", "far down", "release in a sentence",
         "copyright of a release", "a day in a sentence of a release", "today without a report", "today in a report", "paper in a sentence", "in a cell", "years of a plan"],
)  # fmt: skip
def test_a_document_that_does_not_say_has_no_date(text):
    assert published(text) == [None]


@pytest.mark.parametrize(
    "line",
    ["14 May 2024", "14th May 2024", "Tuesday 14 May 2024", "Published: 14 May 2024", "Published on 14/05/2024", "2024-05-14",
     "May 14, 2024", "Date: 14 May 2024", "14 May 2024 | News", "Last updated: 14 May 2024", "Posted on Tuesday, 14 May 2024", "*14 May 2024*"],
)  # fmt: skip
@pytest.mark.parametrize("head", [lines(TITLE, "{}", "Introduction", PROSE), lines("Praise for all in Moray", "{}", release(PROSE)),
                                  lines("{}", release(PROSE)), release(PROSE, "ENDS", "{}")],
                         ids=["cover", "below a headline", "before a release", "after a release"])  # fmt: skip
def test_a_line_with_nothing_but_a_date_tells_the_day(head, line):
    assert published(head.format(line)) == [("2024-05-14", "day")]


def test_a_month_on_the_cover_tells_the_month():
    assert published(lines(TITLE, "May 2024", "Introduction", PROSE)) == [("2024-05", "month")]


def test_a_day_says_more_than_a_month():
    assert published(lines(TITLE, "May 2024", "Published: 14 May 2024", "Introduction", PROSE)) == [
        ("2024-05-14", "day")
    ]


def test_a_copyright_line_tells_the_year_where_nothing_else_does():
    foot = "© Care Inspectorate 2024 | Published by: Communications"
    assert published(lines(TITLE, "Prepared by us", "Introduction", PROSE, foot)) == [("2024", "year")]
    assert published(lines(TITLE, "May 2023", "Introduction", PROSE, foot)) == [("2023-05", "month")]


@pytest.mark.parametrize(
    "text",
    [
        paper("1.\tSUMMARY", "1.1\tIt was published on 7 June 2022.", day="25 August 2022"),
        lines(
            "Report to:\tCabinet\nMeeting date:\t25/08/2022\nSubject:\tThe inspection",
            "1.\tSUMMARY",
            "1.1\tPublished 7 June 2022.",
        ),
        lines(
            "Integration Joint Board",
            "Date of meeting: 25 August 2022",
            "Report by: Chief Officer",
            "Subject: It",
            PROSE,
        ),
        lines("Cabinet, 25 August 2022", "Report by: Chief Officer\nSubject: The paper of 7 June 2022", PROSE),
        lines("Moray Council\tCabinet\t25 August 2022\nReport by\tChief Officer\t", "Subject: It", PROSE),
    ],
    ids=["columns", "labels in a table", "paragraphs", "meeting line", "cells"],
)
def test_a_paper_has_the_date_of_its_meeting(text):
    assert published(text) == [("2022-08-25", "day")]


def test_a_plan_has_the_date_in_its_title():
    assert published(plan(ROW, title="Moray Joint Inspection Improvement Plan, June 2024")) == [("2024-06", "month")]


def test_each_document_of_a_file_has_its_own_date():
    text = lines(
        paper("1.\tSUMMARY"), report("Conclusion", PROSE), plan(ROW, title="Moray Improvement Plan, June 2024")
    )
    assert published(text) == [("2023-11-12", "day"), ("2024-05-14", "day"), ("2024-06", "month")]


def test_a_date_stands_where_its_evidence_says():
    (part,) = record(report(PROSE)).documents
    assert part.published.evidence.quote == "14 May 2024"


@pytest.mark.parametrize("line", ["Telephone 0345 600 9527", "COMMS-24", "COMMS 0524 731", "DD1 4NY", "ISBN 978-0-00-000000-0",
                                  "OPS", "XCOMMS-0524-731", "0524-731"])  # fmt: skip
def test_a_line_is_no_publication_code(line):
    assert codes(report(PROSE, line)) == [None]


@pytest.mark.parametrize("code", ["COMMS-0825-566", "OPS-1012-198", "HCR-0524-731", "PUB-0119-01"])
@pytest.mark.parametrize("line", ["{}", "© Care Inspectorate 2024 | {}", "Publication code: {}.", "({})"])
def test_a_publication_code_is_found(line, code):
    assert codes(report(PROSE, line.format(code))) == [code]


def test_the_last_code_of_a_document_is_its_own():
    assert codes(report("This takes the place of COMMS-0123-111, which is out of print.", PROSE, "COMMS-0524-731")) == [
        "COMMS-0524-731"
    ]


def test_a_code_belongs_to_the_document_that_prints_it():
    assert codes(lines(paper("1.\tSUMMARY"), report(PROSE, "COMMS-0524-731"), plan(ROW))) == [
        None,
        "COMMS-0524-731",
        None,
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "A report published today, 5 June 2008, says that children are safe.",
        "The report was issued today (Thursday 5 June 2008).",
        "The Care Inspectorate has today, 5 June 2008, published what it found.",
        "Today (5 June 2008) inspectors publish what they found.",
    ],
)
def test_the_today_of_a_release_tells_the_day(sentence):
    assert published(release(sentence)) == [("2008-06-05", "day")]


def test_a_line_of_its_own_counts_before_the_today_of_a_sentence():
    text = release("7 June 2008", "A report published today, 5 June 2008, says so.")
    assert published(text) == [("2008-06-07", "day")]


def test_a_label_of_the_meeting_may_stand_beside_its_date():
    text = lines("Report by: Director", "Subject: What was found", "Committee: 12 February 2020", "1. Purpose", PROSE)
    assert published(text) == [("2020-02-12", "day")]
