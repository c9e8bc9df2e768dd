"""What the wheel and the sdist hold, and that one gives the other; built without a network."""

import tarfile
import tomllib
from email.parser import HeaderParser
from pathlib import PurePosixPath
from zipfile import ZipFile

import pytest
from tests.package.conftest import ROOT, built

from ciextract import __version__

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SOURCES = [
    path for path in (ROOT / "src" / "ciextract").rglob("*") if path.is_file() and "__pycache__" not in path.parts
]
SHARED = {
    "share/doc/ciextract/CHANGELOG.md": ROOT / "CHANGELOG.md",
    "share/doc/ciextract/CITATION.cff": ROOT / "CITATION.cff",
    "share/man/man1/ciextract.1": ROOT / "docs" / "ciextract.1",
    **{f"share/ciextract/schemas/{path.name}": path for path in (ROOT / "schemas").iterdir()},
}


@pytest.fixture(scope="module")
def in_wheel(wheel):
    with ZipFile(wheel) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture(scope="module")
def in_sdist(sdist):
    with tarfile.open(sdist) as opened:
        return {
            member.name.partition("/")[2]: opened.extractfile(member).read()
            for member in opened.getmembers()
            if member.isfile()
        }


def test_no_tests_and_none_of_their_documents(in_wheel, in_sdist):
    kept_out = {"tests", "fixtures", "benchmarks", ".ci", ".venv"}
    assert not [name for name in [*in_wheel, *in_sdist] if kept_out & set(PurePosixPath(name).parts)]
    assert not [name for name in in_wheel if name.endswith((".pyc", ".pdf", ".docx"))]


def test_the_wheel_has_every_file_of_the_package(in_wheel):
    wanted = {f"ciextract/{path.relative_to(ROOT / 'src' / 'ciextract').as_posix()}": path for path in SOURCES}
    assert {name for name in in_wheel if name.startswith("ciextract/")} == set(wanted)
    assert {name for name, path in wanted.items() if in_wheel[name] != path.read_bytes()} == set()
    kinds = {PurePosixPath(name).suffix for name in wanted}
    assert {".py", ".toml", ".html", ".css", ".js"} <= kinds
    assert "ciextract/py.typed" in wanted


def test_what_stands_beside_the_package(in_wheel):
    data = f"ciextract-{__version__}.data/data/"
    shared = {name.removeprefix(data): held for name, held in in_wheel.items() if name.startswith(data)}
    assert {name: path.read_bytes() for name, path in SHARED.items()}.items() <= shared.items()


def test_what_the_wheel_says_of_itself(in_wheel):
    own = f"ciextract-{__version__}.dist-info"
    said = HeaderParser().parsestr(in_wheel[f"{own}/METADATA"].decode())
    assert (said["Name"], said["Version"], said["License-Expression"]) == ("ciextract", __version__, "MIT")
    assert said["Requires-Python"] == ">=3.11"
    assert in_wheel[f"{own}/licenses/LICENSE"] == (ROOT / "LICENSE").read_bytes()
    assert b"ciextract = ciextract.cli:main" in in_wheel[f"{own}/entry_points.txt"]
    needed = [each for each in said.get_all("Requires-Dist") if "extra ==" not in each]
    assert len(needed) == len(PROJECT["dependencies"])


def test_it_runs_on_every_system(wheel):
    assert wheel.name == f"ciextract-{__version__}-py3-none-any.whl"


def test_the_sdist_has_what_wheel_and_documentation_are_made_of(in_sdist):
    names = (
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "CITATION.cff",
        "pyproject.toml",
        "Makefile",
        "docs/record_page.py",
    )
    folders = [
        path
        for folder in ("docs", "schemas")
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in (".md", ".json")
    ]
    for path in [*(ROOT / name for name in names), *folders]:
        assert in_sdist[path.relative_to(ROOT).as_posix()] == path.read_bytes()


def test_the_sdist_gives_the_same_wheel(sdist, wheel, tmp_path):
    with tarfile.open(sdist) as opened:
        opened.extraction_filter = getattr(tarfile, "data_filter", lambda member, path: member)  # new in 3.11.4
        opened.extractall(tmp_path / "source")
    [source] = (tmp_path / "source").iterdir()
    assert built(source, "wheel", tmp_path / "built").read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_the_same_bytes_each_time(kind, request, tmp_path):
    assert built(ROOT, kind, tmp_path).read_bytes() == request.getfixturevalue(kind).read_bytes()
