"""Level rules without upright ones in, grids of cells out: columns stand apart, or pdfplumber finds them."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ciextract.document import Box
from ciextract.frozen import frozen
from ciextract.read.paged.boxes import column_at, overlap, share_width
from ciextract.read.paged.cut_rows import ALIKE, BAND, Columns, headed
from ciextract.read.paged.glyphs import Fragment
from ciextract.read.paged.grid import THIN, Grid, grid_of

RULES = 3
"""Level rules of one width that a table without upright rules has at the least."""
WIDE = 0.75
"""Share of the width between the rules' ends that a line of prose takes, and no line in a column, at the least."""
HEADING = 1.1
"""How much larger than the text of a table a heading above it is set, at the least."""
WITHIN = 0.1
"""Share of a rule's width from its left end from which on a line stands in another column than the first."""
CLOSE = 2.5
"""Height between the rules of a row of one line, in heights of the line, at the most."""
NARROW = 20.0
"""Points that a column is wide, at the least: the items of a list begin within a cell."""
CORRIDOR = 4.0
"""Points between columns, at the least."""
LEAST = 3
"""Edges of two columns."""
TOUCHING = 2.0
"""Points between the parts of a rule that each cell draws for itself, at the most."""
MOST_WIDTHS = 40
"""Widths of rules that are looked at on one page."""
MOST_CHARACTERS = 200_000
"""A page with more characters is not given to pdfplumber."""
_SETTINGS = {"vertical_strategy": "text", "horizontal_strategy": "text", "min_words_vertical": 2}


@frozen
class Area:
    """What level rules of one width enclose; ``rules`` are their places from top to bottom.

    ``edges`` are those of its columns where they are known.
    """

    box: Box
    rules: tuple[float, ...]
    edges: tuple[float, ...] = ()


def loose_areas(
    drawn: Sequence[Box],
    grids: Sequence[Grid],
    fragments: Sequence[Fragment],
    height: float,
    before: Sequence[float] = (),
) -> list[Area]:
    """Where level rules of one width lie above one another and no rows are closed; a filled head row counts for two.

    ``height`` is that of the page, ``before`` are the edges of columns of a table that may go on from the page before.
    """
    rules = _level_rules(drawn)
    boxes = [grid.box for grid in grids if len(grid.cells) == 1]
    free = [rule for rule in rules if not any(_closes(rule, box) for box in boxes)]
    boxes = [box for box in boxes if not _is_row(box, free)]
    rules = [rule for rule in rules if not any(_closes(rule, box) for box in boxes)]
    areas = []
    for _ in range(MOST_WIDTHS):
        if not rules:
            break
        first = rules[0]
        alike = [box for box in rules if abs(box[0] - first[0]) <= ALIKE and abs(box[2] - first[2]) <= ALIKE]
        rules = [box for box in rules if box not in alike]
        for run in _without_prose(alike, fragments, before):
            area = _cut_area(run, fragments, height, before) or (_area(run) if len(run) >= RULES else None)
            if area is not None and not any(_is_told(area, grid, drawn) for grid in grids):
                areas.append(area)
    return areas


def _is_row(box: Box, free: Sequence[Box]) -> bool:
    """The box is a row across a table with level rules, filled, of which others are ``free``: they close no box."""
    return box[3] - box[1] <= BAND and sum(share_width(rule, box) for rule in free) >= RULES


def _is_told(area: Area, grid: Grid, drawn: Sequence[Box]) -> bool:
    """Closed rows hold what the area does; a head and a row below it, both filled, are only some of its own."""
    if grid.rows == 1 or not overlap(area.box, grid.box):
        return False
    beyond = sum(not grid.box[1] - TOUCHING <= rule <= grid.box[3] + TOUCHING for rule in area.rules)
    upright = any(box[2] - box[0] <= THIN < box[3] - box[1] and overlap(box, grid.box) for box in drawn)
    return upright or beyond < RULES - 1 or grid.box[3] - grid.box[1] > 2 * BAND


