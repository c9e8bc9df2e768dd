"""What a record says of the documents in a file, of the inspection that they are about, and of their sections."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal

from ciextract.record.basis import Also, DocumentKind, Evidence, GssCode, Offset, OfSource, OrEmpty, PartialDate
from ciextract.shape import LEFT_OUT, Model, Shown, shape


@shape
class Published(Model):
    """When a document was published; for a committee paper the date of the meeting."""

    date: PartialDate
    precision: Literal["day", "month", "year"]
    rule: str
    evidence: Evidence


@shape
class Part(Model):
    """One document of the file: a file can hold a committee paper, a report and a plan."""

    kind: DocumentKind
    title: str | None
    """As printed; null where there is none."""
    published: Published | None
    publication_code: str | None
    start: Offset
    end: Offset
    rule: str
    """The rule that told the kind."""
    title_evidence: Evidence | None = None
    publication_code_evidence: Evidence | None = None
    source: OfSource = field(default=None, metadata=LEFT_OUT)


@shape
class Area(Model):
    """A council area under its official name."""

    name: str
    code: GssCode


@shape
class AreaInspected(Area):
    """A partnership area that was inspected."""

    rule: str
    evidence: Evidence
    also: Also[AreaInspected] = field(default_factory=list, metadata=LEFT_OUT)


@shape
class Period(Model):
    """The stated start and end of the inspection, as months or days."""

    start: PartialDate
    end: PartialDate
    rule: str
    evidence: Evidence
    also: Also[Period] = field(default_factory=list, metadata=LEFT_OUT)


@shape
class Partner(Model):
    """A body that carried the inspection out, under its full name."""

    name: str
    rule: str
    evidence: Evidence | None
    source: OfSource = field(default=None, metadata=LEFT_OUT)
    also: Also[Partner] = field(default_factory=list, metadata=LEFT_OUT)


@shape
class ProgrammeEvidence(Model):
    """A sign by which the programme was recognised."""

    rule: str
    evidence: Evidence


@shape
class ProgrammeCandidate(Model):
    """A programme that the document may be of, with the signs of it."""

    name: str
    evidence: list[ProgrammeEvidence]
    source: OfSource = field(default=None, metadata=LEFT_OUT)


@shape
class Inspection(Model):
    """The inspection that the file is about."""

    programme: str | None
    """Null where none is recognised, or where the signs of several weigh the same."""
    programme_evidence: OrEmpty[ProgrammeEvidence] = field(default_factory=list)
    programme_candidates: OrEmpty[ProgrammeCandidate] = field(default_factory=list)
    """The programmes that the document may be of, where it is not clear of which; empty where it is."""
    areas: list[AreaInspected]
    period: Period | None
    other_periods: Annotated[
        list[Period], Shown(default=[], description="What other sources of a merged record say instead; there alone.")
    ] = field(default_factory=list, metadata=LEFT_OUT)
    partners: list[Partner]

    @property
    def only_area(self) -> AreaInspected | None:
        """The area that all of it is about; None where there are several or none."""
        return self.areas[0] if len(self.areas) == 1 else None


@shape
class Section(Model):
    """A heading and what stands under it."""

    id: str
    document: Offset
    kind: str
    number: int | str | None
    title: str | None
    level: int
    """1 for a top heading of its document; 0 for what stands before the first heading (kind ``preamble``)."""
    parent: str | None
    role: str | None
    start: Offset
    end: Offset
    """End of the section with all its sub-sections."""
    pages: list[int] | None
    """First and last page."""
    text: str
    """The section's own text, heading included, sub-sections left out. These texts tile the canonical text."""
    rule: str
    evidence: Evidence | None
    """The title's place; null for a preamble."""
