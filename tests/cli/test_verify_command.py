"""`ciextract verify`: a record and its source in, failures on lines, exit codes. Proofs stand in tests/verification."""

import json
from pathlib import Path

import pytest

from ciextract.cli import main

ROOT = Path(__file__).parents[2]
PDF = ROOT / "fixtures/news-release/typst.pdf"
LOCKED = ROOT / "tests/read/samples/needs-password.pdf"


@pytest.fixture
def verify(capsysbinary):
    """Run words on the real pipeline: the record must be of a real document."""

    def verify(*words):
        code = main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return verify


@pytest.fixture
def record(verify):
    return json.loads(verify("parse", PDF, "--quiet")[1])


@pytest.fixture
def stored(write):
    return lambda record: write("record.json", json.dumps(record))


def test_a_sound_record(verify, record, stored):
    code, out, err = verify("verify", stored(record), PDF, "--second-reader")
    assert (code, out) == (0, "")
    assert err.startswith("ciextract: ok, ")
    assert verify("verify", stored(record), PDF, "--quiet") == (0, "", "")


def test_each_failure_is_a_line(verify, record, stored):
    quote = record["quotations"][0]["evidence"]["quote"]
    record["quotations"][0]["evidence"]["quote"] = "\x1b" + quote[1:]
    record["source"]["sha256"] = "0" * 64
    code, out, err = verify("verify", stored(record), PDF)
    assert code == 12
    one, other = out.splitlines()
    assert one.startswith("hash: /source/sha256: expected ")
    assert one.endswith(f"; found {'0' * 64}")
    assert other.startswith("text: /quotations/0/evidence/quote: expected ")
    assert "\\x1b" in other
    assert "\x1b" not in other
    assert err.startswith("ciextract: 2 failures; ")


def test_json(verify, record, stored):
    record["source"]["bytes"] += 1
    code, out, _ = verify("verify", stored(record), PDF, "--json")
    value = json.loads(out)
    assert code == 12
    assert value["failures"] == [
        {
            "claim": "bytes", "pointer": "/source/bytes", "expected": str(PDF.stat().st_size),
            "found": str(PDF.stat().st_size + 1),
        }
    ]  # fmt: skip
    assert value["notes"] == []
    assert value["boxes"] >= value["quotes"] > 0


def test_another_version_is_a_note(verify, record, stored):
    record["extractor"]["version"] = "0.0.1"
    code, out, err = verify("verify", stored(record), PDF)
    assert (code, out) == (0, "")
    assert "note: made by version 0.0.1" in err


def test_a_password(verify, write):
    secret = write("secret", "secret\n")
    record = write("locked.json", verify("parse", LOCKED, "--password-file", secret, "--quiet")[1])
    assert verify("verify", record, LOCKED)[0] == 4
    assert verify("verify", record, LOCKED, "--password-file", secret)[0] == 0


def test_what_cannot_be_read(verify, record, stored, write, tmp_path):
    assert verify("verify", write("a.json", "{}"), PDF)[:2] == (3, "")
    assert verify("verify", stored(record), tmp_path / "none.pdf")[:2] == (3, "")
    assert verify("verify", "-", "-")[:2] == (2, "")


def test_an_unknown_way_of_recognising_is_refused(verify, record, stored):
    code, out, err = verify("verify", stored(record), PDF, "--ocr", "sometimes")
    assert (code, out) == (2, "")
    assert "'sometimes' is none of never, auto, force" in err


def test_text_that_a_page_has_is_not_recognised(verify, record, stored):
    assert verify("verify", stored(record), PDF, "--ocr", "auto", "--quiet") == (0, "", "")
