"""Files of users that are made to do harm: programmes, scales, verdicts and records. One line, and the code for it."""

import json
import os

import pytest
from tests.cli.standin import invented_record, read_document
from tests.cli.test_programme_command import FILE

from ciextract.batch import limits
from ciextract.batch.messages import Made
from ciextract.cli import isolated
from ciextract.errors import BadConfiguration
from ciextract.verification import proving

RECORD = invented_record("A title\nand words\n").to_dict()
SLOW = [r"(a+)+$", r"(\w+\s*)+\.", r"(?:\w+ )*were", r".*?all of the .*?good", r"(.*)*=", "(x+x+)+y", r"([a-z]+)*\d"]
QUICK = [r"\bplaces to play\b", r"joint inspections? of (?:\w+ ){1,3}play", r"\d{1,4} of \d{1,4}"]


def with_pattern(pattern):
    return FILE.replace(r"'\bplaces to play\b'", json.dumps(pattern))


def with_indicator_pattern(pattern):
    return FILE.replace('name = "Room for play"', f'name = "Room for play"\npatterns = [{json.dumps(pattern)}]')


@pytest.fixture
def programme(write):
    return lambda text: write("mine.toml", text)


@pytest.mark.parametrize("made", [with_pattern, with_indicator_pattern])
@pytest.mark.parametrize("pattern", SLOW)
def test_a_slow_pattern_is_a_flaw_with_its_place(run, programme, made, pattern):
    ended = run("programme", "check", programme(made(pattern)))
    assert ended.code == 9
    (line,) = [line for line in ended.out.decode().splitlines() if "takes too long" in line]
    assert "sign 1 (places-to-play): pattern" in line or "indicator 1 (Room for play): patterns" in line


@pytest.mark.parametrize("pattern", QUICK)
def test_a_quick_pattern_is_none(run, programme, pattern):
    ended = run("programme", "check", programme(with_indicator_pattern(pattern)))
    assert (ended.code, ended.out) == (0, b"")


@pytest.mark.parametrize("pattern", ["(" * 5000 + ")" * 5000, "a{99999999999999}", "(?P<a>", "[a"])
@pytest.mark.parametrize("made", [with_pattern, with_indicator_pattern])
def test_what_cannot_be_compiled_is_a_flaw(run, programme, made, pattern):
    ended = run("programme", "check", programme(made(pattern)), "--quiet")
    assert (ended.code, ended.err) == (9, "")
    assert b"is no regular expression" in ended.out


@pytest.mark.parametrize("command", ["parse", "sections", "explain"])
def test_a_slow_pattern_is_refused_before_the_document_is_read(run, report, programme, command):
    ended = run(command, report, "--programme", programme(with_pattern("(a+)+$")))
    assert (ended.code, ended.out, len(ended.lines)) == (9, b"", 1)
    assert "takes too long" in ended.err


def test_a_slow_pattern_is_refused_before_a_batch_begins(run, report, programme, tmp_path):
    out = tmp_path / "out"
    ended = run("batch", report, "--out", out, "--programme", programme(with_pattern("(a+)+$")))
    assert (ended.code, len(ended.lines), out.exists()) == (9, 1, False)


HARMFUL = {
    "deep": "a = " + "[" * 100_000,
    "digits": "years = [" + "9" * 5000 + "]",
    "dots": ".".join("a" * 100_000) + " = 1",
    "nested keys": ".".join("a" * 150) + " = 1",
    "nested value": "title." + ".".join("a" * 150) + " = 1",
    "not a number": "name = 'x'\n[[range]]\nquantifier = 'most'\nlow = nan\nhigh = inf",
    "twice": "name = 'x'\nname = 'y'",
    "large": "#" * 1_000_001,
    "no text": b"\xff\xfe\x00",
    "nothing": "",
}


@pytest.mark.parametrize("harm", HARMFUL)
@pytest.mark.parametrize("words", [("--programme",), ("--scale",)])
def test_harmful_settings_are_one_line(run, report, write, harm, words):
    ended = run("parse", report, *words, write("mine.toml", HARMFUL[harm]))
    assert (ended.code, ended.out, len(ended.lines)) == (9, b"", 1)
    assert len(ended.err) < 1000


def test_a_byte_order_mark_is_no_part_of_a_file_of_settings(run, programme):
    ended = run("programme", "check", programme(f"\ufeff{FILE}"))
    assert (ended.code, ended.out) == (0, b"")


def test_settings_without_end_are_read_no_further_than_their_cap(run, report, tmp_path):
    endless = tmp_path / "endless.toml"
    endless.symlink_to("/dev/zero")
    for option in ("--programme", "--scale"):
        ended = run("parse", report, option, endless)
        assert (ended.code, len(ended.lines)) == (9, 1)
        assert "larger than 1000000 bytes" in ended.err


def hanging(request, progress):
    while True:
        pass


def dying(request, progress):
    os.abort()


@pytest.mark.parametrize("work", [hanging, dying])
def test_what_hangs_or_dies_over_a_user_s_file_is_a_wrong_file(monkeypatch, work):
    monkeypatch.setattr(isolated, "SETTLED", 0.2)
    with pytest.raises(BadConfiguration, match=r"mine\.toml: cannot be checked: "):
        isolated.settled(work, "mine.toml")


