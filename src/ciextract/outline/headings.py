"""A part of a document in, its headings in order out: known by their words, or set as headings. Levels come later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ciextract.document import Block, BlockKind, Document, Row, Span
from ciextract.outline.candidates import (
    LARGER,
    LONGEST_TOPIC,
    TypeEvidence,
    follows_a_quotation,
    heads_a_topic,
    heads_prose,
    is_abbreviation,
    is_declared,
    is_no_title,
    looks_like_title,
    stands_above_an_office,
)
from ciextract.outline.chapters import Chapters
from ciextract.outline.covers import stands_on_a_cover
from ciextract.outline.kinds import IMPLICATIONS, MESSAGES, OTHER, STATEMENTS, TOPIC, UNKNOWN
from ciextract.outline.lists import without_lists
from ciextract.outline.matching import ContentsTitles, Match, Matcher
from ciextract.outline.model import Heading, PartFound
from ciextract.outline.numbers import LONGEST, NUMBER, as_number
from ciextract.outline.run_in import run_in
from ciextract.record import DocumentKind
from ciextract.vocabulary.documents import document_words
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.messages import labelled_message, leading_in

_FRONT = "introduction"
"""What stands above the first heading that is known."""
_KEPT_BELOW = MESSAGES | {IMPLICATIONS}
"""Kinds that a heading with a number such as 3.1 has in a paper, even where it is worded in its own way."""
_WITHOUT_PLAIN_TOPICS = frozenset(
    {DocumentKind.COMMITTEE_PAPER, DocumentKind.NEWS_RELEASE, DocumentKind.IMPROVEMENT_PLAN}
)
"""Documents whose short lines are labels, cells and links rather than headings, where nothing else tells them."""
_RETELLING = frozenset({DocumentKind.COMMITTEE_PAPER, DocumentKind.NEWS_RELEASE})
"""Documents that retell lists of a report behind words of their own."""
_WITH_COVER = frozenset({DocumentKind.INSPECTION_REPORT, DocumentKind.OVERVIEW_REPORT})
_WITH_TERMS = frozenset({"appendix", "glossary", "terms"})
"""Headings below which an abbreviation alone on its line is a term, not a heading."""
PARAGRAPH = 100
"""Characters of a paragraph, at the least, that shows a line before the first known heading to be one."""
CLEARLY_LARGER = 1.25
"""Times the size of the text from which a line that ends in a point may be a heading."""
_FIGURES = frozenset({"key_facts", "evidence_base"})
"""Boxed figures have labels and large numbers, which head nothing."""


class HeadingFinder:
    """Walks the blocks of a part and yields what is a heading."""

    def __init__(self, document: Document, matcher: Matcher, contents: ContentsTitles) -> None:
        self._document = document
        self._blocks = document.blocks
        self._matcher = matcher
        self._contents = contents
        self._type = TypeEvidence(document)
        self._chapters = Chapters(document, contents, self._type)
        self._implied = False
        self._known_before = ""

    def headings(self, part: PartFound) -> list[Heading]:
        """The headings of the part, in order, all at level 1 as yet."""
        walked = sorted((*self._plan_title(part), *self._walk(part)), key=lambda heading: heading.span)
        found = list(_asked_once(walked))
        return _without_repeats(without_lists(found, self._blocks, part), part)

    def _plan_title(self, part: PartFound) -> Iterator[Heading]:
        """The title of a plan is its top heading; the title of a report or a paper heads no section."""
        if part.kind is not DocumentKind.IMPROVEMENT_PLAN or not part.title:
            return
        title = Span(part.title[0].start, part.title[-1].end)
        block = next(i for i in part.blocks if self._blocks[i].content.start == title.start)
        yield Heading(block, title, title, "improvement_plan", None, None, part.rule)

    def _walk(self, part: PartFound) -> Iterator[Heading]:
        titles = {span.start for span in part.title}
        front = part.title[0].start if part.title else 0
        kind, self._implied, self._known_before = "", False, ""
        self._chapters.begin()
        index = part.blocks.start
        while index < part.blocks.stop:
            block = self._blocks[index]
            heading = None
            if block.row is not None:
                heading = self._row_heading(part, index, block)
            elif block.content.start not in titles and not self._labels_the_document(block, front):
                heading = self._heading(part, index, block, kind)
            if heading is not None:
                kind = "glossary" if heading.role == "glossary" else heading.kind
                self._known_before = self._known_before if kind in UNKNOWN else kind
                self._implied = kind == IMPLICATIONS or (self._implied and kind == TOPIC)
                self._chapters.note(block)
                yield heading
                index = max(index, self._block_at(heading.span.end - 1, index))
            index += 1

    def _labels_the_document(self, block: Block, title: int) -> bool:
        """'Appendix 2', alone above the title of the document that is the appendix."""
        return block.span.start < title and self._matcher.is_bare_label(self._document[block.content])

    def _block_at(self, offset: int, index: int) -> int:
        while index + 1 < len(self._blocks) and self._blocks[index + 1].span.start <= offset:
            index += 1
        return index

    def _row_heading(self, part: PartFound, index: int, block: Block) -> Heading | None:
        """A statement's title across the table of a plan."""
        if part.kind is not DocumentKind.IMPROVEMENT_PLAN:
            return None
        row = self._row(block)
        text = self._document[row.cells[0]]
        only = all(not cell.length for cell in row.cells[1:])
        match = self._matcher.match(text) if only and text else None
        if match is None or match.kind not in STATEMENTS:
            return None
        title = Span(row.cells[0].start + match.title_start, row.cells[0].end)
        return Heading(index, row.cells[0], title, match.kind, match.number, None, match.rule)

    def _row(self, block: Block) -> Row:
        assert block.row is not None
        return self._document.tables[block.row[0]].rows[block.row[1]]

    def _heading(self, part: PartFound, index: int, block: Block, under: str) -> Heading | None:
        numbered = self._chapters.apart(block)
        if numbered is not None:
            heading = self._heading(part, index, numbered, under)
            if heading is not None:
                return heading
        text = self._document[block.content]
        if block.kind is BlockKind.FOOTNOTE or len(text) > LONGEST or labelled_message(text) is not None:
            return None
        match = self._matcher.match(text) or self._in_summary(index, text, under)
        if match is not None and self._is_label_of_paragraph(part, block, match):
            match = None
        if match is not None and self._stands_as_heading(part, index, block, match):
            return self._known(part, index, block, match)
        if self._chapters.head(part, index, block, text):
            named = match is not None and not match.labelled and match.kind not in STATEMENTS
            return self._known(part, index, block, match) if match and named else self._unknown(part, index, block)
        if self._is_topic(part, index, block, text, under):
            return self._unknown(part, index, block)
        return self._run_in(part, index, block)

    def _in_summary(self, index: int, text: str, under: str) -> Match | None:
        """What goes well, and what could be better; above a list it need not stand right behind a known heading."""
        following = self._blocks[index + 1] if index + 1 < len(self._blocks) else None
        listed = following is not None and following.kind is BlockKind.ITEM
        return self._matcher.in_summary(text, (self._known_before or _FRONT) if listed else under)

    @staticmethod
    def _is_label_of_paragraph(part: PartFound, block: Block, match: Match) -> bool:
        """'3.1 What comes next' in a paper is a label of a paragraph, but '3.1 Key findings' may hold messages."""
        below = part.kind is DocumentKind.COMMITTEE_PAPER and "." in (block.marker or "").removesuffix(".0").rstrip(".")
        return below and not match.exact and not match.labelled and match.kind not in _KEPT_BELOW

    def _stands_as_heading(self, part: PartFound, index: int, block: Block, match: Match) -> bool:
        """The words are those of a heading: is this line one, or only named in a list, a sentence or a paper's aims?"""
        text = self._document[block.content]
        if match.kind in STATEMENTS and part.kind is DocumentKind.COMMITTEE_PAPER:
            return False
        if match.labelled and grades().named(text[match.title_start :]) is not None:
            return False  # 'QI 2.1 - Good'
        if match.labelled and not match.exact and not self._is_label_line(block, text, match):
            return False
        if part.kind in _RETELLING and self._leads_in(block, text, match):
            return False
        if block.kind is BlockKind.ITEM:
            return self._item_stands_as_heading(part, index, block, match)
        if match.exact or match.labelled or is_declared(block):
            return True
        if text.rstrip().endswith(":") and any(rule.search(text) for rule in document_words().not_title):
            return False
        return self._type.is_set_as_heading(block) or not self._type.tells or self._contents.lists(text)

    def _leads_in(self, block: Block, text: str, match: Match) -> bool:
        """A paragraph with a number of its own ('4.2 Key strengths identified:') or a clause, above a list."""
        paragraph = match.kind in MESSAGES or "." in (block.marker or "").rstrip(".")
        own = block.marker is not None and paragraph and leading_in(text).endswith(":")
        own = own or any(rule.search(text) for rule in document_words().leading)
        return own and not is_declared(block) and not (self._type.tells and self._type.is_set_as_heading(block))

    def _item_stands_as_heading(self, part: PartFound, index: int, block: Block, match: Match) -> bool:
        """A number of a list is none of a heading, unless the line is set as headings are."""
        if block.marker is None or not NUMBER.match(block.marker):
            return False
        text = self._document[block.content]
        if not self._chapters.in_a_list(index):
            next_one = self._chapters.is_next(block.marker) and text.rstrip()[-1:] not in ".;,:"
            return match.exact or match.kind in STATEMENTS or next_one
        if match.kind in STATEMENTS or not match.exact:
            return self._chapters.breaks_a_list(index, text)
        return self._chapters.head(part, index, block, text)

    def _is_label_line(self, block: Block, text: str, match: Match) -> bool:
        """'Appendix 1: Key terms' heads; 'Appendix 1 contains …' does not come here; a list of appendices does."""
        if match.kind == "appendix" and block.marker is not None and "." in block.marker.rstrip("."):
            return False
        if match.kind in STATEMENTS:
            set_apart = is_declared(block) or (self._type.tells and self._type.is_set_as_heading(block))
            return set_apart or not text.rstrip().endswith((".", ";", ","))
        if self._type.tells:
            return self._type.is_set_as_heading(block) or self._contents.lists(text)
        return not text.rstrip().endswith((".", ";", ","))

    def _known(self, part: PartFound, index: int, block: Block, match: Match) -> Heading:
        start, end = block.content.start + match.title_start, block.content.end
        number = match.number
        if number is None and block.marker is not None:
            number = as_number(block.marker)
        title = Span(start, end) if start < end else block.content
        span = Span(block.span.start, end)
        if match.labelled and start >= end:
            title, span = self._title_below(part, index, block, match)
        role = self._matcher.role(self._document[title]) if match.kind == "appendix" else None
        return Heading(index, span, title, match.kind, number, role, match.rule)

    def _title_below(self, part: PartFound, index: int, block: Block, match: Match) -> tuple[Span, Span]:
        """A label alone on its line has its title in the next one, unless that is the title of the document."""
        following = self._blocks[index + 1] if index + 1 in part.blocks else None
        if following is not None and any(line.start == following.content.start for line in part.title):
            following = None
        if following is not None and following.kind is BlockKind.PARAGRAPH and following.content.length <= LONGEST:
            text = self._document[following.content]
            below = self._matcher.match(text)
            same = below is not None and below.kind == match.kind
            if same or (looks_like_title(text) and self._set_alike(block, following)):
                return following.content, Span(block.span.start, following.span.end)
        return block.content, block.span

    def _set_alike(self, block: Block, following: Block) -> bool:
        return self._type.is_set_as_heading(block) == self._type.is_set_as_heading(following)

    def _is_topic(self, part: PartFound, index: int, block: Block, text: str, under: str) -> bool:
        if block.kind is not BlockKind.PARAGRAPH or block.marker is not None:
            return False
        if stands_above_an_office(self._document, self._blocks, index):
            return False
        if is_declared(block):
            return not is_no_title(text) and len(text) <= LONGEST
        first = under == "" and part.kind is not DocumentKind.OTHER and not self._contents.lists(text)
        if first and not self._begins_the_text(part, index, text):
            return False
        if under and self._matcher.kind(under).closes:
            return False
        if self._contents.lists(text) and looks_like_title(text):
            return True
        if under != "appendix" and self._is_caption(index, block):
            return False
        if self._type.tells:
            return self._is_set_as_topic(block, text, under)
        return self._reads_as_topic(part, index, text, under)

    def _begins_the_text(self, part: PartFound, index: int, text: str) -> bool:
        """Below the cover, and above a paragraph: not a line of the cover itself."""
        if part.kind not in _WITH_COVER or not part.title or index + 1 not in part.blocks:
            return False
        above = self._blocks[index].span.start < part.title[-1].end
        if above or stands_on_a_cover(text):
            return False
        following = self._blocks[index + 1]
        below = self._document[following.content].rstrip()
        return following.kind is BlockKind.PARAGRAPH and len(below) >= PARAGRAPH and below.endswith(".")

    def _is_caption(self, index: int, block: Block) -> bool:
        """A line just above a table, set no larger than the text, names the table."""
        following = self._blocks[index + 1] if index + 1 < len(self._blocks) else None
        larger = block.size is not None and block.size >= LARGER
        return following is not None and following.row is not None and not larger

    def _is_set_as_topic(self, block: Block, text: str, under: str) -> bool:
        if not self._type.is_set_as_heading(block) or len(text) > LONGEST_TOPIC or is_no_title(text):
            return False
        if under in _FIGURES:
            return False
        ends = text.rstrip()[-1:]
        return ends not in ".,;:!" or (block.size is not None and block.size > CLEARLY_LARGER and ends == ".")

    def _reads_as_topic(self, part: PartFound, index: int, text: str, under: str) -> bool:
        if part.kind in _WITHOUT_PLAIN_TOPICS:
            return False
        if under in _WITH_TERMS and is_abbreviation(re.split(r"\s+[–—-]\s", text)[0]):
            return False
        if not looks_like_title(text) or follows_a_quotation(self._document, self._blocks, index):
            return False
        if under in _FIGURES:
            return False
        following = self._blocks[index + 1] if index + 1 < len(self._blocks) else None
        known = following is not None and self._is_known_line(following)
        if heads_prose(self._document, self._blocks, index, known=known):
            return True
        return bool(under) and heads_a_topic(self._document, self._blocks, index)

    def _is_known_line(self, block: Block) -> bool:
        if block.kind is not BlockKind.PARAGRAPH or block.content.length > LONGEST:
            return False
        match = self._matcher.match(self._document[block.content])
        return match is not None and match.exact

    def _unknown(self, part: PartFound, index: int, block: Block) -> Heading:
        number = as_number(block.marker) if block.marker is not None else None
        chapter = number is not None and (isinstance(number, int) or number.isalpha())
        chapter = chapter and part.kind is not DocumentKind.OVERVIEW_REPORT
        kind = OTHER if chapter else TOPIC
        return Heading(index, block.span, block.content, kind, number, None, f"outline/headings#{kind}")

    def _run_in(self, part: PartFound, index: int, block: Block) -> Heading | None:
        """A label at the head of a paragraph of a committee paper."""
        if part.kind is not DocumentKind.COMMITTEE_PAPER:
            return None
        number = as_number(block.marker) if block.marker is not None else None
        return run_in(self._document, self._matcher, index, number, implied=self._implied)


