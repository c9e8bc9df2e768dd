"""Lines of a text between blank lines in, table rows set apart by runs of spaces as cells between tabs out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import dropwhile, groupby, pairwise

from ciextract.frozen import frozen
from ciextract.read.lines import TAB

APART = "   "
"""What a text without such rows does not hold inside a line."""
_RUN = re.compile(r"(?<=\S) {3,}(?=\S)")
_CELL = re.compile(r" {3,}(?=\S)")
_GUTTER = 2
"""Columns of white space, at the least, that run down through all rows."""
_ROWS = 2
"""Lines that are rows, at the least."""
_ROUNDS = 4
"""How often lines that do not fit the columns are left out, and the columns of the others looked for again."""
_PROSE = 36
"""Characters, half-way, of what stands on both sides of a page in two columns, which is no table."""
_FIGURE = re.compile(r"[£]?\d[\d,.]*%?")
_ROMAN = re.compile(r"[ivxl]{1,5}")
_LIST_MARKER = re.compile(r"\s*(?:\W|\(?\w{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){0,3})\s*")


@frozen
class SpacedRows:
    """The lines, each as long as before; between the cells of a row the last space is a tab.

    going_on  places of lines that go on with the cells of the row above them.
    """

    lines: list[str]
    going_on: frozenset[int]


def rows_of_spaces(lines: Sequence[str]) -> SpacedRows:
    """Rows are two lines or more that white space at the same place parts, and a lone one across from a line between.

    Lines that end in numbers that rise are those of a contents page, and long words on both sides are those of a page
    in two columns.
    """
    made, going_on = list(lines), set[int]()
    for places, cuts in _columned(lines):
        rows = [_cut(lines[place], cuts).split(TAB) for place in places]
        further = {at for at, row in enumerate(rows) if at and _goes_on(row, rows[at - 1])}
        full = [row for at, row in enumerate(rows) if at not in further]
        if len(full) >= _ROWS and _are_rows(full):
            for place in (*places, *_lone_rows(lines, places, cuts)):
                made[place] = _cut(lines[place], cuts)
            going_on |= {places[at] for at in further}
    return SpacedRows(made, frozenset(going_on))


def _columned(lines: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """Places of lines that all fit the columns which white space makes between them, and where the columns end."""
    waiting = [(places, _ROUNDS) for places in _stretches(lines)]
    while waiting:
        places, rounds = waiting.pop()
        cuts = _gutters([lines[place] for place in places if _is_parted(lines[place])])
        fitting = [_fits(lines[place], cuts) for place in places]
        if cuts and all(fitting):
            yield places, cuts
        elif cuts and rounds:
            runs = groupby(range(len(places)), key=fitting.__getitem__)
            parts = ([places[at] for at in run] for fits, run in runs if fits)
            waiting += [(part, rounds - 1) for part in map(partial(_from_a_row, lines), parts) if part]


def _stretches(lines: Sequence[str]) -> Iterator[list[int]]:
    """Places of lines in a row that runs of spaces part, two or more, and of those between that may go on with them."""
    beside = [_is_parted(line) or line[:1].isspace() or line[:1].islower() for line in lines]
    for apart, group in groupby(range(len(lines)), key=beside.__getitem__):
        places = _from_a_row(lines, list(group)) if apart else []
        if places:
            yield places


def _from_a_row(lines: Sequence[str], places: Sequence[int]) -> list[int]:
    """The places from the first that is parted; none where too few are."""
    kept = list(dropwhile(lambda place: not _is_parted(lines[place]), places))
    return kept if sum(1 for place in kept if _is_parted(lines[place])) >= _ROWS else []


def _fits(line: str, cuts: Sequence[int]) -> bool:
    """The line is parted, or stands within one of the columns."""
    if _is_parted(line):
        return True
    filled = [cell for cell in _cut(line, cuts).split(TAB) if cell.strip()]
    across = any(line[max(cut - 1, 0) : cut + 1].strip() for cut in cuts)
    return TAB not in line and len(filled) == 1 and not across


def _goes_on(row: Sequence[str], above: Sequence[str]) -> bool:
    """Nothing stands in the first cell, nor a figure below another, or nothing but what begins small in the first."""
    cells = [cell.strip() for cell in row]
    if not cells[0]:
        return not any(_is_figure(cell) and _is_figure(other) for cell, other in zip(cells, above, strict=False))
    return not any(cells[1:]) and cells[0][:1].islower()


def _is_figure(cell: str) -> bool:
    return _FIGURE.fullmatch(cell.strip()) is not None


def stands_between_rows(above: str, below: str) -> bool:
    """A blank line between two lines of which the lower is parted, and begins a cell where the upper begins one."""
    if APART not in above or not _is_parted(below):
        return False
    begun = {match.end() for match in _RUN.finditer(below)}
    return not begun.isdisjoint({match.end() for match in _CELL.finditer(above.rstrip())})


def _lone_rows(lines: Sequence[str], places: Sequence[int], cuts: Sequence[int]) -> Iterator[int]:
    """The row across from the line above the rows, and the one across from the line below them."""
    for place, between in ((places[0] - 2, places[0] - 1), (places[-1] + 2, places[-1] + 1)):
        if not 0 <= place < len(lines) or _is_parted(lines[between]) or not _is_parted(lines[place]):
            continue
        whole = all(not lines[place][max(cut - 1, 0) : cut + 1].strip() for cut in cuts)
        if whole and _are_rows([_cut(lines[place], cuts).split(TAB)]):
            yield place


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
