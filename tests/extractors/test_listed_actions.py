"""Plans that are lists: first what is none, then labels on lines of their own, below items and within them."""

from __future__ import annotations

import pytest
from tests.outline.invented import PROSE, STATEMENTS, lines, record, report

from ciextract.vocabulary.plan_labels import labels_in, lists_actions

TITLE = "Moray Joint Inspection Improvement Plan"
FORM = ("Action: Agree one form", "Owner: Team leader", "By when: June 2024")
TALK = ("Action: Ask each parent", "Owner: Head of service", "By when: ongoing")


def entries(*blocks, title=TITLE):
    """What each action says, its place and rule left out."""
    names = ("ref", "statement", "issue", "task", "expected_outcome", "owner", "monitoring", "timescale")
    found = record(lines(title, *blocks)).actions
    return [{name: value for name in names if (value := getattr(one, name)) is not None} for one in found]


# What is no entry


@pytest.mark.parametrize(
    "blocks",
    [
        [PROSE],
        ["Contact: the team", "Telephone: 01234 567890"],
        ["Owner: Team leader", "By when: June 2024"],
        ["Action: Agree one form", PROSE, "Action: Ask each parent"],
        ["1. Agree one form\n2. Ask each parent"],
        ["1. Agree one form\n- Owner: Team leader"],
    ],
    ids=["prose", "other labels", "no task", "nothing of a task", "bare items", "an item with one label"],
)
def test_other_lines_of_a_plan_are_no_actions(blocks):
    assert entries(*blocks, "Ref\tAction\tOwner\tBy when\n1\tAgree one form\tTeam leader\tJune 2024")[1:] == []


def test_labels_in_a_report_make_no_plan():
    assert record(report("Conclusion", *FORM, *TALK)).actions == []


@pytest.mark.parametrize(
    "line",
    [
        "They asked: who pays?",
        "An action that matters: a form",
        "At 10:30 we met",
        "See https://example.org",
        "Moray: a plan",
    ],
)
def test_a_colon_alone_makes_no_label(line):
    assert labels_in(line) == []


def test_a_single_label_within_words_is_none():
    assert labels_in("We asked the Team: who pays?") == labels_in("They met the Lead: it went well") == []
    assert [label.meaning for label in labels_in("Ask the Board Lead: Clerk Timescale: May")] == ["owner", "timescale"]


def test_labels_that_come_once_list_no_actions():
    assert not lists_actions(FORM)
    assert not lists_actions(["Owner: Team leader", "Owner: Head of service"])
    assert lists_actions([*FORM, *TALK])


# What is


def test_labels_on_lines_of_their_own():
    assert entries(*FORM, *TALK) == [
        {"task": "Agree one form", "owner": "Team leader", "timescale": "June 2024"},
        {"task": "Ask each parent", "owner": "Head of service", "timescale": "ongoing"},
    ]


def test_a_number_behind_the_label_or_before_the_item_is_the_reference():
    first = ("Action 1.1: Agree one form", *FORM[1:])
    assert [one["ref"] for one in entries(*first, "2. Ask each parent", *TALK[1:])] == ["1.1", "2"]


def test_labels_below_a_numbered_item():
    items = "1. Agree one form\n- Owner: Team leader\n- Timescale: June 2024\n2. Ask each parent\n- Owner: Clerk\n- Outcome: All are heard"
    assert entries(items) == [
        {"ref": "1", "task": "Agree one form", "owner": "Team leader", "timescale": "June 2024"},
        {"ref": "2", "task": "Ask each parent", "owner": "Clerk", "expected_outcome": "All are heard"},
    ]


@pytest.mark.parametrize("mark", [". ", "; ", " | ", " "])
def test_labels_within_a_line(mark):
    line = f"1. Agree one form{mark}Lead: Team leader{mark}Timescale: June 2024"
    told = {
        key: value.rstrip(".") for key, value in entries(line, "2. Talk. Lead: Clerk. Timescale: May 2024")[0].items()
    }
    assert told == {"ref": "1", "task": "Agree one form", "owner": "Team leader", "timescale": "June 2024"}