def _area(run: Sequence[Box]) -> Area:
    return Area((run[0][0], run[0][1], run[0][2], run[-1][3]), tuple(rule[1] for rule in run))


def _cut_area(run: Sequence[Box], fragments: Sequence[Fragment], height: float, before: Sequence[float]) -> Area | None:
    """What one rule or two part of a table that goes on from the page before, or goes on beyond this one."""
    first, last, rules = run[0], run[-1], tuple(rule[1] for rule in run)
    carried = Columns(tuple(before), height) if before else None
    top = carried.top(first[1], fragments) if carried is not None and carried.same_width(first) else None
    if top is None or carried is None:
        head = headed(first, fragments)
        if head is None:
            return None
        top, edges = head
    else:
        edges = carried.edges
    columns = Columns(edges, height)
    bottom = columns.bottom(last[1], fragments)
    inside = [one for one in fragments if top <= one.baseline <= bottom]
    whole = columns.hold(inside) and columns.straight(inside)
    if not whole or not columns.side_by_side([one for one in inside if one.baseline > first[1]]):
        return None
    return Area((first[0], top, first[2], bottom), rules, edges)


def _level_rules(drawn: Sequence[Box]) -> list[Box]:
    level = _in_one([box for box in drawn if box[3] - box[1] <= THIN])
    filled = [box for box in drawn if THIN < box[3] - box[1] <= BAND]
    bands = [band for band in _in_one(filled) if band not in filled] if level else []
    edges = [edge for x0, top, x1, bottom in bands for edge in ((x0, top, x1, top), (x0, bottom, x1, bottom))]
    return sorted(box for box in (*level, *edges) if box[2] - box[0] > 100)


def _closes(rule: Box, box: Box) -> bool:
    """The rule is the head or foot of a box, which holds text and no rows."""
    return share_width(rule, box) and min(abs(rule[1] - box[1]), abs(rule[1] - box[3])) <= TOUCHING


def _without_prose(alike: Sequence[Box], fragments: Sequence[Fragment], before: Sequence[float]) -> Iterator[list[Box]]:
    """Runs of rules between which rows stand, or nothing: rules below headings part prose."""
    ordered = sorted(alike, key=lambda box: box[1])
    bands = [_between(above, below, fragments) for above, below in pairwise(ordered)]
    run = ordered[:1]
    for at, (above, below) in enumerate(pairwise(ordered)):
        inside = bands[at]
        part = _holds_heading(inside) or not _holds_rows(inside, above) if inside else False
        if part and not _is_a_line(inside, above, below) and not _is_label(at, ordered, bands, fragments, before):
            yield run
            run = []
        run.append(below)
    yield run


def _between(above: Box, below: Box, fragments: Sequence[Fragment]) -> list[Fragment]:
    return [one for one in fragments if above[1] < one.baseline < below[1] and above[0] < one.box[2] <= above[2] + 1]


def _is_label(
    at: int,
    rules: Sequence[Box],
    bands: Sequence[list[Fragment]],
    fragments: Sequence[Fragment],
    before: Sequence[float],
) -> bool:
    """Lines of the first column alone, between rows of two columns or more: a label of the rows below it."""
    rule, left = rules[at], rules[at][0]
    first, last = rules[0], rules[-1]
    over = bands[at - 1] if at else [one for one in fragments if 0 < first[1] - one.baseline <= BAND]
    under = bands[at + 1] if at + 1 < len(bands) else [one for one in fragments if 0 < one.baseline - last[1] <= BAND]
    second = left + WITHIN * (rule[2] - left)
    starts = [min((one.box[0] for one in band if one.box[0] > second), default=left) for band in (over, under)]
    if not at and Columns(tuple(before), 0).same_width(rule):
        starts[0] = before[1]
    return all(one.box[0] < second and one.box[2] < min(starts) for one in bands[at])


def _is_a_line(inside: Sequence[Fragment], above: Box, below: Box) -> bool:
    """One line stands close between the rules, as a row does whose cells nearly touch, or few and all bold."""
    if len(inside) > 1 and all(one.bold for one in inside):
        return below[1] - above[1] <= BAND
    return len(inside) == 1 and below[1] - above[1] <= CLOSE * (inside[0].box[3] - inside[0].box[1])


