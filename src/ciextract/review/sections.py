"""A record's sections come in; for a place of the text, the section and the statement that it stands in go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ciextract.record import Record, Section

_STATEMENTS = ("statement", "question", "quality_indicator")


@dataclass(frozen=True, slots=True)
class Group:
    """Values that stand together: what they are known by in the page, their name for people, the order of groups."""

    id: str
    name: str
    order: int


NO_SECTION = Group("none", "Outside the sections", -1)
NO_STATEMENT = Group("none", "Outside the statements", -1)


class Sections:
    """The sections of a record by place."""

    def __init__(self, record: Record) -> None:
        self._sections: Sequence[Section] = record.sections
        self._by_id = {section.id: section for section in record.sections}

    def section_at(self, place: int) -> Group:
        """The innermost section around a place."""
        inner = self._innermost(place)
        return _group(inner) if inner else NO_SECTION

    def statement_at(self, place: int) -> Group:
        """The statement, question or quality indicator around a place."""
        section = self._innermost(place)
        while section is not None:
            if section.kind in _STATEMENTS:
                return _group(section)
            section = self._by_id.get(section.parent or "")
        return NO_STATEMENT

    def statement(self, number: int) -> Group:
        """The statement of a number."""
        numbered = (each for each in self._sections if each.kind in _STATEMENTS and str(each.number) == str(number))
        found = next(numbered, None)
        return _group(found) if found else Group(f"statement-{number}", f"Statement {number}", number)

    def _innermost(self, place: int) -> Section | None:
        around = [each for each in self._sections if each.start <= place < each.end]
        return max(around, key=lambda each: (each.start, each.level), default=None)


def _group(section: Section) -> Group:
    kind = section.kind.replace("_", " ").capitalize()
    title = " ".join((section.title or "").split())
    if section.kind not in _STATEMENTS:
        return Group(section.id, title or kind, section.start)
    named = kind if section.number is None else f"{kind} {section.number}"
    return Group(section.id, f"{named}: {title}" if title and title != named else named, section.start)
