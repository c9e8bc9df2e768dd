"""Words that people type by mistake: an empty name, an output that is an input, a dash where no stream is meant."""

import errno
import json
import os

import pytest
from tests.cli.standin import invented_record

from ciextract.errors import told

RECORD = json.dumps(invented_record("A title\nand words\n").to_dict())
WRITERS = [
    (("parse", "{report}"), "{report}"), (("review", "{report}"), "{report}"),
    (("review", "{report}", "--record", "{record}"), "{record}"), (("apply", "{record}", "{verdicts}"), "{record}"),
    (("apply", "{record}", "{verdicts}"), "{verdicts}"),
    (("apply", "{record}", "{verdicts}", "--source", "{report}"), "{report}"),
    (("merge", "{record}"), "{record}"), (("compare", "{record}"), "{record}"), (("upgrade", "{record}"), "{record}"),
    (("merge", "{folder}"), "{record}"), (("compare", "{folder}"), "{record}"), (("upgrade", "{folder}"), "{record}"),
]  # fmt: skip


@pytest.fixture
def named(tmp_path, report, write):
    names = {
        "{report}": report, "{record}": write("record.json", RECORD), "{folder}": tmp_path,
        "{verdicts}": write("verdicts.txt", "{}"), "{to}": tmp_path / "to",
    }  # fmt: skip
    return lambda *words: [names.get(word, word) for word in words]


@pytest.mark.parametrize(
    ("words", "output"), WRITERS, ids=lambda words: " ".join(words) if isinstance(words, tuple) else words
)
@pytest.mark.parametrize("linked", [False, True])
def test_an_output_that_is_read_is_refused_and_keeps_its_bytes(run, named, tmp_path, words, output, linked):
    (target,) = named(output)
    before = target.read_bytes()
    place = tmp_path / "link" if linked else target
    if linked:
        place.symlink_to(target)
    ended = run(*named(*words), "--output", place)
    assert (ended.code, ended.out) == (2, b"")
    assert ended.lines == [
        f"ciextract: {words[0]}: invalid value for --output: it is {target}, which is read; see ciextract {words[0]} --help"
    ]
    assert target.read_bytes() == before


@pytest.mark.parametrize("words", list(dict.fromkeys(words for words, _ in WRITERS)), ids=" ".join)
def test_an_output_without_a_name_is_refused(run, named, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    ended = run(*named(*words), "--output", "")
    assert (ended.code, ended.out) == (8, b"")
    assert ended.lines == ["ciextract: '': no file has an empty name; name one"]
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("command", ["parse", "text", "sections", "review", "validate", "merge"])
def test_an_input_without_a_name_is_shown(run, command):
    ended = run(command, "")
    assert (ended.code, ended.out) == (3, b"")
    assert ended.lines[0].endswith(": no such file or directory; check the path")
    assert command == "validate" or ended.lines[0].startswith("ciextract: '': ")


@pytest.mark.parametrize(
    "words",
    [
        ("verify", "-", "-"), ("diff", "-", "-"), ("apply", "-", "-"), ("apply", "{record}", "-", "--source", "-"),
        ("review", "-", "--record", "-"), ("validate", "-", "{record}", "-"), ("merge", "-", "-"), ("compare", "-", "-"),
        ("export", "-", "-", "--to", "{to}"), ("reconcile", "-", "-"), ("upgrade", "-", "-"), ("ask", "-", "-", "share(staff) > 1"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_standard_input_is_read_once(run, named, words):
    ended = run(*named(*words))
    assert (ended.code, ended.out) == (2, b"")
    told = "standard input can be read once; give files for the others"
    assert ended.lines == [f"ciextract: {words[0]}: invalid value: {told}; see ciextract {words[0]} --help"]


@pytest.mark.parametrize("question", ["(" * 5, "(" * 5000, "not " * 5000, "", "share(", "\x1b[2J", "grade(2.1) > \0"])
def test_a_question_that_is_none_is_told_with_the_command(run, named, question):
    ended = run(*named("ask", "{record}"), question)
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)
    assert ended.err.startswith("ciextract: ask: ")
    assert "\x1b" not in ended.err


def test_a_comparison_of_nothing_is_told_with_the_command(run, tmp_path):
    ended = run("compare", tmp_path)
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)
    assert ended.err.startswith("ciextract: compare: no record")


@pytest.mark.parametrize("out", ["", "-"])
def test_a_batch_writes_neither_into_the_root_nor_to_a_folder_called_dash(run, named, tmp_path, monkeypatch, out):
    monkeypatch.chdir(tmp_path)
    ended = run(*named("batch", "{report}"), "--out", out)
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)
    assert "a file that ends in .jsonl" in ended.err
    assert not (tmp_path / "-").exists()


def test_standard_input_is_no_document_of_many(run, named):
    ended = run(*named("batch", "{report}", "-", "--out", "{to}"))
    assert (ended.code, len(ended.lines)) == (2, 1)
    assert "--files-from - reads paths from it" in ended.err


def test_a_list_that_is_no_list_is_told_of_line_by_line(run, named, write, tmp_path):
    ended = run(*named("batch", "--files-from", write("list", b"a\0b.pdf\n\x1b[2J\n"), "--out", "{to}"))
    assert ended.code == 10
    assert ended.lines == [
        "ciextract: a\\x00b.pdf: holds a NUL byte; check the path",
        "ciextract: \\x1b[2J: no such file or directory; check the path",
        f"ciextract: 2 inputs: 0 records, 2 refused; see {tmp_path / 'to'}/manifest.jsonl",
    ]


@pytest.mark.parametrize("name", ["", "hex", "rot13", "zlib", "undefined", "idna", "no-such"])
def test_what_encodes_no_text_is_wrong_use(run, report, name):
    ended = run("parse", report, "--encoding", name)
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)


@pytest.mark.parametrize("name", ["utf-8", "latin-1", "utf-16", "utf_32_le", "utf-7", "cp037"])
def test_encodings_of_text_are_known(run, named, name):
    assert run(*named("batch", "--files-from", "/dev/null", "--out", "{to}", "--encoding", name)).code == 0


@pytest.mark.parametrize(("seconds", "told"), [("0.2", "0.2"), ("1", "1")])
def test_a_short_time_is_told_as_it_was_given(run, write, seconds, told):
    ended = run("text", write("report.txt", "hang"), "--timeout", seconds)
    assert ended.err.endswith(f"took longer than {told} seconds; give it more with --timeout\n")


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        OSError("reader.so: failed to map segment from shared object"),
        ImportError("reader.so: failed to map segment from shared object"),
        SystemError("error return without exception set"),
    ],
)
def test_memory_that_ran_out_is_no_bug(error):
    assert told(error).exit_code == 6


@pytest.mark.parametrize(
    "error", [OSError(errno.EIO, "Input/output error"), ImportError("no module"), SystemError("bad call")]
)
def test_other_errors_of_these_kinds_are_bugs(error):
    assert told(error).exit_code == 1


def test_what_may_not_be_written_is_refused_before_anything_is_read(run, named, tmp_path, monkeypatch):
    kept = tmp_path / "kept.json"
    kept.write_text("kept")
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: str(path) != str(kept) and access(path, mode))
    ended = run(*named("parse", "{report}"), "--output", kept)
    assert (ended.code, kept.read_text()) == (8, "kept")
    assert ended.lines == [f"ciextract: {kept}: permission denied; name a file in a directory that you may write to"]
