"""Tables: one row a value, keys that lead somewhere, code, evidence and source on every row."""

from dataclasses import replace
from pathlib import Path

import pytest

from ciextract.export.tables import EVALUATIONS, PROPORTIONS, TABLES_IN_ORDER
from ciextract.reconciliation.merged import merge

COUNTED = {
    "sections": lambda record: len(record.sections),
    "also": lambda record: sum(len(each.also) for each in record.evaluations),
    "key_messages": lambda record: len(record.key_messages),
    "evaluations": lambda record: len(record.evaluations),
    "grade_counts": lambda record: len(record.grade_counts),
    "worded_conclusions": lambda record: len(record.worded_conclusions),
    "progress": lambda record: len(record.progress),
    "proportions": lambda record: len(record.proportions),
    "evidence_base": lambda record: len(record.evidence_base),
    "glossary": lambda record: len(record.glossary),
    "actions": lambda record: len(record.actions),
    "quotations": lambda record: len(record.quotations),
    "checks": lambda record: len(record.checks),
    "documents": lambda record: len(record.documents),
    "areas": lambda record: len(record.inspection.areas),
    "inspections": lambda record: 1,
    "tables": lambda record: len(record.tables),
    "table_cells": lambda record: sum(len(row) for table in record.tables for row in table.rows),
    "conclusions": lambda record: record.conclusion is not None,
    "conclusion_reasons": lambda record: len(record.conclusion.reasons) if record.conclusion else 0,
}


def dicts(table, records):
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(records)]


@pytest.mark.parametrize("table", TABLES_IN_ORDER, ids=lambda table: table.name)
def test_one_row_a_value(table, records):
    assert len(list(table.rows(records))) == sum(COUNTED[table.name](record) for record in records)


@pytest.mark.parametrize("table", TABLES_IN_ORDER, ids=lambda table: table.name)
def test_names_are_told_apart_and_begin_with_the_key(table):
    names = [column.name for column in table.columns]
    assert names[0] == "id"
    assert len(set(names)) == len(names)
    assert all(column.description.endswith(".") for column in table.columns)


def test_keys_are_unique_and_lead_somewhere(records):
    ids = {table.name: [row["id"] for row in dicts(table, records)] for table in TABLES_IN_ORDER}
    for table in TABLES_IN_ORDER:
        assert len(set(ids[table.name])) == len(ids[table.name])
        for column, other in table.references:
            pointed = {row[column] for row in dicts(table, records)} - {None}
            assert pointed <= set(ids[other])


@pytest.mark.parametrize("table", TABLES_IN_ORDER, ids=lambda table: table.name)
def test_every_row_names_its_source(table, records):
    hashes = {record.source.sha256 for record in records}
    assert {row["source_sha256"] for row in dicts(table, records)} <= hashes


def test_every_row_about_one_area_has_its_code(records):
    for table in TABLES_IN_ORDER:
        for row in dicts(table, [record for record in records if len(record.inspection.areas) == 1]):
            assert row["area_code"].startswith("S12")


def test_an_overviews_rows_have_a_code_only_where_they_name_an_area(records):
    overview = [record for record in records if len(record.inspection.areas) > 1]
    assert overview
    assert {row["area_code"] for row in dicts(PROPORTIONS, overview)} == {None}
    graded = dicts(EVALUATIONS, overview)
    named = [evaluation.area for record in overview for evaluation in record.evaluations]
    assert [row["area_code"] for row in graded] == [area and area.code for area in named]


def test_a_cell_is_the_value_of_the_record(records):
    record = next(each for each in records if each.proportions)
    for entry, row in zip(record.proportions, dicts(PROPORTIONS, [record]), strict=True):
        assert (row["low"], row["high"]) == (entry.bounds.low, entry.bounds.high)
        assert row["quote"] == entry.evidence.quote
        assert row["category"] == entry.population.category.value
        assert row["grade_min"] == (entry.grade.min.value if entry.grade else None)


def test_the_page_of_tables_names_every_table_and_column():
    page = (Path(__file__).parents[2] / "docs" / "tables.md").read_text("utf-8")
    for table in TABLES_IN_ORDER:
        assert f"| `{table.name}` | {table.description} |" in page
        for column in table.columns:
            assert f"| `{column.name}` | {column.kind} | {column.description} |" in page


def test_rows_of_a_merged_record_have_the_source_of_their_evidence(records):
    own = next(record for record in records if record.documents[0].kind == "inspection_report")
    other = replace(own, record_id="other", source=replace(own.source, sha256="0" * 64, file_name="other.txt"))
    [merged] = merge([own, replace(other, quotations=[], glossary=[], key_messages=own.key_messages[1:])]).records
    hashes = {0: merged.sources[0].sha256, 1: merged.sources[1].sha256}
    for table in TABLES_IN_ORDER:
        column = [each.name for each in table.columns].index("source_sha256")
        rows = list(table.rows([merged]))
        expected = [
            hashes.get(line.evidence.source, merged.source.sha256) for line in table.lines(merged) if line.evidence
        ]
        found = [row[column] for row, line in zip(rows, table.lines(merged), strict=True) if line.evidence]
        assert found == expected
    [also] = [table for table in TABLES_IN_ORDER if table.name == "also"]
    keys = {row[0] for table in TABLES_IN_ORDER for row in table.rows([merged])}
    place = [each.name for each in also.columns].index("of_id")
    assert {row[place] for row in also.rows([merged])} <= keys
    assert len(list(also.rows([merged]))) >= len(own.key_messages) - 1
