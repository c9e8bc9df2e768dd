"""Functions of pdfium with plain addresses for pointers: a pointer object costs more than the call that gives it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw


def _plain(function: object, result: type, *arguments: type) -> Callable[..., Any]:
    """The same function, whose pointers are integers, 0 or None for none."""
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(result, *arguments)(address or 0)


_POINTER, _INT, _UINT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint

text_object: Callable[[object, int], int | None] = _plain(raw.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
"""Address of the text object that prints a character of a text page; None for a space that pdfium made up."""
object_font: Callable[[int], int | None] = _plain(raw.FPDFTextObj_GetFont, _POINTER, _POINTER)
page_object: Callable[[object, int], int | None] = _plain(raw.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
form_object: Callable[[int, int], int | None] = _plain(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, _UINT)
object_kind: Callable[[int | None], int] = _plain(raw.FPDFPageObj_GetType, _INT, _POINTER)
