"""A loaded page in, the turn from its own coordinates to those of the page as displayed out. Nothing is read here."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from ciextract.document import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page (crop box) in the page's own coordinates, and how the page is turned (0 to 3).

    ``width`` and ``height`` are those of the page as displayed, in points.
    """

    left: float
    bottom: float
    right: float
    top: float
    turned: int
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The place from the top left of the displayed page."""
        match self.turned:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The rectangle as a box of the displayed page."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def frame_of(page: Any) -> Frame:
    """The frame of a loaded page (a raw handle)."""
    bounds = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(bounds))
    return Frame(
        bounds.left,
        bounds.bottom,
        bounds.right,
        bounds.top,
        pdfium.FPDFPage_GetRotation(page) % 4,
        pdfium.FPDF_GetPageWidthF(page),
        pdfium.FPDF_GetPageHeightF(page),
    )
