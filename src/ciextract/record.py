"""The published record: one inspection, every value with its evidence. Names here are a contract: schemas/."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Annotated, Literal, TypeVar

from ciextract.as_json import json_text, plain
from ciextract.shape import Json, Limits, Model, Shown, field_names, shape

SCHEMA_VERSION = "1.1.0"
KNOWN_VERSIONS = ("1.0.0", SCHEMA_VERSION)
"""Versions whose records this model takes: later ones have more fields."""
SCHEMA_ID = f"https://ciextract.example/schemas/record-{SCHEMA_VERSION}.json"

T = TypeVar("T")
TextLayer = Literal["embedded", "ocr", "mixed", "plain", "html", "docx"]

Sha256 = Annotated[str, Limits(pattern="^[0-9a-f]{64}$")]
GssCode = Annotated[str, Limits(pattern="^S12[0-9]{6}$")]
PartialDate = Annotated[str, Limits(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Offset = Annotated[int, Limits(ge=0)]
PrintedBox = Annotated[list[float], Limits(min_length=4, max_length=4)]
OrEmpty = Annotated[list[T], Shown(default=[])]


class DocumentKind(StrEnum):
    """What a document is."""

    INSPECTION_REPORT = "inspection_report"
    OVERVIEW_REPORT = "overview_report"
    NEWS_RELEASE = "news_release"
    COMMITTEE_PAPER = "committee_paper"
    IMPROVEMENT_PLAN = "improvement_plan"
    OTHER = "other"


class Grade(StrEnum):
    """The six-point scale."""

    UNSATISFACTORY = "unsatisfactory"
    WEAK = "weak"
    ADEQUATE = "adequate"
    GOOD = "good"
    VERY_GOOD = "very_good"
    EXCELLENT = "excellent"


class PopulationCategory(StrEnum):
    """Whom or what a share or a figure is about."""

    CHILDREN = "children"
    PARENTS_CARERS = "parents_carers"
    STAFF = "staff"
    LEADERS = "leaders"
    RECORDS = "records"
    PARTNERSHIPS = "partnerships"
    GENERAL_POPULATION = "general_population"
    OTHER = "other"


Relation = Literal["exactly", "about", "just_over", "over", "at_least", "just_under", "under", "at_most"]


@shape
class Evidence(Model):
    """Where a value stands: ``text[start:end] == quote`` in the canonical text that ``ciextract text`` prints."""

    start: Offset
    """First code point of the quote in the canonical text."""
    end: Offset
    """The code point after the quote."""
    quote: str
    """The words themselves, exactly as in the canonical text."""
    page: int | None = None
    """Page on which the quote starts, from 1; null where the source has no pages."""
    boxes: OrEmpty[PrintedBox] = field(default_factory=list)
    """[x0, top, x1, bottom] in points from the top left of that page, one for each printed line."""
    line: int | None = None
    """Line of the source file, from 1, for plain text."""


@shape
class Signed(Model):
    """What every entry of every list has: the part it stands in, the rule that made it, its evidence."""

    document: Annotated[Offset, Shown(description="Index into ``documents``: the part that the entry stands in.")]
    rule: Annotated[str, Shown(description="Address of the rule that made the entry.")]
    evidence: Evidence


@shape
class Ledger(Model):
    """Where the characters of the source went. The first three make up the canonical text."""

    body: Offset = 0
    tables: Offset = 0
    footnotes: Offset = 0
    furniture: Offset = 0
    """Running heads and feet, page numbers, menus, footnote markers."""
    contents: Offset = 0
    """The contents page."""
    unplaced: Offset = 0
    """Text that could not be put in its place."""


@shape
class Source(Model):
    """The file that was read."""

    file_name: str | None
    media_type: str
    sha256: Sha256
    bytes: Offset
    pages: int | None
    characters: Offset
    """Code points of the canonical text."""
    text_layer: TextLayer
    url: str | None = None
    """Public address of the document, as the user gave it."""
    retrieved: str | None = None
    """Date of retrieval, as the user gave it."""
    ledger: Ledger


@shape
class Extractor(Model):
    """The program that made the record."""

    name: Literal["ciextract"] = "ciextract"
    version: str


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


@shape
class Period(Model):
    """The stated start and end of the inspection, as months or days."""

    start: PartialDate
    end: PartialDate
    rule: str
    evidence: Evidence


@shape
class Partner(Model):
    """A body that carried the inspection out, under its full name."""

    name: str
    rule: str
    evidence: Evidence | None


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


@shape
class KeyMessage(Signed):
    """A numbered or bulleted message under a key messages heading, word for word."""

    kind: Literal["strength", "area_for_improvement", "message"]
    number: int | None
    section: str | None
    statement: int | None
    """The statement it belongs to; null for the document as a whole."""
    text: str


@shape
class Evaluation(Signed):
    """A grade on the six-point scale given to a quality indicator for one partnership, or its stated absence."""

    indicator: str | None
    indicator_name: str | None
    area: Area | None
    year: int | None
    status: Literal["evaluated", "not_evaluated"]
    grade: Grade | None
    score: Annotated[int, Limits(ge=1, le=6)] | None
    printed: str | None
    """The grade as printed."""
    reason: str | None
    """The stated reason why an indicator was not evaluated."""
    section: str | None = None


@shape
class GradeCount(Signed):
    """How many quality indicators were given a grade, where the words name none of them."""

    count: Offset
    grade: Grade
    score: Annotated[int, Limits(ge=1, le=6)]
    printed: str
    """The grade as printed."""
    total: int | None
    """The stated number of indicators that were graded."""
    area: Area | None
    section: str | None


@shape
class WordedConclusion(Signed):
    """What the inspectors conclude of an area of work in a programme that gives no grades; the words stay words."""

    about: str
    """The area of work, as the programme names it."""
    text: str
    """The conclusion as printed."""
    area: Area | None
    section: str | None


@shape
class ProgressStatement(Signed):
    """What a progress review or a follow-through says of progress; the words stay words."""

    text: str
    """The words that say how much, as printed."""
    subject: str | None
    """What progress was made in, as printed."""
    sentence: str
    area: Area | None
    section: str | None


@shape
class Bounds(Model):
    """The interval in percent that a phrase stands for."""

    low: float
    high: float
    low_inclusive: bool
    high_inclusive: bool
    basis: Literal["arithmetic", "convention", "published"]
    scale: str | None = None


@shape
class Population(Model):
    """The noun phrase that a share is taken of."""

    text: str | None
    category: PopulationCategory


@shape
class GradeRange(Model):
    """A condition on the quality of what was counted."""

    min: Grade
    max: Grade


@shape
class Proportion(Signed):
    """What share of a population something holds for."""

    form: Literal["word", "fraction", "percentage", "tally"]
    quote: str
    quantifier: Literal[
        "all", "almost_all", "most", "majority", "half", "minority", "few", "none", "not_all",
        "fraction", "percentage", "tally",
    ]  # fmt: skip
    rank: Annotated[int, Limits(ge=0, le=7)] | None
    fraction: str | None
    value: float | None
    """Percent, for the form percentage."""
    relation: Relation
    measure: Literal["share", "change", "target"]
    count: int | None
    total: int | None
    bounds: Bounds
    population: Population
    grade: GradeRange | None
    section: str | None
    statement: int | None
    sentence: str


@shape
class CountedPopulation(Model):
    """Whom a figure of the evidence base counts."""

    category: PopulationCategory
    text: str | None


@shape
class EvidenceBase(Signed):
    """What the inspectors gathered."""

    activity: Literal[
        "survey", "record_review", "meeting", "focus_group", "observation", "document_review", "position_statement"
    ]
    population: CountedPopulation | None
    count: int | None
    relation: Relation


@shape
class GlossaryEntry(Signed):
    """A defined term."""

    term: str
    definition: str


@shape
class TableEntry(Signed):
    """A table as printed."""

    title: str | None
    section: str | None
    header: list[str]
    rows: list[list[str]]


@shape
class Action(Signed):
    """A row of an improvement plan."""

    ref: str | None
    statement: int | None
    issue: str | None
    task: str | None
    expected_outcome: str | None
    owner: str | None
    monitoring: str | None
    timescale: str | None


@shape
class Reason(Model):
    """A listed reason, word for word."""

    text: str
    evidence: Evidence


@shape
class Conclusion(Signed):
    """What the inspectorate concludes of the partnership's capacity to improve."""

    confident: bool | None
    """Null where the inspectorate says nothing of it."""
    reasons: list[Reason]
    action_plan_requested: bool


