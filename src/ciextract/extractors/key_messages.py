"""Numbered or bulleted messages under a key messages heading, or in a list introduced as strengths or areas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile
from typing import Literal

from ciextract.document import Block, BlockKind, Span
from ciextract.extractors.finding import MessageFinding
from ciextract.extractors.reading import Reading
from ciextract.extractors.sentences import item_spans
from ciextract.extractors.unmarked_lists import LONGEST_LIST, set_apart
from ciextract.folding import fold_words
from ciextract.outline.kinds import SIDES, UNKNOWN
from ciextract.outline.matching import matcher_of
from ciextract.outline.model import SectionFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.documents import document_words
from ciextract.vocabulary.messages import labelled_message, leading_in, messages
from ciextract.vocabulary.rules import CompiledRule, first_taking

Kind = Literal["strength", "area_for_improvement", "message"]

_KINDS: dict[str, Kind] = {
    "key_messages": "message",
    "strengths": "strength",
    "areas_for_improvement": "area_for_improvement",
}
_INTRODUCING = frozenset(
    {DocumentKind.COMMITTEE_PAPER, DocumentKind.IMPROVEMENT_PLAN, DocumentKind.NEWS_RELEASE, DocumentKind.OTHER}
)
_CLOSING = frozenset({"conclusion", "next_steps", "executive_summary"})
_SUMMING = frozenset({"conclusion", "executive_summary"})
"""Of these alone strengths: what comes next only says what is left to do."""
_RECOMMENDED = "recommendation"
_VALUES: dict[str, Kind] = {"strength": "strength", "message": "message"}
"""Kinds of what is introduced; all else that is to be done better is an area for improvement."""
_SENTENCES = 3
"""Sentences of a paragraph in a list without marks, at the most, where it is known with what the list ends."""
_LABEL = "extractors/key_messages#label"
_NUMBER = re.compile(r"\d{1,2}")


def key_messages(reading: Reading) -> Iterator[MessageFinding]:
    """Each message of each part once, in reading order."""
    seen: set[tuple[int, str, str]] = set()
    found = (*_under_headings(reading), *_labelled_elsewhere(reading), *_introduced(reading), *_side_by_side(reading))
    for finding in sorted(found, key=lambda finding: finding.span):
        key = (reading.outline.part_at(finding.span.start), finding.kind, fold_words(finding.text))
        if finding.kind == "message" or key not in seen:
            seen.add(key)
            yield finding


def _under_headings(reading: Reading) -> Iterator[MessageFinding]:
    grouped: SectionFound | None = None
    for section in reading.outline.sections:
        blocks = _own_blocks(reading, section)
        # A heading that is not known by its words may head a group of messages below one of them.
        if section.kind in UNKNOWN and grouped is not None and blocks and _only_items(blocks):
            yield from _items(reading, blocks, _KINDS[_kind(reading, grouped)], _rule(grouped))
            continue
        grouped = None
        named = _kind(reading, section)
        if named not in _KINDS or any(one.kind == "appendix" for one in reading.outline.above(section)):
            continue
        grouped = section if not blocks else None
        labelled = _from_first_label(reading, blocks)
        for kind, rule, ones in _by_kind(reading, section, blocks[: len(blocks) - len(labelled)]):
            yield from _items(reading, ones, kind, rule)
            for block in set_apart(reading, ones, closed=True):
                yield _finding(reading, block.content, kind, None, rule)
        yield from _labelled(reading, labelled, _KINDS[_kind(reading, section)], _rule(section))


def _side_by_side(reading: Reading) -> Iterator[MessageFinding]:
    """The items of a table whose columns are headed as strengths and as areas for improvement."""
    matcher = matcher_of(reading.programme)
    for table in reading.document.tables:
        cells = [reading.document[cell] for cell in table.rows[0].cells]
        heads = [matcher.match(cell) or matcher.in_summary(cell, "key_messages") for cell in cells]
        sides = {at: head for at, head in enumerate(heads) if head is not None and head.kind in SIDES}
        if {head.kind for head in sides.values()} != SIDES:
            continue
        for row in table.rows[1:]:
            for at, head in sides.items():
                for item in item_spans(reading.document.text, row.cells[at]):
                    yield _finding(reading, item, _KINDS[head.kind], None, head.rule)


def _by_kind(reading: Reading, section: SectionFound, blocks: list[Block]) -> Iterator[tuple[Kind, str, list[Block]]]:
    """The blocks in stretches of one kind: a paragraph can introduce what is to be improved, or what is strong."""
    kind, rule = _KINDS[_kind(reading, section)], _rule(section)
    ones: list[Block] = []
    for block in blocks:
        may_turn = block.kind is BlockKind.PARAGRAPH and section.kind != "areas_for_improvement"
        told = _introduction(reading, block) if may_turn else None
        if told is not None and _introduced_kind(told.value) != kind:
            yield kind, rule, ones
            kind, rule, ones = _introduced_kind(told.value), told.address, []
        ones.append(block)
    yield kind, rule, ones


def _own_blocks(reading: Reading, section: SectionFound) -> list[Block]:
    start = section.heading.span.end if section.heading else section.own.start
    return list(reading.blocks_in(Span(start, section.own.end)))


def _rule(section: SectionFound) -> str:
    return section.heading.rule if section.heading else ""


def _only_items(blocks: list[Block]) -> bool:
    """Nothing but a list stands there: a group of the messages whose heading stands above it."""
    return all(block.kind is BlockKind.ITEM for block in blocks)


def _labelled_elsewhere(reading: Reading) -> Iterator[MessageFinding]:
    """Messages with labels of their own need no heading; a single label may only speak of a message."""
    for section in reading.outline.sections:
        above = reading.outline.above(section)
        if section.kind in _KINDS or any(one.kind in ("appendix", "glossary") for one in above):
            continue
        labelled = _from_first_label(reading, list(reading.blocks_in(section.own)))
        if sum(1 for block in labelled if _has_label(reading, block)) > 1:
            yield from _labelled(reading, labelled, "message", _LABEL)


def _items(reading: Reading, blocks: list[Block], kind: Kind, rule: str) -> Iterator[MessageFinding]:
    """List items; bullets below a numbered item belong to it, unless it is a paragraph that introduces them."""
    groups: list[tuple[Block, Span]] = []
    items = [block for block in blocks if block.kind is BlockKind.ITEM]
    heads = {first for first, below in pairwise(items) if _heads_list(reading, first, below)}
    items = [one for one in items if one not in heads]
    numbered = any(_number(block) is not None for block in items)
    for block in items:
        if numbered and _number(block) is None and groups and _number(groups[-1][0]) is not None:
            groups[-1] = (groups[-1][0], Span(groups[-1][1].start, block.content.end))
        else:
            groups.append((block, block.content))
    for block, span in groups:
        yield _finding(reading, span, kind, _number(block), rule)


def _heads_list(reading: Reading, block: Block, below: Block) -> bool:
    """A numbered paragraph of a paper that introduces the bullets below it ('5. Inspectors found these strengths:')."""
    if _number(block) is None or _number(below) is not None:
        return False
    return _introduction(reading, block) is not None


def _labelled(reading: Reading, blocks: list[Block], kind: Kind, rule: str) -> Iterator[MessageFinding]:
    """'Key message 4', and what stands on its line and in the paragraphs and items after it up to the next label.

    What follows the last message may be no part of it: it gets no more paragraphs than the longest of the others.
    """
    groups: list[tuple[int, list[Span]]] = []
    for block in blocks:
        label = labelled_message(reading.document[block.content])
        if label is not None:
            own = Span(block.content.start + label[1], block.content.end)
            groups.append((label[0], [own] if own.length else []))
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            groups[-1][1].append(block.content)
    longest = max((len(spans) for _, spans in groups[:-1]), default=1)
    for number, spans in [*groups[:-1], *((number, spans[:longest]) for number, spans in groups[-1:])]:
        if spans:
            yield _finding(reading, Span(spans[0].start, spans[-1].end), kind, number, rule)


def _from_first_label(reading: Reading, blocks: list[Block]) -> list[Block]:
    """The blocks from the first that the label of a message begins."""
    labels = (i for i, block in enumerate(blocks) if _has_label(reading, block))
    return blocks[next(labels, len(blocks)) :]


def _has_label(reading: Reading, block: Block) -> bool:
    return labelled_message(reading.document[block.content]) is not None


def _introduced(reading: Reading) -> Iterator[MessageFinding]:
    """Items below a line that introduces them, in documents that repeat what a report found."""
    blocks, ended = reading.document.blocks, 0
    for index, (block, following) in enumerate(pairwise(blocks)):
        lead = block.kind is BlockKind.PARAGRAPH or _leads_bullets(block, following)
        if not lead or not _may_follow(reading, block, following):
            continue
        if reading.section_of(block.span).kind in _KINDS:
            continue
        rule = _introduction(reading, block)
        if rule is None or not _may_introduce(reading, block, rule):
            continue
        kind = _introduced_kind(rule.value)
        yield from _items(reading, _items_after(reading, index), kind, rule.address)
        paragraphs = _paragraphs_after(reading, index, after_another=index == ended)
        ended = index + 1 + len(paragraphs) if paragraphs else 0
        for one in paragraphs:
            yield _finding(reading, one.content, kind, None, rule.address)


def _leads_bullets(block: Block, following: Block) -> bool:
    """A paragraph that a paper numbers ('5. Key strengths:') above a list without numbers."""
    numbered = block.kind is BlockKind.ITEM and _number(block) is not None
    return numbered and following.kind is BlockKind.ITEM and _number(following) is None


def _may_follow(reading: Reading, block: Block, following: Block) -> bool:
    """Whether a list can begin behind the block: one with marks, or one without them behind a colon."""
    if following.kind is BlockKind.ITEM:
        return True
    return following.kind is BlockKind.PARAGRAPH and reading.document.text.endswith(":", 0, block.content.end)


def _paragraphs_after(reading: Reading, index: int, *, after_another: bool) -> list[Block]:
    """The paragraphs of a list without marks right after a block, up to the next heading or introduction.

    Right behind another one also up to what a release says when it has told its findings.
    """
    blocks = reading.document.blocks
    section = reading.section_of(blocks[index].span)
    following = blocks[index + 1 : index + 1 + LONGEST_LIST]
    ours = list(takewhile(lambda block: reading.section_of(block.span) == section, following))
    introduced = (place for place, one in enumerate(ours) if _introduction(reading, one) is not None)
    spoken = (place for place, one in enumerate(ours) if after_another and _tells_of_the_report(reading, one))
    ended = next(introduced, None) or next(spoken, None)
    sentences = _SENTENCES if ended is not None else 1
    return set_apart(reading, [blocks[index], *ours[:ended]], closed=ended is not None, sentences=sentences)


def _tells_of_the_report(reading: Reading, block: Block) -> bool:
    """It says what a release says when it has told its findings: who said what, where to read on."""
    words = document_words()
    return first_taking((*words.release, *words.link), reading.document[block.content]) is not None


def _may_introduce(reading: Reading, block: Block, rule: CompiledRule) -> bool:
    """In a report only its close holds such lists outside of their headings, and what it recommends."""
    if reading.part_of(block.span).kind in _INTRODUCING or rule.value == _RECOMMENDED:
        return True
    if rule.value == "message":
        return False
    kind = _kind(reading, reading.section_of(block.span))
    return kind in (_SUMMING if rule.value == "strength" else _CLOSING)


def _kind(reading: Reading, section: SectionFound) -> str:
    """The section's kind; that of its words where its label says only which part of the report it is."""
    if section.kind != "part" or section.heading is None:
        return section.kind
    match = matcher_of(reading.programme).match(reading.document[section.heading.title])
    return match.kind if match is not None else section.kind


def _introduction(reading: Reading, block: Block) -> CompiledRule | None:
    return first_taking(messages().introductions, leading_in(reading.document[block.content]))


def _items_after(reading: Reading, index: int) -> list[Block]:
    """The list right after a block, up to the next heading."""
    blocks = reading.document.blocks
    section = reading.section_of(blocks[index].span)
    numbered = blocks[index].kind is BlockKind.ITEM
    ours = takewhile(
        lambda block: block.kind is BlockKind.ITEM and reading.section_of(block.span) == section,
        islice(blocks, index + 1, None),
    )
    return list(takewhile(lambda block: not numbered or _number(block) is None, ours))


def _introduced_kind(value: str) -> Kind:
    return _VALUES.get(value, "area_for_improvement")


def _number(block: Block) -> int | None:
    found = _NUMBER.search(block.marker) if block.marker is not None else None
    return int(found[0]) if found else None


def _finding(reading: Reading, span: Span, kind: Kind, number: int | None, rule: str) -> MessageFinding:
    text = " ".join(reading.document[span].split())
    return MessageFinding(span=span, rule=rule, kind=kind, number=number, text=text)
