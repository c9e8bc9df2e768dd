"""Bytes of a text file in, physical lines out: leftover markup resolved, table rows as cells. Nothing is joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ciextract.errors import LimitExceeded, NoText
from ciextract.read.decode import decode
from ciextract.read.lines import CellPlace, PhysicalLine, SourceLines
from ciextract.read.markup import LineMarkup, Stretch

SIZE_CAP = 200_000_000
"""Bytes of a text file that are read at the most."""
_LINE_ENDS = re.compile(r"\r\n|\r|\n|\v|\u2028|\u2029|\x85")
_SIGNS = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_PAGE_END = "\f"
_PARAGRAPH_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){0,3}\.?\s*")


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


@dataclass(slots=True)
class _Group:
    """Numbered lines between blank lines; ``turned`` where a page break stands before them."""

    lines: list[tuple[int, str]] = field(default_factory=list)
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
                yield replace(line, turned=True, fresh=True) if turned else line
                turned = False

    def _group(self, group: _Group) -> Iterator[PhysicalLine]:
        for index, run in enumerate(_runs(group.lines)):
            if _is_table(run):
                yield from self._table(run)
            else:
                yield from self._prose(run, fresh=index == 0)

    def _prose(self, run: list[tuple[int, str]], fresh: bool) -> Iterator[PhysicalLine]:
        for number, line in run:
            marker, rest = _paragraph_number(line)
            level, line = _declared_level(line)
            starts = fresh or "\t" in line
            if "\t" in line.strip():
                fresh = True
            for stretch in self._markup.stretches(rest.replace("\t", " ") if marker else line.replace("\t", " ")):
                if not stretch.text.strip():
                    continue
                physical = _physical(stretch, number, marker, starts or stretch.fresh)
                yield replace(physical, level=level, fresh=True) if level else physical
                marker, starts = None, False
            fresh = False

    def _table(self, run: list[tuple[int, str]]) -> Iterator[PhysicalLine]:
        self._tables += 1
        columns = max(line.count("\t") for _, line in run) + 1
        for row, (number, line) in enumerate(run):
            cells = line.split("\t")
            filled = [column for column, cell in enumerate(cells) if cell.strip()]
            across = filled == [0] and columns > 2
            for column in filled:
                place = CellPlace(self._tables, row, column, columns if across else 1, columns)
                yield from self._cell(cells[column], number, place)

    def _cell(self, text: str, number: int, place: CellPlace) -> Iterator[PhysicalLine]:
        for stretch in self._markup.stretches(text):
            if stretch.text.strip():
                yield PhysicalLine(stretch.text.strip(), number=number, cell=place, bold=stretch.bold, fresh=True)


def _declared_level(line: str) -> tuple[int | None, str]:
    """The level of a heading with number signs before it, and the line without them."""
    match = _SIGNS.match(line)
    return (len(match[1]), line[match.end() :].rstrip("# ")) if match else (None, line)


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
    """Lines with their numbers from 1, a group for each stretch between blank lines and page breaks."""
    group = _Group()
    for number, source in enumerate(_LINE_ENDS.split(text), start=1):
        line = _untabled(source)
        breaks = _PAGE_END in line
        if breaks or not line.strip():
            if "\t" in line and group.lines and not breaks:
                continue
            if group.lines:
                yield group
            group = _Group(turned=breaks or (group.turned and not group.lines))
        if line.strip():
            group.lines.append((number, line.replace(_PAGE_END, " ")))
    if group.lines:
        yield group


def _untabled(line: str) -> str:
    """A table row drawn with bars, as cells between tabs; the row of dashes under a head as an empty line."""
    stripped = line.strip()
    if len(stripped) < 3 or not (stripped.startswith("|") and stripped.endswith("|")):
        return line
    if not stripped.strip("|-: "):
        return "\t"
    return "\t".join(cell.strip() for cell in stripped.strip("|").split("|"))


def _runs(group: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Stretches of a group that are tabbed throughout or not at all."""
    run: list[tuple[int, str]] = []
    for item in group:
        if run and ("\t" in item[1].rstrip("\n")) != ("\t" in run[-1][1]):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _is_table(run: list[tuple[int, str]]) -> bool:
    """Tabbed lines, but not numbered paragraphs set in two columns, nor what goes on under one."""
    tabbed = [line for _, line in run if "\t" in line]
    if not tabbed:
        return False
    paragraphs = sum(_paragraph_number(line)[0] is not None for line in tabbed)
    continued = len(tabbed) == 1 and not tabbed[0].split("\t")[0].strip() and len(_filled(tabbed[0])) == 1
    return paragraphs * 2 < len(tabbed) and not continued


def _filled(line: str) -> list[str]:
    return [cell for cell in line.split("\t") if cell.strip()]


def _paragraph_number(line: str) -> tuple[str | None, str]:
    """'1.2<TAB>text' as its number and text; (None, line) for any other line."""
    first, tab, rest = line.partition("\t")
    if tab and _PARAGRAPH_NUMBER.fullmatch(first) and len(_filled(rest)) <= 1:
        return first.strip(), rest
    return None, line
