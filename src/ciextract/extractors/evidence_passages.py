"""A reading in, the passages out in which figures of the evidence base can stand. What they say is not read here."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ciextract.document import Block, BlockKind, Span
from ciextract.extractors.reading import Reading
from ciextract.frozen import frozen
from ciextract.outline.model import SectionFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.english import english
from ciextract.vocabulary.evidence import evidence_words

METHOD = frozenset({"method", "approach", "introduction", "evidence_base", "remit"})
"""Kinds of sections in which a figure needs no word that says who gathered it."""
FINDINGS = frozenset({
    "statement", "question", "quality_indicator", "key_messages", "strengths", "areas_for_improvement", "key_facts",
    "terms", "glossary", "reflection", "conclusion", "next_steps", "contact", "improvement_plan", "part", "appendix",
    "implications",
})  # fmt: skip
"""Kinds of sections whose figures are findings, definitions or plans."""
TITLED = frozenset({"appendix", "topic", "other"})
"""Kinds of sections whose titles can say that they tell how the inspection was made."""
_FINAL = tuple('.!?:;"')
_MARK = ";"
"""Stands between the lines of a box."""
_KEPT = 4
"""Stretches whose parts are kept for those who ask for the passage before."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_BLANK = re.compile(r"[^\S\t]")


@frozen
class Passage:
    """A sentence, a list item, a table row or the lines of a box, its white space single.

    places    offset in the document of every character of ``text``.
    fragment  a list item, row or box, whose figures need no verb.
    method    it stands where the document says how it was made.
    intro     the line that introduces the list.
    ours      whether 'we' are the inspectors: not in a paper, nor in the words of somebody else.
    """

    text: str
    places: tuple[int, ...]
    fragment: bool = False
    method: bool = False
    intro: str = ""
    ours: bool = True

    def span(self, start: int, end: int) -> Span:
        """The stretch of the document behind a stretch of the text."""
        return Span(self.places[start], self.places[end - 1] + 1)


Before = Callable[[], Passage | None]


def passages(reading: Reading) -> Iterator[tuple[Passage, Before]]:
    """The passages that can tell of a figure, in order, each with the means to ask for the passage before it.

    Each holds a number, and it or what introduces it a word that says that something was gathered.
    """
    return _Passages(reading).telling()


def _tells_method(title: str) -> bool:
    return any(rule.search(title) for rule in evidence_words().rules.method_title)


def _is_figure(line: str) -> bool:
    found = next(evidence_words().figures(line), None)
    return found is not None and found.start == 0 and found.end == len(line.rstrip())


def _joint(line: str, following: str) -> str:
    """A blank where a line goes on in the next, else a mark, so that nothing is read across them."""
    last = line.split()[-1]
    goes_on = _is_figure(last) or last.lower() in english().joining or following[:1].islower()
    return " " if goes_on else _MARK + " "


def _figure_first(text: str) -> str:
    """A row that is a figure and what it counts reads on: '733' beside 'children completed surveys'."""
    figure, *others = text.split("\t")
    return text.replace("\t", " ") if len(others) == 1 and _is_figure(figure) and not _YEAR.fullmatch(figure) else text


@frozen
class _Stretch:
    """A block, or the blocks of one box: from ``first`` to ``end`` (excluded). ``lead`` is the last block before it
    that is no item."""

    first: int
    end: int
    section: SectionFound
    boxed: bool
    lead: int | None


@frozen
class _Unread:
    """What a passage is made of."""

    spans: tuple[Span, ...]
    fragment: bool = False
    lead: int | None = None
    label: bool = False


