"""A relative clause behind a noun in, its end out. Whether it belongs to the noun is settled elsewhere."""

from __future__ import annotations

from typing import Literal

from ciextract.frozen import frozen
from ciextract.quantities.nouns import group_at
from ciextract.quantities.numbers import number_at
from ciextract.quantities.syntax import (
    could_be_noun,
    grammar,
    is_closed,
    is_plural,
    main_verb_at,
    noun_follows,
    skip_adverbs,
    verb_kind,
)
from ciextract.quantities.words import Words
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.quantities import quantities

_LONGEST = 40
"""Words of a clause behind a noun at the most."""

Place = Literal["subject", "governed", "absolute", "framed"]
"""Where a phrase stands: a verb may follow, behind a preposition, behind 'with', or in 'of …,' at the head."""
GOVERNED = ("governed", "absolute")


@frozen
class Clause:
    """Where a clause ends: ``tight`` behind its verb, ``full`` before the sentence's own verb or the next boundary."""

    tight: int
    full: int
    main_follows: bool


def relative_clause(words: Words, start: int, place: Place) -> Clause | None:
    """The clause that a relative word at ``start`` opens."""
    at = start + 1
    subject_gap = words.at(start) in ("who", "that", "which") and not _opens_subject(words, at)
    if subject_gap:
        at = skip_adverbs(words, at)
        if not could_be_noun(words, at) and verb_kind(words, at) is None:
            return None
        at = _verb_group(words, at)
        return _rest(words, at, None, place)
    verb = _first_verb(words, at)
    if verb is None or (words.at(start) == "that" and _complete(words, at, verb)):
        return None
    at = _verb_group(words, verb)
    gap = words.at(start) not in ("where", "when", "whose") and words.at(start - 1) not in grammar().prepositions
    tight = _particle(words, at) if gap else None
    return _rest(words, at, tight, place)


def _complete(words: Words, at: int, verb: int) -> bool:
    """Whether 'that' opens a statement of its own ('it was clear in most files that risk was known')."""
    bare = words.at(at) not in grammar().pronouns and words.at(at) not in grammar().determiners
    return bare and words.at(verb) in grammar().auxiliaries and is_closed(words, _verb_group(words, verb))


def zero_relative(words: Words, start: int, clause_head: bool, place: Place) -> Clause | None:
    """'(records) we read': a pronoun and its verb without a relative word, unless an object follows the verb."""
    verb = skip_adverbs(words, start + 1)
    if verb_kind(words, verb) is None:
        return None
    at = _particle(words, _verb_group(words, verb))
    if clause_head and not _gap_follows(words, at):
        return None
    return _rest(words, at, at, place)


def _gap_follows(words: Words, at: int) -> bool:
    """Whether no object follows, so that the verb's object is the noun before the clause."""
    word = words.at(at)
    g = grammar()
    if not word[:1].isalnum() or word in g.pronouns or (word in g.subordinators and word not in g.complementisers):
        return True
    return main_verb_at(words, at) or word in grammar().conjunctions or _is_subject(words, at)


def _is_subject(words: Words, at: int) -> bool:
    """Whether a noun with its own verb stands there: 'in most records we read the reason was plain'."""
    group = group_at(words, at)
    if group is None:
        return False
    behind = group_at(words, group.end + 2 - (words.at(group.end + 1) not in grammar().determiners))
    named = behind is not None and words.at(group.end) in ("of", "for") and main_verb_at(words, behind.end)
    return main_verb_at(words, group.end) or named


def _opens_subject(words: Words, at: int) -> bool:
    """Whether the clause has a subject of its own ('that we read', 'that a child had signed')."""
    word, g = words.at(at), grammar()
    if word in g.pronouns or word in g.determiners or number_at(words, at) is not None or word == "it":
        return True
    kind = verb_kind(words, skip_adverbs(words, at))
    if kind is not None:
        return False
    group = group_at(words, at)
    return group is not None and main_verb_at(words, group.end)


def _first_verb(words: Words, start: int) -> int | None:
    """The finite verb of a clause with a subject of its own."""
    for at in range(start, start + _LONGEST):
        word = words.at(at)
        if not word[:1].isalnum() and word not in ("'", '"'):
            return None
        kind = verb_kind(words, at)
        if kind == "finite":
            return at
        if kind in ("either", "participle") and at > start and not noun_follows(words, at + 1):
            return at
        if kind == "base" and words.at(at - 1) in grammar().pronouns:
            return at
        if kind == "either" and words.at(at - 1) in grammar().pronouns:
            return at
    return None


