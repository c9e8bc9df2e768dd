"""Values that a reviewer says were missed: what is refused, what becomes of the others, and that they are proven."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.review.conftest import examined

from ciextract.pipeline import read_document
from ciextract.review.adding import ADDED
from ciextract.review.applying import apply
from ciextract.review.completing import completed
from ciextract.review.fields import asked
from ciextract.review.values import values_of
from ciextract.validation import FlawedVerdicts, load_record, load_verdicts
from ciextract.verdicts import Kind, Reviewed, Verdict, Verdicts
from ciextract.verification import verify

FOLDER = Path(__file__).parents[2] / "fixtures"
CONTENT = (FOLDER / "graded-report" / "reportlab.pdf").read_bytes()
MAY_BE_SEVERAL = {Kind.AREAS, Kind.PARTNERS, Kind.REASONS}


def added(kind, quote, occurrence=1, /, **fields):
    return Verdict(
        kind=Kind(kind),
        quote=quote,
        occurrence=occurrence,
        verdict="added",
        seen={},
        added={name.replace("__", "."): leaf for name, leaf in fields.items()},
    )


def put(record, document, *verdicts):
    reviewed = Reviewed(record_id=record.record_id, sha256=record.source.sha256, file_name=None, values={})
    return apply(record, Verdicts(reviewed=reviewed, verdicts=list(verdicts)), document)


def as_added(value):
    """A value that was found, as a reviewer would add it."""
    wanted = {field.name for field in asked(value.kind)}
    kind, quote, occurrence = value.name
    fields = {name: leaf for name, leaf in value.fields.items() if name in wanted}
    return Verdict(kind=kind, quote=quote, occurrence=occurrence, verdict="added", seen={}, added=fields)


def without(record, value):
    """The record of a version that missed a value."""
    reviewed = Reviewed(record_id="x", sha256=record.source.sha256, file_name=None, values={})
    kind, quote, occurrence = value.name
    gone = Verdict(kind=kind, quote=quote, occurrence=occurrence, verdict="rejected", seen=value.fields)
    return apply(record, Verdicts(reviewed=reviewed, verdicts=[gone])).record


@pytest.mark.parametrize(("quote", "occurrence"), [("words that nobody wrote", 1), ("West Lothian", 999), ("", 1)])
def test_words_that_are_not_there(printed, quote, occurrence):
    record, document = printed
    applied = put(record, document, added("partners", quote, occurrence, name="Painters"))
    assert (applied.record, applied.added) == (record, 0)
    assert [misfit.why for misfit in applied.misfits] == ["not found"]


def test_without_the_document_nothing_is_added(printed):
    record, _ = printed
    applied = put(record, None, added("partners", "West Lothian", name="Painters"))
    assert applied.record == record
    assert "--source" in applied.misfits[0].why


def test_a_record_of_another_text(printed):
    record, _ = printed
    _, other = examined(b"West Lothian again.\n")
    assert "another text" in put(record, other, added("partners", "West Lothian", name="Painters")).misfits[0].why


def test_what_there_can_be_only_one_of(printed):
    record, document = printed
    applied = put(record, document, added("title", "West Lothian", title="West Lothian"))
    assert applied.record == record
    assert "correct that one" in applied.misfits[0].why


def test_a_reason_needs_a_conclusion():
    record, document = examined(b"Report\n\nThe staff were kind and quick.\n")
    assert "no conclusion" in put(record, document, added("reasons", "quick", text="quick")).misfits[0].why


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("areas", {"name": "Atlantis"}),
        ("evaluations", {"grade": "splendid"}),
        ("proportions", {"quantifier": "lots", "population__category": "staff"}),
        ("proportions", {"quantifier": "tally", "count": 3, "population__category": "staff"}),
        ("published", {"date": "last year"}),
        ("glossary", {"term": "t", "definition": "d", "colour": "red"}),
        ("key_messages", {"kind": "message"}),
    ],
)
def test_fields_that_make_no_record(printed, kind, fields):
    record, document = printed
    held = record.to_dict()
    held["documents"][0]["published"] = None
    with pytest.raises(FlawedVerdicts):
        put(load_record(json.dumps(held)), document, added(kind, "West Lothian", **fields))


def test_a_value_is_signed_where_its_words_stand(printed):
    record, document = printed
    words = "Staff passed them on within a day"
    applied = put(
        record,
        document,
        added(
            "proportions",
            words,
            quantifier="most",
            relation="exactly",
            measure="share",
            statement=1,
            sentence="…",
            population__text=None,
            population__category="staff",
        ),
    )
    [new] = [each for each in applied.record.proportions if each.rule == ADDED]
    assert (applied.added, applied.misfits) == (1, ())
    assert new.evidence.quote == words == document.text[new.evidence.start : new.evidence.end]
    assert (new.evidence.page, len(new.evidence.boxes)) == (8, 1)
    assert (new.form, new.rank, new.bounds.low, new.bounds.low_inclusive) == ("word", 5, 50, False)
    starts = [each.evidence.start for each in applied.record.proportions]
    assert starts == sorted(starts)
    assert applied.record.warnings[-1].message == "0 values corrected, 0 removed and 1 added by a reviewer"


def test_it_is_proven_and_no_more_than_that(printed):
    record, document = printed
    applied = put(record, document, added("glossary", "a large majority", term="large", definition="not small"))
    proof = verify(applied.record, CONTENT)
    assert proof.failures == ()
    assert "changed by a reviewer" in proof.notes[0]
    held = applied.record.to_dict()
    [new] = [each for each in held["glossary"] if each["rule"] == ADDED]
    new["evidence"]["boxes"][0][0] += 40
    assert [each.claim for each in verify(load_record(json.dumps(held)), CONTENT).failures] == ["boxes"]
    held["proportions"][0]["quantifier"] = "all"
    assert "parsing" in {each.claim for each in verify(load_record(json.dumps(held)), CONTENT).failures}


def test_what_the_record_has_is_not_added_again(printed):
    record, document = printed
    applied = put(record, None, *map(as_added, values_of(record)))
    assert (applied.record, applied.added, applied.misfits) == (record, 0, ())
    one = added("partners", "West Lothian", name="Painters")
    once = put(record, document, one, one)
    assert once.added == 1
    assert put(once.record, document, one).record == once.record


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_what_was_missed_is_as_if_it_had_been_found(data):
    """Any value taken out of a record and added by a reviewer differs in its rule alone."""
    record, document = _Printed.of()
    value = data.draw(st.sampled_from([each for each in values_of(record) if each.kind is not Kind.CONCLUSION]))
    applied = put(without(record, value), document, as_added(value))
    assert (applied.added, applied.misfits) == (1, ())
    [again] = [each for each in values_of(applied.record) if (each.name, each.fields) == (value.name, value.fields)]
    assert again.evidence == value.evidence
    if value.kind not in MAY_BE_SEVERAL:
        assert again.steps == value.steps


class _Printed:
    """The record and the document, made once for all examples."""

    held = None

    @classmethod
    def of(cls):
        cls.held = cls.held or examined(CONTENT, "report.pdf")
        return cls.held


@pytest.mark.parametrize(
    ("given", "low", "high", "form"),
    [
        ({"quantifier": "half"}, 50, 50, "fraction"),
        ({"quantifier": "fraction", "fraction": "3/4", "relation": "at_least"}, 75, 100, "fraction"),
        ({"quantifier": "percentage", "value": 61, "relation": "exactly"}, 61, 61, "percentage"),
        ({"quantifier": "tally", "count": 7, "total": 9, "relation": "exactly"}, 77.777778, 77.777778, "tally"),
        ({"quantifier": "few", "relation": "exactly"}, 0, 50, "word"),
    ],
)
def test_the_interval_follows_from_the_words(given, low, high, form):
    fields = completed(Kind.PROPORTIONS, {"relation": "exactly"} | given, "words")
    assert (fields["bounds.low"], fields["bounds.high"], fields["form"], fields["quote"]) == (low, high, form, "words")


@pytest.mark.parametrize(
    ("date", "precision"), [("2019", "year"), ("2019-03", "month"), ("2019-03-07", "day"), ("soon", "year")]
)
def test_the_precision_follows_from_the_date(date, precision):
    assert completed(Kind.PUBLISHED, {"date": date}, "")["precision"] == precision


def test_an_area_has_its_code_under_any_of_its_names():
    assert completed(Kind.AREAS, {"name": "Moray"}, "")["code"] == "S12000020"
    assert completed(Kind.AREAS, {"name": "Atlantis"}, "")["code"] is None


def test_verdicts_of_the_version_before_are_read(printed):
    record, _ = printed
    text = Verdicts(reviewed=Reviewed(record_id="x", sha256="0" * 64, file_name=None, values={}), verdicts=[]).to_json()
    assert load_verdicts(text.replace('"1.1.0"', '"1.0.0"')).verdicts == []
    assert read_document(CONTENT).text == "".join(section.text for section in record.sections)
