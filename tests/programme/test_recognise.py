"""Which programme a document is of: told by several signs, never by one word, and not told where two would fit."""

import pytest
from tests.outline.invented import (
    AT_RISK,
    BY_NAME,
    IN_NEED,
    PROSE,
    day_of,
    lines,
    paper,
    plan,
    record,
    release,
    report,
    title_of,
)

from ciextract.document import Span
from ciextract.programme.load import programmes
from ciextract.programme.recognise import recognise, taken
from ciextract.read import read_document

FAR_DOWN = [PROSE] * 14
"""Paragraphs enough that what follows is no title any more."""


def recognised(text):
    return recognise(read_document(text.encode()))


def name_of(text):
    found = recognised(text)
    return found.programme and found.programme.name


@pytest.mark.parametrize(
    "text",
    [
        "Harm.",
        "Children at risk of harm.",
        "CHILDREN AT RISK OF HARM: a talk on Monday.",
        "In need of care and protection: a novel.",
        "The Care Inspectorate was there.",
        "This joint inspection is of a care home.",
        "How good is the partnership at baking bread?",
        "Joint inspection of services for older people in Moray, by the Care Inspectorate.",
        "Our new services for children at risk of harm open on Monday.",
        "Adult support and protection: a course for volunteers. Adult support and protection is for everyone.",
        "A nursery in Moray was inspected. It has services to protect children.",
        "The Care Inspectorate will visit six-point farm.",
        "Six key quality indicators of a good cake.",
        lines(*FAR_DOWN, "The Care Inspectorate wrote to us about children at risk of harm."),
        lines("A recipe for soup", PROSE),
    ],
    ids=lambda text: text[-40:],
)
def test_one_sign_is_not_enough(text):
    found = recognised(text)
    assert found.programme is None
    assert found.signs == ()
    assert found.notice.code == "programme-unknown"


def test_a_document_about_two_programmes_is_of_neither():
    found = recognised(lines(AT_RISK.title, IN_NEED.title, "This is what the Care Inspectorate does."))
    assert found.programme is None
    assert found.notice.code == "programme-ambiguous"
    assert AT_RISK.name in found.notice.message
    assert IN_NEED.name in found.notice.message


@pytest.mark.parametrize("programme", programmes(), ids=lambda programme: programme.name)
def test_a_report_is_of_the_programme_that_its_title_names(programme):
    found = recognised(report(PROSE, programme=programme))
    assert found.programme == programme
    assert found.notice is None
    assert len(found.signs) > 1


@pytest.mark.parametrize("programme", programmes(), ids=lambda programme: programme.name)
def test_capitals_do_not_hide_a_programme(programme):
    assert name_of(lines(title_of(programme).upper(), day_of(programme).upper())) == programme.name


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        (report("An earlier programme was about children in need of care and protection.", PROSE), AT_RISK),
        (report("Inspections now look at children at risk of harm.", PROSE, programme=IN_NEED), IN_NEED),
        (release(PROSE), AT_RISK),
        (lines(report(PROSE), plan(("1.1", "Minutes are late", "Type them", "May 2024", "Clerk"))), AT_RISK),
        (
            paper("1.\tSUMMARY\n1.1\tThe Care Inspectorate looked at how children at risk of harm are kept safe."),
            AT_RISK,
        ),
        (lines(*FAR_DOWN, "The Care Inspectorate looked at", AT_RISK.title.split(" of ", 1)[1]), AT_RISK),
        (lines(*FAR_DOWN, "Our five inspection questions", "This joint inspection", IN_NEED.title), IN_NEED),
    ],
)
def test_words_about_another_programme_do_not_count_against_many_signs(text, programme):
    assert name_of(text) == programme.name


def test_a_sign_says_where_it_stands():
    text = report(PROSE)
    document = read_document(text.encode())
    for sign in recognise(document).signs:
        assert isinstance(sign.span, Span)
        assert document[sign.span]
        assert sign.rule.startswith(f"programmes/{AT_RISK.name}#")


def test_a_sign_in_the_opening_weighs_double():
    near, far = recognised(report(PROSE)), recognised(lines(*FAR_DOWN, title_of(), "The Care Inspectorate"))
    assert sum(sign.weight for sign in near.signs) == 2 * sum(sign.weight for sign in far.signs)


FIRST, SECOND = BY_NAME["child_protection_2005_2009"], BY_NAME["child_protection_2009_2012"]
ONE_TITLE = [
    (FIRST, SECOND, "2009"),
    (FIRST, SECOND, "1999"),
    (BY_NAME["adult_support_and_protection_2018"], BY_NAME["adult_support_and_protection"], "2019"),
]


@pytest.mark.parametrize(("one", "other", "year"), ONE_TITLE)
def test_two_programmes_of_one_title_are_told_apart_by_no_date_that_fits_both_or_none(one, other, year):
    text = lines(
        title_of(one), f"March {year}", PROSE, "The Care Inspectorate and HM Inspectorate of Education wrote it."
    )
    found = recognised(text)
    assert found.programme is None
    assert found.notice.code == "programme-ambiguous"
    assert {candidate.programme.name for candidate in found.candidates} == {one.name, other.name}
    assert all(len(candidate.signs) > 1 for candidate in found.candidates)


