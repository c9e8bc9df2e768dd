"""Titles of the parts of a file: of the cover, of a paper's subject line, of a release's headline."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.document import Block, BlockKind, Span
from ciextract.extractors.finding import TitleFinding
from ciextract.extractors.reading import Reading
from ciextract.outline.candidates import looks_like_title
from ciextract.outline.model import PartFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.documents import document_words
from ciextract.vocabulary.rules import first_taking

SUBJECT_WITHIN = 30
"""Blocks at the beginning of a committee paper among which its subject line stands."""
HEAD = 8
"""Blocks of the head of a paper in which a title without a label stands, at the most."""
_ONLY = "extractors/titles#only-line"
LEAST_WORDS, MOST_WORDS = 4, 30
"""Words of the title of a paper that no label tells."""
TITLE = 260
"""Characters of such a title at the most."""


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
    if part.kind is not DocumentKind.COMMITTEE_PAPER:
        return None
    return _subject(reading, part) or _by_author(reading, part) or _only_line(reading, part)


def _subject(reading: Reading, part: PartFound) -> tuple[Span, str] | None:
    """What stands beside or behind a label such as 'Subject:'."""
    document = reading.document
    (rule,) = document_words().subject
    for index in part.blocks[:SUBJECT_WITHIN]:
        block = document.blocks[index]
        if block.row is not None:
            cells = [cell for cell in document.tables[block.row[0]].rows[block.row[1]].cells if cell.length]
            if len(cells) > 1 and rule.search(document[cells[0]] + ":") and " " in document[cells[1]].strip():
                return cells[1], rule.address
            continue
        match = rule.search(document[block.content])
        subject = _behind_or_below(reading, part, index, match.end()) if match is not None else None
        if subject is not None:
            return subject, rule.address
    return None


def _by_author(reading: Reading, part: PartFound) -> tuple[Span, str] | None:
    """The line above or below the one that says who writes the paper."""
    blocks = reading.document.blocks
    (rule,) = document_words().byline
    for index in part.blocks[:SUBJECT_WITHIN]:
        if rule.search(reading.document[blocks[index].content]) is None:
            continue
        beside = (place for place in (index - 1, index + 1) if place in part.blocks)
        title = next((blocks[place].content for place in beside if _reads_as_title(reading, blocks[place])), None)
        return (title, rule.address) if title is not None else None
    return None


def _only_line(reading: Reading, part: PartFound) -> tuple[Span, str] | None:
    """The one line of the paper's head, above its first section, that reads as a title."""
    head: list[Block] = []
    for index in part.blocks[:HEAD]:
        block = reading.document.blocks[index]
        section = reading.section_of(block.span)
        if block.row is not None:
            continue
        if block.kind is not BlockKind.PARAGRAPH or block.marker is not None or section.heading is not None:
            break
        head.append(block)
    found = [block for block in head if _reads_as_title(reading, block)]
    if len(found) > 1:  # 'Briefing note for members', and what it is about
        words = document_words().title
        found = [block for block in found if first_taking(words, reading.document[block.content])] or found
    return (found[0].content, _ONLY) if len(found) == 1 else None


def _reads_as_title(reading: Reading, block: Block) -> bool:
    """Words enough and no sentence, label, date or name of a meeting."""
    text, words = reading.document[block.content], document_words()
    worded = block.kind is BlockKind.PARAGRAPH and len(text.split()) >= LEAST_WORDS
    if not worded or not looks_like_title(text, TITLE, MOST_WORDS):
        return False
    return not any(rule.search(text) for rule in (*words.label, *words.body, *words.meeting))


def _behind_or_below(reading: Reading, part: PartFound, index: int, end: int) -> Span | None:
    """The rest of a line that a label begins, or the line below a label alone."""
    block = reading.document.blocks[index]
    if end < block.content.length:
        return Span(block.content.start + end, block.content.end)
    below = reading.document.blocks[index + 1] if index + 1 in part.blocks else None
    if below is None or below.kind is not BlockKind.PARAGRAPH:
        return None
    text = reading.document[below.content]
    return None if any(rule.search(text) for rule in document_words().label) else below.content
