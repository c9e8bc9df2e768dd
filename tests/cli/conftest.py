"""Two ways to run the command line on the stand-in pipeline: in this process, quickly, and as a process of its own."""

import io
import os
import subprocess
import sys
from dataclasses import dataclass, replace

import pytest
from tests.cli import standin

from ciextract.batch import limits
from ciextract.cli import main


@dataclass
class Ended:
    code: int
    out: bytes
    err: str

    @property
    def lines(self):
        return self.err.splitlines()


@pytest.fixture(autouse=True)
def _room_for_what_is_loaded(monkeypatch):
    """What other tests loaded into this process is mapped in a child forked off it too: its limit comes on top."""
    confine = limits.confine

    def confine_beyond(given):
        loaded = limits.address_space(os.getpid()) // limits.MEBIBYTE
        confine(replace(given, memory=given.memory + loaded) if given.memory else given)

    monkeypatch.setattr("ciextract.batch.child.confine", confine_beyond)


@pytest.fixture
def run(monkeypatch, capsysbinary):
    """Run words in this process."""
    # what is put back after the test is the real module, where there is one
    monkeypatch.setitem(sys.modules, "ciextract.pipeline", sys.modules.get("ciextract.pipeline"))
    standin.install()

    def run(*words, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return Ended(code, out, err.decode())

    return run


@pytest.fixture
def spawn():
    """Run words in a process of its own, its output buffered as it is for most users."""

    def spawn(*words, stdin=b"", env=None, **options):
        ended = subprocess.run(
            [sys.executable, standin.STANDIN, *words],
            input=stdin if "stdout" not in options else None,
            stderr=subprocess.PIPE,
            stdout=options.pop("stdout", subprocess.PIPE),
            env={name: word for name, word in os.environ.items() if name != "PYTHONUNBUFFERED"} | (env or {}),
            timeout=60,
            **options,
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr.decode())

    return spawn


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(standin.REPORT, encoding="utf-8")
    return path


@pytest.fixture
def write(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write
