"""Improvement plans. First what is none, then columns in every order, rows over pages, references and statements."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.extractors.actions import actions
from ciextract.pipeline import reading_of
from ciextract.programme.load import programmes
from ciextract.read import read_document
from ciextract.vocabulary.plans import column_rule, is_plan_by_itself, plan_columns, plans

COVER = """Report of a joint inspection of services for children at risk of harm in Moray

14 May 2024

Introduction

The Care Inspectorate looked at how well services in Moray keep children safe.

"""
(PROGRAMME,) = (one for one in programmes() if one.name == "children_at_risk_of_harm")
FIRST, SECOND = (heading.titles[0] for heading in PROGRAMME.heading if heading.number in (1, 2))


def found(*rows, heading="Improvement plan"):
    """The actions of a document with one table, its rows given as texts with '|' between the cells."""
    lines = "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows)
    reading = reading_of(read_document(f"{COVER}{heading}\n\n{lines}\n".encode()))
    results = list(actions(reading))
    assert all(reading.document[result.span].strip() for result in results)
    return results


def values(result):
    names = ("ref", "statement", "issue", "task", "expected_outcome", "owner", "monitoring", "timescale")
    return {name: getattr(result, name) for name in names if getattr(result, name) is not None}


# What is no plan


@pytest.mark.parametrize(
    "rows",
    [
        ("Step|Who|By when", "Plan sent|Chief officers|June 2024", "Visit|Inspector|May 2025"),
        ("Action|Who|By when", "Plan sent|Chief officers|June 2024", "Visit|Inspector|May 2025"),
        ("Area|Year|Grade", "Moray|2024|Good", "Fife|2023|Weak"),
        ("Term|What it means", "Action|What is done", "Outcome|What comes of it"),
        ("Finding|Evidence", "Plans are late|12 of 20 records", "Advocacy is rare|Survey"),
        ("Name|Role|Date", "Jo|Chair|June 2024", "Al|Clerk|May 2024"),
        ("Measure|Moray|Scotland", "Children|12%|14%", "Homes|3|4"),
    ],
)
def test_tables_of_a_report_that_are_no_plan(rows):
    assert found(*rows, heading="What happens next?") == []


def test_a_list_of_dates_is_a_plan_only_where_a_plan_stands():
    rows = ("Action|Who|By when", "Train staff|CPC|June 2024", "Buy more|Council|May 2025")
    assert found(*rows, heading="Membership") == []
    assert [result.task for result in found(*rows)] == ["Train staff", "Buy more"]


@pytest.mark.parametrize(
    "head",
    [
        ["Issue", "Reporting"],
        ["Issue", "Evidence"],
        ["Task"],
        ["Lead", "By when", "Progress"],
        ["Report by:", "Head of service"],
        ["1.1 Plans are late.", "Train all staff", "Fewer late plans", "CPC", "Monthly report"],
        ["Area inspected", "Year", "Grade for indicator 2.1"],
        ["Quality indicator", "Evaluation"],
    ],
)
def test_rows_that_name_no_columns_of_a_plan(head):
    assert plan_columns(head) == {}


# Rules

BREAKING = {
    "ref": ["no change", "number of plans", "references to harm", "reflection", "items to buy"],
    "statement": ["statements 2", "statement made", "position statement", "statement of need", "financial statement"],
    "how-monitored": ["how it will feel", "where children live", "how will we know", "who reports harm", "how often"],
    "owner": ["leading", "lead to change", "misled", "responsible parents", "leadership of people"],
    "who": ["whole", "who needs help most", "who benefits from it", "to be done", "by whatever means"],
    "timescale": ["dated", "to date", "updated plan", "timely", "out of date"],
    "when": ["whenever", "when a child is hurt", "due process", "complete", "soon"],
    "how-we-will-know": ["how we will pay", "know more", "how much it costs", "how we will do it", "how we knew"],
    "outcome": ["outcomes are poor", "outcome focused", "impactful", "resulted", "beneficial"],
    "difference": ["what we found", "what we will do", "different", "what happens next", "differences between areas"],
    "theme-and-action": ["themes", "actions and themes", "areas of action", "issues and costs", "aims of the action"],
    "measure": ["measured", "quality indicators", "targets children", "criteria met in full", "aimed at staff"],
    "monitoring": ["monitor 12 cases", "reporting of harm", "governance was weak", "reviewed", "monitors screens"],
    "task": ["acted", "action was slow", "active", "task force", "activity centre"],
    "what-we-will-do": ["what we saw", "how we will know", "what children do", "responses", "how children are"],
    "issue": ["issued", "issue a leaflet", "findings were good", "issues with wifi", "concerning"],
    "area-for-improvement": ["areas", "area of moray", "improving", "improvement plan", "areas for play"],
    "what-needs-to-improve": ["what improved", "what we will change", "whyalla", "what works", "what needs"],
    "theme": ["themed", "priority one is staff", "topical", "theme park", "prioritised"],
    "measure-of-activity": ["output rose", "quality indicator", "productive", "indicator 2 1", "deliver"],
    "progress": ["progressing", "progress is slow", "up", "evidence based practice", "statuses"],
    "how-and-what": ["show", "what if", "how many", "what for", "whatever"],
    "partners-involved": ["partnership", "services in moray", "groups of children", "teamwork", "agencies met"],
    "statement-row": ["Statements 1", "Position statement 1", "The statement 1 group", "Statement", "statement one"],
    "dotted-ref": ["1.1", "2.4 per 1,000", "3.5% of plans", "Version 1.1 of it", "1.2.2024"],
    "numbered-ref": ["12 plans", "Aim: less", "I. think", "2024. It", "S1 pupils"],
    "ref-alone": ["12 plans", "June", "2024", "1.1 Plans", "none yet"],
}


def matches(rule, compiled, text):
    return compiled.expression.fullmatch(text) if rule in plans().column else compiled.search(text)


ALL_RULES = [
    (rule, compiled)
    for rules, compiled_rules in (
        (plans().column, plans().columns),
        (plans().group, plans().groups),
        (plans().ref, plans().refs),
        (plans().ref_cell, plans().ref_cells),
    )
    for rule, compiled in zip(rules, compiled_rules, strict=True)
]


@pytest.mark.parametrize(("rule", "compiled"), ALL_RULES, ids=[rule.id for rule, _ in ALL_RULES])
def test_each_rule_leaves_and_takes_its_examples(rule, compiled):
    assert len(BREAKING[rule.id]) >= 5
    assert [text for text in (*BREAKING[rule.id], *rule.leaves) if matches(rule, compiled, text)] == []
    assert [text for text in rule.takes if not matches(rule, compiled, text)] == []


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Lead / owner", "owner"),
        ("Lead Officer(s)", "owner"),
        ("Action owner", "owner"),
        ("Action", "task"),
        ("Action(s) required", "task"),
        ("Action status", "monitoring"),
        ("Action no.", "ref"),
        ("Area for improvement (from the report)", "issue"),
        ("Improvement action", "task"),
        ("How we will know", "expected_outcome"),
        ("How will we do it?", "task"),
        ("How will it be monitored?", "monitoring"),
        ("When will it be done?", "timescale"),
        ("Timescale (by when)", "timescale"),
        ("Monitored through", "monitoring"),
        ("Who will do it?", "owner"),
        ("What needs to change?", "issue"),
        ("What will change", "expected_outcome"),
        ("What needs to happen?", "task"),
        ("Target date", "timescale"),
        ("Target", "expected_outcome"),
        ("Colour", None),
        ("Progress", "monitoring"),
        ("Progress (RAG)", None),
        ("RAG / Status", None),
        ("Progress / RAG", "monitoring"),
        ("Update and RAG rating", "monitoring"),
        ("BRAG status", None),
    ],
)
def test_what_headings_mean(heading, meaning):
    rule = column_rule(heading)
    assert (rule.value if rule is not None else None) == meaning


def test_a_heading_that_a_narrow_column_breaks_is_known_in_a_plan():
    head = ["Issue", "Task", "Expected outcome", "Ownershi p", "Monitori ng arrangem ents", "In for mat ion"]
    assert plan_columns(head) == {"issue": 0, "task": 1, "expected_outcome": 2, "owner": 3, "monitoring": 4}
    assert plan_columns(["Ta sk", "Ownershi p", "Monitori ng"]) == {}


def test_of_two_columns_that_mean_the_same_the_plainer_counts():
    assert plan_columns(["Theme", "Area for improvement", "Action", "Partners", "Lead"]) == {
        "issue": 1,
        "task": 2,
        "owner": 4,
    }


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("Action|Outcome|How will this be measured?", {"task": 0, "expected_outcome": 1, "monitoring": 2}),
        ("Action|How will we know?|What difference will it make?", {"task": 0, "monitoring": 1, "expected_outcome": 2}),
        ("Action|Outcome|How will we know?|Monitoring", {"task": 0, "expected_outcome": 1, "monitoring": 3}),
        ("Action|How will we know?|Monitoring", {"task": 0, "expected_outcome": 1, "monitoring": 2}),
        ("Action|Outcome|Success measures", {"task": 0, "expected_outcome": 1}),
    ],
)
def test_what_shows_an_outcome_is_the_outcome_only_where_no_column_names_it(head, columns):
    assert plan_columns(head.split("|")) == columns


def test_dates_alone_make_no_plan_by_themselves():
    assert not is_plan_by_itself(plan_columns(["Action", "Who", "By when"]))
    assert is_plan_by_itself(plan_columns(["Issue", "Action", "Who"]))


# Columns

HEADINGS = {
    "ref": "Ref",
    "issue": "What needs to improve",
    "task": "What we will do",
    "expected_outcome": "How we will know",
    "owner": "Who leads?",
    "monitoring": "Who checks",
    "timescale": "By when",
}


@given(st.permutations(list(HEADINGS)), st.integers(min_value=3, max_value=7))
def test_columns_are_found_in_any_order(order, count):
    named = [name for name in order if name in ("issue", "task") or order.index(name) < count]
    head = "|".join(HEADINGS[name] for name in named)
    rows = ["|".join(f"{row}.1" if name == "ref" else f"Some {name} {row}" for name in named) for row in (1, 2)]
    results = found(head, *rows)
    assert [values(result) for result in results] == [
        {name: f"{row}.1" if name == "ref" else f"Some {name} {row}" for name in named} for row in (1, 2)
    ]


def test_columns_of_unknown_heading_by_what_stands_in_them():
    results = found(
        "|Practice|Action|Lead|Zeit",
        "1|Plans are late|Train staff|CPC|June 2024",
        "2|Few have advocates|Buy more|Council|1 May 2025",
    )
    assert values(results[0]) == {
        "ref": "1",
        "issue": "Plans are late",
        "task": "Train staff",
        "owner": "CPC",
        "timescale": "June 2024",
    }


def test_tasks_with_references_of_their_own_below_a_numbered_issue():
    results = found(
        "Issue|Action|Lead", "1. Plans|1.1 Train staff|CPC", "|1.2 Read plans|NHS", "2. Waits|2.1 Open a clinic|NHS"
    )
    assert [(each.ref, each.issue, each.task) for each in results] == [
        ("1.1", "Plans", "Train staff"),
        ("1.2", "Plans", "Read plans"),
        ("2.1", "Waits", "Open a clinic"),
    ]


def test_an_empty_cell_is_no_value():
    (result, _) = found(
        "Issue|Action|Lead|By when", "Plans are late|Train staff||", "Waits are long|Open a clinic|NHS|May"
    )
    assert values(result) == {"issue": "Plans are late", "task": "Train staff"}


# References


@pytest.mark.parametrize(
    ("cell", "ref", "issue"),
    [
        ("1.1 Plans are late", "1.1", "Plans are late"),
        ("1.1. Plans are late", "1.1", "Plans are late"),
        ("3. Plans are late", "3", "Plans are late"),
        ("(3) Plans are late", "3", "Plans are late"),
        ("2.1a: Plans are late", "2.1a", "Plans are late"),
        ("AFI2: Plans are late", "AFI2", "Plans are late"),
    ],
)
def test_a_reference_at_the_head_of_the_issue(cell, ref, issue):
    head = "Area for improvement|Action|Lead"
    result, _ = found(head, f"{cell}|Train staff|CPC", f"{cell.replace('late', 'old')}|Train more|CPC")
    assert (result.ref, result.issue) == (ref, issue)


def test_a_reference_printed_in_issue_and_task_stands_in_neither():
    results = found("Issue|Action|Lead", "1.1 Plans are late|1.1 Train staff|CPC", "1.2 Few are heard|2.1 Ask|CPC")
    told = [(result.ref, result.issue, result.task) for result in results]
    assert told == [("1.1", "Plans are late", "Train staff"), ("1.2", "Few are heard", "2.1 Ask")]


def test_numbers_that_begin_few_issues_are_no_references():
    results = found(
        "Issue|Action|Lead", "2.4 plans a day are late|Train|CPC", "Waits are long|Open|NHS", "Few are heard|Ask|CPC"
    )
    assert [result.ref for result in results] == [None, None, None]


def test_references_stand_in_the_task_where_there_is_no_issue():
    results = found("Task|Outcome|Lead", "1.1 Train staff|Fewer late plans|CPC", "1.2 Buy more|More are heard|CPC")
    assert [(result.ref, result.task) for result in results] == [("1.1", "Train staff"), ("1.2", "Buy more")]


# Statements


def test_statement_rows_across_give_their_number_and_are_no_actions():
    results = found(
        "Ref|Issue|Action|Lead",
        "Statement 2 - Lives get better|||",
        "2.1|Plans are late|Train staff|CPC",
        f"{FIRST}|||",
        "1.1|Talks are late|Agree a rota|Police",
        "Statement 4|||",
        "4.1|Data are thin|Count more|CPC",
    )
    assert [(result.ref, result.statement) for result in results] == [("2.1", 2), ("1.1", 1), ("4.1", 4)]


def test_a_statement_on_a_line_of_its_own_between_rows():
    results = found(
        "Ref|Issue|Action",
        "Statement 1 - Safer",
        "1.1|Talks are late|Agree",
        "Statement 3: Heard",
        "3.1|Few are heard|Ask",
    )
    assert [(result.ref, result.statement) for result in results] == [("1.1", 1), ("3.1", 3)]


def test_a_statement_column():
    results = found(
        "Statement|Recommendation|Action|Lead",
        "1|Talks are late|Agree a rota|Police",
        "Statement 3|Few are heard|Ask|CPC",
    )
    assert [result.statement for result in results] == [1, 3]


def test_a_statement_merged_over_several_rows_is_that_of_each():
    results = found(
        "Statement|No|Action|Lead",
        "Statement 1|1a|Agree a rota|Police",
        "|1b|Write minutes|CPC",
        "Statement 3|3a|Ask|CPC",
        "|3b|Listen|CPC",
    )
    assert [(one.ref, one.statement) for one in results] == [("1a", 1), ("1b", 1), ("3a", 3), ("3b", 3)]


def test_a_statement_heading_over_each_table():
    head = "Issue\tAction\tLead"
    text = f"{COVER}Statement 1: {FIRST}\n\n{head}\n1.1 Late\tTrain\tCPC\n1.2 Lost\tFind\tCPC\n\n"
    text += f"Statement 2: {SECOND}\n\n{head}\n2.1 Old\tRenew\tCPC\n2.2 Few\tBuy\tCPC\n"
    results = list(actions(reading_of(read_document(text.encode()))))
    assert [(result.ref, result.statement) for result in results] == [("1.1", 1), ("1.2", 1), ("2.1", 2), ("2.2", 2)]


def test_a_plan_without_statements_has_none():
    assert found("Issue|Action|Lead", "Late|Train|CPC", "Lost|Find|CPC")[0].statement is None


# Rows


def test_a_row_that_goes_on_is_one_action():
    (first, second) = found(
        "Ref|Issue|Action|Lead",
        "1.1|Waits are long, and|Open the clinic on|NHS",
        "|nobody says how long.|five nights a week.|",
        "1.2|Plans are late|Train staff|CPC",
    )
    assert values(first) == {
        "ref": "1.1",
        "issue": "Waits are long, and nobody says how long.",
        "task": "Open the clinic on five nights a week.",
        "owner": "NHS",
    }
    assert second.ref == "1.2"


def test_a_further_task_for_one_issue_is_an_action_of_its_own():
    results = found("Ref|Issue|Action|Lead", "1|Plans are late|Train staff|CPC", "||Count late plans|Council")
    assert [(result.ref, result.issue, result.task) for result in results] == [
        ("1", "Plans are late", "Train staff"),
        ("1", "Plans are late", "Count late plans"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "issue"),
    [("1.1", "1.2", "Plans are late"), ("2a", "2b", "Plans are late"), ("1.1", "2.1", None), ("1", "2", None)],
)
def test_a_further_task_of_one_group_has_the_issue_that_its_cell_is_merged_with(first, second, issue):
    results = found(
        "Ref|Issue|Action|Lead", f"{first}|Plans are late|Train staff|CPC", f"{second}||Count plans|Council"
    )
    assert [(one.ref, one.issue) for one in results] == [(first, "Plans are late"), (second, issue)]


def test_a_second_row_of_heads_below_one_for_the_time_is_no_action():
    (one,) = found("No|Finding|Action|Timescale||Lead", "|||Start|End|", "1|Late|Train|May 2023|June 2024|CPC")
    assert (one.timescale, one.owner) == ("June 2024", "CPC")
    assert len(found("No|Finding|Action|Timescale|Lead", "|||Start|", "1|Late|Train|May 2023|CPC")) == 2


def test_a_head_row_that_comes_again_is_no_action():
    head = "Issue|Action|Lead"
    assert len(found(head, "Late|Train|CPC", head, "Lost|Find|CPC")) == 2


def test_a_plan_goes_on_after_blank_lines():
    text = f"{COVER}Improvement plan\n\nIssue\tAction\tLead\nPlans are late.\tTrain\tCPC\n\n"
    text += "Some are lost.\tFind them.\tCPC\nFew are read.\tRead them.\tCPC\n"
    results = list(actions(reading_of(read_document(text.encode()))))
    assert [result.task for result in results] == ["Train", "Find them.", "Read them."]


def test_time_grows_with_the_length_of_a_plan():
    head = "Ref|Issue|Action|Lead|By when"
    rows = [f"{n}.1|Plans are late {'so ' * 40}|Train staff {'well ' * 40}|CPC|June 2024" for n in range(1, 90)]
    begin = time.perf_counter()
    assert len(found(head, *rows)) == 89
    assert time.perf_counter() - begin < 5


def test_long_cells_name_no_columns_and_cost_no_time():
    begin = time.perf_counter()
    for cell in (
        "what will we do " * 20_000,
        "a" * 300_000,
        "how " * 90_000,
        "(" * 100_000,
        "the " * 12 + "x" * 200_000,
    ):
        assert column_rule(cell) is None
    assert time.perf_counter() - begin < 2


def captioned(caption, *rows):
    lines = "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows)
    reading = reading_of(read_document(f"{COVER}Improvement plan\n\n{caption}\n\n{lines}\n".encode()))
    return [(action.issue, action.monitoring) for action in actions(reading)]


ABOVE = ("Action|Who will lead on this|By when|RAG", "Write one guide|Clerk|June 2024|Green")


def test_a_line_above_the_table_names_what_its_rows_are_about():
    assert captioned("Area for improvement 1: Plans are not shared", *ABOVE) == [("Plans are not shared", None)]
    assert captioned("Issue – Plans are not shared", *ABOVE) == [("Plans are not shared", None)]


@pytest.mark.parametrize("caption", ["Table 1: Plans are not shared", "What we will do", "Areas for improvement"])
def test_another_line_above_the_table_does_not(caption):
    assert captioned(caption, *ABOVE) == [(None, None)]


def test_a_column_of_issues_is_stronger_than_the_line_above():
    rows = ("Issue|Action|By when", "Plans are late|Write them|June 2024")
    assert captioned("Issue: Plans are not shared", *rows) == [("Plans are late", None)]


def test_a_column_of_themes_and_actions_holds_the_tasks():
    assert plan_columns(["Theme and action", "Responsible officer", "Timescale"]) == {
        "task": 0,
        "owner": 1,
        "timescale": 2,
    }
