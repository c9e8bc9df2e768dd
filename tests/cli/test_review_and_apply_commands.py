"""`ciextract review` and `ciextract apply`: a page out, verdicts back on a record."""

import hashlib
import json
from pathlib import Path

import pytest

from ciextract.cli import main
from ciextract.review.values import values_of
from ciextract.validation import load_record
from ciextract.verdicts import Reviewed, Verdict, Verdicts

FIXTURE = Path(__file__).parents[2] / "fixtures" / "graded-report"


@pytest.fixture
def run(capsysbinary):
    """These commands read the document itself: no stand-in."""

    def run(*words):
        code = main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return code, out, err.decode().splitlines()

    return run


@pytest.fixture
def record(tmp_path, run):
    path = tmp_path / "record.json"
    assert run("parse", FIXTURE / "document.txt", "--output", path)[0] == 0
    return path


def saved(tmp_path, record, said, **changes):
    value = next(value for value in values_of(record) if value.kind == "evaluations")
    verdict = Verdict(
        kind=value.kind,
        quote=changes.pop("quote", value.name[1]),
        occurrence=1,
        verdict=said,
        seen=value.fields,
        corrected=changes,
    )
    reviewed = Reviewed(record_id="x", sha256=record.source.sha256, file_name=None, values={})
    path = tmp_path / "verdicts.json"
    path.write_text(Verdicts(reviewed=reviewed, verdicts=[verdict]).to_json(), "utf-8")
    return path


def test_a_page_to_standard_output(run):
    code, out, _ = run("review", FIXTURE / "document.txt")
    assert (code, out[:15]) == (0, b"<!doctype html>")


def test_a_page_of_a_pdf_into_a_file(run, tmp_path):
    code, out, err = run("review", FIXTURE / "reportlab.pdf", "-o", tmp_path / "review.html")
    assert (code, out) == (0, b"")
    assert err[-1].endswith(" MB")
    assert (tmp_path / "review.html").read_text("utf-8").count("<figure") == 19


def test_a_record_given(run, record):
    assert run("review", FIXTURE / "document.txt", "--record", record)[1] == run("review", FIXTURE / "document.txt")[1]


def test_a_record_of_another_file_is_refused(run, record):
    code, out, err = run("review", FIXTURE / "reportlab.pdf", "--record", record)
    assert (code, out, len(err)) == (2, b"", 1)
    assert "another file" in err[0]


def test_no_document(run, tmp_path):
    code, out, err = run("review", tmp_path / "none.pdf", "-o", tmp_path / "review.html")
    assert (code, out, len(err)) == (3, b"", 1)
    assert not (tmp_path / "review.html").exists()


def test_the_page_does_not_take_the_document_s_place(run, tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(b"A report\n")
    assert run("review", path, "-o", path)[0] == 2
    assert path.read_bytes() == b"A report\n"


def test_a_correction(run, record, tmp_path):
    given = load_record(record.read_text("utf-8"))
    code, out, err = run("apply", record, saved(tmp_path, given, "corrected", grade="weak"))
    assert (code, json.loads(out)["evaluations"][0]["score"]) == (0, 2)
    assert err == [
        f"ciextract: {tmp_path / 'verdicts.json'}: 1 verdict: 1 corrected, 0 removed, 0 added, 0 not fitting"
    ]


def test_verdicts_that_do_not_fit(run, record, tmp_path):
    given = load_record(record.read_text("utf-8"))
    code, out, err = run("apply", record, saved(tmp_path, given, "rejected", quote="gone\x1b"), "--quiet")
    assert (code, out) == (14, record.read_bytes())
    assert len(err) == 1
    assert "not found" in err[0]
    assert "\x1b" not in err[0]


def test_a_correction_that_makes_no_record(run, record, tmp_path):
    given = load_record(record.read_text("utf-8"))
    code, out, err = run("apply", record, saved(tmp_path, given, "corrected", grade="splendid"))
    assert (code, out, len(err)) == (12, b"", 1)


@pytest.fixture
def missed(tmp_path):
    """A file of verdicts that adds an entry of the glossary."""
    sha256 = hashlib.sha256((FIXTURE / "document.txt").read_bytes()).hexdigest()
    verdict = Verdict(
        kind="glossary",
        quote="West Lothian",
        occurrence=2,
        verdict="added",
        seen={},
        added={"term": "a", "definition": "b"},
    )
    path = tmp_path / "missed.json"
    path.write_text(
        Verdicts(
            reviewed=Reviewed(record_id="x", sha256=sha256, file_name=None, values={}), verdicts=[verdict]
        ).to_json(),
        "utf-8",
    )
    return path


def test_an_added_value_needs_the_document(run, record, missed):
    code, out, err = run("apply", record, missed)
    assert (code, out) == (14, record.read_bytes())
    assert err == [
        f"ciextract: {missed}: added: glossary 'West Lothian', occurrence 2: added values need the document; give it with --source",
        f"ciextract: {missed}: 1 verdict: 0 corrected, 0 removed, 0 added, 1 not fitting",
    ]


def test_another_document_is_refused(run, record, missed):
    code, out, err = run("apply", record, missed, "--source", FIXTURE / "reportlab.pdf")
    assert (code, out, len(err)) == (2, b"", 1)
    assert "sha256 differs" in err[0]


def test_an_added_value_is_proven(run, record, missed, tmp_path):
    reviewed = tmp_path / "reviewed.json"
    code, _, err = run("apply", record, missed, "--source", FIXTURE / "document.txt", "--output", reviewed)
    assert (code, err[0].rpartition(": ")[2]) == (0, "0 corrected, 0 removed, 1 added, 0 not fitting")
    [new] = [each for each in json.loads(reviewed.read_text("utf-8"))["glossary"] if each["rule"] == "review#added"]
    text = run("text", FIXTURE / "document.txt")[1].decode()
    assert text[new["evidence"]["start"] : new["evidence"]["end"]] == new["evidence"]["quote"] == "West Lothian"
    assert run("validate", reviewed)[0] == 0
    code, out, err = run("verify", reviewed, FIXTURE / "document.txt")
    assert (code, out) == (0, b"")
    assert "changed by a reviewer" in err[0]


@pytest.mark.parametrize(("text", "code"), [("", 3), ("{", 3), ("[]", 12), ('{"schema_version": "1.0.0"}', 12)])
def test_no_verdicts(run, record, tmp_path, text, code):
    path = tmp_path / "verdicts.json"
    path.write_text(text)
    ended = run("apply", record, path)
    assert (ended[0], ended[1], len(ended[2])) == (code, b"", 1)
