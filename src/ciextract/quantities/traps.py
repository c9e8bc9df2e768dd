"""A quantity in, the trap that it falls into out: superlatives, spans of time, sequences, scores. Traps are data."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ciextract.frozen import frozen
from ciextract.quantities.model import Mention, Rejected
from ciextract.quantities.numbers import is_year, number_ending
from ciextract.quantities.syntax import could_be_noun, grammar, is_closed, noun_at, noun_follows, verb_kind
from ciextract.quantities.words import Words
from ciextract.vocabulary.quantities import Phrases, Trap, quantities

_YEAR = "#year"
_LONGEST_ENDING = 5
"""Letters of a word that an ending says nothing of: it would be most of the word."""
_ROW = 20
"""Words before 'a third' in which 'two' makes it the third one."""


@frozen
class _Ready:
    trap: Trap
    before: Phrases
    after: Phrases
    nouns: frozenset[str]
    spared: frozenset[str]


@frozen
class _Signs:
    """Words of which one stands where a quantity falls into any of some traps: a cheap look before each is tried.

    The last words of what stands before it, the first words and endings of what stands behind, and nouns.
    """

    before: frozenset[str]
    after: frozenset[str]
    endings: tuple[str, ...]
    nouns: frozenset[str]
    reach: int

    @classmethod
    def of(cls, traps: Sequence[_Ready]) -> _Signs:
        return cls(
            frozenset(word for one in traps for word in one.before.by_last),
            frozenset(word for one in traps for word in one.after.by_first),
            tuple(ending for one in traps for ending in one.trap.endings),
            frozenset(word for one in traps for word in one.nouns),
            max(one.trap.reach for one in traps),
        )


@frozen
class _Noun:
    """What the quantity would be a share of: its first word, and whether 'of' or a determiner stands before it."""

    at: int
    of: bool
    determined: bool


@cache
def _traps() -> dict[str, tuple[_Signs, tuple[_Ready, ...]]]:
    """The traps of each head, and what shows them."""
    ready = [
        _Ready(trap, Phrases(trap.before), Phrases(trap.after), frozenset(trap.nouns), frozenset(trap.spared))
        for trap in quantities().trap
    ]
    heads = {head for one in ready for head in one.trap.heads}
    by_head = {head: tuple(one for one in ready if head in one.trap.heads) for head in heads}
    return {head: (_Signs.of(traps), traps) for head, traps in by_head.items()}


def trap_of(words: Words, mention: Mention) -> Rejected | None:
    """The first trap that the mention falls into."""
    signs, traps = _traps().get(mention.head, (None, ()))
    if signs is None:
        return None
    ends, noun = _ends_before(words, mention), _noun_of(words, mention)
    if not _is_suspect(words, mention, signs, ends, noun):
        return None
    for ready in traps:
        if _before(words, mention, ready, ends) or _after(words, mention, ready) or _of_noun(words, ready, noun):
            rule = f"vocabulary/quantities#{ready.trap.id}"
            return Rejected(mention.first, mention.end, rule, ready.trap.why)
    return None


def next_in_row(words: Words, mention: Mention) -> Rejected | None:
    """'In two of the five areas it was good and in a third it was weak': a third area, no third of them."""
    if mention.head != "fraction" or mention.numerator != 1 or words.at(mention.follows) == "of":
        return None
    if mention.core != mention.first or words.at(mention.first) not in ("a", "another"):
        return None
    counted = (number_ending(words, at) for at in range(mention.first, max(0, mention.first - _ROW), -1))
    if not any(number is not None and number[1] + 1 == mention.denominator for number in counted):
        return None
    return Rejected(mention.first, mention.end, "quantities/traps#next-in-row", "the next one behind a count")


def _is_suspect(words: Words, mention: Mention, signs: _Signs, ends: tuple[int, ...], noun: _Noun) -> bool:
    follows = words.at(mention.follows)
    if follows in signs.after or (signs.endings and follows.endswith(signs.endings)):
        return True
    if words.at(noun.at) in signs.nouns or words.at(noun.at + 1) in signs.nouns:
        return True
    reached = range(mention.first - 1, mention.first - 1 - signs.reach, -1) if signs.reach else ()
    return any(words.at(end - 1) in signs.before for end in (*ends, *reached)) or (
        _YEAR in signs.nouns and is_year(words, noun.at)
    )


def _ends_before(words: Words, mention: Mention) -> tuple[int, ...]:
    """Where a phrase right before the quantity may end: before it, its silent words, or its core."""
    end = mention.first
    while words.at(end - 1) in quantities().silent.words:
        end -= 1
    return tuple({mention.first, end, mention.core})


def _before(words: Words, mention: Mention, ready: _Ready, ends: tuple[int, ...]) -> bool:
    if not ready.before.by_last:
        return False
    if ready.trap.bare and (words.at(mention.follows) == "of" or noun_follows(words, mention.follows)):
        return False
    for end in ends:
        if ready.before.ending(words.low, end):
            return True
    return ready.trap.reach > 0 and _reached(words, mention, ready)


def _reached(words: Words, mention: Mention, ready: _Ready) -> bool:
    """Whether a phrase stands a few words before the quantity."""
    for end in range(mention.first - 1, max(0, mention.first - ready.trap.reach) - 1, -1):
        if not words.is_word(end):
            return False
        if ready.before.ending(words.low, end):
            return True
    return False


def _after(words: Words, mention: Mention, ready: _Ready) -> bool:
    at = mention.follows
    if ready.after.at(words.low, at):
        return True
    word = words.at(at)
    return bool(
        ready.trap.endings
        and len(word) > _LONGEST_ENDING
        and word.endswith(ready.trap.endings)
        and word not in ready.spared
    )


def _noun_of(words: Words, mention: Mention) -> _Noun:
    at = mention.follows
    of = words.at(at) == "of"
    at += of
    start = at
    while _determines(words.at(at)):
        at += 1
    return _Noun(at, of, at > start)


def _of_noun(words: Words, ready: _Ready, noun: _Noun) -> bool:
    """Whether the quantity would be a share of one of the trap's nouns."""
    if not ready.nouns:
        return False
    if words.at(noun.at) in ready.nouns:
        return noun.of or noun.determined or _ends_phrase(words, noun.at + 1)
    if noun.of and _YEAR in ready.nouns and is_year(words, noun.at):
        return True
    known = noun_at(words, noun.at)
    if known is not None and known[0] > noun.at + 2:
        return False  # 'the six main points for action'
    described = words.at(noun.at + 1) in ready.nouns and could_be_noun(words, noun.at)
    return described and is_closed(words, noun.at + 2)


def _determines(word: str) -> bool:
    """Whether the word stands between 'of' and a noun ('most of last year')."""
    if word in quantities().silent.determining:
        return True
    return word in grammar().determiners and word not in quantities().fraction.every


def _ends_phrase(words: Words, at: int) -> bool:
    """Whether no noun goes on with the phrase there ('a few day centres')."""
    return verb_kind(words, at) in ("finite", "either") or not noun_follows(words, at)
