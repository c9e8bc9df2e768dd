"""The n-th write, sync or rename fails, for each n: what was there stays whole, and a second run completes it."""

import errno
import json
import os
import stat
from contextlib import nullcontext
from pathlib import Path

import pytest
from tests.cli.standin import REPORT

from ciextract import writing
from ciextract.batch import ledger
from ciextract.errors import CannotWrite
from ciextract.writing import replace_file, replacing

NAMES = ("a.txt", "b/c.txt", "d.txt")


class FailsAt:
    """A call that goes through but for its n-th time."""

    def __init__(self, call, count):
        self.call, self.left = call, count

    def __call__(self, *words, **named):
        self.left -= 1
        if self.left == 0:
            raise OSError(28, "No space left on device")
        return self.call(*words, **named)


def records(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in Path(folder).rglob("*")
        if path.is_file() and ".ciextract" not in path.parts
    }


@pytest.fixture
def corpus(tmp_path):
    for name in NAMES:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(REPORT + name, encoding="utf-8")
    return tmp_path / "in"


@pytest.mark.parametrize("count", (1, 2, 3, 5))
@pytest.mark.parametrize(("module", "call"), [(writing, "fsync"), (writing, "replace"), (ledger, "fsync")])
def test_nothing_is_torn_and_a_second_run_completes_it(run, corpus, tmp_path, monkeypatch, module, call, count):
    run("batch", corpus, "--out", tmp_path / "whole", "--quiet")
    expected = records(tmp_path / "whole")
    out = tmp_path / "out"
    failing = FailsAt(getattr(os, call), count)
    with monkeypatch.context() as patched:
        patched.setattr(module.os, call, failing)
        ended = run("batch", corpus, "--out", out)
    if failing.left > 0:
        assert ended.code == 0
        return
    assert ended.code == 8
    assert "no space left on device" in ended.err
    assert "run again to resume" in ended.err
    for name, content in records(out).items():
        assert content == expected[name]
        assert json.loads(content.splitlines()[0] if name.endswith("jsonl") else content)
    assert os.listdir(out / ".ciextract" / "tmp") == []
    assert run("batch", corpus, "--out", out, "--quiet").code == 0
    assert records(out) == expected


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_one_file_is_the_old_one_or_the_new_one(tmp_path, monkeypatch, call):
    path = tmp_path / "record.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(writing.os, call, FailsAt(getattr(os, call), 1))
    with pytest.raises(CannotWrite):
        replace_file(str(path), [b"new", b"er"])
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["record.json"]
    replace_file(str(path), [b"new", b"er"])
    assert path.read_bytes() == b"newer"


@pytest.mark.parametrize(("number", "ends_well"), [(errno.EINVAL, True), (errno.ENOTSUP, True), (errno.EIO, False)])
def test_a_folder_that_cannot_be_brought_to_disk_is_no_failure(tmp_path, monkeypatch, number, ends_well):
    def fsync(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing.os, "fsync", fsync)
    expected = nullcontext() if ends_well else pytest.raises(CannotWrite)
    with expected:
        replace_file(str(tmp_path / "record.json"), b"{}")
    with expected, replacing(tmp_path / "table.csv") as fresh:
        fresh.write_bytes(b"a")
    assert sorted(os.listdir(tmp_path)) == ["record.json", "table.csv"]