def _holds_heading(inside: Sequence[Fragment]) -> bool:
    """The first line stands alone and is set larger than others: what stands above it is another table."""
    first = min(inside, key=lambda one: one.baseline)
    alone = all(one is first or one.baseline > first.baseline + 1 for one in inside)
    return alone and first.size > HEADING * min(one.size for one in inside)


def _holds_rows(inside: Sequence[Fragment], rule: Box) -> bool:
    """A line begins far within the rule; or some stand side by side, and none is as wide as a line of prose."""
    width = rule[2] - rule[0]
    if any(one.box[0] > rule[0] + WITHIN * width for one in inside):
        return True
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


def loose_grids(
    source: bytes, page: int, areas: Sequence[Area], fragments: Sequence[Fragment], height: float
) -> list[Grid]:
    """A grid for each area in which columns are found; ``page`` from 1, ``height`` as above."""
    if sum(len(fragment.text) for fragment in fragments) > MOST_CHARACTERS:
        return []
    parted = [area.edges or _parted(area.box, _inside(area.box, fragments)) for area in areas]
    unclear = [area for area, columns in zip(areas, parted, strict=True) if len(columns) < LEAST]
    asked = iter(_columns(source, page, unclear) if unclear else ())
    found = []
    for area, columns in zip(areas, parted, strict=True):
        grid = _grid_of(area, columns if len(columns) >= LEAST else next(asked), fragments, height)
        if grid is not None:
            found.append(grid)
    return found


def _parted(box: Box, inside: Sequence[Fragment]) -> list[float]:
    """The edges of columns: where nothing is printed from top to bottom, or where more lines begin than run across."""
    apart, begun = _corridors(box, inside), _begun(box, inside)
    return apart if len(apart) >= len(begun) else begun


def _begun(box: Box, inside: Sequence[Fragment]) -> list[float]:
    columns = [box[0]]
    for start in sorted({one.box[0] for one in inside}):
        begin = sum(abs(one.box[0] - start) <= ALIKE for one in inside)
        if begin >= RULES - 1 and start - columns[-1] > NARROW:
            columns.append(start - CORRIDOR / 2)
    return [*columns, box[2]]


def _grid_of(area: Area, starts: Sequence[float], fragments: Sequence[Fragment], height: float) -> Grid | None:
    inside = _inside(area.box, fragments)
    columns = _uncrossed(_parted(area.box, inside) if area.edges else starts, inside)
    if any(all(abs(x - one) > ALIKE for x in columns) for one in area.edges):
        columns = list(area.edges)  # what the page itself shows may only part them further
    if len(columns) < LEAST:
        return None
    x0, top, x1, bottom = area.box if area.edges else _with_head(area.box, columns, fragments)
    box = (x0, top, x1, Columns(tuple(columns), height).bottom(bottom, fragments))
    inside = _inside(box, fragments)
    return _grid(box, columns, _row_tops(box, area, columns, inside), inside)


def _corridors(box: Box, inside: Sequence[Fragment]) -> list[float]:
    levels = Counter(round(one.baseline) for one in inside)
    printed = sorted(
        (one.box[0], one.box[2])
        for one in inside
        if levels[round(one.baseline)] > 1 or one.box[2] - one.box[0] <= WIDE * (box[2] - box[0])
    )
    columns, right = [box[0]], printed[0][1] if printed else box[2]
    for left, end in printed:
        if left - right > CORRIDOR:
            columns.append(left - CORRIDOR / 2)
        right = max(right, end)
    return [*columns, box[2]]


def _inside(box: Box, fragments: Sequence[Fragment]) -> list[Fragment]:
    return [one for one in fragments if box[1] - 1 <= one.baseline <= box[3] + 1]


