"""Bytes of a PDF in, the lines of its pages out, scanned pages recognised by OCRmyPDF; no page is turned or moved.

The copy with a text layer is made in memory and read like any other PDF, so that boxes are those of the page as it is.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
import shutil
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

from ciextract.document import Notice, Progress
from ciextract.errors import NotInstalled, PasswordRequired, UnreadableDocument
from ciextract.read.lines import SourceLines
from ciextract.read.paged.opened import pages_without_text
from ciextract.read.paged.reader import read_pdf
from ciextract.record import TextLayer

if TYPE_CHECKING:
    from ciextract.record import TextLayer

DOUBTFUL = 60
"""Words of which Tesseract is less sure than this, of 100, are reported."""
LONGEST_PAGE = 3_600.0
"""Seconds for one page: a page that is given up for want of time would make two runs differ."""
LANGUAGE = "eng"
_PROGRAM = "tesseract"
_LOGS = ("ocrmypdf", "pikepdf", "fpdf", "fontTools", "PIL", "pdfminer", "img2pdf")
_CONFIDENCE = re.compile(r"class=['\"]ocrx_word['\"][^>]*?x_wconf (\d{1,3})")
_PAGE = re.compile(r"\d+")


@dataclass(slots=True)
class Confidences:
    """How sure the recognition was of each word, by page from 1."""

    words: dict[int, list[int]] = field(default_factory=dict)

    def take(self, hocr: Path) -> None:
        """Keep what a page's hOCR file says; its name begins with the number of the page."""
        number = _PAGE.match(hocr.name)
        if number:
            self.words[int(number[0])] = [int(found) for found in _CONFIDENCE.findall(hocr.read_text("utf-8"))]

    def notices(self) -> Iterator[Notice]:
        """One notice where words are doubtful."""
        doubtful = {page: sum(word < DOUBTFUL for word in words) for page, words in sorted(self.words.items())}
        pages = [page for page, count in doubtful.items() if count]
        if pages:
            what = f"{sum(doubtful.values())} of {sum(map(len, self.words.values()))} recognised words are doubtful"
            on = ", ".join(map(str, pages))
            yield Notice("doubtful-words", f"{what} (confidence below {DOUBTFUL} of 100), on pages {on}")


def read_scanned(
    source: bytes, password: str | None = None, *, force: bool = False, progress: Progress | None = None
) -> SourceLines:
    """The lines of a PDF whose pages without text, or all of its pages with ``force``, are recognised first.

    Raises NotInstalled where what it takes is not there, and the errors of ``read_pdf``.
    """
    bare, count = pages_without_text(source, password)
    pages = tuple(range(1, count + 1)) if force else bare
    if not pages:
        return read_pdf(source, password, progress)
    confidences = Confidences()
    with_text = _with_text_layer(_unlocked(source, password), pages, confidences, force=force)
    reading = read_pdf(with_text, progress=progress)
    recognised = {line.page for line in reading.lines} & set(pages)
    printed = {line.page for line in reading.lines} - set(pages)
    layer: TextLayer = "mixed" if recognised and printed else "ocr" if recognised else "embedded"
    return replace(reading, text_layer=layer, notices=(*reading.notices, *confidences.notices()))


def _with_text_layer(source: bytes, pages: Sequence[int], confidences: Confidences, *, force: bool) -> bytes:
    """The PDF with an invisible text layer on the pages."""
    with _silence():
        ocrmypdf = _library()
        target = io.BytesIO()
        try:
            ocrmypdf.ocr(
                io.BytesIO(source),
                target,
                language=[LANGUAGE],
                pages=",".join(map(str, pages)),
                mode="force" if force else "skip",
                output_type="pdf",
                rasterizer="pypdfium",
                optimize=0,
                deskew=False,
                rotate_pages=False,
                invalidate_digital_signatures=True,
                tesseract_timeout=LONGEST_PAGE,
                use_threads=True,
                progress_bar=False,
                plugin_manager=_listening(confidences),
            )
        except ocrmypdf.exceptions.MissingDependencyError as error:
            raise _no_program() from error
        except ocrmypdf.exceptions.ExitCodeException as error:
            raise UnreadableDocument("its pages could not be recognised", "try another program for that") from error
    return target.getvalue()


def _library() -> ModuleType:
    """OCRmyPDF, which is an extra. Raises NotInstalled where it or Tesseract is not there."""
    try:
        import ocrmypdf as library
    except ImportError as error:
        raise NotInstalled("text recognition is not installed", "run: pip install 'ciextract[ocr]'") from error
    if shutil.which(_PROGRAM) is None:
        raise _no_program()
    found: ModuleType = library
    return found


def _no_program() -> NotInstalled:
    what = "text recognition needs the program tesseract with its English data"
    return NotInstalled(what, "install it, on Debian or Ubuntu: apt install tesseract-ocr")


def _listening(confidences: Confidences) -> object:
    """OCRmyPDF's plugins, with an engine that is Tesseract and tells how sure it was."""
    from ocrmypdf import hookimpl
    from ocrmypdf._plugin_manager import get_plugin_manager
    from ocrmypdf.builtin_plugins.tesseract_ocr import TesseractOcrEngine

    engine = TesseractOcrEngine()
    recognise = engine.generate_hocr

    def telling(input_file: Path, output_hocr: Path, output_text: Path, options: object) -> None:
        recognise(input_file, output_hocr, output_text, options)
        confidences.take(output_hocr)

    def get_ocr_engine(options: object) -> object:
        return engine

    engine.generate_hocr = telling
    plugins = get_plugin_manager()
    plugins.pluggy_manager.register(SimpleNamespace(get_ocr_engine=hookimpl(get_ocr_engine)))
    return plugins


def _unlocked(source: bytes, password: str | None) -> bytes:
    """The PDF without encryption: OCRmyPDF reads none that has any."""
    with _silence():
        _library()
        import pikepdf

        try:
            with pikepdf.open(io.BytesIO(source), password=password or "") as document:
                if not document.is_encrypted:
                    return source
                target = io.BytesIO()
                document.save(target, encryption=False)
                return target.getvalue()
        except pikepdf.PasswordError as error:
            if password:  # one that needs none is read with any
                return _unlocked(source, None)
            raise PasswordRequired("needs a password", "give it with --password-file") from error
        except pikepdf.PdfError as error:
            raise UnreadableDocument("too damaged for text recognition", "check that it was saved whole") from error


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Nothing that the libraries log or warn of is printed."""
    loggers = [logging.getLogger(name) for name in _LOGS]
    before = [(logger.propagate, logger.disabled) for logger in loggers]
    handler = logging.NullHandler()
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, (propagate, disabled) in zip(loggers, before, strict=True):
            logger.removeHandler(handler)
            logger.propagate, logger.disabled = propagate, disabled
