"""What extractors yield: typed values, each signed with its place and the address of the rule that made it."""

from __future__ import annotations

from typing import Literal

from ciextract.document import Span
from ciextract.frozen import frozen
from ciextract.quantities.model import Form, Measure, Quantified
from ciextract.record import Bounds, Grade, PopulationCategory, Relation

Activity = Literal[
    "survey", "record_review", "meeting", "focus_group", "observation", "document_review", "position_statement"
]


@frozen(kw_only=True)
class Finding:
    """A value's place in the text and the rule that found it."""

    span: Span
    rule: str


@frozen
class Declined:
    """What looked like a value and is none: its place, why, the addresses of rules, the one that stopped it first."""

    span: Span
    why: str
    rules: tuple[str, ...]


@frozen(kw_only=True)
class TitleFinding(Finding):
    """The title of a part, as printed, its lines joined."""

    part: int
    text: str


@frozen(kw_only=True)
class DateFinding(Finding):
    """When a part was published."""

    part: int
    date: str
    precision: Literal["day", "month", "year"]


@frozen(kw_only=True)
class CodeFinding(Finding):
    """The publication code of a part."""

    part: int
    code: str


@frozen(kw_only=True)
class AreaFinding(Finding):
    """A partnership area that was inspected."""

    name: str
    code: str


@frozen(kw_only=True)
class PeriodFinding(Finding):
    """The stated start and end of the inspection."""

    start: str
    end: str


@frozen(kw_only=True)
class PartnerFinding(Finding):
    """A body that carried the inspection out."""

    name: str
    lead: bool


@frozen(kw_only=True)
class MessageFinding(Finding):
    """A key message, word for word."""

    kind: Literal["strength", "area_for_improvement", "message"]
    number: int | None
    text: str


@frozen(kw_only=True)
class EvaluationFinding(Finding):
    """A grade given to a quality indicator, or its stated absence.

    ``area`` is None where the words name none; ``near`` is then the area of what stands around them. ``known`` is the
    programme's own name of the indicator, by which two that are printed differently are one.
    """

    indicator: str | None
    indicator_name: str | None
    area: tuple[str, str] | None
    year: int | None
    status: Literal["evaluated", "not_evaluated"]
    grade: Grade | None
    score: int | None
    printed: str | None
    reason: str | None
    near: tuple[str, str] | None = None
    known: str | None = None


@frozen(kw_only=True)
class GradeCountFinding(Finding):
    """How many indicators have a grade; ``total`` is the stated number of those that were graded."""

    count: int
    grade: Grade
    score: int
    printed: str
    total: int | None
    area: tuple[str, str] | None


@frozen(kw_only=True)
class WordedConclusionFinding(Finding):
    """What is concluded, in words, of an area of work."""

    about: str
    text: str
    area: tuple[str, str] | None


@frozen(kw_only=True)
class ProgressFinding(Finding):
    """What a review says of progress, and in what."""

    text: str
    subject: str | None
    sentence: str
    area: tuple[str, str] | None


@frozen(kw_only=True)
class ProportionFinding(Finding):
    """A share of a population. ``fraction`` is written '3/4', ``value`` is percent, ``sentence`` has folded spaces."""

    form: Form
    quote: str
    quantifier: Quantified
    rank: int | None
    fraction: str | None
    value: float | None
    relation: Relation
    measure: Measure
    count: int | None
    total: int | None
    bounds: Bounds
    population: str | None
    category: PopulationCategory
    grade: tuple[Grade, Grade] | None
    sentence: str


@frozen(kw_only=True)
class EvidenceBaseFinding(Finding):
    """A figure of what was gathered. ``population_category`` is None where the words name no group."""

    activity: Activity
    population_category: PopulationCategory | None
    population_text: str | None
    count: int
    relation: Relation


@frozen(kw_only=True)
class GlossaryFinding(Finding):
    """A defined term; the span holds the whole entry."""

    term: str
    definition: str


@frozen(kw_only=True)
class TableFinding(Finding):
    """A table: ``header`` is empty where no row names the columns; a row that stands across has empty cells."""

    title: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen(kw_only=True)
class ActionFinding(Finding):
    """A row of an improvement plan; None where the plan has no such column or the cell is empty."""

    ref: str | None
    statement: int | None
    issue: str | None
    task: str | None
    expected_outcome: str | None
    owner: str | None
    monitoring: str | None
    timescale: str | None


@frozen(kw_only=True)
class ConclusionFinding(Finding):
    """The conclusion of a file: ``confident`` is None where nothing is said of it, ``reasons`` are the listed ones."""

    confident: bool | None
    reasons: tuple[Span, ...]
    action_plan_requested: bool


@frozen(kw_only=True)
class QuotationFinding(Finding):
    """A speaker's words; ``text`` without marks, its paragraphs joined by blanks; ``role`` may be untold."""

    speaker: str
    role: str | None
    text: str
