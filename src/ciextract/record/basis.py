"""What the parts of a record are made of: words of a fixed choice, numbers within limits, evidence."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Annotated, Literal, TypeVar

from ciextract.shape import LEFT_OUT, Limits, Model, Shown, shape

T = TypeVar("T")
TextLayer = Literal["embedded", "ocr", "mixed", "plain", "html", "docx"]

Sha256 = Annotated[str, Limits(pattern="^[0-9a-f]{64}$")]
GssCode = Annotated[str, Limits(pattern="^S12[0-9]{6}$")]
PartialDate = Annotated[str, Limits(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Offset = Annotated[int, Limits(ge=0)]
PrintedBox = Annotated[list[float], Limits(min_length=4, max_length=4)]
OrEmpty = Annotated[list[T], Shown(default=[])]
OfSource = Annotated[Offset | None, Shown(description="Index into ``sources``, in a merged record alone.")]
Also = Annotated[
    list[T],
    Shown(
        default=[],
        description="The same as other sources of a merged record say it, each with its own evidence; there alone.",
    ),
]


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
    source: OfSource = field(default=None, metadata=LEFT_OUT)


@shape
class Signed(Model):
    """What every entry of every list has: the part it stands in, the rule that made it, its evidence."""

    document: Annotated[Offset, Shown(description="Index into ``documents``: the part that the entry stands in.")]
    rule: Annotated[str, Shown(description="Address of the rule that made the entry.")]
    evidence: Evidence
