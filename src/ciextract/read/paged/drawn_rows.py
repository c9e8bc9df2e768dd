"""Fragments of a page in content order in, tables without rules out whose cells are drawn whole, one after the other.

They are told by a head that names columns, or by the columns of a table that ended the page before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ciextract.document import Box
from ciextract.frozen import frozen
from ciextract.read.paged.boxes import around, column_at, height_of
from ciextract.read.paged.breaks import LOOSE
from ciextract.read.paged.columns import LEFT, LEVEL
from ciextract.read.paged.glyphs import Fragment, TextPage
from ciextract.read.paged.grid import Grid, grid_of
from ciextract.read.paged.sequence import FOOT, HEAD
from ciextract.vocabulary.tables import names_columns

INSET = 24.0
"""Points by which the lines of a list stand further right within a cell, at the most."""
LINES = 1.4
"""Distance of two lines of one cell, in heights of its type, at the most, but for LOOSE."""
NEAR = 1.6
"""Height between rows in the place of a running head, in heights of a line, at the most."""
JUMPS = 3
"""Steps from one cell to the next on a page with a table, at the least."""
BOLD, NAMED = 3, 2
"""Columns of a table whose head is bold, and of one whose head names them, at the least."""
BELOW = 3
"""Rows below a head of which one may have more cells than the head, which then nearly touch."""
NAME = 60
"""Characters of a name of a column, at the most."""


@frozen
class _Block:
    """Lines drawn below one another: the text of a cell, or a paragraph."""

    lines: tuple[Fragment, ...]
    box: Box

    @property
    def text(self) -> str:
        """Its lines as one."""
        return " ".join(line.text.strip() for line in self.lines)


_Row = tuple[_Block, ...]


def drawn_grids(fragments: Sequence[Fragment], height: float, before: Sequence[float], text: TextPage) -> list[Grid]:
    """A grid for each table; ``before`` are the edges of its columns where one may go on from the page before.

    ``text`` tells where words of fragments begin: cells may nearly touch.
    """
    if sum(map(_steps, fragments, fragments[1:])) < JUMPS:
        return []
    rows = list(_rows(list(_blocks([one for one in fragments if len(one.text.strip()) > 1 or one.text.isalnum()]))))
    at, found = 0, []
    if before:
        edges = tuple(before)
        at = _first(rows, height, edges)
        body = _body(rows, at, edges, height, text)
        found = [_grid(body, edges)] if body else []
        at = at + len(body) if body else 0
    while at < len(rows):
        edges = _named(rows, at, text)
        body = _body(rows, at + 1, edges, height, text) if edges else []
        if body:
            found.append(_grid([rows[at], *body], edges))
        at += 1 + len(body)
    return found


def _steps(one: Fragment, other: Fragment) -> bool:
    """The other stands to the right of the one, no lower."""
    return other.box[0] >= one.box[2] - 1 and other.baseline <= one.baseline + LEVEL


def _blocks(fragments: Sequence[Fragment]) -> Iterator[_Block]:
    lines: list[Fragment] = []
    for one in fragments:
        if lines and not _goes_on(lines, one):
            yield _block(lines)
            lines = []
        lines.append(one)
    if lines:
        yield _block(lines)


def _block(lines: Sequence[Fragment]) -> _Block:
    return _Block(tuple(lines), around([line.box for line in lines]))


def _goes_on(lines: Sequence[Fragment], one: Fragment) -> bool:
    first, last = lines[0], lines[-1]
    step = min([LINES * last.size, *(line.baseline - first.baseline for line in lines[1:2])])
    near = one.size == last.size and 0 < one.baseline - last.baseline <= LOOSE * step
    return near and -LEFT <= one.box[0] - first.box[0] <= INSET


def _rows(blocks: Sequence[_Block]) -> Iterator[_Row]:
    """Blocks that are drawn one after the other from left to right, beside one another."""
    row: list[_Block] = []
    for one in blocks:
        if row and not _stands_beside(row, one):
            yield tuple(row)
            row = []
        row.append(one)
    if row:
        yield tuple(row)


def _stands_beside(row: Sequence[_Block], one: _Block) -> bool:
    """Beside the row, or below the end of a line that runs over several of its columns."""
    top, bottom = min(block.box[1] for block in row), max(block.box[3] for block in row)
    if one.box[0] < row[-1].box[2]:
        bottom += LINES * one.lines[0].size - height_of(one.lines[0].box)
    return one.box[0] > row[-1].box[0] + INSET and one.box[1] < bottom and one.box[3] > top


def _first(rows: Sequence[_Row], height: float, edges: tuple[float, ...]) -> int:
    """The first row below a running head: a row that stands in its place is followed by another right below."""
    at = next((at for at, row in enumerate(rows) if _box(row)[3] > HEAD * height), len(rows))
    while 0 < at < len(rows) and _fits(rows[at - 1], edges) and _stands_near(_box(rows[at - 1]), rows[at][0]):
        at -= 1
    return at


def _stands_near(above: Box, below: _Block) -> bool:
    line = below.lines[0].box
    return 0 <= line[1] - above[3] <= NEAR * (line[3] - line[1])


def _named(rows: Sequence[_Row], at: int, text: TextPage) -> tuple[float, ...]:
    """The edges of the columns that a row names; none where it is no head."""
    row = rows[at]
    if len(row) < NAMED or any(len(block.text) > NAME for block in row):
        return ()
    widest = max(rows[at + 1 : at + 1 + BELOW], key=len, default=row)
    starts = [block.box[0] for block in (widest if len(widest) > len(row) else row)]
    texts = [part for block in row for part in _parts(block, starts, text)]
    below = next((one for one in rows[at + 1 : at + BELOW] if len(one) > 1), None)
    bold = len(row) >= BOLD and _is_bold(row) and below is not None and not _is_bold(below)
    edges = (*(x - LEFT / 2 for x in starts), max(row[-1].box[2], widest[-1].box[2]))
    return edges if len(texts) == len(starts) and (bold or names_columns(texts)) else ()


def _parts(block: _Block, starts: Sequence[float], text: TextPage) -> list[str]:
    """The text of a block, parted where other columns begin: the cells of a head may nearly touch."""
    inside = [x for x in starts if block.box[0] + LEFT < x < block.box[2] - LEFT]
    if not inside or len(block.lines) > 1:
        return [block.text]
    line = block.lines[0]
    ends = [0, *(text.length_before(line, x) for x in inside), len(line.text)]
    return [line.text[one:other].strip() for one, other in pairwise(ends)]


def _cut(row: _Row, edges: Sequence[float], text: TextPage) -> _Row:
    """The row, its lines that run over several columns parted where a word begins right at the edge of one; the lines
    below the last part go on from it.

    A line alone is a heading, or prose.
    """
    if len(row) == 1:
        return row
    parts = [_pieces(block, edges, text) for block in row]
    if all(len(pieces) == 1 for pieces in parts):
        return row
    return tuple(_blocks([line for pieces in parts for block in pieces for line in block.lines]))


def _pieces(block: _Block, edges: Sequence[float], text: TextPage) -> list[_Block]:
    starts = [x + LEFT / 2 for x in edges[1:-1] if block.box[0] + LEFT < x < block.box[2] - LEFT]
    if not starts or len(block.lines) > 1:
        return [block]
    line = block.lines[0]
    ends = [text.length_before(line, x) for x in starts]
    begun = [end + len(line.text[end:]) - len(line.text[end:].lstrip()) for end in ends]
    if any(begin >= len(line.text) for begin in begun):
        return [block]
    lefts = [text.left_of(line, begin) for begin in begun]
    if any(abs(left - x) > LEFT for left, x in zip(lefts, starts, strict=True)):
        return [block]
    _, top, right, bottom = line.box
    sides = zip([line.box[0], *lefts], [*(x - LEFT / 2 for x in starts), right], strict=True)
    words = pairwise([0, *begun, len(line.text)])
    return [
        _block([line._replace(text=line.text[one:other].strip(), box=(left, top, end, bottom))])
        for (one, other), (left, end) in zip(words, sides, strict=True)
    ]


def _is_bold(row: _Row) -> bool:
    return all(line.bold for block in row for line in block.lines)


def _body(rows: Sequence[_Row], at: int, edges: Sequence[float], height: float, text: TextPage) -> list[_Row]:
    """The rows from ``at`` on that stand in the columns, their cells apart.

    A row of one cell is followed by others, or by the end of the page.
    """
    body: list[_Row] = []
    whole, bottom = 0, _box(rows[at - 1])[3] if at else 0.0
    for index in range(at, len(rows)):
        row = _cut(rows[index], edges, text)
        runs = len(row) == 1 and _box(row)[1] > FOOT * height
        if runs or _box(row)[1] < bottom - LEVEL or not (_fits(row, edges) or _is_across(row, edges)):
            break
        body.append(row)
        bottom = _box(row)[3]
        whole = len(body) if len(row) > 1 else whole
    cut = whole < len(body) and all(_is_wrapped(row) or row[0].box[0] >= edges[1] for row in body[whole:])
    at_end = all(_box(row)[1] > FOOT * height for row in rows[at + len(body) :]) if cut else False
    return body if at_end else body[:whole]


def _is_wrapped(row: _Row) -> bool:
    """The text of a cell that is narrower than prose: most of its lines begin small."""
    lines = row[0].lines
    return 2 * sum(line.text[:1].islower() for line in lines) >= len(lines) > 1


def _fits(row: _Row, edges: Sequence[float]) -> bool:
    """Each block stands in a column of its own; the last column may be wider."""
    bounds = [*edges[1:-1], float("inf")]
    columns = [at for one in row if (at := column_at(edges[:-1], one.box[0], LEFT)) is not None]
    if len(set(columns)) < len(row):
        return False
    near = all(one.box[0] - edges[at] <= INSET for one, at in zip(row, columns, strict=True))
    return near and all(one.box[2] <= bounds[at] + LEVEL for one, at in zip(row, columns, strict=True))


def _is_across(row: _Row, edges: Sequence[float]) -> bool:
    """A bold text that begins in the first column and runs on: it heads the rows below it."""
    only = row[0]
    begins = abs(only.box[0] - edges[0]) <= LEFT + LEFT / 2
    return len(row) == 1 and begins and only.box[2] > edges[1] + LEVEL and _is_bold(row)


def _box(row: _Row) -> Box:
    return around([block.box for block in row])


def _grid(rows: Sequence[_Row], edges: tuple[float, ...]) -> Grid:
    boxes = [_box(row) for row in rows]
    ys = [boxes[0][1] - 1, *((one[3] + other[1]) / 2 for one, other in pairwise(boxes)), boxes[-1][3] + 1]
    xs = [*edges[:-1], max(edges[-1], *(box[2] + LEFT for box in boxes))]
    return grid_of(ys, xs, [at for at, row in enumerate(rows) if _is_across(row, edges)])
