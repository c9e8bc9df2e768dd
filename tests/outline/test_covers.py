"""Lines around a title: who made the document, what goes on with the title, a label that the document has as an appendix."""

import pytest
from tests.outline.invented import PROSE, cover, headings, lines, paper, parts, plan, record, report, title_of

from ciextract.outline.covers import goes_on_with_a_title, stands_on_a_cover

MORE = "They said so in the spring, and in the autumn when they were asked again they had not changed their minds."
ROW = ("1.1", "Minutes come late", "Type them on the day", "March 2024", "Clerk")
MAKERS = "HM Inspectorate of Education, the Care Commission and Healthcare Improvement Scotland"


@pytest.mark.parametrize(
    "line",
    [
        "What the Care Inspectorate found",
        "Care Inspectorate and partners praise staff",
        "HMIE: a history",
        "Education in Scotland",
    ],
)
def test_a_line_that_says_more_than_names_is_none_of_a_cover(line):
    assert not stands_on_a_cover(line)


@pytest.mark.parametrize("line", ["HM Inspectorate of Education", MAKERS, "Care Inspectorate | Education Scotland"])
def test_a_line_of_nothing_but_names_stands_on_a_cover(line):
    assert stands_on_a_cover(line)
    found = record(lines(title_of(), line, "May 2024", "Introduction", PROSE))
    assert found.documents[0].title == title_of()


def test_the_bodies_that_such_a_line_names_are_partners():
    found = record(lines(title_of(), f"The Care Inspectorate, {MAKERS}", "May 2024", "Introduction", PROSE))
    assert [one.name for one in found.inspection.partners] == [
        "Care Inspectorate", "HM Inspectorate of Education", "Care Commission", "Healthcare Improvement Scotland",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["Progress", "Summary", "Report", "Progress was slow", "Our progress review in full"])
def test_a_short_line_does_not_go_on_with_a_title(line):
    assert not goes_on_with_a_title(line)


def test_a_progress_review_says_so_below_its_title():
    found = record(lines(title_of(), "Progress review", "May 2024", "Introduction", PROSE))
    assert found.documents[0].title == f"{title_of()} Progress review"


OVERVIEW = "A report on the findings of joint inspections of services to protect children 2005-2009"


@pytest.mark.parametrize("above", ["Moray Council", "Minutes"])
def test_another_line_above_a_title_is_no_part_of_it(above):
    found = record(lines(above, OVERVIEW, "November 2009", "Introduction", PROSE))
    assert found.documents[-1].title == OVERVIEW


def test_lines_above_the_label_of_an_appendix_are_no_part_of_its_title():
    text = lines(paper("1. SUMMARY", PROSE), "Background papers: None", "Appendix 1", plan(ROW))
    assert record(text).documents[-1].title == record(plan(ROW)).documents[0].title


def test_the_first_numbered_label_of_a_plan_is_no_part_of_its_title():
    title, *table = plan(ROW).split("\n\n")
    assert record(lines(title, "Priority area 1: Minutes", *table)).documents[0].title == title


def test_a_question_above_a_title_is_its_first_line():
    found = record(lines("How safe are our children?", OVERVIEW, "November 2009", "Introduction", PROSE))
    assert [(one.kind.value, one.title) for one in found.documents] == [
        ("overview_report", f"How safe are our children? {OVERVIEW}")
    ]
    assert found.inspection.programme == "child_protection_2005_2009"


def test_the_label_of_an_appendix_above_a_title_heads_nothing():
    text = lines(paper("1. SUMMARY", PROSE), "Appendix 1", plan(ROW), "Appendix 2", report("Conclusion", PROSE))
    assert parts(text) == ["committee_paper", "improvement_plan", "inspection_report"]
    assert "appendix" not in [kind for kind, _, _ in headings(text)]


def test_a_paper_has_the_one_heading_of_the_first_level_for_its_title():
    body = f"<h1>What the inspectors found here</h1><h2>1 Discussion</h2><p>1.1 {PROSE}</p><h2>2 Costs</h2><p>2.1 None.</p>"
    page = f"<main><p>REPORT TO MORAY COUNCIL - 23 NOVEMBER 2023</p><p>Report by Director of Education</p>{body}</main>"
    found = record(f"<!doctype html><html><body>{page}</body></html>")
    assert [(one.kind.value, one.title, one.published.date) for one in found.documents] == [
        ("committee_paper", "What the inspectors found here", "2023-11-23")
    ]
    assert [(one.kind, one.number, one.level) for one in found.sections if one.title] == [
        ("other", 1, 1),
        ("other", 2, 1),
    ]


