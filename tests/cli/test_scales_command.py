"""`ciextract scales` and `ciextract parse --scale`: what was published, gaps and overlaps included, only when asked for."""

import json
from pathlib import Path

import pytest
from tests.cli.terminal import seen_on_terminal

from ciextract.cli import main

GRADED = Path(__file__).parents[2] / "fixtures" / "graded-report" / "document.txt"
NAME = "education-scotland"
OURS = """name = "ours"
publisher = "Us"
title = "Words"
source = "https://us.example"
[[range]]
quantifier = "most"
printed = "60 to 90"
low = 60
high = 90
"""


@pytest.fixture
def run(capsysbinary):
    def run(*words):
        code = main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


@pytest.fixture
def bounds(run):
    def bounds(*options):
        code, out, _ = run("parse", GRADED, *options)
        assert code == 0
        return [(share["quantifier"], share["bounds"]) for share in json.loads(out)["proportions"]]

    return bounds


BAD = {
    "colour": ('colour = "red"\n' + OURS, "colour", "a scale has name, publisher"),
    "range-key": (OURS + "colour = 1\n", "range.0.colour", "each range has quantifier"),
    "missing": (OURS.replace('title = "Words"\n', ""), "title", "a scale has"),
    "above": (OURS.replace("90\n", "190\n"), "range.0.high", "less than or equal to 100"),
    "not-a-number": (OURS.replace("low = 60", "low = nan"), "range.0.low", "Input should be"),
    "order": (OURS.replace("low = 60", "low = 95"), "range.0", "low is above high"),
    "word": (OURS.replace('"most"', '"several"'), "range.0.quantifier", "'almost_all'"),
    "twice": (OURS + OURS[OURS.index("[[") :], "two ranges", "a scale has"),
    "toml": ("name = \n", "not TOML", "line"),
    "bytes": (b"name = '\xff'", "not UTF-8 at byte 8", "save it as UTF-8"),
}


@pytest.mark.parametrize("words", [("scales",), ("parse", GRADED, "--scale")], ids=["scales", "parse"])
class TestRefused:
    @pytest.mark.parametrize("case", BAD)
    def test_a_bad_file_is_told_by_file_key_and_what_would_be_accepted(self, run, tmp_path, words, case):
        content, key, accepted = BAD[case]
        path = tmp_path / "ours.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        code, out, err = run(*words, path)
        assert (code, out, err.count("\n")) == (9, "", 1)
        assert err.startswith(f"ciextract: {path}: ")
        assert key in err
        assert accepted in err

    @pytest.mark.parametrize("name", ["nope", "", "Education Scotland", "../education-scotland", "\x1b[31m"])
    def test_an_unknown_name_is_told_with_the_known_ones(self, run, words, name):
        code, out, err = run(*words, name)
        assert (code, out, err.count("\n"), "\x1b" in err) == (9, "", 1, False)
        assert NAME in err

    def test_a_file_that_is_not_there(self, run, tmp_path, words):
        code, out, err = run(*words, tmp_path / "none.toml")
        assert (code, out) == (9, "")
        assert "no such file" in err.lower()


def test_a_bad_scale_is_refused_before_the_document_is_read(run, tmp_path):
    assert run("parse", tmp_path / "none.pdf", "--scale", "nope")[0] == 9


def test_no_scale_is_on_unless_it_is_asked_for(bounds):
    assert {held["basis"] for _, held in bounds()} == {"arithmetic", "convention"}
    assert {held["scale"] for _, held in bounds()} == {None}


def test_a_published_scale_is_applied_to_words(bounds):
    plain, scaled = bounds(), bounds("--scale", NAME)
    assert len(plain) == len(scaled)
    for (word, before), (_, after) in zip(plain, scaled, strict=True):
        if before == after:
            continue
        assert (after["basis"], after["scale"]) == ("published", NAME)
        assert word in {"almost_all", "most", "majority", "few", "fraction"}
    most = [held for word, held in scaled if word == "most"]
    assert {(held["low"], held["high"], held["scale"]) for held in most} == {(75, 90, NAME)}


def test_words_without_a_range_and_numbers_keep_their_bounds(bounds):
    for word, held in bounds("--scale", NAME):
        if word in {"percentage", "tally", "all", "none", "half", "minority", "not_all"}:
            assert held["basis"] != "published"


def test_a_scale_of_the_user(bounds, tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text(OURS, "utf-8")
    published = [(word, held) for word, held in bounds("--scale", path) if held["basis"] == "published"]
    assert {(word, held["low"], held["scale"]) for word, held in published} == {("most", 60, "ours")}


def test_a_scale_is_plain_lines_in_a_pipe(run):
    code, out, err = run("scales")
    assert (code, err) == (0, "")
    assert out == run("scales", NAME)[1]
    lines = [line.removeprefix(f"{NAME} ") for line in out.splitlines()]
    assert 'range most: 75 to 90, printed as "75% to 90%"' in lines
    assert 'range almost_all: over 90 to 100, printed as "over 90%"' in lines
    assert [line for line in lines if line.startswith(("gap", "overlap"))] == [
        "gap: no word between 49 and 50", "gap: no word between 74 and 75", "overlap: 15 is few and under 1/2",
    ]  # fmt: skip
    assert any(line.startswith("source https://") for line in lines)


def ranges(*held):
    head = OURS[: OURS.index("[[")]
    words = ("few", "minority", "half", "majority")
    return head + "".join(
        f'[[range]]\nquantifier = "{word}"\nprinted = ""\nlow = {low}\nhigh = {high}\n{more}\n'
        for word, (low, high, more) in zip(words, held, strict=False)
    )


@pytest.mark.parametrize(
    ("held", "flaws"),
    [
        ([(0, 100, "")], []),
        ([(0, 100, ""), (10, 20, "")], ["overlap: 10 to 20 is few and minority"]),
        ([(0, 50, "high_inclusive = false"), (50, 100, "")], []),
        ([(0, 50, "high_inclusive = false"), (50, 100, "low_inclusive = false")], ["gap: no word for 50"]),
        ([(20, 40, "")], ["gap: no word between 0 and 20", "gap: no word between 40 and 100"]),
    ],
)
def test_gaps_and_overlaps_of_a_user_s_scale(run, tmp_path, held, flaws):
    path = tmp_path / "ours.toml"
    path.write_text(ranges(*held), "utf-8")
    lines = [line.removeprefix("ours ") for line in run("scales", path)[1].splitlines()]
    assert [line for line in lines if line.startswith(("gap", "overlap"))] == flaws


def test_a_scale_is_a_table_on_a_terminal(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text(OURS.replace('"Words"', '"[bold]W[/x]\\u001b[31m"'), "utf-8")
    seen = seen_on_terminal("-m", "ciextract", "scales", path, NO_COLOR="1")
    assert "│ most" in seen
    assert r"[bold]W[/x]\x1b[31m" in seen
    assert "\x1b" not in seen
