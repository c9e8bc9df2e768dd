"""A reading in, the passages out in which figures of the evidence base can stand. What they say is not read here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ciextract.document import Block, BlockKind, Span
from ciextract.extractors.reading import Reading
from ciextract.extractors.sentences import sentence_spans
from ciextract.outline.model import SectionFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.english import english
from ciextract.vocabulary.evidence import evidence_words

METHOD = frozenset({"method", "approach", "introduction", "evidence_base", "remit"})
"""Kinds of sections in which a figure needs no word that says who gathered it."""
FINDINGS = frozenset({
    "statement", "question", "quality_indicator", "key_messages", "strengths", "areas_for_improvement", "key_facts",
    "terms", "glossary", "reflection", "conclusion", "next_steps", "contact", "improvement_plan", "part", "appendix",
    "proposals", "implications",
})  # fmt: skip
"""Kinds of sections whose figures are findings, definitions or plans."""
TITLED = frozenset({"appendix", "topic", "other"})
"""Kinds of sections whose titles can say that they tell how the inspection was made."""
_FINAL = tuple('.!?:;"')
_MARK = ";"
"""Stands between the lines of a box."""
_BLANK = re.compile(r"[^\S\t]")


@dataclass(frozen=True, slots=True)
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


def passages(reading: Reading) -> Iterator[Passage]:
    """All passages in order; the lines of one box are one passage."""
    return _Passages(reading).all()


def _decisive(reading: Reading, section: SectionFound) -> str:
    """The kind of the innermost section that says whether method or findings are told."""
    for one in reading.outline.above(section):
        if one.kind in TITLED and one.heading is not None and _tells_method(reading.document[one.heading.title]):
            return "method"
        if one.kind in METHOD or one.kind in FINDINGS:
            return one.kind
    return ""


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


class _Passages:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._document = reading.document
        self._kinds = {section.id: _decisive(reading, section) for section in reading.outline.sections}

    def all(self) -> Iterator[Passage]:
        box: list[Span] = []
        intro, section = "", None
        for block in self._document.blocks:
            here = self._reading.section_of(block.span)
            searched = self._is_searched(block, here)
            boxed = searched and self._is_boxed(block)
            if not boxed or here is not section:
                yield from self._box(box)
                box = []
            section = here
            if boxed:
                box.append(block.content)
            elif searched:
                yield from self._in_block(block, here, intro)
            if block.kind is not BlockKind.ITEM:
                intro = self._last_sentence(block)
        yield from self._box(box)

    def _is_searched(self, block: Block, section: SectionFound) -> bool:
        part = self._reading.outline.parts[section.part]
        if block.kind is BlockKind.FOOTNOTE or part.kind is DocumentKind.IMPROVEMENT_PLAN:
            return False
        return self._kinds[section.id] not in FINDINGS and self._own(block, section).length > 0

    def _own(self, block: Block, section: SectionFound) -> Span:
        """What a block says of its own: a heading that it begins with is left off."""
        heading = section.heading.span.end if section.heading is not None else 0
        return Span(max(block.content.start, min(heading, block.content.end)), block.content.end)

    def _is_boxed(self, block: Block) -> bool:
        """A line without a final mark, as labels and figures in boxes are."""
        text = self._document[block.content].strip()
        return block.kind is BlockKind.PARAGRAPH and bool(text) and not text.endswith(_FINAL)

    def _box(self, lines: list[Span]) -> Iterator[Passage]:
        """One passage; where labels stand before their figures, one for each label."""
        texts = [self._document[line].strip() for line in lines]
        figures = [_is_figure(text) for text in texts]
        labels_first = bool(lines) and not _is_figure(texts[0].split()[0]) and _is_figure(texts[-1].split()[-1])
        if labels_first and any(figures):
            for index in (index for index in range(1, len(lines)) if figures[index] and not figures[index - 1]):
                yield self._passage(lines[index - 1 : index + 1], fragment=True, label=True)
        elif labels_first:
            yield from (self._passage([line], fragment=True) for line in lines)
        elif lines:
            yield self._passage(lines, fragment=True)

    def _in_block(self, block: Block, section: SectionFound, intro: str) -> Iterator[Passage]:
        if block.kind is BlockKind.ROW:
            if self._document[block.content].strip():
                yield self._passage([block.content], fragment=True)
            return
        item = block.kind is BlockKind.ITEM
        for sentence in sentence_spans(self._document.text, self._own(block, section)):
            yield self._passage([sentence], fragment=item, intro=intro if item else "")

    def _last_sentence(self, block: Block) -> str:
        spans = list(sentence_spans(self._document.text, block.content))
        return self._document[spans[-1]].rstrip(": -–") if spans else ""

    def _passage(self, spans: list[Span], *, fragment: bool, intro: str = "", label: bool = False) -> Passage:
        text, places = "", []
        for span, following in zip(spans, (*spans[1:], None), strict=True):
            printed = self._document[span].rstrip()
            joint = "\t" if label else _joint(printed, self._document[following] if following is not None else "")
            text += _BLANK.sub(" ", printed) + joint
            places += [*range(span.start, span.start + len(printed)), *[span.start + len(printed)] * len(joint)]
        method = self._kinds[self._reading.section_of(spans[0]).id] in METHOD
        return Passage(text.rstrip(_MARK + " \t"), tuple(places), fragment, method, intro, self._is_ours(spans[0]))

    def _is_ours(self, span: Span) -> bool:
        """In a paper 'we' are the council; in quoted words only those who speak for the inspectorate are 'we'."""
        kind = self._reading.part_of(span).kind
        if kind is not DocumentKind.NEWS_RELEASE:
            return kind is not DocumentKind.COMMITTEE_PAPER
        block = next(block for block in self._document.blocks if span.start < block.span.end)
        text = self._document[block.content]
        return '"' not in text or any(rule.search(text) for rule in evidence_words().rules.inspector)
