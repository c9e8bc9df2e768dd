"""The body of a Word document in, physical lines out: headings, items, cells, notes as it declares them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ciextract.read.html_lines import PLAIN, LineWriter, Look
from ciextract.read.lines import PAGE_END, CellPlace, PhysicalLine
from ciextract.read.word.marks import Element, W, children, value
from ciextract.read.word.numbering import Numbering
from ciextract.read.word.package import Package
from ciextract.read.word.runs import BREAK, NoteMark, RunReader, Stretch
from ciextract.read.word.styles import Style, Styles, stated
from ciextract.read.word.tables import first_row_is_set_apart, grid_of, holds_results, letters_in

SENTENCE_WORDS = 9
"""A paragraph of so many words that ends in a final mark is none of a heading, whatever its style says."""
_TYPED_NUMBER = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){0,3}[.)]?)[^\S\t]*\t")
_HEADING_NUMBER = re.compile(r"\s*(\d{1,2}(?:(?:\.\d{1,2}){1,3}[.)]?|[.)]|(?=\s*\t)))\s+(?=\S)")
_LONGEST_MARKER = 10
_FINAL = (".", ";", ",", ":")
_CONTENTS_GALLERY = "Table of Contents"


class Body:
    """Walks the body once, in reading order."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering)
        self._runs = RunReader(self._styles)
        self._writer = LineWriter()
        self._letters = letters_in(package.document)
        self._tables = 0
        self._open = False
        self._contents = frozenset(_contents_paragraphs(package.document))
        self._notes = _notes(package)

    @property
    def hidden(self) -> list[str]:
        """Text that the document hides."""
        return self._runs.hidden

    def lines(self) -> list[PhysicalLine]:
        """All lines of the document."""
        for body in self._package.document.iterfind(f"{W}body"):
            self._blocks(body, PLAIN)
        self._writer.edge()
        return self._writer.lines

    def _blocks(self, container: Element, look: Look) -> None:
        for child in children(container):
            if child.tag == f"{W}p":
                self._paragraph(child, look)
            elif child.tag == f"{W}tbl":
                self._table(child, look)

    def _paragraph(self, paragraph: Element, outer: Look) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = stated(properties, None).over(self._styles.of(value(properties, "pStyle"), paragraph=True))
        self._runs.contents_begun = self._runs.in_contents
        stretches = list(self._runs.stretches(paragraph, style, outer))
        in_contents = self._runs.contents_begun or bool(style.contents) or paragraph in self._contents
        text = "".join(text for text, _ in stretches)
        level = _heading_level(style, text)
        if level is not None and not style.contents:
            self._runs.end_contents()
            in_contents = paragraph in self._contents
        marker = self._marker(properties, style) if text.strip() or not _is_removed(properties) else None
        stretches = _looking(stretches, level, in_contents)
        self._write(stretches, marker, leave_open=_is_removed(properties))
        self._attached(outer)

    def _marker(self, properties: Element | None, style: Style) -> str | None:
        if style.listed is None:
            return None
        listing, place = style.listed
        belongs = self._numbering.level_of(listing, value(properties, "pStyle"))
        direct = stated(properties, None).listed is not None
        return self._numbering.marker(listing, place if direct or belongs is None else belongs)

    def _write(self, stretches: list[Stretch], marker: str | None, *, leave_open: bool) -> None:
        """Write a paragraph; one whose end was deleted goes on in the next."""
        if not self._open:
            self._writer.edge()
        if marker is None and stretches:
            marker, stretches = _typed_number(stretches)
        if marker is not None and len(marker) <= _LONGEST_MARKER and not self._open:
            self._writer.item(marker)
        elif marker is not None and stretches:
            self._writer.text(f"{marker} ", stretches[0][1])
        self._text(stretches)
        self._open = leave_open
        if not leave_open:
            self._writer.end_item()

    def _text(self, stretches: Iterable[Stretch]) -> None:
        for text, look in stretches:
            if text == BREAK:
                self._writer.line_break()
            elif text == PAGE_END:
                self._writer.edge()
            else:
                self._writer.text(text, look)

    def _attached(self, outer: Look) -> None:
        """What hangs on the paragraph: its text boxes, then its notes; those of a table stand below it."""
        boxes, self._runs.boxes = self._runs.boxes, []
        for box in boxes:
            self._blocks(box, outer)
        if outer.cell is None:
            marks, self._runs.marks = self._runs.marks, []
            for mark in marks:
                self._note(mark)

    def _note(self, mark: NoteMark) -> None:
        note = self._notes.get((mark.kind, mark.id))
        if note is None:
            return
        look = replace(PLAIN, note=True)
        self._writer.edge()
        if mark.printed is not None:
            self._writer.text(f"{mark.printed} ", look)
        for paragraph in note.iterdescendants(f"{W}p"):
            style = self._styles.of(value(paragraph, "pPr/pStyle"), paragraph=True)
            self._text(self._runs.stretches(paragraph, style, look))
            self._writer.line_break()
        self._writer.edge()

    def _table(self, table: Element, outer: Look) -> None:
        grid = grid_of(table)
        if outer.cell is not None or not holds_results(table, grid, self._letters):
            for cell in grid.cells:
                self._blocks(cell.element, outer)
            return
        number, self._tables = self._tables, self._tables + 1
        heads = self._heads(table)
        for cell in grid.cells:
            place = CellPlace(number, cell.row, cell.column, cell.span, grid.columns)
            self._blocks(cell.element, replace(outer, cell=place, bold=cell.heads or (heads and not cell.row)))
        self._attached(outer)

    def _heads(self, table: Element) -> bool:
        return first_row_is_set_apart(table) and self._styles.heads_rows(value(table, "tblPr/tblStyle"))


