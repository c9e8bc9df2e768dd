"""A list of inputs: what is a table and what is not, what is refused, and what its rows put into the records."""

import codecs
import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.standin import REPORT

from ciextract.batch.inputs import Given, WrongUse
from ciextract.batch.listing import listed, paths_of

FIRST, SECOND = "https://one.test/report", "https://two.test/report"


class TestWhatIsNoTable:
    @pytest.mark.parametrize(
        "first",
        [
            "path",
            "source_url,retrieved",
            "path of one,source_url",
            "path|source_url",
            "path,notes",
            '"path,source_url',
            "reports/path,source_url.pdf",
        ],
    )
    def test_one_path_a_line(self, first):
        assert [one.path for one in listed(f"{first}\na,b.pdf\r\n\nc.pdf".encode()).given] == [
            first,
            "a,b.pdf",
            "c.pdf",
        ]

    def test_names_that_end_in_nul(self):
        content = b"path,source_url\0a.pdf,https://one.test/\0"
        assert [one.path for one in paths_of(content, b"\0").given] == ["path,source_url", "a.pdf,https://one.test/"]

    def test_nothing(self):
        assert listed(b"").given == ()

    @given(st.lists(st.binary(min_size=1).filter(lambda path: not set(path) & set(b"\r\n")), min_size=1))
    def test_any_bytes(self, paths):
        expected = [path for path in [paths[0].removeprefix(codecs.BOM_UTF8), *paths[1:]] if path]
        assert [one.path.encode("utf-8", "surrogateescape") for one in listed(b"\n".join(paths)).given] == expected


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("table", "words"),
        [
            ("path,retrieved\na,\nb,30/11/2026\n", "row 3: '30/11/2026' is no date"),
            ("path,retrieved\na,2026-02-30\n", "row 2: '2026-02-30' is no date"),
            ("path,source_url\na,ftp://one.test/\n", "row 2: 'ftp://one.test/' is no address"),
            ("path,source_url\na,javascript:alert(1)\n", "row 2: 'javascript:alert(1)' is no address"),
            ("path,source_url\na,https://one.test/a b\n", "row 2: 'https://one.test/a b' is no address"),
            ("path,source_url\n,https://one.test/\n", "row 2 has no path"),
            ("path,source_url\na, b.pdf,https://one.test/\n", "row 2 has more cells than the header"),
            ("path,source_url,Source URL\n", "two columns are called source_url"),
            ('path,source_url\n\na,"https://one.test/\n', "row 3: unexpected end of data"),
        ],
    )
    def test_it_names_the_row(self, table, words):
        with pytest.raises(WrongUse) as refused:
            listed(table.encode())
        assert refused.value.what.startswith(words)

    @pytest.mark.parametrize(
        ("table", "words"),
        [
            ("path,retrieved\nr.txt,yesterday\n", "row 2: 'yesterday' is no date"),
            (f"path,source_url\nr.txt,{FIRST}\n./r.txt,{SECOND}\n", "rows 2 and 3 give one file, r.txt, two addresses"),
            ("path,retrieved\nr.txt,2026-01-01\nr.txt,2026-01-02\n", "rows 2 and 3 give one file"),
            (f"path,source_url\nfolder,{FIRST}\n", "row 2 gives one address to all that is in folder"),
            (f"path,source_url\n*.txt,{FIRST}\n", "row 2 gives one address to all that is in *.txt"),
        ],
    )
    @pytest.mark.parametrize("place", ["list.csv", "-"])
    def test_it_is_one_line_before_anything_is_written(self, run, tmp_path, monkeypatch, table, words, place):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "folder").mkdir()
        for path in ("r.txt", "folder/s.txt"):
            (tmp_path / path).write_text(REPORT)
        (tmp_path / "list.csv").write_text(table)
        ended = run("batch", "--files-from", place, "--out", "out", stdin=table.encode())
        assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)
        name = "standard input" if place == "-" else place
        assert ended.err.startswith(f"ciextract: {name}: {words}")
        assert not (tmp_path / "out").exists()


