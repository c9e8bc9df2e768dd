"""The fixtures' texts in; what they mean, how they are laid out and where something stands in them out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from tests.metamorphic.meanings import Meanings, said

from ciextract import parse
from ciextract.record import Evidence, Record

ROOT = Path(__file__).parents[2]
NAMES = sorted(path.parent.name for path in ROOT.glob("fixtures/*/document.txt"))
EACH = pytest.mark.parametrize("name", NAMES)
REPORTS = ("graded-report", "overview", "question-report")
"""Fixtures whose paragraphs hold no markup and no columns."""
FEW = settings(
    max_examples=max(3, settings.default.max_examples // 25), phases=(Phase.explicit, Phase.reuse, Phase.generate)
)
"""Few examples of each change to each text; HYPOTHESIS_PROFILE=searching tries more. A smaller place is no simpler."""

_MARKUP = re.compile(r"<[^>\n]*>|\S*\.\S*/\S*|www\S+|\*\*")


@cache
def text_of(name: str) -> str:
    """The text of a fixture."""
    return (ROOT / "fixtures" / name / "document.txt").read_text(encoding="utf-8")


@cache
def layout_of(name: str) -> dict[str, object]:
    """How a fixture is printed."""
    return tomllib.loads((ROOT / "fixtures" / name / "layout.toml").read_text(encoding="utf-8"))


@cache
def record_of(name: str) -> Record:
    """The record of a fixture's text as it is."""
    return parse(text_of(name).encode())


@cache
def meanings_of_fixture(name: str) -> Meanings:
    """What that record says."""
    return said(record_of(name))


@cache
def headings_of(name: str) -> tuple[tuple[int, bool], ...]:
    """Where the lines of the headings start, and whether a page starts with them."""
    text, found, place = text_of(name), [], 0
    for heading in layout_of(name).get("heading", []):
        match = re.compile(rf"^{re.escape(heading['line'])}$", re.MULTILINE).search(text, place)
        if match:
            place = match.end()
            found.append((match.start(), heading["page_break"]))
    return tuple(found)


def is_plain(text: str, start: int, end: int) -> bool:
    """The characters stand in no tag, no address and no emphasis marks."""
    line = text.rfind("\n", 0, start) + 1
    return all(
        end - line <= tag.start() or start - line >= tag.end() for tag in _MARKUP.finditer(text[line:].split("\n")[0])
    )


def plain_matches(name: str, pattern: str) -> list[re.Match[str]]:
    """Matches of a pattern in a fixture's text outside of tags, addresses and emphasis marks."""
    text = text_of(name)
    return [match for match in re.finditer(pattern, text) if is_plain(text, *match.span())]


def place_in_source(name: str, evidence: Evidence) -> tuple[int, int] | None:
    """Where evidence stands in the fixture's text; None where its line holds the words twice or differently."""
    lines = text_of(name).splitlines(keepends=True)
    if evidence.line is None:
        return None
    before, line = sum(map(len, lines[: evidence.line - 1])), lines[evidence.line - 1]
    pattern = re.compile(rf"(?<!\w){re.escape(evidence.quote)}(?!\w)")
    matches = list(pattern.finditer(line))
    return (before + matches[0].start(), before + matches[0].end()) if len(matches) == 1 else None


def placed(name: str, entries: Iterator[object]) -> list[tuple[object, int, int]]:
    """Entries of a record with their place in the fixture's text, those that have one."""
    places = ((entry, place_in_source(name, entry.evidence)) for entry in entries)
    return [(entry, *place) for entry, place in places if place is not None]


def replaced(text: str, start: int, end: int, words: str) -> str:
    """The text with other words at one place."""
    return text[:start] + words + text[end:]
