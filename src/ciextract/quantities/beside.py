"""A figure in brackets or between commas in, the noun right beside it out. Nouns further away are read elsewhere."""

from __future__ import annotations

from ciextract.quantities.model import Mention
from ciextract.quantities.numbers import number_ending
from ciextract.quantities.phrases import NounPhrase, known_noun_before
from ciextract.quantities.syntax import could_be_noun, grammar, verb_kind
from ciextract.quantities.words import Words
from ciextract.vocabulary.quantities import quantities

_DESCRIBING = 2
"""Words before a noun in front of brackets that are looked through for what describes it."""


def bracketed(words: Words, mentions: list[Mention], position: int) -> NounPhrase | None:
    """The noun right before the brackets that hold the quantity."""
    mention = mentions[position]
    if words.at(mention.first - 1) != "(":
        return None
    before = mentions[position - 1] if position else None
    if before is not None and mention.first - 1 in (before.end, before.population[1] if before.population else 0):
        return same_population(before)
    known = known_noun_before(words, mention.first - 1)
    if known is not None and (_says_of_which(words, known[0]) or _is_one(words, known[0])):
        return None
    return NounPhrase(_described(words, known[0]), mention.first - 1, known[1]) if known is not None else None


def said_again(words: Words, mention: Mention) -> NounPhrase | None:
    """'Twenty-one plans, or 18%, …': the noun that the count right before the figure has."""
    at = mention.first - (words.at(mention.first - 1) == "or")
    if mention.form != "percentage" or words.at(at - 1) != "," or words.at(mention.end) != ",":
        return None
    known = known_noun_before(words, at - 1)
    counted = known is not None and number_ending(words, known[0]) is not None
    return NounPhrase(known[0], at - 1, known[1]) if known is not None and counted else None


def _says_of_which(words: Words, noun: int) -> bool:
    """'The average for the six areas (84%)': the areas are where, not what the share is of."""
    at = noun - 1
    while at > 0 and (words.at(at) in grammar().determiners or number_ending(words, at + 1) is not None):
        at -= 1
    return words.at(at) in ("for", "of", "across", "in") and words.at(at - 1) in (*grammar().figure_words, "average")


def _is_one(words: Words, noun: int) -> bool:
    """'Most files held a chronology (71%)': the share is of no single thing."""
    at = noun - 1
    while could_be_noun(words, at) and noun - at <= _DESCRIBING:
        at -= 1
    return words.at(at) in ("a", "an", "no")


def _described(words: Words, noun: int) -> int:
    """The first word that describes the noun, where a preposition stands before it ('of health staff (97%)')."""
    for at in range(noun, noun - _DESCRIBING - 1, -1):
        if words.at(at - 1) in grammar().prepositions or words.at(at - 1) in quantities().change.comparing:
            return at
        if not could_be_noun(words, at - 1) or verb_kind(words, at - 1) is not None:
            break
    return noun


def same_population(mention: Mention) -> NounPhrase | None:
    if mention.population is None:
        return None
    return NounPhrase(*mention.population, mention.category)
