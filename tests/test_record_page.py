"""docs/record.md is what the model says of a record."""

import importlib.util
import re
from pathlib import Path

from ciextract.as_json import plain
from ciextract.validation import load_record

ROOT = Path(__file__).parents[1]
_SPEC = importlib.util.spec_from_file_location("record_page", ROOT / "docs" / "record_page.py")
RECORD_PAGE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(RECORD_PAGE)


def test_the_page_is_up_to_date():
    assert (ROOT / "docs" / "record.md").read_text("utf-8") == RECORD_PAGE.page(), "run `make schemas`"


def test_every_field_of_a_record_is_on_it():
    text = (ROOT / "docs" / "record.md").read_text("utf-8")
    record = load_record((ROOT / "fixtures" / "graded-report" / "record.json").read_text("utf-8"))
    assert set(plain(record)) <= set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))


def test_every_link_leads_to_a_chapter():
    text = (ROOT / "docs" / "record.md").read_text("utf-8")
    chapters = {name.lower() for name in re.findall(r"^## (\w+)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#(\w+)\)", text)) <= chapters
