"""A document in, the beginning of a programme file out: what the document itself shows, the rest left to be said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ciextract.document import Document
from ciextract.extractors.evaluations import evaluations
from ciextract.extractors.finding import DateFinding, EvaluationFinding
from ciextract.extractors.partners import partners
from ciextract.extractors.publication import publication
from ciextract.extractors.reading import Reading
from ciextract.outline import outline
from ciextract.outline.matching import matcher_of
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.documents import document_words
from ciextract.vocabulary.rules import first_taking

TITLE = 300
"""Characters of a title that a sign is made of, at the most."""
UNDATED = 2000
"""The first year of a programme whose document says no date; for the user to correct."""
_AREA = "{area}"
_KNOWN = ("introduction", "conclusion", "next_steps", "appendix", "contact", "glossary")


def draft(document: Document) -> str:
    """The text of a programme file that passes its check, with comments where the user is to go on."""
    reading = Reading(document, outline(document, None), None)
    return "\n".join([*_head(reading), *_signs(reading), *_headings(reading), *_indicators(reading), ""])


def _quoted(text: str) -> str:
    """A string as TOML has it; a basic string of TOML is one of JSON."""
    return json.dumps(text, ensure_ascii=False)


def _title(reading: Reading) -> str:
    """The title without the name of the area and what stands before it, or the first line."""
    spans = [span for part in reading.outline.parts for span in part.title]
    first = reading.document.blocks[0].content if reading.document.blocks else None
    text = " ".join(reading.document[span] for span in (spans or ([first] if first is not None else [])))[:TITLE]
    for name in reversed(list(councils().named_in(text))):
        text = text[: name.start]
    words = re.sub(r"(?:\s+(?:in|of|for|the|across))+\s*$", "", " ".join(text.split()))
    return words or "A title"


def _head(reading: Reading) -> Iterator[str]:
    dated = next((finding.date for finding in publication(reading) if isinstance(finding, DateFinding)), None)
    year = int(dated[:4]) if dated is not None else UNDATED
    bodies = [finding.name for finding in partners(reading)]
    yield "# Say here where the facts of this file come from. Mark what nobody has seen in print by verified = false."
    yield 'name = "my_programme"  # small letters, digits and _'
    yield f"title = {_quoted(_title(reading))}"
    yield f"years = [{year}]  # the first and the last; the first alone while it goes on"
    yield f"partners = [{', '.join(map(_quoted, bodies))}]"
    yield 'scale = "six_point"  # or "six_point_satisfactory", or "worded" with [[subject]] tables'


def _signs(reading: Reading) -> Iterator[str]:
    """The end of the title, and the words that every such document has."""
    title = _title(reading)
    theme = " ".join(title.split()[-8:])
    yield "\n# By what a document shows that it is of this programme: two signs or more, weights of 4 or more in all."
    yield from _sign("title", theme, 3)
    body = next((finding.name for finding in partners(reading)), None)
    rule = first_taking(document_words().title, title)
    other = body or (title.split()[0] if rule is None else " ".join(title.split()[:2]))
    yield from _sign("makers", other, 1)


def _sign(name: str, words: str, weight: int) -> Iterator[str]:
    pattern = re.escape(words).replace(r"\ ", " ")
    yield "[[sign]]"
    yield f"id = {_quoted(name)}"
    yield f"pattern = {_quoted(pattern)}"
    yield f"takes = [{_quoted(words)}]"
    yield 'leaves = ["a text of another kind"]  # better: one that comes close'
    yield f"weight = {weight}"


def _headings(reading: Reading) -> Iterator[str]:
    """The top headings that no programme shares; questions by their mark."""
    matcher = matcher_of(None)
    yield "\n# The headings of its documents, with their kinds; {area} stands for the name of an area."
    seen: set[str] = set()
    for section in reading.outline.sections:
        if section.heading is None or section.heading.level > 1 or section.kind in _KNOWN:
            continue
        printed = reading.document[section.heading.title]
        if matcher.match(printed) is not None or printed.lower() in seen:
            continue
        seen.add(printed.lower())
        title = _with_area(printed)
        yield "[[heading]]"
        yield f"kind = {_quoted('question' if printed.rstrip().endswith('?') else 'other')}"
        yield f"titles = [{_quoted(title.rstrip('?'))}]"


def _with_area(title: str) -> str:
    for name in reversed(list(councils().named_in(title))):
        title = title[: name.start] + _AREA + title[name.end :]
    return title


def _indicators(reading: Reading) -> Iterator[str]:
    """The indicators that a table or a line grades, once each."""
    yield "\n# The indicators that it grades; a number where the documents print one."
    found: dict[str, EvaluationFinding] = {}
    for finding in evaluations(reading):
        if finding.indicator_name is not None:
            found.setdefault(finding.indicator_name.lower(), finding)
    for finding in found.values():
        yield "[[indicator]]"
        if finding.indicator is not None:
            yield f"number = {_quoted(finding.indicator)}"
        yield f"name = {_quoted(finding.indicator_name or '')}"
        yield "graded = true"
