"""Bytes in, the document out: the kind of file is told from the bytes, never from the name."""

from __future__ import annotations

import re
from dataclasses import replace

from ciextract.document import Document, Progress
from ciextract.errors import NoText, PasswordRequired, UnreadableDocument
from ciextract.read.decode import decode, opening
from ciextract.read.layout import lay_out
from ciextract.read.lines import SourceLines

OCR_MODES = ("never", "auto", "force")
_PDF_HEADER_WITHIN = 1_024
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_SNIFFED = 4_096
_STRANGE = 0.1
"""Share of characters that stand in no text, from which on it is none."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06\0\0")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_READ = "give a PDF, a Word document (.docx), a text file or a web page"
_SIGNATURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"{\\rtf": "an RTF file",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"SQLite format 3": "a database",
}


def read_document(
    content: bytes,
    *,
    encoding: str | None = None,
    password: str | None = None,
    ocr: str = "never",
    progress: Progress | None = None,
) -> Document:
    """The document in the bytes of a PDF, a Word document, a text file or a web page.

    ``encoding`` is tried for text that is not UTF-8; ``password`` opens an encrypted PDF; ``ocr`` says for which pages
    of a PDF text is recognised: ``never``, ``auto`` (those without text) or ``force`` (all); ``progress`` is told of
    each page of a PDF. Raises UnreadableDocument, PasswordRequired, NoText, LimitExceeded and NotInstalled.
    """
    if ocr not in OCR_MODES:
        raise ValueError(f"ocr is {ocr!r}; it should be one of {', '.join(OCR_MODES)}")
    document = lay_out(_reading(content, encoding, password, ocr, progress))
    if not document.text.strip():
        raise NoText("no text in the file", "check that it is the right file")
    return document


def _reading(
    content: bytes, encoding: str | None, password: str | None, ocr: str, progress: Progress | None
) -> SourceLines:
    if not content:
        raise UnreadableDocument("empty file", "check that it was saved whole")
    if b"%PDF-" in content[:_PDF_HEADER_WITHIN]:
        return _pdf(content, password, ocr, progress)
    if content.startswith(_ZIP):
        from ciextract.read.word.reader import read_word

        return read_word(content)
    _refuse_other_kinds(content, encoding)
    if len(content) == 1:
        raise UnreadableDocument("a single byte", "check that it was saved whole")
    if _is_html(content, encoding):
        from ciextract.read.html import read_html

        markup, notices = decode(content, encoding)
        lines = read_html(markup)
        return replace(lines, notices=(*notices, *lines.notices))
    from ciextract.read.plain import read_plain

    return read_plain(content, encoding)


def _pdf(content: bytes, password: str | None, ocr: str, progress: Progress | None) -> SourceLines:
    if ocr == "never":
        from ciextract.read.paged.reader import read_pdf

        return read_pdf(content, password, progress)
    from ciextract.read.recognised import read_scanned

    return read_scanned(content, password, force=ocr == "force", progress=progress)


def _is_html(content: bytes, encoding: str | None) -> bool:
    return bool(_HTML.match(opening(content, encoding).lstrip("\ufeff")))


def _refuse_other_kinds(content: bytes, encoding: str | None) -> None:
    if content.startswith(_OLD_OFFICE):
        _refuse_old_office(content)
    for signature, name in _SIGNATURES.items():
        if content.startswith(signature) and (len(signature) > 2 or b"\x00" in content[:_SNIFFED]):
            raise UnreadableDocument(f"{name}, not a document that is read", _READ)
    if b"\0" in content[:_SNIFFED] and not content.strip(b"\0 \t\r\n\f"):
        raise UnreadableDocument("nothing but NUL bytes", "check that it was saved whole")
    if encoding is None:
        _refuse_binary(opening(content))


def _refuse_old_office(content: bytes) -> None:
    if _ENCRYPTED_PACKAGE in content:
        raise PasswordRequired("an office file with a password", "save it in its own program without one")
    what = "an old office file (.doc, .xls, .ppt), not a document that is read"
    raise UnreadableDocument(what, "open it in Word and save it as .docx or PDF")


def _refuse_binary(text: str) -> None:
    """Raises UnreadableDocument for characters that no text has."""
    if "\x00" in text and not text.strip("\x00 \t\r\n\f"):
        raise UnreadableDocument("nothing but NUL bytes", "check that it was saved whole")
    strange = sum(1 for c in text if (ord(c) < 32 and c not in "\t\r\n\f\x0b\x1b") or 0x7F <= ord(c) < 0xA0)
    if strange > _STRANGE * len(text):
        raise UnreadableDocument("binary data, not text", _READ)
