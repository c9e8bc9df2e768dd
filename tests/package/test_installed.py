"""The wheel as a user has it: installed with its own dependencies, away from this tree."""

import json
import os
import subprocess

import pytest
from tests.package.conftest import ROOT

from ciextract import __version__
from ciextract.schema import schema_json

pytestmark = pytest.mark.package
REPORT = ROOT / "fixtures" / "graded-report"


@pytest.fixture
def run(installed, tmp_path):
    def run(*words, program="ciextract"):
        bare = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        return subprocess.run(
            [installed / program, *words], cwd=tmp_path, env=bare, check=True, capture_output=True
        ).stdout

    return run


def test_version(run):
    assert run("--version").decode().split() == ["ciextract", __version__]
    assert run("-m", "ciextract", "--version", program="python") == run("--version")


@pytest.mark.parametrize("name", ["document.txt", "reportlab.pdf", "word.docx"])
def test_parse(run, name):
    record = json.loads(run("parse", str(REPORT / name), "--quiet"))
    assert record["complete"] is True
    assert record["inspection"]["programme"] == "children_at_risk_of_harm"
    assert record["evaluations"]


def test_schema(run):
    assert run("schema").decode() == schema_json()


def test_a_page_to_review_and_the_programmes(run):
    assert run("review", str(REPORT / "document.txt")).startswith(b"<!doctype html>")
    assert b"compulsory" in run("programme", "list")


def test_it_comes_alone(run):
    names = {
        each["name"].lower() for each in json.loads(run("-m", "pip", "list", "--format", "json", program="python"))
    }
    assert "ciextract" in names
    assert not names & {"pytest", "pyarrow", "duckdb", "matplotlib", "distributed", "playwright", "ocrmypdf"}
