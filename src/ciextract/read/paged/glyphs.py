"""One text page in, its printed fragments out: text, place, size and style, each character's index kept."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as raw

from ciextract.document import Box
from ciextract.read.lines import SOFT_HYPHEN
from ciextract.read.paged.frame import Frame

Cutter = Callable[[Box], list[float]]
"""Gives x positions at which a line in a box is cut."""
GAP = 1.8
"""A gap between words wider than this, in glyph heights, parts two columns."""
SMALL_DIGIT = 0.8
"""A digit set at most this large, relative to the letter before it, is raised."""
RAISED = 0.25
"""A digit whose foot stands this much higher than that of the letter before it, in its height, is raised."""
_BROKEN = "\ufffe\x02"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BREAK = re.compile(rf"\r\n|\n|\r|(?<=[{_BROKEN}])")
_GLUED_DIGITS = re.compile(r"(?<=[A-Za-z.,;:!?'’”\")\]%])\d{1,2}(?![\d.,]*\d)(?!\d*%)|^\d{1,2}(?=\s?[A-Z‘“(h])")
_MARKER = re.compile(r"(?:[•▪●◦‣–—*\uf0b7-]|\(?\d{1,2}[.)])\s+(?=\S)")
_WORD = re.compile(r"\S+")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|extrab", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """A font's weight and slant."""

    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of characters on one printed line within one column; fields as in PhysicalLine."""

    text: str
    origin: int
    box: Box
    baseline: float
    size: float
    bold: bool
    italic: bool
    lead: int
    raised: tuple[tuple[int, int], ...]


class TextPage:
    """Asks pdfium for what is needed of a text page, at line ends and word starts, never for every character."""

    def __init__(self, handle: object, frame: Frame, fonts: dict[int, Style]) -> None:
        self._handle = handle
        self._frame = frame
        self._fonts = fonts
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
        stretches = self._stretches(start, end, boxes, cuts) if boxes else [(start, end)]
        for first, last in stretches:
            fragment = self._fragment(first, last)
            if fragment is not None:
                yield fragment
            else:
                self.unplaced.append(self.text[first:last].strip())

    def boxes(self, first: int, count: int) -> list[Box]:
        """Boxes of the text objects that print the characters."""
        values = [ctypes.c_double() for _ in range(4)]
        boxes = []
        for index in range(raw.FPDFText_CountRects(self._handle, first, count)):
            if raw.FPDFText_GetRect(self._handle, index, *values):
                left, top, right, bottom = (value.value for value in values)
                boxes.append(self._frame.box(left, bottom, right, top))
        return boxes

    def _stretches(self, start: int, end: int, boxes: list[Box], cuts: Cutter) -> Iterator[tuple[int, int]]:
        """(start, end) of the parts of a line in one column each; words are asked for only where it may be cut."""
        whole = _around(boxes)
        positions = cuts(whole)
        height = max(_height(box) for box in boxes)
        gaps = any(b[0] - a[2] > GAP * height or b[0] < a[0] - height for a, b in pairwise(boxes))
        if not positions and not gaps:
            yield start, end
            return
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
        values = [ctypes.c_double() for _ in range(4)]
        if not raw.FPDFText_GetCharBox(self._handle, index, *values):
            return None
        left, right, bottom, top = (value.value for value in values)
        return self._frame.box(left, bottom, right, top)

    def _fragment(self, start: int, end: int) -> Fragment | None:
        text = self.text[start:end]
        boxes = self.boxes(start, end - start)
        if not text.strip() or not boxes:
            return None
        last = start + len(text.rstrip(_BROKEN + " ")) - 1
        marker = _MARKER.match(text)
        lettered = start + (marker.end() if marker else 0)
        style, size = self._style(lettered), self._size(start)
        final = self._style(max(last, start))
        size = max(size, self._size(max(last, start)))
        middle = self._style((start + max(last, start)) // 2)
        bold = style.bold and final.bold and middle.bold
        lead = end - start if bold else self._lead(lettered, last) + lettered - start if style.bold else 0
        cleaned = _CONTROL.sub(" ", text.replace("\ufffe", SOFT_HYPHEN).replace("\x02", SOFT_HYPHEN))
        return Fragment(
            cleaned,
            start,
            _around(boxes),
            self._baseline(start, boxes),
            size,
            bold,
            style.italic and final.italic and middle.italic,
            lead,
            tuple(self._raised(text, start)),
        )

    def _lead(self, start: int, last: int) -> int:
        """Length of the bold beginning: the first word that is not bold ends it."""
        end = start
        for word in _WORD.finditer(self.text, start, last + 1):
            if not self._style(word.start()).bold:
                break
            end = word.end()
        return end - start

    def length_before(self, fragment: Fragment, x: float) -> int:
        """Number of the fragment's characters, from its first, in words that end before ``x``."""
        end = fragment.origin
        for word in _WORD.finditer(self.text, fragment.origin, fragment.origin + len(fragment.text)):
            box = self.character_box(word.end() - 1)
            if box is None or box[2] > x + 1:
                break
            end = word.end()
        return end - fragment.origin

    def _baseline(self, index: int, boxes: list[Box]) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        if not raw.FPDFText_GetCharOrigin(self._handle, index, x, y):
            return boxes[0][3]
        return self._frame.box(x.value, y.value, x.value, y.value)[1]

    def _style(self, index: int) -> Style:
        item = raw.FPDFText_GetTextObject(self._handle, index)
        font = raw.FPDFTextObj_GetFont(item) if item else None
        if not font:
            return Style(False, False)
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            self._fonts[key] = _font_style(font)
        return self._fonts[key]

    def _size(self, index: int) -> float:
        """Font size on the page: the size in the text state scaled by the object's matrix."""
        size = float(raw.FPDFText_GetFontSize(self._handle, index))
        matrix = raw.FS_MATRIX()
        if raw.FPDFText_GetMatrix(self._handle, index, matrix):
            scale = math.hypot(matrix.c, matrix.d)
            if math.isfinite(scale) and scale > 0:
                size *= scale
        return round(size, 2)

    def _raised(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        """Digits glued to a word, or that begin the line, set smaller or higher than what is beside them."""
        for match in _GLUED_DIGITS.finditer(text):
            first, last = match.span()
            beside = start + (first - 1 if first else last + (text[last : last + 1] == " "))
            if beside < start + len(text) and self._is_raised(start + first, beside):
                yield first, last

    def _is_raised(self, digit: int, beside: int) -> bool:
        if self._size(digit) < SMALL_DIGIT * self._size(beside):
            return True
        box = self.character_box(digit)
        return box is not None and self._baseline(beside, [box]) - box[3] > RAISED * _height(box)


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


def _around(boxes: list[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _height(box: Box) -> float:
    return max(box[3] - box[1], 1.0)
