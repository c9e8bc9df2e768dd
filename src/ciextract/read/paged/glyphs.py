"""One text page in, its printed fragments out: text, place, size and style, each character's index kept."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as raw

from ciextract.document import Box
from ciextract.read.lines import SOFT_HYPHEN
from ciextract.read.paged.boxes import are_stacked, around, height_of, quarters
from ciextract.read.paged.calls import object_font, text_object
from ciextract.read.paged.frame import Frame

Cutter = Callable[[Box], list[float]]
"""Gives x positions at which a line in a box is cut."""
GAP = 1.8
"""A gap between words wider than this, in glyph heights, parts two columns."""
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
JOINER = "\u2060"
"""Stands for a space that is no more than the distance of two letters."""
SPREAD = 1.6
"""A space between spaced letters that parts two words is so much wider than most."""
_SPACED = re.compile(r"[A-Za-z&](?: [A-Za-z&]){4,}")
_BROKEN = "\ufffe\x02"
_AT_END = _BROKEN + " "
_DIGIT = re.compile(r"\d")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BREAK = re.compile(rf"\r\n|\n|\r|(?<=[{_BROKEN}])")
_GLUED_DIGITS = re.compile(r"(?<=[A-Za-z.,;:!?'’”\")\]%])\d{1,2}(?![\d.,]*\d)(?!\d*%)|^\d{1,2}(?=\s?[A-Z‘“(h])")
_MARKER = re.compile(r"(?:[•▪●◦‣–—*\uf0b7-]|\(?\d{1,2}[.)])\s+(?=\S)")
_WORD = re.compile(r"\S+")
_FIGURE = re.compile(r"£?\d[\d.,]*[%)]?\s+(?=\S)")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|extrab", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq", re.IGNORECASE)


class Style(NamedTuple):
    """A font's weight and slant."""

    bold: bool
    italic: bool


class Type(NamedTuple):
    """How a text object is set: its font's style, its size on the page in points, and ``turn`` as its matrix has it.

    ``turn`` is the number of quarter turns, clockwise; None where it is slanted.
    """

    style: Style
    size: float
    turn: int | None


_PLAIN = Style(False, False)


