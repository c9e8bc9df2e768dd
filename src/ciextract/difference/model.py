"""The words in which records are compared: what a difference is, and what it is about. Nothing is compared here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ciextract.record import Evidence
from ciextract.shape import Json


class Group(StrEnum):
    """What a difference is about, in the order in which differences are told."""

    SCHEMA = "schema"
    """The version of the record itself."""
    EXTRACTOR = "extractor"
    """The program: its version, the layers that it looks for, the rule that gave a value."""
    SOURCE = "source"
    """The file that was read, and the record's name, which holds a part of the file's hash."""
    VALUES = "values"
    """What the record says."""
    PLACES = "places"
    """Where it stands: offsets, pages, boxes, lines, and the ids of sections."""


class Kind(StrEnum):
    """What happened to a value between the first record and the second."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Side:
    """A value in one of the two records.

    ``pointer`` is a JSON Pointer (RFC 6901) into that record; ``evidence`` that of the value or of the entry that the
    value belongs to, None where there is none.
    """

    pointer: str
    value: Json
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that only one record has, or that the two have differently.

    ``layer`` is the field of the record that it stands in; ``before`` is None where it was added, ``after`` where it
    was removed.
    """

    kind: Kind
    group: Group
    layer: str
    before: Side | None
    after: Side | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences of two records, group by group, in the order of the record and of its text."""

    differences: tuple[Difference, ...]

    def of(self, group: Group) -> tuple[Difference, ...]:
        """The differences of one group."""
        return tuple(one for one in self.differences if one.group is group)