def _uncrossed(columns: Sequence[float], inside: Sequence[Fragment]) -> list[float]:
    """The columns without those that are words below words: more texts run across such a place than begin there."""
    return [
        x
        for at, x in enumerate(columns)
        if at in (0, len(columns) - 1)
        or sum(one.box[0] < x - ALIKE and x + ALIKE < one.box[2] for one in inside)
        <= sum(abs(one.box[0] - x) <= ALIKE for one in inside)
    ]


def _with_head(area: Box, columns: Sequence[float], fragments: Sequence[Fragment]) -> Box:
    """The area with the lines of a head above its first rule: they begin where its columns do, in two or more."""
    inside = [one.box[0] for one in fragments if area[1] <= one.baseline <= area[3]]
    starts = [min((x for x in inside if left - ALIKE <= x < right), default=left) for left, right in pairwise(columns)]
    top, headed = area[1], set[float]()
    for one in sorted((one for one in fragments if one.baseline < area[1]), key=lambda one: -one.box[3]):
        start = next((x for x in starts if abs(one.box[0] - x) <= ALIKE), None)
        if start is None or top - one.box[3] > one.size or area[1] - one.box[1] > BAND:
            break
        top = min(top, one.box[1])
        headed.add(start)
    return (area[0], top, area[2], area[3]) if len(headed) > 1 else area


def _columns(source: bytes, page: int, areas: Sequence[Area]) -> list[list[float]]:
    """The x positions between columns of each area, its own edges included."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(source)) as pdf:
        if page > len(pdf.pages):
            return [[] for _ in areas]
        opened = pdf.pages[page - 1]
        try:
            return [_bounds(opened, area.box) for area in areas]
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


def _row_tops(box: Box, area: Area, columns: Sequence[float], inside: Sequence[Fragment]) -> list[float]:
    """The tops of the rows: between two rules each, or else each line that begins in the first column begins one."""
    parted = [box[1], *(rule for rule in area.rules if box[1] + ALIKE < rule < box[3] - ALIKE)]
    if len(parted) >= (RULES - 1 if area.edges else RULES) and _is_ruled([*parted, box[3]], columns, inside):
        return parted
    tops: list[float] = []
    for top in sorted(one.box[1] for one in inside if one.box[0] < columns[1] - ALIKE):
        if not tops or top - tops[-1] > ALIKE:
            tops.append(top)
    return tops


def _is_ruled(ys: Sequence[float], columns: Sequence[float], inside: Sequence[Fragment]) -> bool:
    """One row stands between two rules: in most places not all columns have the same number of lines, or have one.

    Lines of one column alone tell nothing.
    """
    single = several = 0
    for top, bottom in pairwise(ys):
        levels: dict[int, set[int]] = {}
        for one in inside:
            if top <= one.baseline < bottom:
                column = column_at(columns, one.box[0], ALIKE) or 0
                levels.setdefault(column, set()).add(round(one.baseline))
        counts = {len(lines) for lines in levels.values()}
        several += len(levels) > 1 or counts == {1}
        single += len(counts) > 1 or counts == {1}
    return single * 2 > several


def _grid(area: Box, columns: Sequence[float], tops: Sequence[float], inside: Sequence[Fragment]) -> Grid | None:
    if len(tops) < 2:
        return None
    ys = [min(area[1], tops[0]), *(top - 1 for top in tops[1:]), area[3]]
    across = [
        row for row, (top, bottom) in enumerate(pairwise(ys)) if row and _is_across(top, bottom, columns[1], inside)
    ]
    return grid_of(ys, columns, across)


def _is_across(top: float, bottom: float, second: float, inside: Sequence[Fragment]) -> bool:
    """All lines of a row begin in the first column, and one runs on into the ``second``; they are words, no figures."""
    lines = [one for one in inside if top <= one.baseline < bottom]
    words = [word for one in lines for word in one.text.split()]
    begin = all(one.box[0] < second - ALIKE for one in lines) and 2 * sum(map(_is_figure, words)) < len(words)
    return begin and any(one.box[2] > second + ALIKE for one in lines)


def _is_figure(word: str) -> bool:
    return not any(map(str.isalpha, word))