@dataclass(frozen=True, slots=True)
class Fragment:
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
        # Known while the page is open: pdfium may give the address of a closed page's font to another one.
        self._types: dict[int, Type] = {}
        self._styles: dict[int, Style] = {}
        self._corners = tuple(ctypes.c_double() for _ in range(4))
        self._colours = tuple(ctypes.c_uint() for _ in range(4))
        self._matrix = raw.FS_MATRIX()
        self.text = self._read()
        self.unplaced: list[str] = []
        """Texts of which the fragments that were asked for last have nothing: they stand nowhere on the page."""

    def _read(self) -> str:
        count = raw.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._handle, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", "replace")
        if len(text) != count:
            # Characters outside the basic plane, or some that pdfium leaves out: ask for each one.
            units = (raw.FPDFText_GetUnicode(self._handle, index) for index in range(count))
            text = "".join(chr(unit) if 0 < unit < 0x110000 and not 0xD800 <= unit < 0xE000 else " " for unit in units)
        return text

    def within(self, frame: Frame) -> TextPage:
        """The same text in another frame."""
        return TextPage(self._handle, frame)

    def is_white(self, index: int) -> bool:
        """The character is filled with white, or nearly."""
        red, green, blue, _ = colours = self._colours
        filled = raw.FPDFText_GetFillColor(self._handle, index, *colours)
        return bool(filled) and min(red.value, green.value, blue.value) >= WHITE

    def main_turn(self) -> int:
        """Quarter turns, clockwise, by which most of the text lies on its side; looked for at a few of its words."""
        looks = (_WORD.search(self.text, len(self.text) * look // LOOKS) for look in range(LOOKS))
        turns = Counter(self._turn(word.start(), word.end() - 1) for word in looks if word is not None)
        return next((turn for turn, _ in turns.most_common(1) if turn), 0)

    def fragments(self, cuts: Cutter) -> Iterator[Fragment]:
        """Fragments in the order of the page's content."""
        self.unplaced.clear()
        start = 0
        for match in [*_BREAK.finditer(self.text), None]:
            end = match.start() if match else len(self.text)
            yield from self._line(start, end, cuts)
            start = match.end() if match else end

    def _line(self, start: int, end: int, cuts: Cutter) -> Iterator[Fragment]:
        text = self.text[start:end]
        stripped = text.strip()
        if not stripped:
            return
        start += len(text) - len(text.lstrip())
        end = start + len(stripped)
        boxes = self.boxes(start, end - start)
        if len(boxes) < 2 or not are_stacked(boxes):
            yield from self._cut(start, end, boxes, cuts)
            return
        for first, last in self._levels(start, end):
            yield from self._cut(first, last, self.boxes(first, last - first), cuts)

    def _cut(self, start: int, end: int, boxes: list[Box], cuts: Cutter) -> Iterator[Fragment]:
        """The fragments of a line, one for each column that it stands in."""
        text = self.text[start:end]
        if not boxes:
            self.unplaced.append(text.strip())
            return
        whole = around(boxes)
        positions = cuts(whole)
        figure = self._large_figure(text, start) if len(boxes) > 1 else 0
        if figure:
            yield from self._cut(start, start + figure, self.boxes(start, figure), cuts)
            start += len(text) - len(text[figure:].lstrip())
            yield from self._cut(start, end, self.boxes(start, end - start), cuts)
            return
        if not positions and (len(boxes) == 1 or not _has_gaps(boxes)):
            yield self._fragment(text, start, boxes, whole)
            return
        height = max(map(height_of, boxes))
        for first, last in self._stretches(start, end, height, positions):
            part = self.text[first:last]
            inside = self.boxes(first, last - first)
            if part.strip() and inside:
                yield self._fragment(part, first, inside, around(inside))
            else:
                self.unplaced.append(part.strip())

    def _large_figure(self, text: str, start: int) -> int:
        """Length of a figure that begins the line and is set larger than what it stands before; 0 for none."""
        figure = _FIGURE.match(text)
        if figure is None:
            return 0
        large = self._type(start).size >= LARGE * self._type(start + figure.end()).size
        return len(figure[0].rstrip()) if large else 0

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
        left, top, right, bottom = corners = self._corners
        to_box = self._frame.box
        return [
            to_box(left.value, bottom.value, right.value, top.value)
            for index in range(raw.FPDFText_CountRects(self._handle, first, count))
            if raw.FPDFText_GetRect(self._handle, index, *corners)
        ]

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
        starts = [0, *(match.end() for match in _BREAK.finditer(self.text))]
        lines = zip(starts, [*starts[1:], len(self.text)], strict=True)
        return frozenset(
            start + place
            for start, end in lines
            for span in self._raised(self.text[start:end].rstrip(), start)
            for place in range(*span)
        )

    def character_box(self, index: int) -> Box | None:
        """Box around the glyph of a character; None for one that is not printed."""
        left, right, bottom, top = corners = self._corners
        if not raw.FPDFText_GetCharBox(self._handle, index, *corners):
            return None
        return self._frame.box(left.value, bottom.value, right.value, top.value)

    def _fragment(self, text: str, start: int, boxes: list[Box], whole: Box) -> Fragment:
        """The fragment of that text, which the objects in ``boxes`` print; ``whole`` holds them all."""
        one = len(boxes) == 1
        last = max(start + len(text.rstrip(_AT_END)) - 1, start)
        marker = _MARKER.match(text)
        lettered = start + (marker.end() if marker else 0)
        first = self._type(start)
        final = first if one else self._type(last)
        style = self._type(lettered).style if marker and not one else first.style
        middle = self._middle(start, last, final).style if style.bold or style.italic else _PLAIN
        bold = style.bold and final.style.bold and middle.bold
        lead = len(text) if bold else self._lead(lettered, last) + lettered - start if style.bold else 0
        baseline = self._baseline(start)
        if text[1:2] == " " and _SPACED.fullmatch(text.strip()):
            text = self._closed_up(text, start)
        return Fragment(
            text if text.isprintable() else _cleaned(text),
            start,
            whole,
            baseline if baseline is not None else boxes[0][3],
            max(first.size, final.size),
            bold,
            style.italic and final.style.italic and middle.italic,
            lead,
            tuple(self._raised(text, start)) if _DIGIT.search(text) else (),
            0 if first.turn == 0 else self._turn(start, last),
        )

    def _middle(self, start: int, last: int, final: Type) -> Type:
        """How the middle of a line is set: a space that only a gap between words stands for has no font."""
        middle = (start + last) // 2
        if not self.text[middle].isspace():
            return self._type(middle)
        inked = _WORD.search(self.text, middle, last + 1)
        return self._type(inked.start()) if inked else final

    def _closed_up(self, text: str, start: int) -> str:
        """Letters set apart by spaces as words: the narrow spaces stand for nothing."""
        spaces = [place for place, character in enumerate(text) if character == " " and 0 < place < len(text) - 1]
        gaps = {place: self._gap(start + place) for place in spaces}
        widest = SPREAD * sorted(gaps.values())[len(gaps) // 2]
        return "".join(JOINER if gaps.get(place, widest) < widest else one for place, one in enumerate(text))

    def _gap(self, index: int) -> float:
        """Points between the characters beside this one."""
        left, right = self.character_box(index - 1), self.character_box(index + 1)
        return right[0] - left[2] if left is not None and right is not None else 0.0

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
        origin = self._origin(index)
        return None if origin is None else origin[1]

    def _origin(self, index: int) -> tuple[float, float] | None:
        """Where the character stands on its baseline."""
        x, y, *_ = self._corners
        if not raw.FPDFText_GetCharOrigin(self._handle, index, x, y):
            return None
        return self._frame.box(x.value, y.value, x.value, y.value)[:2]

    def _type(self, index: int) -> Type:
        """How a character is set: asked for once for each text object."""
        address = text_object(self._handle, index)
        if not address:
            return Type(_PLAIN, *self._scale(index))
        known = self._types.get(address)
        if known is None:
            known = self._types[address] = Type(self._style(object_font(address)), *self._scale(index))
        return known

    def _style(self, font: int | None) -> Style:
        if not font:
            return _PLAIN
        if font not in self._styles:
            self._styles[font] = _font_style(ctypes.cast(font, raw.FPDF_FONT))
        return self._styles[font]

    def _scale(self, index: int) -> tuple[float, int | None]:
        """Font size on the page, which the object's matrix scales, and the quarter turns of that matrix."""
        size, matrix = abs(float(raw.FPDFText_GetFontSize(self._handle, index))), self._matrix
        if not raw.FPDFText_GetMatrix(self._handle, index, matrix):
            return round(size, 2), 0
        scale = math.hypot(matrix.c, matrix.d)
        if math.isfinite(scale) and scale > 0:
            size *= scale
        turns = self._frame.turns
        if matrix.b == 0 and matrix.a > 0:
            return round(size, 2), turns
        return round(size, 2), quarters(math.degrees(math.atan2(-matrix.b, matrix.a)) + 90 * turns)

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


def _font_style(font: object) -> Style:
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace")
    weight = raw.FPDFFont_GetWeight(font)
    angle = ctypes.c_int()
    slanted = bool(raw.FPDFFont_GetItalicAngle(font, angle)) and angle.value != 0
    return Style(bool(_BOLD.search(name)) or weight >= 600, slanted or bool(_ITALIC.search(name)))


def _parts(before: Box, box: Box, height: float, positions: list[float]) -> bool:
    """A wide gap, or a cell's border, stands between the two characters; or the second stands further left."""
    if box[0] - before[2] > GAP * height or box[0] < before[0] - height:
        return True
    return any(before[2] - 1 <= x <= box[0] + 1 for x in positions)


def _cleaned(text: str) -> str:
    """The text without control characters, its soft hyphens typed as such."""
    return _CONTROL.sub(" ", text.replace("\ufffe", SOFT_HYPHEN).replace("\x02", SOFT_HYPHEN))


def _has_gaps(boxes: list[Box]) -> bool:
    """A wide gap stands between two text objects, or one stands further left than the one before."""
    height = max(map(height_of, boxes))
    return any(b[0] - a[2] > GAP * height or b[0] < a[0] - height for a, b in pairwise(boxes))
