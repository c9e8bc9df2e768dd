"""ciextract.toml: what is refused and how, what it sets, and what wins over it."""

import json
import os

import pytest

from ciextract.cli import configuration


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder of a project, and one of the user, into which a test writes ciextract.toml."""
    own, user = tmp_path / "project", tmp_path / "user" / "ciextract"
    own.mkdir()
    user.mkdir(parents=True)
    monkeypatch.chdir(own)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))

    def write(text, of_user=False):
        ((user if of_user else own) / "ciextract.toml").write_bytes(text if isinstance(text, bytes) else text.encode())

    return write


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("indnt = 2", "indnt: no such option"),
        ("[parse]\njobs = 2", "parse.jobs: no such option"),
        ("[prase]\nindent = 2", "prase: no such option"),
        ("parse = 2", "parse: is no table"),
        ('indent = "two"', "it is N, as --indent takes it"),
        ("indent = 99", "cannot be 99"),
        ("compact = 1", "it is true or false"),
        ("indent = true", "cannot be True"),
        ("indent = [2]", "cannot be [2]"),
        ('encoding = "utf-9"', "cannot be 'utf-9'"),
        ('errors = "nowhere"', "cannot be 'nowhere'"),
        ('output = "record.json"', "output: no such option"),
        ('[batch]\nout = "records"', "batch.out: no such option"),
        ("indent = ", "not TOML"),
        (b'scale = "\xff"', "not UTF-8 at byte 9"),
        ("[" * 20_000, "not TOML"),
        ("a = " + "[" * 20_000, "nested too deeply"),
        ("#" * 100_001, "larger than 100000 bytes"),
        (".".join("a" * 5000) + " = 1", "line 1 has too many dots"),
        ("indent = " + "9" * 5000, "too many digits"),
    ],
)
@pytest.mark.parametrize("of_user", [False, True])
def test_what_is_wrong_with_it_is_one_line(run, report, project, text, words, of_user):
    project(text, of_user)
    ended = run("parse", report)
    assert (ended.code, ended.out, len(ended.lines)) == (9, b"", 1)
    assert words in ended.err
    assert "ciextract.toml: " in ended.err


def test_its_options_are_defaults(run, report, project):
    expected = run("parse", report, "--compact").out
    project("compact = true")
    assert run("parse", report).out == expected


def test_what_is_said_on_the_command_line_wins(run, report, project):
    expected = run("parse", report, "--indent", 4).out
    project("indent = 0")
    assert run("parse", report, "--indent", 4).out == expected
    assert run("parse", report).out != expected


def test_a_command_s_own_table_wins_over_the_rest_and_the_project_over_the_user(run, report, project):
    project('retrieved = "2026-01-01"\n', of_user=True)
    assert json.loads(run("parse", report).out)["source"]["retrieved"] == "2026-01-01"
    project('retrieved = "2026-02-02"\n')
    assert json.loads(run("parse", report).out)["source"]["retrieved"] == "2026-02-02"
    project('retrieved = "2026-02-02"\n[parse]\nretrieved = "2026-03-03"\n')
    assert json.loads(run("parse", report).out)["source"]["retrieved"] == "2026-03-03"


def test_it_reaches_a_batch(run, report, project, tmp_path):
    project('[batch]\nerrors = "inline"\njobs = 1\n')
    bad = tmp_path / "bad.txt"
    bad.write_text("raise NoText")
    assert run("batch", bad, "--out", tmp_path / "out.jsonl").code == 10
    assert json.loads((tmp_path / "out.jsonl").read_text())["error"]["exit_code"] == 5


def test_the_version_asks_for_no_file(run, project):
    project("wrong")
    assert run("--version").code == 0


class TestDoctor:
    def test_it_names_parts_and_files(self, run, project):
        project("compact = true")
        ended = run("doctor")
        lines = ended.out.decode().splitlines()
        assert ended.code == 0
        assert f"defaults: {configuration.places()[0]}: used" in lines
        assert f"defaults: {configuration.places()[1]}: not there" in lines
        assert any(line.startswith("pypdfium2: ") and " works, " in line for line in lines)
        assert "reading in a process of its own: works" in lines

    def test_it_runs_where_the_defaults_are_wrong_and_says_so(self, run, project):
        project("indnt = 2")
        ended = run("doctor")
        assert ended.code == 9
        assert "indnt: no such option" in ended.out.decode()

    def test_a_part_that_is_missing(self, run, project, monkeypatch):
        from importlib import metadata

        real = metadata.version

        def version(name):
            if name in ("pypdfium2", "distributed"):
                raise metadata.PackageNotFoundError(name)
            return real(name)

        monkeypatch.setattr(metadata, "version", version)
        ended = run("doctor")
        lines = ended.out.decode().splitlines()
        assert ended.code == 9
        assert any(line.startswith("pypdfium2: not installed") for line in lines)
        assert any(
            line.startswith("distributed (for dask): not installed") and "ciextract[dask]" in line for line in lines
        )


def test_a_named_pipe_is_not_waited_for(run, report, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("ciextract.toml")
    ended = run("parse", report)
    assert (ended.code, ended.out, len(ended.lines)) == (9, b"", 1)
    assert "is no file" in ended.err
