"""How the program starts and ends as a process: signals, pipes, full disks, and what the version costs."""

import json
import os
import pty
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.standin import REPORT, STANDIN
from tests.cli.terminal import seen_on_terminal

FIXTURES = Path(__file__).parents[2] / "fixtures"
PDF_AND_WORD = {"pypdfium2", "pdfplumber", "lxml", "ocrmypdf", "pikepdf"}
HEAVY = {"typer", "click", "rich", "selectolax", "asyncio", "pydantic", *PDF_AND_WORD}

LONG = "A title\n" + "words " * 200_000


def processor_seconds(*words):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_version_costs_little():
    nothing = min(processor_seconds("-c", "pass") for _ in range(5))
    version = min(processor_seconds("-m", "ciextract", "--version") for _ in range(5))
    assert version <= 8 * nothing


def test_version_imports_no_room_but_its_own():
    code = (
        "import sys; from ciextract.cli import main; main(['--version']);"
        "import json; print(json.dumps(sorted(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout.decode()
    version, modules = out.splitlines()
    assert version.startswith("ciextract ")
    loaded = json.loads(modules)
    heavy = HEAVY | {"rapidfuzz", "tomli"}
    assert not heavy & {name.partition(".")[0] for name in loaded}
    ours = {name for name in loaded if name.startswith("ciextract")}
    assert ours == {
        "ciextract",
        "ciextract.errors",
        "ciextract.intake",
        "ciextract.printing",
        "ciextract.cli",
        "ciextract.cli.answer",
        "ciextract.cli.codes",
        "ciextract.cli.signals",
        "ciextract.cli.streams",
        "ciextract.unseen",
    }


@pytest.mark.parametrize("command", ["parse", "text"])
def test_a_text_without_options_imports_nothing_that_it_does_not_need(command, write):
    """The rooms themselves, not the pipeline that stands in for them in other tests."""
    code = (
        "import json, sys; from ciextract.cli import main; code = main(sys.argv[1:]);"
        "print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)"
    )
    words = [sys.executable, "-c", code, command, write("report.txt", REPORT)]
    ended = subprocess.run(words, check=True, capture_output=True, text=True)
    exit_code, modules = json.loads(ended.stderr.splitlines()[-1])
    assert exit_code == 0
    assert ended.stdout
    assert not HEAVY & {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize(("document", "needed"), [("document.txt", set()), ("typst.pdf", {"pypdfium2"})])
def test_the_process_that_reads_a_document_imports_nothing_that_it_does_not_need(document, needed):
    code = (
        "import json, sys; from ciextract.batch.messages import Options, Request;"
        "from ciextract.batch.work import record_of;"
        "made = record_of(Request(0, sys.argv[1], None, Options()), lambda page, pages: None);"
        "print(json.dumps([len(made.data), sorted(sys.modules)]))"
    )
    source = FIXTURES / "news-release" / document
    ended = subprocess.run([sys.executable, "-c", code, source], check=True, capture_output=True)
    length, modules = json.loads(ended.stdout)
    assert length
    assert HEAVY & {name.partition(".")[0] for name in modules} == needed


@pytest.mark.parametrize("words", [["--version"], ["--quiet", "--version"][1:], ["--version", "parse"]])
def test_version(spawn, words):
    ended = spawn(*words)
    assert ended.code == 0
    assert ended.out.decode().split()[0] == "ciextract"


@pytest.mark.parametrize("command", ["parse", "text"])
def test_a_closed_pipe_ends_quietly(spawn, write, command):
    path = write("long.txt", LONG)
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ended = spawn(command, path, stdout=writer)
    finally:
        os.close(writer)
    assert (ended.code, ended.err) == (-signal.SIGPIPE, "")


def test_a_full_disk_is_told(spawn, report):
    with open("/dev/full", "wb") as full:
        ended = spawn("parse", report, stdout=full)
    assert (ended.code, len(ended.lines)) == (8, 1)
    assert "no space left on device" in ended.err


@pytest.mark.parametrize("words", [("--help",), ("parse", "--help"), ("--version",), ("scales",), ("doctor",)])
def test_a_full_disk_is_told_by_what_only_prints(spawn, words):
    with open("/dev/full", "wb") as full:
        ended = spawn(*words, stdout=full)
    assert (ended.code, len(ended.lines)) == (8, 1)
    assert "no space left on device" in ended.err


@pytest.mark.parametrize(("file", "code"), [("report.txt", 0), ("nothing.txt", 3)])
def test_messages_that_nobody_can_be_told_change_nothing(write, tmp_path, file, code):
    write("report.txt", "A title\n\nundated\n")
    words = f'"{sys.executable}" "{STANDIN}" parse "{tmp_path / file}"'
    told, untold = (
        subprocess.run(["sh", "-c", f"{words} 2>{place}"], capture_output=True) for place in ("/dev/null", "/dev/full")
    )
    assert (untold.returncode, untold.stdout) == (told.returncode, told.stdout)
    assert untold.returncode == code


def test_a_folder_that_is_gone_costs_only_what_stands_in_it(report, tmp_path):
    lost = tmp_path / "lost"
    program = f'mkdir "{lost}" && cd "{lost}" && rmdir "{lost}" && "{sys.executable}" "{STANDIN}"'
    whole = subprocess.run(["sh", "-c", f'{program} parse "{report}"'], capture_output=True)
    assert (whole.returncode, whole.stderr) == (0, b"")
    for words in (f"parse ../{report.name}", f'parse "{report}" --output record.json', f'batch "{report}" --out out'):
        ended = subprocess.run(["sh", "-c", f"{program} {words}"], capture_output=True)
        assert (ended.returncode, ended.stdout, ended.stderr.count(b"\n")) == (3, b"", 1)
        assert ended.stderr.endswith(b"the folder that you are in is gone; change to another one\n")


def test_a_closed_standard_output_is_told(report):
    command = f'"{sys.executable}" "{STANDIN}" parse "{report}" >&-'
    ended = subprocess.run(["sh", "-c", command], capture_output=True)
    assert (ended.returncode, ended.stderr.count(b"\n")) == (8, 1)


def test_an_interrupt_is_one_line():
    ours, theirs = pty.openpty()
    process = subprocess.Popen([sys.executable, STANDIN, "text", "-"], stdin=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    try:
        assert b"reading from the terminal" in process.stderr.readline()  # it waits now
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    finally:
        os.close(ours)
    assert process.returncode == 130
    assert err == b"ciextract: interrupted; run the command again\n"


def test_waiting_on_a_terminal_says_so():
    ours, theirs = pty.openpty()
    words = [sys.executable, STANDIN, "text", "-"]
    process = subprocess.Popen(words, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    os.close(theirs)
    try:
        os.write(ours, b"A title\n\x04")  # and Ctrl-D
        out, err = process.communicate(timeout=30)
    finally:
        os.close(ours)
    assert (process.returncode, out) == (0, b"A title\n")
    assert err == b"ciextract: reading from the terminal; end with Ctrl-D, or name a file\n"


def test_a_terminal_gets_a_tree_and_never_the_document_s_own_controls(report):
    seen = seen_on_terminal(STANDIN, "sections", report, columns=60)
    assert "\x1b[36mstatement 1\x1b[0m" in seen
    assert r"[bold]Aims[/x]\x1b[31m" in seen
    assert "\x1b[31m" not in seen


def test_no_color_means_no_escapes_at_all(report):
    seen = seen_on_terminal(STANDIN, "sections", report, columns=60, NO_COLOR="1")
    assert "\x1b" not in seen
    assert "└── statement 1  Statement 1: Children are safe  p. 1–2\n" in seen


def test_text_on_a_terminal_is_printable_and_ends_with_a_newline(write):
    seen = seen_on_terminal(STANDIN, "text", write("odd.txt", "a\tb\x1b[2J\n\u202eend"), columns=60)
    assert seen.expandtabs() == "a       b\\x1b[2J\n\\u202eend\n"