@shape
class Quotation(Signed):
    """Words given to a named speaker in a news release."""

    speaker: str
    role: str | None
    text: str


@shape
class Check(Model):
    """The document held against itself."""

    id: str
    status: Literal["pass", "fail", "not_made"]
    message: str
    evidence: list[Evidence]


@shape
class RecordWarning(Model):
    """Something that a reader of the record must know."""

    code: str
    message: str


@shape
class Record(Model):
    """One inspection: what one file says of it."""

    schema_version: str = SCHEMA_VERSION
    record_id: str
    """Areas or unknown, date or undated, the first 8 of the sha256."""
    source: Source
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
    quotations: OrEmpty[Quotation] = field(default_factory=list)
    checks: OrEmpty[Check] = field(default_factory=list)
    warnings: list[RecordWarning]

    @property
    def year(self) -> int | None:
        """The year of the inspection: that in which its period ends, else that of the earliest publication."""
        if self.inspection.period is not None:
            return int(self.inspection.period.end[:4])
        return min((int(part.published.date[:4]) for part in self.documents if part.published), default=None)

    def to_dict(self) -> dict[str, Json]:
        """The record as dictionaries, lists, strings and numbers, fields in the order of the schema."""
        return {name: plain(getattr(self, name)) for name in field_names(self)}

    def to_json(self, indent: int | None = 2) -> str:
        """The JSON that ``ciextract parse`` writes, but for the last newline; on one line where ``indent`` is None."""
        return json_text(self, indent)
