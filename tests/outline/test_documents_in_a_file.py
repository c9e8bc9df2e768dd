"""The documents of a file: told by what they are, in any order, and not by a title that is only mentioned."""

import pytest
from tests.outline.invented import (
    AT_RISK,
    IN_NEED,
    PROSE,
    STATEMENTS,
    lines,
    outline_of,
    paper,
    parts,
    plan,
    record,
    release,
    report,
    title_of,
)  # fmt: skip

REPORT = report("Conclusion", PROSE)
ITS_OWN = (
    "A joint inspection of services for children and young people in need of care and protection in Moray was announced "
    "by the Care Inspectorate."
)
OTHER_REPORT = report("Conclusion", PROSE, area="Fife", day="1 June 2024")
PAPER = paper("1.\tSUMMARY", "1.1\tIt went well.")
ROW = ("1.1", "Minutes come late", "Type them on the day", "March 2024", "Clerk")
PLAN = plan(ROW)
RELEASE = release(PROSE)
FOOT = lines(
    "Headquarters",
    "Care Inspectorate\nPublications team",
    "Web: www.example.org",
    "© Care Inspectorate 2024 | COMMS-0524-731",
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (REPORT, "inspection_report"),
        (report(PROSE, programme=IN_NEED), "inspection_report"),
        (lines(title_of().upper(), "MAY 2024", "INTRODUCTION", PROSE), "inspection_report"),
        (
            lines("Moray: joint inspection of services for children", "May 2024", "Introduction", PROSE),
            "inspection_report",
        ),
        (
            lines("Progress review following a joint inspection of services in Moray", "May 2024", PROSE),
            "inspection_report",
        ),
        (lines(f"Statement 1: {STATEMENTS[1]}", PROSE, f"Statement 2: {STATEMENTS[2]}", PROSE), "inspection_report"),
        (lines(AT_RISK.title, "May 2025", "Foreword", PROSE), "overview_report"),
        (lines("Overview of joint inspections 2021 to 2025", "May 2025", "Foreword", PROSE), "overview_report"),
        (lines("Findings from the joint inspections in nine areas", "May 2025", "Foreword", PROSE), "overview_report"),
        (
            lines("Joint thematic review of services for disabled children", "May 2025", "Foreword", PROSE),
            "overview_report",
        ),
        (lines("Thematic review of services for children in Fife", "May 2025", "Foreword", PROSE), "other"),
        (lines("Thematic review of services for disabled children", PROSE, PROSE), "other"),
        (RELEASE, "news_release"),
        (PAPER, "committee_paper"),
        (
            lines("FIFE COUNCIL", "AUDIT COMMITTEE - 8 DECEMBER 2016", title_of(), "1 Recommendations", "1.1 Read it."),
            "committee_paper",
        ),
        (lines(title_of(), "December 2016", "1 Recommendations", PROSE), "inspection_report"),
        (lines("Report by: Chief Officer\nSubject: What inspectors found", "It went well."), "committee_paper"),
        (lines("Policy and Resources Committee", "Report by: Chief Officer", "It went well."), "committee_paper"),
        (PLAN, "improvement_plan"),
        (plan(ROW, title="Multi-agency Action Plan 2024"), "improvement_plan"),
        (plan(ROW, title="What we will do"), "improvement_plan"),
    ],
)
def test_a_document_on_its_own_is_of_its_kind(text, kind):
    assert parts(text) == [kind]


TITLE = title_of().removeprefix("Report of a ").capitalize().replace("moray", "Moray")


@pytest.mark.parametrize(
    "text",
    [
        lines(TITLE, "Inspectors have identified what works for children in Moray.", "The Care Inspectorate led them."),
        lines(TITLE, "We published a joint inspection report about Moray.", PROSE),
        lines("Services for children in Moray", "Children in Moray are safe, inspectors from the Care Inspectorate have said."),
        lines(TITLE, "The Care Inspectorate leads inspections that ask how well services work together.",
              "Children in Moray are safer, according to a new report.", PROSE),
        lines("Our children are safer", "The council has welcomed publication of a report by the Care Inspectorate."),
        lines("Care Inspectorate launches a study", "The Care Inspectorate today launched a report on services."),
        lines("We have published a follow through report about Moray.", PROSE),
    ],
)  # fmt: skip
def test_news_of_a_report_is_a_release_whatever_its_headline(text):
    assert parts(text) == ["news_release"]


