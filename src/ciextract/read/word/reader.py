"""Bytes of a Word document in, physical lines out, with running heads, feet and hidden text beside them."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.document import Notice
from ciextract.errors import NoText
from ciextract.read.lines import SourceLines
from ciextract.read.word.body import Body, running_texts
from ciextract.read.word.marks import W, has_removals
from ciextract.read.word.package import Package, open_package

_CHANGES = Notice("tracked-changes", "there are tracked changes: what was inserted is read, what was deleted is not")
_INSERTED = Notice("inserted-file", "text that stands in another file inside the document was not read", lost=True)


def read_word(content: bytes) -> SourceLines:
    """The lines of a Word document. Raises UnreadableDocument, PasswordRequired, LimitExceeded and NoText."""
    package = open_package(content)
    body = Body(package)
    lines = body.lines()
    if not lines:
        raise NoText("no text in the document", "check that it is the right file")
    return SourceLines(
        lines=tuple(lines),
        text_layer="docx",
        media_type=package.media_type,
        dropped=tuple((None, text) for text in (*running_texts(package), *filter(str.strip, body.hidden))),
        notices=tuple(_notices(package)),
    )


def _notices(package: Package) -> Iterator[Notice]:
    if has_removals(package.document):
        yield _CHANGES
    if next(package.document.iterdescendants(f"{W}altChunk"), None) is not None:
        yield _INSERTED
