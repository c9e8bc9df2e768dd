"""The bytes of a PDF and boxes on its pages in, what is printed inside each box out, as either of two libraries reads
it. Nothing is compared here."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from unicodedata import normalize

import pypdfium2 as pdfium

from ciextract.document import Box
from ciextract.errors import UnreadableDocument
from ciextract.frozen import frozen
from ciextract.read.normal import runs
from ciextract.read.paged.glyphs import SMALL_DIGIT
from ciextract.read.paged.opened import OpenedPdf
from ciextract.read.paged.swapped import letters_of

SLACK = 0.15
"""Points by which the middle of a character may stand outside of a box: boxes are printed to a tenth of a point."""
LIGATURE = 0.4
"""Share of its width by which the middle of a ligature's letter may be off: libraries part ligatures differently."""
KEPT = 8
"""Pages whose characters are kept, the last asked for."""
_NAMELESS = "(cid:"
"""What pdfplumber gives for a glyph whose character it does not know."""
_LINE_END_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-", "\u00ad": "-"})


@frozen
class Printed:
    """A printed character, its middle in points from the top left of the page, and whether it is a raised marker.

    ``reach`` is how far to either side of where it is told the middle may be.
    """

    character: str
    x: float
    y: float
    raised: bool = False
    reach: float = SLACK


class Crops:
    """Reads what is printed inside boxes; close it when done."""

    def __init__(self, printed_on: Callable[[int], Sequence[Printed]], close: Callable[[], None]) -> None:
        self._printed_on = lru_cache(KEPT)(printed_on)
        self.close = close

    def readings(self, page: int, box: Box) -> tuple[str, ...]:
        """The ways to read the characters whose middle stands in the box on ``page`` (from 1), without white space.

        In the order of the page's content or from left to right, without raised markers or with them. A hyphen at a
        line's end is there as a hyphen, of whatever kind it is.
        """
        inside = [one for one in self._printed_on(page) if _stands_in(one, box)]
        across = sorted(inside, key=lambda one: one.x)
        lowered = [[one for one in order if not one.raised] for order in (inside, across)]
        return tuple(dict.fromkeys(_normal(order) for order in (*lowered, inside, across)))


def pdfium_crops(source: bytes, password: str | None = None) -> Crops:
    """Boxes read with pypdfium2, which reads the documents too. Raises UnreadableDocument and PasswordRequired."""
    opened = OpenedPdf(source, password)

    def printed_on(page: int) -> list[Printed]:
        try:
            text = opened.page(page).text
        except (pdfium.PdfiumError, IndexError):
            return []
        raised = text.raised()
        boxes = ((place, character, text.character_box(place)) for place, character in enumerate(text.text))
        return [
            replace(_printed(character, box), raised=place in raised)
            for place, character, box in boxes
            if box is not None and not character.isspace()
        ]

    return Crops(printed_on, opened.close)


def pdfplumber_crops(source: bytes, password: str | None = None) -> Crops:
    """Boxes read with pdfplumber, which shares no code with pypdfium2. Raises UnreadableDocument."""
    import pdfplumber
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        pdf = pdfplumber.open(io.BytesIO(source), password=password)
    except PdfminerException as error:
        if password:  # one that needs none is read with any
            return pdfplumber_crops(source)
        raise UnreadableDocument("the second reader cannot open it", "verify it without --second-reader") from error

    def printed_on(page: int) -> list[Printed]:
        if not 0 < page <= len(pdf.pages):
            return []
        opened = pdf.pages[page - 1]
        try:
            left, top = _cropped(opened.page_obj.mediabox, opened.page_obj.cropbox, opened.rotation)
            named = (one for one in opened.chars if not one["text"].startswith(_NAMELESS))
            return list(_with_raised([letter for one in named for letter in _letters(one, left, top)]))
        finally:
            opened.close()

    return Crops(printed_on, pdf.close)


def _cropped(media: Sequence[float], crop: Sequence[float], rotation: int) -> tuple[float, float]:
    """What the crop box takes off at the left and at the top of the page as displayed.

    pdfplumber's own crop box is that of a page that is not turned.
    """
    left, bottom = crop[0] - media[0], crop[1] - media[1]
    right, top = media[2] - crop[2], media[3] - crop[3]
    return ((left, top), (bottom, left), (right, bottom), (top, right))[rotation // 90 % 4]


def _letters(char: dict[str, object], left: float, top: float) -> Iterator[tuple[Printed, float]]:
    """The letters of a glyph and its size; each letter of a ligature has its share of the width, as pdfium has it."""
    x0, x1, y0, y1, size = (float(str(char[name])) for name in ("x0", "x1", "top", "bottom", "size"))
    text = letters_of(str(char["text"]))
    letters = normalize("NFKC", text) if text.isalpha() else text
    share = (x1 - x0) / max(len(letters), 1)
    for place, letter in enumerate(letters):
        reach = max(SLACK, LIGATURE * share) if len(letters) > 1 else SLACK
        yield Printed(letter, x0 + share * (place + 0.5) - left, (y0 + y1) / 2 - top, reach=reach), size


def _with_raised(sized: Sequence[tuple[Printed, float]]) -> Iterator[Printed]:
    """Digits set smaller than the letter before them are raised."""
    before = 0.0
    for printed, size in sized:
        raised = printed.character.isdecimal() and size < SMALL_DIGIT * before
        yield replace(printed, raised=raised)
        before = before if raised else size


def _printed(character: str, box: Box) -> Printed:
    return Printed(character, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def _stands_in(one: Printed, box: Box) -> bool:
    x0, top, x1, bottom = box
    return x0 - one.reach <= one.x <= x1 + one.reach and top - SLACK <= one.y <= bottom + SLACK


def _normal(printed: Sequence[Printed]) -> str:
    text = "".join(one.character for one in printed).translate(_LINE_END_HYPHENS)
    return "".join(character for _, run in runs(text) for character in run if not character.isspace())
