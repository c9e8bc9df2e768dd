"""Verdicts name values by kind, quote and occurrence, and are put on this and on other records."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ciextract.review.applying import CORRECTED, apply
from ciextract.review.values import text_of, values_of
from ciextract.schema import verdicts_json
from ciextract.validation import FlawedVerdicts, load_record, load_verdicts
from ciextract.verdicts import Kind, Reviewed, Verdict, Verdicts

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/record.json"))
RECORDS = {path.parent.name: load_record(path.read_text("utf-8")) for path in FIXTURES}


def verdict(value, said="accepted", **corrected):
    kind, quote, occurrence = value.name
    fields = {name.replace("__", "."): leaf for name, leaf in corrected.items()}
    return Verdict(kind=kind, quote=quote, occurrence=occurrence, verdict=said, seen=value.fields, corrected=fields)


def verdicts(record, *given):
    reviewed = Reviewed(record_id=record.record_id, sha256=record.source.sha256, file_name=None, values={})
    return Verdicts(reviewed=reviewed, verdicts=list(given))


def changed(record, **lists):
    return load_record(json.dumps(record.to_dict() | lists))


def first(record, kind):
    return next(value for value in values_of(record) if value.kind is kind)


def test_a_rejection_of_something_else_removes_nothing(graded):
    record, _ = graded
    grade = first(record, Kind.EVALUATIONS)
    seen = grade.fields | {"grade": "weak"}
    kind, quote, occurrence = grade.name
    given = Verdict(kind=kind, quote=quote, occurrence=occurrence, verdict="rejected", seen=seen)
    applied = apply(record, verdicts(record, given))
    assert applied.record == record
    assert [misfit.differing for misfit in applied.misfits] == [("grade",)]


def test_a_value_that_is_gone_is_told(graded):
    record, _ = graded
    gone = Verdict(kind=Kind.GLOSSARY, quote="never said", occurrence=1, verdict="rejected", seen={})
    [misfit] = apply(record, verdicts(record, gone)).misfits
    assert (misfit.verdict, misfit.differing) == (gone, ())


def test_a_verdict_of_another_occurrence_is_of_another_value(graded):
    record, _ = graded
    value = first(record, Kind.EVALUATIONS)
    given = Verdict(kind=value.kind, quote=value.name[1], occurrence=2, verdict="rejected", seen=value.fields)
    assert apply(record, verdicts(record, given)).record == record


def test_a_correction_that_the_schema_refuses(graded):
    record, _ = graded
    with pytest.raises(FlawedVerdicts, match="grade"):
        apply(record, verdicts(record, verdict(first(record, Kind.EVALUATIONS), "corrected", grade="splendid")))


@pytest.mark.parametrize("text", ['{"schema_version": "9.0.0"}', "[]", '{"schema_version": "1.0.0", "verdicts": 3}'])
def test_what_is_no_verdicts(text):
    with pytest.raises(FlawedVerdicts):
        load_verdicts(text)


def test_the_grade_brings_its_score(graded):
    record, _ = graded
    value = first(record, Kind.EVALUATIONS)
    given = verdicts(record, verdict(value, "corrected", grade="weak", printed="weak"))
    after = apply(record, given)
    [grade] = after.record.evaluations
    assert (grade.grade, grade.score, grade.rule, grade.evidence) == ("weak", 2, CORRECTED, value.evidence)
    assert (after.corrected, after.removed, after.misfits) == (1, 0, ())
    assert after.record.warnings[-1].code == "reviewed"
    assert apply(after.record, given).record == after.record


def test_a_field_inside_another(graded):
    record, _ = graded
    value = first(record, Kind.PROPORTIONS)
    given = verdict(value, "corrected", population__category="other", grade__min="good", grade__max="excellent")
    proportion = apply(record, verdicts(record, given)).record.proportions[value.steps[-1]]
    assert (proportion.population.category, proportion.grade.min) == ("other", "good")
    again = first(apply(record, verdicts(record, given)).record, Kind.PROPORTIONS)
    back = verdict(again, "corrected", grade__min=None, grade__max=None)
    assert apply(record, verdicts(record, given, back)).record.proportions[value.steps[-1]].grade is not None
    once = apply(record, verdicts(record, given)).record
    assert apply(once, verdicts(once, back)).record.proportions[value.steps[-1]].grade is None


@pytest.mark.parametrize("name", RECORDS)
def test_everything_rejected_leaves_no_value(name):
    record = RECORDS[name]
    values = values_of(record)
    applied = apply(record, verdicts(record, *(verdict(value, "rejected") for value in values)))
    assert values_of(applied.record) == []
    assert applied.removed == len(values) > 0


@pytest.mark.parametrize("name", RECORDS)
def test_names_tell_values_apart(name):
    """A sentence that grades several indicators gives several values at one place: those differ in what they say."""
    named = [(value.name, repr(value.fields)) for value in values_of(RECORDS[name]) if value.evidence]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("name", RECORDS)
def test_the_occurrence_counts_places_of_the_text(name):
    record = RECORDS[name]
    text = text_of(record)
    assert len(text) == record.source.characters
    for value in values_of(record):
        if value.evidence:
            before = text[: value.evidence.start + len(value.evidence.quote)]
            found = sum(
                before.startswith(value.evidence.quote, at)
                for at in range(value.evidence.start + 1)
                if before[at : at + 1] == value.evidence.quote[:1]
            )
            assert value.occurrence == found


@settings(max_examples=30)
@given(st.sampled_from(sorted(RECORDS)), st.randoms())
def test_accepting_changes_nothing(name, chance):
    record = RECORDS[name]
    chosen = [verdict(value) for value in values_of(record) if chance.random() < 0.5]
    chance.shuffle(chosen)
    applied = apply(record, verdicts(record, *chosen))
    assert (applied.record, applied.misfits) == (record, ())


@settings(max_examples=20)
@given(st.randoms())
def test_verdicts_outlive_order_and_other_findings(chance):
    record = RECORDS["graded-report"]
    held = record.to_dict()
    chosen = [value for value in values_of(record) if value.kind is Kind.PROPORTIONS and chance.random() < 0.2]
    kept = {value.steps[-1] for value in chosen}
    others = [each for at, each in enumerate(held["proportions"]) if at in kept or chance.random() < 0.5]
    chance.shuffle(others)
    later = changed(record, proportions=others)
    applied = apply(later, verdicts(record, *(verdict(value, "rejected") for value in chosen)))
    assert applied.misfits == ()
    starts = {value.evidence.start for value in chosen}
    assert [each for each in later.proportions if each.evidence.start not in starts] == applied.record.proportions


def test_the_published_schema_takes_what_is_saved(graded):
    record, _ = graded
    value = first(record, Kind.TABLES)
    saved = verdicts(record, verdict(value, "corrected", title="Another", rows=[["a"]]), verdict(value)).to_json()
    jsonschema.validate(json.loads(saved), json.loads(verdicts_json()))
    assert load_verdicts(saved).to_json() == saved
