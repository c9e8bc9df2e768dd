"""Every quantity that is a share of a population, with its sentence. Sections and parts are given by the assembler."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from ciextract.document import BlockKind, Document, Row, Span
from ciextract.extractors.finding import ProportionFinding
from ciextract.extractors.reading import Reading
from ciextract.quantities.anchors import anchors
from ciextract.quantities.antecedents import (
    counted_category,
    has_own_subject,
    is_of_judged,
    is_of_people,
    is_people,
    judged_category,
    people_category,
    salient_category,
    subject_category,
)
from ciextract.quantities.bounds import bounds_of
from ciextract.quantities.definitions import RULE, WHY, defines_a_word
from ciextract.quantities.model import Measure, Mention, Rejected
from ciextract.quantities.reader import quantities_in
from ciextract.quantities.syntax import grammar
from ciextract.quantities.words import Words, words_of
from ciextract.record import PopulationCategory
from ciextract.vocabulary.plans import column_rule, plan_columns
from ciextract.vocabulary.populations import Category, populations
from ciextract.vocabulary.quantities import RANKS, quantities

SENTENCE_CAP = 4000
"""Code points of a sentence at the most; a longer one is cut at white space, so that time and record stay linear."""
_LOOK_BACK = 4
"""Sentences that are looked back over for what a phrase refers to."""
_LOOK_BACK_FOR_TOTAL = 25
"""Sentences that are looked back over for the noun of a total ('seven of the nine')."""
_DEFINITION = 60
"""Characters of a line at the most that says what a word of quantity stands for."""
_DEFINITIONS = 3
"""Such lines in a row, at the least."""
_PLAN_HEADS = 3
"""Columns of known meaning that make a row the head of an improvement plan."""


def proportions(reading: Reading) -> Iterator[ProportionFinding]:
    """The proportions of a document in reading order; what only looks like one is told to the reading's listener."""
    text = reading.document.text
    targets = _target_cells(reading)
    definitions = _defining_blocks(reading)
    context = _Context(reading)
    for position, start, end in _stretches(reading):
        words = words_of(text[start:end])
        found = quantities_in(words, partial(context.words_before, position))
        context.settle(position, words, [one for one in found if isinstance(one, Mention)])
        sentence = " ".join(words.text.split()) if found else ""
        defining = reading.sentences[position].block in definitions
        target = bool(targets) and _in_cell(reading.sentences[position].span, targets)
        for one in found:
            if defining:
                reading.decline(_span(words, start, one.first, one.end), WHY, RULE)
            elif isinstance(one, Rejected):
                reading.decline(_span(words, start, one.first, one.end), one.why, one.rule)
            else:
                yield _finding(words, start, one, sentence, target)


