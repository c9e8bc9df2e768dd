"""Lines of all pages in reading order in, those of them out that begin something new though no space parts them.

The line before ended where the next word would have stood beside it, or the line is set in like the first of a
paragraph. Asked only in columns whose own sentences show that their lines are filled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from ciextract.frozen import frozen
from ciextract.read.grouping import ends_joining, is_broken_off
from ciextract.read.lines import PhysicalLine

BELOW = 1.0
"""Points by which the baseline of a line stands below that of the one before, at the least."""
MANY = 4
"""Lines in which a sentence goes on from which a column tells whether its lines are filled."""
RAGGED = 0.1
"""Share of such lines that may stand where they had room on the line before."""
WIDER = 1.1
"""How much wider than an average of its line a word may be."""
LEEWAY = 0.3
"""Glyph heights by which lines may end before or behind the edge of their column."""
SET_IN = (0.7, 4.0)
"""Glyph heights by which the first line of a paragraph is set in, from and to."""
USUAL = 3
"""Lines that are set in alone at one place from which others begin something new there, whatever stands around."""
LEVEL = 1.0
"""Points within which lines begin at one place."""
_OPENING = "\"'“‘("


@dataclass(slots=True)
class _Column:
    """Lines of one size that stand below one another: their left edges, how far they reach, what they show."""

    lefts: Counter[int] = field(default_factory=Counter)
    right: float = 0.0
    pairs: list[int] = field(default_factory=list)
    """Indexes of lines with a line right above them."""


def forced(lines: Sequence[PhysicalLine], baselines: Sequence[float]) -> set[int]:
    """Indexes of the lines that begin something new."""
    told = [column for column in _columns(lines, baselines) if len(_going_on(column, lines)) >= MANY]
    indents = [_indents(column, lines) for column in told]
    starts = Counter(
        round(_left(lines[at]))
        for column, indent in zip(told, indents, strict=True)
        for at in column.pairs
        if _may_begin(lines[at].text) and indent.stands_alone(at, column.pairs, lines)
    )
    usual = {x for x, count in starts.items() if count >= USUAL}
    return {at for column, indent in zip(told, indents, strict=True) for at in _begun(column, indent, usual, lines)}


def _columns(lines: Sequence[PhysicalLine], baselines: Sequence[float]) -> list[_Column]:
    columns: dict[tuple[int, float | None], _Column] = {}
    number, before = 0, None
    for at, line in enumerate(lines):
        if line.cell is not None or line.box is None:
            before = None
            continue
        below = before is not None and before.page == line.page and baselines[at] > baselines[at - 1] - BELOW
        number += not below
        column = columns.get((number, line.size))
        if column is None:
            column = columns[number, line.size] = _Column()
        if line.box[2] > column.right and " " in line.text:  # an address may reach beyond its column
            column.right = line.box[2]
        if not below or before is None or baselines[at] > baselines[at - 1] + BELOW:
            column.lefts[round(line.box[0])] += 1
            if below and before is not None and before.size == line.size:
                column.pairs.append(at)
        before = line
    return list(columns.values())


def _going_on(column: _Column, lines: Sequence[PhysicalLine]) -> list[int]:
    """Indexes of the lines of a column in which a sentence goes on."""
    return [at for at in column.pairs if lines[at].marker is None and lines[at].text[:1].islower()]


def _indents(column: _Column, lines: Sequence[PhysicalLine]) -> _Indents:
    going_on = {round(_left(lines[at])) for at in _going_on(column, lines)}
    return _Indents(column.lefts.most_common(1)[0][0], going_on)


def _begun(column: _Column, indents: _Indents, usual: Collection[int], lines: Sequence[PhysicalLine]) -> Iterator[int]:
    """Lines that are set in, alone or where those that are alone ``usual``-ly are, or that had room above them."""
    going_on = _going_on(column, lines)
    filled = sum(_has_room(column.right, lines[at - 1], lines[at]) for at in going_on) <= RAGGED * len(going_on)
    for at in column.pairs:
        before, line = lines[at - 1], lines[at]
        if not _may_begin(line.text):
            continue
        alone = indents.stands_alone(at, column.pairs, lines)
        set_in = alone or (indents.set_in(before, line) and round(_left(line)) in usual)
        if set_in or (filled and _is_forced(column.right, before, line)):
            yield at


@frozen
class _Indents:
    """Where lines of a column begin: most of them, and those in which a sentence goes on."""

    left: float
    going_on: set[int]

    def set_in(self, before: PhysicalLine, line: PhysicalLine) -> bool:
        """The line stands further right than most, where no sentence goes on, and after a final mark."""
        start, (nearest, furthest) = _left(line), SET_IN
        size = line.size or 0.0
        if not nearest * size <= start - self.left <= furthest * size or is_broken_off(before.text):
            return False
        return not any(abs(start - x) <= 2 * LEVEL for x in self.going_on)

    def stands_alone(self, at: int, pairs: Collection[int], lines: Sequence[PhysicalLine]) -> bool:
        """It is set in, and those around it are not."""
        around = (lines[at - 1], *((lines[at + 1],) if at + 1 in pairs else ()))
        return self.set_in(lines[at - 1], lines[at]) and all(abs(_left(one) - self.left) <= LEVEL for one in around)


def _may_begin(text: str) -> bool:
    first = text.lstrip(_OPENING)[:1]
    return first.isalpha() and not first.islower()


def _is_forced(right: float, before: PhysicalLine, line: PhysicalLine) -> bool:
    """The line before ended early, behind its final mark or as a heading or an entry of a list does."""
    if not _has_room(right, before, line):
        return False
    if not is_broken_off(before.text):
        return True
    return not (before.bold and line.bold) and _has_room(right, before, line, 2) and not ends_joining(before.text)


def _left(line: PhysicalLine) -> float:
    return line.box[0] if line.box is not None else 0.0


def _has_room(right: float, before: PhysicalLine, line: PhysicalLine, words: int = 1) -> bool:
    """So many words of the line, one or two, would have stood behind the line before."""
    if before.box is None or line.box is None:
        return False
    text, left = line.text, right - before.box[2]
    end = text.find(" ")
    if words > 1 and end > 0:
        end = text.find(" ", end + 1)
    length = (end if end > 0 else len(text)) + 1
    width = WIDER * (line.box[2] - line.box[0]) * length / max(len(text), 1)
    return left > width + LEEWAY * (line.size or 0.0)