class TestWhatIsATable:
    def test_as_spreadsheets_write_it(self):
        table = (
            'Notes;Retrieved;Path;Source URL\r\n"a; b";2026-11-30;"x; y.pdf"; https://one.test/ \r\n;;;\r\n;;z.pdf;\r\n'
        )
        rows = (Given("x; y.pdf", "https://one.test/", "2026-11-30", 2), Given("z.pdf", None, None, 4))
        for content in (table, "\N{ZERO WIDTH NO-BREAK SPACE}" + table, table.replace("\r\n", "\r")):
            found = listed(content.encode())
            assert (found.given, found.ignored) == (rows, ("notes",))

    def test_cells_that_are_missing_or_empty_beyond_the_header(self):
        found = listed(b"path\tretrieved\na\nb\t\t\t\nc\t2026-01-31\t\n").given
        assert [(one.path, one.retrieved) for one in found] == [("a", None), ("b", None), ("c", "2026-01-31")]

    def test_a_path_in_bytes_that_are_no_utf8(self):
        (found,) = listed(b"path,retrieved\n\xe9.pdf,2026-01-31\n").given
        assert found.path == "\udce9.pdf"

    @given(
        st.lists(
            st.tuples(
                st.text(st.characters(codec="utf-8", exclude_characters="\0")).filter(str.strip),
                st.sampled_from(["", FIRST, SECOND]),
                st.dates().map(str),
            )
        ),
        st.sampled_from(",;\t"),
    )
    def test_what_the_library_writes_is_read(self, rows, delimiter):
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=delimiter).writerows([("path", "source_url", "retrieved"), *rows])
        found = listed(stream.getvalue().encode()).given
        assert [(one.path, one.source_url or "", one.retrieved) for one in found] == rows


class TestRecords:
    @pytest.fixture
    def batch(self, run, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "in").mkdir()
        for name in ("a", "b", "c"):
            (tmp_path / "in" / f"{name}.txt").write_text(REPORT)

        def batch(rows, *words, out="out"):
            (tmp_path / "list.csv").write_text("\n".join(["path,source_url,retrieved,notes", *rows, ""]))
            return run("batch", "--files-from", "list.csv", "--out", out, *words)

        return batch

    @staticmethod
    def sources(folder):
        found = (json.loads(path.read_text())["source"] for path in sorted(folder.rglob("*.txt.json")))
        return {source["file_name"][0]: (source["url"], source["retrieved"]) for source in found}

    def test_each_has_its_own_and_a_row_comes_before_the_run(self, batch, tmp_path):
        ended = batch(
            [f"in/a.txt,{FIRST},2026-01-01,", f"in/b.txt,{SECOND},,", "in/c.txt,,,"], "--retrieved", "2026-02-02"
        )
        assert ended.code == 0
        expected = {"a": (FIRST, "2026-01-01"), "b": (SECOND, "2026-02-02"), "c": (None, "2026-02-02")}
        assert self.sources(tmp_path / "out") == expected

    def test_the_bytes_are_those_of_parse(self, batch, run, tmp_path):
        batch([f"in/a.txt,{FIRST},2026-01-01,"])
        alone = run("parse", "in/a.txt", "--source-url", FIRST, "--retrieved", "2026-01-01").out
        assert (tmp_path / "out/in/a.txt.json").read_bytes() == alone

    def test_what_a_row_changes_is_done_again_and_nothing_else(self, batch, tmp_path):
        rows = [f"in/a.txt,{FIRST},2026-01-01,", "in/b.txt,,2026-01-01,", "in/c.txt,,,"]
        batch(rows)
        assert "3 of them kept" in batch(rows).err
        changed = batch([rows[0].replace(FIRST, SECOND), rows[1], rows[2] + "a note"], "--verbose").lines
        assert "ciextract: in/a.txt: done" in changed
        assert {"ciextract: in/b.txt: kept", "ciextract: in/c.txt: kept"} <= set(changed)
        assert self.sources(tmp_path / "out")["a"] == (SECOND, "2026-01-01")
        # What is said of all and what a row says is one thing to the document.
        assert (
            "2 of them kept" in batch([rows[0].replace(FIRST, SECOND), "in/b.txt,,,"], "--retrieved", "2026-01-01").err
        )

    def test_a_folder_and_the_rows_of_some_of_its_files(self, batch, tmp_path):
        assert batch([f"./in/../in/b.txt,{FIRST},,", "in/b.txt,,2026-01-01,"], "in", out="whole").code == 0
        assert self.sources(tmp_path / "whole") == {
            "a": (None, None), "b": (FIRST, "2026-01-01"), "c": (None, None),
        }  # fmt: skip

    def test_a_folder_has_one_date(self, batch, tmp_path):
        batch(["in,,2026-01-01,"])
        assert set(self.sources(tmp_path / "out").values()) == {(None, "2026-01-01")}

    def test_shards_and_a_last_run_that_joins_them(self, batch, tmp_path):
        rows = [f"in/a.txt,{FIRST},,", f"in/b.txt,{SECOND},,", "in/c.txt,,,"]
        for shard in ("1/2", "2/2"):
            batch(rows, "--shard", shard)
        assert "3 of them kept" in batch(rows).err
        assert self.sources(tmp_path / "out") == {"a": (FIRST, None), "b": (SECOND, None), "c": (None, None)}

    def test_columns_left_alone_are_told_where_asked(self, batch):
        told = "ciextract: list.csv: columns left alone: notes"
        assert batch(["in/a.txt,,,"], "--verbose").lines[0] == told
        assert told not in batch(["in/a.txt,,,"]).lines