def test_a_long_headline_is_the_title_of_a_release():
    headline = f"A {title_of().lower().replace('moray', 'Moray')} community planning partnership and in its schools"
    text = lines(headline, "Children are safer, according to a new report by the Care Inspectorate.")
    assert record(text).documents[0].title == headline


@pytest.mark.parametrize(
    "text",
    [
        "The bus is late.",
        lines("Our garden in spring", PROSE),
        lines("Improvement plan", PROSE),
        lines("The joint inspection of services in Moray took place in May 2024", PROSE),
        lines(f"Statement 1: {STATEMENTS[1]}", PROSE),
        lines("Report by: a friend", PROSE),
        lines("We have published our plan for children in Moray.", PROSE),
        lines("Staff have identified what works, the Care Inspectorate heard.", PROSE),
        lines('Alex said: "We were glad of what we saw and say so."', PROSE),
        lines("The council in committee met on a Monday.", PROSE),
        "Vegetable\tPrice\tWeight\nLeek\t1\t2\nKale\t2\t3",
    ],
    ids=lambda text: text[:30],
)
def test_a_document_of_no_known_kind_is_told_with_a_warning(text):
    found = record(text)
    assert [part.kind.value for part in found.documents] == ["other"]
    assert "no-inspection-document" in {warning.code for warning in found.warnings}


def test_a_title_may_name_the_area_of_a_council():
    title = "Joint inspection of services for children in the area of Moray Council"
    assert parts(lines(title, "May 2024", "Introduction", PROSE)) == ["inspection_report"]


def test_a_dated_headline_above_the_title_of_a_report_tells_news_of_it():
    title = "Joint inspection of services for children in Moray"
    said = f"The report can be found online. {PROSE}"
    text = lines("We are glad of what was said of us!", "29 June 2022", "A logo", title, said, "Strengths", PROSE)
    assert [(part.kind.value, part.title) for part in record(text).documents] == [
        ("news_release", "We are glad of what was said of us!")
    ]
    assert parts(text.replace("The report can be found online.", "It was warm.")) == ["other", "inspection_report"]


def test_a_known_document_is_told_without_that_warning():
    assert "no-inspection-document" not in {warning.code for warning in record(REPORT).warnings}


@pytest.mark.parametrize(
    ("documents", "kinds"),
    [
        ([PAPER, REPORT, PLAN], ["committee_paper", "inspection_report", "improvement_plan"]),
        ([PAPER, PLAN, REPORT], ["committee_paper", "improvement_plan", "inspection_report"]),
        ([PAPER, REPORT], ["committee_paper", "inspection_report"]),
        ([PAPER, PLAN], ["committee_paper", "improvement_plan"]),
        ([REPORT, PLAN], ["inspection_report", "improvement_plan"]),
        ([PLAN, REPORT], ["improvement_plan", "inspection_report"]),
        ([RELEASE, REPORT], ["news_release", "inspection_report"]),
        ([REPORT, OTHER_REPORT], ["inspection_report", "inspection_report"]),
        ([REPORT, OTHER_REPORT, PLAN], ["inspection_report", "inspection_report", "improvement_plan"]),
        ([PROSE, REPORT], ["other", "inspection_report"]),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) and len(value[0]) < 20 else "",
)
def test_documents_are_told_apart_in_any_order(documents, kinds):
    assert parts(lines(*documents)) == kinds


@pytest.mark.parametrize("order", [[PAPER, REPORT, PLAN], [PAPER, PLAN, REPORT], [REPORT, PLAN], [PLAN, REPORT]])
def test_a_document_begins_at_its_first_line_and_ends_at_the_next(order):
    found = record(lines(*order))
    whole = "".join(section.text for section in found.sections)
    for part, text in zip(found.documents, order, strict=True):
        assert whole[part.start : part.end].split()[:6] == text.split()[:6]
        assert whole[part.start : part.end].split()[-3:] == text.split()[-3:]


