"""Bytes of a ZIP in, the parsed parts of the Word document in it out; other office files are refused by their names.

Only the parts with text are unpacked, never a picture. Documents with macros and those in the strict form of the
standard are read like others.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ciextract.errors import LimitExceeded, PasswordRequired, UnreadableDocument
from ciextract.read.word.marks import Element

MAX_BYTES = 64_000_000
"""Bytes of all parts that are read, unpacked. The text of 3,000 pages takes about half."""
MAX_PARTS = 200
"""Parts that are read: text, styles, lists, notes, and a running head or foot for each section."""

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DOCM = "application/vnd.ms-word.document.macroEnabled.12"
_MACROS = "word/vbaProject.bin"
_PACKAGE_RELATIONS = "_rels/.rels"
_WANTED = frozenset({"styles", "numbering", "footnotes", "endnotes", "header", "footer"})
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
_OTHERS = {
    "xl/": "an Excel workbook",
    "ppt/": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
    "META-INF/container.xml": "an e-book",
}
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, ValueError)


@dataclass(slots=True)
class Package:
    """The roots of a Word document's parts; ``running`` are its heads and feet, None stands for a part it lacks."""

    document: Element
    media_type: str = _DOCX
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    running: list[Element] = field(default_factory=list)


def open_package(content: bytes) -> Package:
    """The parts of a Word document. Raises UnreadableDocument, PasswordRequired and LimitExceeded."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _package(_Reader(archive))
    except _DAMAGED as error:
        raise UnreadableDocument("a damaged ZIP archive or office file", "check that it was saved whole") from error


class _Reader:
    """Unpacks parts, at most so many bytes of all of them together."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MAX_BYTES
        self._parts = MAX_PARTS
        self.names = frozenset(archive.namelist())

    def root(self, name: str) -> Element:
        """The parsed part of that name."""
        data = self._unpacked(name)
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
        try:
            root = etree.fromstring(data, _parser())
        except etree.XMLSyntaxError as error:
            raise UnreadableDocument(f"{name} in it is no proper XML", "open it in Word and save it again") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableDocument(f"{name} in it declares entities, as no Word file does", "save it again in Word")
        return root

    def _unpacked(self, name: str) -> bytes:
        info = self._archive.getinfo(name)
        if info.flag_bits & 1:
            raise PasswordRequired("a ZIP archive with a password", "save it without one")
        with self._archive.open(info) as stream:
            data = stream.read(self._left + 1)
        self._left -= len(data)
        self._parts -= 1
        if self._left < 0 or self._parts < 0:
            what = f"more than {MAX_BYTES} bytes or {MAX_PARTS} parts of text when it is unpacked"
            raise LimitExceeded(what, "split the document")
        return data


def _parser() -> etree.XMLParser:
    """Nothing is fetched, no entity is resolved, and depth and length keep the bounds of libxml2."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _package(reader: _Reader) -> Package:
    main = _main_part(reader)
    package = Package(reader.root(main), _DOCM if _MACROS in reader.names else _DOCX)
    for kind, target in _relations(reader, main):
        if kind in ("header", "footer"):
            package.running.append(reader.root(target))
        elif kind in _WANTED:
            setattr(package, kind, reader.root(target))
    return package


def _main_part(reader: _Reader) -> str:
    """The part with the text, which another kind of office file has under another name."""
    for prefix, name in _OTHERS.items():
        if any(part.startswith(prefix) for part in reader.names):
            raise UnreadableDocument(f"{name}, not a document that is read", "save it as PDF or as a Word document")
    if _PACKAGE_RELATIONS in reader.names:
        for kind, target in _relations(reader, ""):
            if kind == "officeDocument":
                return target
    if "word/document.xml" in reader.names:
        return "word/document.xml"
    raise UnreadableDocument("a ZIP archive without a Word document", "unpack it and give what is in it")


def _relations(reader: _Reader, source: str) -> Iterator[tuple[str, str]]:
    """(the last word of the relation's type, the part that it leads to) for each relation of a part within the file."""
    folder, name = posixpath.split(source)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in reader.names:
        return
    for relation in reader.root(path).iter("{*}Relationship"):
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        if relation.get("TargetMode") != "External" and target in reader.names:
            yield relation.get("Type", "").rpartition("/")[2], target
