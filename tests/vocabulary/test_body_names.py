"""The bodies that inspect: under which name records know them, and words that name none of them."""

import pytest

from ciextract.programme.load import programmes
from ciextract.vocabulary.bodies import bodies

CONSTABULARY = "HM Inspectorate of Constabulary in Scotland"


def names_in(text):
    return [found.body.name for found in bodies().named_in(text)]


@pytest.mark.parametrize(
    "text",
    ["our scrutiny partners", "the inspectorate", "the Scottish Government", "Police Scotland", "NHS Lothian", "his",
     "HM Inspectorate of Prisons for Scotland", "HM Inspectorate of Prosecution in Scotland", "Healthcare in Scotland",
     "education in Scotland", "Education Scotlands", "careful inspectorates", "Audit Scotland"],
)  # fmt: skip
def test_no_body_is_named(text):
    assert names_in(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Care Inspectorate", "Care Inspectorate"),
        ("care inspectorate", "Care Inspectorate"),
        ("the Care Inspectorate's report", "Care Inspectorate"),
        ("SCSWIS", "Care Inspectorate"),
        ("Social Care and Social Work Improvement Scotland", "Care Inspectorate"),
        ("Education Scotland", "Education Scotland"),
        ("HMIe", "HM Inspectorate of Education"),
        ("Healthcare Improvement Scotland", "Healthcare Improvement Scotland"),
        ("Health Care Improvement Scotland", "Healthcare Improvement Scotland"),
        ("HMICS", CONSTABULARY),
        ("Her Majesty's Inspectorate of Constabulary in Scotland", CONSTABULARY),
        ("His Majesty's Inspectorate of Constabulary in Scotland", CONSTABULARY),
        ("His Majesty's Inspectorate of Constabulary", CONSTABULARY),
        ("HM Inspectorate of Constabulary for Scotland", CONSTABULARY),
    ],
)
def test_a_body_is_named_once(text, name):
    assert names_in(text) == [name]


def test_bodies_come_in_order_with_their_places():
    text = "Education Scotland, HMICS and the Care Inspectorate"
    found = list(bodies().named_in(text))
    assert [text[one.start : one.end] for one in found] == ["Education Scotland", "HMICS", "Care Inspectorate"]


def test_one_body_leads():
    assert [body.name for body in bodies().body if body.lead] == ["Care Inspectorate"]


def test_no_spelling_stands_for_two_bodies():
    named = {(word.lower(), body.name) for body in bodies().body for word in body.spellings}
    assert len({word for word, _ in named}) == len(named)


@pytest.mark.parametrize("programme", programmes(), ids=lambda programme: programme.name)
def test_partners_of_a_programme_are_known_bodies(programme):
    assert set(programme.partners) <= {body.name for body in bodies().body}
