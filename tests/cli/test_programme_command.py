"""`ciextract programme`, and the tutorial of docs/programmes.md: a programme is added without touching any code."""

import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest

import ciextract
from ciextract.cli import main
from ciextract.programme.load import programmes

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "fixtures"
PACKAGE = Path(ciextract.__file__).parent
TUTORIAL = (ROOT / "docs" / "programmes.md").read_text("utf-8")
REPORT, FILE = (re.search(rf"```{kind}\n(.*?)```", TUTORIAL, re.DOTALL)[1] for kind in ("text", "toml"))


@pytest.fixture
def run(capsysbinary):
    def run(*words):
        code = main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


@pytest.fixture
def play(tmp_path):
    """The tutorial's report and its programme file."""
    report, file = tmp_path / "play.txt", tmp_path / "play.toml"
    report.write_text(REPORT, "utf-8")
    file.write_text(FILE, "utf-8")
    return report, file


def test_list_has_a_line_for_every_programme(run):
    code, out, err = run("programme", "list")
    rows = [line.split("\t") for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert {row[0] for row in rows} == {one.name for one in programmes()}
    assert [row[1] for row in rows] == sorted(row[1] for row in rows)
    assert all(len(row) == 4 for row in rows)


@pytest.mark.parametrize("name", [one.name for one in programmes()])
def test_show_prints_a_file_that_can_be_read_again_and_is_right(run, tmp_path, name):
    code, out, err = run("programme", "show", name)
    assert (code, err) == (0, "")
    assert tomllib.loads(out)["name"] == name
    mine = tmp_path / "mine.toml"
    mine.write_text(out, "utf-8")
    assert run("programme", "check", mine, "--quiet") == (0, "", "")


@pytest.mark.parametrize("words", [("show", "unheard_of"), ("check", "unheard_of"), ("show", "nowhere.toml")])
def test_what_is_not_there_is_refused(run, words):
    code, out, err = run("programme", *words)
    assert (code, out, err.count("\n")) == (9, "", 1)


WRONG = {
    "syntax": (FILE + "]", "", "not TOML"),
    "key": (FILE.replace("graded = true", "graded = true\ncolour = 1", 1), "indicator 1 (Room for play): colour", "accepted here: number, name"),
    "missing": (FILE.replace('title = "Joint inspections of places to play"\n', ""), "title", "is missing"),
    "scale": (FILE.replace("six_point", "ten_point"), "scale", "'six_point'"),
    "weight": (FILE.replace("weight = 3", "weight = 9"), "sign 1 (places-to-play): weight", "is 9"),
    "years": (FILE.replace("[2031]", "[2031, 2030]"), "", "the first must not be after the second"),
    "pattern": (FILE.replace(r"'\bplaces to play\b'", "'('"), "sign 1 (places-to-play): pattern", "no regular expression"),
    "takes": (FILE.replace("inspection of places to play in", "inspection of parks in"), "sign 1 (places-to-play): takes", "does not take"),
    "leaves": (FILE.replace("places to eat and play", "places to play"), "sign 1 (places-to-play): leaves", "the pattern takes"),
    "no-counter-example": (FILE.replace('leaves = ["inspection of a park"]\n', ""), "sign 2 (joint-inspection): leaves", "is empty"),
    "id-twice": (FILE.replace('id = "joint-inspection"', 'id = "places-to-play"'), "sign 2 (places-to-play): id", "used twice"),
    "one-sign": (re.sub(r"\[\[sign\]\]\nid = \"joint.*?weight = 1\n", "", FILE, flags=re.DOTALL), "sign", "2"),
    "kind": (FILE.replace('kind = "question"', 'kind = "poem"'), "heading 1 (poem): kind", "accepted: "),
    "name-twice": (FILE.replace('name = "Care of swings"', 'name = "Room for play"'), "indicator 2 (Room for play)", "used twice"),
    "graded-in-words": (FILE.replace('"six_point"', '"worded"'), "indicator", "the scale has no grades"),
}  # fmt: skip


@pytest.mark.parametrize("flaw", WRONG)
def test_check_says_what_is_wrong_by_entry_and_key(run, tmp_path, flaw):
    text, where, what = WRONG[flaw]
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    code, out, err = run("programme", "check", file)
    assert code == 9
    assert any(line.startswith(f"{file}: {where}") and what in line for line in out.splitlines()), out
    assert re.search(r"\d+ flaws?\n$", err)
    assert run("parse", FIXTURES / "news-release" / "document.txt", "--programme", file)[:2] == (9, "")


def test_check_tells_all_flaws_in_the_order_of_the_file(run, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(FILE.replace("weight = 3", "weight = 9").replace("graded = true", 'graded = "often"'), "utf-8")
    _, out, _ = run("programme", "check", file)
    assert [line.split(": ")[1].split(" (")[0] for line in out.splitlines()] == ["sign 1", "indicator 1", "indicator 2"]


@pytest.mark.parametrize("source", sorted(FIXTURES.glob("*/document.txt")), ids=lambda path: path.parent.name)
def test_a_new_programme_is_right_and_can_be_used_at_once(run, tmp_path, source):
    code, out, err = run("programme", "new", source)
    assert (code, err) == (0, "")
    file = tmp_path / "mine.toml"
    file.write_text(out, "utf-8")
    assert run("programme", "check", file, "--quiet") == (0, "", "")
    code, out, _ = run("parse", source, "--programme", file)
    assert (code, json.loads(out)["inspection"]["programme"]) == (0, "my_programme")


def test_a_programme_can_be_given_by_its_name(run):
    source = FIXTURES / "news-release" / "document.txt"
    code, out, err = run("parse", source, "--programme", "adult-support-and-protection")
    assert (code, json.loads(out)["inspection"]["programme"]) == (0, "adult_support_and_protection")
    assert "little shows that it is of adult_support_and_protection" in err


def code_of_the_package():
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(PACKAGE.rglob("*.py"))}


def test_the_tutorial_adds_a_programme_and_touches_no_code(run, play):
    report, file = play
    before = code_of_the_package()
    assert json.loads(run("parse", report)[1])["inspection"]["programme"] is None
    assert json.loads(run("parse", report)[1])["evaluations"] == []
    assert run("programme", "check", file)[0] == 0
    code, out, err = run("parse", report, "--programme", file)
    record = json.loads(out)
    assert (code, err) == (0, "")
    assert record["inspection"]["programme"] == "places_to_play"
    assert [one["kind"] for one in record["sections"] if one["title"] and one["title"].endswith("?")] == [
        "question"
    ] * 2
    assert [(one["indicator_name"], one["grade"]) for one in record["evaluations"]] == [
        ("Room for play", "good"), ("Care of swings", "weak"),
    ]  # fmt: skip
    assert code_of_the_package() == before


def test_the_tutorial_s_words_stand_in_no_source():
    words = tomllib.loads(FILE)
    phrases = [words["name"], *words["heading"][0]["titles"], *(one["name"] for one in words["indicator"])]
    for path in sorted(PACKAGE.rglob("*.py")):
        assert not [phrase for phrase in phrases if phrase.lower() in path.read_text("utf-8").lower()], path
