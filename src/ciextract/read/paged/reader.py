"""Bytes of a PDF in, physical lines in reading order out, with places, type and table cells. Nothing is joined here."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ciextract.document import Box, Notice, Progress
from ciextract.errors import NoText
from ciextract.read.lines import BULLET, CellPlace, PhysicalLine, SourceLines
from ciextract.read.paged.boxes import overlap
from ciextract.read.paged.breaks import breaks
from ciextract.read.paged.bullets import drawn_bullets, numbered_items
from ciextract.read.paged.cells import cutter, places, stands_in
from ciextract.read.paged.columns import aligned_grids
from ciextract.read.paged.damage import damage
from ciextract.read.paged.drawn_rows import drawn_grids
from ciextract.read.paged.fields import with_fields
from ciextract.read.paged.floating import in_turn
from ciextract.read.paged.forced import forced
from ciextract.read.paged.frame import Frame, backgrounds, has_images, rectangles, stands_on
from ciextract.read.paged.glyphs import Fragment, TextPage
from ciextract.read.paged.grid import Grid, grids
from ciextract.read.paged.initials import with_initials, without_initials
from ciextract.read.paged.ink import Ink
from ciextract.read.paged.lone_rows import NOTHING, Ending, beginning, ending, with_row
from ciextract.read.paged.loose import loose_areas, loose_grids
from ciextract.read.paged.markers import with_markers
from ciextract.read.paged.opened import OpenedPdf, OpenPage
from ciextract.read.paged.sequence import Placed, in_order
from ciextract.read.paged.striped import white_rows
from ciextract.read.paged.unmapped import SURE

UNDERLINE = 2.5
"""Points of thickness of an underline at the most."""
BELOW = 0.45
"""An underline stands at most so far below the baseline, in glyph heights."""
NEAR = 3.0
"""Points by which an underline may miss the ends of its words."""
GAP = 8.0
"""Points that a letter below the line may take out of an underline."""
LABEL = 100
"""Characters of an underlined line that is a heading, at the most."""
_WAY_OUT = "recognise it with --ocr auto (needs: pip install 'ciextract[ocr]')"
_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\s+(?=\S)")


@dataclass(slots=True)
class _Gathered:
    """What is gathered over the pages.

    Of each line, besides, what decides whether it begins something new: the height that it stands on and the number of
    the drawn box that it stands in, 0 outside all.
    """

    lines: list[PhysicalLine] = field(default_factory=list)
    baselines: array[float] = field(default_factory=lambda: array("d"))
    boxes: array[int] = field(default_factory=lambda: array("q"))
    tenths: dict[float, float] = field(default_factory=dict)
    sizes: list[tuple[float, float]] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    hidden: list[tuple[int | None, str]] = field(default_factory=list)
    unplaced: list[tuple[int | None, str]] = field(default_factory=list)
    tables: int = 0
    empty: list[int] = field(default_factory=list)
    unmapped: int = 0
    ending: Ending = NOTHING
    """Of the page that was read last."""
    begun: int = 0
    """Index of the first line of the page that was read last."""


def read_pdf(source: bytes, password: str | None = None, progress: Progress | None = None) -> SourceLines:
    """The lines of a PDF. Raises UnreadableDocument, PasswordRequired, NoText and LimitExceeded."""
    opened = OpenedPdf(source, password)
    gathered = _Gathered(notices=list(_notices(source, opened.document)))
    pages = len(opened.document)
    for number in range(1, pages + 1):
        _read_page(opened, number, gathered, source)
        if progress is not None:
            progress(number, pages)
    if not gathered.lines:
        raise NoText(f"no text on any of {pages} pages", _WAY_OUT)
    gathered.notices.extend(_left_out(gathered.empty, sorted(opened.unfilled), gathered.unmapped))
    return SourceLines(
        _finished(gathered),
        "embedded",
        "application/pdf",
        pages=pages,
        page_sizes=tuple(gathered.sizes),
        dropped=tuple(gathered.hidden),
        unplaced=tuple(gathered.unplaced),
        notices=tuple(gathered.notices),
        locator=opened,
    )


def _notices(source: bytes, document: pdfium.PdfDocument) -> Iterator[Notice]:
    yield from damage(source, len(document))
    permissions = raw.FPDF_GetDocPermissions(document.raw)
    if not permissions & (1 << 4):
        yield Notice("permissions", "the document does not permit its text to be copied")


def _left_out(empty: Sequence[int], unfilled: Sequence[int], unmapped: int) -> Iterator[Notice]:
    for code, what, pages in (
        ("page-without-text", "no text on pages with pictures", empty),
        ("fields-unread", "what is filled into form fields could not be read, on pages", unfilled),
    ):
        if pages:
            yield Notice(code, f"{what}: {', '.join(map(str, pages))}", lost=True)
    if unmapped >= SURE:
        what = "signs stand in the place of letters, as fonts do not say what they print; --ocr force reads the pages"
        yield Notice("letters-unknown", f"{unmapped} {what}", lost=True)


def _read_page(opened: OpenedPdf, number: int, gathered: _Gathered, source: bytes) -> None:
    try:
        page = opened.page(number)
    except pdfium.PdfiumError:
        gathered.sizes.append((0.0, 0.0))
        gathered.notices.append(Notice("page-unreadable", f"page {number} could not be read", lost=True))
        return
    gathered.sizes.append(page.frame.size)
    if page.text.text.strip():
        gathered.unmapped += page.text.unmapped()
        _lines_of_page(page, number, gathered, source)
    elif has_images(page.page):
        gathered.empty.append(number)


def _lines_of_page(opened: OpenPage, number: int, gathered: _Gathered, source: bytes) -> None:
    text, frame = _upright(opened)
    gathered.sizes[-1] = size = frame.size
    drawn = rectangles(opened.page, frame)
    found, loose, fragments = _in_tables(opened, text, drawn, gathered, source)
    gathered.unplaced.extend((number, stray) for stray in text.unplaced if stray)
    shown = _seen(fragments, opened, text, frame, found)
    if len(shown) < len(fragments):
        kept = {fragment.origin for fragment in shown}
        gathered.hidden.extend((number, fragment.text) for fragment in fragments if fragment.origin not in kept)
    found = [*found, *aligned_grids(shown, partial(_table_at, found))]
    shown, initials = without_initials(shown)
    placed = in_order(shown, size[1], cutter(found), partial(_table_at, found))
    placed = with_initials(placed, initials)
    placed = _with_bullets(placed, drawn_bullets(drawn, shown))
    cells, boxes = _in_cells(found, loose, placed, gathered, size[1])
    thin = [box for box in drawn if box[3] - box[1] <= UNDERLINE]
    for line in in_turn(_together(placed, boxes), _free(boxes, cells), found, cells) if boxes else placed:
        origin, lead = line.fragment.origin, line.fragment.lead
        cell = cells.get(origin)
        underlined = _underlined(line.fragment, text, thin) if thin and not lead and cell is None else None
        lead, level = underlined or (lead, None)
        gathered.lines.append(_physical(line, number, gathered.tenths, cell, lead, level))
        gathered.baselines.append(line.fragment.baseline)
        gathered.boxes.append(boxes.get(origin, 0))


def _in_tables(
    opened: OpenPage, text: TextPage, drawn: list[Box], gathered: _Gathered, source: bytes
) -> tuple[list[Grid], list[Grid], list[Fragment]]:
    """(grids of the page that is read, those without upright rules, its fragments, cut where columns begin)."""
    number, height, before = len(gathered.sizes), gathered.sizes[-1][1], gathered.ending.loose
    found = grids([*drawn, *white_rows(drawn, text, height)])
    fragments = _fragments(opened, text, found)
    areas = loose_areas(drawn, found, fragments, height, before)
    loose = loose_grids(source, number, areas, fragments, height) if areas else []
    loose += drawn_grids(_outside([*found, *loose], fragments), height, before, text)
    if not loose:
        return found, loose, fragments
    found = [*(one for one in found if not any(overlap(one.box, grid.box) for grid in loose)), *loose]
    return found, loose, _fragments(opened, text, found)


def _seen(
    fragments: list[Fragment], opened: OpenPage, text: TextPage, frame: Frame, found: list[Grid]
) -> list[Fragment]:
    """Those that a reader of the page takes for its text."""
    shown = [fragment for fragment in fragments if _is_shown(fragment, frame.size, found)]
    unseen = _unseen(shown, opened, text, frame) | text.cut_away(shown)
    return [fragment for fragment in shown if fragment.origin not in unseen] if unseen else shown


def _in_cells(
    found: list[Grid], loose: list[Grid], placed: list[Placed], gathered: _Gathered, height: float
) -> tuple[dict[int, CellPlace], dict[int, int]]:
    """(cell of each line by its origin, box number of lines in boxes by theirs); the last row of the page before is put
    together with its rest."""
    rest = beginning(found, placed, gathered.ending, height)
    cells, boxes, tables = places(found, placed, gathered.tables, rest)
    if rest is not None and gathered.ending.row:
        begun = gathered.begun
        gathered.lines[begun:] = with_row(gathered.lines[begun:], gathered.ending.row)
    gathered.ending = ending(found, loose, placed, cells, gathered.tables + tables + 1, height)
    gathered.tables += tables + 1
    gathered.begun = len(gathered.lines)
    return cells, boxes


def _fragments(opened: OpenPage, text: TextPage, found: list[Grid]) -> list[Fragment]:
    """In content order, but for what is filled into form fields."""
    fragments = list(with_markers(text.fragments(cutter(found))))
    return with_fields(fragments, opened.own) if opened.own < len(text.text) else fragments


def _with_bullets(placed: list[Placed], dotted: frozenset[int]) -> list[Placed]:
    """The lines, those whose bullet is drawn and not typed with their marker."""
    if not dotted:
        return placed
    return [
        line._replace(marker=BULLET) if line.marker is None and line.fragment.origin in dotted else line
        for line in placed
    ]


def _upright(opened: OpenPage) -> tuple[TextPage, Frame]:
    """The page's text and frame, turned where most of its text lies on its side."""
    turn = opened.text.main_turn()
    if not turn:
        return opened.text, opened.frame
    frame = opened.frame.turned_by(turn)
    return opened.text.within(frame), frame


