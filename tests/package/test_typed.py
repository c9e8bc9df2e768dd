"""The public words as a program of somebody else's has them: typed, documented, few, and light to import."""

import inspect
import subprocess
import sys

import pytest
from tests.package.conftest import ROOT

import ciextract

RIGHT = """
from pathlib import Path

import ciextract


def grades(path: Path) -> dict[str, int]:
    record: ciextract.Record = ciextract.parse(path)
    return {one.indicator: one.score for one in record.evaluations if one.indicator and one.score}


def pages(record: ciextract.Record) -> list[int]:
    return [one.evidence.page for one in record.key_messages if one.evidence.page is not None]


def told(path: str) -> str:
    try:
        record = ciextract.parse(path, password="open", source_url="https://council.example/report.pdf")
    except ciextract.CiextractError as error:
        return f"{error.exit_code}: {error.what}; {error.remedy}"
    again = ciextract.load_record(record.to_json())
    assert again == record
    return ciextract.read_document(Path(path).read_bytes()).text
"""

WRONG = """
import ciextract

record = ciextract.parse("report.pdf", pasword="open")
year: str = record.year
record.complete = True
ciextract.prase
"""


def checked(path, text):
    """What mypy says of a user's file, away from this tree and its settings."""
    path.write_text(text)
    words = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file=",
        f"--cache-dir={ROOT / '.mypy_cache' / 'outside'}",
    ]
    return subprocess.run([*words, path.name], cwd=path.parent, capture_output=True, text=True).stdout.splitlines()


@pytest.mark.package
def test_a_user_s_program_is_checked(tmp_path):
    assert checked(tmp_path / "right.py", RIGHT) == ["Success: no issues found in 1 source file"]


@pytest.mark.package
def test_a_wrong_one_is_told(tmp_path):
    said = checked(tmp_path / "wrong.py", WRONG)
    assert [line.split(":")[1] for line in said[:-1] if ": error:" in line] == ["4", "5", "6", "7"], said


@pytest.mark.parametrize("name", sorted(set(ciextract.__all__) - {"__version__"}))
def test_every_public_word_is_documented(name):
    word = getattr(ciextract, name)
    assert len(inspect.getdoc(word)) > 40
    if inspect.isfunction(word):
        assert "Raises" in inspect.getdoc(word)
        assert all(
            f"``{option}``" in inspect.getdoc(word)
            for option, shape in inspect.signature(word).parameters.items()
            if shape.kind is shape.KEYWORD_ONLY
        )


def test_what_is_not_public_is_an_error():
    with pytest.raises(AttributeError, match="prase"):
        ciextract.prase  # noqa: B018
    assert set(ciextract.__all__) <= set(dir(ciextract))


def test_importing_it_loads_nothing_of_it():
    code = "import sys; before = set(sys.modules); import ciextract; print(*sorted(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert [name for name in loaded if name.partition(".")[0] == "ciextract"] == ["ciextract"]
    assert {name.partition(".")[0] for name in loaded} <= set(sys.stdlib_module_names) | {"ciextract"}
