"""Tables. First what is none and what is no title or head, then titles, heads and rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.extractors.tables import tables
from ciextract.pipeline import reading_of
from ciextract.read import read_document
from ciextract.vocabulary.tables import caption_rule, is_paragraph_number, leads_in, names_columns, table_words

COVER = """Report of a joint inspection of services for children at risk of harm in Moray

14 May 2024

Introduction

The Care Inspectorate looked at how well services in Moray keep children safe. It took six months to do so.

"""
ROWS = "Measure\tMoray\tScotland\nChildren\t12%\t14%\nHomes\t3\t4"


def found(body, cover=COVER):
    reading = reading_of(read_document(f"{cover}{body}\n".encode()))
    results = list(tables(reading))
    assert all(reading.document[result.span].strip() for result in results)
    return results


def only(body, cover=COVER):
    (result,) = found(body, cover)
    return result


# What is no table


@pytest.mark.parametrize(
    "body",
    [
        "1.1\tThe first paragraph of the paper says something.\n1.2\tThe second goes on with it.",
        "No tabs here.\nNone here either.",
        "Chief Officer\tMoray",
        "Item\nOther",
        "95,500 people live here\t17% are young\n13 of 126 zones are poor\tOne school in 4 is new",
    ],
)
def test_no_tables(body):
    assert found(body) == []


def test_numbers_of_paragraphs_in_two_ruled_columns_are_no_table():
    rows = "".join(f"<tr><td>{n}.{m}</td><td>A paragraph of a paper.</td></tr>" for n in (1, 2) for m in (1, 2))
    page = f"<html><body><h1>A paper</h1><p>It is about plans.</p><table>{rows}</table></body></html>"
    assert list(tables(reading_of(read_document(page.encode())))) == []


# What is no title


@pytest.mark.parametrize(
    "line",
    [
        "The table below shows how Moray and Scotland differ:",
        "Figures for Moray are as follows",
        "Moray differs from Scotland in two ways.",
        "13%",
        "Continued",
    ],
)
def test_lines_above_a_table_that_are_not_its_title(line):
    assert only(f"Key facts\n\n{line}\n\n{ROWS}").title == "Key facts"


def test_no_title_where_nothing_stands_above():
    cover = "Subject:\tA paper about Moray\nPurpose:\tTo tell members\nRecommendation:\tNote it\n\n"
    first, second = found("Direction\tAnswer\nCouncil\tNo\nBoard\tNo\nBoth\tYes\nNone\tNo", cover)
    assert (first.title, second.title) == (None, None)


# What is no head


@pytest.mark.parametrize(
    "rows",
    [
        "Report to:\tThe board\nDate:\t12 May 2024\nPurpose:\tTo tell members what inspectors found in Moray",
        "CPC\tCommittee\nIRD\tA talk between police, health and social work in which they settle what to do",
        "Care by kin\tThree\nCare at home\tFour\nCare elsewhere\tFive",
        "1\tExcellent\tFine\n2\tWeak\tPoor",
        "Statement 1\tStaff act at once.\nStatement 2\tPlans are late.",
    ],
)
def test_first_rows_that_name_no_columns(rows):
    result = only(f"Key facts\n\n{rows}")
    assert (result.header, len(result.rows)) == ((), rows.count("\n") + 1)


# Rules

BREAKING = {
    "numbered-caption": ["Table 3 shows grades", "Tables 1 and 2", "Figures fell by 2", "Tablets 4", "See Table 1"],
    "lead-in": [
        "Grades by area",
        "Table tennis is played. All join in",
        "Below average areas. A list",
        "Noted",
        "Pages read",
    ],
    "dotted-number": ["1", "12", "1.1 Finance", "2.4%", "v1.1"],
}
RULES = [
    compiled for group in ("captions", "lead_ins", "paragraph_numbers") for compiled in getattr(table_words(), group)
]


@pytest.mark.parametrize("compiled", RULES, ids=[compiled.rule.id for compiled in RULES])
def test_each_rule_leaves_and_takes_its_examples(compiled):
    assert len(BREAKING[compiled.rule.id]) >= 5
    assert [text for text in (*BREAKING[compiled.rule.id], *compiled.rule.leaves) if compiled.search(text)] == []
    assert [text for text in compiled.rule.takes if not compiled.search(text)] == []


@pytest.mark.parametrize(
    "cells",
    [
        ["Moray", "Good"],
        ["Area", "Moray"],
        ["Grade", "Grade"],
        ["Area"],
        ["", "Area"],
        ["Plans are late", "Train staff"],
    ],
)
def test_cells_that_name_no_columns(cells):
    assert not names_columns(cells)


@pytest.mark.parametrize(
    "cells",
    [
        ["Area", "Grade"],
        ["Term", "What it means"],
        ["Issue", "Action", "Lead"],
        ["Quality indicator", "Evaluation"],
        ["Ref", "Task", "By when"],
    ],
)
def test_cells_that_name_columns(cells):
    assert names_columns(cells)


def test_words_around_tables():
    assert caption_rule("Table 2: Grades by area") is not None
    assert leads_in("The results are set out below")
    assert is_paragraph_number(" 2.10 ")


# Titles


@pytest.mark.parametrize(
    "caption", ["Moray and Scotland compared", "Table 1: Moray and Scotland", "Figure 2 – Children"]
)
def test_a_caption_just_above(caption):
    assert only(f"Key facts\n\nWe looked at figures.\n\n{caption}\n\n{ROWS}").title == caption


def test_a_numbered_caption_just_below():
    assert only(f"Key facts\n\n{ROWS}\n\nTable 1: Moray and Scotland").title == "Table 1: Moray and Scotland"


def test_the_heading_with_text_between():
    text = "What follows is taken from figures that were published in the year before this inspection began."
    assert only(f"Key facts\n\n{text}\n\n{ROWS}").title == "Key facts"


def test_the_title_of_an_appendix_is_without_its_label():
    assert only(f"Appendix 2: Figures for Moray\n\n{ROWS}").title == "Figures for Moray"


def test_a_title_over_the_whole_width():
    assert only(f"Moray and Scotland compared\t\t\n{ROWS}").title == "Moray and Scotland compared"


# Heads and rows


def test_head_and_rows():
    result = only(f"Key facts\n\n{ROWS}")
    assert result.header == ("Measure", "Moray", "Scotland")
    assert result.rows == (("Children", "12%", "14%"), ("Homes", "3", "4"))


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        (
            "Quality indicator\tEvaluation\nImpact on families\tGood\nLeadership\tWeak",
            ("Quality indicator", "Evaluation"),
        ),
        ("Direction\tAnswer\nNone\tYes\nCouncil\tNo\nBoard\tNo\nBoth\tNo", ("Direction", "Answer")),
        ("\t2022\t2023\nChildren\t12\t14\nHomes\t3\t4", ("", "2022", "2023")),
        ("Ref.\tIssue\tAction\n1.1\tPlans are late.\tTrain staff.", ("Ref.", "Issue", "Action")),
        (
            "Part\tPoints\nOne\tStaff act at once and tell each other\nTwo\tPlans are late and of uneven worth",
            ("Part", "Points"),
        ),
        ("Aim\tYes\t\nOne one\tTwo two two\t\n\tThree\t", ("Aim", "Yes")),
    ],
)
def test_heads(rows, header):
    result = only(f"Key facts\n\n{rows}")
    assert (result.header, len(result.rows)) == (header, rows.count("\n"))


def test_a_row_across_is_a_row_with_empty_cells():
    result = only("Improvement plan\n\nIssue\tAction\tLead\nStatement 1 - Safer\nPlans are late.\tTrain\tCPC")
    assert result.rows == (("Statement 1 - Safer", "", ""), ("Plans are late.", "Train", "CPC"))


def test_halves_with_one_head_are_one_table():
    head = "Issue\tAction\tLead"
    result = only(
        f"Improvement plan\n\n{head}\nLate\tTrain\tCPC\n\n{head}\nStatement 2\nLost\tFind\tCPC\nOld\tRenew\tCPC"
    )
    assert len(result.rows) == 4


def test_tables_with_heads_of_their_own_stay_apart():
    results = found(f"Key facts\n\n{ROWS}\nHomes and schools\nPlace\tHomes\tSchools\nElgin\t3\t4\nForres\t1\t2")
    assert [result.header[0] for result in results] == ["Measure", "Place"]


CELL = st.text(alphabet="abcdefgh", min_size=1, max_size=8)


@given(
    st.integers(3, 6).flatmap(
        lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=2, max_size=6)
    )
)
def test_cells_come_back_as_they_are_printed(rows):
    result = only("Key facts\n\n" + "\n".join("\t".join(row) for row in rows))
    assert [*([result.header] if result.header else []), *result.rows] == [tuple(row) for row in rows]
