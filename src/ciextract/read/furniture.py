"""Physical lines in, the indexes of running heads, running feet and page numbers out. No line is changed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ciextract.folding import fold
from ciextract.read.bands import LARGE, headings_again, in_bands
from ciextract.read.grouping import body_size
from ciextract.read.lines import PhysicalLine, SourceLines
from ciextract.vocabulary.english import english

EDGE = 0.13
"""Share of the page height, above and below, in which running heads and feet are looked for."""
EDGE_LINES = 4
"""Lines at the top and at the bottom of a page that may be furniture."""
REPEATS = 3
"""Pages on which a line stands at the same height before it counts as a running one."""
FEWEST = 2
"""Pages on which it stands in a document of few pages, set in smaller type than the text."""
FEW_PAGES = 3
"""Pages of a document whose first page may be a cover without a running head."""
MARGIN = 0.055
"""Share of the page height in which no text begins."""
SMALLER = 0.9
"""Size of a running head, relative to the text's, that few pages or its place alone tell."""
CLOSE = 0.6
"""Height between two lines of a running foot, in heights of the line, at the most."""
DRIFT = 8.0
"""Points by which the height of a running line may differ from page to page."""

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3}")
_NUMBER_AT_END = re.compile(r"\d{1,4}$")
_NUMBER_AT_START = re.compile(r"\s*\d{1,4}(?=[\s|])")
_LONGEST_NUMBER = 5
COVER = 12
"""Lines from the beginning of a text file in which its cover is looked for."""
TITLE_LINES = 4
"""Lines of a cover that may make up its title, and one more."""
TITLE_WORDS = 3
"""Words of a title with a page number behind it at the least."""
_FINAL = (".", "?", "!", ";", ",")
_SHORT = 140
"""Characters of a running line at the most."""
_WHOLE = 40
"""Characters of a line that is interrupted, not ended, at the least."""


def furniture(reading: SourceLines) -> frozenset[int]:
    """Indexes into ``reading.lines`` of lines that are no text of the document."""
    if reading.pages is None:
        return frozenset(_in_plain_text(reading.lines))
    return frozenset(_on_pages(reading))


def _on_pages(reading: SourceLines) -> Iterator[int]:
    size = body_size(reading.lines)
    running = {*_running(reading, size), *headings_again(reading, EDGE)}
    small = [index for index in running if _is_small(reading.lines[index], size)]
    running.update(at for index in small for at in _wrapped(reading.lines, index))
    yield from running
    yield from in_bands(reading, running, EDGE, size)


def _wrapped(lines: Sequence[PhysicalLine], index: int) -> Iterator[int]:
    """Lines right above a running one and in its type: it goes on from them."""
    while index > 0 and _goes_on_from(lines[index - 1], lines[index]):
        index -= 1
        yield index


def _goes_on_from(above: PhysicalLine, line: PhysicalLine) -> bool:
    if above.page != line.page or above.size != line.size or above.box is None or line.box is None:
        return False
    gap = line.box[1] - above.box[3]
    near = 0 <= gap <= CLOSE * (line.box[3] - line.box[1]) and abs(above.box[0] - line.box[0]) <= DRIFT
    return near and above.cell is None and not _is_note(above)


def _running(reading: SourceLines, size: float | None) -> Iterator[int]:
    edges = _with_shapes([(index, reading.lines[index]) for index in _edge_lines(reading)], size)
    seen: dict[str, list[float]] = defaultdict(list)
    counting: dict[int | None, list[float]] = defaultdict(list)
    steps: Counter[int] = Counter()
    for index, shape in edges:
        line = reading.lines[index]
        seen[shape].append(_top(line))
        counting[_page_step(line)].append(_top(line))
        steps.update(_step(line))
    for heights in (*seen.values(), *counting.values()):
        heights.sort()
    for index, shape in edges:
        line = reading.lines[index]
        numbered = _is_page_number(line.text) or any(steps[step] > 1 or not step for step in _step(line))
        small = _is_small(line, size)
        needed = FEWEST if small and (reading.pages or 0) <= FEW_PAGES else REPEATS
        step = _page_step(line)
        # The name of a section with the page's number: what it says changes, where it stands does not.
        counts = step is not None and not _is_large(line, size) and _runs(line, counting[step], REPEATS)
        runs = (counts or _runs(line, seen[shape], needed)) and not _is_note(line)
        if numbered or runs or (small and _stands_in_margin(line, reading)):
            yield index


