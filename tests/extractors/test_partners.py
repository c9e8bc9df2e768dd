"""The bodies that carried the inspection out: those only mentioned, and partners without a name, are none."""

import pytest
from tests.outline.invented import PROSE, lines, paper, record, report

CARE, EDUCATION, HEALTH = "Care Inspectorate", "Education Scotland", "Healthcare Improvement Scotland"
CONSTABULARY = "HM Inspectorate of Constabulary in Scotland"


def partners(text):
    return [partner.name for partner in record(text).inspection.partners]


@pytest.mark.parametrize(
    "sentence",
    [
        "Guidance from Education Scotland was of help to teachers.",
        "Staff had read what Healthcare Improvement Scotland says about sleep.",
        "Teachers worked well with Education Scotland.",
        "A team at HMICS looked at custody that year.",
        "Our scrutiny partners agree with us.",
        "The inspectorate and its scrutiny partners were glad.",
        "Police Scotland, the third sector and NHS Lothian were our partners.",
        "HM Inspectorate of Prosecution in Scotland took part together with Audit Scotland.",
        "Oversight and scrutiny of what Education Scotland sends is thorough.",
        "Education Scotland, Healthcare Improvement Scotland and others",
        "Education Scotland\n\nOur garden grew.\n\nHealthcare Improvement Scotland",
    ],
)
def test_a_body_that_is_only_mentioned_is_none(sentence):
    assert partners(lines("Our garden", sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Schools worked in partnership with Education Scotland on a new course.",
        "Nurses worked alongside Healthcare Improvement Scotland on a study of sleep.",
        "A guide by Education Scotland was published by the council.",
        "A study of schools, led by Education Scotland in 2012, was read again.",
        "Staff from Education Scotland gave a talk to teachers.",
    ],
)
def test_a_body_that_did_something_else_is_none(sentence):
    assert partners(report(f"The Care Inspectorate was there. {sentence}")) == [CARE]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The Care Inspectorate led it.", [CARE]),
        ("Prepared by the Care Inspectorate in partnership with Healthcare Improvement Scotland", [CARE, HEALTH]),
        ("Carried out by the Care Inspectorate with HMICS and Education Scotland.", [CARE, CONSTABULARY, EDUCATION]),
        ("The inspection was undertaken jointly by HMICS and the Care Inspectorate.", [CARE, CONSTABULARY]),
        (
            "Our inspection teams include inspectors from Education Scotland and the Care Inspectorate.",
            [CARE, EDUCATION],
        ),
        ("The Care Inspectorate, together with Healthcare Improvement Scotland, went there.", [CARE, HEALTH]),
        (
            "The Care Inspectorate and its scrutiny partners (HMICS and Education Scotland) agree.",
            [CARE, CONSTABULARY, EDUCATION],
        ),
        (
            "The Care Inspectorate, HMICS and Education Scotland have evaluated services.",
            [CARE, CONSTABULARY, EDUCATION],
        ),
        ("We went there along with colleagues from Education Scotland.", [EDUCATION]),
        ("Inspectors from the Care Inspectorate, HMICS and HIS took part.", [CARE, CONSTABULARY, HEALTH]),
        ("Inspectors from the Care Inspectorate told him what his plan and His Grace's lacked.", [CARE]),
    ],
)
def test_the_bodies_that_took_part_are_named(sentence, names):
    assert partners(lines("Our visit", sentence)) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "The Care Inspectorate leads these inspections with Education Scotland.",
        "The Care Inspectorate (with Education Scotland) inspected services in Moray.",
        "We are the Care Inspectorate and Education Scotland.",
    ],
)
def test_bodies_beside_the_lead_took_part(sentence):
    assert partners(lines("Our visit", sentence)) == [CARE, EDUCATION]


def test_his_and_her_inspectorate_are_one_body():
    text = lines(
        "Our visit",
        "It was made together with Her Majesty's Inspectorate of Constabulary in Scotland.",
        "Inspectors from His Majesty's Inspectorate of Constabulary for Scotland and HMICS took part.",
    )
    assert partners(text) == [CONSTABULARY]


def test_the_lead_comes_first_and_the_others_as_they_are_first_named():
    text = report("It was led by HMICS.", "It was led by Education Scotland and HMICS.", PROSE)
    assert partners(text) == [CARE, CONSTABULARY, EDUCATION]


def test_a_wrapped_line_does_not_part_a_sentence():
    text = lines("Our visit", "Prepared by the Care Inspectorate\nin partnership with\nEducation Scotland")
    assert partners(text) == [CARE, EDUCATION]


def test_a_partner_stands_where_its_evidence_says():
    text = lines("Our visit", "It was made together with HMICS, by the Care Inspectorate.")
    assert [partner.evidence.quote for partner in record(text).inspection.partners] == ["Care Inspectorate", "HMICS"]


@pytest.mark.parametrize(
    "line",
    [
        "Care Inspectorate, Education Scotland and Healthcare Improvement Scotland",
        "Care Inspectorate | Education Scotland | Healthcare Improvement Scotland",
        "The Care Inspectorate, Education Scotland and Healthcare Improvement Scotland inspected services for children.",
        "The Care Inspectorate leads this work. We do so with Education Scotland and Healthcare Improvement Scotland.",
        "The Care Inspectorate has published a report. Inspectors from Education Scotland and Healthcare Improvement Scotland"
        " were there.",
        "Care Inspectorate\n\nEducation Scotland\n\nHealthcare Improvement Scotland",
        "Care Inspectorate\n\nThe inspection was carried out with Education Scotland and Healthcare Improvement Scotland.",
        "It was carried out between May and June 2024 by the Care Inspectorate, Education Scotland and Healthcare"
        " Improvement Scotland.",
    ],
)
def test_a_line_of_bodies_alone_and_a_time_before_them_name_partners(line):
    assert partners(lines("Report of a joint inspection of services for children in Moray", line)) == [
        CARE,
        EDUCATION,
        HEALTH,
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        f"The Care Inspectorate, {EDUCATION} and {HEALTH} inspected services in Moray in May.",
        f"The Care Inspectorate, working with {EDUCATION} and {HEALTH}, carried out the inspection.",
        f"The inspection was carried out between May and June 2022 by the Care Inspectorate, {EDUCATION} and {HEALTH}.",
        f"The Care Inspectorate carried out the joint inspection with {EDUCATION} and {HEALTH}.",
        f"The Care Inspectorate was there in May. Our partners were {EDUCATION} and {HEALTH}.",
    ],
)
def test_those_listed_before_what_they_did_are_partners(sentence):
    assert partners(lines("Our garden", sentence)) == [CARE, EDUCATION, HEALTH]


def test_bodies_that_wrote_of_something_else_carried_nothing_out():
    text = paper("1.\tSUMMARY", "Education Scotland and HMICS wrote to the council about the joint inspection report.")
    assert [partner.name for partner in record(text).inspection.partners] == []


def test_bodies_that_said_that_they_would_inspect_did():
    text = paper(
        "1.\tSUMMARY",
        "In May the Care Inspectorate, HMICS and Education Scotland wrote to say that they would carry out an inspection.",
    )
    names = {partner.name for partner in record(text).inspection.partners}
    assert names == {"Care Inspectorate", "HM Inspectorate of Constabulary in Scotland", "Education Scotland"}
