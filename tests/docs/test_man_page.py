"""docs/ciextract.1 is what the commands are declared as, and a page that man can set."""

import importlib.util
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "ciextract.1"
_SPEC = importlib.util.spec_from_file_location("man_page", ROOT / "docs" / "man_page.py")
MAKER = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(MAKER)


def test_the_page_is_up_to_date():
    assert PAGE.read_text("utf-8") == MAKER.page(), "run `make man`"


def test_every_command_has_its_usage_and_options():
    page = PAGE.read_text("utf-8")
    commands = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert re.findall(r'^\.SS "(.+)"$', page, re.MULTILINE) == re.findall(
        r"^## (ciextract .+)$", commands, re.MULTILINE
    )
    documented = re.findall(r"^\| `(--[^` ]+)", commands, re.MULTILINE)
    assert len(re.findall(r"^\\fB.*\\-\\-", page, re.MULTILINE)) == len(documented)
    assert ".I [OPTIONS] RECORD SOURCE\n" in page


@pytest.mark.parametrize(
    ("text", "printed"),
    [("a-b", r"a\-b"), (r"\x1b", r"\ex1b"), (".md files", r"\&.md files"), ("'share(staff)'", r"\&'share(staff)'")],
)
def test_words_are_no_orders(text, printed):
    assert MAKER._plain(text) == printed


def test_man_can_set_it():
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed: the page was not set")
    ended = subprocess.run(["groff", "-man", "-ww", "-Tutf8", str(PAGE)], capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "parse [OPTIONS] FILE" in re.sub(r"\x1b\[\d*m|.\x08", "", ended.stdout)


def test_an_installation_has_it_where_man_looks():
    shared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"][
        "shared-data"
    ]
    assert shared["docs/ciextract.1"] == "share/man/man1/ciextract.1"
