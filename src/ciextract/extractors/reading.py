"""What every extractor is given: the document, its outline, its programme, and the sentences of its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ciextract.document import BlockKind, Document, Span
from ciextract.extractors.sentences import sentence_spans
from ciextract.outline.model import Outline, PartFound, SectionFound
from ciextract.programme.model import Programme


@dataclass(frozen=True)
class Sentence:
    """A sentence, a heading, a list item's or a table cell's sentence, with the block that it stands in."""

    span: Span
    block: int
    kind: BlockKind


@dataclass(frozen=True)
class Reading:
    """A document as extractors read it. They change nothing and never see what another one found."""

    document: Document
    outline: Outline
    programme: Programme | None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the canonical text, in order."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        text = self.document.text
        for index, block in enumerate(self.document.blocks):
            if block.row is None:
                stretches: tuple[Span, ...] = (block.content,)
            else:
                stretches = self.document.tables[block.row[0]].rows[block.row[1]].cells
            for stretch in stretches:
                for span in sentence_spans(text, stretch):
                    yield Sentence(span, index, block.kind)

    def part_of(self, span: Span) -> PartFound:
        """The part of the file that the span stands in."""
        return self.outline.parts[self.outline.part_at(span.start)]

    def section_of(self, span: Span) -> SectionFound:
        """The innermost section that the span stands in."""
        return self.outline.section_at(span.start)
