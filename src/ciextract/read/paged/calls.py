"""Functions of pdfium with plain addresses for pointers: a pointer object costs more than the call that gives it."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterable
from itertools import repeat
from struct import Struct
from typing import Any

import pypdfium2.raw as raw


def _plain(function: object, result: type, *arguments: type) -> Callable[..., Any]:
    """The same function, whose pointers are integers, 0 or None for none."""
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(result, *arguments)(address or 0)


_POINTER, _INT, _UINT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint, ctypes.c_double

object_font: Callable[[int], int | None] = _plain(raw.FPDFTextObj_GetFont, _POINTER, _POINTER)
form_object: Callable[[int, int], int | None] = _plain(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, _UINT)
count_segments: Callable[[int], int] = _plain(raw.FPDFPath_CountSegments, _INT, _POINTER)
_object_bounds = _plain(raw.FPDFPageObj_GetBounds, _INT, *(_POINTER,) * 5)
_clip: Callable[[int], int | None] = _plain(raw.FPDFPageObj_GetClipPath, _POINTER, _POINTER)
_count_clips = _plain(raw.FPDFClipPath_CountPaths, _INT, _POINTER)
_count_corners = _plain(raw.FPDFClipPath_CountPathSegments, _INT, _POINTER, _INT)
_corner = _plain(raw.FPDFClipPath_GetPathSegment, _POINTER, _POINTER, _INT, _INT)
_point = _plain(raw.FPDFPathSegment_GetPoint, _INT, _POINTER, _POINTER, _POINTER)
_count_marks = _plain(raw.FPDFPageObj_CountMarks, _INT, _POINTER)
_mark: Callable[[int, int], int | None] = _plain(raw.FPDFPageObj_GetMark, _POINTER, _POINTER, _UINT)
_mark_name = _plain(raw.FPDFPageObjMark_GetName, _INT, _POINTER, _POINTER, _UINT, _POINTER)
_render_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
object_kind: Callable[[int | None], int] = _plain(raw.FPDFPageObj_GetType, _INT, _POINTER)


def _unchecked(function: object, result: type) -> Callable[..., Any]:
    """The same function without a check of what it is given: numbers, and places in memory as ``byref`` tells them.

    Two in five calls' time goes into those checks.
    """
    return ctypes.CFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)  # type: ignore[arg-type]


_text_object = _unchecked(raw.FPDFText_GetTextObject, _POINTER)
_count_rectangles = _unchecked(raw.FPDFText_CountRects, _INT)
_rectangle = _unchecked(raw.FPDFText_GetRect, _INT)
_character_box = _unchecked(raw.FPDFText_GetCharBox, _INT)
_origin = _unchecked(raw.FPDFText_GetCharOrigin, _INT)
_font_size = _unchecked(raw.FPDFText_GetFontSize, _DOUBLE)
_is_unmapped = _unchecked(raw.FPDFText_HasUnicodeMapError, _INT)
_matrix = _unchecked(raw.FPDFText_GetMatrix, _INT)
_fill_colour = _unchecked(raw.FPDFText_GetFillColor, _INT)
_page_object = _unchecked(raw.FPDFPage_GetObject, _POINTER)

Corners = tuple[float, float, float, float]
"""Left, bottom, right and top in page coordinates."""
_EVERYWHERE: Corners = (-math.inf, -math.inf, math.inf, math.inf)
_MOST_CLIPS = 50
"""Paths of a clip that are asked for, at the most."""
_MOST_CORNERS = 200
"""Corners of a path of a clip from which on it is taken to hold everything."""
_corners: Callable[[object], Corners] = Struct("4d").unpack_from  # type: ignore[assignment]
_linear: Callable[[object], tuple[float, float, float, float]] = Struct("4f").unpack_from  # type: ignore[assignment]


_edges = (ctypes.c_float * 4)()
_places_of_edges = [ctypes.addressof(_edges) + ctypes.sizeof(ctypes.c_float) * place for place in range(4)]


def object_bounds(address: int) -> Corners | None:
    """Around an object, in the coordinates that it is drawn in."""
    return _linear(_edges) if _object_bounds(address, *_places_of_edges) else None


def _is_cut_away(address: int) -> bool:
    """All of an object, which is clipped, lies outside a path that it is clipped to."""
    clip = _clip(address)
    count, bounds = _count_clips(clip), object_bounds(address)
    if bounds is None:
        return False
    left, bottom, right, top = bounds
    return any(
        right <= x0 or left >= x1 or top <= y0 or bottom >= y1
        for x0, y0, x1, y1 in (_around_clip(clip, index) for index in range(min(count, _MOST_CLIPS)))
    )


def _around_clip(clip: int | None, index: int) -> Corners:
    """Around one of the paths that something is clipped to; all there is for one that is empty or very long."""
    count = _count_corners(clip, index)
    if not 0 < count <= _MOST_CORNERS:
        return _EVERYWHERE
    xs, ys = [], []
    for at in range(count):
        _point(_corner(clip, index, at), *_places_of_edges[:2])
        xs.append(_edges[0])
        ys.append(_edges[1])
    return min(xs), min(ys), max(xs), max(ys)


_MOST_MARKS = 8
"""Marks of an object of which one may name its layer, at the most."""
_LAYER = "OC".encode("utf-16-le")
_name, _length = (ctypes.c_char * 32)(), ctypes.c_ulong()


def _is_layered(address: int) -> bool:
    """What an object prints belongs to a layer of the page, which may be off."""
    return any(_is_of_layer(_mark(address, at)) for at in range(min(_count_marks(address), _MOST_MARKS)))


def _is_of_layer(mark: int | None) -> bool:
    told = mark and _mark_name(mark, ctypes.addressof(_name), len(_name), ctypes.addressof(_length))
    return bool(told) and _name.raw[: _length.value].removesuffix(b"\0\0") == _LAYER


def page_objects(page: object, most: int) -> list[tuple[int, int | None]]:
    """(kind, address) of the objects of a page, the first ones of very many."""
    items = list(map(_page_object, repeat(_at(page)), range(min(raw.FPDFPage_CountObjects(page), most))))
    return list(zip(map(object_kind, items), items, strict=True))


def _at(handle: object) -> object:
    """What pdfium knows a page by, as functions without checks take it."""
    return ctypes.byref(ctypes.c_char.from_address(ctypes.cast(handle, _POINTER).value or 0))  # type: ignore[arg-type]


class TextCalls:
    """Asks for one text page, which must stay open, about its characters by their index.

    Pdfium writes what it tells into memory that is kept for it: making some for each call takes as long as the call.
    """

    __slots__ = ("_colours", "_figures", "_handle", "_linear", "_places", "_shades")

    def __init__(self, handle: object) -> None:
        self._handle = _at(handle)
        self._figures, self._linear, self._colours = (_DOUBLE * 4)(), (ctypes.c_float * 6)(), (_UINT * 4)()
        self._places = [ctypes.byref(self._figures, ctypes.sizeof(_DOUBLE) * place) for place in range(4)]
        self._shades = [ctypes.byref(self._colours, ctypes.sizeof(_UINT) * place) for place in range(4)]

    def text_object(self, index: int) -> int | None:
        """Address of the text object that prints a character; None for a space that pdfium made up."""
        return _text_object(self._handle, index)  # type: ignore[no-any-return]

    def rectangles(self, first: int, count: int) -> list[Corners]:
        """Around what each text object prints of so many characters."""
        handle, figures = self._handle, self._figures
        left, bottom, right, top = self._places
        return [
            _corners(figures)
            for index in range(_count_rectangles(handle, first, count))
            if _rectangle(handle, index, left, top, right, bottom)
        ]

    def character_box(self, index: int) -> Corners | None:
        """Around the glyph of a character; None for one that is not printed."""
        left, bottom, right, top = self._places
        return _corners(self._figures) if _character_box(self._handle, index, left, right, bottom, top) else None

    def origin(self, index: int) -> tuple[float, float] | None:
        """Where a character stands on its baseline, in page coordinates."""
        x, y, *_ = self._places
        return _corners(self._figures)[:2] if _origin(self._handle, index, x, y) else None

    def is_unmapped(self, index: int) -> bool:
        """Its font does not say what a character stands for; what is given may be right all the same."""
        return _is_unmapped(self._handle, index) == 1  # type: ignore[no-any-return]

    def font_size(self, index: int) -> float:
        """As the content of the page states it: its matrix is not counted."""
        return _font_size(self._handle, index)  # type: ignore[no-any-return]

    def matrix(self, index: int) -> tuple[float, float, float, float] | None:
        """By which a character is turned and scaled: a, b, c and d."""
        linear = self._linear
        return _linear(linear) if _matrix(self._handle, index, ctypes.byref(linear)) else None

    def cut_away(self, indexes: Iterable[int]) -> list[int]:
        """Those of the characters whose text object lies outside what it is clipped to."""
        handle = self._handle
        return [
            index
            for index in indexes
            if (item := _text_object(handle, index)) and _count_clips(_clip(item)) > 0 and _is_cut_away(item)
        ]

    def on_layers(self, indexes: Iterable[int]) -> list[int]:
        """Those of the characters that belong to a layer, and are not such as are never drawn."""
        handle = self._handle
        return [
            index
            for index in indexes
            if (item := _text_object(handle, index))
            and _is_layered(item)
            and _render_mode(item) != raw.FPDF_TEXTRENDERMODE_INVISIBLE
        ]

    def filled_from(self, least: int, indexes: Iterable[int]) -> list[int]:
        """Those of the characters whose fill has at least so much, of 255, of red, green and blue."""
        handle, colours = self._handle, self._colours
        red, green, blue, alpha = self._shades
        return [
            index
            for index in indexes
            if _fill_colour(handle, index, red, green, blue, alpha) and min(colours[:3]) >= least
        ]
