"""Lines of a text between blank lines in, table rows set apart by runs of spaces as cells between tabs out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ciextract.read.lines import TAB

APART = "   "
"""What a text without such rows does not hold inside a line."""
_RUN = re.compile(r"(?<=\S) {3,}(?=\S)")
_GUTTER = 2
"""Columns of white space, at the least, that run down through all rows."""
_ROWS = 2
"""Lines that are rows, at the least."""
_PROSE = 36
"""Characters, half-way, of what stands on both sides of a page in two columns, which is no table."""
_ROMAN = re.compile(r"[ivxl]{1,5}")
_LIST_MARKER = re.compile(r"\s*(?:\W|\(?\w{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){0,3})\s*")


def rows_of_spaces(lines: Sequence[str]) -> list[str]:
    """The lines, each as long as before; between the cells of a row the last space is a tab.

    Rows are two lines or more, one below the other, that white space at the same place parts. Lines that end in numbers
    that rise are those of a contents page, and long words on both sides are those of a page in two columns.
    """
    made = list(lines)
    for places in _stretches(lines):
        cuts = _gutters([lines[place] for place in places])
        rows = [_cut(lines[place], cuts) for place in places]
        if cuts and _are_rows([row.split(TAB) for row in rows]):
            for place, row in zip(places, rows, strict=True):
                made[place] = row
    return made


def _stretches(lines: Sequence[str]) -> Iterator[list[int]]:
    """Places of two lines or more in a row that runs of spaces part."""
    for apart, group in groupby(range(len(lines)), key=lambda place: _is_parted(lines[place])):
        places = list(group)
        if apart and len(places) >= _ROWS:
            yield places


def _is_parted(line: str) -> bool:
    return TAB not in line and APART in line and _RUN.search(line) is not None


def _gutters(lines: Sequence[str]) -> list[int]:
    """The last place of each stretch of white space that runs down through all of the lines, inside of them."""
    width = max(map(len, lines))
    filled = [any(len(line) > place and line[place] != " " for line in lines) for place in range(width)]
    first = filled.index(True)
    edges = [place for place in range(first + 1, width) if filled[place] and not filled[place - 1]]
    return [place - 1 for place in edges if not any(filled[max(place - _GUTTER, 0) : place])]


def _cut(line: str, cuts: Sequence[int]) -> str:
    for place in cuts:
        if place < len(line):
            line = f"{line[:place]}{TAB}{line[place + 1 :]}"
    return line


def _are_rows(rows: Sequence[list[str]]) -> bool:
    """Every row has a first cell that is no marker of a list, and another; no contents page, no two columns."""
    cells = [[cell.strip() for cell in row] for row in rows]
    filled = all(row[0] and any(row[1:]) and not _LIST_MARKER.fullmatch(row[0]) for row in cells)
    return filled and not _number_pages(cells) and not _is_prose(cells)


def _number_pages(rows: Sequence[list[str]]) -> bool:
    """The last cells are numbers, none below the one before it."""
    last = [next(cell for cell in reversed(row) if cell) for row in rows]
    if not all(cell.isdecimal() or _ROMAN.fullmatch(cell) for cell in last):
        return False
    numbers = [int(cell) for cell in last if cell.isdecimal()]
    return all(one <= following for one, following in pairwise(numbers))


def _is_prose(rows: Sequence[list[str]]) -> bool:
    long = sum(1 for row in rows if sum(len(cell) > _PROSE for cell in row) > 1)
    return long * 2 >= len(rows)