def test_the_issue_above_holds_for_the_tasks_below_it_up_to_the_next():
    blocks = ("Area for improvement 1: Forms differ", *FORM, "Area for improvement 2: Nobody asks", *TALK)
    assert [one["issue"] for one in entries(*blocks)] == ["Forms differ", "Nobody asks"]
    assert [one["issue"] for one in entries(*FORM[:1], "Issue: Forms differ widely", *FORM[1:], *TALK)[:1]] == [
        "Forms differ widely"
    ]


def test_a_dash_may_stand_behind_the_number_of_a_task():
    items = "Action 1 – Agree one form\n- Owner: Clerk\n- By when: May 2024\nAction 2 - Ask\n- Owner: Clerk\n- By when: ongoing"
    assert [(one["ref"], one["task"]) for one in entries(items)] == [("1", "Agree one form"), ("2", "Ask")]
    assert labels_in("Action – a form") == labels_in("Action 12-week plan") == []


def test_a_statement_ends_the_entry_above_it():
    blocks = (*FORM, "Owner: Nobody else", f"Statement 2: {STATEMENTS[2]}", "Priority 3: Forms", *TALK, *FORM)
    found = [(one.get("statement"), one.get("issue"), one["task"]) for one in entries(*blocks)]
    assert found == [(None, None, "Agree one form"), (2, "Forms", "Ask each parent"), (2, "Forms", "Agree one form")]


def test_a_label_may_have_its_words_below_it():
    blocks = ("Action:", "• Agree one form\n• Train all staff", "Owner:", "Team leader", "By when: June 2024", *TALK)
    assert entries(*blocks)[0] == {
        "task": "Agree one form Train all staff", "owner": "Team leader", "timescale": "June 2024",
    }  # fmt: skip


def test_rows_of_a_label_and_what_it_says_are_read_as_cards():
    cards = (
        "Action\t1. Agree one form\nLead\tTeam leader\nBy when\tJune 2024",
        "Action\t2. Ask\nLead\tClerk\nBy when\tMay 2025",
    )
    assert entries(*cards) == [
        {"ref": "1", "task": "Agree one form", "owner": "Team leader", "timescale": "June 2024"},
        {"ref": "2", "task": "Ask", "owner": "Clerk", "timescale": "May 2025"},
    ]
    assert entries("Name\tJo\nTown\tElgin", "Ref\tAction\tLead\n1\tAsk\tClerk") == [
        {"ref": "1", "task": "Ask", "owner": "Clerk"}
    ]


def test_a_label_alone_on_its_line_stands_above_what_it_says():
    blocks = (
        "Action 1: Agree one form",
        "Lead",
        "Team leader",
        "Timescale",
        "June 2024",
        "Action 2: Ask",
        "Lead",
        "Clerk",
        "Timescale",
        "May 2025",
    )
    assert entries(*blocks) == [
        {"ref": "1", "task": "Agree one form", "owner": "Team leader", "timescale": "June 2024"},
        {"ref": "2", "task": "Ask", "owner": "Clerk", "timescale": "May 2025"},
    ]
    assert (
        record(report("Conclusion", "Lead", PROSE, "Timescale", PROSE, "Lead", PROSE, "Timescale", PROSE)).actions == []
    )


def test_an_entry_below_a_statement_belongs_to_it():
    blocks = (f"Statement 2: {STATEMENTS[2]}", *FORM, *TALK)
    assert [one["statement"] for one in entries(*blocks)] == [2, 2]


def test_a_plan_without_a_title_is_told_by_its_labels():
    assert [one.kind for one in record(lines("Chronologies", *FORM, *TALK)).documents] == ["improvement_plan"]


def test_the_place_of_an_entry_runs_from_its_task_to_its_last_label():
    text = lines(TITLE, *FORM, PROSE, *TALK)
    assert record(text).actions[0].evidence.quote == "\n\n".join(FORM)
