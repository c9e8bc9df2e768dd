"""Labels at the head of paragraphs of a paper: what is none first, then those known by their words, with their places."""

from __future__ import annotations

import pytest
from tests.outline.invented import PROSE, headings, paper, record, report

HEAD = "4.\tIMPLICATIONS"
END = "5.\tCONSULTATION"


def topics(*blocks):
    """(number, title) of each topic of a paper."""
    return [(number, title) for kind, number, title in headings(paper(*blocks)) if kind == "topic"]


@pytest.mark.parametrize(
    "block",
    [
        "Financially: we are sound.",
        "Risk was low: every plan was kept.",
        "The legal team told us: nothing changes.",
        "financial: none.",
        "• Financial: none.\n• Legal: none.",
        "Somebody asked: who pays?",
        "Financial",
    ],
)
def test_other_lines_below_implications_are_no_labels(block):
    assert topics(HEAD, block, END, PROSE) == []


def test_the_same_words_elsewhere_are_no_labels():
    assert topics("2.\tBACKGROUND", "Financial: none.", "Risk: none.", END, "Legal: none.") == []
    assert "Financial" not in [title for _, _, title in headings(report("Implications", "Financial: none.", PROSE))]


@pytest.mark.parametrize(
    ("block", "title"),
    [
        ("Financial: none.", "Financial"),
        ("Human Resources – none.", "Human Resources"),
        ("Equality/Socio-Economic: none.", "Equality/Socio-Economic"),
        ("Community Wealth Building: none.", "Community Wealth Building"),
        ("Legal\n\nNone.", "Legal"),
    ],
)
def test_a_known_label_below_implications_is_a_topic(block, title):
    assert topics(HEAD, block, END, PROSE) == [(None, title)]


def test_a_label_may_say_in_brackets_what_it_is_about():
    block = "3.3 Community (Equality, Poverty and Rural) - No change is foreseen."
    assert topics(HEAD, block, END, PROSE) == [("3.3", "Community (Equality, Poverty and Rural)")]


def test_a_label_may_have_a_number_or_a_letter():
    blocks = ("4.1\tFinancial: none.", "4.2\tLegal\tnone", "(a) Risk: none.\n(b) Policy: none.")
    assert topics(HEAD, blocks[0], blocks[2], END, PROSE) == [("4.1", "Financial"), (None, "Risk"), (None, "Policy")]


def test_lettered_implications_are_topics_too():
    blocks = (
        "(a) Policy and Legal",
        "The duties stay.",
        "(b) Financial implications",
        "None.",
        "(c) Risk Implications",
        "None.",
    )
    assert topics("5.\tSUMMARY OF IMPLICATIONS", *blocks, "6.\tCONCLUSION", PROSE) == [
        (None, "Policy and Legal"), (None, "Financial implications"), (None, "Risk Implications"),
    ]  # fmt: skip


def test_a_label_that_says_implications_needs_no_heading_above():
    assert topics("2.\tBACKGROUND", "Legal implications: none change.") == [(None, "Legal implications")]


def test_the_words_behind_a_label_stay_in_its_section():
    found = record(paper(HEAD, "Financial: none.", "Legal: no duty changes.", END, PROSE)).sections
    assert [(one.title, one.text) for one in found if one.kind == "topic"] == [
        ("Financial", "Financial: none.\n\n"),
        ("Legal", "Legal: no duty changes.\n\n"),
    ]
