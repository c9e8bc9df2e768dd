"""A PDF in, its pages out, each loaded once and kept open while it is asked for; also finds boxes of characters."""

from __future__ import annotations

from collections import Counter, OrderedDict

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ciextract.document import Box
from ciextract.errors import LimitExceeded, PasswordRequired, UnreadableDocument
from ciextract.frozen import frozen
from ciextract.read.paged.frame import Frame, frame_of
from ciextract.read.paged.glyphs import TextPage
from ciextract.read.paged.kept import KeptBoxes

OPEN_PAGES = 40
"""Pages that are kept open: those of a report."""
FEW_OPEN = 4
"""Pages of a longer document that are kept open, the last asked for: it is read, and boxes are found, page by page."""
RENEWED = 80
"""Pages loaded after which the document is opened anew: pdfium keeps what it read of every page."""

_OF_LAYERS = (b"/OCProperties", b"/ObjStm")
"""The catalogue names the layers of a document, unless it is packed."""
MOST_PAGES = 20_000
"""Pages that are read; the longest published report has some hundreds."""


def open_pdf(source: bytes, password: str | None) -> pdfium.PdfDocument:
    """The document. Raises PasswordRequired, UnreadableDocument and LimitExceeded.

    One that opens without a password is opened with any: a password may be given for one of many documents.
    """
    _forget_last_error()
    try:
        document = pdfium.PdfDocument(source, password=password)
        count = len(document)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) != raw.FPDF_ERR_PASSWORD:
            raise UnreadableDocument("not a PDF, or too damaged to open", "check that it was saved whole") from error
        if not password:
            raise PasswordRequired("needs a password", "give it with --password-file") from error
        return _without_password(source)
    if count == 0:
        raise UnreadableDocument("a PDF without pages", "check that it was saved whole")
    if count > MOST_PAGES:
        raise LimitExceeded(f"says that it has {count} pages", f"split it: at most {MOST_PAGES} are read")
    return document


def _forget_last_error() -> None:
    # pdfium says why the last document did not open, and says it again of one that it opens and finds without pages.
    raw.FPDF_LoadMemDocument64(b"", 0, None)


def _without_password(source: bytes) -> pdfium.PdfDocument:
    try:
        return open_pdf(source, None)
    except PasswordRequired as error:
        raise PasswordRequired("wrong password", error.remedy) from error


def pages_without_text(source: bytes, password: str | None) -> tuple[tuple[int, ...], int]:
    """(the numbers from 1 of the pages that show something but have no text, the number of all pages)."""
    document = open_pdf(source, password)
    try:
        return tuple(n for n in range(1, len(document) + 1) if _is_bare(document, n)), len(document)
    finally:
        document.close()


def _is_bare(document: pdfium.PdfDocument, number: int) -> bool:
    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        return False
    text = page.get_textpage()
    try:
        return raw.FPDFPage_CountObjects(page.raw) > 0 and not text.get_text_range().strip()
    finally:
        text.close()
        page.close()


@frozen
class OpenPage:
    """A loaded page with its text and its frame.

    ``own`` is the number of characters of the page itself, behind which stands what is filled into its form fields;
    ``layered`` where it may have layers.
    """

    page: pdfium.PdfPage
    text_page: pdfium.PdfTextPage
    frame: Frame
    text: TextPage
    own: int
    layered: bool

    def close(self) -> None:
        self.text_page.close()
        self.page.close()


class OpenedPdf:
    """Pages of a PDF by their number from 1. Raises the errors of ``open_pdf``."""

    def __init__(self, source: bytes, password: str | None = None) -> None:
        self.source = source
        self._password = password
        self._document = open_pdf(source, password)
        self.unfilled: set[int] = set()
        """Pages that are read without what is filled into their form fields."""
        self._has_form = self._document.get_formtype() != raw.FORMTYPE_NONE
        self._may_have_layers = any(word in source for word in _OF_LAYERS)
        self._pages: OrderedDict[int, OpenPage] = OrderedDict()
        self._loaded = 0
        self._most_open = OPEN_PAGES if len(self._document) <= OPEN_PAGES else FEW_OPEN
        self._kept = KeptBoxes()

    @property
    def document(self) -> pdfium.PdfDocument:
        """The document as it is open now; another one once many pages have been loaded."""
        return self._document

    def page(self, number: int) -> OpenPage:
        """The page, loaded if need be. Raises pypdfium2.PdfiumError for one that cannot be."""
        if number not in self._pages:
            if self._loaded >= RENEWED:
                self._renew()
            self._loaded += 1
            self._pages[number] = self._load(number)
            if len(self._pages) > self._most_open:
                self._pages.popitem(last=False)[1].close()
        self._pages.move_to_end(number)
        return self._pages[number]

    def _load(self, number: int) -> OpenPage:
        """The page, what is filled into its form fields as part of it, unless pdfium spoils its words by that."""
        page = self._open(number)
        if not self._has_form or number in self.unfilled or not _flattened(page.page):
            return page
        # What was put into the page shows once it is loaded again.
        filled = self._open(number, len(page.text.text))
        words = Counter(page.text.text.split())
        page.close()
        if words <= Counter(filled.text.text.split()):
            return filled
        filled.close()
        self.unfilled.add(number)
        self._renew()
        return self._open(number)

    def _open(self, number: int, own: int | None = None) -> OpenPage:
        """The page as it is now in memory; ``own`` is the number of its own characters where it has others besides."""
        page = self._document[number - 1]
        text_page = page.get_textpage()
        frame = frame_of(page)
        text = TextPage(text_page.raw, frame)
        return OpenPage(page, text_page, frame, text, len(text.text) if own is None else own, self._may_have_layers)

    def boxes(self, page: int, first: int, count: int) -> tuple[Box, ...]:
        """Boxes around the characters, one for each printed line, to a tenth of a point; found once."""
        stretch = (page, first, count)
        if stretch not in self._kept:
            self._kept.keep(stretch, self._boxes(page, first, count))
        return self._kept.of(stretch)

    def _boxes(self, page: int, first: int, count: int) -> tuple[Box, ...]:
        merged: list[Box] = []
        for box in self.page(page).text.boxes(first, count):
            if merged and _on_one_line(merged[-1], box):
                last = merged.pop()
                box = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
            merged.append(box)
        return tuple((round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)) for x0, top, x1, bottom in merged)

    def _renew(self) -> None:
        self.close()
        self._document, self._loaded = open_pdf(self.source, self._password), 0

    def close(self) -> None:
        """Close the pages and the document."""
        while self._pages:
            self._pages.popitem()[1].close()
        self._document.close()


def _flattened(page: pdfium.PdfPage) -> bool:
    """What is filled into the form fields has been made part of the page, in memory alone; False where nothing is."""
    if raw.FPDFPage_GetAnnotCount(page.raw) <= 0:
        return False
    return bool(raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)


def _on_one_line(one: Box, other: Box) -> bool:
    middle = (other[1] + other[3]) / 2
    return one[1] <= middle <= one[3] or other[1] <= (one[1] + one[3]) / 2 <= other[3]
