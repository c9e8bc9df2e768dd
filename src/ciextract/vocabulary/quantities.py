"""The words of quantities.toml out, checked and made ready for looking up. Nothing is extracted here."""

from collections.abc import Iterable
from functools import cache, cached_property
from typing import Annotated, Literal

from ciextract.record import Relation
from ciextract.shape import Limits
from ciextract.vocabulary.files import FileModel, shipped

Quantifier = Literal["all", "almost_all", "most", "majority", "half", "minority", "few", "none", "not_all"]
Examples = Annotated[tuple[str, ...], Limits(min_length=1)]
Phrase = list[str]
"""The words of a phrase, lower case."""

RANKS: dict[str, int] = {
    "none": 0, "few": 1, "minority": 2, "half": 3, "majority": 4, "most": 5, "almost_all": 6, "all": 7,
}  # fmt: skip
"""The order of the words; 'not all' and the forms with numbers have no rank."""


class Exemplified(FileModel):
    """An entry with text that it takes and text that it must leave."""

    takes: Examples
    leaves: Examples


class QuantityWord(Exemplified):
    """A word of quantity and what may stand before its head within the phrase."""

    id: str
    quantifier: Quantifier
    head: str
    before: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    bare: bool = True


class FractionWords(Exemplified):
    """Articles before a fraction's unit, and what may stand before a ratio's total."""

    articles: tuple[str, ...]
    every: tuple[str, ...]


class PercentageWords(Exemplified):
    """Signs and words of a percentage; units that make it none."""

    signs: tuple[str, ...]
    words: tuple[str, ...]
    units: tuple[str, ...]


class TallyWords(Exemplified):
    """Determiners before a tally's total, and the words by which a bare number is told to be part of one."""

    determiners: tuple[str, ...]
    apart: frozenset[str]
    starts: frozenset[str]
    governing: frozenset[str]
    frames: frozenset[str]
    """Words that open a clause before a total with its noun and a comma."""
    samples: tuple[str, ...]
    """Before 'of' and a number these make the number a total."""
    sampled: frozenset[str]
    """Adjectives before such a word."""


class ExceptionWords(Exemplified):
    """What stands between 'all' with its noun and what is left out of it; before a number and no comma, ``counted``."""

    phrases: tuple[str, ...]
    counted: frozenset[str]


class RoundTotals(FileModel):
    """Totals that make a fraction of 'n out of m'."""

    totals: frozenset[int]


class RelationWords(Exemplified):
    """Phrases that relate a quantity to the true share."""

    relation: Relation
    phrases: tuple[str, ...]


class Silent(FileModel):
    """Words before a quantity that change nothing."""

    words: frozenset[str]
    determining: frozenset[str]


class Trap(FileModel):
    """What looks like a quantity and is none."""

    id: str
    why: str
    heads: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    reach: int = 0
    """How many words may stand between a phrase of ``before`` and the quantity."""
    bare: bool = False
    """Whether ``before`` counts only where no noun follows the quantity."""
    takes: Examples
    leaves: Examples


class ChangeWords(Exemplified):
    """Nouns and verbs of change, verbs between a noun and its amount, comparatives behind one."""

    nouns: frozenset[str]
    verbs: tuple[str, ...]
    amounting: frozenset[str]
    comparing: frozenset[str]


class Definition(Exemplified):
    """Words that stand beside quantities in a line that says what one of them stands for."""

    words: frozenset[str]


class RangeWords(FileModel):
    """What opens a range and what joins its ends."""

    openers: tuple[str, ...]
    joins: frozenset[str]


class GradeConditions(FileModel):
    """Words that give a grade a direction, and those by which a bare grade is told from an adjective."""

    upward: tuple[str, ...]
    downward: tuple[str, ...]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    above: tuple[str, ...]
    beneath: tuple[str, ...]
    judging: frozenset[str]
    standards: frozenset[str]
    numbered: tuple[str, ...]
    links: frozenset[str]
    stating: frozenset[str]
    empty_verbs: frozenset[str]
    echoes: frozenset[str]
    continuing: frozenset[str]


class Phrases:
    """Phrases by their last and by their first word, the longest first."""

    __slots__ = ("by_first", "by_last")

    def __init__(self, phrases: Iterable[str]) -> None:
        self.by_first: dict[str, list[Phrase]] = {}
        self.by_last: dict[str, list[Phrase]] = {}
        for phrase in sorted((text.split() for text in phrases), key=len, reverse=True):
            self.by_first.setdefault(phrase[0], []).append(phrase)
            self.by_last.setdefault(phrase[-1], []).append(phrase)

    def at(self, words: list[str], start: int) -> int:
        """How many words a phrase that starts there has, 0 without one."""
        found = self.by_first.get(words[start]) if start < len(words) else None
        for phrase in found or ():
            length = len(phrase)
            if length == 1 or words[start : start + length] == phrase:
                return length
        return 0

    def ending(self, words: list[str], end: int) -> int:
        """How many words a phrase that ends before ``end`` has, 0 without one."""
        found = self.by_last.get(words[end - 1]) if 0 < end <= len(words) else None
        for phrase in found or ():
            length = len(phrase)
            if length == 1 or (end >= length and words[end - length : end] == phrase):
                return length
        return 0


class Quantities(FileModel):
    """quantities.toml."""

    word: tuple[QuantityWord, ...]
    denominators: dict[str, int]
    fraction: FractionWords
    percentage: PercentageWords
    tally: TallyWords
    exception: ExceptionWords
    round: RoundTotals
    relation: tuple[RelationWords, ...]
    silent: Silent
    hedge: tuple[RelationWords, ...]
    trap: tuple[Trap, ...]
    definition: Definition
    change: ChangeWords
    range: RangeWords
    grade_words: GradeConditions

    @cached_property
    def heads(self) -> dict[str, tuple[QuantityWord, ...]]:
        """Words of quantity by their head, in the order in which they are tried."""
        return {word.head: tuple(one for one in self.word if one.head == word.head) for word in self.word}

    @cached_property
    def units(self) -> dict[str, int]:
        """Denominators, singular and plural."""
        return {form: number for unit, number in self.denominators.items() for form in (unit, unit + "s")}

    @cached_property
    def relations(self) -> tuple[tuple[RelationWords, Phrases], ...]:
        return tuple((entry, Phrases(entry.phrases)) for entry in self.relation)

    @cached_property
    def relation_ends(self) -> frozenset[str]:
        """Last words of relations."""
        return frozenset(phrase.split()[-1] for entry in self.relation for phrase in entry.phrases)

    @cached_property
    def openers(self) -> frozenset[str]:
        """First words of relations and quantities, articles and prepositions left out."""
        relations = {phrase.split()[0] for entry in self.relation for phrase in entry.phrases}
        before = {word for entry in self.word for word in entry.before if " " not in word}
        return frozenset(relations | before | set(self.heads)) - {"a", "the", "in", "at", "no", "not"}

    @cached_property
    def described(self) -> frozenset[str]:
        """What follows an article in a quantity: units, heads and their adjectives."""
        adjectives = {one for word in self.word for one in word.adjectives}
        return frozenset(adjectives | set(self.heads) | set(self.units))

    @cached_property
    def hedges(self) -> tuple[tuple[RelationWords, Phrases], ...]:
        return tuple((entry, Phrases(entry.phrases)) for entry in self.hedge)


@cache
def quantities() -> Quantities:
    """The words of quantities.toml."""
    return shipped("vocabulary", "quantities.toml", Quantities)
