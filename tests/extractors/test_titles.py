"""Titles of documents: as covers, subject lines and headlines print them; a sentence is none."""

import pytest
from tests.outline.invented import AT_RISK, PROSE, QUESTIONS, lines, paper, plan, record, release, report, title_of

ROW = ("1.1", "Minutes come late", "Type them on the day", "March 2024", "Clerk")
TITLE = title_of()
WORDS = TITLE.split()
REST = lines("14 May 2024", "Introduction", PROSE)


def titles(text):
    return [part.title for part in record(text).documents]


@pytest.mark.parametrize(
    "text",
    [
        release(PROSE),
        lines("14 May 2024", release(PROSE)),
        lines("News release", release(PROSE)),
        lines("FOR IMMEDIATE RELEASE", release(PROSE)),
        lines("The Care Inspectorate", release(PROSE)),
        lines(PROSE, PROSE),
        paper("1.\tSUMMARY").replace("Subject:\tWhat the inspectors found in our area\n", ""),
        lines("Report by: Chief Officer", "Report to: Cabinet", "Subject to approval, it went well."),
        plan(ROW).split("\n\n", 1)[1],
    ],
    ids=["release", "date first", "label first", "for immediate release", "body first", "prose", "paper without subject",
         "subject to approval", "table alone"],
)  # fmt: skip
def test_a_document_without_a_title_has_none(text):
    assert titles(text) == [None]


@pytest.mark.parametrize(
    "cover",
    [
        TITLE,
        f"care\ninspectorate\n\n{TITLE}",
        f"care\n\ninspectorate\n\n{TITLE}",
        f"{TITLE}\n\nPrepared by the Care Inspectorate with others",
        "{}\n{}".format(" ".join(WORDS[:8]), " ".join(WORDS[8:])),
        "{}\n\n{}".format(" ".join(WORDS[:8]), " ".join(WORDS[8:])),
        "{}\n\n{}\n\n{}".format(" ".join(WORDS[:5]), " ".join(WORDS[5:12]), " ".join(WORDS[12:])),
    ],
)
def test_the_lines_of_a_cover_are_one_title(cover):
    assert titles(lines(cover, REST)) == [TITLE]


def test_a_title_goes_on_after_a_colon():
    text = lines(f"{AT_RISK.title}:", "what nine of them found", "May 2025", "Foreword", PROSE)
    assert titles(text) == [f"{AT_RISK.title}: what nine of them found"]


@pytest.mark.parametrize("line", ["Published: 14 May 2024", "14 May 2024", "Tuesday 14 May 2024", "May 2024"])
def test_a_date_is_no_part_of_a_title(line):
    assert titles(lines(TITLE, line, "Introduction", PROSE)) == [TITLE]


@pytest.mark.parametrize("line", ["Publication date: Tuesday 14 May 2024", "Date of publication: 14 May 2024"])
def test_a_date_with_its_label_is_no_part_of_a_title(line):
    assert titles(lines(TITLE, line, "Introduction", PROSE)) == [TITLE]


@pytest.mark.parametrize(
    "text",
    [
        paper("1.\tSUMMARY", subject="What was found"),
        lines("Report to:\tCabinet\nTitle:\tWhat was found\nReport by:\tChief Officer", "1.\tSUMMARY"),
        lines("Report title\tWhat was found\nMeeting date\t25/08/2022\nAuthor\tChief Officer", "1.\tSUMMARY"),
        lines("Report to: Cabinet", "Subject: What was found", "Report by: Chief Officer", "SUMMARY"),
        lines("Report to: Cabinet\nSubject: What was found\nReport by: Chief Officer", "SUMMARY"),
        lines("Report to:\tCabinet\nSubject:\t<b>What was found</b>\nReport by:\tChief Officer", "1.\tSUMMARY"),
    ],
    ids=["columns", "title", "no colons", "paragraphs", "lines", "bold"],
)
def test_the_subject_line_is_the_title_of_a_paper(text):
    assert titles(text) == ["What was found"]


def test_a_subject_can_stand_below_its_label():
    text = lines(
        "Integration Joint Board", "Subject:", "What was found", "Report by:", "The Chief Officer", "SUMMARY", PROSE
    )
    assert titles(text) == ["What was found"]


@pytest.mark.parametrize(
    "headline", ["Early help praised in Moray", "'More to do' in Moray, say inspectors", "Is help there in time?"]
)
def test_a_headline_is_the_title_of_a_release(headline):
    assert titles(lines(headline, "14 May 2024", release(PROSE))) == [headline]
    assert titles(lines("FOR IMMEDIATE RELEASE", headline, release(PROSE))) == [headline]


def test_the_first_heading_of_a_web_page_is_its_headline():
    page = f"<html><body><main><h1>Praise for Moray</h1><p>{release(PROSE)}</p></main></body></html>"
    assert titles(page) == ["Praise for Moray"]


def test_a_date_with_its_label_is_no_headline():
    assert titles(lines("For immediate release: Tuesday 14 May 2024", release(PROSE))) == [None]


@pytest.mark.parametrize(
    "title", ["Moray Joint Inspection Improvement Plan, June 2024", "Multi-agency Action Plan 2024"]
)
def test_a_plan_has_its_title(title):
    assert titles(plan(ROW, title=title)) == [title]


