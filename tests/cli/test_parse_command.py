"""`ciextract parse`: one record on standard output or in a file, or nothing."""

import json
import os

import pytest

from ciextract.cli import parse as parse_module
from ciextract.validation import load_record


def test_one_record_and_a_newline(run, report):
    ended = run("parse", report)
    assert ended.code == 0
    assert ended.err == ""
    assert ended.out.endswith(b"}\n")
    record = load_record(ended.out.decode())
    assert record.source.file_name == "report.txt"


def test_letters_outside_ascii_are_utf_8(run, report):
    assert "“good”".encode() in run("parse", report).out


@pytest.mark.parametrize("variables", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_the_locale_changes_nothing(spawn, run, report, variables):
    assert spawn("parse", report, env=variables).out == run("parse", report).out


def test_indent_and_compact_hold_one_record(run, report):
    two, four, none, compact = (
        run("parse", report, *words).out for words in ([], ["--indent", 4], ["--indent", 0], ["--compact"])
    )
    assert two.startswith(b'{\n  "schema_version"')
    assert four.startswith(b'{\n    "schema_version"')
    assert none.startswith(b'{\n"schema_version"')
    assert compact.startswith(b'{"schema_version":"')
    assert compact.count(b"\n") == 1
    assert json.loads(two) == json.loads(four) == json.loads(none) == json.loads(compact)


def test_standard_input_has_no_name(run, report):
    ended = run("parse", "-", stdin=report.read_bytes())
    assert json.loads(ended.out)["source"]["file_name"] is None


def test_a_name_that_is_no_utf_8_is_percent_encoded(run, report):
    odd = os.path.join(os.fsencode(report.parent), b"caf\xe9.txt")
    os.rename(report, odd)
    ended = run("parse", os.fsdecode(odd))
    assert json.loads(ended.out)["source"]["file_name"] == "caf%E9.txt"


def test_what_the_user_says_of_the_source_is_kept(run, report):
    ended = run("parse", report, "--source-url", "https://reports.test/1.pdf", "--retrieved", "2026-11-30")
    source = json.loads(ended.out)["source"]
    assert (source["url"], source["retrieved"]) == ("https://reports.test/1.pdf", "2026-11-30")


def test_encoding_reaches_the_reader(run, write):
    path = write("latin.txt", "Café\n".encode("latin-1"))
    assert "Café".encode() in run("parse", path, "--encoding", "latin-1").out


def test_controls_are_json_escapes_and_the_values_stay(run, write):
    text = "A \x1b[31m title \x7f\x9b\u202e\n"
    ended = run("parse", write("odd.txt", text))
    assert not {"\x1b", "\x7f", "\x9b", "\u202e"} & set(ended.out.decode())
    assert json.loads(ended.out)["sections"][0]["text"] == text


class TestPassword:
    def test_it_is_the_first_line_of_a_file(self, run, write):
        locked = write("locked.txt", "raise PasswordRequired")
        secret = write("secret", "sésame\r\nnot this\n")
        assert run("parse", locked, "--password-file", secret).code == 0
        assert run("parse", locked).code == 4

    def test_a_file_that_cannot_be_read_is_wrong_use(self, run, report, tmp_path):
        ended = run("parse", report, "--password-file", tmp_path / "none")
        assert (ended.code, len(ended.lines)) == (2, 1)


class TestOutput:
    def test_the_file_holds_what_standard_output_would(self, run, report, tmp_path):
        target = tmp_path / "record.json"
        ended = run("parse", report, "--output", target)
        assert (ended.code, ended.out) == (0, b"")
        assert target.read_bytes() == run("parse", report).out
        assert os.listdir(tmp_path).count("record.json") == len(os.listdir(tmp_path)) - 1

    def test_permissions_are_those_of_any_new_file(self, run, report, tmp_path):
        mask = os.umask(0o027)
        try:
            run("parse", report, "--output", tmp_path / "record.json")
        finally:
            os.umask(mask)
        assert (tmp_path / "record.json").stat().st_mode & 0o777 == 0o640

    def test_permissions_of_a_replaced_file_stay(self, run, report, write):
        target = write("record.json", "old")
        target.chmod(0o604)
        run("parse", report, "--output", target)
        assert target.stat().st_mode & 0o777 == 0o604

    def test_a_link_stays_a_link(self, run, report, write, tmp_path):
        target = write("record.json", "old")
        link = tmp_path / "link.json"
        link.symlink_to(target)
        run("parse", report, "--output", link)
        assert link.is_symlink()
        assert target.read_bytes().startswith(b"{")

    def test_a_device_is_written_to(self, run, report):
        assert run("parse", report, "--output", os.devnull).code == 0
        assert not os.path.isfile(os.devnull)

    @pytest.mark.parametrize("place", [".", "no/such/record.json"])
    def test_what_cannot_be_written_is_told_before_reading(self, run, report, tmp_path, monkeypatch, place):
        monkeypatch.setattr(parse_module, "read_input", lambda file: pytest.fail("it was read"))
        ended = run("parse", report, "--output", tmp_path / place)
        assert (ended.code, ended.out, len(ended.lines)) == (8, b"", 1)

    @pytest.mark.parametrize("step", ["fsync", "replace"])
    def test_a_failed_write_leaves_the_old_file_alone(self, run, report, write, tmp_path, monkeypatch, step):
        def fail(*_):
            raise OSError(28, "No space left on device")

        target = write("record.json", "old")
        monkeypatch.setattr(os, step, fail)
        ended = run("parse", report, "--output", target)
        assert (ended.code, ended.out) == (8, b"")
        assert ended.err == f"ciextract: {target}: no space left on device; free some space or name another file\n"
        assert target.read_text() == "old"
        assert sorted(os.listdir(tmp_path)) == ["record.json", "report.txt"]

    def test_the_document_is_never_overwritten(self, run, report):
        ended = run("parse", report, "--output", report)
        assert (ended.code, len(ended.lines)) == (2, 1)
        assert report.read_text().startswith("Statement 1")

    def test_a_refused_document_leaves_no_file(self, run, write, tmp_path):
        ended = run("parse", write("bad.txt", "raise UnreadableDocument"), "--output", tmp_path / "record.json")
        assert ended.code == 3
        assert os.listdir(tmp_path) == ["bad.txt"]


class TestStrict:
    @pytest.mark.parametrize(
        ("word", "reason"),
        [
            ("damaged", "page 3 could not be read"),
            ("unknown", "no inspection document was recognised"),
            ("odds", "check tally-percent failed"),
        ],
    )
    def test_a_record_that_falls_short_is_refused(self, run, write, word, reason):
        path = write("short.txt", f"A title\n{word}\n")
        assert run("parse", path).code == 0
        ended = run("parse", path, "--strict")
        assert (ended.code, ended.out) == (11, b"")
        assert ended.err == (
            f"ciextract: {path}: refused under --strict: {reason}; parse it without --strict to see the record\n"
        )

    def test_a_sound_record_is_written(self, run, report):
        assert run("parse", report, "--strict").out == run("parse", report).out


class TestRemarks:
    def test_each_is_one_line(self, run, write):
        path = write("a.txt", "A title\ndamaged, undated\n")
        assert run("parse", path).lines == [
            f"ciextract: {path}: incomplete: page 3 could not be read",
            f"ciextract: {path}: warning: no date of publication",
        ]

    def test_quiet_leaves_them_out(self, run, write):
        assert run("parse", write("a.txt", "A title\ndamaged, undated\n"), "--quiet").err == ""
