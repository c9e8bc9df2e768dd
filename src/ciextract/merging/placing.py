"""Parts of a record come in, the same parts under the numbers of another record go out; no word of them changes.

In a merged record evidence and documents tell their source, documents are counted through, and the id of a section
begins with the number of its source: ``1.s7``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, cast

from ciextract.record import Section
from ciextract.shape import Model, fields_of

M = TypeVar("M", bound=Model)
_SOURCE, _DOCUMENT = "source", "document"
_SECTIONS = ("section", "parent")


@dataclass(frozen=True, slots=True)
class Place:
    """Where what one document says stands in a merged record: its source, and the documents before its own."""

    source: int
    documents: int

    def of(self, part: M) -> M:
        """A part of a single record as it stands in the merged one."""
        return cast(M, self._moved(part, self.source, self.documents, "", f"{self.source}."))

    def back(self, part: M) -> M:
        """A part of the merged record as it stands in the single one."""
        return cast(M, self._moved(part, None, -self.documents, f"{self.source}.", ""))

    def _moved(self, value: object, source: int | None, documents: int, old: str, new: str) -> object:
        if isinstance(value, list):
            return [self._moved(each, source, documents, old, new) for each in value]
        if not isinstance(value, Model):
            return value
        fields = {name: self._moved(each, source, documents, old, new) for name, each in fields_of(value)}
        if _SOURCE in fields:
            fields[_SOURCE] = source
        if _DOCUMENT in fields:
            fields[_DOCUMENT] = cast(int, fields[_DOCUMENT]) + documents
        for name in ("id", *_SECTIONS) if isinstance(value, Section) else _SECTIONS:
            if fields.get(name) is not None:
                fields[name] = new + str(fields[name]).removeprefix(old)
        return type(value)(**fields)