def _is_shown(fragment: Fragment, size: tuple[float, float], found: list[Grid]) -> bool:
    """The fragment stands on the page, upright or in a table; what is slanted or lies beside the text is no text."""
    if not stands_on(size, fragment.box) or fragment.turn is None:
        return False
    return not fragment.turn or _table_at(found, fragment.box) is not None


def _outside(found: list[Grid], shown: list[Fragment]) -> list[Fragment]:
    """The fragments that stand in no table of several rows."""
    tables = [grid for grid in found if grid.rows > 1]
    return [one for one in shown if _table_at(tables, one.box) is None] if tables else shown


def _table_at(found: list[Grid], box: Box) -> int | None:
    """The place among the grids of the one that a box stands in."""
    return next((number for number, grid in enumerate(found) if stands_in(grid, box)), None)


def _unseen(shown: list[Fragment], opened: OpenPage, text: TextPage, frame: Frame) -> frozenset[int]:
    """Origins of fragments that do not show: on a layer that is off, or in white with nothing drawn behind them.

    pdfium does not tell which layers are off, and calls white what is filled with a pattern too: so what may not show
    is looked at.
    """
    origins = [fragment.origin for fragment in shown]
    white = set(text.white_among(origins))
    layered = set(text.on_layers(origins)) if opened.layered else set()
    drawn = backgrounds(opened.page, frame) if white else []
    pale = {one.origin for one in shown if one.origin in white and not any(_holds(box, one.box) for box in drawn)}
    doubtful = pale | layered
    ink = Ink(opened.page, frame)
    plain = [one.box for one in shown if one.origin not in doubtful] if doubtful else []
    return frozenset(
        one.origin
        for one in shown
        if one.origin in doubtful
        if not ink.shows(one.box) or (one.origin in pale and any(overlap(one.box, box) for box in plain))
    )


