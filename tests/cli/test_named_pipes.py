"""A named pipe where a file is asked for is refused at once; a pipe that is open already is read, as it has an end."""

import json
import os
import subprocess
import sys

import pytest
from tests.cli.standin import STANDIN, invented_record

RECORD = json.dumps(invented_record("A title\nand words\n").to_dict())
PIPE = "is a named pipe; name a file, or give it as standard input"
AS_FILE = [
    ("parse", "{}"), ("text", "{}"), ("sections", "{}"), ("explain", "{}", "/record_id"), ("review", "{}"),
    ("programme", "new", "{}"), ("verify", "{}", "{report}"), ("verify", "{record}", "{}"), ("validate", "{}"),
    ("diff", "{}", "{record}"), ("diff", "{record}", "{}"), ("export", "{}", "--to", "{to}"), ("compare", "{}"),
    ("reconcile", "{}"), ("merge", "{}"), ("upgrade", "{}"), ("ask", "{}", "share(staff) > 75"),
    ("apply", "{}", "{record}"), ("apply", "{record}", "{}"), ("review", "{report}", "--record", "{}"),
    ("batch", "--files-from", "{}", "--out", "{to}"),
]  # fmt: skip
AS_SETTINGS = [
    ("programme", "check", "{}"), ("programme", "show", "{}"), ("scales", "{}"), ("parse", "{report}", "--programme", "{}"),
    ("parse", "{report}", "--scale", "{}"), ("batch", "{report}", "--out", "{to}", "--scale", "{}"),
]  # fmt: skip


@pytest.fixture
def named(tmp_path, report, write):
    """The words of a command, a pipe for ``{}``."""
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    names = {"{}": pipe, "{report}": report, "{record}": write("record.json", RECORD), "{to}": tmp_path / "to"}
    return lambda words: [names.get(word, word) for word in words]


@pytest.mark.parametrize("words", AS_FILE, ids=" ".join)
def test_a_pipe_is_no_document_no_record_and_no_list(run, named, words):
    ended = run(*named(words))
    assert (ended.code, ended.out) == (3, b"")
    assert ended.lines[0].endswith(PIPE)
    assert len(ended.lines) == (2 if words[0] == "validate" else 1)


@pytest.mark.parametrize("words", AS_SETTINGS, ids=" ".join)
def test_a_pipe_holds_no_settings(run, named, words):
    ended = run(*named(words))
    assert (ended.code, ended.lines[1:]) == (9, [])
    assert "is a named pipe; name a file that can be read" in ended.err + ended.out.decode()


def test_a_pipe_holds_no_password(run, named):
    ended = run(*named(("parse", "{report}", "--password-file", "{}")))
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)
    assert "cannot be read: is a named pipe" in ended.err


def test_what_a_shell_puts_in_the_place_of_a_command_is_read(report):
    command = f'"{sys.executable}" "{STANDIN}" text <(cat "{report}")'
    ended = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, report.read_bytes(), b"")
