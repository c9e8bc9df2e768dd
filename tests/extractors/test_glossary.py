"""Glossaries. First what defines nothing, then entries of every form."""

from __future__ import annotations

import time
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.extractors.glossary import glossary
from ciextract.pipeline import reading_of
from ciextract.read import read_document
from ciextract.vocabulary.glossary import GlossaryWords, glossary_words, term_columns

COVER = """Report of a joint inspection of services for children at risk of harm in Moray

14 May 2024

Introduction

The Care Inspectorate looked at how well services in Moray keep children safe.

"""
END = "\n\nHeadquarters\n\nCompass House\n"


def found(body, heading="Appendix 1: Key terms"):
    """The entries of a document with one section."""
    reading = reading_of(read_document(f"{COVER}{heading}\n\n{body}{END}".encode()))
    results = list(glossary(reading))
    for result in results:
        assert result.term in " ".join(reading.document[result.span].split())
    return results


def pairs(body, heading="Appendix 1: Key terms"):
    return [(result.term, result.definition) for result in found(body, heading)]


# What defines nothing


@pytest.mark.parametrize(
    "line",
    [
        "Words in bold are explained in Appendix 1.",
        "Appendix 1 contains what other words mean.",
        "We use a few words in a special way. They are set out here.",
        "The following terms are used in this paper:",
        "This glossary is about words that come up often.",
        "Further information is available from the council.",
        "More detail is on the website.",
        "Some of these are new.",
        "National guidance on child protection <https://www.guidance.example/2021/>",
        "National guidance: https://www.guidance.example/2021",
        "See also: the website of the council.",
        "Telephone: 01632 960 142",
        "In most areas there is a board.",
        "Not in use",
        "There are others.",
        "You can read more at www.example.org.",
    ],
)
def test_lines_of_a_glossary_that_are_no_entries(line):
    assert pairs(f"{line}\n\nKinship care: care by kin.") == [("Kinship care", "care by kin.")]


@pytest.mark.parametrize(
    "body",
    [
        "Kinship care is care by kin.",
        "Kinship care: care by kin.",
        "The child protection committee (CPC) met each month.",
        "**Kinship care** is care by kin.",
        "When we say goodbye, children cry.",
        "When we met staff, they meant what they said.",
        "They say that care means a lot.",
        "Partners are the bodies that plan services.",
    ],
)
def test_other_sections_define_nothing_unless_a_sentence_says_so(body):
    assert pairs(body, "Our approach") == []


def test_a_table_that_explains_the_grades_defines_nothing():
    table = "Word\tWhat it means\nVery good\tMajor strengths\nWeak\tImportant weaknesses"
    assert pairs(table, "Appendix 2: The six-point scale") == []
    assert pairs(f"{table}\nAudit\tA count of what was done") != []


def test_a_table_of_other_things_defines_nothing():
    assert pairs("Area\tGrade\nMoray\tGood\nFife\tWeak", "Appendix 2: Grades by area") == []


# Rules

BREAKING = {
    "glossary-title": [
        "Terms of reference",
        "Long-term plans",
        "Short term fostering",
        "Definite gains",
        "Key messages",
    ],
    "when-we-say": [
        "When we say yes, we go.",
        "When children say home, they mean safety.",
        "We meant it when we said it.",
        "When we read records we found gaps.",
        "What we say, we mean.",
    ],
    "by-we-mean": [
        "By June we meant to visit.",
        "By the way, it is late.",
        "By all means go.",
        "By chance we met staff.",
        "Nearby we mean to build.",
    ],
    "we-use-the-term": [
        "We use the survey to see trends.",
        "We use terms with care.",
        "They use the term loosely.",
        "We use the word often.",
        "We used to describe it.",
    ],
    "the-term-means": [
        "The term ended in June.",
        "The school term includes a break.",
        "Our word stands.",
        "The terms were fair.",
        "The phrase was heard.",
    ],
    "is-are": ["is not a plan", "Words are listed below", "Bristol isle", "A care area", "Tools are available here"],
    "refers-to": ["by this meant", "meaningful", "A refereed text", "standing for election", "They denoted"],
    "mark": ["https://a.example", "well-being", "at 10:30", "2018-20", "and/or"],
    "definition-verb": ["Wasp", "The hash", "mustard", "Canned food", "Allowances vary"],
    "relative-clause": ["Children", "Whoever", "Some thathe", "Care home", "Child's plan"],
    "not-a-term": ["Wellbeing", "Itinerary", "The Promise", "Further education", "Terms of reference"],
    "not-a-subject": ["Inclusion", "Forensic interview", "Together", "Allied health professional", "In-care group"],
    "article": ["A&E", "Annual return", "Anchor", "The Promise", "Aim"],
    "opening": ["Theatre", "Anyway", "Workforce", "Helpline", "Oneness"],
    "address": ["a page", "web of care", "1 in 4", "httpd", "18 or over"],
    "goes-on": ["Item", "Itself", "Theyworkforyou", "Suchlike", "Alsop report"],
}
RULES = [compiled for field in fields(GlossaryWords) for compiled in getattr(glossary_words(), field.name)]