def _holds(box: Box, text: Box) -> bool:
    x, y = (text[0] + text[2]) / 2, (text[1] + text[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _together(placed: list[Placed], boxes: dict[int, int]) -> list[Placed]:
    """Content order, but the lines of one box together, where the first of them stands."""
    first: dict[int, int] = {}
    for index, line in enumerate(placed):
        if line.fragment.origin in boxes:
            first.setdefault(boxes[line.fragment.origin], index)
    positions = [first.get(boxes.get(line.fragment.origin, -1), index) for index, line in enumerate(placed)]
    return [line for _, _, line in sorted(zip(positions, range(len(placed)), placed, strict=True), key=lambda e: e[:2])]


def _free(boxes: dict[int, int], cells: dict[int, CellPlace]) -> dict[int, int]:
    """The boxes that are no ground of the cells of a table."""
    rows = {boxes[origin] for origin in boxes if origin in cells}
    return {origin: box for origin, box in boxes.items() if box not in rows}


def _physical(
    line: Placed, page: int, tenths: dict[float, float], cell: CellPlace | None, lead: int, level: int | None
) -> PhysicalLine:
    """The line, its figures to a tenth of a point; ``tenths`` holds one object for each of them, to save memory.

    ``lead`` and ``level`` are as in PhysicalLine.
    """
    fragment = line.fragment
    x0, top, x1, bottom = fragment.box
    x0, top, x1, bottom = round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)
    known = tenths.setdefault
    return PhysicalLine(
        fragment.text,
        fragment.origin,
        page,
        (known(x0, x0), known(top, top), known(x1, x1), known(bottom, bottom)),
        known(fragment.size, fragment.size),
        fragment.bold,
        fragment.italic,
        lead,
        fragment.raised,
        line.marker,
        level=level,
        cell=cell,
    )


def _underlined(fragment: Fragment, text: TextPage, thin: list[Box]) -> tuple[int, int | None] | None:
    """(length, level) of what is underlined at the beginning: a label set apart, or the whole line as a heading."""
    number = _NUMBER.match(fragment.text)
    begin = text.left_of(fragment, number.end()) if number else fragment.box[0]
    end = _underline_end(fragment, thin, begin)
    if end is None:
        return None
    length = text.length_before(fragment, end)
    whole = length >= len(fragment.text.rstrip()) and len(fragment.text) < LABEL and not number
    return length, 3 if whole else None


def _underline_end(fragment: Fragment, thin: list[Box], x0: float) -> float | None:
    """Where the rule that begins below ``x0`` ends; letters that reach below the line may interrupt it."""
    x1 = fragment.box[2]
    rules = sorted(
        (box[0], box[2])
        for box in thin
        if box[2] <= x1 + NEAR and -NEAR < (box[1] + box[3]) / 2 - fragment.baseline < BELOW * fragment.size
    )
    end: float | None = None
    for start, stop in rules:
        if end is None and abs(start - x0) <= NEAR:
            end = stop
        elif end is not None and start - end <= GAP:
            end = max(end, stop)
    return end


def _finished(gathered: _Gathered) -> tuple[PhysicalLine, ...]:
    """The lines, large numbers made the markers of items, and each marked that begins something new."""
    lines, baselines, boxes = gathered.lines, gathered.baselines, gathered.boxes
    numbers = numbered_items(lines, baselines)
    for at, number in numbers.items():
        lines[at] = lines[at]._replace(marker=number)
    if numbers:
        kept = [at for at in range(len(lines)) if numbers.get(at, "") is not None]
        lines = [lines[at] for at in kept]
        baselines = array("d", [baselines[at] for at in kept])
        boxes = array("q", [boxes[at] for at in kept])
    for at in {*breaks(lines, baselines, boxes), *forced(lines, baselines)}:
        lines[at] = lines[at]._replace(fresh=True)
    return tuple(lines)