def _verb_group(words: Words, at: int) -> int:
    """The index behind auxiliaries, adverbs and the verb."""
    auxiliary = words.at(at) in grammar().auxiliaries
    at += 1
    while auxiliary:
        at = skip_adverbs(words, at)
        if words.at(at) in grammar().auxiliaries:
            at += 1
            continue
        if verb_kind(words, at) is not None:
            at += 1
        elif could_be_noun(words, at) and words.at(at + 1) in grammar().particles:
            at += 1  # 'were aware of'
        break
    while words.at(at) == "to" and (words.at(at + 1) in grammar().infinitives or verb_kind(words, at + 1) == "base"):
        at = _verb_group(words, at + 1)
    return at


def _particle(words: Words, at: int) -> int:
    """The index behind particles that belong to the verb ('looked at', 'put forward')."""
    end = skip_adverbs(words, at) if not words.at(at).endswith("ly") else at
    end -= words.at(end - 1) == "there" and words.at(end) in grammar().auxiliaries  # '(records) we read there was …'
    if words.at(end) in grammar().particles and (is_closed(words, end + 1) or main_verb_at(words, end + 1)):
        following = words.at(end + 1)
        if following not in grammar().determiners and following not in grammar().objects:
            end += 1
    return end


def _rest(words: Words, at: int, tight: int | None, place: Place) -> Clause:
    """Go on to the sentence's own verb, or to the next boundary."""
    need, start = 0, at
    fork: int | None = None
    while at < min(len(words), start + _LONGEST):
        if _breaks(words, at, need, place):
            break
        word = words.at(at)
        if word in grammar().complementisers and not (word == "that" and not _opens_clause(words, at)):
            need, at = need + 1, at + 1
            continue
        if word in grammar().pronouns:
            need, at = need + 1, at + 1
            continue
        if _own_verb(words, at):
            if not need and words.at(at - 1) in grammar().conjunctions:
                fork, at = fork or at - 1, _verb_group(words, at)
                continue
            if not need:
                return Clause(tight or fork or at, at, True)
            need, at = need - 1, _verb_group(words, at)
            continue
        at += 1
    end = fork or at
    return Clause(tight or end, end, False)


def _opens_clause(words: Words, at: int) -> bool:
    return _opens_subject(words, at + 1) or verb_kind(words, at + 1) is not None


def _own_verb(words: Words, at: int) -> bool:
    """Whether a finite verb stands there: an auxiliary, a past form, no participle before its noun."""
    kind = verb_kind(words, at)
    if kind == "finite":
        return True
    before = words.at(at - 1)
    if before in grammar().determiners or before in grammar().prepositions or before.endswith("ly"):
        return False
    if kind == "either":
        return not noun_follows(words, at + 1) or words.at(at + 1) in grammar().objects
    if kind != "base" or before in ("to", "and", "or"):
        return False
    return before.endswith("s") or before in grammar().objects


def _breaks(words: Words, at: int, need: int, place: Place) -> bool:
    """Whether the clause cannot go on: punctuation, a new clause, a new quantity."""
    word, g = words.at(at), grammar()
    if word in ("'", '"', "/", "-"):
        return False
    if not word[:1].isalnum():
        return True
    if need:
        return False
    if _new_subject(words, at, place):
        return True
    if word == "to" and words.at(at + 1) == "be":
        return True
    if place == "absolute" and verb_kind(words, at) == "ing" and is_plural(words.at(at - 1)):
        return True
    if word in g.clause_openers:
        return not (word in g.also_prepositions and not _clause_behind(words, at + 1))
    at += words.at(at + 1) == "that"
    quantity = starts_quantity(words, at + 1) or _percentage_at(words, at + 1)
    return word in g.conjunctions and (quantity or _clause_behind(words, at + 1))


def _percentage_at(words: Words, at: int) -> bool:
    number = number_at(words, at)
    return number is not None and words.at(number[0]) in ("%", "per", "percent")


def _new_subject(words: Words, at: int, place: Place) -> bool:
    """Whether 'it' or 'nobody' opens a clause of its own there."""
    word = words.at(at)
    if words.at(at - 1) in grammar().prepositions or not main_verb_at(words, at + 1):
        return False
    return (word == "it" and place in GOVERNED) or word in grammar().indefinites


def _clause_behind(words: Words, at: int) -> bool:
    """Whether a subject and its verb follow."""
    if words.at(at) in grammar().pronouns or words.at(at) in ("there", "it", "this"):
        return True
    group = group_at(words, at)
    return group is not None and main_verb_at(words, group.end) and group.category is not None


def starts_quantity(words: Words, at: int) -> bool:
    """Whether a word of quantity or a relation to one stands there."""
    q, word = quantities(), words.at(at)
    if word in q.openers:
        return True
    if word in ("in", "for", "as", "on", "of", "not", "only"):
        return words.at(at + 1) in q.heads or grades().named(words.at(at + 1)) is not None
    return word in ("the", "a") and words.at(at + 1) in q.described