def _asked_once(headings: list[Heading]) -> Iterator[Heading]:
    """Without the questions that come again in an appendix, above the grades of their indicators."""
    asked = appended = False
    for heading in headings:
        if heading.kind == "question" and appended and asked:
            continue
        asked = asked or heading.kind == "question"
        appended = appended or heading.kind == "appendix"
        yield heading


def _without_repeats(headings: list[Heading], part: PartFound) -> list[Heading]:
    """Of a statement or question that is named twice in a part, the one with more text under it is the heading."""
    ends = [heading.span.start for heading in headings[1:]] + [part.span.end]
    best: dict[tuple[str, int | str | None], int] = {}
    for position, heading in enumerate(headings):
        key = (heading.kind, heading.number)
        if heading.kind in STATEMENTS and heading.number is not None:
            length = _length(headings, position, ends)
            if key not in best or length > _length(headings, best[key], ends):
                best[key] = position
    return [
        replace(heading)
        for position, heading in enumerate(headings)
        if heading.kind not in STATEMENTS or heading.number is None or best[heading.kind, heading.number] == position
    ]


def _length(headings: list[Heading], position: int, ends: list[int]) -> int:
    """Characters up to the next numbered heading."""
    following = next((i for i in range(position + 1, len(headings)) if headings[i].kind in STATEMENTS), None)
    end = headings[following].span.start if following is not None else ends[-1]
    return end - headings[position].span.start
