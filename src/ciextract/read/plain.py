"""Bytes of a text file in, physical lines out: leftover markup resolved, table rows as cells. Nothing is joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from typing import NamedTuple

from ciextract.errors import LimitExceeded, NoText
from ciextract.read.bars import DRAWN, rows_of_bars
from ciextract.read.decode import decode
from ciextract.read.lines import BULLETS, PAGE_END, TAB, CellPlace, PhysicalLine, SourceLines
from ciextract.read.markup import LineMarkup, Stretch
from ciextract.read.spaces import APART, rows_of_spaces, stands_between_rows

SIZE_CAP = 200_000_000
"""Bytes of a text file that are read at the most."""
_LINE_ENDS = re.compile(r"\r\n|\r|\n|\v|\u2028|\u2029|\x85")
_SIGNS = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_LIST_MARKER = re.compile(rf"\s*(?:[{BULLETS}*–—-]|\(?(?:\d{{1,2}}|[a-zA-Z]|[ivxIVX]{{2,4}})[.)])\s*\t")
_BULLETS = frozenset(BULLETS)
_MARKED = 2
"""Filled cells of an item whose marker a tab sets apart."""
_PARAGRAPH_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){0,3}\.?\s*")
_COUNT = re.compile(r"\s*\d{2,}\s*\t\s*[a-z]")
"""'64', a tab, 'children who met us': a figure and what it counts, no item 64."""


def read_plain(content: bytes, encoding: str | None = None) -> SourceLines:
    """The lines of a plain text file. Raises NoText, LimitExceeded, UnreadableDocument."""
    if len(content) > SIZE_CAP:
        raise LimitExceeded(f"{len(content)} bytes of text", f"split it: at most {SIZE_CAP} are read")
    text, notices = decode(content, encoding)
    if not text.strip():
        raise NoText("no text in the file", "check that it is the right file")
    reader = _PlainReader()
    lines = tuple(reader.lines(text))
    return SourceLines(lines, "plain", "text/plain", dropped=reader.dropped(), notices=notices)


class _Line(NamedTuple):
    """A source line, or the part of it on one page: its number from 1, its text, and where in the line that begins.

    ``drawn`` where it is a row drawn with bars; ``head`` where a rule below it alone parts it from the rows; ``item``
    where the bullet before it stands on a line of its own; ``goes_on`` with the cells of the row above it.
    """

    number: int
    text: str
    origin: int
    drawn: bool = False
    head: bool = False
    item: bool = False
    goes_on: bool = False


@dataclass(slots=True)
class _Group:
    """Lines between blank lines; ``turned`` where a page break stands before them."""

    lines: list[_Line] = field(default_factory=list)
    turned: bool = False


class _PlainReader:
    """Walks the source lines once, a group between blank lines at a time."""

    def __init__(self) -> None:
        self._markup = LineMarkup()
        self._tables = 0

    def dropped(self) -> tuple[tuple[int | None, str], ...]:
        """Addresses of links and names of images: not part of the text that a reader reads."""
        return tuple((None, text) for text in self._markup.dropped)

    def lines(self, text: str) -> Iterator[PhysicalLine]:
        for group in _groups(text):
            self._markup.end_block()
            turned = group.turned
            for line in self._group(group):
                yield line._replace(turned=True, fresh=True) if turned else line
                turned = False

    def _group(self, group: _Group) -> Iterator[PhysicalLine]:
        for index, run in enumerate(_runs(_rows_spaced(_rows_told(group.lines)))):
            if _is_table(run):
                yield from self._table(run)
            else:
                yield from self._prose(run, fresh=index == 0)

    def _prose(self, run: list[_Line], fresh: bool) -> Iterator[PhysicalLine]:
        indented = False
        for index, line in enumerate(run):
            marker, level, start, text = _beginning(line.text)
            goes_on, indented = indented, TAB in line.text and TAB not in line.text.strip()
            starts = (fresh and not index) or (TAB in line.text.rstrip() and not (goes_on and indented))
            for stretch in self._markup.stretches(text.replace(TAB, " ")):
                if not stretch.text.strip():
                    continue
                physical = _physical(stretch, line.number, marker, starts or stretch.fresh)
                physical = physical._replace(item=stretch.item or (line.item and not start and starts))
                physical = physical._replace(origin=line.origin + start + stretch.origin)
                yield physical._replace(level=level, fresh=True) if level else physical
                marker, starts = None, False

    def _table(self, run: list[_Line]) -> Iterator[PhysicalLine]:
        self._tables += 1
        columns = max(line.text.count(TAB) for line in run) + 1
        row = -1
        for line in run:
            row += not line.goes_on
            cells = line.text.split(TAB)
            starts = [0, *accumulate(len(cell) + 1 for cell in cells)]
            filled = [column for column, cell in enumerate(cells) if cell.strip()]
            across = filled == [0] and columns > 2 and not line.goes_on
            for column in filled:
                place = CellPlace(self._tables, row, column, columns if across else 1, columns)
                yield from self._cell(line._replace(text=cells[column], origin=line.origin + starts[column]), place)

    def _cell(self, cell: _Line, place: CellPlace) -> Iterator[PhysicalLine]:
        for stretch in self._markup.stretches(cell.text):
            text = stretch.text.strip()
            if text:
                origin = cell.origin + stretch.origin + stretch.text.index(text)
                bold = stretch.bold or cell.head
                yield PhysicalLine(text, origin, number=cell.number, cell=place, bold=bold, fresh=True)


def _beginning(line: str) -> tuple[str | None, int | None, int, str]:
    """(the paragraph's number, the level that number signs declare, where its own text begins, that text)."""
    marker, rest = _paragraph_number(line)
    if marker is not None:
        return marker, None, len(line) - len(rest), rest
    match = _SIGNS.match(line)
    if match is None:
        return None, None, 0, line
    return None, len(match[1]), match.end(), line[match.end() :].rstrip("# ")


def _physical(stretch: Stretch, number: int, marker: str | None, fresh: bool) -> PhysicalLine:
    return PhysicalLine(
        stretch.text,
        number=number,
        marker=marker,
        fresh=fresh,
        item=stretch.item,
        bold=stretch.bold,
        lead=stretch.lead,
        level=stretch.level,
    )


def _groups(text: str) -> Iterator[_Group]:
    """Lines with their numbers from 1, a group for each stretch between blank lines, page breaks and lone bullets."""
    group, lone = _Group(), None
    sources = _LINE_ENDS.split(text)
    for number, source in enumerate(sources, start=1):
        if not source and _parts_rows(sources, number):
            continue
        origin = 0
        for index, part in enumerate(source.split(PAGE_END)):
            line, bullet = _Line(number, part, origin, item=lone is not None), part.strip() in _BULLETS
            origin += len(part) + 1
            if index or bullet or _is_blank(line, group):
                if group.lines:
                    yield group
                group = _Group(turned=index > 0 or (group.turned and not group.lines))
            if bullet:
                lone = line
            elif line.text.strip():
                group.lines.append(line)
                lone = None
    if lone is not None:
        group.lines.append(lone._replace(item=False))
    if group.lines:
        yield group


def _parts_rows(sources: list[str], number: int) -> bool:
    """The blank line of this number only sets two rows of a table apart."""
    return 1 < number < len(sources) and stands_between_rows(sources[number - 2], sources[number])


def _is_blank(line: _Line, group: _Group) -> bool:
    """Nothing but white space stands there, and it is no empty row of a table."""
    row = TAB in line.text and group.lines and TAB in group.lines[-1].text
    return not line.text.strip() and not row


def _rows_told(group: list[_Line]) -> list[_Line]:
    """The lines of a group, rows that are drawn with bars as cells between tabs, without what rules them off."""
    texts = [line.text for line in group]
    if not any(mark in text for text in texts for mark in DRAWN):
        return group
    rows = zip(group, rows_of_bars(texts), strict=True)
    made = [line._replace(text=text, drawn=text != line.text) for line, text in rows]
    heads = set(_heads(made))
    told = (line._replace(head=place in heads) for place, line in enumerate(made))
    return [line for line in told if line.text.strip()]


def _rows_spaced(group: list[_Line]) -> list[_Line]:
    """The lines of a group, rows that runs of spaces set apart as cells between tabs."""
    if not any(APART in line.text for line in group):
        return group
    rows = rows_of_spaces([line.text for line in group])
    numbered = enumerate(zip(group, rows.lines, strict=True))
    return [line._replace(text=text, goes_on=place in rows.going_on) for place, (line, text) in numbered]


def _heads(made: list[_Line]) -> Iterator[int]:
    """Places of the first rows of tables that a rule parts from the others; in a grid there is one below each row."""
    ruled = [line.drawn and not line.text.strip() for line in made]
    for place, line in enumerate(made[:-2]):
        above = made[place - 1] if place else None
        first = above is None or not above.drawn or ruled[place - 1]
        grid = ruled[place + 2] or (place + 3 < len(made) and ruled[place + 3])
        if line.drawn and first and not ruled[place] and ruled[place + 1] and not grid:
            yield place


def _runs(group: list[_Line]) -> Iterator[list[_Line]]:
    """Stretches of a group that are tabbed throughout, drawn throughout or neither."""
    for _, run in groupby(group, key=lambda line: (TAB in line.text or line.goes_on, line.drawn)):
        yield list(run)


def _is_table(run: list[_Line]) -> bool:
    """Tabbed lines in columns, but not numbered paragraphs, nor lines that a tab only indents or ends."""
    tabbed = [line.text for line in run if TAB in line.text]
    if run[0].drawn:
        return _has_columns(tabbed)
    beginnings = [line for line in tabbed if not _only_goes_on(line)] or tabbed
    paragraphs = sum(_paragraph_number(line)[0] is not None or _is_listed(line) for line in beginnings)
    return paragraphs * 2 < len(beginnings) and _has_columns(tabbed)


def _is_listed(line: str) -> bool:
    """A list marker stands before the tab, and one thing behind it."""
    return _LIST_MARKER.match(line) is not None and len(_filled(line)) == _MARKED


def _only_goes_on(line: str) -> bool:
    """Nothing stands before the tab, and one thing behind it: it may go on with a paragraph or a cell."""
    return line.startswith(TAB) and len(_filled(line)) == 1


def _has_columns(lines: list[str]) -> bool:
    """A line has two filled cells, or the lines have theirs in different columns."""
    filled = {tuple(column for column, cell in enumerate(line.split(TAB)) if cell.strip()) for line in lines}
    return len(filled) > 1 or any(len(columns) > 1 for columns in filled)


def _filled(line: str) -> list[str]:
    return [cell for cell in line.split(TAB) if cell.strip()]


def _paragraph_number(line: str) -> tuple[str | None, str]:
    """'1.2<TAB>text' as its number and text; (None, line) for any other line."""
    first, tab, rest = line.partition(TAB)
    if tab and not _COUNT.match(line) and _PARAGRAPH_NUMBER.fullmatch(first) and len(_filled(rest)) <= 1:
        return first.strip(), rest
    return None, line