@pytest.mark.parametrize("compiled", RULES, ids=[compiled.rule.id for compiled in RULES])
def test_each_rule_leaves_and_takes_its_examples(compiled):
    assert len(BREAKING[compiled.rule.id]) >= 5
    assert [text for text in (*BREAKING[compiled.rule.id], *compiled.rule.leaves) if compiled.search(text)] == []
    assert [text for text in compiled.rule.takes if not compiled.search(text)] == []


# Forms of entries


@pytest.mark.parametrize(
    ("entry", "term", "definition"),
    [
        ("Kinship care is care by kin.", "Kinship care", "care by kin."),
        ("A child's plan is one plan for one child.", "child's plan", "one plan for one child."),
        ("The Promise is a report.", "The Promise", "a report."),
        ("Chief officers are the heads of bodies.", "Chief officers", "the heads of bodies."),
        ("Partners refers to those who plan: councils, boards.", "Partners", "those who plan: councils, boards."),
        ("Neglect means want of care.", "Neglect", "want of care."),
        ("CPC stands for child protection committee.", "CPC", "child protection committee."),
        ("Chronology: a dated list. It is short.", "Chronology", "a dated list. It is short."),
        ("Chronology – a dated list", "Chronology", "a dated list"),
        ("CPC = child protection committee", "CPC", "child protection committee"),
        ("IT: information technology", "IT", "information technology"),
        (
            "Self-evaluation is when services look at themselves.",
            "Self-evaluation",
            "when services look at themselves.",
        ),
        ("Care and risk management (CARM) is a process.", "Care and risk management (CARM)", "a process."),
        ("SIMD (an index that is old): a ranking.", "SIMD (an index that is old)", "a ranking."),
        ("Children who are looked after: those in care.", "Children who are looked after", "those in care."),
        ("Children who are looked after are those in care.", "Children who are looked after", "those in care."),
        ("No recourse to public funds: a bar.", "No recourse to public funds", "a bar."),
        ("When we say young people, we mean those over 12.", "young people", "those over 12."),
        ("When we say 'staff' we mean anyone on the payroll.", "staff", "anyone on the payroll."),
        ("When we refer to kin, we are referring to relatives.", "kin", "relatives."),
        ("By partners we mean those who plan.", "partners", "those who plan."),
        ("The term kin refers to relatives.", "kin", "relatives."),
        ("In this report, we use the term staff to mean people who are paid.", "staff", "people who are paid."),
        ("Inspection partners represent four bodies.", "Inspection partners", "represent four bodies."),
        ("Link workers Link workers represent a school.", "Link workers", "Link workers represent a school."),
        ("Link workers Link workers are teachers.", "Link workers", "teachers."),
        ("**Kinship care** is care by kin.", "Kinship care", "care by kin."),
        ("**Kinship care:** care by kin.", "Kinship care", "care by kin."),
        ("**Kinship care** (informal) is care by kin.", "Kinship care (informal)", "care by kin."),
        ("**Adult** Anyone over 18.", "Adult", "Anyone over 18."),
        ("**Adult.** Anyone over 18.", "Adult", "Anyone over 18."),
        ("**Boards for children** help them to lead.", "Boards for children", "help them to lead."),
        ("**Children who are heard**: those who are asked.", "Children who are heard", "those who are asked."),
        ("- Staff: anyone who is paid.", "Staff", "anyone who is paid."),
        ("• **Staff** are people who are paid.", "Staff", "people who are paid."),
    ],
)
@pytest.mark.parametrize("heading", ["Appendix 1: Key terms", "The terms that we use in this report", "Glossary"])
def test_forms(entry, term, definition, heading):
    assert pairs(f"{entry}\n\nLast term: the end.", heading) == [(term, definition), ("Last term", "the end.")]


@pytest.mark.parametrize(
    "heading",
    ["Abbreviations used in this report", "Appendix 3: Acronyms", "What our words mean", "Explanation of terms"],
)
def test_sections_of_other_names(heading):
    assert pairs("CPC: child protection committee.", heading) == [("CPC", "child protection committee.")]


def test_a_term_on_a_line_of_its_own():
    body = "Named person\n\nThe teacher or nurse whom a family can turn to when something is amiss.\n\n"
    body += "Lead professional\n\nA worker who draws the plan together and keeps it up to date.\n\n"
    body += "Kinship care\n\nKinship care is care by a relative or by a friend of the family."
    assert pairs(body) == [
        ("Named person", "The teacher or nurse whom a family can turn to when something is amiss."),
        ("Lead professional", "A worker who draws the plan together and keeps it up to date."),
        ("Kinship care", "care by a relative or by a friend of the family."),
    ]


