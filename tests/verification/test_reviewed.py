"""What a reviewer changed is borne out as far as a source can bear it out; nothing else is let through beside it."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ciextract import parse
from ciextract.difference import compare
from ciextract.pipeline import read_document
from ciextract.review.adding import ADDED
from ciextract.review.applying import CORRECTED, REVIEWED, apply
from ciextract.review.fields import asked
from ciextract.review.values import values_of
from ciextract.validation import load_record
from ciextract.verdicts import Kind, Reviewed, Verdict, Verdicts
from ciextract.verification import verify
from ciextract.verification.reviewed import as_reviewed

PDF = Path(__file__).parents[2] / "fixtures/graded-report/reportlab.pdf"
TEXT = PDF.with_name("document.txt")


@cache
def parsed(path):
    return parse(path), read_document(path.read_bytes())


def put(record, document, *verdicts):
    reviewed = Reviewed(record_id="x", sha256=record.source.sha256, file_name=None, values={})
    return apply(record, Verdicts(reviewed=reviewed, verdicts=list(verdicts)), document).record


def said(value, verdict, /, **fields):
    kind, quote, occurrence = value.name
    given = {verdict: fields} if verdict in ("corrected", "added") else {}
    seen = {} if verdict == "added" else value.fields
    return Verdict(kind=kind, quote=quote, occurrence=occurrence, verdict=verdict, seen=seen, **given)


def as_added(value):
    wanted = {field.name for field in asked(value.kind)}
    return said(value, "added", **{name: leaf for name, leaf in value.fields.items() if name in wanted})


def first(record, kind):
    return next(each for each in values_of(record) if each.kind == kind)


def corrected_and_more(path=TEXT):
    """The record with a message corrected, a partner removed, a share added."""
    record, document = parsed(path)
    share = Verdict(
        kind=Kind.PROPORTIONS, quote="Staff passed them on within a day", occurrence=1, verdict="added", seen={},
        added={"quantifier": "most", "relation": "exactly", "measure": "share", "statement": 1, "sentence": "…", "population.text": None, "population.category": "staff"},
    )  # fmt: skip
    message, partner = first(record, "key_messages"), first(record, "partners")
    return put(record, document, said(message, "corrected", text="Shorter."), said(partner, "rejected"), share)


def failures(tamper, path=TEXT):
    held = corrected_and_more(path).to_dict()
    tamper(held)
    return [(each.claim, each.pointer) for each in verify(load_record(json.dumps(held)), path.read_bytes()).failures]


def signed(held, rule):
    return next(each for name in ("key_messages", "proportions") for each in held[name] if each["rule"] == rule)


class TestWhatIsNotOfTheReviewer:
    def test_more_values_are_missing_than_the_warning_tells_of(self):
        def tamper(held):
            del held["proportions"][0]

        found = failures(tamper)
        assert ("parsing", "/proportions/0") in found  # where parsing has it
        assert any(
            pointer.startswith("/inspection/partners/") for _, pointer in found
        )  # which of them was the reviewer's is not known

    def test_what_reviewers_are_not_shown(self):
        def fewer(held):
            del held["checks"][0]

        def another(held):
            held["sections"][-1]["title"] = "Another"

        assert failures(fewer)
        assert failures(another)

    def test_a_value_that_says_it_was_added_beyond_those_that_were(self):
        def tamper(held):
            held["proportions"].append({**signed(held, ADDED), "sentence": "another"})

        assert {claim for claim, _ in failures(tamper)} == {"parsing"}

    def test_a_value_that_says_it_was_corrected_beyond_those_that_were(self):
        def tamper(held):
            held["key_messages"][1] |= {"text": "All is well.", "rule": CORRECTED}

        assert {pointer.split("/")[1] for _, pointer in failures(tamper)} == {"key_messages"}

    def test_a_change_without_the_rule_of_a_reviewer(self):
        def tamper(held):
            held["key_messages"][1]["text"] = "All is well."

        assert failures(tamper) == [("parsing", "/key_messages/1/text")]

    @pytest.mark.parametrize("rule", [ADDED, CORRECTED])
    def test_the_section_of_what_a_reviewer_changed(self, rule):
        def tamper(held):
            entry = signed(held, rule)
            entry["section"] = next(each["id"] for each in held["sections"] if each["id"] != entry["section"])

        assert failures(tamper)

    def test_the_words_of_what_a_reviewer_corrected(self):
        """They are another place of the text, and say so rightly."""

        def tamper(held):
            evidence = signed(held, CORRECTED)["evidence"]
            text = "".join(each["text"] for each in sorted(held["sections"], key=lambda each: each["start"]))
            evidence |= {"start": evidence["start"] + 3, "quote": text[evidence["start"] + 3 : evidence["end"]]}

        assert failures(tamper)

    @pytest.mark.parametrize("rule", [ADDED, CORRECTED])
    def test_the_boxes_of_what_a_reviewer_changed(self, rule):
        def tamper(held):
            signed(held, rule)["evidence"]["boxes"][0][0] += 40

        assert {claim for claim, _ in failures(tamper, PDF)} == {"boxes"}

    def test_other_warnings_are_not_of_the_reviewer(self):
        def tamper(held):
            held["warnings"].insert(0, {**held["warnings"][-1], "code": "unknown-date", "message": "no date"})

        assert failures(tamper) == [("parsing", "/warnings/0")]

    def test_without_the_warning_there_was_none(self):
        def tamper(held):
            held["warnings"] = [each for each in held["warnings"] if each["code"] != REVIEWED]

        assert len(failures(tamper)) >= 3

    def test_a_warning_that_tells_of_nothing_excuses_nothing(self):
        def tamper(held):
            held["warnings"][-1]["message"] = "looked at by a reviewer"

        assert len(failures(tamper)) >= 3


class TestWhatIsOfTheReviewer:
    @pytest.mark.parametrize("path", [TEXT, PDF])
    def test_it_is_borne_out_and_told(self, path):
        found = verify(corrected_and_more(path), path.read_bytes())
        assert (found.failures, found.notes) == ((), ("changed by a reviewer: 1 corrected, 1 removed, 1 added",))

    def test_two_reviews_one_after_the_other(self):
        record, document = corrected_and_more(), parsed(TEXT)[1]
        share = next(
            each for each in values_of(record) if each.kind == "proportions" and each.fields["sentence"] == "…"
        )
        again = put(
            record,
            document,
            said(share, "corrected", sentence="."),
            said(first(record, "title"), "corrected", title="T"),
        )
        assert verify(again, TEXT.read_bytes()).failures == ()

    def test_a_title_that_was_taken_out_and_one_that_was_put_in(self):
        record, document = parsed(TEXT)
        gone = put(record, document, said(first(record, "title"), "rejected"))
        assert verify(gone, TEXT.read_bytes()).failures == ()
        other = Verdict(
            kind=Kind.TITLE,
            quote="West Lothian",
            occurrence=2,
            verdict="added",
            seen={},
            added={"title": "West Lothian"},
        )
        new = put(gone, document, other)
        assert new.documents[0].title == "West Lothian"
        assert verify(new, TEXT.read_bytes()).failures == ()
        moved = replace(
            new,
            documents=[
                replace(new.documents[0], title_evidence=record.documents[0].title_evidence),
                *new.documents[1:],
            ],
        )
        assert verify(moved, TEXT.read_bytes()).failures

    def test_a_conclusion_and_its_reasons(self):
        record, document = parsed(TEXT)
        gone = put(record, document, said(first(record, "conclusion"), "rejected"))
        assert record.conclusion.reasons
        assert verify(gone, TEXT.read_bytes()).failures == ()

    @settings(max_examples=max(10, settings.default.max_examples // 10), deadline=None)
    @given(st.data())
    def test_whatever_is_put_on_a_record_is_told_apart(self, data):
        """Some values are taken out, and some of these put back by another reviewer."""
        record, document = parsed(TEXT)
        rejected = data.draw(
            st.lists(st.sampled_from(values_of(record)), min_size=1, max_size=6, unique_by=lambda each: each.name)
        )
        gone = put(record, document, *(said(each, "rejected") for each in rejected))
        back = [
            each for each in rejected if data.draw(st.booleans()) and each.kind not in (Kind.CONCLUSION, Kind.REASONS)
        ]
        reviewed = put(gone, document, *map(as_added, back))
        again, _ = as_reviewed(reviewed, record, document)
        assert compare(reviewed, again, places=True).differences == ()
