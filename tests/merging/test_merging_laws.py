"""What holds for every merged record: nothing is lost or invented, every source exists, order and repetition say nothing."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from ciextract.merging import contribution_of, joined, taken_apart
from ciextract.reconciliation.merged import merge
from ciextract.record import Evidence
from ciextract.schema import schema_json
from ciextract.shape import Model, fields_of
from ciextract.validation import find_flaws, load_record, parts_of

FIXTURES = Path(__file__).parents[2] / "fixtures"
RECORDS = [load_record(path.read_text("utf-8")) for path in sorted(FIXTURES.glob("*/record.json"))]
SCHEMA = jsonschema.Draft202012Validator(json.loads(schema_json()))
GIVEN = st.lists(st.sampled_from(RECORDS), min_size=1, max_size=5, unique_by=lambda record: record.record_id)
LAWS = settings(max_examples=25, deadline=None)
_LISTS = ("key_messages", "evaluations", "proportions", "evidence_base", "glossary", "tables", "actions", "quotations")


def words(entry):
    """An entry as JSON without what a merged record adds to it."""

    def bare(value):
        if isinstance(value, Model):
            return {
                name: bare(each)
                for name, each in fields_of(value)
                if name not in ("source", "also", "document", "section")
            }
        return [bare(each) for each in value] if isinstance(value, list) else value

    return json.dumps(bare(entry), sort_keys=True)


def entries(record, name):
    """All entries of a list, those that stand under others among them, each with its file's hash."""
    for entry in getattr(record, name):
        for each in (entry, *entry.also):
            source = each.evidence.source
            yield record.source.sha256 if source is None else record.sources[source].sha256, words(each)


def alone(record):
    return len(record.inspection.areas) == 1


@LAWS
@given(GIVEN)
def test_every_value_of_a_document_about_one_area_is_there_once_and_nothing_else_is(given_):
    merged = merge(given_).records
    whole = {record.source.sha256: record for record in given_ if alone(record)}
    for name in _LISTS:
        found = Counter(each for record in merged for each in entries(record, name) if each[0] in whole)
        assert found == Counter(each for record in whole.values() for each in entries(record, name))


@LAWS
@given(GIVEN)
def test_every_evidence_has_a_source_that_exists_and_the_record_is_one(given_):
    for record in merge(given_).records:
        assert find_flaws(record.to_json()) == []
        assert SCHEMA.is_valid(json.loads(record.to_json()))
        for pointer, part in parts_of(record):
            if isinstance(part, Evidence):
                assert part.source in range(len(record.sources)), pointer


@LAWS
@given(GIVEN, st.randoms())
def test_the_order_of_the_records_says_nothing(given_, random):
    other = given_[:]
    random.shuffle(other)
    assert merge(other) == merge(given_)


@LAWS
@given(GIVEN)
def test_merging_again_changes_nothing(given_):
    once = merge(given_).records
    assert merge(once).records == once
    assert merge([*given_, *once]).records == once


@LAWS
@given(GIVEN.flatmap(lambda given_: st.tuples(st.just(given_), st.integers(0, len(given_)))))
def test_merging_in_two_steps_is_merging_at_once(case):
    given_, cut = case
    first = merge(given_[:cut]).records
    assert merge([*first, *given_[cut:]]).records == merge(given_).records


@LAWS
@given(GIVEN)
def test_what_is_taken_apart_is_what_was_put_in(given_):
    for record in merge(given_).records:
        for part in taken_apart(record):
            original = next(each for each in given_ if each.source.sha256 == part.record.source.sha256)
            if not part.several:
                assert part.record == replace(contribution_of(original).record, schema_version=record.schema_version)


def test_pointers_lead_back_into_the_merged_record():
    merged = joined(contribution_of(record) for record in RECORDS if alone(record))
    for part in taken_apart(merged):
        for pointer, own in parts_of(part.record):
            if isinstance(own, Evidence):
                value = merged
                for step in part.pointer(pointer).split("/")[1:]:
                    value = value[int(step)] if step.isdecimal() else getattr(value, step)
                assert replace(value, source=None) == own
