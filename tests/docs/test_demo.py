"""`make demo`: a record, a review page and a comparison that a browser opens without a network."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import ciextract

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """What it prints, and its folder; with this interpreter's programs for those that it would install."""
    place = tmp_path_factory.mktemp("demo")
    (place / "venv").mkdir()
    (place / "venv" / "bin").symlink_to(Path(sys.executable).parent)
    for made in ("installed", "installed-plots"):
        (place / "venv" / made).touch()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    words = ["make", "--no-print-directory", "demo", f"VENV={place / 'venv'}", f"DEMO={place / 'demo'}"]
    ended = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout, place / "demo"


def test_it_says_where_the_files_are_and_little_else(demo):
    printed, place = demo
    assert [line.split()[0] for line in printed.splitlines()[:3]] == [
        str(place / name) for name in ("record.json", "review.html", "comparison.html")
    ]
    assert len(printed.splitlines()) == 4


def test_the_record_is_one(demo):
    record = ciextract.load_record((demo[1] / "record.json").read_text("utf-8"))
    assert record.complete
    assert record.evaluations


@pytest.mark.parametrize(("page", "words"), [("review.html", "West Lothian"), ("comparison.html", "Inverclyde")])
def test_the_pages_are_whole_and_load_nothing(demo, page, words):
    text = (demo[1] / page).read_text("utf-8")
    assert text.startswith("<!doctype html>")
    assert text.rstrip().endswith("</html>")
    assert words in text
    assert not re.findall(r"<(?:link|script|img|iframe)\b[^>]*(?:src|href)=[\"'](?!data:|#)", text)
