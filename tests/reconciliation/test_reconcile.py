"""Which documents are of one inspection, and what holding them against each other gives."""

from dataclasses import replace

import pytest

from ciextract.reconciliation import reconcile


def points_of(topic, *records):
    return [point for each in reconcile(records) for point in each.points if point.topic == topic]


def in_year(record, year):
    period = replace(record.inspection.period, start=f"{year}-01", end=f"{year}-06")
    return replace(record, record_id=f"in-{year}", inspection=replace(record.inspection, period=period))


def graded(record, grade, score):
    [*_, last] = record.evaluations
    return replace(record, record_id="again", evaluations=[replace(last, grade=grade, score=score)])


def test_one_document_alone_is_no_group(records):
    assert reconcile([records["graded-report"]]) == []
    assert reconcile([]) == []


def test_another_programme_or_area_is_another_inspection(records):
    report = records["graded-report"]
    other = replace(report, record_id="b", inspection=replace(report.inspection, programme="another"))
    assert reconcile([report, other]) == []
    assert reconcile([report, records["committee-paper"]])[0].records == (records["committee-paper"].record_id,)


@pytest.mark.parametrize(("years", "groups"), [((2020, 2021), 1), ((2020, 2023), 0)])
def test_years_too_far_apart_are_two_inspections(records, years, groups):
    assert len(reconcile([in_year(records["graded-report"], year) for year in years])) == groups


def test_grades_that_agree_and_differ(records):
    report = records["graded-report"]
    [same] = points_of("grade", report, graded(report, "good", 4))
    [other] = points_of("grade", report, graded(report, "weak", 2))
    assert (same.outcome, same.note) == ("agrees", "good")
    assert (other.outcome, other.note) == ("differs", "good, weak")
    assert len(other.sides) == 2


def test_an_overviews_row_is_held_against_the_report(records):
    area = records["graded-report"].inspection.areas[0].name
    [found] = [each for each in reconcile([records["graded-report"], records["overview"]]) if each.area.name == area]
    [point] = [each for each in found.points if each.topic == "grade"]
    assert {side.document for side in point.sides} == {"inspection_report", "overview_report"}


def test_no_row_in_a_table_fits_not_evaluated_and_nothing_else(records):
    paper, overview = records["committee-paper"], records["overview"]
    named = replace(
        overview.inspection.areas[0], **{name: getattr(paper.inspection.areas[0], name) for name in ("name", "code")}
    )
    areas = [*overview.inspection.areas, named]
    without = replace(overview, inspection=replace(overview.inspection, areas=areas))
    [point] = points_of("grade", paper, without)
    assert (point.outcome, point.note) == ("agrees", "not evaluated, and the table has no row of it")
    assert point.sides[-1].pointer == f"/inspection/areas/{len(areas) - 1}"
    was_graded = replace(paper, evaluations=[replace(paper.evaluations[0], status="evaluated", grade="good", score=4)])
    [other] = points_of("grade", was_graded, without)
    assert other.outcome == "differs"


def test_periods(records):
    report = records["graded-report"]
    [alone] = points_of(
        "period", report, replace(report, record_id="b", inspection=replace(report.inspection, period=None))
    )
    [same] = points_of("period", report, replace(report, record_id="b"))
    later = replace(report.inspection.period, end=report.inspection.period.end[:4] + "-12")
    [other] = points_of(
        "period", report, replace(report, record_id="b", inspection=replace(report.inspection, period=later))
    )
    assert [alone.outcome, same.outcome, other.outcome] == ["only", "agrees", "differs"]


def test_a_papers_messages_exact_edited_and_missing(records):
    paper = records["committee-paper"]
    told = [
        index
        for index, each in enumerate(paper.key_messages)
        if paper.documents[each.document].kind == "committee_paper"
    ]
    messages = list(paper.key_messages)
    messages[told[0]] = replace(messages[told[0]], text=messages[told[0]].text.replace("without delay", "at once"))
    messages[told[1]] = replace(messages[told[1]], text="Swimming lessons were offered to everybody on Mondays.")
    points = points_of("message", replace(paper, key_messages=messages))
    assert points[0].outcome == "edited"
    assert "'at once' for 'without delay'" in points[0].note
    assert (points[1].outcome, points[1].note) == ("only", "not found among the report's messages")
    assert {each.outcome for each in points[2 : len(told)]} == {"agrees"}
    assert [each.note for each in points[len(told) :]] == ["the report alone has it"]


def test_quoted_sentences_are_found_or_flagged(records):
    paper = records["committee-paper"]
    own = next(
        each
        for each in paper.sections
        if paper.documents[each.document].kind == "inspection_report" and len(each.text) > 300
    )
    sentence = next(line for line in own.text.split("\n") if len(line.split()) > 8)
    place = next(
        index for index, each in enumerate(paper.sections) if paper.documents[each.document].kind == "committee_paper"
    )
    said = f'It says "{sentence}" and "a name", and "words that nobody ever wrote there".'
    sections = list(paper.sections)
    sections[place] = replace(sections[place], text=said)
    points = points_of("quotation", replace(paper, sections=sections))
    mine = [each for each in points if each.sides[0].pointer == f"/sections/{place}"]
    assert [each.outcome for each in mine] == ["agrees", "only"]


def test_rows_of_a_plan_beside_their_findings(records):
    paper = records["committee-paper"]
    points = points_of("action", paper)
    rows = [each for each in points if each.subject.startswith("action ")]
    assert len(rows) == len(paper.actions)
    for each in rows:
        if each.outcome == "agrees":
            assert [side.document for side in each.sides] == ["improvement_plan", "inspection_report"]
    unread = replace(paper, actions=[replace(paper.actions[0], issue="Swimming lessons on Mondays", task=None)])
    [row, *findings] = points_of("action", unread)
    assert (row.outcome, row.note) == ("only", "no finding of the report in these words")
    assert {each.subject for each in findings} == {"area for improvement"}


def test_the_order_of_records_does_not_matter_to_what_is_found(records):
    def found(given):
        return {
            (each.area.code, point.topic, point.outcome, point.subject)
            for each in reconcile(given)
            for point in each.points
        }

    given = list(records.values())
    assert found(given) == found(given[::-1])
