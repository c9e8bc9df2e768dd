"""What the assembler makes of findings: precedence, conflicts and absence. Findings here are made up, not found."""

import hashlib

import pytest
from tests.outline.invented import PROSE, STATEMENTS, lines, paper, record, report

from ciextract import pipeline
from ciextract.document import Span
from ciextract.extractors.finding import (
    AreaFinding,
    CodeFinding,
    DateFinding,
    EvaluationFinding,
    MessageFinding,
    PartnerFinding,
    PeriodFinding,
    TitleFinding,
)
from ciextract.record import Grade, Record

TEXT = report(f"Statement 1: {STATEMENTS[1]}", "Key messages", "1. Staff noticed early.", "Conclusion", PROSE)
SHA = hashlib.sha256(TEXT.encode()).hexdigest()
RULE = "tests/assemble#made-up"
MORAY, FIFE = ("Moray", "S12000020"), ("Fife", "S12000047")


@pytest.fixture
def assembled(monkeypatch):
    """The record of a text from findings that are given instead of found."""

    def assembled(*findings, text=TEXT) -> Record:
        monkeypatch.setattr(pipeline, "EXTRACTORS", (lambda reading: iter(findings),))
        return record(text)

    return assembled


def place(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def area(name, code):
    return AreaFinding(span=Span(0, 6), rule=RULE, name=name, code=code)


def date(iso, part=0):
    precision = {4: "year", 7: "month", 10: "day"}[len(iso)]
    return DateFinding(span=Span(0, 6), rule=RULE, part=part, date=iso, precision=precision)


def evaluation(grade="good", *, at="Conclusion", area=None, year=None, indicator="2.1"):
    found = Grade(grade) if grade else None
    return EvaluationFinding(
        span=place(at), rule=RULE, indicator=indicator, indicator_name=None, area=area, year=year,
        status="evaluated" if found else "not_evaluated", grade=found, score=list(Grade).index(found) + 1 if found else None,
        printed=grade, reason=None,
    )  # fmt: skip


def test_without_findings_everything_is_absent_and_nothing_is_made_up(assembled):
    found = assembled()
    assert (found.inspection.areas, found.inspection.partners, found.inspection.period) == ([], [], None)
    assert [(part.title, part.published, part.publication_code) for part in found.documents] == [(None, None, None)]
    lists = [name for name, value in found.to_dict().items() if isinstance(value, list) and value]
    assert set(lists) <= {"looked_for", "documents", "sections", "checks"}
    assert found.conclusion is None
    assert found.complete


@pytest.mark.parametrize(
    ("findings", "name"),
    [
        ([], "unknown-undated"),
        ([area(*MORAY)], "moray-undated"),
        ([date("2024-05-14")], "unknown-2024-05-14"),
        ([area(*MORAY), date("2024-05")], "moray-2024-05"),
        ([area(*FIFE), area(*MORAY), date("2024")], "fife-moray-2024"),
        ([area("Na h-Eileanan Siar", "S12000013")], "na-h-eileanan-siar-undated"),
        ([area("Perth & Kinross", "S12000048")], "perth-kinross-undated"),
        ([area(name, "S12000020") for name in ("One", "Two", "Three")], "one-two-three-undated"),
        ([area(name, "S12000020") for name in ("One", "Two", "Three", "Four")], "4-areas-undated"),
    ],
)
def test_a_record_is_named_by_areas_date_and_hash(assembled, findings, name):
    assert assembled(*findings).record_id == f"{name}-{SHA[:8]}"


def test_the_date_of_the_report_names_a_record_before_that_of_a_paper(assembled):
    text = lines(paper("1.\tSUMMARY"), report("Conclusion", PROSE))
    assert "-2022-06-07-" in assembled(date("2022-08-25", part=0), date("2022-06-07", part=1), text=text).record_id
    assert "-2022-08-25-" in assembled(date("2022-08-25", part=0), text=text).record_id


def test_values_go_to_the_document_that_they_are_of(assembled):
    text = lines(paper("1.\tSUMMARY"), report("Conclusion", PROSE))
    code = CodeFinding(span=Span(0, 4), rule=RULE, part=1, code="COMMS-0524-731")
    title = TitleFinding(span=Span(0, 4), rule=RULE, part=0, text="A title")
    found = assembled(title, date("2024-05", part=1), code, text=text).documents
    assert [(one.title, one.published and one.published.date, one.publication_code) for one in found] == [
        ("A title", None, None), (None, "2024-05", "COMMS-0524-731"),
    ]  # fmt: skip


def test_a_value_without_a_finding_has_no_evidence(assembled):
    (part,) = assembled().documents
    assert part.title_evidence is None
    assert part.publication_code_evidence is None


def test_the_first_period_counts(assembled):
    first = PeriodFinding(span=Span(0, 6), rule=RULE, start="2023-05", end="2023-08")
    second = PeriodFinding(span=Span(7, 9), rule=RULE, start="2020", end="2021")
    found = assembled(first, second).inspection.period
    assert (found.start, found.end) == ("2023-05", "2023-08")


def test_partners_keep_their_order(assembled):
    names = ["Care Inspectorate", "Education Scotland", "Audit Scotland"]
    found = [PartnerFinding(span=Span(0, 6), rule=RULE, name=name, lead=False) for name in names]
    assert [partner.name for partner in assembled(*found).inspection.partners] == names


def test_a_message_belongs_to_the_section_and_statement_that_it_stands_in(assembled):
    span = place("Staff noticed early.")
    found = assembled(MessageFinding(span=span, rule=RULE, kind="message", number=1, text="Staff noticed early."))
    (message,) = found.key_messages
    section = next(section for section in found.sections if section.id == message.section)
    assert (section.kind, message.statement, message.document) == ("key_messages", 1, 0)
    assert (message.evidence.quote, message.evidence.start) == ("Staff noticed early.", span.start)


def grades(found):
    return [(one.area and one.area.name, one.year, one.grade and one.grade.value) for one in found.evaluations]


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([evaluation()], [(None, None, "good")]),
        ([evaluation(), evaluation(at="Introduction")], [(None, None, "good")]),
        ([evaluation(), evaluation(year=2022, at="Introduction")], [(None, 2022, "good")]),
        ([evaluation(year=2022), evaluation(at="Introduction")], [(None, 2022, "good")]),
        ([evaluation(), evaluation("weak", at="Introduction")], [(None, None, "weak"), (None, None, "good")]),
        ([evaluation(area=MORAY), evaluation(area=FIFE)], [("Moray", None, "good"), ("Fife", None, "good")]),
        ([evaluation(), evaluation(indicator="2.2")], [(None, None, "good"), (None, None, "good")]),
        ([evaluation(None), evaluation(None, at="Introduction")], [(None, None, None)]),
        ([evaluation(None), evaluation(at="Introduction")], [(None, None, "good"), (None, None, None)]),
    ],
    ids=[
        "one",
        "twice",
        "year after",
        "year before",
        "two grades",
        "two areas",
        "two indicators",
        "declined twice",
        "declined and graded",
    ],
)
def test_an_evaluation_is_told_once_in_a_document(assembled, findings, expected):
    assert grades(assembled(*findings)) == expected


