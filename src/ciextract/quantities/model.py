"""What reading a stretch of text gives: quantities, and what was declined with the name of the rule. Only shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ciextract.frozen import frozen
from ciextract.record import Grade, Relation
from ciextract.vocabulary.populations import Category

Form = Literal["word", "fraction", "percentage", "tally"]
Quantified = Literal[
    "all", "almost_all", "most", "majority", "half", "minority", "few", "none", "not_all",
    "fraction", "percentage", "tally",
]  # fmt: skip
Measure = Literal["share", "change", "target"]


@dataclass(slots=True, eq=False)
class Mention:
    """A quantity, its places counted in words: ``first`` to ``end`` is the quote, ``core`` starts behind the relation.

    ``head`` is the id by which traps know it; ``follows`` the word at which a population may stand; ``total_at`` the
    first word of a tally's total with its determiner.
    """

    form: Form
    quantifier: Quantified
    head: str
    rule: str
    first: int
    core: int
    end: int
    follows: int
    relation: Relation = "exactly"
    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None
    count: int | None = None
    total: int | None = None
    total_at: int | None = None
    measure: Measure = "share"
    text: str | None = None
    category: Category | None = None
    population: tuple[int, int] | None = None
    """Words of the population; None for nothing or a pronoun."""
    settled: bool = False
    """Whether the population has been looked for."""
    grade: tuple[Grade, Grade] | None = None

    def overlaps(self, other: Mention) -> bool:
        return self.first < other.end and other.first < self.end


@frozen
class Rejected:
    """What looked like a quantity: its words, the rule that declined it, and why."""

    first: int
    end: int
    rule: str
    why: str
