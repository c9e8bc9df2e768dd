"""What every extractor is given: the document, its outline, its programme, and the sentences of its text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from ciextract.document import Block, BlockKind, Document, Span
from ciextract.extractors.finding import Declined
from ciextract.extractors.sentences import item_spans, sentence_spans
from ciextract.folding import Stretches, WordIndex
from ciextract.frozen import frozen
from ciextract.outline.model import Outline, PartFound, SectionFound
from ciextract.programme.model import Programme
from ciextract.record import DocumentKind
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.documents import document_words
from ciextract.vocabulary.english import english

T = TypeVar("T")

_REFERENCE = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\S)")


@frozen
class Sentence:
    """A sentence, a heading, a list item's or a table cell's sentence, with the block that it stands in."""

    span: Span
    block: int
    kind: BlockKind


def _without_reference(text: str, cell: Span) -> Span:
    """The cell without the reference that its text begins with ('2.3 Chronologies …')."""
    match = _REFERENCE.match(text, cell.start, cell.end)
    return Span(match.end(), cell.end) if match else cell


@dataclass(frozen=True)
class Reading:
    """A document as extractors read it. They change nothing and never see what another one found.

    ``listener`` is told what they declined, as far as their rules looked at it.
    """

    document: Document
    outline: Outline
    programme: Programme | None
    listener: Callable[[Declined], None] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def is_of_its_makers(self) -> bool:
        """The file is no inspection document and by its title tells of its makers' own year or plans."""
        first, *others = self.outline.parts
        if others or first.kind is not DocumentKind.OTHER or not first.title:
            return False
        title = self.document[Span(first.title[0].start, first.title[-1].end)]
        return any(rule.search(" ".join(title.split())) for rule in document_words().of_its_makers)

    def decline(self, span: Span, why: str, *rules: str) -> None:
        """Tell the listener, where there is one, what gave no value, and why."""
        if self.listener is not None:
            self.listener(Declined(span, why, rules))

    def once(self, made: Callable[[Reading], T]) -> T:
        """What a function makes of this reading, made when first asked for: extractors and checks share it."""
        if made not in self._made:
            self._made[made] = made(self)
        return cast(T, self._made[made])

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the canonical text, in order."""
        return tuple(self._sentences())

    @cached_property
    def words(self) -> WordIndex:
        """The canonical text in lower case, with the places of its words."""
        return WordIndex(self.document.text)

    @cached_property
    def numbers(self) -> Stretches:
        """Start and end of runs of digits and of words of number, in order; a word may go on behind its end."""
        return english().numbers_in(self.words)

    def positions_at(self, offsets: Sequence[int]) -> Iterator[int]:
        """The indices of the sentences that hold one of the offsets, which are in order; each once."""
        last = -1
        for offset in offsets:
            index = bisect_right(self._sentence_starts, offset) - 1
            if index > last and offset < self.sentences[index].span.end:
                last = index
                yield index

    def sentences_at(self, offsets: Sequence[int]) -> Iterator[Sentence]:
        """The sentences that hold one of the offsets, which are in order; each once."""
        return (self.sentences[index] for index in self.positions_at(offsets))

    def sentences_with(self, words: Iterable[str]) -> Iterator[Sentence]:
        """The sentences in which one of the words stands, or a longer one that holds it; the words in lower case."""
        return self.sentences_at(self.places(words))

    def places(self, words: Iterable[str]) -> list[int]:
        """The offsets of the words, in order, be it within longer ones; the words in lower case."""
        return sorted({place for word in words for place in self.words.places(word)})

    @cached_property
    def area_places(self) -> list[int]:
        """The offsets at which a council area may be named, in order."""
        return councils().may_be_named_at(self.document.text, self.words)

    def may_name_area(self, span: Span) -> bool:
        """A cheap look: False where the span names no council area."""
        place = self.area_before(span.end)
        return place is not None and place >= span.start

    def area_before(self, offset: int) -> int | None:
        """The last offset before this one at which a council area may be named."""
        index = bisect_left(self.area_places, offset)
        return self.area_places[index - 1] if index else None

    def split(self, stretch: Span) -> tuple[Span, ...]:
        """The sentences of a stretch of the text; what was split before is at hand."""
        if stretch not in self._split:
            self._split[stretch] = tuple(sentence_spans(self.document.text, stretch))
        return self._split[stretch]

    def blocks_in(self, span: Span) -> tuple[Block, ...]:
        """The blocks that begin within the span."""
        first, end = bisect_left(self._block_starts, span.start), bisect_left(self._block_starts, span.end)
        return self.document.blocks[first:end]

    def block_at(self, offset: int) -> Block:
        """The block that holds the offset, or else the one before it."""
        return self.document.blocks[max(bisect_right(self._block_starts, offset) - 1, 0)]

    @cached_property
    def _made(self) -> dict[Callable[[Reading], object], object]:
        return {}

    @cached_property
    def _split(self) -> dict[Span, tuple[Span, ...]]:
        return {}

    @cached_property
    def _block_starts(self) -> tuple[int, ...]:
        return tuple(block.span.start for block in self.document.blocks)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.sentences)

    def _sentences(self) -> Iterator[Sentence]:
        for index, block in enumerate(self.document.blocks):
            for stretch in self._stretches(index, block):
                for span in self.split(stretch):
                    yield Sentence(span, index, block.kind)

    def _stretches(self, index: int, block: Block) -> Iterator[Span]:
        """What no sentence runs over: the items of a table's cell, a label set apart and what it is set before."""
        text = self.document.text
        if block.row is not None:
            for cell in self.document.tables[block.row[0]].rows[block.row[1]].cells:
                yield from item_spans(text, _without_reference(text, cell))
            return
        label = self._label_end(index, block)
        if label is not None:
            yield Span(block.content.start, label)
        yield Span(label or block.content.start, block.content.end)

    def is_heading(self, block: Block) -> bool:
        """A heading begins with the block."""
        heading = self.section_of(block.span).heading
        return heading is not None and heading.span.start == block.span.start

    def _label_end(self, index: int, block: Block) -> int | None:
        """Where a heading that runs into its paragraph ends, or a label such as 'Area inspected:' in bold."""
        heading = self._headings.get(index)
        if heading is not None and heading < block.content.end:
            return heading
        if block.lead is not None and self.document[block.lead].rstrip().endswith(":"):
            return block.lead.end
        return None

    @cached_property
    def _headings(self) -> dict[int, int]:
        """The end of each heading by the block that it begins in."""
        return {
            section.heading.block: section.heading.span.end
            for section in self.outline.sections
            if section.heading is not None
        }

    def part_of(self, span: Span) -> PartFound:
        """The part of the file that the span stands in."""
        return self.outline.parts[self.outline.part_at(span.start)]

    def section_of(self, span: Span) -> SectionFound:
        """The innermost section that the span stands in."""
        return self.outline.section_at(span.start)