def test_an_evaluation_is_told_once_in_each_document(assembled):
    text = lines(paper("1.\tSUMMARY", "1.1\tHere it is."), report("Conclusion", PROSE))
    findings = [
        EvaluationFinding(
            span=place(words, text), rule=RULE, indicator="2.1", indicator_name=None, area=None, year=None,
            status="evaluated", grade=Grade.GOOD, score=4, printed="good", reason=None,
        )
        for words in ("Here it is.", "Conclusion")
    ]  # fmt: skip
    assert [one.document for one in assembled(*findings, text=text).evaluations] == [0, 1]


@pytest.mark.parametrize(
    ("areas", "name"),
    [([], None), ([area(*MORAY)], "Moray"), ([area(*MORAY), area(*FIFE)], None)],
    ids=["none", "one", "two"],
)
def test_an_evaluation_without_an_area_is_of_the_only_one(assembled, areas, name):
    assert grades(assembled(*areas, evaluation())) == [(name, None, "good")]


def test_an_area_that_the_words_name_is_kept(assembled):
    assert grades(assembled(area(*MORAY), evaluation(area=FIFE))) == [("Fife", None, "good")]


def codes(found):
    return [warning.code for warning in found.warnings]


def test_evaluations_that_differ_are_kept_and_told(assembled):
    found = assembled(evaluation(), evaluation("weak", at="Introduction"))
    assert codes(found) == ["evaluations-differ"]
    assert "2.1" in found.warnings[0].message


def test_evaluations_of_two_areas_do_not_differ(assembled):
    assert codes(assembled(evaluation(area=MORAY), evaluation("weak", area=FIFE))) == []


def test_a_document_of_no_programme_and_no_kind_is_told(assembled):
    assert set(codes(assembled(text=PROSE))) == {"programme-unknown", "no-inspection-document"}


def test_a_record_says_what_was_looked_for(assembled):
    found = assembled()
    assert len(set(found.looked_for)) == len(found.looked_for)
    assert set(found.looked_for) <= set(Record.__dataclass_fields__)
