"""Blocks in, the documents of the file out: told by what they are, not by where they stand. No headings are made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ciextract.document import Block, BlockKind, Document, Span
from ciextract.folding import fold_words
from ciextract.frozen import frozen
from ciextract.outline.candidates import is_no_title, looks_like_title
from ciextract.outline.covers import (
    SENTENCE,
    cover_lines,
    cover_rule,
    declared_title,
    goes_on_with_a_title,
    is_a_date,
    is_dated,
    is_sentence,
    is_unfinished,
    names_an_area_across,
    stands_on_a_cover,
    stands_on_top,
    subject_of_letter,
)
from ciextract.outline.kinds import STATEMENTS
from ciextract.outline.matching import Matcher
from ciextract.outline.model import PartFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.bodies import bodies
from ciextract.vocabulary.documents import DocumentWords, document_words
from ciextract.vocabulary.plan_labels import label_of_row, lists_actions
from ciextract.vocabulary.plans import is_plan_by_itself, plan_columns
from ciextract.vocabulary.rules import CompiledRule, first_taking

TITLE = 260
"""Characters of a title at the most."""
TITLE_LINES = 4
"""Lines of a title at the most, where it is printed on several."""
COVER_LINE = 110
"""Characters of a line above the title of a cover at the most."""
COVER = 10
"""Blocks of a cover: within so many after its title a report shows a date, its makers or a first heading."""
PLAN = 16
"""Blocks after the title of a plan within which its table begins."""
PAPER = 24
"""Blocks at the beginning of a committee paper that hold its labels."""
HEADLINE_WORDS = 30
"""Words of a headline at the most."""
CRY = 12
"""Words at the most of one with an exclamation mark, which may as well end a sentence."""
HEAD = 6
"""Blocks behind the title of a committee paper, and one more, among which its first labels stand."""
LABELS = 3
"""Lines with labels in a row by which a paper is told that follows another document."""
LABEL_WORDS = 2
"""Words of such a line that are no more than its label, at the most."""
HEADLINE = 5
"""Blocks at the beginning of a document without a cover among which its headline stands."""
_NUMBERED_LABEL = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,3} \d{1,2}\s?[:.–—-]")
"""'Priority 1: …' heads the first table of a plan."""
_REPORTED = frozenset({
    "method", "approach", "remit", "key_messages", "strengths", "areas_for_improvement", "conclusion", "next_steps",
})  # fmt: skip
REPORTED = 3
"""Kinds of these at the least, among the headings of a report that no title tells."""
_SUMMARY = "key_messages"
_HEADINGS = "outline/parts#headings"
RELEASE_WORDS = 1_800
"""Words of a news release at the most."""


@frozen
class _Start:
    """A block that begins a document, and what the document is."""

    block: int
    kind: DocumentKind
    title: tuple[Span, ...]
    rule: str


class PartFinder:
    """Finds the documents of one file."""

    def __init__(self, document: Document, matcher: Matcher) -> None:
        self._document = document
        self._blocks = document.blocks
        self._matcher = matcher
        self._words: DocumentWords = document_words()

    def parts(self) -> tuple[PartFound, ...]:
        """The parts in order; they cover all blocks."""
        starts = self._starts()
        if len(starts) == 1 and starts[0].kind is DocumentKind.INSPECTION_REPORT:
            starts = [self._news_of(starts[0])]
        if not starts or (self._first_block(starts[0]) > 0 and not self._opens_a_paper(starts[0])):
            before = self._blocks[: self._first_block(starts[0])] if starts else self._blocks
            starts.insert(0, self._opening(before))
        return tuple(self._covering(starts))

    @staticmethod
    def _opens_a_paper(start: _Start) -> bool:
        """What stands above the title of a paper, such as the name of the meeting, is the paper's own head."""
        return start.kind is DocumentKind.COMMITTEE_PAPER and bool(start.title) and start.block < PAPER

    def _news_of(self, start: _Start) -> _Start:
        """A release about the report whose title it prints: short, with two signs of one, or one below a headline."""
        first = self._first_block(start)
        above = self._blocks[:first]
        headline = tuple(self._headline(above)) if first <= COVER and is_dated(self._document, above) else ()
        text = self._release_text(self._blocks) if first == 0 or headline else None
        found = [(rule, match) for rule in self._words.release if text is not None and (match := rule.search(text))]
        ends = [match.end() for _, match in found]
        signs = [rule for rule, match in found if headline or any(end <= match.start() for end in ends)]
        if not signs:
            return start
        return _Start(0, DocumentKind.NEWS_RELEASE, headline or start.title, signs[0].address)

    def _release_text(self, blocks: tuple[Block, ...]) -> str | None:
        """The words of the blocks, None where they are more than a release has."""
        text = " ".join(self._document[block.content] for block in blocks)
        return text if len(text.split()) <= RELEASE_WORDS else None

    def _covering(self, starts: list[_Start]) -> Iterator[PartFound]:
        ends = [start.block + len(start.title) for start in starts]
        further = (max(self._first_block(start), end) for start, end in zip(starts[1:], ends, strict=False))
        first = [0, *further, len(self._blocks)]
        for start, begin, end in zip(starts, first, first[1:], strict=False):
            text_start = self._blocks[begin].span.start if begin and self._blocks else 0
            text_end = self._blocks[end].span.start if end < len(self._blocks) else len(self._document.text)
            yield PartFound(start.kind, Span(text_start, text_end), range(begin, end), start.title, start.rule)

    def _first_block(self, start: _Start) -> int:
        """The logo and other short lines just above a title belong to its cover."""
        block = start.block
        while block > 0 and self._is_bare_label(self._blocks[block - 1].content):
            block -= 1
        planned = start.kind is DocumentKind.IMPROVEMENT_PLAN
        while not planned and block > 0 and start.block - block < 3 and self._is_cover_line(self._blocks[block - 1]):
            block -= 1
        return 0 if block <= 2 and all(self._is_short(one) for one in self._blocks[:block]) else block

    def _is_short(self, block: Block) -> bool:
        text = self._document[block.content]
        short = len(text) < COVER_LINE and not is_sentence(text)
        return block.kind is BlockKind.PARAGRAPH and short and not self._words.meeting[0].search(text)

    def _is_cover_line(self, block: Block) -> bool:
        text = self._document[block.content]
        rule = cover_rule(text)
        stands = rule.value != "imprint" if rule is not None else bodies().are_all_of(text)
        return block.kind is BlockKind.PARAGRAPH and len(text) < 60 and stands

    def _starts(self) -> list[_Start]:
        starts: list[_Start] = []
        for index, block in enumerate(self._blocks):
            start = self._start_at(index, block) or (self._untitled(index, block) if starts else None)
            if start is not None and self._is_new(start, starts):
                starts.append(start)
        return starts

    def _is_new(self, start: _Start, earlier: list[_Start]) -> bool:
        """Not the same title come again, nor the next line of a title."""
        if not earlier:
            return True
        last = earlier[-1]
        if start.kind is last.kind is DocumentKind.IMPROVEMENT_PLAN:
            return False
        if start.block <= last.block + len(last.title):
            return False
        if not start.title:
            return last.kind is not start.kind
        title = fold_words(self._document[start.title[0]])
        return all(fold_words(self._document[one.title[0]]) != title for one in earlier if one.title)

    def _start_at(self, index: int, block: Block) -> _Start | None:
        """A title begins here, on one line or on several."""
        if block.kind is not BlockKind.PARAGRAPH or block.marker is not None or block.content.length > TITLE:
            return None
        first = self._document[block.content]
        ended = first.rstrip().endswith((".", ";"))  # most lines of a document: nothing dearer is asked of them
        if ended or not first[:1].isupper() or stands_on_a_cover(first) or is_no_title(first):
            return None
        if ":" in first[:-1] and first_taking(self._words.label, first):
            return None
        lines: list[Span] = []
        for further in self._blocks[index : index + TITLE_LINES]:
            apart = lines and self._is_bare_label(further.content)
            if further.kind is not BlockKind.PARAGRAPH or further.marker is not None or apart:
                return None
            lines.append(further.content)
            text = " ".join(self._document[line] for line in lines)
            rule = self._title_rule(text)
            below = self._blocks[index + len(lines) : index + len(lines) + 1]
            if rule is not None and not any(names_an_area_across(text, self._document[one.content]) for one in below):
                return self._titled(index, lines, rule)
            if len(text) > TITLE or not is_unfinished(text):
                return None
        return None

    def _untitled(self, index: int, block: Block) -> _Start | None:
        """A release or a paper without a title of its own, behind another document of the file."""
        text = self._document[block.span]
        rule = first_taking(self._words.begins_release, text) if block.kind is BlockKind.PARAGRAPH else None
        if rule is not None and self._tells_news(index):
            return _Start(index, DocumentKind.NEWS_RELEASE, self._headline_below(index), rule.address)
        if first_taking(self._words.label, text) is None or not self._has_labels(index):
            return None
        return _Start(index, DocumentKind.COMMITTEE_PAPER, (), "vocabulary/documents#paper-labels")

    def _tells_news(self, index: int) -> bool:
        """Behind the line stand words of a release, and the name of an inspectorate."""
        behind = " ".join(self._document[one.content] for one in self._blocks[index + 1 : index + PLAN])
        return first_taking(self._words.release, behind) is not None and self._names_an_inspectorate(behind)

    def _has_labels(self, index: int) -> bool:
        """Lines in a row that are labels of a paper with what they say behind them."""
        lines = [self._document[block.span] for block in self._blocks[index : index + LABELS]]
        filled = [line for line in lines if first_taking(self._words.label, line) and len(line.split()) > LABEL_WORDS]
        return len(lines) == LABELS == len(filled)

    def _headline_below(self, index: int) -> tuple[Span, ...]:
        return tuple(self._headline(self._blocks[index + 1 : index + 1 + HEADLINE]))

    def _title_rule(self, text: str) -> CompiledRule | None:
        if len(text) > TITLE or text.rstrip().endswith((".", ";", ",")) or first_taking(self._words.not_title, text):
            return None
        return first_taking(self._words.title, text)

    def _titled(self, index: int, lines: list[Span], rule: CompiledRule) -> _Start | None:
        kind = DocumentKind(rule.value)
        last = index + len(lines) - 1
        planned = kind is DocumentKind.IMPROVEMENT_PLAN
        if len(lines) > 1 and self._is_bare_label(lines[0]):
            index, lines = index + 1, lines[1:]
        if not planned and self._heads_a_paper(index, last):
            return _Start(index, DocumentKind.COMMITTEE_PAPER, tuple(lines), "vocabulary/documents#paper-labels")
        index, lines = self._with_first_line(index, lines)
        found = self._has_plan(last) if planned else self._has_front_matter(last, kind)
        return _Start(index, kind, (*lines, *self._further_lines(last)), rule.address) if found else None

    def _with_first_line(self, index: int, lines: list[Span]) -> tuple[int, list[Span]]:
        """The title with the first line of the file where that asks what the document is about, or leads up to it, or
        where what was found is no more than what goes on with a title ('National overview report')."""
        if index != 1:
            return index, lines
        text = self._document[self._blocks[0].content]
        asks = text.rstrip()[-1:] in "?:" and looks_like_title(text.rstrip(" :"), TITLE)
        goes_on = goes_on_with_a_title(self._document[lines[0]]) and self._reads_as_headline(self._blocks[0], text)
        leads = asks or goes_on or goes_on_with_a_title(text)
        return (0, [self._blocks[0].content, *lines]) if leads and " " in text else (index, lines)

    def _is_bare_label(self, line: Span) -> bool:
        """'Appendix 2', alone on the line above a title."""
        return self._matcher.is_bare_label(self._document[line])

    def _heads_a_paper(self, first: int, last: int) -> bool:
        """Labels of a paper follow the title, or one does and a meeting is named above it."""
        below = [self._document[block.span] for block in self._blocks[last + 1 : last + HEAD]]
        labels = sum(1 for text in below if first_taking(self._words.label, text))
        return self._make_a_paper(labels, self._blocks[max(0, first - COVER) : first])

    def _make_a_paper(self, labels: int, around: tuple[Block, ...]) -> bool:
        """So many labels do: two, or one where a meeting is named around it."""
        named = (first_taking(self._words.meeting, self._document[block.span]) for block in around)
        return labels >= 2 or (labels == 1 and any(named))

    def _has_plan(self, index: int) -> bool:
        """A table with the columns of a plan begins soon, or lines name several of them."""
        following = self._blocks[index + 1 : index + PLAN]
        if any(self._is_plan_row(block) for block in following if block.row is not None):
            return True
        named = plan_columns([self._document[block.content] for block in following])
        return len(named) >= 3 or lists_actions(self._lines(following))

    def _is_plan_row(self, block: Block) -> bool:
        return len(plan_columns(self._row_cells(block))) >= 2

    def _row_cells(self, block: Block) -> list[str]:
        assert block.row is not None
        row = self._document.tables[block.row[0]].rows[block.row[1]]
        return [self._document[cell] for cell in row.cells]

    def _has_front_matter(self, index: int, kind: DocumentKind) -> bool:
        """A date, the makers or a first heading of a report stand soon after the title."""
        if kind is DocumentKind.OVERVIEW_REPORT and index > COVER:
            return False
        for block in self._blocks[index + 1 : index + COVER]:
            text = self._document[block.content]
            if block.kind is not BlockKind.PARAGRAPH or len(text) > TITLE:
                continue
            if is_a_date(text) or (stands_on_a_cover(text) and not is_sentence(text)):
                return True
            match = self._matcher.match(text)
            if match is not None and match.exact:
                return True
        return False

    def _further_lines(self, index: int) -> Iterator[Span]:
        """Lines of the cover after the title that go on with it."""
        broken = self._document[self._blocks[index].content].rstrip().endswith(":")
        for block in self._blocks[index + 1 : index + 3]:
            text = self._document[block.content]
            title_like = block.kind is BlockKind.PARAGRAPH and block.marker is None and len(text) <= TITLE
            title_like = title_like and _NUMBERED_LABEL.match(text) is None
            dated = is_a_date(text.rpartition("|")[2])
            if not title_like or dated or stands_on_a_cover(text) or self._matcher.match(text):
                return
            if goes_on_with_a_title(text):
                yield block.content
                continue
            sentence = first_taking(self._words.not_title, text) is not None and not broken
            if text.endswith((".", ":")) or len(text.split()) < 3 or sentence:
                return
            yield block.content
            broken = False

    def _opening(self, blocks: tuple[Block, ...]) -> _Start:
        """What stands before the first titled document, or the whole file where none is titled."""
        lines = [(self._document[block.span], self._document[block.content]) for block in blocks[:PAPER]]
        labels = sum(1 for texts in lines if any(first_taking(self._words.label, text) for text in texts))
        if self._make_a_paper(labels, blocks[:PAPER]):
            return _Start(0, DocumentKind.COMMITTEE_PAPER, declared_title(blocks), "vocabulary/documents#paper-labels")
        start = self._release_or_report(blocks)
        if start.kind is DocumentKind.OTHER and self._holds_a_plan(blocks):
            return _Start(0, DocumentKind.IMPROVEMENT_PLAN, start.title, "vocabulary/plans#columns")
        return start

    def _holds_a_plan(self, blocks: tuple[Block, ...]) -> bool:
        """A table stands in it whose columns make a plan wherever they stand."""
        rows = (self._row_cells(block) for block in blocks if block.row is not None)
        if any(is_plan_by_itself(plan_columns(cells)) for cells in rows):
            return True
        return lists_actions(self._lines(blocks))

    def _lines(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """The blocks' own lines; a row of a label and what it says as one line."""
        for block in blocks:
            cells = self._row_cells(block) if block.row is not None else []
            label = label_of_row(cells)
            yield self._document[block.content] if label is None else ": ".join(cells)

    def _release_or_report(self, blocks: tuple[Block, ...]) -> _Start:
        headline = tuple(subject_of_letter(self._document, blocks) or self._headline(blocks[:HEADLINE]))
        lines = [self._document[block.content] for block in blocks if block.content.length < TITLE]
        matches = [self._matcher.match(line) for line in lines]
        statements = sum(1 for match in matches if match is not None and match.kind in STATEMENTS)
        taking = (first_taking(self._words.report_line, line) for line in cover_lines(self._document, blocks[:COVER]))
        told = next(filter(None, taking), None)
        if told is not None and headline:
            return _Start(0, DocumentKind.INSPECTION_REPORT, headline, told.address)
        if statements >= 2:
            known = any(self._matcher.match(self._document[line]) for line in headline)
            titled = headline if not known and stands_on_top(self._document, blocks, headline) else ()
            return _Start(0, DocumentKind.INSPECTION_REPORT, titled, "vocabulary/headings#statement-label")
        text = self._release_text(blocks) or ""
        sign = first_taking(self._words.release, text)
        if sign is None and headline and self._is_summed_up(blocks, lines):
            return _Start(0, DocumentKind.INSPECTION_REPORT, headline, _HEADINGS)
        if sign is not None and (sign.value == "inspectorate" or self._names_an_inspectorate(text)):
            return _Start(0, DocumentKind.NEWS_RELEASE, headline, sign.address)
        return _Start(0, DocumentKind.OTHER, headline, "outline/parts#no-sign")

    def _is_summed_up(self, blocks: tuple[Block, ...], lines: list[str]) -> bool:
        """Its makers stand on the cover, and below it headings of several kinds that only a report of theirs has."""
        if not any(stands_on_a_cover(line) for line in cover_lines(self._document, blocks[:COVER])):
            return False
        matches = (self._matcher.match(line) or self._matcher.in_summary(line, _SUMMARY) for line in lines)
        return len({match.kind for match in matches if match is not None} & _REPORTED) >= REPORTED

    def _headline(self, blocks: tuple[Block, ...]) -> Iterator[Span]:
        """A first line that is set or reads as a headline, before any sentence."""
        for block in blocks:
            text = self._document[block.content]
            if block.level == 1 or self._reads_as_headline(block, text):
                yield block.content
                yield from self._headline_goes_on(blocks, block)
                return
            if len(text) > SENTENCE and text.rstrip()[-1:] in ".:!?":
                return

    def _headline_goes_on(self, blocks: tuple[Block, ...], first: Block) -> Iterator[Span]:
        """The line right behind that is declared alike, or that goes on with any title."""
        following = next((block for block in blocks if block.span.start > first.span.start), first)
        text = self._document[following.content] if following.kind is BlockKind.PARAGRAPH else ""
        alike = first.level == following.level == 1 and text and not self._matcher.match(text)
        if following is not first and (alike or goes_on_with_a_title(text)):
            yield following.content

    def _reads_as_headline(self, block: Block, text: str) -> bool:
        if block.kind is not BlockKind.PARAGRAPH or len(text.split()) < 4 or is_a_date(text):
            return False
        called = text.rstrip().removesuffix("!")
        most = HEADLINE_WORDS if called == text.rstrip() else CRY
        return looks_like_title(called, TITLE, most) and not stands_on_a_cover(text)

    def _names_an_inspectorate(self, text: str) -> bool:
        return next(bodies().named_in(text), None) is not None
