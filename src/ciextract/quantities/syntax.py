"""Words in, their part in a sentence out: verb, noun, function word. Nothing is said of quantities."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from ciextract.quantities.words import Words
from ciextract.vocabulary.populations import Category, Grammar, populations
from ciextract.vocabulary.quantities import Phrases

_KEPT = 4096
"""Words whose part in a sentence is kept: what a word can be is asked again and again."""
VerbKind = Literal["finite", "either", "participle", "ing", "base"]


@cache
def grammar() -> Grammar:
    return populations().grammar


@cache
def _closed() -> frozenset[str]:
    """Words that are never the noun of a phrase nor an adjective before it."""
    g = grammar()
    return frozenset().union(
        g.auxiliaries, g.prepositions, g.conjunctions, g.subordinators, g.relatives, g.pronouns,
        g.determiners, g.adverbs, g.objects, g.bare_pronouns, g.clause_conjunctions,
    )  # fmt: skip


def is_closed(words: Words, index: int) -> bool:
    """Whether a function word, punctuation or nothing stands there."""
    return _is_closed(words.at(index))


@lru_cache(_KEPT)
def _is_closed(word: str) -> bool:
    return word in _closed() or not word[:1].isalnum()


def verb_kind(words: Words, index: int) -> VerbKind | None:
    """What verb form the word can be: finite, past or participle, participle, -ing, present; None for no verb."""
    return _verb_kind(words.at(index))


@lru_cache(_KEPT)
def _verb_kind(word: str) -> VerbKind | None:
    g = grammar()
    if word in g.auxiliaries or word in g.finite:
        return "finite"
    if word in g.either:
        return "either"
    if word in g.participles:
        return "participle"
    if word in g.base:
        return "base"
    if word.endswith("ed") and len(word) > 4 and word not in populations().by_noun:
        return "either"
    return "ing" if word.endswith("ing") and len(word) > 5 and word not in populations().by_noun else None


@lru_cache(_KEPT)
def is_plural(word: str) -> bool:
    """Whether a word looks like a plural or collective noun."""
    g = grammar()
    if word in g.irregular_plurals:
        return True
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "'s", "ous")):
        return False
    return word not in g.not_plural and word not in g.finite and word not in g.base and word not in _closed()


def noun_at(words: Words, index: int) -> tuple[int, Category] | None:
    """The known noun that starts there: the index behind it and its category."""
    length = populations().nouns.at(words.low, index)
    if not length:
        return None
    return index + length, populations().by_noun[" ".join(words.low[index : index + length])]


def could_be_noun(words: Words, index: int) -> bool:
    """Whether the word can go on with a noun phrase: no function word, no certain verb, no punctuation."""
    return _could_be_noun(words.at(index))


@lru_cache(_KEPT)
def _could_be_noun(word: str) -> bool:
    return word[:1].isalpha() and word not in _closed() and word not in grammar().finite


def noun_follows(words: Words, index: int) -> bool:
    """Whether a noun stands there or one word further on, so that a participle before it describes it."""
    if not could_be_noun(words, index):
        return False
    if noun_at(words, index) is not None or is_plural(words.at(index)):
        return True
    return could_be_noun(words, index + 1) and (noun_at(words, index + 1) is not None or is_plural(words.at(index + 1)))


def skip_adverbs(words: Words, index: int) -> int:
    """The index behind the adverbs that start there, five at the most."""
    for _ in range(5):
        if not _is_adverb(words.at(index)):
            break
        index += 1
    return index


@lru_cache(_KEPT)
def _is_adverb(word: str) -> bool:
    if word in grammar().adverbs:
        return word not in grammar().auxiliaries
    return word.endswith("ly") and len(word) > 4 and word not in populations().by_noun


def main_verb_at(words: Words, index: int) -> bool:
    """Whether the sentence's verb stands there, adverbs passed over."""
    at = skip_adverbs(words, index)
    kind = verb_kind(words, at)
    if kind == "base":
        return words.at(at - 1) != "to"
    return kind in ("finite", "either")


def starts_clause(words: Words, index: int) -> bool:
    """Whether a clause or a phrase can start there: a boundary, conjunction or preposition stands before."""
    before = words.at(index - 1)
    g = grammar()
    return (
        index == 0
        or not before[:1].isalnum()
        or before in g.clause_conjunctions
        or before in g.prepositions
        or before in g.subordinators
        or before in g.complementisers
    )


@cache
def phrases(*texts: str) -> Phrases:
    """Phrases ready for looking up."""
    return Phrases(texts)
