"""Merged records where a record of one document is usual: proved, reviewed, compared with another."""

import hashlib
import json
from pathlib import Path

import pytest

from ciextract.merging import NOT_GRADED
from ciextract.pipeline import parse
from ciextract.reconciliation.merged import merge
from ciextract.reconciliation.reviewed import apply_to_any
from ciextract.review.values import values_of
from ciextract.verdicts import Kind, Reviewed, Verdict, Verdicts
from ciextract.verification import verify

FIXTURES = Path(__file__).parents[2] / "fixtures"
RELEASE, OVERVIEW, PAPER = (
    FIXTURES / name / "document.txt" for name in ("news-release", "overview", "committee-paper")
)


def merged_with(*names):
    wanted = {hashlib.sha256(name.read_bytes()).hexdigest() for name in names}
    found = merge([parse(each) for each in (RELEASE, OVERVIEW, PAPER)]).records
    return next(record for record in found if wanted <= {source.sha256 for source in record.sources})


@pytest.mark.parametrize("source", [RELEASE, OVERVIEW])
def test_a_merged_record_is_proved_against_each_of_its_sources(source):
    found = verify(merged_with(RELEASE, OVERVIEW), source.read_bytes())
    assert found.failures == ()
    assert found.quotes > 0


def test_a_source_that_it_was_not_made_of_is_told():
    found = verify(merged_with(RELEASE), PAPER.read_bytes())
    assert [failure.pointer for failure in found.failures] == ["/sources"]


def test_a_failure_leads_into_the_merged_record():
    record = merged_with(RELEASE, OVERVIEW)
    value = record.to_dict()
    value["evaluations"][0]["evidence"]["quote"] = "x" * len(value["evaluations"][0]["evidence"]["quote"])
    from ciextract.validation import load_record

    found = verify(load_record(json.dumps(value)), RELEASE.read_bytes())
    assert "/evaluations/0/evidence/quote" in {failure.pointer for failure in found.failures}


def verdicts_on(source, verdict):
    record = parse(source)
    value = next(each for each in values_of(record) if each.kind is Kind.QUOTATIONS)
    quote = value.evidence.quote
    said = Verdict(kind=value.kind, quote=quote, occurrence=value.occurrence, verdict=verdict, seen=value.fields)
    reviewed = Reviewed(record_id="x", sha256=record.source.sha256, file_name=source.name, values={})
    return Verdicts(reviewed=reviewed, verdicts=[said])


def test_verdicts_on_one_document_are_put_on_what_the_merged_record_has_of_it():
    record = merged_with(RELEASE, OVERVIEW)
    applied = apply_to_any(record, verdicts_on(RELEASE, "rejected"))
    assert (applied.removed, applied.misfits) == (1, ())
    assert len(applied.record.quotations) == len(record.quotations) - 1
    assert applied.record.sources == record.sources


def test_a_page_of_a_merged_record_is_that_of_the_file(run, tmp_path):
    path = tmp_path / "merged.json"
    path.write_text(merged_with(RELEASE, OVERVIEW).to_json(), encoding="utf-8")
    assert run("review", OVERVIEW, "--record", path).code == 2
    assert run("review", PAPER, "--record", path).code == 2


def test_merged_records_are_compared_with_what_they_were_before(run, tmp_path):
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    record = merged_with(RELEASE, OVERVIEW)
    one.write_text(record.to_json(), encoding="utf-8")
    assert run("diff", one, one, "--exit-code").code == 0
    value = record.to_dict()
    value["evaluations"][0]["also"] = []
    other.write_text(json.dumps(value), encoding="utf-8")
    ended = run("diff", one, other, "--exit-code", "--json") if record.evaluations[0].also else None
    assert ended is None or ended.code == 13


def test_strange_areas_are_not_made_up():
    assert not [check for check in merged_with(RELEASE, OVERVIEW).checks if check.id == NOT_GRADED]
