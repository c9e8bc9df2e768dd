"""Characters of one text page by their index in, how each is set out: weight, slant, size on the page, direction."""

from __future__ import annotations

import ctypes
import math
import re
from typing import NamedTuple

import pypdfium2.raw as raw

from ciextract.read.paged.boxes import quarters
from ciextract.read.paged.calls import TextCalls, object_font

_BOLD = re.compile(r"bold|black|heavy|demi|extrab|[-,_ ](?:bd|blk|hv|sb)(?![a-z])", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"(?:[A-Z]{6}\+)?(?:CIDFont\+)?(?:F|Font|TT|T3|C|R)?[-_]?\d*(?:_\d+)?", re.IGNORECASE)
"""A font's name that some programs give instead of its own."""
_HEAVY = 600
"""Weight from which a font is bold whose name says nothing. It is no measure of others: pdfium takes it from the width
of stems, which Ghostscript writes anew, for plain fonts too."""


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


PLAIN = Style(False, False)
_Scale = tuple[float, tuple[float, float, float, float] | None]


class Setting:
    """Tells types; what it knows holds while the page is open: pdfium may give an object's address to another one."""

    def __init__(self, calls: TextCalls, turns: int) -> None:
        self._calls = calls
        self._turns = turns
        self._types: dict[int, Type] = {}
        self._alike: dict[tuple[int | None, _Scale], Type] = {}
        self._styles: dict[int, Style] = {}

    def type_of(self, index: int) -> Type:
        """How a character is set: asked for once for each text object."""
        address = self._calls.text_object(index)
        if not address:
            return Type(PLAIN, *self._scaled(self._scale(index)))
        known = self._types.get(address)
        if known is None:
            known = self._types[address] = self._type(object_font(address), self._scale(index))
        return known

    def _type(self, font: int | None, scale: _Scale) -> Type:
        """One for all objects that are set alike."""
        known = self._alike.get((font, scale))
        if known is None:
            known = self._alike[font, scale] = Type(self._style(font), *self._scaled(scale))
        return known

    def _style(self, font: int | None) -> Style:
        if not font:
            return PLAIN
        if font not in self._styles:
            self._styles[font] = _font_style(ctypes.cast(font, raw.FPDF_FONT))
        return self._styles[font]

    def _scale(self, index: int) -> _Scale:
        """The font's size as the page states it, and the matrix by which it is scaled."""
        return self._calls.font_size(index), self._calls.matrix(index)

    def _scaled(self, scale: _Scale) -> tuple[float, int | None]:
        """Font size on the page, which the object's matrix scales, and the quarter turns of that matrix."""
        stated, matrix = scale
        size = abs(stated)
        if matrix is None:
            return round(size, 2), 0
        a, b, c, d = matrix
        stretch = math.hypot(c, d)
        if math.isfinite(stretch) and stretch > 0:
            size *= stretch
        if b == 0 and a > 0:
            return round(size, 2), self._turns
        return round(size, 2), quarters(math.degrees(math.atan2(-b, a)) + 90 * self._turns)


def _font_style(font: object) -> Style:
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace")
    weight = raw.FPDFFont_GetWeight(font)
    angle = ctypes.c_int()
    slanted = bool(raw.FPDFFont_GetItalicAngle(font, angle)) and angle.value != 0
    bold = weight >= _HEAVY if _SAYS_NOTHING.fullmatch(name) else bool(_BOLD.search(name))
    return Style(bold, slanted or bool(_ITALIC.search(name)))
