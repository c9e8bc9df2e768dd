"""Bytes of a PDF in, physical lines in reading order out, with places, type and table cells. Nothing is joined here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ciextract.document import Box, Notice
from ciextract.errors import NoText, PasswordRequired, UnreadableDocument
from ciextract.read.lines import CellPlace, PhysicalLine, SourceLines
from ciextract.read.paged.cells import cutter, places
from ciextract.read.paged.frame import has_images, rectangles, stands_on
from ciextract.read.paged.glyphs import Fragment, TextPage
from ciextract.read.paged.grid import grids
from ciextract.read.paged.loose import loose_areas, loose_grids
from ciextract.read.paged.opened import OpenedPdf, OpenPage
from ciextract.read.paged.sequence import Placed, in_order

LOOSE = 1.22
"""A line that stands so much lower than lines of a paragraph do, relative to their distance, begins something new."""
USUAL = 1.35
"""Distance of lines over glyph height where the document does not tell."""
UNDERLINE = 2.5
"""Points of thickness of an underline at the most."""
BELOW = 0.35
"""An underline stands at most so far below the baseline, in glyph heights."""
NEAR = 3.0
"""Points by which an underline may miss the ends of its words."""
GAP = 8.0
"""Points that a letter below the line may take out of an underline."""
LABEL = 100
"""Characters of an underlined line that is a heading, at the most."""
_TAIL = 2_048
_DRIFT = 1.0


@dataclass(frozen=True, slots=True)
class _Set:
    """A line with what decides whether it begins something new: its baseline and the box that it stands in."""

    line: PhysicalLine
    baseline: float
    box: int | None


@dataclass(slots=True)
class _Gathered:
    """What is gathered over the pages."""

    lines: list[_Set] = field(default_factory=list)
    sizes: list[tuple[float, float]] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    hidden: list[tuple[int | None, str]] = field(default_factory=list)
    tables: int = 0
    empty: list[int] = field(default_factory=list)


def read_pdf(source: bytes, password: str | None = None) -> SourceLines:
    """The lines of a PDF. Raises UnreadableDocument, PasswordRequired and NoText."""
    document = opened(source, password)
    gathered = _Gathered(notices=list(_notices(source, document)))
    pages = OpenedPdf(document)
    for number in range(1, len(document) + 1):
        _read_page(pages, number, gathered, source)
    if not gathered.lines:
        raise NoText(f"no text on any of {len(document)} pages", "run OCR first")
    if gathered.empty:
        empty = ", ".join(map(str, gathered.empty))
        gathered.notices.append(Notice("page-without-text", f"no text on pages with pictures: {empty}", lost=True))
    return SourceLines(
        tuple(_with_breaks(gathered.lines)),
        "embedded",
        "application/pdf",
        pages=len(document),
        page_sizes=tuple(gathered.sizes),
        dropped=tuple(gathered.hidden),
        notices=tuple(gathered.notices),
        locator=pages,
    )


def opened(source: bytes, password: str | None) -> pdfium.PdfDocument:
    """A PDF that has pages. Raises UnreadableDocument and PasswordRequired."""
    try:
        document = pdfium.PdfDocument(source, password=password)
        count = len(document)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            what = "wrong password" if password else "needs a password"
            raise PasswordRequired(what, "give it with --password-file") from error
        raise UnreadableDocument("not a PDF, or too damaged to open", "check that it was saved whole") from error
    if count == 0:
        raise UnreadableDocument("a PDF without pages", "check that it was saved whole")
    return document


def _notices(source: bytes, document: pdfium.PdfDocument) -> Iterator[Notice]:
    if b"startxref" not in source[-_TAIL:] or b"%%EOF" not in source[-_TAIL:]:
        yield Notice("rebuilt-file", "the end of the file is missing or damaged; text may be lost", lost=True)
    permissions = raw.FPDF_GetDocPermissions(document.raw)
    if not permissions & (1 << 4):
        yield Notice("permissions", "the document does not permit its text to be copied")


def _read_page(opened: OpenedPdf, number: int, gathered: _Gathered, source: bytes) -> None:
    try:
        page = opened.page(number)
    except pdfium.PdfiumError:
        gathered.sizes.append((0.0, 0.0))
        gathered.notices.append(Notice("page-unreadable", f"page {number} could not be read", lost=True))
        return
    gathered.sizes.append(page.frame.size)
    if page.text.text.strip():
        _lines_of_page(page, number, gathered, source)
    elif has_images(page.page):
        gathered.empty.append(number)


def _lines_of_page(opened: OpenPage, number: int, gathered: _Gathered, source: bytes) -> None:
    text, frame = opened.text, opened.frame
    drawn = rectangles(opened.page, frame)
    found = grids(drawn)
    fragments = list(text.fragments(cutter(found)))
    areas = loose_areas(drawn, found)
    if areas:
        found = [*found, *loose_grids(source, number, areas, fragments)]
        fragments = list(text.fragments(cutter(found)))
    shown = [fragment for fragment in fragments if stands_on(frame, fragment.box)]
    gathered.hidden.extend((number, fragment.text) for fragment in fragments if not stands_on(frame, fragment.box))
    placed = in_order(shown, frame.size[1], cutter(found))
    cells, boxes, tables = places(found, placed, gathered.tables)
    gathered.tables += tables
    for line in _together(placed, boxes):
        origin = line.fragment.origin
        physical = _underlined(_physical(line, number, cells.get(origin)), line, text, drawn)
        gathered.lines.append(_Set(physical, line.fragment.baseline, boxes.get(origin)))


def _together(placed: list[Placed], boxes: dict[int, int]) -> list[Placed]:
    """Content order, but the lines of one box together, where the first of them stands."""
    first: dict[int, int] = {}
    for index, line in enumerate(placed):
        if line.fragment.origin in boxes:
            first.setdefault(boxes[line.fragment.origin], index)
    positions = [first.get(boxes.get(line.fragment.origin, -1), index) for index, line in enumerate(placed)]
    return [line for _, _, line in sorted(zip(positions, range(len(placed)), placed, strict=True), key=lambda e: e[:2])]


def _physical(line: Placed, page: int, cell: CellPlace | None) -> PhysicalLine:
    fragment = line.fragment
    x0, top, x1, bottom = fragment.box
    return PhysicalLine(
        fragment.text,
        origin=fragment.origin,
        page=page,
        box=(round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)),
        size=fragment.size,
        bold=fragment.bold,
        italic=fragment.italic,
        lead=fragment.lead,
        raised=fragment.raised,
        marker=line.marker,
        cell=cell,
    )


def _underlined(physical: PhysicalLine, line: Placed, text: TextPage, drawn: list[Box]) -> PhysicalLine:
    """The line with what is underlined at its beginning: a label set apart, or the whole of it as a heading."""
    fragment = line.fragment
    end = _underline_end(fragment, drawn)
    if end is None or physical.lead or physical.cell is not None:
        return physical
    length = text.length_before(fragment, end)
    whole = length >= len(fragment.text.rstrip()) and len(fragment.text) < LABEL
    return replace(physical, lead=length, level=3 if whole else None)


def _underline_end(fragment: Fragment, drawn: list[Box]) -> float | None:
    """Where the rule under the fragment's beginning ends; letters that reach below the line may interrupt it."""
    x0, _, x1, _ = fragment.box
    rules = sorted(
        (box[0], box[2])
        for box in drawn
        if box[3] - box[1] <= UNDERLINE
        and box[2] <= x1 + NEAR
        and -NEAR < (box[1] + box[3]) / 2 - fragment.baseline < BELOW * fragment.size
    )
    end: float | None = None
    for start, stop in rules:
        if end is None and abs(start - x0) <= NEAR:
            end = stop
        elif end is not None and start - end <= GAP:
            end = max(end, stop)
    return end