def test_sections_and_findings_say_which_document_they_stand_in():
    messages = lines("Key messages", "Strengths", "1. Staff noticed early.")
    found = record(
        lines(paper("1.\tSUMMARY", "The key strengths are as follows:", "1. Staff noticed early."), report(messages))
    )
    assert [message.document for message in found.key_messages] == [0, 1]
    assert [section.document for section in found.sections if section.kind == "executive_summary"] == [0]


@pytest.mark.parametrize(
    "blocks",
    [
        [f"We looked at {AT_RISK.title[0].lower()}{AT_RISK.title[1:]} for four years.", PROSE],
        [f"{title_of(area='Fife')}.", "May 2023", PROSE],
        [title_of(area="Fife"), PROSE],
        [f"• {title_of(area='Fife')}", "• May 2023"],
        [f"{title_of(area='Fife')} was published in May and can be read by all.", "May 2023", PROSE],
        ["Improvement plan", PROSE],
        ["The improvement plan that partners have made is sound.", PROSE],
        ["Vegetable\tPrice\tWeight\nLeek\t1\t2"],
        ["Report by: nobody", PROSE],
        [title_of(), "May 2024", PROSE],
    ],
    ids=["in a sentence", "with a stop", "without front matter", "in a list", "with a verb", "a plan without a table",
         "a plan in a sentence", "another table", "a label", "its own title again"],
)  # fmt: skip
def test_a_title_that_is_only_mentioned_begins_no_document(blocks):
    assert parts(report("Conclusion", PROSE, *blocks)) == ["inspection_report"]


def test_the_table_of_a_plan_goes_on_under_its_title_printed_again():
    again = lines(plan(ROW), plan(("1.2", "Plans overlap", "Merge them", "May 2024", "Clerk")))
    assert parts(again) == ["improvement_plan"]


def test_the_foot_of_a_report_is_not_the_head_of_the_plan_after_it():
    found = record(lines(report("Conclusion", PROSE, FOOT), plan(ROW)))
    assert [part.publication_code for part in found.documents] == ["COMMS-0524-731", None]


def test_a_plan_that_names_its_report_below_its_title_is_read():
    table = PLAN.split("\n\n", 1)[1]
    assert parts(lines("Moray Improvement Plan", "Draft", title_of(), "May 2024", table))[0] == "improvement_plan"


def test_the_rule_that_told_a_kind_is_signed():
    for part in record(lines(PAPER, REPORT, PLAN)).documents:
        assert part.rule.startswith("vocabulary/documents#")


def test_a_logo_above_a_title_belongs_to_its_document():
    text = lines(PAPER, "care\ninspectorate", REPORT)
    outline = outline_of(text)
    assert len(outline.parts) == 2
    found = record(text)
    assert "".join(s.text for s in found.sections)[found.documents[1].start :].startswith("care")


@pytest.mark.parametrize(
    "title",
    [
        "Services for children and young people in Argyll & Bute: report of a joint inspection",
        "Follow-up to the joint inspection of services to protect children in the Moray Council area",
        "Phase 2 joint inspection of adult support and protection in the Shetland partnership",
        "Joint follow-through inspection of services to protect children in the Moray Council area",
        "Services for children and young people in Fife Report of a pilot joint inspection",
    ],
)
def test_a_report_may_be_titled_in_other_ways(title):
    found = record(lines(title, "Prepared by the Care Inspectorate", "12 June 2023", "Introduction", PROSE)).documents
    assert [(one.kind.value, one.title) for one in found] == [("inspection_report", title)]


@pytest.mark.parametrize(
    "line",
    ["Services for children in Moray: a guide", "Follow-up to the meeting in Moray", "Phase 2 of the plan in Moray"],
)
def test_a_line_that_names_an_area_titles_no_report(line):
    found = record(lines(line, "12 June 2023", "Introduction", PROSE)).documents
    assert [one.kind.value for one in found] == ["other"]


UNTITLED = lines(
    "News release",
    "14 May 2024",
    "The Care Inspectorate has today published its report.",
    'Jo Doe said: "We are glad."',
)
LABELLED = lines("Report to: The Board\nReport by: Chief Officer\nSubject: What inspectors found", "It went well.")


