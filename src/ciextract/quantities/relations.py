"""Words before and behind a quantity in, the relation that they state out. The quantity itself is not read here."""

from __future__ import annotations

from ciextract.quantities.model import Mention
from ciextract.quantities.words import Words
from ciextract.record import Relation
from ciextract.vocabulary.quantities import quantities


def relation_before(words: Words, start: int) -> tuple[int, Relation]:
    """The first word of the relation that ends before ``start`` and the relation; ``start`` and exactly without one."""
    if words.at(start - 1) not in quantities().relation_ends:
        return start, "exactly"
    longest: int = 0
    relation: Relation = "exactly"
    for entry, phrases in quantities().relations:
        length = phrases.ending(words.low, start)
        if length > longest:
            longest, relation = length, entry.relation
    return start - longest, relation


def hedge_behind(words: Words, end: int) -> tuple[int, Relation | None]:
    """The index behind the hedge that starts at ``end`` and its relation."""
    for entry, phrases in quantities().hedges:
        length = phrases.at(words.low, end)
        if length:
            return end + length, entry.relation
    return end, None


def related(words: Words, mention: Mention) -> Mention:
    """The mention with the relation before it and the hedge behind it taken into its quote."""
    mention.first, mention.relation = relation_before(words, mention.core)
    end, hedge = hedge_behind(words, mention.end)
    if hedge is not None and mention.first == mention.core:
        if mention.follows == mention.end:
            mention.follows = end
        mention.end, mention.relation = end, hedge
    if mention.quantifier == "half" and mention.relation != "exactly":
        mention.quantifier = "fraction"
    return mention
