"""Level rules without upright ones in, grids of cells out: pdfplumber finds the columns, lines of text the rows."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ciextract.document import Box
from ciextract.read.paged.boxes import overlap
from ciextract.read.paged.glyphs import Fragment
from ciextract.read.paged.grid import Cell, Grid

RULES = 3
"""Level rules of one width that a table without upright rules has at the least."""
THIN = 3.0
BAND = 40.0
"""Points of height of a filled head row, at the most."""
WIDE = 0.75
"""Share of the width between the rules' ends that a line of prose takes, and no line in a column, at the least."""
TOUCHING = 2.0
"""Points between the parts of a rule that each cell draws for itself, at the most."""
ALIKE = 4.0
"""Points within which the ends of such rules, or the beginnings of lines, are at one place."""
CUT = 2
"""Lines from which words that stand above one another are not a column."""
MOST_CHARACTERS = 200_000
"""A page with more characters is not given to pdfplumber."""
_SETTINGS = {"vertical_strategy": "text", "horizontal_strategy": "text", "min_words_vertical": 2}


def loose_areas(drawn: Sequence[Box], grids: Sequence[Grid], fragments: Sequence[Fragment]) -> list[Box]:
    """Where level rules of one width lie above one another and no rows are closed; a filled head row counts for two."""
    boxes = [grid.box for grid in grids if len(grid.cells) == 1]
    rules = [rule for rule in _level_rules(drawn) if not any(_closes(rule, box) for box in boxes)]
    areas = []
    while rules:
        first = rules[0]
        alike = [box for box in rules if abs(box[0] - first[0]) <= ALIKE and abs(box[2] - first[2]) <= ALIKE]
        rules = [box for box in rules if box not in alike]
        for run in _without_prose(alike, fragments) if len(alike) >= RULES else ():
            area = (first[0], run[0][1], first[2], run[-1][3])
            if len(run) >= RULES and not any(grid.rows > 1 and overlap(area, grid.box) for grid in grids):
                areas.append(area)
    return areas


def _level_rules(drawn: Sequence[Box]) -> list[Box]:
    level = _in_one([box for box in drawn if box[3] - box[1] <= THIN])
    filled = [box for box in drawn if THIN < box[3] - box[1] <= BAND]
    bands = [band for band in _in_one(filled) if band not in filled] if level else []
    edges = [edge for x0, top, x1, bottom in bands for edge in ((x0, top, x1, top), (x0, bottom, x1, bottom))]
    return sorted(box for box in (*level, *edges) if box[2] - box[0] > 100)


def _closes(rule: Box, box: Box) -> bool:
    """The rule is the head or foot of a box, which holds text and no rows."""
    return rule[0] < box[2] and box[0] < rule[2] and min(abs(rule[1] - box[1]), abs(rule[1] - box[3])) <= TOUCHING


def _without_prose(alike: Sequence[Box], fragments: Sequence[Fragment]) -> Iterator[list[Box]]:
    """Runs of rules between which rows stand, or nothing: rules below headings part prose."""
    ordered = sorted(alike, key=lambda box: box[1])
    run = ordered[:1]
    for above, below in pairwise(ordered):
        between = [one for one in fragments if above[1] < one.baseline < below[1]]
        inside = [one for one in between if above[0] < one.box[2] <= above[2] + 1]
        if inside and not _holds_rows(inside, above[2] - above[0]):
            yield run
            run = []
        run.append(below)
    yield run


def _holds_rows(inside: Sequence[Fragment], width: float) -> bool:
    """Some of the lines stand side by side, and none is as wide as a line of prose."""
    levels = {round(one.baseline) for one in inside}
    return len(levels) < len(inside) and all(one.box[2] - one.box[0] <= WIDE * width for one in inside)


def _in_one(boxes: Sequence[Box]) -> list[Box]:
    """The boxes, those that go on in a line from cell to cell as one."""
    joined: list[Box] = []
    for box in sorted(boxes, key=lambda box: (round(box[1]), round(box[3]), box[0])):
        last = joined[-1] if joined else None
        if last is not None and max(abs(last[1] - box[1]), abs(last[3] - box[3])) <= 1 and box[0] - last[2] <= TOUCHING:
            joined[-1] = (last[0], min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            joined.append(box)
    return joined


def loose_grids(source: bytes, page: int, areas: Sequence[Box], fragments: Sequence[Fragment]) -> list[Grid]:
    """A grid for each area in which columns are found; ``page`` from 1."""
    if sum(len(fragment.text) for fragment in fragments) > MOST_CHARACTERS:
        return []
    found = []
    for area, columns in zip(areas, _columns(source, page, areas), strict=True):
        inside = [one for one in fragments if area[1] - 1 <= one.baseline <= area[3] + 1]
        columns = [x for x in columns if not _cuts_words(x, inside)]
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


def _cuts_words(x: float, inside: Sequence[Fragment]) -> bool:
    """Words of several lines happen to begin there, though the lines run on: no column does."""
    if any(abs(one.box[0] - x) <= ALIKE for one in inside):
        return False
    return sum(one.box[0] + ALIKE < x < one.box[2] - ALIKE for one in inside) >= CUT


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
