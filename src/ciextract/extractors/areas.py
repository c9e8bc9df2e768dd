"""The partnership areas that were inspected. An area only named in passing is none, nor is the publisher's address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ciextract.document import Span
from ciextract.extractors.finding import AreaFinding
from ciextract.extractors.reading import Reading, Sentence
from ciextract.outline.model import PartFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.councils import AreaName, councils
from ciextract.vocabulary.documents import document_words
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.inspections import inspection_words

SEVERAL = 3
"""Areas that a sentence of an overview names at the least, to be a list of those inspected."""
SHARE = 0.6
"""An area counts beside the one named most often when it is named at least so often, relative to it."""


def areas(reading: Reading) -> Iterator[AreaFinding]:
    """Each area once, where it is first named as inspected."""
    seen: set[str] = set()
    for part in reading.outline.parts:
        for finding in _of_part(reading, part):
            if finding.code not in seen:
                seen.add(finding.code)
                yield finding


def _of_part(reading: Reading, part: PartFound) -> Iterator[AreaFinding]:
    if part.kind is DocumentKind.OVERVIEW_REPORT:
        yield from sorted((*_listed(reading, part), *_tabled(reading, part)), key=lambda finding: finding.span)
        return
    titled = list(_titled(reading, part))
    yield from titled or _told(reading, part)


def _titled(reading: Reading, part: PartFound) -> Iterator[AreaFinding]:
    for title in part.title:
        for name in councils().named_in(reading.document[title]):
            yield _finding(title.start, name, "extractors/areas#title")


def _listed(reading: Reading, part: PartFound) -> Iterator[AreaFinding]:
    """A list of areas in a sentence that says where inspections took place."""
    for sentence in _sentences(reading, part):
        text = reading.document[sentence.span]
        for rule in inspection_words().inspected:
            match = rule.search(text)
            if match is None:
                continue
            names = list(councils().named_in(match["areas"]))
            if len(names) >= SEVERAL:
                for name in names:
                    yield _finding(sentence.span.start + match.start("areas"), name, rule.address)


def _tabled(reading: Reading, part: PartFound) -> Iterator[AreaFinding]:
    """Rows of a table of evaluations."""
    for table in reading.document.tables:
        if not part.span.start <= table.span.start < part.span.end:
            continue
        for row in table.rows:
            cells = [reading.document[cell].strip() for cell in row.cells]
            council = councils().by_spelling.get(cells[0])
            if council is not None and any(grades().named(cell) for cell in cells[1:]):
                name = AreaName(council, 0, len(cells[0]))
                yield _finding(row.cells[0].start, name, "extractors/areas#table")


def _told(reading: Reading, part: PartFound) -> Iterator[AreaFinding]:
    """The area that sentences name as the one of the services, the partnership or the inspection."""
    found: dict[str, AreaFinding] = {}
    counts: Counter[str] = Counter()
    for sentence in _sentences(reading, part):
        text = reading.document[sentence.span]
        for rule in inspection_words().area:
            for match in rule.expression.finditer(text):
                for name in councils().named_in(match["areas"]):
                    finding = _finding(sentence.span.start + match.start("areas"), name, rule.address)
                    found.setdefault(name.council.code, finding)
                    counts[name.council.code] += 1
    most = max(counts.values(), default=0)
    yield from (finding for code, finding in found.items() if counts[code] >= SHARE * most)


def _sentences(reading: Reading, part: PartFound) -> Iterator[Sentence]:
    """Sentences of the part that are not of a contact block, nor lines that only link to other pages."""
    for sentence in reading.sentences_at(councils().may_be_named_at(reading.document.text)):
        if not part.span.start <= sentence.span.start < part.span.end:
            continue
        if reading.section_of(sentence.span).kind == "contact":
            continue
        if not any(rule.search(reading.document[sentence.span]) for rule in document_words().link):
            yield sentence


def _finding(offset: int, name: AreaName, rule: str) -> AreaFinding:
    span = Span(offset + name.start, offset + name.end)
    return AreaFinding(span=span, rule=rule, name=name.council.name, code=name.council.code)
