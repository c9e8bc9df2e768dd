"""Functions of pdfium with plain addresses for pointers: a pointer object costs more than the call that gives it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from struct import Struct
from typing import Any

import pypdfium2.raw as raw


def _plain(function: object, result: type, *arguments: type) -> Callable[..., Any]:
    """The same function, whose pointers are integers, 0 or None for none."""
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(result, *arguments)(address or 0)


_POINTER, _INT, _UINT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint, ctypes.c_double
_FOUR = (_POINTER,) * 4

object_font: Callable[[int], int | None] = _plain(raw.FPDFTextObj_GetFont, _POINTER, _POINTER)
page_object: Callable[[object, int], int | None] = _plain(raw.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
form_object: Callable[[int, int], int | None] = _plain(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, _UINT)
object_kind: Callable[[int | None], int] = _plain(raw.FPDFPageObj_GetType, _INT, _POINTER)
_text_object = _plain(raw.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
_count_rectangles = _plain(raw.FPDFText_CountRects, _INT, _POINTER, _INT, _INT)
_rectangle = _plain(raw.FPDFText_GetRect, _INT, _POINTER, _INT, *_FOUR)
_character_box = _plain(raw.FPDFText_GetCharBox, _INT, _POINTER, _INT, *_FOUR)
_origin = _plain(raw.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)
_font_size = _plain(raw.FPDFText_GetFontSize, _DOUBLE, _POINTER, _INT)
_matrix = _plain(raw.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
_fill_colour = _plain(raw.FPDFText_GetFillColor, _INT, _POINTER, _INT, *_FOUR)

Corners = tuple[float, float, float, float]
"""Left, bottom, right and top in page coordinates."""
_corners: Callable[[object], Corners] = Struct("4d").unpack_from  # type: ignore[assignment]
_linear: Callable[[object], tuple[float, float, float, float]] = Struct("4f").unpack_from  # type: ignore[assignment]


class TextCalls:
    """Asks for one text page, which must stay open, about its characters by their index.

    Pdfium writes what it tells into memory that is kept for it: making some for each call takes as long as the call.
    """

    __slots__ = ("_colours", "_figures", "_handle", "_linear", "_places", "_shades")

    def __init__(self, handle: object) -> None:
        self._handle = ctypes.cast(handle, _POINTER).value  # type: ignore[arg-type]
        self._figures, self._linear, self._colours = (_DOUBLE * 4)(), (ctypes.c_float * 6)(), (_UINT * 4)()
        begin, shades = ctypes.addressof(self._figures), ctypes.addressof(self._colours)
        self._places = tuple(begin + ctypes.sizeof(_DOUBLE) * place for place in range(4))
        self._shades = tuple(shades + ctypes.sizeof(_UINT) * place for place in range(4))

    def text_object(self, index: int) -> int | None:
        """Address of the text object that prints a character; None for a space that pdfium made up."""
        return _text_object(self._handle, index)  # type: ignore[no-any-return]

    def rectangles(self, first: int, count: int) -> list[Corners]:
        """Around what each text object prints of so many characters."""
        handle, places, figures = self._handle, self._places, self._figures
        return [
            _corners(figures)
            for index in range(_count_rectangles(handle, first, count))
            if _rectangle(handle, index, places[0], places[3], places[2], places[1])
        ]

    def character_box(self, index: int) -> Corners | None:
        """Around the glyph of a character; None for one that is not printed."""
        left, bottom, right, top = self._places
        return _corners(self._figures) if _character_box(self._handle, index, left, right, bottom, top) else None

    def origin(self, index: int) -> tuple[float, float] | None:
        """Where a character stands on its baseline, in page coordinates."""
        x, y, *_ = self._places
        return _corners(self._figures)[:2] if _origin(self._handle, index, x, y) else None

    def font_size(self, index: int) -> float:
        """As the content of the page states it: its matrix is not counted."""
        return _font_size(self._handle, index)  # type: ignore[no-any-return]

    def matrix(self, index: int) -> tuple[float, float, float, float] | None:
        """By which a character is turned and scaled: a, b, c and d."""
        linear = self._linear
        return _linear(linear) if _matrix(self._handle, index, ctypes.addressof(linear)) else None

    def fill_colour(self, index: int) -> tuple[int, int, int] | None:
        """Red, green and blue of a character, each of 255."""
        if not _fill_colour(self._handle, index, *self._shades):
            return None
        red, green, blue, _ = self._colours
        return red, green, blue

