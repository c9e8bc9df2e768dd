"""`ciextract explain` on real documents: JSON in a pipe, the phrase marked on a terminal, one line when it cannot."""

import json
from pathlib import Path

import pytest
from tests.cli.terminal import seen_on_terminal

from ciextract.cli import main

GRADED = Path(__file__).parents[2] / "fixtures" / "graded-report" / "document.txt"
HOSTILE = "Report [bold]x[/y] \x1b[31mred\u202e\n\nMost [link=a]staff[/q] agreed \x9bX with us.\n\nThe most \x1b]0;effective plans.\n"


@pytest.fixture
def explain(capsysbinary):
    def explain(*words):
        code = main(["explain", *map(str, words)])
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return explain


@pytest.mark.parametrize("path", ["/nothing", "/proportions/9999", "no such words", " ", "/\x1b[31m", "\x1b]0;x"])
def test_what_is_not_there_is_one_line(explain, path):
    code, out, err = explain(GRADED, path)
    assert (code, out, err.count("\n"), "\x1b" in err) == (2, "", 1, False)
    assert err.startswith(f"ciextract: {GRADED}: ")


def test_a_document_that_is_not_there(explain, tmp_path):
    code, out, err = explain(tmp_path / "none.txt", "/documents")
    assert (code, out, err.count("\n")) == (3, "", 1)


def test_a_value_in_a_pipe_is_json(explain):
    code, out, _ = explain(GRADED, "/evaluations/0/grade")
    answer = json.loads(out)
    assert (code, answer["value"]) == (0, "good")
    assert answer["rules"][0]["address"].startswith("vocabulary/evaluations#")
    assert answer["rules"][0]["words"]["takes"]


def test_text_in_a_pipe_is_json(explain):
    _, out, _ = explain(GRADED, "MOST   detailed")
    answer = json.loads(out)
    assert [place["quote"] for place in answer["places"]] == ["most detailed"]
    assert answer["declined"][0]["why"] == "a superlative"


def test_without_a_path_values_and_refusals_are_counted(explain):
    _, out, _ = explain(GRADED)
    answer = json.loads(out)
    assert {"layer", "rule", "count"} == set(answer["values"][0])
    assert {"why", "rules", "count"} == set(answer["declined"][0])


@pytest.mark.parametrize("path", [(), ("/documents/0",), ("/sections/0",), ("agreed",), ("most",)])
def test_nothing_of_a_document_is_obeyed_in_a_pipe(explain, tmp_path, path):
    file = tmp_path / "hostile.txt"
    file.write_text(HOSTILE, "utf-8")
    code, out, _ = explain(file, *path)
    assert code == 0
    assert not {"\x1b", "\x9b", "\u202e"} & set(out)
    json.loads(out)


@pytest.mark.parametrize(
    "path", [(), ("/documents/0",), ("/sections/0",), ("/sections/0/text",), ("agreed",), ("most",)]
)
def test_nothing_of_a_document_is_obeyed_on_a_terminal(tmp_path, path):
    file = tmp_path / "hostile.txt"
    file.write_text(HOSTILE, "utf-8")
    seen = seen_on_terminal("-m", "ciextract", "explain", file, *path, NO_COLOR="1")
    assert not {"\x1b", "\x9b", "\u202e"} & set(seen)


def test_a_phrase_is_marked_by_signs_without_colours_and_by_a_style_with_them(tmp_path):
    file = tmp_path / "small.txt"
    file.write_text("Most staff agreed with us. The most effective plans were short.\n", "utf-8")
    assert ">>>most<<< effective" in seen_on_terminal("-m", "ciextract", "explain", file, "effective", NO_COLOR="1")
    coloured = seen_on_terminal("-m", "ciextract", "explain", file, "effective")
    assert "\x1b[1;7mmost\x1b[0m effective" in coloured
    assert ">>>" not in coloured


def test_every_kind_of_answer_fits_a_terminal():
    for path in ([], ["/checks/0"], ["of the"]):
        seen = seen_on_terminal("-m", "ciextract", "explain", GRADED, *path, NO_COLOR="1")
        assert max(map(len, seen.splitlines())) <= 80