def test_what_reads_a_user_s_file_is_confined():
    made = isolated.settled(lambda request, progress: Made(str(os.getpid()).encode()), "mine.toml")
    assert int(made.data) != os.getpid()


@pytest.mark.parametrize("words", [("text",), ("parse",), ("programme", "new")])
@pytest.mark.parametrize("document", ["hang", "die SIGKILL"])
def test_a_document_that_hangs_or_kills_costs_no_more_than_itself(run, write, words, document):
    ended = run(*words, write("report.txt", document), "--timeout", "0.5")
    assert (ended.code, ended.out, len(ended.lines)) == (6 if document == "hang" else 7, b"", 1)


@pytest.mark.parametrize("document", ["hang", "die SIGKILL"])
def test_the_document_of_a_record_is_read_by_a_child_too(run, write, monkeypatch, document):
    monkeypatch.setattr(proving, "read_document", read_document)
    path, code = write("report.txt", document), 6 if document == "hang" else 7
    record = write("record.json", json.dumps(RECORD))
    for words in (("verify", record, path), ("diff", record, path)):
        ended = run(*words, "--timeout", "0.5")
        assert (ended.code, ended.out, len(ended.lines)) == (code, b"", 1)


@pytest.mark.parametrize("seconds", ["nan", "inf", "1e300", "0", "-1"])
def test_a_time_that_no_clock_can_keep_is_wrong_use(run, report, seconds):
    ended = run("parse", report, "--timeout", seconds)
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)


def test_a_memory_that_no_machine_has_is_wrong_use(run, report):
    ended = run("parse", report, "--max-memory", "9" * 30)
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)


BAD_JSON = {
    "deep": "[" * 100_000 + "]" * 100_000,
    "deep object": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "not a number": json.dumps(RECORD | {"complete": float("nan")}),
    "infinite": json.dumps(RECORD | {"complete": 1}).replace('"complete": 1', '"complete": 1e999'),
    "digits": '{"complete": ' + "9" * 5000 + "}",
    "twice": "{" + '"a": 1, ' * 100_000 + '"a": 1}',
    "long names": '{"' + "n" * 100_000 + '": [' + "1, " * 50_000 + "1]}",
    "nothing": "",
}
READERS = [
    ("compare", "{}"), ("reconcile", "{}"), ("merge", "{}"), ("upgrade", "{}"), ("diff", "{}", "{}"),
    ("ask", "{}", "share(staff) > 75"), ("export", "{}", "--to", "{to}"), ("apply", "{}", "{}"),
    ("validate", "{}"), ("review", "{report}", "--record", "{}"), ("verify", "{}", "{report}"),
]  # fmt: skip


# What does not begin as an object is a document to diff, not a record.
HARMED = [
    pytest.param(words, harm, id=f"{words[0]} {harm}")
    for words in READERS
    for harm, text in BAD_JSON.items()
    if words[0] != "diff" or text.startswith("{")
]


@pytest.mark.parametrize(("words", "harm"), HARMED)
def test_harmful_records_are_refused_by_every_command(run, report, write, tmp_path, words, harm):
    record = write("record.json", BAD_JSON[harm])
    named = {"{}": record, "{report}": report, "{to}": tmp_path / "tables"}
    ended = run(*(named.get(word, word) for word in words))
    assert ended.code in ((3, 12) if words[0] == "validate" else (3,))
    assert len(ended.lines) <= 2
    assert "Traceback" not in ended.err
    assert len(ended.err) < 2000


@pytest.mark.parametrize("harm", BAD_JSON)
def test_harmful_verdicts_are_refused(run, write, harm):
    record, verdicts = write("record.json", json.dumps(RECORD)), write("verdicts.json", BAD_JSON[harm])
    ended = run("apply", record, verdicts)
    assert ended.code in (3, 12)
    assert (ended.out, len(ended.lines)) == (b"", 1)


def test_a_record_that_is_too_large_is_over_a_limit(run, write, monkeypatch):
    import ciextract.validation

    monkeypatch.setattr(ciextract.validation, "LONGEST", 100)
    ended = run("diff", write("a.json", json.dumps(RECORD)), write("b.json", json.dumps(RECORD)))
    assert (ended.code, len(ended.lines)) == (6, 1)


def test_limits_are_within_what_the_system_can_keep():
    assert limits.Limits(timeout=1_000_000).allowed(0, 0) < 2**31


OF_ONE = [
    ("verify", "{}", "{report}"), ("diff", "{}", "{report}"), ("apply", "{}", "{report}"),
    ("review", "{report}", "--record", "{}"),
]  # fmt: skip


@pytest.mark.parametrize("words", OF_ONE, ids=" ".join)
def test_a_command_of_one_record_says_of_two_what_the_others_say(run, report, write, words):
    records = write("records.jsonl", json.dumps(RECORD) + "\n" + json.dumps(RECORD) + "\n")
    ended = run(*({"{}": records, "{report}": report}.get(word, word) for word in words))
    assert (ended.code, ended.out) == (3, b"")
    assert ended.lines == [f"ciextract: {records}: 2 records; give a file of one record"]
