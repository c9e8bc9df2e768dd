"""The frozen outline: parts of the file, headings and sections. How they are found is not said here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from ciextract.document import Span
from ciextract.record import DocumentKind

PREAMBLE = "preamble"
"""Kind of what stands before the first heading of a part."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: what it is, its number and its title.

    block  index of its first block.  span  from its first to its last character, label included.
    title  the title's own span; ``level`` 1 for a top heading of its part; ``parent`` index of the heading above it.
    """

    block: int
    span: Span
    title: Span
    kind: str
    number: int | str | None
    role: str | None
    rule: str
    level: int = 1
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class PartFound:
    """A document of the file: its kind, its title and the rule that told it; ``blocks`` is its range of blocks."""

    kind: DocumentKind
    span: Span
    blocks: range
    title: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class SectionFound:
    """A section: its heading (None for a preamble), its own text, and its whole span with sub-sections."""

    id: str
    part: int
    heading: Heading | None
    own: Span
    span: Span
    parent: str | None
    statement: int | None

    @property
    def kind(self) -> str:
        return self.heading.kind if self.heading else PREAMBLE

    @property
    def level(self) -> int:
        return self.heading.level if self.heading else 0


@dataclass(frozen=True, slots=True)
class Outline:
    """Parts and sections in reading order. The sections' own spans tile the text."""

    parts: tuple[PartFound, ...]
    sections: tuple[SectionFound, ...]
    _starts: tuple[int, ...] = field(default=(), compare=False, repr=False)
    _places: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(section.own.start for section in self.sections))
        object.__setattr__(self, "_places", {section.id: place for place, section in enumerate(self.sections)})

    def section_at(self, offset: int) -> SectionFound:
        """The innermost section whose own text holds the offset."""
        return self.sections[max(bisect_right(self._starts, offset) - 1, 0)]

    def part_at(self, offset: int) -> int:
        """Index of the part that holds the offset."""
        return self.section_at(offset).part

    def section(self, id: str) -> SectionFound:
        """The section of that id."""
        return self.sections[self._places[id]]

    def back_to(self, first: SectionFound, last: SectionFound) -> Iterator[SectionFound]:
        """The sections from one back to an earlier one, both included."""
        return (self.sections[place] for place in range(self._places[last.id], self._places[first.id] - 1, -1))

    def above(self, section: SectionFound) -> tuple[SectionFound, ...]:
        """The section and those that it stands under, from the inside out."""
        chain = [section]
        while chain[-1].parent is not None:
            chain.append(self.section(chain[-1].parent))
        return tuple(chain)
