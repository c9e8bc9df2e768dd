"""Level rules without upright ones in, grids of cells out: pdfplumber finds the columns, lines of text the rows."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise

from ciextract.document import Box
from ciextract.read.paged.glyphs import Fragment
from ciextract.read.paged.grid import Cell, Grid

RULES = 3
"""Level rules of one width that a table without upright rules has at the least."""
THIN = 3.0
ALIKE = 4.0
"""Points within which the ends of such rules, or the beginnings of lines, are at one place."""
MOST_CHARACTERS = 200_000
"""A page with more characters is not given to pdfplumber."""
_SETTINGS = {"vertical_strategy": "text", "horizontal_strategy": "text", "min_words_vertical": 2}


def loose_areas(drawn: Sequence[Box], grids: Sequence[Grid]) -> list[Box]:
    """Where level rules of one width lie above one another and no grid stands."""
    rules = sorted(box for box in drawn if box[3] - box[1] <= THIN and box[2] - box[0] > 100)
    areas = []
    while rules:
        first = rules[0]
        alike = [box for box in rules if abs(box[0] - first[0]) <= ALIKE and abs(box[2] - first[2]) <= ALIKE]
        rules = [box for box in rules if box not in alike]
        area = (first[0], min(box[1] for box in alike), first[2], max(box[3] for box in alike))
        if len(alike) >= RULES and not any(_overlap(area, grid.box) for grid in grids):
            areas.append(area)
    return areas


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def loose_grids(source: bytes, page: int, areas: Sequence[Box], fragments: Sequence[Fragment]) -> list[Grid]:
    """A grid for each area in which columns are found; ``page`` from 1."""
    if sum(len(fragment.text) for fragment in fragments) > MOST_CHARACTERS:
        return []
    found = []
    for area, columns in zip(areas, _columns(source, page, areas), strict=True):
        inside = [one for one in fragments if area[1] - 1 <= one.baseline <= area[3] + 1]
        if len(columns) > 2:
            grid = _grid(area, columns, _row_tops(columns, inside))
            if grid is not None:
                found.append(grid)
    return found


def _columns(source: bytes, page: int, areas: Sequence[Box]) -> list[list[float]]:
    """The x positions between columns of each area, its own edges included."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(source)) as pdf:
        if page > len(pdf.pages):
            return [[] for _ in areas]
        opened = pdf.pages[page - 1]
        try:
            return [_bounds(opened, area) for area in areas]
        finally:
            opened.close()


def _bounds(page: object, area: Box) -> list[float]:
    table = page.crop(area, strict=False).find_table(_SETTINGS)  # type: ignore[attr-defined]
    if table is None:
        return []
    starts = sorted({round(cell[0], 1) for cell in table.cells if cell})
    merged: list[float] = []
    for start in starts:
        if not merged or start - merged[-1] > ALIKE:
            merged.append(start)
    return [area[0], *merged[1:], area[2]]


def _row_tops(columns: Sequence[float], inside: Sequence[Fragment]) -> list[float]:
    """The tops of the lines that begin in the first column: a row begins with each."""
    first = [one for one in inside if one.box[0] < columns[1] - ALIKE]
    tops: list[float] = []
    for top in sorted(one.box[1] for one in first):
        if not tops or top - tops[-1] > ALIKE:
            tops.append(top)
    return tops


def _grid(area: Box, columns: Sequence[float], tops: Sequence[float]) -> Grid | None:
    if len(tops) < 2:
        return None
    ys = [min(area[1], tops[0]), *(top - 1 for top in tops[1:]), area[3]]
    cells = tuple(
        Cell(row, column, 1, (left, top, right, bottom))
        for row, (top, bottom) in enumerate(pairwise(ys))
        for column, (left, right) in enumerate(pairwise(columns))
    )
    return Grid((columns[0], ys[0], columns[-1], ys[-1]), len(ys) - 1, len(columns) - 1, cells)
