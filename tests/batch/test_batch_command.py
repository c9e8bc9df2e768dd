"""`ciextract batch` on the stand-in pipeline: what is refused, what is written where, and what a second run does."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.standin import REPORT, STANDIN
from tests.cli.terminal import seen_on_terminal

from ciextract.batch import supervisor
from ciextract.batch.lock import Lock
from ciextract.batch.store import Store


def tree(folder):
    """Relative paths and bytes of all files but those of the batch itself."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and ".ciextract" not in path.parts
    }


def manifest(folder):
    return [json.loads(line) for line in (Path(folder) / "manifest.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "in"
    for name, text in {
        "b/report.txt": REPORT,
        "a/report.txt": "Another title\nundated\n",
        "a/deep/er/damaged.txt": "A title\ndamaged\n",
        "z.txt": "raise NoText",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


class TestWrongUse:
    @pytest.mark.parametrize(
        "words",
        [
            ["in"],
            ["--out", "out"],
            ["in", "--out", "out", "--shard", "5/4"],
            ["in", "--out", "out", "--shard", "0/4"],
            ["in", "--out", "out", "--jobs", "0"],
            ["in", "--out", "out.jsonl", "--shard", "1/2"],
            ["in", "--out", "out", "--errors", "nowhere"],
            ["in", "--out", "in"],
            ["in", "--out", "in/out"],
        ],
    )
    def test_it_is_one_line_before_anything_is_read(self, run, corpus, monkeypatch, words):
        monkeypatch.chdir(corpus.parent)
        ended = run("batch", *words)
        assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)
        assert os.listdir(corpus.parent) == ["in"]

    def test_two_inputs_with_one_output(self, run, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        for folder in ("x", "y/x"):
            Path(folder).mkdir(parents=True)
            Path(folder, "r.txt").write_text(REPORT)
        ended = run("batch", "x", "y/../x/../y/x/../../x/r.txt", "../" * 30 + str(tmp_path / "y/x")[1:], "--out", "out")
        assert ended.code == 0  # one file by two ways, and one of another folder
        monkeypatch.chdir(tmp_path / "y")
        ended = run("batch", "x", "../x", "--out", "../twins")
        assert (ended.code, len(ended.lines)) == (2, 1)
        assert "would have one output" in ended.err


class TestOutputs:
    def test_a_tree_like_that_of_the_inputs(self, run, corpus, tmp_path):
        ended = run("batch", corpus, "--out", tmp_path / "out")
        assert ended.code == 10
        assert sorted(tree(tmp_path / "out")) == [
            "a/deep/er/damaged.txt.json",
            "a/report.txt.json",
            "b/report.txt.json",
            "manifest.jsonl",
        ]
        assert tree(tmp_path / "out")["b/report.txt.json"] == run("parse", corpus / "b/report.txt").out
        assert ended.lines[-1].startswith("ciextract: 4 inputs: 3 records (1 incomplete), 1 refused; see ")

    def test_the_manifest_has_every_input_in_order_and_no_times(self, run, corpus, tmp_path):
        run("batch", corpus, "--out", tmp_path / "out")
        rows = manifest(tmp_path / "out")
        assert [(row["input"], row["status"], row["exit_code"], row["complete"]) for row in rows] == [
            ("a/deep/er/damaged.txt", "record", 0, False),
            ("a/report.txt", "record", 0, True),
            ("b/report.txt", "record", 0, True),
            ("z.txt", "refused", 5, None),
        ]
        assert rows[1]["warnings"] == ["warning: no date of publication"]
        assert rows[3]["error"] == "something is wrong; mend it"
        assert rows[3]["output"] is None
        assert len(rows[3]["sha256"]) == 64

    def test_json_lines_in_the_order_of_the_inputs(self, run, corpus, tmp_path):
        ended = run("batch", corpus, "--out", tmp_path / "out.jsonl", "--errors", "inline")
        lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
        assert ended.code == 10
        assert [line["source"]["file_name"] for line in lines] == ["damaged.txt", "report.txt", "report.txt", "z.txt"]
        assert lines[3]["error"] == {"exit_code": 5, "what": "something is wrong", "remedy": "mend it"}

    def test_a_list_of_paths(self, run, corpus, tmp_path, monkeypatch):
        monkeypatch.chdir(corpus)
        odd = corpus / "new\nline.txt"
        odd.write_text(REPORT)
        names = ["b/report.txt", "new\nline.txt", "a/report.txt"]
        ended = run(
            "batch", "--files-from", "-", "-0", "--out", tmp_path / "out", stdin="\0".join([*names, ""]).encode()
        )
        assert ended.code == 0
        assert [row["input"] for row in manifest(tmp_path / "out")] == names
        assert "new%0Aline.txt.json" in tree(tmp_path / "out")

    def test_a_pattern(self, run, corpus, tmp_path, monkeypatch):
        monkeypatch.chdir(corpus)
        assert run("batch", "**/report.txt", "--out", tmp_path / "out").code == 0
        assert [row["input"] for row in manifest(tmp_path / "out")] == ["a/report.txt", "b/report.txt"]

    def test_the_same_bytes_for_any_number_of_children(self, run, corpus, tmp_path):
        for jobs in (1, 2, 5):
            run("batch", corpus, "--out", tmp_path / str(jobs), "--jobs", jobs)
        assert tree(tmp_path / "1") == tree(tmp_path / "2") == tree(tmp_path / "5")

    def test_shards_hold_every_input_once_and_a_last_run_joins_them(self, run, corpus, tmp_path):
        run("batch", corpus, "--out", tmp_path / "whole")
        for shard in ("1/3", "2/3", "3/3"):
            run("batch", corpus, "--out", tmp_path / "out", "--shard", shard)
        rows = [
            json.loads(line)
            for path in (tmp_path / "out").glob("manifest-*-of-3.jsonl")
            for line in path.read_text("utf-8").splitlines()
        ]
        assert sorted(row["input"] for row in rows) == [row["input"] for row in manifest(tmp_path / "whole")]
        assert "4 of them kept" in run("batch", corpus, "--out", tmp_path / "out").err
        assert manifest(tmp_path / "out") == manifest(tmp_path / "whole")

    def test_quiet_and_verbose(self, run, corpus, tmp_path):
        assert run("batch", corpus, "--out", tmp_path / "1", "--quiet").err == ""
        told = run("batch", corpus, "--out", tmp_path / "2", "--verbose").lines
        assert "ciextract: b/report.txt: done" in told
        assert "ciextract: a/deep/er/damaged.txt: done, incomplete" in told


class TestIsolation:
    @pytest.mark.parametrize(
        ("text", "code", "words"),
        [
            ("die SIGKILL", 7, "died (SIGKILL)"),
            ("die SIGSEGV", 7, "died (SIGSEGV)"),
            ("hang", 6, "took longer than 2 seconds"),
            ("eat", 6, "memory"),
            ("raise ValueError", 1, "unexpected ValueError"),
        ],
    )
    def test_what_befalls_one_document_is_of_no_concern_to_others(self, run, corpus, tmp_path, text, code, words):
        run("batch", corpus, "--out", tmp_path / "before")
        (corpus / "m.txt").write_text(text)
        limit = {"hang": ["--timeout", 2], "eat": ["--max-memory", 300]}.get(text, [])
        ended = run("batch", corpus, "--out", tmp_path / "after", "--jobs", 2, *limit)
        assert ended.code == 10
        (row,) = [row for row in manifest(tmp_path / "after") if row["input"] == "m.txt"]
        assert row["exit_code"] == code
        assert words in row["error"]
        assert [row for row in manifest(tmp_path / "after") if row["input"] != "m.txt"] == manifest(tmp_path / "before")

    @pytest.mark.parametrize(("text", "code"), [("die SIGKILL", 7), ("hang", 6), ("eat", 6)])
    @pytest.mark.parametrize("command", ["parse", "text", "sections"])
    def test_single_documents_are_read_the_same_way(self, run, write, command, text, code):
        ended = run(command, write("m.txt", text), "--timeout", 1, "--max-memory", 300)
        assert (ended.code, ended.out, len(ended.lines)) == (code, b"", 1)

    def test_of_a_hundred_documents_the_one_whose_process_is_killed_is_refused(self, run, tmp_path):
        folder = tmp_path / "in"
        folder.mkdir()
        for number in range(100):
            (folder / f"report-{number:02}.txt").write_text(f"Report {number}\nundated\n")
        run("batch", folder, "--out", tmp_path / "before", "--jobs", 1, "--quiet")
        (folder / "report-57.txt").write_text("die SIGKILL")
        ended = run("batch", folder, "--out", tmp_path / "after", "--jobs", 2)
        assert "100 inputs: 99 records, 1 refused" in ended.lines[-1]
        refused = [row for row in manifest(tmp_path / "after") if row["status"] == "refused"]
        assert [(row["input"], row["exit_code"]) for row in refused] == [("report-57.txt", 7)]
        before, after = (
            {name: data for name, data in tree(tmp_path / out).items() if name != "manifest.jsonl"}
            for out in ("before", "after")
        )
        assert before.pop("report-57.txt.json")
        assert after == before

    def test_a_process_killed_once_costs_nothing(self, run, corpus, tmp_path, monkeypatch):
        """The system may end a process for the sake of another one: the document is tried again, alone."""
        run("batch", corpus, "--out", tmp_path / "before")
        once = tmp_path / "once"
        once.write_text("")

        class Killed(supervisor.Child):
            def give(self, request):
                return super().give(request)

            def hear(self):
                if once.exists():
                    once.unlink()
                    os.kill(self._process.pid, signal.SIGKILL)
                    return None
                return super().hear()

        monkeypatch.setattr(supervisor, "Child", Killed)
        assert run("batch", corpus, "--out", tmp_path / "after").code == 10
        assert tree(tmp_path / "after") == tree(tmp_path / "before")

    def test_the_parent_imports_no_parser(self, corpus, tmp_path):
        code = (
            "import sys; from ciextract.cli import main;"
            f"main(['batch', {str(corpus)!r}, '--out', {str(tmp_path / 'out')!r}, '--quiet']);"
            f"main(['parse', {str(corpus / 'b/report.txt')!r}]);"
            "sys.exit(bool({'pypdfium2', 'pdfplumber', 'selectolax', 'ciextract.read'} & set(sys.modules)))"
        )
        assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL).returncode == 0


class TestResume:
    def test_a_second_run_does_nothing(self, run, corpus, tmp_path):
        run("batch", corpus, "--out", tmp_path / "out")
        before = tree(tmp_path / "out")
        times = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.json")}
        assert "4 of them kept" in run("batch", corpus, "--out", tmp_path / "out").err
        assert tree(tmp_path / "out") == before
        assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.json")} == times

    @pytest.mark.parametrize("change", ["input", "record", "gone", "refused now"])
    def test_only_what_changed_is_done(self, run, corpus, tmp_path, change):
        out = tmp_path / "out"
        run("batch", corpus, "--out", out)
        if change == "input":
            (corpus / "b/report.txt").write_text("Another title\n")
        elif change == "record":
            (out / "b/report.txt.json").write_text("{")
        elif change == "gone":
            (out / "b/report.txt.json").unlink()
        else:
            (corpus / "b/report.txt").write_text("raise NoText")
        assert "3 of them kept" in run("batch", corpus, "--out", out).err
        shutil.rmtree(tmp_path / "fresh", ignore_errors=True)
        run("batch", corpus, "--out", tmp_path / "fresh")
        assert tree(out) == tree(tmp_path / "fresh")

    def test_other_options_and_force_do_all_again(self, run, corpus, tmp_path):
        run("batch", corpus, "--out", tmp_path / "out")
        assert "kept" not in run("batch", corpus, "--out", tmp_path / "out", "--force").err
        assert "kept" not in run("batch", corpus, "--out", tmp_path / "out", "--strict").err

    def test_a_torn_ledger_and_leftovers_are_no_hindrance(self, run, corpus, tmp_path):
        out = tmp_path / "out"
        run("batch", corpus, "--out", out)
        before = tree(out)
        ledger = out / ".ciextract" / "ledger.jsonl"
        ledger.write_bytes(ledger.read_bytes()[:-20])
        (out / ".ciextract" / "tmp" / ".ciextract-x.tmp").write_text("half a rec")
        assert "3 of them kept" in run("batch", corpus, "--out", out).err
        assert tree(out) == before
        assert os.listdir(out / ".ciextract" / "tmp") == []

    def test_a_second_run_at_the_same_time_says_who_is_there(self, run, corpus, tmp_path):
        store = Store(str(tmp_path / "out"))
        store.prepare()
        with Lock(store):
            ended = run("batch", corpus, "--out", tmp_path / "out")
        assert (ended.code, len(ended.lines)) == (8, 1)
        assert f"another run is writing there (process {os.getpid()})" in ended.err


class TestEnding:
    @pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143)])
    def test_a_signal_ends_it_in_one_line_and_a_second_run_goes_on(self, corpus, tmp_path, run, number, code):
        (corpus / "m.txt").write_text("hang")
        process = subprocess.Popen(
            [sys.executable, STANDIN, "batch", corpus, "--out", tmp_path / "out", "--jobs", "1"],
            stderr=subprocess.PIPE,
        )
        last = tmp_path / "out" / "b" / "report.txt.json"
        for _ in range(600):
            if last.exists():
                break
            time.sleep(0.05)
        time.sleep(0.2)
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
        assert process.returncode == code
        assert err == b"ciextract: interrupted: 3 done, 2 left; run again to resume\n"
        assert not (tmp_path / "out" / "manifest.jsonl").exists()
        (corpus / "m.txt").unlink()
        assert "3 of them kept" in run("batch", corpus, "--out", tmp_path / "out").err

    def test_a_terminal_sees_a_bar_and_no_escapes_with_no_color(self, corpus, tmp_path):
        seen = seen_on_terminal(
            STANDIN, "batch", corpus, "--out", tmp_path / "out", columns=100, stream="stderr", code=10, NO_COLOR="1"
        )
        assert "4/4" in seen
        assert "1 refused" in seen
        assert "\x1b[3" not in seen
