"""A loaded page in, whether anything shows at a place on it out: it is drawn once, small, and its dots looked at."""

from __future__ import annotations

from functools import cached_property

import pypdfium2 as pdfium

from ciextract.document import Box
from ciextract.read.paged.frame import Frame

DOTS_PER_POINT = 1.5
MOST_DOTS = 2_000
"""Of a picture's longer side; larger pages are drawn smaller."""
CONTRAST = 16
"""Of 255 shades: places whose darkest and lightest dot differ by less look empty."""


class Ink:
    """What shows on a page, which must stay open; places are given in a frame."""

    def __init__(self, page: pdfium.PdfPage, frame: Frame) -> None:
        self._page = page
        self._turns = 90 * frame.turns - page.get_rotation()
        self._scale = min(DOTS_PER_POINT, MOST_DOTS / max(*frame.size, 1.0))

    def shows(self, box: Box) -> bool:
        """Something in the box differs from what is around it in there; never of a page that cannot be drawn."""
        x0, top, x1, bottom = (max(0, round(self._scale * edge)) for edge in box)
        rows = [row[x0 : x1 + 1] for row in self._rows[top : bottom + 1]]
        rows = [row for row in rows if row]
        return bool(rows) and max(map(max, rows)) - min(map(min, rows)) > CONTRAST

    @cached_property
    def _rows(self) -> list[bytes]:
        """The shades of the page's dots, row by row."""
        try:
            bitmap = self._page.render(scale=self._scale, rotation=self._turns % 360, grayscale=True)
        except pdfium.PdfiumError:
            return []
        dots, stride, width = bytes(bitmap.buffer), bitmap.stride, bitmap.width
        rows = [dots[start : start + width] for start in range(0, stride * bitmap.height, stride)]
        bitmap.close()
        return rows
