"""Quantities of a sentence in, out with the ends of ranges that have no sign of their own: '60-70%'. No words are.

A range whose last end was declined for what it would be a share of is declined whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from ciextract.quantities.model import Mention, Rejected
from ciextract.quantities.numbers import is_year, number_ending
from ciextract.quantities.relations import relation_before
from ciextract.quantities.words import Words
from ciextract.vocabulary.quantities import quantities

_HIGHEST = 100.0
"""Percent that a range of shares may begin with, at the most."""


def with_range_ends(words: Words, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the first ends of their ranges before them."""
    spread: list[Mention] = []
    for mention in mentions:
        first = _first_end(words, mention) if mention.form == "percentage" and mention.count is None else None
        first = _first_ratio(words, mention) if mention.head == "ratio" else first
        if first is not None and (not spread or spread[-1].end <= first.first):
            spread.append(first)
        spread.append(mention)
    return spread


def without_declined_ranges(words: Words, read: Iterable[Mention | Rejected]) -> list[Mention | Rejected]:
    """'Between a quarter and a third of the time': where the time makes the last end no share, the first is none."""
    kept = sorted(read, key=lambda one: one.first)
    for place, (first, last) in enumerate(pairwise(kept[:])):
        joined = last.first == first.end + 1 and words.at(first.end) in (*quantities().range.joins, "or")
        if isinstance(first, Mention) and isinstance(last, Rejected) and joined and words.at(last.end) == "of":
            kept[place] = Rejected(first.first, first.end, last.rule, last.why)
    return kept


def _first_end(words: Words, mention: Mention) -> Mention | None:
    join = mention.first - 1
    if words.at(join) not in quantities().range.joins:
        return None
    number = number_ending(words, join)
    if number is None or is_year(words, number[0]) or number[1] > _HIGHEST or mention.value is None:
        return None
    if words.low[number[0]][0].isdecimal() is not words.low[mention.core][0].isdecimal():
        return None
    falling = words.at(relation_before(words, number[0])[0] - 1) == "from" and words.at(join) == "to"
    if (number[1] >= mention.value and not falling) or not _opened(words, number[0], join):
        return None
    start, relation = relation_before(words, number[0])
    return Mention(
        form="percentage", quantifier="percentage", head="percentage", rule="quantities/ranges#first-end", first=start,
        core=number[0], end=join, follows=join, relation=relation, value=number[1], measure=mention.measure,
    )  # fmt: skip


def _first_ratio(words: Words, mention: Mention) -> Mention | None:
    """'Between two and three in every ten managers': two in ten, with the total behind the last end."""
    join = mention.first - 1
    number = number_ending(words, join) if words.at(join) in ("and", "to") else None
    if number is None or mention.numerator is None or not 0 < number[1] < mention.numerator:
        return None
    opener = words.at(number[0] - 1)
    if (opener, words.at(join)) not in (("between", "and"), ("from", "to")):
        return None
    return Mention(
        form="fraction", quantifier="fraction", head="ratio", rule="quantities/ranges#first-ratio", first=number[0],
        core=number[0], end=join, follows=join, numerator=int(number[1]), denominator=mention.denominator,
    )  # fmt: skip


def _opened(words: Words, start: int, join: int) -> bool:
    """'And' needs 'between' before the range; dashes and 'to' need nothing."""
    if words.at(join) != "and":
        return True
    return words.at(relation_before(words, start)[0] - 1) == "between"