def test_a_line_over_a_group_of_entries_is_no_term():
    body = "Law and order\n\nChildren's hearing: a meeting of lay people.\n\nSheriff: a judge."
    assert pairs(body) == [("Children's hearing", "a meeting of lay people."), ("Sheriff", "a judge.")]


def test_further_paragraphs_and_lists_belong_to_the_entry():
    body = "SHANARRI stands for eight words. These are:\n\n• safe\n• healthy\n\nYoung carer: a child who cares.\n\n"
    body += "It does not mean paid work.\n\nSheriff: a judge."
    assert pairs(body) == [
        ("SHANARRI", "eight words. These are: safe healthy"),
        ("Young carer", "a child who cares. It does not mean paid work."),
        ("Sheriff", "a judge."),
    ]


def test_a_sentence_that_frames_a_term_defines_it_anywhere():
    body = "We read records. When we say carers, we mean kin. They matter.\n\n"
    body += "• When we talk about early help, we mean help before a crisis. This takes in schools."
    assert pairs(body, "Our approach") == [
        ("carers", "kin."),
        ("early help", "help before a crisis. This takes in schools."),
    ]


# Tables


@pytest.mark.parametrize("head", ["Term\tWhat it means\n", "Abbreviation\tMeaning\n", "Word\tDefinition\n", ""])
def test_tables_of_terms(head):
    rows = "CPC\tChild protection committee\nIRD\tThe talk that settles what is to be done first, and by whom"
    expected = [
        ("CPC", "Child protection committee"),
        ("IRD", "The talk that settles what is to be done first, and by whom"),
    ]
    assert pairs(head + rows, "Glossary") == expected


def test_tables_that_name_such_columns_anywhere():
    body = "No.\tMeaning\tTerm\n1\tCare by kin\tKinship care\n2\tA dated list\tChronology"
    assert pairs(body, "Our approach") == [("Kinship care", "Care by kin"), ("Chronology", "A dated list")]


def test_a_row_without_a_term_goes_on_with_the_one_before():
    assert pairs("Term\tMeaning\nCPC\tChild protection\n\tcommittee\nIRD\tA talk", "Glossary") == [
        ("CPC", "Child protection committee"),
        ("IRD", "A talk"),
    ]


@pytest.mark.parametrize(
    "cells", [["Area", "Grade"], ["Term", "Area"], ["Meaning"], ["Terms of loan", "Definition"], []]
)
def test_heads_of_other_tables(cells):
    assert term_columns(cells) is None


# Laws

WORDS = st.lists(
    st.sampled_from(["care", "plan", "kin", "young", "board", "risk"]), min_size=1, max_size=4, unique=True
)


@given(WORDS, WORDS, st.sampled_from([" is ", ": ", " refers to ", " means ", " – ", " are "]))
def test_a_term_and_its_definition_come_back(term, definition, link):
    entry = " ".join(term).capitalize(), f"the {' '.join(definition)}."
    assert entry in pairs(link.join(entry))


@given(st.text(alphabet="ab:.()* –'\"\n", max_size=300))
def test_no_text_is_too_odd(text):
    for result in found(text):
        assert result.term and result.definition


def test_time_grows_with_the_length_of_an_entry():
    begin = time.perf_counter()
    found("Kinship care is " + "care by kin and " * 30_000)
    found("When we say " + "care " * 60_000)
    found("(" * 100_000)
    assert time.perf_counter() - begin < 8


@pytest.mark.parametrize(
    "line", ["The X was painted blue.", "The group was moved to Thursday.", "The rooms were warm."]
)
def test_what_happened_to_a_thing_defines_nothing(line):
    assert pairs(line) == []


@pytest.mark.parametrize("heading", ["Appendix 1: Key terms", "Glossary", "Terms used"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("RGM\n\nRain gauge meeting: a talk about the weather that is held each month.",
         [("RGM", "Rain gauge meeting: a talk about the weather that is held each month.")]),
        ("HRD\n\nHouse-roof discussion: a talk about roofs.", [("HRD", "House-roof discussion: a talk about roofs.")]),
        ("Meetings\n\nRain gauge meeting: a talk about the weather that is held each month.",
         [("Rain gauge meeting", "a talk about the weather that is held each month.")]),
        ("ROOFS\n\nRain gauge meeting: a talk about the weather that is held each month.",
         [("Rain gauge meeting", "a talk about the weather that is held each month.")]),
    ],
)  # fmt: skip
def test_an_abbreviation_above_its_words_is_the_term(heading, body, expected):
    assert pairs(body, heading) == expected
