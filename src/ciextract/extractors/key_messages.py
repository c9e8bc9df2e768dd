"""Numbered or bulleted messages under a key messages heading, or in a list introduced as strengths or areas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ciextract.document import Block, BlockKind, Span
from ciextract.extractors.finding import MessageFinding
from ciextract.extractors.reading import Reading
from ciextract.folding import fold_words
from ciextract.record import DocumentKind
from ciextract.vocabulary.messages import message_label, messages

Kind = Literal["strength", "area_for_improvement", "message"]

_KINDS: dict[str, Kind] = {
    "key_messages": "message",
    "strengths": "strength",
    "areas_for_improvement": "area_for_improvement",
}
_INTRODUCING = frozenset(
    {DocumentKind.COMMITTEE_PAPER, DocumentKind.IMPROVEMENT_PLAN, DocumentKind.NEWS_RELEASE, DocumentKind.OTHER}
)
_NUMBER = re.compile(r"\d{1,2}")


def key_messages(reading: Reading) -> Iterator[MessageFinding]:
    """Each message of each part once, in reading order."""
    seen: set[tuple[int, str, str]] = set()
    for finding in sorted((*_under_headings(reading), *_introduced(reading)), key=lambda finding: finding.span):
        key = (reading.outline.part_at(finding.span.start), finding.kind, fold_words(finding.text))
        if finding.kind == "message" or key not in seen:
            seen.add(key)
            yield finding


def _under_headings(reading: Reading) -> Iterator[MessageFinding]:
    for section in reading.outline.sections:
        if section.kind not in _KINDS or any(one.kind == "appendix" for one in reading.outline.above(section)):
            continue
        kind, rule = _KINDS[section.kind], section.heading.rule if section.heading else ""
        blocks = _blocks(reading, section.own)
        yield from _labelled(reading, blocks, kind, rule)
        yield from _items(reading, blocks, kind, rule)




def _blocks(reading: Reading, span: Span) -> list[Block]:
    return [block for block in reading.document.blocks if span.start <= block.span.start < span.end]


def _items(reading: Reading, blocks: list[Block], kind: Kind, rule: str) -> Iterator[MessageFinding]:
    """List items; bullets below a numbered item belong to it."""
    groups: list[tuple[Block, Span]] = []
    numbered = any(_number(block) is not None for block in blocks if block.kind is BlockKind.ITEM)
    for block in blocks:
        if block.kind is not BlockKind.ITEM:
            continue
        if numbered and _number(block) is None and groups:
            groups[-1] = (groups[-1][0], Span(groups[-1][1].start, block.content.end))
        else:
            groups.append((block, block.content))
    for block, span in groups:
        yield _finding(reading, span, kind, _number(block), rule)


def _labelled(reading: Reading, blocks: list[Block], kind: Kind, rule: str) -> Iterator[MessageFinding]:
    """'Key message 4' on a line of its own, and the paragraphs after it up to the next label."""
    number: int | None = None
    message: Span | None = None
    for block in blocks:
        label = message_label(reading.document[block.content])
        if label is not None:
            if message is not None:
                yield _finding(reading, message, kind, number, rule)
            number, message = label, None
        elif number is not None and block.kind is BlockKind.PARAGRAPH and message is None:
            message = block.content
    if message is not None:
        yield _finding(reading, message, kind, number, rule)


def _introduced(reading: Reading) -> Iterator[MessageFinding]:
    """Items below a line that introduces them, in documents that repeat what a report found."""
    blocks = reading.document.blocks
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH or reading.part_of(block.span).kind not in _INTRODUCING:
            continue
        if reading.section_of(block.span).kind in _KINDS:
            continue
        text = reading.document[block.content]
        rule = next((rule for rule in messages().introductions if rule.search(text)), None)
        if rule is None:
            continue
        items = []
        for following in blocks[index + 1 :]:
            if following.kind is not BlockKind.ITEM:
                break
            items.append(following)
        yield from _items(reading, items, _introduced_kind(rule.value), rule.address)


def _introduced_kind(value: str) -> Kind:
    return "strength" if value == "strength" else "area_for_improvement"


def _number(block: Block) -> int | None:
    found = _NUMBER.search(block.marker) if block.marker is not None else None
    return int(found[0]) if found else None


def _finding(reading: Reading, span: Span, kind: Kind, number: int | None, rule: str) -> MessageFinding:
    text = " ".join(reading.document[span].split())
    return MessageFinding(span=span, rule=rule, kind=kind, number=number, text=text)
