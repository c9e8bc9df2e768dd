"""What every reader hands to layout: physical lines in reading order, with their places. Nothing is joined here."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from ciextract.document import Box, Locator, Notice
from ciextract.frozen import frozen

if TYPE_CHECKING:
    from ciextract.record import TextLayer

SOFT_HYPHEN = "\u00ad"
TAB = "\t"
"""Stands between the cells of a row."""
PAGE_END = "\f"
"""Stands where a page of a text ends."""
DOUBLE_T = "\ufdd0"
"""Stands for the letters of a ligature for which Unicode has no character; this one stands in no text."""
BEGINS_WORD = "\ufdd1"
"""Ends a large initial, which begins a word of the next line; this one stands in no text either."""
JOINER = "\u2060"
"""Stands for a space that is no more than the distance of two letters."""
BULLET = "•"
"""The marker of an item whose bullet is drawn, or declared."""
BULLETS = "•▪●◦‣○∙·■□➢➤➔→▸►▶✓✔✗✘☑☐☒❖◆♦⁃\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
"""Signs that are set before the items of a list and nowhere else; dashes, which are, are not among them."""


@frozen
class CellPlace:
    """The cell of a table that a line stands in: table number within the document, row and column from 0.

    ``span`` is the number of columns that the cell covers. ``columns`` is the number of columns of the whole table.
    """

    table: int
    row: int
    column: int
    span: int
    columns: int


class PhysicalLine(NamedTuple):
    """One printed line, or the part of it that stands in one column or cell.

    text     the characters as the source has them, without line ends; ``text[i]`` is source character ``origin + i``
             of the page (PDF) or of the file's line. A word broken by a soft hyphen at the line end ends in U+00AD.
    page     from 1; None where the source has no pages.
    box      (x0, top, x1, bottom) in points from the top left of the page; None without a page.
    size     glyph height in points, comparable within one document only; None where unknown.
    bold     every letter is bold.  ``lead`` is the number of leading characters that are bold.
    italic   every letter is italic.
    raised   slices [start, end) of ``text`` that are raised footnote markers.
    marker   a list marker printed apart from the text ('1.', '•'), None where there is none or it is part of ``text``.
    fresh    the source itself starts something new here (blank line, HTML block, table cell).
    level    level of a heading that the source declares (HTML h1 is 1, an underlined label 3), else None.
    item     the source declares a list item here.
    contents the source declares a line of its contents page here.
    note     the source declares a line of a footnote here.
    turned   the first line after a page break of a source without page geometry (a form feed in a text file).
    cell     the table cell that the line stands in.
    number   line number in the source file, from 1, for plain text and HTML.
    """

    text: str
    origin: int = 0
    page: int | None = None
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    lead: int = 0
    raised: tuple[tuple[int, int], ...] = ()
    marker: str | None = None
    fresh: bool = False
    level: int | None = None
    item: bool = False
    contents: bool = False
    note: bool = False
    turned: bool = False
    cell: CellPlace | None = None
    number: int | None = None


@frozen
class SourceLines:
    """All that a reader found in one source.

    pages     number of pages, None where the source has none; ``page_sizes`` in points, one (width, height) a page.
    title     title that the source declares beside its text (PDF metadata, HTML title), never trusted as evidence.
    dropped   text that the reader set aside as furniture (menus, scripts' text is not even counted), with its page.
    unplaced  text that was read but stands nowhere on its page, with the page.
    locator   finds boxes on a page for a range of its characters; None where the source has no pages.
    """

    lines: tuple[PhysicalLine, ...]
    text_layer: TextLayer
    media_type: str
    pages: int | None = None
    page_sizes: tuple[tuple[float, float], ...] = ()
    title: str | None = None
    dropped: tuple[tuple[int | None, str], ...] = ()
    unplaced: tuple[tuple[int | None, str], ...] = ()
    notices: tuple[Notice, ...] = ()
    locator: Locator | None = field(default=None, compare=False)