@pytest.mark.parametrize(("one", "other", "_"), ONE_TITLE)
def test_a_date_that_fits_just_one_tells_them_apart_and_is_among_the_evidence(one, other, _):
    for programme in (one, other):
        found = recognised(report(PROSE, programme=programme))
        assert found.programme == programme
        assert found.signs[-1].rule == f"programmes/{programme.name}#years"


def test_a_record_tells_what_an_ambiguous_document_may_be_of():
    about = record(lines(title_of(FIRST), "March 2009", PROSE)).inspection
    assert (about.programme, about.programme_evidence) == (None, [])
    assert [one.name for one in about.programme_candidates] == [FIRST.name, SECOND.name]
    assert all(sign.evidence.quote for one in about.programme_candidates for sign in one.evidence)


def test_a_record_of_a_programme_that_is_known_has_no_candidates():
    assert record(report(PROSE)).inspection.programme_candidates == []


def test_words_that_are_one_sign_are_no_other_sign_too():
    found = recognised(report(PROSE))
    for sign in found.signs:
        assert not any(sign is not other and sign.span.overlaps(other.span) for other in found.signs)


def test_the_programme_that_the_user_gives_is_taken_and_doubt_is_told():
    doubtful = taken(read_document(b"A recipe for soup"), AT_RISK)
    assert (doubtful.programme, doubtful.signs, doubtful.notice.code) == (AT_RISK, (), "programme-given")
    plain = taken(read_document(report(PROSE).encode()), AT_RISK)
    assert (plain.programme, plain.notice) == (AT_RISK, None)
    assert plain.signs


FOLLOW_THROUGH = "Joint follow-through inspection of services to protect children in the Moray Council area"
MAIN_POINTS = "Progress towards meeting the main points for action"


def test_a_follow_through_is_of_the_cycle_of_its_framework_or_of_its_year():
    framework = "We used the indicators of 'How well are children and young people protected and their needs met?'."
    assert (
        name_of(lines(FOLLOW_THROUGH, "February 2009", PROSE, framework, MAIN_POINTS)) == "child_protection_2005_2009"
    )
    assert name_of(lines(FOLLOW_THROUGH, "March 2011", PROSE, MAIN_POINTS)) == "child_protection_2009_2012"
    assert name_of(lines(FOLLOW_THROUGH, "March 2008", PROSE, MAIN_POINTS)) == "child_protection_2005_2009"


def test_a_review_of_progress_is_of_the_programme_of_the_inspection_that_it_looks_back_to():
    title = "Progress review of services for children and young people in Moray"
    before = "In February 2020 the Care Inspectorate published a report on a joint inspection of services for children."
    assert name_of(lines(title, "August 2021", before, PROSE)) == "children_in_need_of_care_and_protection"
    assert name_of(lines(title, before, "August 2021", PROSE)) == "children_in_need_of_care_and_protection"
    assert (
        name_of(lines(title.replace("Progress review", "Joint inspection"), "August 2021", before, PROSE))
        == AT_RISK.name
    )


def in_passing(date):
    return lines(
        "Inspectors praise support", date, "A joint inspection of the council's children's services found good work."
    )


@pytest.mark.parametrize(
    "text",
    [
        lines("Praise for support", "14 June 2016", "The minister praised children's services."),
        lines("Praise for support", "14 June 2016", "The Care Inspectorate wrote about an inspection of care homes."),
    ],
)
def test_services_in_passing_without_their_inspection_show_no_programme(text):
    assert name_of(text) is None


def test_the_date_decides_which_inspections_of_childrens_services_are_meant_in_passing():
    assert name_of(in_passing("14 June 2016")) == "childrens_services_2012_2018"
    assert name_of(in_passing("14 June 2019")) == "children_in_need_of_care_and_protection"
    assert name_of(in_passing("14 June 2022")) == "children_at_risk_of_harm"


def test_where_two_programmes_ran_both_are_candidates_and_no_other_is():
    found = recognised(in_passing("14 June 2018"))
    assert found.programme is None
    names = {one.programme.name for one in found.candidates}
    assert names == {"childrens_services_2012_2018", "children_in_need_of_care_and_protection"}


def briefly(date):
    return lines(
        "Praise for support",
        date,
        "The Care Inspectorate led a joint inspection of services for children and young people in Moray.",
    )


@pytest.mark.parametrize(
    ("year", "name"),
    [
        ("2013", "childrens_services_2012_2018"),
        ("2018", "childrens_services_2012_2018"),
        ("2019", "children_in_need_of_care_and_protection"),
        ("2022", "children_at_risk_of_harm"),
        ("2025", None),
    ],
)
def test_a_title_that_programmes_shared_is_of_the_one_that_ran_then(year, name):
    assert name_of(briefly(f"14 June {year}")) == name


def test_a_progress_review_is_of_the_programme_of_its_inspection():
    title = "Progress review following a joint inspection of services for children and young people in Moray"
    assert name_of(lines(title, "14 June 2019", "Care Inspectorate", PROSE)) == "childrens_services_2012_2018"


def test_the_year_that_decides_is_among_the_signs():
    assert recognised(briefly("14 June 2022")).signs[-1].rule == "programmes/children_at_risk_of_harm#years"


def test_a_later_paper_about_an_inspection_keeps_its_programme():
    title = title_of(BY_NAME["children_at_risk_of_harm"])
    assert (
        name_of(lines(title, "14 June 2026", PROSE, "Children at risk of harm are safer."))
        == "children_at_risk_of_harm"
    )
