"""Whatever goes wrong: one printable line on standard error, nothing on standard output, the documented code."""

import os
import re
from pathlib import Path

import pytest

from ciextract import errors, intake
from ciextract.cli import codes
from ciextract.printing import printable

EXIT_CODES = Path(__file__).parents[2] / "docs" / "exit-codes.md"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["prase"],
        ["--verbose"],
        ["parse"],
        ["parse", "--strickt", "report.pdf"],
        ["parse", "one.pdf", "two.pdf"],
        ["parse", "report.pdf", "--indent", "two"],
        ["parse", "report.pdf", "--indent", "99"],
        ["parse", "report.pdf", "--output"],
        ["parse", "report.pdf", "--encoding", "utf-9"],
        ["parse", "report.pdf", "--encoding", "a\0b"],
        ["parse", "report.pdf", "--retrieved", "20261130"],
        ["parse", "report.pdf", "--retrieved", "2026-02-30"],
        ["parse", "report.pdf", "--source-url", "https://reports.test/\udcff"],
        ["parse", "report.pdf", "--source-url", "ftp://reports.test/1.pdf"],
        ["parse", "report.pdf", "--source-url", "reports.test/1.pdf"],
        ["parse", "report.pdf", "--\x1b[31m"],
        ["sections", "report.pdf", "--json"],
        ["schema", "somewhere"],
        ["validate"],
    ],
    ids=lambda words: ascii(" ".join(words))[1:-1],
)
def test_wrong_use_is_one_line(run, words):
    ended = run(*words)
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)
    assert re.match(r"ciextract: .+; see ciextract .*--help$", ended.lines[0])
    assert printable(ended.lines[0]) == ended.lines[0]


@pytest.mark.parametrize("command", ["parse", "text", "sections"])
class TestLibraryErrors:
    @pytest.mark.parametrize(
        ("error", "code"),
        [
            ("UnreadableDocument", 3),
            ("PasswordRequired", 4),
            ("NoText", 5),
            ("LimitExceeded", 6),
            ("BadConfiguration", 9),
        ],
    )
    def test_line_and_code(self, run, write, command, error, code):
        path = write("bad.txt", f"raise {error}")
        ended = run(command, path)
        assert (ended.code, ended.out) == (code, b"")
        assert ended.err == f"ciextract: {path}: something is wrong; mend it\n"

    @pytest.mark.parametrize("error", ["MemoryError", "RecursionError"])
    def test_too_large_and_too_deep(self, run, write, command, error):
        ended = run(command, write("bad.txt", f"raise {error}"))
        assert (ended.code, ended.out, len(ended.lines)) == (6, b"", 1)

    @pytest.mark.parametrize("error", ["ValueError", "EOFError", "KeyError", "OSError"])
    def test_a_bug_names_its_type_and_nothing_of_the_document(self, run, write, command, error):
        path = write("bad.txt", f"raise {error}")
        ended = run(command, path)
        assert (ended.code, ended.out, len(ended.lines)) == (1, b"", 1)
        assert "please report it" in ended.err
        assert "secret" not in ended.err

    def test_a_bug_is_traced_on_request_only(self, run, write, command, monkeypatch):
        monkeypatch.setenv("CIEXTRACT_DEBUG", "1")
        ended = run(command, write("bad.txt", "raise ValueError"))
        assert ended.code == 1
        assert ended.lines[0] == "Traceback (most recent call last):"
        assert "unexpected ValueError" in ended.lines[-1]

    def test_input_that_cannot_be_read(self, run, command, tmp_path):
        for path, what in [
            (tmp_path / "none.pdf", "no such file or directory; check the path"),
            (tmp_path, "is a directory; name a file in it"),
        ]:
            ended = run(command, path)
            assert (ended.code, ended.out, ended.err) == (3, b"", f"ciextract: {path}: {what}\n")

    @pytest.mark.skipif(os.geteuid() == 0, reason="everything may be read by root")
    def test_input_that_may_not_be_read(self, run, command, report):
        report.chmod(0)
        assert run(command, report).code == 3

    def test_input_over_the_limit(self, run, command, report, monkeypatch):
        monkeypatch.setattr(intake, "LARGEST_INPUT", 10)
        ended = run(command, report)
        assert (ended.code, ended.out, len(ended.lines)) == (6, b"", 1)

    def test_a_hostile_name_is_made_printable(self, run, command, tmp_path):
        ended = run(command, tmp_path / "a\x1b[31m\n\u202eb\udcff")
        assert len(ended.lines) == 1
        assert r"a\x1b[31m\n\u202eb\udcff: no such file" in ended.err

    def test_standard_input_has_a_name(self, run, command):
        ended = run(command, "-", stdin=b"raise NoText")
        assert ended.err == "ciextract: standard input: something is wrong; mend it\n"


def test_the_documented_codes_are_those_of_errors_and_commands():
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", EXIT_CODES.read_text("utf-8"), re.MULTILINE)}
    raised = {error.exit_code for error in vars(errors).values() if hasattr(error, "exit_code")}
    returned = {code for name, code in vars(codes).items() if name.isupper()}
    assert raised | returned | {0} == documented


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Café – “good” or better £5 日本 😀", None),
        ("a\tb\nc\r", r"a\tb\nc\r"),
        ("\x00\x1b\x7f\x80\x9b", r"\x00\x1b\x7f\x80\x9b"),
        ("\u061c\u200e\u202a\u202e\u2066\u2069\u2028", r"\u061c\u200e\u202a\u202e\u2066\u2069\u2028"),
        ("\udcff\U000e0041", r"\udcff\U000e0041"),
        ("soft\xadhyphen no\xa0break", None),
    ],
)
def test_printable(text, shown):
    assert printable(text) == (text if shown is None else shown)


def test_printable_keeps_what_it_is_told_to():
    assert printable("a\tb\n\x1b", keep="\n\t") == "a\tb\n\\x1b"
