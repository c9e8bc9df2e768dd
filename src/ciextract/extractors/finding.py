"""What extractors yield: typed values, each signed with its place and the address of the rule that made it."""

from __future__ import annotations

from typing import Literal

from ciextract.document import Span
from ciextract.frozen import frozen
from ciextract.record import Grade


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
