"""A frozen document: one canonical text, its blocks, tables and places on the page. Knows nothing of PDF or HTML."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol, overload

from ciextract.frozen import frozen

if TYPE_CHECKING:
    from ciextract.record import TextLayer

MOST_UNPLACED = 0.002
"""Share of a source's characters that may have no place before the text counts as incomplete. Of the words of a PDF
99.8% are to be read in their order from every producer; what is beyond the rest may hold a value."""
Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the top left of the page."""
Progress = Callable[[int, int], None]
"""Told of each page that was read: its number from 1, and how many there are."""


class Locator(Protocol):
    """Finds where a range of a page's source characters is printed."""

    @property
    def source(self) -> bytes:
        """What the pages were read from: the file, or the copy of it with the text that was recognised."""
        ...

    def boxes(self, page: int, first: int, count: int) -> tuple[Box, ...]:
        """Boxes around ``count`` source characters from ``first`` on ``page`` (from 1), a box a printed line.

        What was found once is found again without opening the page.
        """
        ...


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A slice of the canonical text, in code points, end excluded."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    @property
    def length(self) -> int:
        return self.end - self.start


class BlockKind(StrEnum):
    """What layout made of a stretch of text."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    FOOTNOTE = "footnote"


@frozen
class Block:
    """A paragraph, a list item, a table row or a footnote.

    span     the whole block, marker included; content  the same without marker or paragraph number.
    marker   list marker or paragraph number as printed ('1.', '•', '3.2'), None without one.
    size     glyph height over the document's body size (1.0 for body text), None where the source has no sizes.
    bold     all of it is bold; lead  the span of its bold beginning, None without one.
    level    level of a heading that the source declares, else None.
    alone    nothing else was joined to it and the source set it apart from what is around it.
    row      index (table, row) of a table row.
    """

    span: Span
    content: Span
    kind: BlockKind
    marker: str | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    lead: Span | None = None
    level: int | None = None
    alone: bool = True
    row: tuple[int, int] | None = None


@frozen
class Row:
    """A table row: the spans of its cells, left to right (empty spans for empty cells).

    ``across`` marks a row that is one cell over the whole width.
    """

    span: Span
    cells: tuple[Span, ...]
    across: bool = False


@frozen
class Table:
    """A table: its rows in order; ``header`` is the number of leading head rows (0 or 1)."""

    span: Span
    rows: tuple[Row, ...]
    header: int


class Piece(NamedTuple):
    """Canonical text from ``start`` to ``end`` that stands, character for character, at ``origin`` of a source line."""

    start: int
    end: int
    page: int | None
    origin: int
    line: int | None


_NONE = -1
_FIELDS = len(Piece._fields)


class Pieces(Sequence[Piece]):
    """Pieces in order, as figures side by side: as objects those of a long document take five times the room."""

    __slots__ = ("_figures",)

    def __init__(self, figures: array[int]) -> None:
        """``figures``: of each piece its fields in their order, -1 for None."""
        self._figures = figures

    def __len__(self) -> int:
        return len(self._figures) // _FIELDS

    @overload
    def __getitem__(self, index: int) -> Piece: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Piece, ...]: ...
    def __getitem__(self, index: int | slice) -> Piece | tuple[Piece, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        at = (index if index >= 0 else index + len(self)) * _FIELDS
        figures = self._figures[at : at + _FIELDS]
        if at < 0 or len(figures) < _FIELDS:
            raise IndexError("no such piece")
        start, end, page, origin, line = figures
        return Piece(start, end, None if page == _NONE else page, origin, None if line == _NONE else line)

    def __eq__(self, other: object) -> bool:
        return self._figures == other._figures if isinstance(other, Pieces) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def starts(self) -> array[int]:
        """Where each piece starts."""
        return self._figures[::_FIELDS]


class AsideKind(StrEnum):
    """Why a source line is not in the canonical text."""

    FURNITURE = "furniture"
    CONTENTS = "contents"
    UNPLACED = "unplaced"


@frozen
class Aside:
    """A source line that is kept beside the text."""

    kind: AsideKind
    text: str
    page: int | None = None


@frozen
class Notice:
    """Something that reading or layout must tell: a stable code and one sentence.

    ``lost`` says that text of the source may be missing from the canonical text.
    """

    code: str
    message: str
    lost: bool = False


@frozen
class Document:
    """One text and everything known of its parts; frozen before the first offset is taken.

    Laws: blocks are in order and do not overlap; ``ledger`` counts of body, tables and footnotes add up to the
    length of ``text``.
    """

    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    pieces: Sequence[Piece]
    asides: tuple[Aside, ...]
    ledger: dict[str, int]
    text_layer: TextLayer
    media_type: str
    pages: int | None = None
    notices: tuple[Notice, ...] = ()
    locator: Locator | None = field(default=None, compare=False, repr=False)
    _starts: Sequence[int] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        pieces = self.pieces
        starts = pieces.starts() if isinstance(pieces, Pieces) else tuple(piece.start for piece in pieces)
        object.__setattr__(self, "_starts", starts)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @property
    def contents(self) -> tuple[str, ...]:
        """Lines of the contents page, as printed."""
        return tuple(aside.text for aside in self.asides if aside.kind is AsideKind.CONTENTS)

    def pieces_of(self, span: Span) -> Iterator[Piece]:
        """Pieces that the span touches, in order."""
        starts, pieces = self._starts, self.pieces
        for index in range(max(bisect_right(starts, span.start) - 1, 0), bisect_left(starts, span.end)):
            piece = pieces[index]
            if piece.end > span.start:
                yield piece

    def page_of(self, span: Span) -> int | None:
        """Page (from 1) on which the span starts, None where the source has no pages."""
        return next((piece.page for piece in self.pieces_of(span)), None)

    def pages_of(self, span: Span) -> tuple[int, int] | None:
        """First and last page of the span."""
        pages = [piece.page for piece in self.pieces_of(span) if piece.page is not None]
        return (min(pages), max(pages)) if pages else None

    def line_of(self, span: Span) -> int | None:
        """Line of the source file (from 1) on which the span starts, None for a PDF."""
        return next((piece.line for piece in self.pieces_of(span)), None)

    def boxes_of(self, span: Span) -> tuple[Box, ...]:
        """Boxes of the span on the page where it starts."""
        if self.locator is None:
            return ()
        return tuple(box for printed in self._printed(span) for box in self.locator.boxes(*printed))

    def locate(self, spans: Iterable[Span]) -> None:
        """Have the boxes of the spans found now, page by page: a locator need open no page for each of them anew."""
        if self.locator is not None:
            for printed in sorted({printed for span in spans for printed in self._printed(span)}):
                self.locator.boxes(*printed)

    def _printed(self, span: Span) -> Iterator[tuple[int, int, int]]:
        """(page, first source character, number of them) of the pieces of the span on the page where it starts."""
        pieces = tuple(self.pieces_of(span))
        page = pieces[0].page if pieces else None
        if page is None:
            return
        for piece in pieces:
            if piece.page == page:
                start, end = max(span.start, piece.start), min(span.end, piece.end)
                yield page, piece.origin + start - piece.start, end - start
