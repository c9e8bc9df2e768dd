"""What is installed is under licences that are allowed, and docs/licences.md says so."""

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_SPEC = importlib.util.spec_from_file_location("licences_page", ROOT / "docs" / "licences_page.py")
LICENCES = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(LICENCES)

PAGE = (ROOT / "docs" / "licences.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| ([\w-]+) \| (.+) \|$", PAGE, re.MULTILINE))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


@pytest.fixture
def stating(monkeypatch):
    """A library that states these licences."""

    def stating(expression=None, classifiers=(), text=None):
        said = {"License-Expression": expression, "License": text}
        held = type("Said", (), {"get": lambda _, name: said[name], "get_all": lambda _, name: list(classifiers)})()
        monkeypatch.setattr(LICENCES, "metadata", lambda name: held)
        return LICENCES

    return stating


@pytest.mark.parametrize(
    "said",
    [
        {"expression": "GPL-3.0-or-later"},
        {"expression": "MIT AND AGPL-3.0-only"},
        {"classifiers": ["License :: OSI Approved :: GNU Affero General Public License v3"]},
        {"classifiers": ["License :: OSI Approved :: GNU General Public License v2 (GPLv2)"]},
        {"text": "GPL-3.0"},
        {"text": "All rights reserved"},
        {},
    ],
)
def test_what_is_refused(stating, said):
    page = stating(**said)
    assert not page.allows("some-library", page.PERMISSIVE + page.WEAK)


@pytest.mark.parametrize(
    "said",
    [
        {"expression": "MPL-2.0"},
        {"expression": "GPL-2.0-only OR LGPL-3.0-only"},
        {"classifiers": ["License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)"]},
    ],
)
def test_what_is_weak(stating, said):
    page = stating(**said)
    assert page.allows("some-library", page.PERMISSIVE + page.WEAK)
    assert not page.allows("some-library", page.PERMISSIVE)


@pytest.mark.parametrize(
    "said",
    [
        {"expression": "MIT"},
        {"expression": "BSD-3-Clause AND (MIT OR Apache-2.0) AND Zlib"},
        {"expression": "GPL-2.0-only OR MIT"},
        {"text": "BSD 3-Clause License\n\nCopyright and much more"},
        {"classifiers": ["License :: OSI Approved :: Apache Software License"]},
    ],
)
def test_what_is_permissive(stating, said):
    page = stating(**said)
    assert page.allows("some-library", page.PERMISSIVE)


def test_the_core_is_permissive():
    core = LICENCES.closure(None)
    assert len(core) >= len(PROJECT["dependencies"])
    assert [name for name in sorted(core) if not LICENCES.allows(name, LICENCES.PERMISSIVE)] == []


@pytest.mark.parametrize("extra", EXTRAS)
def test_no_extra_has_strong_copyleft(extra):
    names = LICENCES.closure(extra)
    assert [name for name in sorted(names) if not LICENCES.allows(name, LICENCES.PERMISSIVE + LICENCES.WEAK)] == []
    if extra in LICENCES.USERS and extra != "ocr":
        assert [name for name in sorted(names) if not LICENCES.allows(name, LICENCES.PERMISSIVE)] == []


def test_the_page_has_every_library_that_is_asked_for():
    asked = [each for several in (PROJECT["dependencies"], *EXTRAS.values()) for each in several]
    names = {LICENCES._plain(re.match(r"[\w.-]+", each)[0]) for each in asked} - {"ciextract"}
    assert names <= set(ROWS), "run `make licences`"


def test_the_page_marks_what_is_weak():
    installed = [name for name in ROWS if LICENCES._installed(name)]
    weak = {name for name in installed if not LICENCES.allows(name, LICENCES.PERMISSIVE)}
    assert {name for name in installed if "weak" in ROWS[name]} == weak, "run `make licences`"