def _with_shapes(lines: Sequence[tuple[int, PhysicalLine]], size: float | None) -> list[tuple[int, str]]:
    """The lines by what they say but for numbers, where one of them comes again or counts with the pages: those of
    labels that happen to begin pages ('Message 3') do neither. Large ones are headings of chapters, which may count."""
    alike: dict[str, list[PhysicalLine]] = defaultdict(list)
    for _, line in lines:
        alike[_shape(line.text)].append(line)
    told = {
        shape
        for shape, those in alike.items()
        if "#" not in shape or _comes_again(those) or _counts([line for line in those if not _is_large(line, size)])
    }
    return [(index, shape if (shape := _shape(line.text)) in told else fold(line.text)) for index, line in lines]


def _comes_again(lines: Sequence[PhysicalLine]) -> bool:
    return len({fold(line.text) for line in lines}) < len(lines)


def _counts(lines: Sequence[PhysicalLine]) -> bool:
    """One of the numbers of the lines rises with the pages."""
    steps = Counter(
        (place, int(number) - line.page)
        for line in lines
        for place, number in enumerate(_DIGITS.findall(line.text))
        if line.page is not None and len(number) < _LONGEST_NUMBER
    )
    return bool(lines) and max(steps.values(), default=0) >= min(REPEATS, len(lines))


def _edge_lines(reading: SourceLines) -> Iterator[int]:
    """Short lines near the top or bottom of their page that stand in no table."""
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(reading.lines):
        if line.page is not None and line.box is not None and line.cell is None and len(line.text) < _SHORT:
            pages[line.page].append(index)
    for page, indexes in pages.items():
        height = reading.page_sizes[page - 1][1]
        ordered = sorted(indexes, key=lambda i: _top(reading.lines[i]))
        for index in sorted({*ordered[:EDGE_LINES], *ordered[-EDGE_LINES:]}):
            if not EDGE * height < _top(reading.lines[index]) < (1 - EDGE) * height:
                yield index


def _step(line: PhysicalLine) -> tuple[int, ...]:
    """Where a line is nothing but a number: how far it is from the count of pages."""
    text = line.text.strip()
    return (int(text) - line.page,) if line.page is not None and _is_bare_number(text) else ()


def _page_step(line: PhysicalLine) -> int | None:
    """Where a line begins or ends with a number: how far it is from the count of pages."""
    number = _NUMBER_AT_END.search(line.text.rstrip()) or _NUMBER_AT_START.match(line.text)
    return int(number[0]) - line.page if number is not None and line.page is not None else None


def _is_bare_number(text: str) -> bool:
    return text.isdecimal() and len(text) < _LONGEST_NUMBER


def _top(line: PhysicalLine) -> float:
    return line.box[1] if line.box is not None else 0.0


def _runs(line: PhysicalLine, heights: Sequence[float], needed: int) -> bool:
    """The same words stand at about this height on enough pages; ``heights`` are those of all of them, in order."""
    top = _top(line)
    first = bisect_left(heights, top - DRIFT)
    return first + needed <= len(heights) and heights[first + needed - 1] <= top + DRIFT


def _is_note(line: PhysicalLine) -> bool:
    """A raised marker opens the line: a footnote, whose number alone may differ from that of another page."""
    return bool(line.raised) and line.raised[0][0] == 0


def _is_small(line: PhysicalLine, size: float | None) -> bool:
    return line.size is not None and size is not None and line.size < SMALLER * size


def _is_large(line: PhysicalLine, size: float | None) -> bool:
    """Words set as those of a heading are."""
    large = line.size is not None and size is not None and line.size >= LARGE * size
    return large and _WORD.search(line.text) is not None


def _stands_in_margin(line: PhysicalLine, reading: SourceLines) -> bool:
    """The line stands so near the upper edge that no text begins there."""
    if line.box is None or line.page is None:
        return False
    return line.box[3] < MARGIN * reading.page_sizes[line.page - 1][1]


def _shape(text: str) -> str:
    return _DIGITS.sub("#", fold(text))


def _is_page_number(text: str) -> bool:
    """A page number with words or marks around it, or in roman figures."""
    stripped = text.strip()
    return not stripped.isdigit() and english().page_number_line.fullmatch(stripped) is not None


