"""Verdicts as gold: layers reviewed whole, what was accepted and what was corrected."""

import json
from pathlib import Path

import pytest
from benchmarks.accuracy.__main__ import main

from ciextract import parse
from ciextract.review.fields import asked
from ciextract.review.values import values_of
from ciextract.verdicts import Reviewed, Verdict, Verdicts

FIXTURE = Path(__file__).parents[2] / "fixtures" / "graded-report" / "document.txt"
RECORD = parse(FIXTURE)


def judged(kind, said="accepted", **corrected):
    values = [value for value in values_of(RECORD) if value.kind == kind]
    return [
        Verdict(
            kind=kind,
            quote=value.name[1],
            occurrence=value.occurrence,
            verdict=said,
            seen=value.fields,
            corrected=corrected,
        )
        for value in values
    ]


def added_again(verdict):
    """The same value as a reviewer adds it, who is not asked for what follows from other fields."""
    wanted = {field.name for field in asked(verdict.kind)}
    fields = {name: leaf for name, leaf in verdict.seen.items() if name in wanted}
    return Verdict(
        kind=verdict.kind, quote=verdict.quote, occurrence=verdict.occurrence, verdict="added", seen={}, added=fields
    )


@pytest.fixture
def score(tmp_path, capsys):
    def score(*verdicts, sha256=RECORD.source.sha256, had=()):
        (tmp_path / "report.txt").write_bytes(FIXTURE.read_bytes())
        counts = {
            kind: sum(value.kind == kind for value in values_of(RECORD))
            for kind in ("evaluations", "proportions", "glossary", "evidence_base", "tables", "key_messages")
        }
        reviewed = Reviewed(record_id=RECORD.record_id, sha256=sha256, file_name=None, values=counts | dict(had))
        (tmp_path / "verdicts.json").write_text(Verdicts(reviewed=reviewed, verdicts=list(verdicts)).to_json(), "utf-8")
        code = main(["--verdicts", str(tmp_path), "--json"])
        out = capsys.readouterr().out
        return code, json.loads(out)["groups"]["reviewed"] if out else None

    return score


def test_a_layer_reviewed_in_part_is_not_scored(score):
    _, layers = score(*judged("evaluations"), *judged("proportions")[:-1])
    assert layers["evaluations"]["f1"] == 1
    assert layers.get("proportions", {}).get("f1") is None


@pytest.mark.parametrize("kind", ["evaluations", "proportions", "glossary", "evidence_base", "tables", "key_messages"])
def test_what_was_accepted_is_right(score, kind):
    assert score(*judged(kind))[1][kind]["f1"] == 1


def test_what_was_corrected_is_wrong_in_the_record(score):
    assert score(*judged("evaluations", "corrected", grade="weak"))[1]["evaluations"]["f1"] == 0


def test_what_was_added_is_missed_in_the_record(score):
    seen = judged("evaluations")
    added = Verdict(
        kind="evaluations", quote=seen[0].quote, occurrence=1, verdict="added", seen={},
        added={"indicator": "9.9", "area.name": "Moray", "grade": "weak"},
    )  # fmt: skip
    assert score(*seen, added)[1]["evaluations"]["missed"] == 1


def test_what_was_accepted_and_added_counts_once(score):
    seen = judged("evaluations")
    layers = score(*seen, *map(added_again, seen))[1]
    assert layers["evaluations"]["f1"] == 1


def test_what_was_added_and_is_found_now_is_right(score):
    """A record of an earlier version had none of this kind: what its reviewer added is what this version gives."""
    for kind in ("proportions", "evaluations", "glossary", "key_messages"):
        layers = score(*map(added_again, judged(kind)), had={kind: 0})[1]
        assert layers[kind]["f1"] == 1, kind


def test_what_was_rejected_is_invented(score):
    assert score(*judged("glossary", "rejected"))[1]["glossary"]["f1"] == 0


def test_verdicts_without_their_document(score):
    assert score(*judged("evaluations"), sha256="0" * 64)[0] == 2
