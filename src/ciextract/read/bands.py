"""Running heads and feet in, the lines that stand in their bands out: a chapter's name runs on its own pages alone.

What tells it is where it stands on its page, and the room between it and the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from ciextract.folding import fold
from ciextract.frozen import frozen
from ciextract.read.lines import PhysicalLine, SourceLines

PAGES = 3
"""Pages on which lines run at one distance from the edge, at the least."""
MOST = 0.5
"""Share of the pages on which they do."""
APART = 0.6
"""Room between a band and the text, in heights of its lines, at the least."""
TIGHT = 0.4
"""Room between two lines of one text in a band, in their heights, at the most."""
LONGER = 1.1
"""Characters of a line that goes on from another one, in those of the other, at the most."""
MOST_LINES = 8
"""Lines of a band behind which none goes on from it."""
LARGE = 1.3
"""Size from which a line is a heading, relative to the text's."""
LEAST = 6
"""Characters of a heading that is printed again, at the least."""
LONGEST = 140
"""Characters of a line in a band at the most."""


@frozen
class _Line:
    """A line with its distances from the edge of the page; ``runs`` where it is known to be running."""

    index: int
    line: PhysicalLine
    start: float
    end: float
    runs: bool

    @property
    def setting(self) -> tuple[object, ...]:
        return round(self.start), *_type(self.line)


def in_bands(reading: SourceLines, running: Collection[int], edge: float, size: float | None) -> Iterator[int]:
    """Indexes of lines in bands, beside those that run; ``edge`` is the share of a page's height at its ends in which
    these stand, ``size`` that of the text."""
    for is_head in (True, False):
        pages = _by_page(reading, running, edge, is_head=is_head)
        levels = Counter(level for lines in pages for level in {round(one.start) for one in lines if one.runs})
        usual = {level for level, count in levels.items() if count >= max(PAGES, MOST * len(pages))}
        settings = Counter(one.setting for lines in pages for one in lines if one.runs and round(one.start) in usual)
        for lines in pages if usual else ():
            yield from _band(lines, usual, settings, (size or 0.0) * LARGE)


def headings_again(reading: SourceLines, edge: float) -> Iterator[int]:
    """Indexes of lines that stand first or last on their pages, all set alike, most of which print a heading again."""
    for is_head in (True, False):
        pages = _by_page(reading, (), edge, is_head=is_head)
        outer = [lines[0] for lines in pages if _may_repeat(lines[0], reading, edge)]
        settings: dict[tuple[object, ...], list[_Line]] = defaultdict(list)
        for one in outer:
            settings[one.setting].append(one)
        for alike in settings.values():
            if len(alike) >= max(PAGES, MOST * len(pages)):
                again = list(_again(reading.lines, alike))
                yield from again if len(again) >= MOST * len(alike) else ()


def _may_repeat(one: _Line, reading: SourceLines, edge: float) -> bool:
    page = one.line.page or 1
    return one.start < edge * reading.page_sizes[page - 1][1] and _may_run(one.line, float("inf"))


def _again(lines: Sequence[PhysicalLine], alike: Sequence[_Line]) -> Iterator[int]:
    """Those of the lines that begin with the words of a line that is set in another type: a heading wraps."""
    own = _type(alike[0].line)
    headings = sorted({fold(line.text) for line in lines if _type(line) != own and _has_words(line)})
    for one in alike:
        text = fold(one.line.text)
        place = bisect_right(headings, text)
        if place and text.startswith(headings[place - 1]):
            yield one.index


def _type(line: PhysicalLine) -> tuple[object, ...]:
    return line.size, line.bold, line.italic


def _has_words(line: PhysicalLine) -> bool:
    return LEAST <= len(line.text) < LONGEST and line.cell is None and any(map(str.isalpha, line.text))


def _by_page(reading: SourceLines, running: Collection[int], edge: float, *, is_head: bool) -> list[list[_Line]]:
    """The lines at one end of each page, from its edge inwards, up to the first behind that end."""
    pages: dict[int, list[_Line]] = defaultdict(list)
    for index, line in enumerate(reading.lines):
        if line.page is None or line.box is None:
            continue
        height = reading.page_sizes[line.page - 1][1]
        start, end = (line.box[1], line.box[3]) if is_head else (height - line.box[3], height - line.box[1])
        pages[line.page].append(_Line(index, line, start, end, index in running and start < edge * height))
    return [sorted(lines, key=lambda one: one.start) for lines in pages.values()]


def _band(
    lines: Sequence[_Line], usual: Collection[int], settings: Counter[tuple[object, ...]], large: float
) -> Iterator[int]:
    """What stands beside lines that run at the ``usual`` distances, or further out, or where and as they are set."""
    reach = max((one.end for one in lines if one.runs and round(one.start) in usual), default=0.0)
    band: list[_Line] = []
    text: _Line | None = None
    for one in lines:
        beside = (one.start + one.end) / 2 < reach or settings[one.setting] >= PAGES
        if not one.runs and not (_may_run(one.line, large) and (beside or (band and _goes_on(band, one)))):
            text = one
            break
        band.append(one)
    end = max((one.end for one in band), default=0.0)
    if text is None or any(text.start - end >= APART * (one.end - one.start) for one in band):
        yield from (one.index for one in band if not one.runs)


def _may_run(line: PhysicalLine, large: float) -> bool:
    note = bool(line.raised) and line.raised[0][0] == 0
    return line.cell is None and not note and len(line.text) < LONGEST and (line.size or 0.0) < large


def _goes_on(band: Sequence[_Line], one: _Line) -> bool:
    """The line stands close behind one of the band, in its type and below or above it, and is no longer."""
    near = TIGHT * (one.end - one.start)
    return len(band) < MOST_LINES and any(
        before.line.size == one.line.size
        and len(one.line.text) <= LONGER * len(before.line.text)
        and min(abs(own - its) for own, its in zip(_edges(one), _edges(before), strict=True)) < near
        and 0 <= one.start - before.end <= near
        for before in band[-2:]
    )


def _edges(one: _Line) -> tuple[float, float]:
    """The left edge and twice the middle of a line."""
    x0, _, x1, _ = one.line.box or (0.0, 0.0, 0.0, 0.0)
    return x0, x0 + x1
