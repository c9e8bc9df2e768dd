"""Titles of the parts of a file: of the cover, of a paper's subject line, of a release's headline."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.document import Span
from ciextract.extractors.finding import TitleFinding
from ciextract.extractors.reading import Reading
from ciextract.outline.model import PartFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.documents import document_words

SUBJECT_WITHIN = 30
"""Blocks at the beginning of a committee paper among which its subject line stands."""


def titles(reading: Reading) -> Iterator[TitleFinding]:
    """At most one title a part."""
    for index, part in enumerate(reading.outline.parts):
        found = _title(reading, part)
        if found is not None:
            span, rule = found
            yield TitleFinding(span=span, rule=rule, part=index, text=" ".join(reading.document[span].split()))


def _title(reading: Reading, part: PartFound) -> tuple[Span, str] | None:
    if part.title:
        return Span(part.title[0].start, part.title[-1].end), part.rule
    return _subject(reading, part) if part.kind is DocumentKind.COMMITTEE_PAPER else None


def _subject(reading: Reading, part: PartFound) -> tuple[Span, str] | None:
    """What stands beside or behind a label such as 'Subject:'."""
    document = reading.document
    (rule,) = document_words().subject
    for block in document.blocks[part.blocks.start : part.blocks.start + SUBJECT_WITHIN]:
        if block.row is not None:
            cells = [cell for cell in document.tables[block.row[0]].rows[block.row[1]].cells if cell.length]
            if len(cells) > 1 and rule.search(document[cells[0]] + ":"):
                return cells[1], rule.address
            continue
        match = rule.search(document[block.content])
        if match is not None and match.end() < block.content.length:
            return Span(block.content.start + match.end(), block.content.end), rule.address
    return None