def test_a_release_or_a_paper_without_a_title_is_told_behind_a_report():
    assert parts(lines(REPORT, UNTITLED)) == ["inspection_report", "news_release"]
    assert parts(lines(REPORT, LABELLED)) == ["inspection_report", "committee_paper"]


@pytest.mark.parametrize(
    "behind",
    [
        lines("News release", "Nobody has written one as yet."),
        lines("The news release is attached.", "The Care Inspectorate has today published its report."),
        lines("Recommendations", "Purpose", "Date"),
        lines("Subject: weather", "It went well."),
    ],
)
def test_lines_that_only_name_a_release_or_look_like_labels_begin_no_document(behind):
    assert parts(lines(REPORT, behind)) == ["inspection_report"]


def test_a_short_text_under_a_reports_title_and_date_is_news_of_it():
    said = 'Alex Example, Chief Executive, said: "We were glad of what we saw and say so."'
    read = "The full report can be read on the pages of the Care Inspectorate."
    assert parts(lines(TITLE, "23 April 2024", PROSE, said, read)) == ["news_release"]
    assert parts(lines(TITLE, "23 April 2024", "Introduction", PROSE, said)) == ["inspection_report"]
    assert parts(lines(TITLE, "23 April 2024", "Introduction", *[PROSE] * 100, said, read)) == ["inspection_report"]


HEADED = lines("MORAY COUNCIL", "Education and Children's Services Committee", "28 May 2024", f"{TITLE}: next steps")


@pytest.mark.parametrize(
    "labels",
    [
        ["Report by: Head of Service\nWards affected: All", "Purpose", PROSE],
        ["Agenda Item No. 5", "Recommendation(s)", PROSE],
        ["Purpose", PROSE],
    ],
)
def test_a_title_above_the_labels_of_a_paper_is_that_of_the_paper(labels):
    text = lines(HEADED, *labels, "1.0 Background", PROSE)
    assert parts(text) == ["committee_paper"]
    assert record(text).documents[0].title == f"{TITLE}: next steps"
    assert parts(lines(text, PLAN)) == ["committee_paper", "improvement_plan"]
    assert parts(lines(text, REPORT)) == ["committee_paper", "inspection_report"]


def test_a_report_with_a_purpose_is_a_report():
    assert parts(lines(TITLE, "May 2024", "Purpose", PROSE)) == ["inspection_report"]


def test_a_label_and_a_telephone_number_above_a_title_are_no_part_of_it():
    text = lines(PAPER, "Telephone: 03451 55 55 55", "Appendix 2", PLAN)
    assert record(text).documents[-1].title == record(PLAN).documents[0].title


SERVICES_HERE = "Services for children and young people in Moray"


def test_a_line_of_the_cover_says_what_a_report_is():
    found = record(
        lines(SERVICES_HERE, "March 2018", "Report of a joint inspection", "1. Introduction", PROSE)
    ).documents
    assert [(one.kind.value, one.title, one.published.date) for one in found] == [
        ("inspection_report", SERVICES_HERE, "2018-03")
    ]


@pytest.mark.parametrize(
    "below",
    [
        ["The report of a joint inspection was read."],
        ["A guide"],
        [f"{PROSE} {PROSE}", "Report of a joint inspection"],
        ["Joint inspection"],
        ["What a joint inspection is"],
    ],
)
def test_other_lines_below_a_title_make_no_report(below):
    assert parts(lines(SERVICES_HERE, "March 2018", *below, PROSE)) == ["other"]


@pytest.mark.parametrize("title", ["Annual report on joint inspections in Moray", "Moray: what we did for children"])
def test_a_document_of_another_title_may_tell_of_an_inspection(title):
    found = record(lines(title, ITS_OWN, PROSE)).inspection
    assert [area.name for area in found.areas] == ["Moray"]
    assert found.programme is not None


@pytest.mark.parametrize(
    "title", ["Moray Child Protection Committee\n\nAnnual Report 2018-2019", "Moray annual report 2019"]
)
def test_a_report_of_a_committees_own_year_tells_of_an_inspection_in_passing(title):
    found = record(lines(title, ITS_OWN, PROSE)).inspection
    assert (found.programme, found.areas, found.partners) == (None, [], [])