def _in_plain_text(lines: Sequence[PhysicalLine]) -> Iterator[int]:
    """Page numbers; lines that come again beside page numbers or page breaks, or once within a sentence."""
    shapes = [_shape(line.text) if _alone(lines, index) else "" for index, line in enumerate(lines)]
    numbers = {index for index, line in enumerate(lines) if _is_numbered_foot(line)} | _counting(lines)
    numbers |= _numbered_titles(lines, shapes)
    edges, ends = (_near_page_ends(lines, numbers, reach) for reach in (2, 1))
    counts = Counter(shapes)
    at_edges = Counter(shapes[index] for index in edges)
    interrupting = _interrupting(lines, shapes)
    for index, shape in enumerate(shapes):
        running = shape and counts[shape] >= 2 and any(map(str.isalpha, shape))
        # A running line stands at page ends wherever it stands, but for the cover; a heading does not.
        beside = at_edges[shape] >= REPEATS and counts[shape] - at_edges[shape] <= 1
        comes_again = running and (shape in interrupting or beside)
        if index in numbers or (comes_again and not _is_on_cover(lines, shapes, index, ends)):
            yield index


def _is_on_cover(lines: Sequence[PhysicalLine], shapes: Sequence[str], index: int, ends: set[int]) -> bool:
    """The first line that says so, on a cover: among short lines, neither beside a page end nor in a sentence, and no
    words of the lines above it."""
    around = [lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    short = all(len(line.text.strip()) < _SHORT and line.cell is None for line in around)
    unfinished = not any(line.text.rstrip().endswith(_FINAL) for line in around)
    if index >= COVER or shapes.index(shapes[index]) != index or index in ends:
        return False
    said = fold(lines[index].text) in fold(" ".join(line.text for line in lines[:index]))
    return short and unfinished and not said


def _is_numbered_foot(line: PhysicalLine) -> bool:
    return len(line.text.strip()) > 1 and line.cell is None and _is_page_number(line.text)


def _counting(lines: Sequence[PhysicalLine]) -> set[int]:
    """Indexes of bare numbers beside page breaks that count up with the pages."""
    steps: dict[int, int] = {}
    page = 0
    for index, line in enumerate(lines):
        page += line.turned
        text = line.text.strip()
        edge = line.turned or index + 1 == len(lines) or lines[index + 1].turned
        if edge and line.cell is None and _is_bare_number(text):
            steps[index] = int(text) - page
    counts = Counter(steps.values())
    return {index for index, step in steps.items() if counts[step] > 1}


def _numbered_titles(lines: Sequence[PhysicalLine], shapes: Sequence[str]) -> set[int]:
    """Indexes of lines that are the title on the cover, in one line or several, and a number that rises."""
    cover = [fold(line.text).strip() for line in lines[:COVER]]
    titles = {" ".join(cover[first:last]) for first in range(COVER) for last in range(first + 1, first + TITLE_LINES)}
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for index, shape in enumerate(shapes):
        if shape.endswith("#") and len(shape.split()) > TITLE_WORDS:
            number = _NUMBER_AT_END.search(lines[index].text.rstrip())
            if number is not None and fold(lines[index].text[: number.start()]).strip() in titles:
                found[shape][index] = int(number[0])
    rising = (places for places in found.values() if len(places) >= FEWEST and _rises([*places.values()]))
    return {index for places in rising for index in places}


def _rises(numbers: Sequence[int]) -> bool:
    return all(one < other for one, other in pairwise(numbers))


def _interrupting(lines: Sequence[PhysicalLine], shapes: Sequence[str]) -> set[str]:
    """Shapes that stand within a sentence, other than those of a paragraph that is printed twice."""
    around: dict[str, set[tuple[str, str]]] = defaultdict(set)
    found: set[str] = set()
    for index, shape in enumerate(shapes):
        if not shape:
            continue
        before, after = lines[max(index - 1, 0)].text, lines[min(index + 1, len(lines) - 1)].text
        around[shape].add((before, after))
        if _interrupts(lines, index):
            found.add(shape)
    return {shape for shape in found if len(around[shape]) > 1}


def _near_page_ends(lines: Sequence[PhysicalLine], numbers: set[int], reach: int) -> set[int]:
    """Indexes of the first lines of pages and so many of their last ones, as page breaks and page numbers show them."""
    turns = {index for index, line in enumerate(lines) if line.turned}
    near = {index - step for index in turns for step in range(reach + 1)}
    near |= {index + step for index in numbers for step in (-1, 1)}
    return {index for index in near if 0 <= index < len(lines)}


def _alone(lines: Sequence[PhysicalLine], index: int) -> bool:
    line = lines[index]
    return line.cell is None and not line.item and line.marker is None and 3 < len(line.text.strip()) < _SHORT


def _interrupts(lines: Sequence[PhysicalLine], index: int) -> bool:
    if not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1].text.rstrip(), lines[index + 1].text.lstrip()
    whole = before[-1:] not in ".?!:;\"'”’" and len(before) > _WHOLE
    return whole and after[:1].islower() and lines[index].text.strip()[:1].isupper()
