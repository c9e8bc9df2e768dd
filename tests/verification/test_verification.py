"""What a source bears out, and what it does not: records of every fixture, and records that were tampered with."""

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.paged.pages import pdf, words
from tests.read.scans import scanned

from ciextract import parse
from ciextract.errors import NoText, PasswordRequired
from ciextract.quantities.scales import scale
from ciextract.read import recognised
from ciextract.validation import load_record
from ciextract.verification import Claim, verify

ROOT = Path(__file__).parents[2]
PDFS = sorted(path for path in ROOT.glob("fixtures/*/*.pdf") if path.with_name("document.txt").exists())
LARGEST = [path for path in PDFS if path.parent.name in ("committee-paper", "graded-report")]
"""Of all producers, with most of what is printed in one place or another: the second reader is the slow one."""
OTHERS = sorted(path for name in ("document.txt", "page.html") for path in ROOT.glob(f"fixtures/*/{name}"))
PDF = ROOT / "fixtures/question-report/typst.pdf"
TEXT = ROOT / "fixtures/question-report/document.txt"
LOCKED = ROOT / "tests/read/samples/needs-password.pdf"


def named(path):
    return f"{path.parent.name}-{path.name}"


@cache
def json_of(path):
    return json.dumps(parse(path).to_dict())


def failures(path, tamper, **how):
    """What is wrong with the record of a file after ``tamper`` was at it."""
    value = json.loads(json_of(path))
    tamper(value)
    return verify(load_record(json.dumps(value)), path.read_bytes(), **how).failures


def claims(path, tamper, **how):
    return [(failure.claim, failure.pointer) for failure in failures(path, tamper, **how)]


@pytest.mark.parametrize("path", PDFS, ids=named)
def test_the_words_in_its_boxes_bear_out_the_record_of_a_pdf(path):
    found = verify(parse(path), path.read_bytes(), second_reader=path in LARGEST)
    assert (found.failures, found.notes) == ((), ())
    assert found.boxes >= found.quotes > 10


@pytest.mark.parametrize("path", OTHERS, ids=named)
def test_a_text_bears_out_its_record(path):
    found = verify(parse(path), path.read_bytes(), second_reader=True)
    assert (found.failures, found.notes, found.boxes) == ((), (), 0)
    assert found.quotes > 5


class TestRecognisedText:
    """A scan, of which the PDF that it was made of stands for the copy with recognised text."""

    @pytest.fixture(autouse=True)
    def _recognising(self, monkeypatch):
        monkeypatch.setattr(recognised, "_unlocked", lambda source, password: source)
        monkeypatch.setattr(recognised, "_with_text_layer", lambda *args, **how: PDF.read_bytes())

    def test_without_it_there_is_nothing_to_look_at(self):
        scan = scanned(PDF)
        with pytest.raises(NoText, match="--ocr auto"):
            verify(parse(scan, ocr="auto"), scan)

    def test_where_only_one_of_the_two_has_it_that_is_told(self):
        scan = scanned(PDF, {1})
        found = verify(parse(scan, ocr="auto"), scan)
        assert found.failures
        assert found.notes[0].startswith("its text layer was mixed, it is embedded now: give the --ocr")

    @pytest.mark.parametrize("second_reader", [False, True])
    def test_it_bears_out_the_record_boxes_too(self, second_reader):
        scan = scanned(PDF)
        found = verify(parse(scan, ocr="auto"), scan, ocr="auto", second_reader=second_reader)
        assert (found.failures, found.notes) == ((), ())
        assert found.boxes > 10


