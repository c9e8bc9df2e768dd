"""One text page in, its printed fragments out: text, place, size and style, each character's index kept."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import pypdfium2.raw as raw

from ciextract.document import Box
from ciextract.read.lines import BULLETS, SOFT_HYPHEN
from ciextract.read.paged.boxes import GAP, are_stacked, around, have_gaps, height_of, quarters
from ciextract.read.paged.calls import TextCalls
from ciextract.read.paged.frame import Frame
from ciextract.read.paged.setting import PLAIN, Setting, Type
from ciextract.read.paged.spacing import Spacing, with_whole_lines
from ciextract.read.paged.swapped import text_of, text_of_each
from ciextract.read.paged.unmapped import unmapped

Cutter = Callable[[Box], list[float]]
"""Gives x positions at which a line in a box is cut."""
LOOKS = 9
"""Words of a page that are asked how the page lies, about."""
WHITE = 250
"""Least value of the three colours of what is white on a white page; of 255."""
STEP = 0.6
"""Share of its size by which a word stands higher or lower than the one before it on a line of its own."""
SMALL_DIGIT = 0.8
"""A digit set at most this large, relative to the letter before it, is raised."""
RAISED = 0.25
"""A digit whose foot stands this much higher than that of the letter before it, in its height, is raised."""
LARGE = 1.25
"""A figure set so much larger than the words behind it, or more, is a line of its own."""
CAPITAL = 1.15
"""Times the size of the letters behind it from which a capital does not tell how large they are: an initial, or one
before small capitals."""
_BEGUN = re.compile(r"[^\W\d_] ?(?P<letter>[^\W\d_])")
"""A capital and the letter behind it."""
_ENDED = re.compile(r"(?P<letter>[^\W\d_])[.,:;?!]{1,2}\s?$")
"""The letter before a mark that ends a line."""
_BROKEN = "\ufffe\x02"
_AT_END = _BROKEN + " "
_DIGIT = re.compile(r"\d")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE = re.compile(rf"[^\r\n{_BROKEN}]+[{_BROKEN}]?|[{_BROKEN}]")
"""A line of the source: up to its end, or up to a hyphen that pdfium marks and after which it gives none."""
_GLUED_DIGITS = re.compile(r"(?<=[A-Za-z.,;:!?'’”\")\]%])\d{1,2}(?![\d.,]*\d)(?!\d*%)|^\d{1,2}(?=\s?[A-Z‘“(h])")
_MARKER = re.compile(rf"(?:[{BULLETS}–—*-]|\(?\d{{1,2}}[.)])\s+(?=\S)")
_WORD = re.compile(r"\S+")
_INITIAL = re.compile(r"[\"'“‘]?[^\W\d_]\s+(?=\w)")
_FIGURE = re.compile(r"£?\d[\d.,]*[%)]?\s+(?=\S)")


class Fragment(NamedTuple):
    """A run of characters on one printed line within one column; fields as in PhysicalLine.

    ``turn`` is the number of quarter turns, clockwise, by which the text lies on its side; None where it is slanted.
    """

    text: str
    origin: int
    box: Box
    baseline: float
    size: float
    bold: bool
    italic: bool
    lead: int
    raised: tuple[tuple[int, int], ...]
    turn: int | None = 0


class TextPage:
    """Asks pdfium for what is needed of a text page, at line ends and word starts, never for every character."""

    def __init__(self, handle: object, frame: Frame) -> None:
        self._handle = handle
        self._frame = frame
        self._calls = TextCalls(handle)
        self._type = Setting(self._calls, frame.turns).type_of
        box_of = partial(_character_box, self._calls, frame)
        self.text = with_whole_lines(self._read(), box_of)
        self._origin = partial(_place, self._calls, frame)
        self._spacing = Spacing(self.text, box_of, self._origin)
        self.unplaced: list[str] = []
        """Texts of which the fragments that were asked for last have nothing: they stand nowhere on the page."""

    def _read(self) -> str:
        count = raw.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._handle, 0, count, buffer) - 1
        text = text_of(bytes(buffer)[: 2 * max(written, 0)])
        if len(text) != count:
            # Characters outside the basic plane, or some that pdfium leaves out: ask for each one.
            text = text_of_each([raw.FPDFText_GetUnicode(self._handle, index) for index in range(count)])
        return text

    def within(self, frame: Frame) -> TextPage:
        """The same text in another frame."""
        return TextPage(self._handle, frame)

    def white_among(self, indexes: Iterable[int]) -> list[int]:
        """Those of the characters that are filled with white, or nearly."""
        return self._calls.filled_from(WHITE, indexes)

    def on_layers(self, indexes: Iterable[int]) -> list[int]:
        """Those of the characters that stand on a layer of the page, which is on or off."""
        return self._calls.on_layers(indexes)

    def cut_away(self, fragments: Sequence[Fragment]) -> frozenset[int]:
        """Origins of fragments of which what prints the first and the last character lies outside its clip."""
        begun = set(self._calls.cut_away([fragment.origin for fragment in fragments]))
        ends = {
            fragment.origin + len(fragment.text.rstrip()) - 1: fragment.origin
            for fragment in fragments
            if fragment.origin in begun
        }
        return frozenset(ends[end] for end in self._calls.cut_away(ends))

    def unmapped(self) -> int:
        """Number of characters that are not what is printed, as their font does not tell them."""
        return unmapped(self.text, self._calls.is_unmapped)

    def main_turn(self) -> int:
        """Quarter turns, clockwise, by which most of the text lies on its side; looked for at a few of its words."""
        turns: Counter[int | None] = Counter()
        for look in range(LOOKS):
            word = _WORD.search(self.text, len(self.text) * look // LOOKS)
            if word is not None:
                turns[self._turn(word.start(), word.end() - 1)] += 1
            if turns[0] > LOOKS // 2:
                return 0
        return next((turn for turn, _ in turns.most_common(1) if turn), 0)

    def fragments(self, cuts: Cutter) -> list[Fragment]:
        """Fragments in the order of the page's content."""
        self.unplaced.clear()
        found: list[Fragment] = []
        for match in _LINE.finditer(self.text):
            line = match[0]
            text = line.strip()
            if text:
                start = match.start() + (len(line) - len(line.lstrip()) if line[0].isspace() else 0)
                boxes = self.boxes(start, len(text))
                if len(boxes) == 1 and not cuts(boxes[0]):  # most lines of most pages
                    found.append(self._fragment(text, start, boxes, boxes[0]))
                else:
                    found.extend(self._line(text, start, boxes, cuts))
        return found

    def _line(self, text: str, start: int, boxes: list[Box], cuts: Cutter) -> list[Fragment]:
        if len(boxes) < 2 or not are_stacked(boxes):
            return self._cut(text, start, boxes, cuts)
        return [
            fragment
            for first, last in self._levels(start, start + len(text))
            for fragment in self._cut(self.text[first:last], first, self.boxes(first, last - first), cuts)
        ]

    def _cut(self, text: str, start: int, boxes: list[Box], cuts: Cutter) -> list[Fragment]:
        """The fragments of a line, one for each column that it stands in."""
        if not boxes:
            self.unplaced.append(text.strip())
            return []
        whole = around(boxes)
        positions = cuts(whole)
        large = self._large_beginning(text, start) if len(boxes) > 1 else 0
        if large:
            behind = text[large:].lstrip()
            after = start + len(text) - len(behind)
            return [
                *self._cut(text[:large], start, self.boxes(start, large), cuts),
                *self._cut(behind, after, self.boxes(after, len(behind)), cuts),
            ]
        least = self._type(start).size if 2 * len(boxes) > len(text) else 1.0  # boxes of single glyphs are low
        if not positions and (len(boxes) == 1 or not have_gaps(boxes, least)):
            return [self._fragment(text, start, boxes, whole)]
        height = max(least, *map(height_of, boxes))
        stretches = self._stretches(start, start + len(text), height, positions)
        return [fragment for first, last in stretches for fragment in self._stretch(first, last)]

    def _stretch(self, first: int, last: int) -> Iterator[Fragment]:
        """The fragment of a part of a line, if it is printed."""
        part = self.text[first:last]
        inside = self.boxes(first, last - first)
        if part.strip() and inside:
            yield self._fragment(part, first, inside, around(inside))
        else:
            self.unplaced.append(part.strip())

    def _large_beginning(self, text: str, start: int) -> int:
        """Length of a figure that begins the line and is set larger than what it stands before, or of a letter that
        is, and reaches below it; 0 for none."""
        found = _FIGURE.match(text) or _INITIAL.match(text)
        if found is None:
            return 0
        size = self._type(start + found.end()).size
        own, level = self._baseline(start), self._baseline(start + found.end())
        dropped = own is not None and level is not None and own - level > STEP * size
        large = self._type(start).size >= LARGE * size and (dropped or found.re is _FIGURE)
        return len(found[0].rstrip()) if large else 0

    def _levels(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """(start, end) of the printed lines that the source takes for one; a raised marker opens none."""
        begin, level, turn = start, None, self._turn(start, start)
        for word in _WORD.finditer(self.text, start, end):
            own, size = self._baseline(word.start()), self._type(word.start()).size
            before, turn = turn, self._turn(word.start(), word.end() - 1) if word.end() - word.start() > 1 else turn
            stepped = own is not None and level is not None and abs(own - level) > STEP * size
            if (stepped or turn != before) and word.start() > begin:
                yield begin, self._trimmed_end(begin, word.start())
                begin = word.start()
            level = own if own is not None else level
        yield begin, end

    def boxes(self, first: int, count: int) -> list[Box]:
        """Boxes of the text objects that print the characters, one for each object in turn."""
        return self._frame.boxes(self._calls.rectangles(first, count))

    def _stretches(self, start: int, end: int, height: float, positions: list[float]) -> Iterator[tuple[int, int]]:
        """(start, end) of the parts of a line in one column each, where some of its words stand in columns."""
        begin, before = start, None
        for word in _WORD.finditer(self.text, start, end):
            box = self.character_box(word.start())
            if before is not None and box is not None and _parts(before, box, height, positions):
                yield begin, self._trimmed_end(begin, word.start())
                begin = word.start()
            before = self.character_box(word.end() - 1) or box or before
        yield begin, end

    def _trimmed_end(self, start: int, end: int) -> int:
        return start + len(self.text[start:end].rstrip())

    def raised(self) -> frozenset[int]:
        """Indexes of characters that are raised markers, as fragments have them."""
        return frozenset(
            line.start() + place
            for line in _LINE.finditer(self.text)
            for span in self._raised(line[0].rstrip(), line.start())
            for place in range(*span)
        )

    def character_box(self, index: int) -> Box | None:
        """Box around the glyph of a character; None for one that is not printed."""
        return _character_box(self._calls, self._frame, index)

    def _fragment(self, text: str, start: int, boxes: list[Box], whole: Box) -> Fragment:
        """The fragment of that text, which the objects in ``boxes`` print; ``whole`` holds them all."""
        one = len(boxes) == 1
        last = max(start + len(text.rstrip(_AT_END)) - 1, start)
        marker = _MARKER.match(text)
        lettered = start + (marker.end() if marker else 0)
        first = self._type(start)
        final = first if one else self._type(last)
        begun = self._type(lettered) if marker and not one else first  # a marker may be of another font, and larger
        style = begun.style
        middle = self._middle(start, last, final).style if style.bold or style.italic else PLAIN
        bold = style.bold and final.style.bold and middle.bold
        lead = len(text) if bold else self._lead(lettered, last) + lettered - start if style.bold else 0
        baseline = self._baseline(start)
        text = self._spacing.seen(text if text.isprintable() else _cleaned(text), start, first.size)
        return Fragment(
            text,
            start,
            whole,
            baseline if baseline is not None else boxes[0][3],
            first.size if one else self._size(text, start, lettered - start, begun.size, final.size),
            bold,
            style.italic and final.style.italic and middle.italic,
            lead,
            tuple(self._raised(text, start)) if _DIGIT.search(text) else (),
            0 if first.turn == 0 else self._turn(start, last),
        )

    def _size(self, text: str, start: int, at: int, first: float, final: float) -> float:
        """The size of a line, of its text behind a marker, whose ends have these: no capital before smaller ones
        counts, nor a last mark or figure."""
        large = max(first, final)
        if large < CAPITAL * min(first, final) and not text.isupper():
            return large
        found = _ENDED.search(text) if final > first else _BEGUN.match(text, at)
        if found is None and text.isupper():
            found = _BEGUN.match(text, at)
        letter = self._type(start + found.start("letter")).size if found else large
        return letter if large >= CAPITAL * letter else large

    def _middle(self, start: int, last: int, final: Type) -> Type:
        """How the middle of a line is set: a space that only a gap between words stands for has no font."""
        middle = (start + last) // 2
        if not self.text[middle].isspace():
            return self._type(middle)
        inked = _WORD.search(self.text, middle, last + 1)
        return self._type(inked.start()) if inked else final

    def _lead(self, start: int, last: int) -> int:
        """Length of the bold beginning: the first word that is not bold ends it."""
        end = start
        for word in _WORD.finditer(self.text, start, last + 1):
            if not self._type(word.start()).style.bold:
                break
            end = word.end()
        return end - start

    def left_of(self, fragment: Fragment, place: int) -> float:
        """Where the character at a place of the fragment's text begins."""
        box = self.character_box(fragment.origin + place)
        return box[0] if box is not None else fragment.box[0]

    def length_before(self, fragment: Fragment, x: float) -> int:
        """Number of the fragment's characters, from its first, in words that end before ``x``."""
        end = fragment.origin
        for word in _WORD.finditer(self.text, fragment.origin, fragment.origin + len(fragment.text)):
            box = self.character_box(word.end() - 1)
            if box is None or box[2] > x + 1:
                break
            end = word.end()
        return end - fragment.origin

    def _baseline(self, index: int) -> float | None:
        point = self._origin(index)
        return None if point is None else point[1]

    def _turn(self, first: int, last: int) -> int | None:
        """Quarter turns, clockwise, of the writing as displayed; where its matrix is turned its places decide."""
        turn = self._type(first).turn
        if turn == 0 or first == last:
            return turn or 0
        one, other = self._origin(first), self._origin(last)
        if one is None or other is None:
            return turn
        return quarters(math.degrees(math.atan2(other[1] - one[1], other[0] - one[0])))

    def _raised(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        """Digits glued to a word, or that begin the line, set smaller or higher than what is beside them."""
        for match in _GLUED_DIGITS.finditer(text):
            first, last = match.span()
            beside = start + (first - 1 if first else last + (text[last : last + 1] == " "))
            if beside < start + len(text) and self._is_raised(start + first, beside):
                yield first, last

    def _is_raised(self, digit: int, beside: int) -> bool:
        if self._type(digit).size < SMALL_DIGIT * self._type(beside).size:
            return True
        box, level = self.character_box(digit), self._baseline(beside)
        return box is not None and level is not None and level - box[3] > RAISED * height_of(box)


def _place(calls: TextCalls, frame: Frame, index: int) -> tuple[float, float] | None:
    """Where a character stands on its baseline."""
    point = calls.origin(index)
    return None if point is None else frame.point(*point)


def _character_box(calls: TextCalls, frame: Frame, index: int) -> Box | None:
    corners = calls.character_box(index)
    return None if corners is None else frame.box(*corners)


def _parts(before: Box, box: Box, height: float, positions: list[float]) -> bool:
    """A wide gap, or a cell's border, stands between the two characters; or the second stands further left."""
    if box[0] - before[2] > GAP * height or box[0] < before[0] - height:
        return True
    return any(before[2] - 1 <= x <= box[0] + 1 for x in positions)


def _cleaned(text: str) -> str:
    """The text without control characters, its soft hyphens typed as such."""
    return _CONTROL.sub(" ", text.replace("\ufffe", SOFT_HYPHEN).replace("\x02", SOFT_HYPHEN))
