"""One record of each inspection: which documents go into it, what stands under what, and where they disagree."""

from dataclasses import replace

import pytest

from ciextract.errors import NotMergeable
from ciextract.merging import NOT_GRADED
from ciextract.reconciliation import reconcile
from ciextract.reconciliation.merged import merge

HASH = "{:064x}".format


def again(record, number, **fields):
    """The record of another file that says the same, but for the fields given."""
    source = replace(record.source, sha256=HASH(number), file_name=f"{number}.txt")
    return replace(record, record_id=f"again-{number}", source=source, **fields)


def kind_of(record, kind, number):
    """The same words as a document of another kind."""
    return again(record, number, documents=[replace(part, kind=kind) for part in record.documents])


def one(*records):
    [merged] = merge(records).records
    return merged


def across(record):
    return {check.id: check.status for check in record.checks if check.id.endswith("-across-documents")}


def test_a_record_without_an_area_is_of_no_inspection(records):
    report = records["graded-report"]
    nowhere = replace(report, inspection=replace(report.inspection, areas=[]))
    assert merge([nowhere]).records == ()
    assert [record.record_id for record in merge([nowhere]).without_area] == [report.record_id]


def test_another_programme_is_another_inspection(records):
    report = records["graded-report"]
    other = again(report, 1, inspection=replace(report.inspection, programme="another"))
    assert [len(record.sources) for record in merge([report, other]).records] == [1, 1]


def test_two_records_of_one_document_that_differ_are_refused(records):
    report = records["graded-report"]
    with pytest.raises(NotMergeable, match="say different things"):
        merge([report, replace(report, evaluations=[])])


def test_a_copy_of_a_file_under_another_name_is_the_same_document(records):
    report = records["graded-report"]
    copy = replace(report, source=replace(report.source, file_name="copy.txt", url="https://example.org/r"))
    merged = one(report, copy)
    assert [source.url for source in merged.sources] == ["https://example.org/r"]
    assert merged == one(copy, report)


def test_the_report_goes_before_what_repeats_it(records):
    report = records["graded-report"]
    merged = one(kind_of(report, "news_release", 1), kind_of(report, "committee_paper", 2), report)
    assert [source.kinds[0] for source in merged.sources] == ["inspection_report", "committee_paper", "news_release"]
    assert merged.source.sha256 == report.source.sha256
    assert len(merged.key_messages) == len(report.key_messages)
    for entry in merged.key_messages:
        assert entry.evidence.source == 0
        assert [each.evidence.source for each in entry.also] == [1, 2]
    assert set(across(merged).values()) == {"pass"}


def test_grades_that_differ_are_both_kept_and_told(records):
    report = records["graded-report"]
    [*others, last] = report.evaluations
    weak = replace(last, grade="weak", score=2, printed="weak")
    merged = one(report, kind_of(replace(report, evaluations=[*others, weak]), "news_release", 1))
    assert [each.grade for each in merged.evaluations[-2:]] == [last.grade, "weak"]
    assert across(merged)["grade-across-documents"] == "fail"
    [check] = [each for each in merged.checks if each.id == "grade-across-documents" and each.status == "fail"]
    assert {each.source for each in check.evidence} == {0, 1}


def test_years_that_differ_keep_equal_grades_apart(records):
    report = records["graded-report"]
    [*_, last] = report.evaluations
    dated = [replace(report, evaluations=[replace(last, year=year)]) for year in (None, 2023, 2024)]
    same = one(dated[0], again(dated[1], 1))
    apart = one(dated[0], again(dated[1], 1), again(dated[2], 2))
    assert [len(each.also) for each in same.evaluations] == [1]
    assert sorted((each.year or 0) for each in apart.evaluations) == [0, 2023, 2024]


def test_periods_and_conclusions_that_differ_are_kept(records):
    report = records["graded-report"]
    later = replace(report.inspection.period, end=report.inspection.period.end[:4] + "-12")
    other = again(report, 1, inspection=replace(report.inspection, period=later))
    unsure = replace(other, conclusion=replace(report.conclusion, confident=not report.conclusion.confident))
    merged = one(report, kind_of(unsure, "news_release", 2))
    assert merged.inspection.period.end == report.inspection.period.end
    assert [each.end for each in merged.inspection.other_periods] == [later.end]
    assert [each.confident for each in merged.other_conclusions] == [unsure.conclusion.confident]
    told = across(merged)
    assert (told["period-across-documents"], told["conclusion-across-documents"]) == ("fail", "fail")


def test_an_overview_gives_each_area_what_it_says_of_it_alone(records):
    overview = records["overview"]
    merged = merge([overview]).records
    assert len(merged) == len(overview.inspection.areas)
    for record in merged:
        [area] = record.inspection.areas
        graded = [each for each in overview.evaluations if each.area.code == area.code]
        assert [each.evidence.quote for each in record.evaluations] == [each.evidence.quote for each in graded]
        assert record.key_messages == record.proportions == record.tables == []
        assert record.inspection.period is None
        assert [source.scope for source in record.sources] == ["several"]
        others = {each.name for each in overview.inspection.areas} - {area.name}
        text = "".join(section.text for section in record.sections)
        assert not any(name in text for name in others)
        assert record.year == (graded[0].year if graded else None)
        assert {check.id for check in record.checks} == (set() if graded else {NOT_GRADED})


def test_no_row_in_the_table_is_held_against_not_evaluated_also_when_merged_again(records):
    paper, overview = records["committee-paper"], records["overview"]
    [own] = paper.inspection.areas
    named = replace(overview.inspection.areas[0], name=own.name, code=own.code)
    without = replace(overview, inspection=replace(overview.inspection, areas=[*overview.inspection.areas, named]))
    [merged] = [each for each in merge([paper, without]).records if len(each.sources) > 1]
    assert across(merged)["grade-across-documents"] == "pass"
    assert across(one(merged)) == across(merged)
    graded = replace(paper, evaluations=[replace(paper.evaluations[0], status="evaluated", grade="good", score=4)])
    [merged] = [each for each in merge([graded, without]).records if len(each.sources) > 1]
    assert across(merged)["grade-across-documents"] == "fail"


def test_a_report_about_two_areas_together_is_of_one_inspection(records):
    report = records["graded-report"]
    [first] = report.inspection.areas
    second = replace(first, name="Another", code="S12000099")
    both = replace(report, inspection=replace(report.inspection, areas=[first, second]))
    merged = one(both, kind_of(both, "news_release", 1))
    assert {area.code for area in merged.inspection.areas} == {first.code, second.code}
    assert len(merged.proportions) == len(report.proportions)
    assert one(merged) == merged
    assert len(merge([kind_of(both, "news_release", 1)]).records) == 2


def test_reconciling_a_merged_record_is_reconciling_its_documents(records):
    report = records["graded-report"]
    given = [report, kind_of(report, "news_release", 1)]
    assert reconcile([one(*given)]) == reconcile(given)
