"""What a folder may hold that is no document, and what happens to it: one line each, and the others go on."""

import json
import os
import socket
import stat
from pathlib import Path

import pytest

from ciextract.batch import inputs
from ciextract.batch.inputs import Given, Shard, find
from ciextract.batch.run import Planned, Tally
from ciextract.unseen import unseen


def found(*paths):
    return [(one.name, one.refusal.what if one.refusal else None) for one in find([Given(str(path)) for path in paths])]


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "in"
    (place / "a").mkdir(parents=True)
    (place / "a" / "report.txt").write_text("A title\n")
    return place


def test_a_loop_of_links_is_not_followed(folder):
    (folder / "a" / "loop").symlink_to(folder)
    assert found(folder) == [("a/report.txt", None)]


def test_a_linked_file_is_taken_once_by_its_real_path(folder):
    (folder / "a" / "same.txt").symlink_to(folder / "a" / "report.txt")
    (folder / "b.txt").symlink_to(folder / "a" / "report.txt")
    assert found(folder) == [("a/report.txt", None)]
    assert found(folder / "b.txt", folder / "a") == [(str(folder / "b.txt")[1:], None)]


def test_a_pipe_a_socket_a_device_and_a_dangling_link_are_refused_unopened(folder, monkeypatch):
    os.mkfifo(folder / "pipe")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("socket")
        (folder / "link").symlink_to("nowhere")
        assert found(".", os.devnull) == [
            ("a/report.txt", None),
            ("link", "is a link that leads nowhere"),
            ("pipe", "is a named pipe"),
            ("socket", "is a socket"),
            ("dev/null", "is a device"),
        ]


def test_a_folder_that_cannot_be_listed_is_told(folder, monkeypatch):
    real = os.scandir

    def scandir(path):
        if str(path).endswith("/a"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(inputs.os, "scandir", scandir)
    assert found(folder) == [("a/", "permission denied")]


def test_a_file_that_may_not_be_read_is_told(folder, monkeypatch):
    monkeypatch.setattr(inputs.os, "access", lambda path, mode: False)
    assert found(folder) == [("a/report.txt", "permission denied")]


def test_what_is_not_there_is_told(folder):
    assert found(folder / "none.txt", folder / "*.nothing") == [
        (str(folder / "none.txt")[1:], "no such file or directory"),
        (str(folder / "*.nothing")[1:], "no such file or directory"),
    ]


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000, ""])
def test_a_path_that_no_file_can_have_is_told(path):
    (one,) = find([Given(path)])
    assert one.refusal is not None


def test_hidden_files_are_left_out_unless_they_are_named(folder):
    (folder / ".hidden").write_text("A title\n")
    assert found(folder) == [("a/report.txt", None)]
    assert found(folder / ".hidden")[0][1] is None


def test_every_input_is_counted_once(run, folder, tmp_path):
    """Inputs found are records and refusals, in the summary as in the manifest."""
    os.mkfifo(folder / "pipe")
    (folder / "bad.txt").write_text("raise UnreadableDocument")
    (folder / "a" / "\x1b[2J\n.txt").write_text("A title\n")
    ended = run("batch", folder, "--out", tmp_path / "out")
    rows = [json.loads(line) for line in (tmp_path / "out" / "manifest.jsonl").read_text("utf-8").splitlines()]
    assert ended.code == 10
    assert "4 inputs: 2 records, 2 refused" in ended.lines[-1]
    assert [row["status"] for row in rows].count("record") == 2
    assert len(rows) == 4
    assert not unseen().search(ended.err.replace("\n", ""))
    assert all(not unseen().search(name) for name in map(str, (tmp_path / "out").rglob("*")))


def test_shards_part_a_corpus(folder):
    names = [f"folder/{number}.pdf" for number in range(300)]
    held = [[name for name in names if Shard(index, 4).holds(name)] for index in (1, 2, 3, 4)]
    assert sorted(name for part in held for name in part) == sorted(names)
    assert all(40 < len(part) < 110 for part in held)


def test_a_link_in_the_output_leads_nowhere_else(run, folder, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a").symlink_to(outside)
    ended = run("batch", folder, "--out", tmp_path / "out")
    assert ended.code == 8
    assert os.listdir(outside) == []


def test_an_output_that_is_a_file_is_told_before_anything_is_read(run, folder, tmp_path):
    (tmp_path / "out").write_text("")
    ended = run("batch", folder, "--out", tmp_path / "out")
    assert (ended.code, len(ended.lines)) == (8, 1)


def test_the_mode_of_what_is_written_is_that_of_any_file(run, folder, tmp_path):
    run("batch", folder, "--out", tmp_path / "out", "--quiet")
    mode = stat.S_IMODE((tmp_path / "out" / "a" / "report.txt.json").stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    assert mode == 0o666 & ~mask


def test_a_tally_adds_up():
    tally = Tally(3)
    assert (tally.done, tally.left) == (0, 3)
    assert Planned(find([Given(str(Path(__file__)))])[0], "x").name.endswith("test_folders.py")
