"""Values that a reviewer added, put on what is no plain record of a text: merged records, records of recognised text."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.read.scans import scanned

from ciextract.cli import main
from ciextract.merging import taken_apart
from ciextract.pipeline import parse, read_document
from ciextract.read import recognised
from ciextract.reconciliation.merged import merge
from ciextract.reconciliation.reviewed import apply_to_any
from ciextract.review.adding import ADDED
from ciextract.validation import load_record
from ciextract.verdicts import Kind, Reviewed, Verdict, Verdicts
from ciextract.verification import verify

FIXTURES = Path(__file__).parents[2] / "fixtures"
PRINTED, OVERVIEW = (FIXTURES / name / "typst.pdf" for name in ("graded-report", "overview"))
PLAIN = FIXTURES / "graded-report" / "document.txt"
REPORT = FIXTURES / "question-report" / "typst.pdf"
AREA = "West Lothian"


def added(source, record, quote):
    fields = {"term": quote, "definition": "added"}
    verdict = Verdict(kind=Kind.GLOSSARY, quote=quote, occurrence=1, verdict="added", seen={}, added=fields)
    reviewed = Reviewed(record_id="x", sha256=record.source.sha256, file_name=source.name, values={})
    return Verdicts(reviewed=reviewed, verdicts=[verdict])


def of_reviewer(record):
    return [each for each in record.glossary if each.rule == ADDED]


@pytest.fixture(scope="module")
def merged():
    """The record of an inspection of which two files and an overview tell, with the record of the one that is printed."""
    read = [parse(each) for each in (PRINTED, PLAIN, OVERVIEW)]
    found = merge(read).records
    return next(each for each in found if read[0].source.sha256 in {source.sha256 for source in each.sources}), read[0]


class TestMerged:
    def test_words_of_another_of_its_documents_are_not_found(self, merged):
        whole, printed = merged
        quote = next(part.record.evaluations[0].evidence.quote for part in taken_apart(whole) if part.several)
        applied = apply_to_any(whole, added(PRINTED, printed, quote), read_document(PRINTED.read_bytes()))
        assert [misfit.why for misfit in applied.misfits] == ["not found"]
        assert of_reviewer(applied.record) == []

    def test_without_the_document_nothing_is_added(self, merged):
        whole, printed = merged
        applied = apply_to_any(whole, added(PRINTED, printed, AREA))
        assert "--source" in applied.misfits[0].why
        assert of_reviewer(applied.record) == []

    def test_the_value_is_signed_in_its_own_document_and_proven_there(self, merged):
        whole, printed = merged
        applied = apply_to_any(whole, added(PRINTED, printed, AREA), read_document(PRINTED.read_bytes()))
        assert (applied.added, applied.misfits) == (1, ())
        [new] = of_reviewer(applied.record)
        source = applied.record.sources[applied.record.documents[new.document].source]
        assert (source.sha256, new.evidence.quote) == (printed.source.sha256, AREA)
        assert applied.record.sources[new.evidence.source].sha256 == printed.source.sha256
        for path in (PRINTED, PLAIN, OVERVIEW):
            assert verify(applied.record, path.read_bytes(), second_reader=True).failures == ()
        held = applied.record.to_dict()
        held["glossary"][applied.record.glossary.index(new)]["evidence"]["boxes"][0][0] += 30
        failures = verify(load_record(json.dumps(held)), PRINTED.read_bytes()).failures
        assert [each.claim for each in failures] == ["boxes"]
        assert failures[0].pointer.startswith(f"/glossary/{applied.record.glossary.index(new)}/")

    def test_once_and_for_all(self, merged):
        whole, printed = merged
        said, document = added(PRINTED, printed, AREA), read_document(PRINTED.read_bytes())
        once = apply_to_any(whole, said, document).record
        again = apply_to_any(once, said, document)
        assert (again.record, again.added, again.misfits) == (once, 0, ())

    def test_it_is_what_merging_the_reviewed_record_gives(self, merged):
        whole, printed = merged
        said, document = added(PRINTED, printed, AREA), read_document(PRINTED.read_bytes())
        reviewed = apply_to_any(printed, said, document).record
        others = [
            part.record
            for part in taken_apart(whole)
            if part.record.source.sha256 != printed.source.sha256 and not part.several
        ]
        first = next(each for each in merge([reviewed, *others]).records if of_reviewer(each))
        assert of_reviewer(first) == of_reviewer(apply_to_any(whole, said, document).record)


@pytest.fixture
def ciextract(capsysbinary):
    def ciextract(*words):
        code = main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return code, out, err.decode()

    return ciextract


class TestRecognised:
    """A scan, of which the PDF that it was made of stands for the copy with recognised text."""

    @pytest.fixture(autouse=True)
    def _recognising(self, monkeypatch):
        monkeypatch.setattr(recognised, "_unlocked", lambda source, password: source)
        monkeypatch.setattr(recognised, "_with_text_layer", lambda *args, **how: REPORT.read_bytes())

    @pytest.fixture
    def scan(self, tmp_path):
        path = tmp_path / "scan.pdf"
        path.write_bytes(scanned(REPORT))
        return path

    @pytest.fixture
    def files(self, scan, tmp_path):
        """The scan's record and verdicts that add a value to it."""
        record = parse(scan, ocr="auto")
        quote = record.key_messages[0].evidence.quote.split()[0]
        paths = tmp_path / "record.json", tmp_path / "verdicts.json"
        for path, what in zip(paths, (record, added(scan, record, quote)), strict=True):
            path.write_text(what.to_json(), encoding="utf-8")
        return paths

    @pytest.mark.parametrize("command", ["review", "apply"])
    def test_without_recognition_it_has_no_text(self, ciextract, scan, files, command):
        words = {"review": [scan, "--record", files[0]], "apply": [*files, "--source", scan]}[command]
        code, out, err = ciextract(command, *words)
        assert (code, out, err.count("\n")) == (5, b"", 1)
        assert "--ocr auto" in err

    def test_pages_recognised_otherwise_are_told(self, scan, files):
        record = load_record(files[0].read_text("utf-8"))
        said = added(scan, record, record.key_messages[0].evidence.quote.split()[0])
        part = replace(read_document(scan.read_bytes(), ocr="auto"), text_layer="mixed", text="Other words")
        assert apply_to_any(record, said, part).misfits[0].why.endswith("give the --ocr that it was parsed with")

    def test_what_is_added_is_signed_and_proven(self, ciextract, scan, files):
        code, out, err = ciextract("apply", *files, "--source", scan, "--ocr", "auto")
        assert (code, "1 added" in err) == (0, True)
        record = load_record(out.decode())
        [new] = of_reviewer(record)
        assert new.evidence.boxes
        assert verify(record, scan.read_bytes(), ocr="auto", second_reader=True).failures == ()

    def test_its_page_has_its_pages_and_its_values(self, ciextract, scan, files):
        code, page, _ = ciextract("review", scan, "--record", files[0], "--ocr", "auto")
        record = load_record(files[0].read_text("utf-8"))
        assert (code, page.count(b"<figure")) == (0, record.source.pages)
