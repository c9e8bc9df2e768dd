"""The record as a whole, its version, and the ways to JSON."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal

from ciextract.as_json import json_text, plain
from ciextract.record.basis import Evidence, OfSource, OrEmpty
from ciextract.record.inspection import Inspection, Part, Section
from ciextract.record.layers import (
    Action,
    Conclusion,
    Evaluation,
    EvidenceBase,
    GlossaryEntry,
    GradeCount,
    KeyMessage,
    ProgressStatement,
    Proportion,
    Quotation,
    TableEntry,
    WordedConclusion,
)
from ciextract.record.source import Extractor, MergedSource, Source
from ciextract.shape import LEFT_OUT, Json, Model, Shown, shape, written_fields

SCHEMA_VERSION = "1.2.0"
KNOWN_VERSIONS = ("1.0.0", "1.1.0", SCHEMA_VERSION)
"""Versions whose records this model takes: later ones have more fields."""
SCHEMA_ID = f"https://ciextract.example/schemas/record-{SCHEMA_VERSION}.json"


@shape
class Check(Model):
    """The document held against itself."""

    id: str
    status: Literal["pass", "fail", "not_made"]
    message: str
    evidence: list[Evidence]
    source: OfSource = field(default=None, metadata=LEFT_OUT)


@shape
class RecordWarning(Model):
    """Something that a reader of the record must know."""

    code: str
    message: str
    source: OfSource = field(default=None, metadata=LEFT_OUT)


@shape
class Record(Model):
    """One inspection: what one file says of it, or, merged, what several say."""

    schema_version: str = SCHEMA_VERSION
    record_id: str
    """Areas or unknown, date or undated, the first 8 of the sha256; merged, of the hash of the sources' hashes."""
    source: Annotated[Source, Shown(description="The file that was read; in a merged record the first of them.")]
    sources: Annotated[
        list[MergedSource], Shown(default=[], description="The files that a merged record was made of; there alone.")
    ] = field(default_factory=list, metadata=LEFT_OUT)
    complete: bool
    incomplete_because: list[str]
    extractor: Extractor
    looked_for: list[str]
    """The layers that this version looks for; an empty list of a layer that is not named here says nothing."""
    documents: list[Part]
    inspection: Inspection
    sections: list[Section]
    key_messages: list[KeyMessage]
    evaluations: list[Evaluation]
    grade_counts: OrEmpty[GradeCount] = field(default_factory=list)
    worded_conclusions: OrEmpty[WordedConclusion] = field(default_factory=list)
    progress: OrEmpty[ProgressStatement] = field(default_factory=list)
    proportions: OrEmpty[Proportion] = field(default_factory=list)
    evidence_base: OrEmpty[EvidenceBase] = field(default_factory=list)
    glossary: OrEmpty[GlossaryEntry] = field(default_factory=list)
    tables: OrEmpty[TableEntry] = field(default_factory=list)
    actions: OrEmpty[Action] = field(default_factory=list)
    conclusion: Conclusion | None = None
    other_conclusions: Annotated[
        list[Conclusion],
        Shown(default=[], description="What other sources of a merged record say instead or in addition; there alone."),
    ] = field(default_factory=list, metadata=LEFT_OUT)
    quotations: OrEmpty[Quotation] = field(default_factory=list)
    checks: OrEmpty[Check] = field(default_factory=list)
    warnings: list[RecordWarning]

    @property
    def year(self) -> int | None:
        """The year of the inspection: that in which its period ends, else that of the earliest publication.

        Where all that is known comes from a document about several inspections, it is the year that this one gives.
        """
        if self.inspection.period is not None:
            return int(self.inspection.period.end[:4])
        own = [part for part in self.documents if part.source is None or self.sources[part.source].scope != "several"]
        if not own:
            return next((each.year for each in self.evaluations if each.year is not None), None)
        return min((int(part.published.date[:4]) for part in own if part.published), default=None)

    def to_dict(self) -> dict[str, Json]:
        """The record as dictionaries, lists, strings and numbers, fields in the order of the schema."""
        return {name: plain(value) for name, value in written_fields(self)}

    def to_json(self, indent: int | None = 2) -> str:
        """The JSON that ``ciextract parse`` writes, but for the last newline; on one line where ``indent`` is None."""
        return json_text(self, indent)
