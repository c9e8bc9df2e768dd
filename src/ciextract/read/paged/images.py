"""Bytes of a PDF in, its pages as pictures out, one at a time; what stands on them is not looked at."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2 as pdfium

from ciextract.frozen import frozen
from ciextract.read.paged.frame import frame_of
from ciextract.read.paged.opened import open_pdf

DOTS_PER_POINT = 120 / 72
MOST_DOTS = 2_200
"""Of a picture's longer side; larger pages are drawn smaller."""
QUALITY = 60
EFFORT = 2
"""Of WebP, 0 to 6: above 2 a picture takes twice the time and hardly less room."""
MEDIA_TYPE = "image/webp"
_BLANK = (595.0, 842.0)


@frozen
class PageImage:
    """A page: its number from 1, its size in points as displayed, its picture as WebP; None where it has none."""

    number: int
    width: float
    height: float
    picture: bytes | None


def page_images(source: bytes, password: str | None = None) -> Iterator[PageImage]:
    """The pages of a PDF in their order. Raises UnreadableDocument and PasswordRequired."""
    document = open_pdf(source, password)
    try:
        for index in range(len(document)):
            yield _image(document, index)
    finally:
        document.close()


def _image(document: pdfium.PdfDocument, index: int) -> PageImage:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return PageImage(index + 1, *_BLANK, None)
    try:
        width, height = frame_of(page).size
        if width <= 0 or height <= 0:
            return PageImage(index + 1, *_BLANK, None)
        return PageImage(index + 1, round(width, 1), round(height, 1), _picture(page, max(width, height)))
    finally:
        page.close()


def _picture(page: pdfium.PdfPage, longer_side: float) -> bytes | None:
    try:
        bitmap = page.render(scale=min(DOTS_PER_POINT, MOST_DOTS / longer_side))
    except pdfium.PdfiumError:
        return None
    held = io.BytesIO()
    bitmap.to_pil().save(held, "WEBP", quality=QUALITY, method=EFFORT)
    bitmap.close()
    return held.getvalue()
