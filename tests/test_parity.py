"""The same document as text and as a PDF of several producers: one record, but for what is listed beside the fixture.

``parity.toml`` in a fixture's folder lists what a PDF's record says otherwise than the text's, each with its reason:

    [[difference]]
    producers = ["typst"]             # all of them where it is left out
    kind = "changed"                  # changed, added or removed
    what = ["/sections/*/text"]       # the places in the record, * for an index
    before = "words in the text"      # both values, or the words in which they differ
    after = "words in the PDF"
    moved = "A note."                 # instead of the two: words that stand elsewhere in the other record
    reason = "Why this is so."

A difference that none of them accounts for in full, and one that is listed and does not occur, fail alike.
"""

import json
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from ciextract import parse
from ciextract.difference import Group, Kind, compare

ROOT = Path(__file__).parents[1]
PDFS = sorted(path for path in ROOT.glob("fixtures/*/*.pdf") if path.with_name("document.txt").exists())
KEYS = {"producers", "kind", "what", "before", "after", "moved", "reason"}


@dataclass(frozen=True)
class Listed:
    kind: str
    what: str
    before: str | None
    after: str | None
    moved: str | None

    def is_about(self, found):
        return self.kind == found.kind and re.fullmatch(self.pattern, (found.before or found.after).pointer) is not None

    @property
    def pattern(self):
        return re.escape(self.what).replace(r"\*", r"\d+")

    def applied(self, before, after):
        """Both values without this difference."""
        if self.moved is not None:
            marked = re.compile(rf"(?:\b\d\s?)?{re.escape(self.moved)}\s*")
            return squeezed(marked.sub("", before)), squeezed(marked.sub("", after))
        return squeezed(before.replace(self.before, self.after)) if self.before else before, after


def squeezed(text):
    return " ".join(text.split())


def words_of(side):
    """A value as one line of text."""
    if side is None:
        return ""
    return squeezed(side.value if isinstance(side.value, str) else json.dumps(side.value, ensure_ascii=False))


@cache
def record_of(path):
    return parse(path)


def listed_beside(path):
    """What is listed beside a fixture, for the producer of one PDF."""
    listing = path.with_name("parity.toml")
    entries = tomllib.loads(listing.read_text("utf-8"))["difference"] if listing.exists() else []
    for entry in entries:
        assert entry.keys() <= KEYS
        assert len(entry["reason"].split()) > 4
        assert ("moved" in entry) != ("before" in entry or "after" in entry)
    return [
        Listed(entry["kind"], what, *(entry.get(name) for name in ("before", "after", "moved")))
        for entry in entries
        for what in entry["what"]
        if path.stem in entry.get("producers", [path.stem])
    ]


def unaccounted(found, listed, used):
    """What of a difference is not listed; what is, is noted in ``used``."""
    before, after = words_of(found.before), words_of(found.after)
    for one in listed:
        if not one.is_about(found):
            continue
        if one.kind != Kind.CHANGED:
            whole, words = (after, one.after) if one.kind == Kind.ADDED else (before, one.before)
            if words in whole:
                used.add(one)
                return None
            continue
        applied = one.applied(before, after)
        if applied != (before, after):
            used.add(one)
            before, after = applied
    return None if before == after else (found.kind, (found.before or found.after).pointer, before, after)


@pytest.mark.parametrize("path", PDFS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_pdf_says_what_its_text_says(path):
    listed, used = listed_beside(path), set()
    text, pdf = record_of(path.with_name("document.txt")), record_of(path)
    found = [unaccounted(one, listed, used) for one in compare(text, pdf, only=[Group.VALUES]).differences]
    assert [one for one in found if one is not None] == []
    assert [one for one in listed if one not in used] == []


def test_every_fixture_has_pdfs_of_two_producers_and_most_pages_of_six():
    two, six = {"reportlab", "typst"}, {"reportlab", "typst", "weasyprint", "chromium", "libreoffice", "latex"}
    folders = {path.parent for path in ROOT.glob("fixtures/*/document.txt")}
    found = [{path.stem for path in folder.glob("*.pdf")} for folder in folders]
    assert all(two <= producers <= six for producers in found)
    assert sum(producers == six for producers in found) >= 5


def test_nothing_else_is_listed():
    assert {path.parent for path in ROOT.glob("fixtures/*/parity.toml")} <= {path.parent for path in PDFS}
