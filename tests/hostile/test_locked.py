"""PDFs encrypted in every way that there is: with what they open, and what is told where they do not."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import _room_for_what_is_loaded as _room_for_what_is_loaded

from ciextract.cli import main

LOCKED = Path(__file__).parents[1] / "read" / "samples" / "locked"
PLAIN = LOCKED / "plain.pdf"
WAYS = ["r3-rc4", "r4-rc4", "r4-aes", "r5-aes", "r6-aes"]
KEYS = [
    *((way, key) for way in WAYS for key in ("secret", "owner")),
    ("r3-rc4-latin-1", "sésame"), ("r3-rc4-latin-1", "owner"), ("r6-aes-utf-8", "сезам-sésame"), ("r6-aes-utf-8", "owner"),
]  # fmt: skip
OF_THE_FILE = ("record_id", "source")
NO_COPYING = "warning: the document does not permit its text to be copied"


@pytest.fixture
def run(capsysbinary, tmp_path):
    """Run words of the command line, with a password in a file where one is given."""

    def run(*words, password=None):
        if password is not None:
            key = tmp_path / "password"
            key.write_bytes(password if isinstance(password, bytes) else password.encode())
            words = (*words, "--password-file", key)
        code = main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return code, out, err.decode().splitlines()

    return run


def said(record):
    """What a record says of the document, whatever file it came in."""
    return {name: value for name, value in json.loads(record).items() if name not in OF_THE_FILE}


def sample(name):
    return LOCKED / f"{name}.pdf"


@pytest.mark.parametrize("way", [*WAYS, "r3-rc4-latin-1", "r6-aes-utf-8"])
@pytest.mark.parametrize(
    ("password", "what"), [(None, "needs a password"), ("", "needs a password"), ("guess", "wrong password")]
)
def test_without_its_password_nothing_comes_out(run, way, password, what):
    code, out, err = run("parse", sample(way), password=password)
    assert (code, out) == (4, b"")
    assert err == [f"ciextract: {sample(way)}: {what}; give it with --password-file"]


@pytest.mark.parametrize(("way", "password"), KEYS)
def test_the_user_s_and_the_owner_s_password_give_the_record_of_the_plain_file(run, way, password):
    code, out, err = run("parse", sample(way), "--quiet", password=password)
    assert (code, err) == (0, [])
    assert said(out) == said(run("parse", PLAIN, "--quiet")[1])


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\nanother line\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_password_is_the_first_line_of_its_file(run, mark, ending):
    assert run("text", sample("r6-aes-utf-8"), password=f"{mark}сезам-sésame{ending}")[0] == 0


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("password", [None, "", "of another file"])
def test_what_may_not_be_copied_is_read_and_told_once_be_a_password_given_or_not(run, way, password):
    code, out, err = run("parse", sample(f"{way}-no-copying"), password=password)
    assert code == 0
    assert [line.split(": ", 2)[2] for line in err].count(NO_COPYING) == 1
    assert [each["code"] for each in json.loads(out)["warnings"]].count("permissions") == 1
    assert said(out)["sections"] == said(run("parse", PLAIN)[1])["sections"]


@pytest.mark.parametrize("way", WAYS)
def test_the_owner_may_copy(run, way):
    _, out, err = run("parse", sample(f"{way}-no-copying"), password="owner")
    assert "permissions" not in [each["code"] for each in json.loads(out)["warnings"]]
    assert not any(NO_COPYING in line for line in err)


@pytest.mark.parametrize(
    ("name", "password"), [("r4-aes", "secret"), ("r6-aes", "owner"), ("r6-aes-no-copying", "other")]
)
def test_a_record_is_proved_by_both_readers(run, tmp_path, name, password):
    record = tmp_path / "record.json"
    run("parse", sample(name), "--output", record, password=password)
    code, out, _ = run("verify", record, sample(name), "--second-reader", password=password)
    assert (code, out) == (0, b"")


def test_one_password_for_many_documents(run, tmp_path):
    """It opens those that it fits; those that need none are read, and only those with another one are refused."""
    out = tmp_path / "out"
    code, _, _ = run("batch", LOCKED / "*.pdf", "--out", out, password="secret")
    assert code == 10
    entries = [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]
    refused = {Path(entry["input"]).stem: entry["exit_code"] for entry in entries if entry["status"] == "refused"}
    assert refused == {"r3-rc4-latin-1": 4, "r6-aes-utf-8": 4}
    assert "secret" not in "".join(path.read_text("utf-8") for path in out.rglob("*") if path.is_file())
