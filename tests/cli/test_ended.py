"""What the system's signals to end leave behind: no temporary file, no child, no message, and the end that was asked for."""

import os
import signal
import subprocess
import sys

import pytest

WRITING = """
import os, signal, sys, time
from pathlib import Path
from ciextract.cli.answer import answer
from ciextract.writing import replace_file, replacing

def pieces():
    yield b"half of it"
    print("now", flush=True)
    time.sleep(60)

def work():
    with replacing(Path(sys.argv[1], "table.csv")) as fresh:
        fresh.write_bytes(b"half of it")
        replace_file(os.path.join(sys.argv[1], "record.json"), pieces())
    return 0

if "nohup" in sys.argv:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
sys.exit(answer(work))
"""


@pytest.fixture
def writing(tmp_path):
    """A process in the middle of its writing, with the folder that it writes to."""
    started = []

    def start(*words):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITING, tmp_path, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        started.append(process)
        assert process.stdout.readline() == b"now\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_nothing_half_written_stays_behind(writing, tmp_path, number):
    process = writing()
    assert list(tmp_path.iterdir())
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (-number, b"", b"")
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_leaves_nothing_behind_either(writing, tmp_path):
    process = writing()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err.count(b"\n")) == (130, 1)
    assert list(tmp_path.iterdir()) == []


def test_what_is_ignored_stays_ignored(writing, tmp_path):
    process = writing("nohup")
    process.send_signal(signal.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=0.3)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == -signal.SIGTERM
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_child_ends_with_its_parent(number):
    code = """
import os, time
from ciextract.batch.limits import Limits
from ciextract.batch.messages import Options, Request
from ciextract.batch.supervisor import Supervisor
from ciextract.cli.answer import answer

def work(request, progress):
    progress(os.getpid(), 1)
    time.sleep(60)

def tell():
    print(supervisor._busy[0].child.pages, flush=True)

def reading():
    try:
        list(supervisor.run(iter([Request(0, "", None, Options(), b"")])))
    finally:
        supervisor.close()

supervisor = Supervisor(work, Limits(60, 0), 1, (), tell)
answer(reading)
"""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    child = int(process.stdout.readline())  # the parent has heard of it
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (-number, b"", b"")
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
