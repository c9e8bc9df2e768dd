"""One version, said in several files."""

import re

import yaml
from tests.package.conftest import ROOT

from ciextract import __version__


def test_the_citation():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert (citation["cff-version"], citation["title"], citation["version"]) == ("1.2.0", "ciextract", __version__)
    assert citation["license"] == "MIT"


def test_the_changelog_has_a_heading_for_it():
    headings = re.findall(r"^## \[(.+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert __version__ in headings
