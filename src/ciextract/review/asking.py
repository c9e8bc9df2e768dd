"""A record and its document in, out comes what the page's script needs to ask for a value that was missed.

Places count UTF-16 units, as the script does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ciextract.document import Document
from ciextract.record import Record, Section
from ciextract.review.fields import Field, asked, name_of
from ciextract.shape import Json
from ciextract.verdicts import Kind


def for_adding(record: Record, document: Document) -> dict[str, Json]:
    """The text, where pages and statements begin in it, and the fields of every kind."""
    place = _Units(document.text)
    area = record.inspection.only_area
    return {
        "text": document.text,
        "pages": [[place.of(start), page] for start, page in _pages(document)],
        "statements": [[place.of(start), number] for start, number in _statements(record)],
        "area": area.name if area else None,
        "adding": [{"kind": str(kind), "name": name_of(kind), "fields": forms(asked(kind))} for kind in Kind],
    }


def forms(fields: Iterable[Field]) -> Json:
    """What the script makes controls of."""
    return [
        {"name": each.name, "form": each.form, "choices": list(each.choices), "may_be_null": each.may_be_null}
        for each in fields
    ]


class _Units:
    """Places in a text, counted in UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._beyond = [at for at, character in enumerate(text) if character > "\uffff"]

    def of(self, place: int) -> int:
        """The place of a code point."""
        return place + sum(1 for at in self._beyond if at < place)


def _pages(document: Document) -> Iterator[tuple[int, int]]:
    """Where the text of a page goes on, and the page: notes and joined paragraphs lead back and forth."""
    before: int | None = None
    for piece in document.pieces:
        if piece.page is not None and piece.page != before:
            yield piece.start, piece.page
            before = piece.page


def _statements(record: Record) -> Iterator[tuple[int, int | None]]:
    """Where each section begins, and the number of the statement that it is or stands in."""
    by_id = {section.id: section for section in record.sections}
    for section in record.sections:
        around: Section | None = section
        while around is not None and around.kind != "statement":
            around = by_id.get(around.parent or "")
        number = around.number if around is not None else None
        yield section.start, number if isinstance(number, int) else None