def _with_breaks(lines: list[_Set]) -> Iterator[PhysicalLine]:
    """The lines, each marked where the space above it, or a new box or cell, begins something new."""
    usual = _usual_distances(lines)
    before: _Set | None = None
    for line in lines:
        fresh = before is None or _is_new(before, line, usual)
        yield replace(line.line, fresh=True) if fresh else line.line
        before = line


def _is_new(before: _Set, line: _Set, usual: dict[float, float]) -> bool:
    one, other = before.line, line.line
    if one.cell != other.cell or before.box != line.box:
        return True
    distance = line.baseline - before.baseline
    if one.page != other.page or distance < -_DRIFT:
        return False
    size = min(one.size or 1.0, other.size or 1.0)
    return distance > LOOSE * usual.get(size, USUAL * size)


def _usual_distances(lines: list[_Set]) -> dict[float, float]:
    """For each glyph size, the most usual distance of a line from the one before it."""
    counts: dict[float, Counter[float]] = {}
    for before, line in pairwise(lines):
        distance = round(line.baseline - before.baseline, 1)
        size = line.line.size
        same = before.line.page == line.line.page and before.line.size == size
        if same and size and 0.8 * size < distance < 3 * size:
            counts.setdefault(size, Counter())[distance] += 1
    return {size: _mode(distances) for size, distances in counts.items()}


def _mode(distances: Counter[float]) -> float:
    """The most frequent distance; of those seen nearly as often, the smallest: lines of one paragraph."""
    most = max(distances.values())
    return min(distance for distance, count in distances.items() if count >= 0.4 * most)