class TestTampering:
    def test_a_letter_of_a_quote(self):
        def tamper(record):
            quote = record["proportions"][2]["evidence"]["quote"]
            record["proportions"][2]["evidence"]["quote"] = "x" + quote[1:]

        [failure] = failures(PDF, tamper)
        assert (failure.claim, failure.pointer) == (Claim.TEXT, "/proportions/2/evidence/quote")
        assert failure.found == "x" + failure.expected[1:]

    def test_a_letter_of_a_section(self):
        def tamper(record):
            record["sections"][4]["text"] = record["sections"][4]["text"].replace("e", "a", 1)

        assert claims(PDF, tamper) == [(Claim.TEXT, "/sections/4/text")]

    def test_a_page_off_by_one(self):
        def tamper(record):
            record["key_messages"][0]["evidence"]["page"] += 1

        assert claims(PDF, tamper) == [(Claim.PAGE, "/key_messages/0/evidence/page")]

    def test_a_line_off_by_one(self):
        def tamper(record):
            record["key_messages"][0]["evidence"]["line"] += 1

        assert claims(TEXT, tamper) == [(Claim.LINE, "/key_messages/0/evidence/line")]

    @pytest.mark.parametrize("second_reader", [False, True])
    @pytest.mark.parametrize(
        "move", [(0, 14, 0, 14), (20, 0, 20, 0), (0, 0, 30, 0), (12, 0, 0, 0), (0, 0, 0, 14), (0, 0, 0, -9)]
    )
    def test_a_box_that_was_moved_or_resized(self, move, second_reader):
        def tamper(record):
            evidence = record["proportions"][1]["evidence"]
            evidence["boxes"] = [[edge + by for edge, by in zip(box, move, strict=True)] for box in evidence["boxes"]]

        assert claims(PDF, tamper, second_reader=second_reader) == [(Claim.BOXES, "/proportions/1/evidence/boxes/0")]

    def test_a_box_too_few_and_one_too_many(self):
        def fewer(record):
            record["key_messages"][0]["evidence"]["boxes"].pop()

        def more(record):
            record["key_messages"][0]["evidence"]["boxes"].append([1.0, 1.0, 2.0, 2.0])

        assert claims(PDF, fewer) == [(Claim.BOXES, "/key_messages/0/evidence/boxes")]
        [(claim, pointer)] = claims(PDF, more)
        assert claim is Claim.BOXES
        assert pointer.startswith("/key_messages/0/evidence/boxes/")

    def test_shifted_offsets(self):
        def tamper(record):
            for name in ("start", "end"):
                record["evaluations"][0]["evidence"][name] += 1

        assert (Claim.TEXT, "/evaluations/0/evidence/quote") in claims(PDF, tamper)

    def test_a_hash_and_a_size(self):
        def tamper(record):
            record["source"]["sha256"] = "0" * 64
            record["source"]["bytes"] += 1

        found = claims(PDF, tamper)
        assert found[:2] == [(Claim.HASH, "/source/sha256"), (Claim.BYTES, "/source/bytes")]
        assert len(found) == 2

    @pytest.mark.parametrize(
        ("pointer", "name", "value"),
        [("evaluations", "grade", None), ("proportions", "relation", "at_most"), ("key_messages", "number", 77)],
    )
    def test_a_value_that_its_words_do_not_give(self, pointer, name, value):
        def tamper(record):
            entry = record[pointer][0]
            entry[name] = value
            if name == "grade":
                entry.update(status="not_evaluated", score=None)

        assert (Claim.PARSING, f"/{pointer}/0/{name}") in claims(TEXT, tamper)

    def test_an_entry_that_is_left_out_and_one_that_is_made_up(self):
        def fewer(record):
            del record["evaluations"][0]

        def more(record):
            record["key_messages"].append({**record["key_messages"][0], "text": "All of it was excellent."})

        [failure] = failures(TEXT, fewer)
        assert (failure.claim, failure.found) == (Claim.PARSING, "nothing")
        [failure] = failures(TEXT, more)
        assert (failure.claim, failure.expected) == (Claim.PARSING, "nothing")


def test_another_document_is_told_once():
    found = verify(parse(PDF), TEXT.read_bytes())
    assert {failure.claim for failure in found.failures} == {Claim.HASH, Claim.BYTES}
    assert "another document" in found.notes[0]


def test_what_another_version_read_otherwise_is_a_note():
    value = json.loads(json_of(TEXT))
    value["extractor"]["version"] = "0.0.1"
    value["key_messages"][0]["number"] = 77
    found = verify(load_record(json.dumps(value)), TEXT.read_bytes())
    assert found.failures == ()
    assert "0.0.1" in found.notes[0]


def test_the_scale_of_the_record_is_applied_again():
    record = parse(TEXT, scale=scale("education-scotland"))
    assert any(one.bounds.scale for one in record.proportions)
    assert verify(record, TEXT.read_bytes()).failures == ()


def test_a_locked_document_needs_its_password():
    record = parse(LOCKED, password="secret")
    content = LOCKED.read_bytes()
    with pytest.raises(PasswordRequired):
        verify(record, content)
    assert verify(record, content, password="secret", second_reader=True).failures == ()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turned_and_cropped_pages(rotate):
    content = pdf(
        [words(100, 700, "Statement 1: Most children were safe"), words(100, 660, "We read 54% of the records.")],
        rotate=rotate, crop=(60, 60, 500, 800),
    )  # fmt: skip
    found = verify(parse(content), content, second_reader=True)
    assert found.failures == ()
    assert found.boxes > 0


LEAVES = st.sampled_from(["start", "page", "boxes", "quote"])


@settings(max_examples=max(20, settings.default.max_examples // 5))
@given(st.data(), LEAVES, st.integers(1, 40))
def test_no_evidence_is_tampered_with_unseen(data, leaf, by):
    def tamper(record):
        entry = record["proportions"][data.draw(st.integers(0, len(record["proportions"]) - 1))]["evidence"]
        if leaf == "quote":
            entry["quote"] = "~" + entry["quote"][1:]
        elif leaf == "boxes":
            entry["boxes"][0] = [entry["boxes"][0][0] + by, *entry["boxes"][0][1:3], entry["boxes"][0][3]]
        elif leaf == "start":
            entry["start"], entry["end"] = entry["start"] - by, entry["end"] - by
        else:
            entry["page"] += by

    assert failures(PDF, tamper)
