"""The entries of a record's lists, each kind that is looked for a class, and what they are made of."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal

from ciextract.record.basis import Also, Evidence, Grade, Offset, PopulationCategory, Relation, Signed
from ciextract.record.inspection import Area
from ciextract.shape import LEFT_OUT, Limits, Model, shape


@shape
class KeyMessage(Signed):
    """A numbered or bulleted message under a key messages heading, word for word."""

    kind: Literal["strength", "area_for_improvement", "message"]
    number: int | None
    section: str | None
    statement: int | None
    """The statement it belongs to; null for the document as a whole."""
    text: str
    also: Also[KeyMessage] = field(default_factory=list, metadata=LEFT_OUT)


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
    also: Also[Evaluation] = field(default_factory=list, metadata=LEFT_OUT)


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
    also: Also[GradeCount] = field(default_factory=list, metadata=LEFT_OUT)


@shape
class WordedConclusion(Signed):
    """What the inspectors conclude of an area of work in a programme that gives no grades; the words stay words."""

    about: str
    """The area of work, as the programme names it."""
    text: str
    """The conclusion as printed."""
    area: Area | None
    section: str | None
    also: Also[WordedConclusion] = field(default_factory=list, metadata=LEFT_OUT)


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
    also: Also[ProgressStatement] = field(default_factory=list, metadata=LEFT_OUT)


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
    also: Also[Proportion] = field(default_factory=list, metadata=LEFT_OUT)


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
    also: Also[EvidenceBase] = field(default_factory=list, metadata=LEFT_OUT)


@shape
class GlossaryEntry(Signed):
    """A defined term."""

    term: str
    definition: str
    also: Also[GlossaryEntry] = field(default_factory=list, metadata=LEFT_OUT)


@shape
class TableEntry(Signed):
    """A table as printed."""

    title: str | None
    section: str | None
    header: list[str]
    rows: list[list[str]]
    also: Also[TableEntry] = field(default_factory=list, metadata=LEFT_OUT)


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
    also: Also[Action] = field(default_factory=list, metadata=LEFT_OUT)


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
    also: Also[Conclusion] = field(default_factory=list, metadata=LEFT_OUT)


@shape
class Quotation(Signed):
    """Words given to a named speaker in a news release."""

    speaker: str
    role: str | None
    text: str
    also: Also[Quotation] = field(default_factory=list, metadata=LEFT_OUT)