def test_each_document_of_a_file_has_its_own_title():
    text = lines(paper("1.\tSUMMARY", subject="What was found"), report("Conclusion", PROSE), plan(ROW))
    assert titles(text) == ["What was found", TITLE, "Moray Joint Inspection Improvement Plan"]


def test_a_title_stands_where_its_evidence_says():
    (part,) = record(lines(TITLE.replace(" and ", "\nand "), REST)).documents
    assert part.title == TITLE
    assert part.title_evidence.start == 0
    assert part.title_evidence.quote.split() == WORDS


def test_a_headline_may_begin_with_the_inspectorate_and_stand_below_a_label():
    headline = "Care Inspectorate finds much to praise in Moray"
    assert record("News\n\n" + headline + "\n\n" + release(PROSE)).documents[0].title == headline


MEETING = ("FIFE COUNCIL", "LIFELONG LEARNING COMMITTEE", "6 November 2013")
BYLINE = "Report by Executive Director (Education and Children's Services)"
PURPOSE = ("PURPOSE OF REPORT", "To tell members what the inspectorate found.")


@pytest.mark.parametrize(
    "head",
    [
        (*MEETING, "HOW CHILDREN ARE HELPED IN FIFE", BYLINE),
        (*MEETING, BYLINE, "HOW CHILDREN ARE HELPED IN FIFE"),
        (
            "Fife Council",
            "Audit Committee - 6 November 2013",
            "HOW CHILDREN ARE HELPED IN FIFE",
            "Report by the Head of Audit",
        ),
    ],
    ids=["above", "below", "with an article"],
)
def test_a_paper_without_a_subject_is_titled_beside_its_author(head):
    found = record(lines(*head, *PURPOSE)).documents
    assert [(one.kind.value, one.title, one.published.date) for one in found] == [
        ("committee_paper", "HOW CHILDREN ARE HELPED IN FIFE", "2013-11-06")
    ]


@pytest.mark.parametrize(
    "head",
    [
        (*MEETING, BYLINE),
        ("FIFE COUNCIL", "6 November 2013", "LIFELONG LEARNING COMMITTEE", BYLINE),
        (*MEETING, "It was agreed that this paper should be read in full.", BYLINE),
    ],
    ids=["a date", "a meeting", "a sentence"],
)
def test_other_lines_beside_the_author_of_a_paper_are_no_title(head):
    assert titles(lines(*head, *PURPOSE)) == [None]


def test_what_a_body_reports_is_no_label_of_a_paper():
    text = lines("How children are helped in Fife", "Report by the Care Inspectorate", "It went well.", PROSE)
    assert [part.kind.value for part in record(text).documents] == ["other"]


def test_a_headline_may_cry_out():
    headline, line = "Praise all round for people in Moray!", "Joint inspection of services for children in Moray"
    assert titles(lines(headline, line, release(PROSE))) == [headline]


@pytest.mark.parametrize("first", ["Good news!", f"{PROSE[:-1]}!"])
def test_what_is_no_headline_for_all_its_marks(first):
    assert titles(lines(first, release(PROSE))) == [None]


HEAD = ("Moray Council", "13 March 2014")
BODY = ("1.0 PURPOSE", f"1.1 {PROSE}", "2.0 RECOMMENDATIONS", f"2.1 {PROSE}")
LINE = "What inspectors found in services for children"


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        (*HEAD, PROSE),
        (*HEAD, LINE, f"{LINE} again"),
        (*HEAD, "Report"),
        (*HEAD, "Meeting of the Cabinet of the Council"),
    ],
    ids=["none", "a sentence", "two lines", "one word", "a meeting"],
)
def test_heads_of_papers_without_a_title(head):
    assert titles(lines("Community Services Committee", *head, *BODY)) == [None]


def test_the_one_line_of_the_head_that_reads_as_a_title():
    assert titles(lines("Community Services Committee", *HEAD, LINE, *BODY)) == [LINE]


def test_a_cover_whose_chapters_are_questions_has_its_title_above_the_line_that_says_what_it_is():
    chapters = [f"{number}. {QUESTIONS[number]}\n\n{PROSE}" for number in (1, 2)]
    title = "Services for children and young people in Moray"
    assert titles(lines(title, "February 2019", "Report of a joint inspection", *chapters)) == [title]


def test_the_title_of_a_paper_stands_below_a_table_of_its_labels():
    labels = "Report to\tMoray Council\nDate of meeting\t10 March 2016\nReport by\tChief Social Work Officer"
    title = "Joint Inspection of Services for Children in the Moray Area"
    assert titles(lines(labels, title, "1. Purpose and summary", PROSE, "2. Recommendations", PROSE)) == [title]


def test_who_writes_a_paper_is_not_its_title():
    meeting = "REPORT TO: Education and Young People's Services Committee ON: 13 February 2020"
    text = lines(meeting, "BY: Executive Director (Education)", "1.0 PURPOSE", PROSE, "2.0 RECOMMENDATIONS", PROSE)
    (part,) = record(text).documents
    assert (part.kind.value, part.title, part.published.date) == ("committee_paper", None, "2020-02-13")