def _stretches(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Sentences that hold an anchor, by their position, with start and end; long ones in pieces."""
    sentences = reading.sentences
    starts = [sentence.span.start for sentence in sentences]
    done = 0
    for place in anchors(reading.words, reading.numbers):
        if place < done:
            continue
        position = bisect_right(starts, place) - 1
        if position < 0 or place >= sentences[position].span.end:
            continue
        span = sentences[position].span
        done = span.end
        for start, end in _pieces(reading.document.text, span):
            yield position, start, end


def _pieces(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    while span.end - start > SENTENCE_CAP:
        cut = text.rfind(" ", start + SENTENCE_CAP // 2, start + SENTENCE_CAP)
        cut = cut + 1 if cut >= 0 else start + SENTENCE_CAP
        yield start, cut
        start = cut
    yield start, span.end


def _finding(words: Words, offset: int, mention: Mention, sentence: str, target: bool) -> ProportionFinding:
    fraction = f"{mention.numerator}/{mention.denominator}" if mention.denominator else None
    category = mention.category.category if mention.category is not None else PopulationCategory.OTHER
    span = _span(words, offset, mention.first, mention.end)
    measure: Measure = "target" if target and mention.form == "percentage" else mention.measure
    return ProportionFinding(
        span=span, rule=mention.rule, form=mention.form, quote=words.text[span.start - offset : span.end - offset],
        quantifier=mention.quantifier, rank=RANKS.get(mention.quantifier), fraction=fraction, value=mention.value,
        relation=mention.relation, measure=measure, count=mention.count, total=mention.total,
        bounds=bounds_of(mention), population=mention.text, category=category, grade=mention.grade,
        sentence=sentence,
    )  # fmt: skip


def _span(words: Words, offset: int, first: int, end: int) -> Span:
    return Span(offset + words.starts[first], offset + words.ends[end - 1])


def _defining_blocks(reading: Reading) -> frozenset[int]:
    """Lines and rows in a row that say what words of quantity stand for; one alone may as well state a share."""
    lines = [_defines(reading.document, block.span) for block in reading.document.blocks]
    found: set[int] = set()
    for defining, run in groupby(range(len(lines)), key=lines.__getitem__):
        indexes = list(run)
        if defining and len(indexes) >= _DEFINITIONS:
            found.update(indexes)
    return frozenset(found)


def _defines(document: Document, line: Span) -> bool:
    if line.length > _DEFINITION:
        return False  # most blocks: their text is not even copied
    text = document[line]
    return "%" in text and defines_a_word(words_of(text))


def _target_cells(reading: Reading) -> list[Span]:
    """The cells of expected outcomes and targets, in order; a table without a head goes on with the one before it."""
    cells: list[Span] = []
    columns: list[int] = []
    width = 0
    for table in reading.document.tables:
        for row in table.rows:
            head = plan_columns([reading.document[cell] for cell in row.cells])
            if len(head) >= _PLAN_HEADS:
                columns, width = list(_target_columns(reading, row)), len(row.cells)
            elif len(row.cells) == width:
                cells.extend(row.cells[column] for column in columns)
    return cells


def _target_columns(reading: Reading, head: Row) -> Iterator[int]:
    """All columns whose heading speaks of outcomes, targets or measures of success."""
    for index, cell in enumerate(head.cells):
        rule = column_rule(reading.document[cell])
        if rule is not None and rule.value == "expected_outcome":
            yield index


def _in_cell(span: Span, cells: list[Span]) -> bool:
    place = bisect_right(cells, span.start, key=lambda cell: cell.start) - 1
    return place >= 0 and span in cells[place]


def _goes_on(words: Words) -> bool:
    """Whether a change is one of what the sentence before is about: 'it fell by 4%', 'the rise came to 7%'."""
    g, nouns = grammar(), quantities().change.nouns
    first = words.at(words.at(0) in ("the", "a"))
    if first in g.bare_pronouns or first in g.pronouns or first in g.figure_words:
        return True
    named = (at for at in range(1, len(words)) if words.at(at) in nouns and words.at(at - 1) in ("the", "this", "that"))
    return any(words.at(at + 1) not in ("in", "of") for at in named)


def _is_it(words: Words) -> bool:
    """'It was three fifths in Fife': the sentence gives another figure of the same share."""
    return words.at(0) in ("it", "this", "that") and words.at(1) in grammar().auxiliaries


class _Context:
    """What quantities of earlier sentences were taken of, for phrases that refer back to them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._last: dict[int, Category] = {}
        self._of_row: dict[int, Category] = {}
        self._lately: dict[int, Words] = {}

    def words_before(self, position: int) -> Words | None:
        return self._words(position - 1) if position else None

    def settle(self, position: int, words: Words, mentions: Sequence[Mention]) -> None:
        """Give each mention without a category that of what it refers back to, and remember the last one."""
        row = self._row(position)
        for place, mention in enumerate(mentions):
            if mention.category is None:
                people = is_of_people(words, mention)
                mention.category = mentions[place - 1].category if place else self._counted(position, mention.total)
                if mention.category is None and row is not None:
                    mention.category = self._of_row.get(row)
                if people and not is_people(mention.category):
                    mention.category = self._people_before(position)
                if mention.category is None and row is None and has_own_subject(words, mention):
                    mention.category = populations().other
                if mention.measure != "change" or _goes_on(words):
                    known = self._share_before(position) if _is_it(words) and row is None else None
                    mention.category = mention.category or known or self._referred(position, row)
            if is_people(mention.category) and is_of_judged(words, mention):
                mention.category = self._judged(position, words, mention) or mention.category
        about = salient_category(words, mentions)
        if about is not None:
            self._last[position] = about
            if row is not None:
                self._of_row[row] = about

    def _share_before(self, position: int) -> Category | None:
        """What the last share before was taken of: 'It was three fifths in Fife', below a list of areas too."""
        back = range(position - 1, max(-1, position - 1 - _LOOK_BACK), -1)
        return next((self._last[one] for one in back if one in self._last), None)

    def _judged(self, position: int, words: Words, mention: Mention) -> Category | None:
        """What was read, by the last noun before, here or in the sentence before."""
        before = self.words_before(position)
        found = judged_category(words, mention.first)
        return found or (judged_category(before, len(before)) if before is not None else None)

    def _people_before(self, position: int) -> Category | None:
        """The last people whom an earlier sentence was about."""
        back = range(position - 1, max(-1, position - 1 - _LOOK_BACK), -1)
        for one in back:
            about = self._last.get(one)
            people = about if is_people(about) else people_category(self._words(one))
            if people is not None:
                return people
        return None

    def _counted(self, position: int, total: int | None) -> Category | None:
        """What an earlier sentence counts with the total that stands here without a noun."""
        if total is None:
            return None
        back = range(position - 1, max(-1, position - 1 - _LOOK_BACK_FOR_TOTAL), -1)
        counted = (counted_category(self._words(earlier), total) for earlier in back)
        return next((category for category in counted if category is not None), None)

    def _row(self, position: int) -> int | None:
        """The block of the table row that the sentence stands in."""
        block = self._reading.sentences[position].block
        return block if self._reading.document.blocks[block].row is not None else None

    def _referred(self, position: int, row: int | None) -> Category | None:
        back = range(position - 1, max(-1, position - 1 - _LOOK_BACK), -1)
        if row is not None:
            return self._in_row(position, row)
        sentences = self._reading.sentences
        for earlier in back:
            if sentences[position].kind is BlockKind.FOOTNOTE and sentences[earlier].block != sentences[position].block:
                break
            category = self._last.get(earlier) or subject_category(self._words(earlier))
            if category is not None:
                return category
        return None

    def _in_row(self, position: int, row: int) -> Category | None:
        """The first noun of the row's cells before this one, then of the cell itself, then of the table's head."""
        first = position
        while first and self._reading.sentences[first - 1].block == row:
            first -= 1
        for earlier in range(first, position + 1):
            category = subject_category(self._words(earlier))
            if category is not None:
                return category
        return None

    def _words(self, position: int) -> Words:
        if position not in self._lately:
            if len(self._lately) > _LOOK_BACK_FOR_TOTAL:
                self._lately.clear()
            span, text = self._reading.sentences[position].span, self._reading.document.text
            self._lately[position] = words_of(text[max(span.start, span.end - SENTENCE_CAP) : span.end])
        return self._lately[position]