class _Passages:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._document = reading.document
        self._kinds = _decisive_kinds(reading)
        self._stretches = tuple(self._found())
        self._lately: dict[int, tuple[_Unread, ...]] = {}

    def telling(self) -> Iterator[tuple[Passage, Before]]:
        words = evidence_words()
        self._numbers = words.number_places(self._reading.words, (start for start, _ in self._reading.numbers))
        self._gathered = self._reading.places(words.gathering)
        for index, stretch in enumerate(self._stretches):
            first, last = self._document.blocks[stretch.first], self._document.blocks[stretch.end - 1]
            if not self._may_tell((Span(first.span.start, last.span.end),), stretch.lead):
                continue
            for position, unread in enumerate(self._unread(index)):
                if self._may_tell(unread.spans, unread.lead):
                    yield self._passage(unread), partial(self._before, index, position)

    def _may_tell(self, spans: Sequence[Span], lead: int | None) -> bool:
        if not _any_within(self._numbers, spans):
            return False
        introduced = lead is not None and _any_within(self._gathered, (self._document.blocks[lead].span,))
        return introduced or _any_within(self._gathered, spans)

    def _before(self, index: int, position: int) -> Passage | None:
        """The passage before one of a stretch."""
        while not position:
            if not index:
                return None
            index -= 1
            position = len(self._unread(index))
        return self._passage(self._unread(index)[position - 1])

    def _unread(self, index: int) -> tuple[_Unread, ...]:
        if index not in self._lately:
            if len(self._lately) > _KEPT:
                self._lately.clear()
            stretch = self._stretches[index]
            self._lately[index] = tuple(self._box(stretch) if stretch.boxed else self._in_block(stretch))
        return self._lately[index]

    def _found(self) -> Iterator[_Stretch]:
        """Stretches that are searched; lines of one section without a final mark, one after the other, are a box."""
        box, lead = None, None
        for index, block in enumerate(self._document.blocks):
            here = self._reading.section_of(block.span)
            searched = self._is_searched(block, here)
            boxed = searched and self._is_boxed(block)
            if box is not None and (not boxed or here is not box.section):
                yield replace(box, end=index)
                box = None
            if boxed and box is None:
                box = _Stretch(index, index + 1, here, boxed=True, lead=None)
            elif searched and not boxed:
                yield _Stretch(index, index + 1, here, boxed=False, lead=lead)
            if block.kind is not BlockKind.ITEM:
                lead = index
        if box is not None:
            yield replace(box, end=len(self._document.blocks))

    def _is_searched(self, block: Block, section: SectionFound) -> bool:
        if block.kind is BlockKind.FOOTNOTE or self._kinds[section.id] in FINDINGS:
            return False
        part = self._reading.outline.parts[section.part]
        return part.kind is not DocumentKind.IMPROVEMENT_PLAN and self._own(block, section).length > 0

    def _own(self, block: Block, section: SectionFound) -> Span:
        """What a block says of its own: a heading that it begins with is left off."""
        heading = section.heading.span.end if section.heading is not None else 0
        if heading <= block.content.start:
            return block.content
        return Span(max(block.content.start, min(heading, block.content.end)), block.content.end)

    def _is_boxed(self, block: Block) -> bool:
        """A line without a final mark, as labels and figures in boxes are."""
        if block.kind is not BlockKind.PARAGRAPH:
            return False
        text = self._document[block.content].strip()
        return bool(text) and not text.endswith(_FINAL)

    def _box(self, stretch: _Stretch) -> Iterator[_Unread]:
        """One passage; where labels stand before their figures, one for each label."""
        lines = [block.content for block in self._document.blocks[stretch.first : stretch.end]]
        texts = [self._document[line].strip() for line in lines]
        figures = [_is_figure(text) for text in texts]
        labels_first = not _is_figure(texts[0].split()[0]) and _is_figure(texts[-1].split()[-1])
        if labels_first and any(figures):
            for index in (index for index in range(1, len(lines)) if figures[index] and not figures[index - 1]):
                yield _Unread((lines[index - 1], lines[index]), fragment=True, label=True)
        elif labels_first:
            yield from (_Unread((line,), fragment=True) for line in lines)
        else:
            yield _Unread(tuple(lines), fragment=True)

    def _in_block(self, stretch: _Stretch) -> Iterator[_Unread]:
        block = self._document.blocks[stretch.first]
        if block.kind is BlockKind.ROW:
            if self._document[block.content].strip():
                yield _Unread((block.content,), fragment=True)
            return
        item = block.kind is BlockKind.ITEM
        for sentence in self._reading.split(self._own(block, stretch.section)):
            yield _Unread((sentence,), fragment=item, lead=stretch.lead if item else None)

    def _last_sentence(self, index: int) -> str:
        """The last sentence of a block; with the one before it where it begins with a pronoun ('They also:')."""
        spans = self._reading.split(self._document.blocks[index].content)
        texts = [self._document[span] for span in spans[-2:]] or [""]
        pronoun = evidence_words().rules.pronoun
        goes_on = any(match.start() == 0 for rule in pronoun if (match := rule.search(texts[-1])))
        return " ".join(texts if goes_on else texts[-1:]).rstrip(": -–")

    def _passage(self, unread: _Unread) -> Passage:
        text, places = "", []
        for span, following in zip(unread.spans, (*unread.spans[1:], None), strict=True):
            printed = self._document[span].rstrip()
            joint = "" if following is None else "\t" if unread.label else _joint(printed, self._document[following])
            text += _BLANK.sub(" ", printed) + joint
            places += [*range(span.start, span.start + len(printed)), *[span.start + len(printed)] * len(joint)]
        first = unread.spans[0]
        method = self._kinds[self._reading.section_of(first).id] in METHOD
        intro = self._last_sentence(unread.lead) if unread.lead is not None else ""
        text = _figure_first(text.rstrip(_MARK + " \t"))
        return Passage(text, tuple(places), unread.fragment, method, intro, self._is_ours(first))

    def _is_ours(self, span: Span) -> bool:
        """In a paper 'we' are the council; in quoted words only those who speak for the inspectorate are 'we'."""
        kind = self._reading.part_of(span).kind
        if kind is not DocumentKind.NEWS_RELEASE:
            return kind is not DocumentKind.COMMITTEE_PAPER
        blocks = self._document.blocks
        text = self._document[blocks[bisect_right(blocks, span.start, key=lambda block: block.span.end)].content]
        return '"' not in text or any(rule.search(text) for rule in evidence_words().rules.inspector)


def _decisive_kinds(reading: Reading) -> dict[str, str]:
    """By a section's id the kind of the innermost section above it that says whether method or findings are told."""
    kinds: dict[str, str] = {}
    for section in reading.outline.sections:
        above = kinds[section.parent] if section.parent is not None else ""
        titled = section.heading if section.kind in TITLED else None
        if titled is not None and _tells_method(reading.document[titled.title]):
            kinds[section.id] = "method"
        else:
            kinds[section.id] = section.kind if section.kind in METHOD or section.kind in FINDINGS else above
    return kinds


def _any_within(places: Sequence[int], spans: Sequence[Span]) -> bool:
    """Whether one of the places, which are in order, is within one of the spans."""
    for span in spans:
        index = bisect_left(places, span.start)
        if index < len(places) and places[index] < span.end:
            return True
    return False
