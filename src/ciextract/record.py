"""The published record: one inspection, every value with its evidence. Names here are a contract: schemas/."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.1.0"
KNOWN_VERSIONS = ("1.0.0", SCHEMA_VERSION)
"""Versions whose records this model takes: later ones have more fields."""
SCHEMA_ID = f"https://ciextract.example/schemas/record-{SCHEMA_VERSION}.json"

Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
GssCode = Annotated[str, Field(pattern="^S12[0-9]{6}$")]
PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Offset = Annotated[int, Field(ge=0)]
PrintedBox = Annotated[list[float], Field(min_length=4, max_length=4)]


class Model(BaseModel):
    """The base of every part of a record: closed, frozen, with its fields described where they stand."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


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
    boxes: list[PrintedBox] = []
    """[x0, top, x1, bottom] in points from the top left of that page, one for each printed line."""
    line: int | None = None
    """Line of the source file, from 1, for plain text."""


class Signed(Model):
    """What every entry of every list has: the part it stands in, the rule that made it, its evidence."""

    document: Offset
    """Index into ``documents``: the part that the entry stands in."""
    rule: str
    """Address of the rule that made the entry."""
    evidence: Evidence


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


class Source(Model):
    """The file that was read."""

    file_name: str | None
    media_type: str
    sha256: Sha256
    bytes: Offset
    pages: int | None
    characters: Offset
    """Code points of the canonical text."""
    text_layer: Literal["embedded", "ocr", "mixed", "plain", "html", "docx"]
    url: str | None = None
    """Public address of the document, as the user gave it."""
    retrieved: str | None = None
    """Date of retrieval, as the user gave it."""
    ledger: Ledger


class Extractor(Model):
    """The program that made the record."""

    name: Literal["ciextract"] = "ciextract"
    version: str


class Published(Model):
    """When a document was published; for a committee paper the date of the meeting."""

    date: PartialDate
    precision: Literal["day", "month", "year"]
    rule: str
    evidence: Evidence


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


class Area(Model):
    """A council area under its official name."""

    name: str
    code: GssCode


class AreaInspected(Area):
    """A partnership area that was inspected."""

    rule: str
    evidence: Evidence


class Period(Model):
    """The stated start and end of the inspection, as months or days."""

    start: PartialDate
    end: PartialDate
    rule: str
    evidence: Evidence


class Partner(Model):
    """A body that carried the inspection out, under its full name."""

    name: str
    rule: str
    evidence: Evidence | None


class ProgrammeEvidence(Model):
    """A sign by which the programme was recognised."""

    rule: str
    evidence: Evidence


class ProgrammeCandidate(Model):
    """A programme that the document may be of, with the signs of it."""

    name: str
    evidence: list[ProgrammeEvidence]


class Inspection(Model):
    """The inspection that the file is about."""

    programme: str | None
    """Null where none is recognised, or where the signs of several weigh the same."""
    programme_evidence: list[ProgrammeEvidence] = []
    programme_candidates: list[ProgrammeCandidate] = []
    """The programmes that the document may be of, where it is not clear of which; empty where it is."""
    areas: list[AreaInspected]
    period: Period | None
    partners: list[Partner]


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


class KeyMessage(Signed):
    """A numbered or bulleted message under a key messages heading, word for word."""

    kind: Literal["strength", "area_for_improvement", "message"]
    number: int | None
    section: str | None
    statement: int | None
    """The statement it belongs to; null for the document as a whole."""
    text: str


class Evaluation(Signed):
    """A grade on the six-point scale given to a quality indicator for one partnership, or its stated absence."""

    indicator: str | None
    indicator_name: str | None
    area: Area | None
    year: int | None
    status: Literal["evaluated", "not_evaluated"]
    grade: Grade | None
    score: Annotated[int, Field(ge=1, le=6)] | None
    printed: str | None
    """The grade as printed."""
    reason: str | None
    """The stated reason why an indicator was not evaluated."""
    section: str | None = None


class GradeCount(Signed):
    """How many quality indicators were given a grade, where the words name none of them."""

    count: Offset
    grade: Grade
    score: Annotated[int, Field(ge=1, le=6)]
    printed: str
    """The grade as printed."""
    total: int | None
    """The stated number of indicators that were graded."""
    area: Area | None
    section: str | None


class WordedConclusion(Signed):
    """What the inspectors conclude of an area of work in a programme that gives no grades; the words stay words."""

    about: str
    """The area of work, as the programme names it."""
    text: str
    """The conclusion as printed."""
    area: Area | None
    section: str | None


class ProgressStatement(Signed):
    """What a progress review or a follow-through says of progress; the words stay words."""

    text: str
    """The words that say how much, as printed."""
    subject: str | None
    """What progress was made in, as printed."""
    sentence: str
    area: Area | None
    section: str | None


class Bounds(Model):
    """The interval in percent that a phrase stands for."""

    low: float
    high: float
    low_inclusive: bool
    high_inclusive: bool
    basis: Literal["arithmetic", "convention", "published"]
    scale: str | None = None


class Population(Model):
    """The noun phrase that a share is taken of."""

    text: str | None
    category: PopulationCategory


class GradeRange(Model):
    """A condition on the quality of what was counted."""

    min: Grade
    max: Grade


class Proportion(Signed):
    """What share of a population something holds for."""

    form: Literal["word", "fraction", "percentage", "tally"]
    quote: str
    quantifier: Literal[
        "all", "almost_all", "most", "majority", "half", "minority", "few", "none", "not_all",
        "fraction", "percentage", "tally",
    ]  # fmt: skip
    rank: Annotated[int, Field(ge=0, le=7)] | None
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


class CountedPopulation(Model):
    """Whom a figure of the evidence base counts."""

    category: PopulationCategory
    text: str | None


class EvidenceBase(Signed):
    """What the inspectors gathered."""

    activity: Literal[
        "survey", "record_review", "meeting", "focus_group", "observation", "document_review", "position_statement"
    ]
    population: CountedPopulation | None
    count: int | None
    relation: Relation


class GlossaryEntry(Signed):
    """A defined term."""

    term: str
    definition: str


class TableEntry(Signed):
    """A table as printed."""

    title: str | None
    section: str | None
    header: list[str]
    rows: list[list[str]]


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


class Reason(Model):
    """A listed reason, word for word."""

    text: str
    evidence: Evidence


class Conclusion(Signed):
    """What the inspectorate concludes of the partnership's capacity to improve."""

    confident: bool | None
    """Null where the inspectorate says nothing of it."""
    reasons: list[Reason]
    action_plan_requested: bool


class Quotation(Signed):
    """Words given to a named speaker in a news release."""

    speaker: str
    role: str | None
    text: str


class Check(Model):
    """The document held against itself."""

    id: str
    status: Literal["pass", "fail", "not_made"]
    message: str
    evidence: list[Evidence]


class RecordWarning(Model):
    """Something that a reader of the record must know."""

    code: str
    message: str


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
    grade_counts: list[GradeCount] = []
    worded_conclusions: list[WordedConclusion] = []
    progress: list[ProgressStatement] = []
    proportions: list[Proportion] = []
    evidence_base: list[EvidenceBase] = []
    glossary: list[GlossaryEntry] = []
    tables: list[TableEntry] = []
    actions: list[Action] = []
    conclusion: Conclusion | None = None
    quotations: list[Quotation] = []
    checks: list[Check] = []
    warnings: list[RecordWarning]
