"""Wheel and sdist built from this tree; with CIEXTRACT_PACKAGE set, the wheel installed with what it depends on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EPOCH = "1700000000"


def pytest_collection_modifyitems(items):
    slow = pytest.mark.skip(reason="CIEXTRACT_PACKAGE is not set; see `make package`")
    for item in items:
        if item.get_closest_marker("package") and not os.environ.get("CIEXTRACT_PACKAGE"):
            item.add_marker(slow)


def built(source, kind, to):
    """The file that a source tree gives, built with what is installed: nothing is fetched."""
    words = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(to)]
    subprocess.run(words, cwd=source, env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH}, check=True, capture_output=True)
    [path] = to.iterdir()
    return path


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    return built(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def sdist(tmp_path_factory):
    return built(ROOT, "sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    """The programs of a new virtual environment that has the wheel and what it names as its dependencies."""
    place = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", place], check=True)
    programs = place / "bin"
    pip = [programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, wheel], check=True)
    return programs
