"""Headings in order in, the same with level and parent out, by headings.toml and the contents page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ciextract.document import BlockKind, Document
from ciextract.outline.candidates import LARGER
from ciextract.outline.kinds import IMPLICATIONS, OTHER, SIDES, TOPIC
from ciextract.outline.matching import ContentsTitles, Matcher
from ciextract.outline.model import Heading
from ciextract.outline.numbers import letter_of

DECLARED = 4
"""Headings with a level or a size, at the least, to show how a source uses them."""
_SIZES = 0.05
"""By how much two sizes of type may differ and be one."""
_OWN_NUMBERS = frozenset({"statement", "quality_indicator", "appendix", "part"})
"""Kinds that are numbered for themselves, not as the chapters of a document are."""


def with_levels(
    document: Document, headings: list[Heading], matcher: Matcher, contents: ContentsTitles
) -> list[Heading]:
    """Each heading under the one that it belongs to."""
    climber = _Climber(document, matcher, contents)
    climber.begin(headings)
    for heading in headings:
        climber.add(heading)
    return climber.placed


class _Climber:
    """Keeps the headings that are open, from the top down."""

    def __init__(self, document: Document, matcher: Matcher, contents: ContentsTitles) -> None:
        self._document = document
        self._matcher = matcher
        self._contents = contents
        self._open: list[int] = []
        self._sets_lower = False
        self.placed: list[Heading] = []

    def begin(self, headings: list[Heading]) -> None:
        """Learn from all headings whether the source declares some of them to stand below others, or sets them so."""
        blocks = [self._document.blocks[one.block] for one in headings]
        levels = [block.level for block in blocks if block.level is not None]
        sizes = [-block.size for block in blocks if block.size is not None]
        self._sets_lower = _has_lower(levels) or _has_lower(sizes)

    def add(self, heading: Heading) -> None:
        if self._is_one_of_those_above(heading) or self._is_part_of_its_like(heading):
            heading = replace(heading, kind=TOPIC)
        if heading.kind == OTHER and self._open and self._is_declared_lower(heading):
            heading = replace(heading, kind=TOPIC)
        beside = heading.kind == TOPIC and self._stands_beside(heading)
        if beside:
            heading = replace(heading, kind=OTHER)
        parent = self._parent(heading) if not beside else None
        self._open = self._open[: self._open.index(parent) + 1] if parent is not None else []
        if heading.kind == TOPIC and parent is None:
            heading = replace(heading, kind=OTHER)
        level = self.placed[parent].level + 1 if parent is not None else 1
        self.placed.append(replace(heading, level=level, parent=parent))
        self._open.append(len(self.placed) - 1)
        self._sets_lower = self._sets_lower or (parent is not None and self._is_set_lower(heading))

    def _is_one_of_those_above(self, heading: Heading) -> bool:
        """'Financial implications', without a chapter's number, below 'Implications'."""
        if heading.kind != IMPLICATIONS or isinstance(heading.number, int) or not self._open:
            return False
        top = self.placed[self._open[0]]
        return top.kind == IMPLICATIONS and top.rule != heading.rule

    def _is_part_of_its_like(self, heading: Heading) -> bool:
        """'About this inspection', set lower, below 'Introduction': both introduce, the one within the other."""
        if not self._open or heading.number is not None or heading.kind in _OWN_NUMBERS:
            return False
        same = self.placed[self._open[0]].kind == heading.kind
        return same and self._matcher.kind(heading.kind).holds and self._is_set_lower(heading)

    def _stands_beside(self, heading: Heading) -> bool:
        """An unknown heading that the contents page lists stands beside what cannot hold topics."""
        if not self._open or isinstance(heading.number, str):
            return False
        top = self.placed[self._open[0]]
        if self._is_set_like(heading, top) or self._is_next_chapter(heading):
            return True
        if heading.number is None and top.number is not None and top.kind == OTHER:
            return False
        if self._are_both_unknown(heading, top) or self._heads_a_text_of_its_own(heading, top):
            return True
        if not self._contents.lists(self._document[heading.title]):
            return False
        if top.kind == OTHER or not self._matcher.kind(top.kind).holds:
            return True
        return heading.number is None and self._lists_tops_alone()

    def _heads_a_text_of_its_own(self, heading: Heading, top: Heading) -> bool:
        """In plain text, behind messages, which hold no topics: above a list, or right below their heading, it
        may head some of them."""
        words, blocks = self._matcher.kind(top.kind), self._document.blocks
        if words.holds or heading.number is not None or (words.rank != 1 and top.kind not in SIDES):
            return False
        one = blocks[heading.block]
        below = blocks[heading.block + 1] if heading.block + 1 < len(blocks) else one
        plain = one.level is None and one.size is None and below.kind is BlockKind.PARAGRAPH
        return plain and self.placed[-1].block + 1 < heading.block

    def _lists_tops_alone(self) -> bool:
        """The contents page has listed none of the headings that stand below others so far."""
        below = [one for one in self.placed if one.parent is not None]
        return bool(below) and not any(self._contents.lists(self._document[one.title]) for one in below)

    def _is_next_chapter(self, heading: Heading) -> bool:
        """Its number comes behind that of a top heading."""
        before = self._chapter_before(heading)
        return before is not None and before.parent is None

    def _is_set_like(self, heading: Heading, top: Heading) -> bool:
        """The source declares both at one level, or sets both in one size, where what is above holds no topics or the
        source sets those lower, here or further above."""
        one, other = self._document.blocks[heading.block], self._document.blocks[top.block]
        holds = self._matcher.kind(top.kind).holds and not self._sets_lower
        if one.level is not None and other.level is not None:
            return one.level < other.level or (one.level == other.level and not holds)
        if one.size is None or other.size is None or holds:
            return False
        return other.size > LARGER and one.size >= other.size - _SIZES

    def _is_declared_lower(self, heading: Heading) -> bool:
        """An unknown chapter, by its number, that the source declares to stand below the open one."""
        blocks = self._document.blocks
        one, top = blocks[heading.block].level, blocks[self.placed[self._open[0]].block].level
        return heading.rule.endswith(OTHER) and one is not None and top is not None and one > top

    def _is_set_lower(self, heading: Heading) -> bool:
        """The source declares it to be lower than the top heading that is open, or sets it in a smaller type."""
        one, top = self._document.blocks[heading.block], self._document.blocks[self.placed[self._open[0]].block]
        if top.level is not None:
            return (one.level or 0) > top.level
        return one.size is not None and top.size is not None and one.size < top.size - _SIZES

    def _are_both_unknown(self, heading: Heading, top: Heading) -> bool:
        """An unknown heading at the top, and this one set as it is and listed as it is."""
        if top.kind != OTHER or top.rule != heading.rule:
            return False
        one, other = self._document.blocks[heading.block], self._document.blocks[top.block]
        listed = self._contents.lists(self._document[top.title]) == self._contents.lists(self._document[heading.title])
        return listed and (one.level, one.size, one.bold) == (other.level, other.size, other.bold)

    def _parent(self, heading: Heading) -> int | None:
        words = self._matcher.kind(heading.kind)
        sibling = self._chapter_before(heading)
        if heading.kind == TOPIC:
            beside = sibling is not None and sibling.kind != TOPIC and isinstance(heading.number, str)
            return sibling.parent if sibling is not None and beside else self._holder()
        if sibling is not None:
            return sibling.parent
        chapter = self._chapter_around(heading)
        if chapter is not None:
            return chapter
        for index in reversed(self._open):
            if self.placed[index].kind in words.under:
                return index
        if words.rank == 2 and not words.under and self._open:
            return self._open[0]
        return None

    def _chapter_before(self, heading: Heading) -> Heading | None:
        """The open heading whose number comes before: '2. How we inspected' stands beside '1. Introduction'."""
        before = _before(heading.number)
        if heading.kind in _OWN_NUMBERS or before is None:
            return None
        chapters = (self.placed[index] for index in self._open)
        return next((one for one in chapters if one.number == before and one.kind not in _OWN_NUMBERS), None)

    def _chapter_around(self, heading: Heading) -> int | None:
        """The open heading with the number of the chapter: '2.2 Background' stands below '2 Summary'."""
        chapter, _, last = heading.number.rpartition(".") if isinstance(heading.number, str) else ("", "", "")
        if heading.kind in _OWN_NUMBERS or not last:
            return None
        return next((index for index in self._open if str(self.placed[index].number) == chapter), None)

    def _holder(self) -> int | None:
        """The innermost open heading that holds topics; a topic never stands under a topic."""
        for index in reversed(self._open):
            kind = self.placed[index].kind
            if kind != TOPIC and self._matcher.kind(kind).holds:
                return index
        return self._open[0] if self._open else None


def _has_lower(ranks: Sequence[float]) -> bool:
    """Several of the headings have the first rank, and others a lower one."""
    tops = sum(rank - min(ranks) <= _SIZES for rank in ranks)
    return len(ranks) >= DECLARED and DECLARED // 2 <= tops < len(ranks)


def _before(number: int | str | None) -> int | str | None:
    """The number, or the letter, of the chapter before; '2.2' before '2.3'."""
    if isinstance(number, int):
        return number - 1
    chapter, _, last = (number or "").rpartition(".")
    if chapter and last.isdigit():
        return f"{chapter}.{int(last) - 1}"
    return chr(ord(number) - 1) if letter_of(number) and number is not None else None