def running_texts(package: Package) -> Iterator[str]:
    """The text of the heads and feet, a paragraph at a time."""
    styles = Styles(package.styles)
    for root in package.running:
        for paragraph in root.iterdescendants(f"{W}p"):
            reader = RunReader(styles)
            text = "".join(text for text, _ in reader.stretches(paragraph, styles.of(None), PLAIN))
            if text.strip():
                yield " ".join(text.split())


def _heading_level(style: Style, text: str) -> int | None:
    """The level that the style declares, where the paragraph is no sentence set in a heading's style."""
    is_sentence = len(text.split()) >= SENTENCE_WORDS and text.rstrip().endswith(_FINAL)
    return None if is_sentence else style.level or None


def _looking(stretches: list[Stretch], level: int | None, in_contents: bool) -> list[Stretch]:
    """The stretches as what their paragraph is; the gap before a page number is kept in a contents page."""
    return [
        (text, replace(look, level=level, contents=in_contents, pre=in_contents and text not in (BREAK, PAGE_END)))
        for text, look in stretches
    ]


def _typed_number(stretches: list[Stretch]) -> tuple[str | None, list[Stretch]]:
    """A number that was typed before a tab, or in a heading before a space, and what follows it."""
    text = "".join(text for text, _ in stretches)
    look = stretches[0][1]
    number = (_HEADING_NUMBER if look.level is not None else _TYPED_NUMBER).match(text)
    if number is None or look.contents:
        return None, stretches
    return number[1], list(_behind(stretches, number.end()))


def _behind(stretches: list[Stretch], length: int) -> Iterator[Stretch]:
    """The stretches without so many characters at their beginning."""
    for text, look in stretches:
        if len(text) > length:
            yield text[length:], look
        length = max(length - len(text), 0)


def _is_removed(properties: Element | None) -> bool:
    """The end of the paragraph was deleted under tracked changes."""
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None


def _contents_paragraphs(document: Element) -> Iterator[Element]:
    """The paragraphs of content controls that hold a contents page."""
    for control in document.iterdescendants(f"{W}sdt"):
        if value(control, "sdtPr/docPartObj/docPartGallery") == _CONTENTS_GALLERY:
            yield from control.iterdescendants(f"{W}p")


def _notes(package: Package) -> dict[tuple[str, str], Element]:
    parts = (("footnote", package.footnotes), ("endnote", package.endnotes))
    return {
        (kind, note.get(f"{W}id", "")): note
        for kind, root in parts
        if root is not None
        for note in root.iterfind(f"{W}{kind}")
    }
