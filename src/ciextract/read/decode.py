"""Bytes of a text file in, its characters out: byte order mark, then UTF-8, then what the user says, then cp1252."""

from __future__ import annotations

import codecs

from ciextract.document import Notice
from ciextract.errors import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4_096
_ZEROS, _HARDLY = 0.7, 0.1
"""Share of zeros among the higher bytes of Western text in UTF-16 at the least, and among the lower at the most."""
_WIDEST = 4
"""Bytes of a character at the most."""


def decode(content: bytes, encoding: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    """The text and what must be told of how it was read. Raises UnreadableDocument for an unknown encoding."""
    if encoding is not None:
        _require(encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], name), ()
    if encoding is not None and _is_wide(encoding) and b"\0" in content:
        return _strictly(content, encoding), ()
    if encoding is None and (wide := _wide(content)):
        return _strictly(content, wide), (Notice("encoding-guessed", f"no byte order mark; read as {wide}"),)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        if encoding is not None:
            return _strictly(content, encoding), ()
    return _windows(content), (Notice("encoding-guessed", "not UTF-8; read as Windows-1252"),)


def opening(content: bytes, encoding: str | None = None) -> str:
    """The first characters, from which the kind of a file is told; one that the sample cuts in two is left out."""
    sample = content[:_SAMPLE]
    for cut in range(_WIDEST):
        try:
            return decode(sample[: len(sample) - cut], encoding)[0]
        except UnreadableDocument:
            continue
    return sample.decode("latin-1")


def _require(encoding: str) -> None:
    """Raises UnreadableDocument where Python knows no text encoding of that name."""
    try:
        b"a".decode(encoding)
    except UnicodeDecodeError:
        return  # It is known, a single byte is too short for it.
    except (LookupError, ValueError) as error:
        raise UnreadableDocument(f"unknown encoding {encoding!r}", "name one that Python knows") from error


def _is_wide(encoding: str) -> bool:
    return codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except ValueError as error:
        place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise UnreadableDocument(f"not {encoding}{place}", "name its encoding with --encoding") from error


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of mostly Western text is zero."""
    sample = content[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > _ZEROS * half and sample[0::2].count(0) < _HARDLY * half:
        return "utf-16-le"
    if sample[0::2].count(0) > _ZEROS * half and sample[1::2].count(0) < _HARDLY * half:
        return "utf-16-be"
    return None


def _windows(content: bytes) -> str:
    """cp1252, its five unused bytes read as in Latin-1."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in content)