def test_a_table_with_a_column_of_subjects_titles_no_paper():
    table = "Subject\tYes\tNo\nCosts\tX\t"
    text = lines("REPORT TO MORAY COUNCIL - 3 MAY 2023", "WHAT THE INSPECTORS FOUND HERE", "1. PURPOSE", PROSE, table)
    assert record(text).documents[0].title == "WHAT THE INSPECTORS FOUND HERE"


@pytest.mark.parametrize(
    ("line", "date"),
    [("Published by the Care Inspectorate, 14 November 2023", "2023-11-14"), ("Version 2, January 2024", "2024-01")],
)
def test_a_date_may_stand_beside_who_published_or_which_version(line, date):
    found = record(lines(title_of(), "Care Inspectorate", line, "Introduction", PROSE))
    assert found.documents[0].published.date == date


def test_an_embargo_dates_a_release_and_is_no_headline():
    text = lines("NEWS RELEASE", "Embargoed until 00.01 on Tuesday 13 September 2011", "Services here are improving now",
                 "The Care Inspectorate has today published a report on services in Moray.", PROSE)  # fmt: skip
    (found,) = record(text).documents
    assert (found.kind.value, found.title, found.published.date) == (
        "news_release", "Services here are improving now", "2011-09-13",
    )  # fmt: skip


def test_the_date_of_the_inspection_in_a_title_is_not_that_of_the_plan():
    title = "Moray Improvement Plan following the joint inspection of May 2023"
    assert record(plan(ROW, title=title)).documents[0].published is None
    assert record(plan(ROW, title="Moray Improvement Plan, May 2023")).documents[0].published.date == "2023-05"


FOUND = (
    "What we did",
    PROSE,
    "What was good",
    f"- {PROSE}",
    "What has to get better",
    f"- {MORE}",
    "What happens next?",
    PROSE,
)


def test_a_summary_without_a_reports_title_is_a_report_by_its_makers_and_its_headings():
    front = ("How children are kept safe in Moray", "Care Inspectorate", "May 2022")
    found = record(lines(*front, *FOUND))
    assert [one.kind.value for one in found.documents] == ["inspection_report"]
    assert [message.kind for message in found.key_messages] == ["strength", "area_for_improvement"]


@pytest.mark.parametrize(
    "blocks",
    [
        ("How children are kept safe in Moray", "Moray Council", "May 2022", *FOUND),
        (
            "How children are kept safe in Moray",
            "Care Inspectorate",
            "May 2022",
            "What we did",
            PROSE,
            "Our team",
            MORE,
        ),
    ],
)
def test_other_texts_without_a_reports_title_are_none(blocks):
    assert parts(lines(*blocks)) == ["other"]


def test_words_that_praise_head_a_topic_inside_a_statement():
    text = lines(
        cover(), "Statement 1: Children are safer", PROSE, "What was good", PROSE, "What has to get better", MORE
    )
    assert [kind for kind, _, _ in headings(text)] == ["statement", "topic", "topic"]


def test_the_name_of_an_area_in_a_title_may_go_on_in_the_next_line():
    title = "Report of a joint inspection of services for children in the Shetland"
    text = f"{title}\nIslands\n\nMay 2024\n\nIntroduction\n\n{PROSE}"
    assert record(text).documents[0].title == f"{title} Islands"


def test_who_made_it_is_no_part_of_a_title_that_fills_its_line():
    title = "Report of a joint inspection of services for children and young people in East Lothian"
    made = "Prepared by the Care Inspectorate in partnership with Education Scotland, Healthcare\nImprovement Scotland"
    text = f"{title}\n{made}\nMarch 2016\n\nIntroduction\n\n" + "\n\n".join(3 * [made.replace("Prepared", "Written")])
    (part,) = record(text).documents
    assert (part.title, part.published.date) == (title, "2016-03")
