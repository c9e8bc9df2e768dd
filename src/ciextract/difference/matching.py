"""Two lists of entries in, out come the pairs that are one and the same, and what only one of the lists has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from ciextract.difference.entries import Entry
from ciextract.difference.identities import Identity
from ciextract.folding import fold_words

ALIKE = 0.5
"""Share of their words that two entries of no common identity have in common at the least to be one, reworded."""
COMMON = 40
"""Entries that hold a word from which on it tells none of them from the others; this keeps the work linear."""
CLOSE = 64
"""Pairs of entries of one identity that are compared one by one; beyond that they are paired in their order."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Entries of both lists, those of the first alone, those of the second alone, each in its list's order."""

    pairs: tuple[tuple[Entry, Entry], ...]
    removed: tuple[Entry, ...]
    added: tuple[Entry, ...]


def match(before: Sequence[Entry], after: Sequence[Entry], identities: Iterable[Identity]) -> Matched:
    """Pair the entries: those that say the same, then by identity, then all but one leaf alike, then reworded ones.

    The order of the lists decides only between entries that nothing else tells apart, and the two lists exchanged give
    the same pairs.
    """
    both = _Both(dict(enumerate(before)), dict(enumerate(after)))
    both.pair(lambda entry: tuple(sorted(entry.leaves.items(), key=lambda leaf: leaf[0])))
    for identity in identities:
        both.pair(identity)
    for path in both.paths():
        both.pair(_all_but(path))
    both.pair_reworded()
    return both.matched()


def _all_but(path: str) -> Identity:
    def identity(entry: Entry) -> Hashable:
        rest = [leaf for leaf in entry.leaves.items() if not f"{leaf[0]}/".startswith(f"{path}/")]
        return tuple(sorted(rest, key=lambda leaf: leaf[0])) if any(said for _, said in rest) else None

    return identity


Scored = tuple[float, int, int]
"""How much an entry of the first list and one of the second have in common, and the places of the two."""


class _Both:
    """What is left of the two lists, by place, and the pairs that were made."""

    def __init__(self, before: dict[int, Entry], after: dict[int, Entry]) -> None:
        self._before = before
        self._after = after
        self._pairs: dict[int, tuple[Entry, Entry]] = {}

    def paths(self) -> list[str]:
        """The paths of all leaves that are left."""
        left = [*self._before.values(), *self._after.values()] if self._before and self._after else []
        return sorted({path for entry in left for path in entry.leaves})

    def pair(self, identity: Identity) -> None:
        """Pair what has the same identity."""
        if not self._before or not self._after:
            return
        one, other = _buckets(self._before, identity), _buckets(self._after, identity)
        for key in one.keys() & other.keys():
            self._pair_within(one[key], other[key])

    def _pair_within(self, one: list[int], other: list[int]) -> None:
        if len(one) * len(other) > CLOSE:
            for i, j in zip(one, other, strict=False):
                self._take(i, j)
        else:
            self._take_best((_equal_leaves(self._before[i], self._after[j]), i, j) for i, j in product(one, other))

    def pair_reworded(self) -> None:
        """Pair what has most of its words in common."""
        one, other = _word_sets(self._before), _word_sets(self._after)
        self._take_best(score for score in _overlaps(one, other) if score[0] >= ALIKE)

    def _take_best(self, scored: Iterable[Scored]) -> None:
        # The order of two scores is the same when the lists are exchanged, but for pairs that exclude each other in
        # neither order.
        for _, i, j in sorted(scored, key=lambda score: (-score[0], score[1] + score[2], abs(score[1] - score[2]))):
            if i in self._before and j in self._after:
                self._take(i, j)

    def _take(self, i: int, j: int) -> None:
        self._pairs[i] = (self._before.pop(i), self._after.pop(j))

    def matched(self) -> Matched:
        pairs = tuple(self._pairs[place] for place in sorted(self._pairs))
        return Matched(pairs, tuple(self._before.values()), tuple(self._after.values()))


def _buckets(entries: dict[int, Entry], identity: Identity) -> dict[Hashable, list[int]]:
    buckets: dict[Hashable, list[int]] = defaultdict(list)
    for place, entry in entries.items():
        key = identity(entry)
        if key is not None:
            buckets[key].append(place)
    return buckets


def _equal_leaves(one: Entry, other: Entry) -> int:
    return sum(other.leaves.get(path) == leaf for path, leaf in one.leaves.items() if path in other.leaves)


def _word_sets(entries: dict[int, Entry]) -> dict[int, frozenset[str]]:
    return {
        place: frozenset(word for said in entry.leaves.values() if isinstance(said, str) for word in _words(said))
        for place, entry in entries.items()
    }


def _words(text: str) -> list[str]:
    return fold_words(text).split()


def _overlaps(one: dict[int, frozenset[str]], other: dict[int, frozenset[str]]) -> Iterator[Scored]:
    """Entries that share a word that few others have, with twice what they share over what both hold."""
    holders: dict[str, list[int]] = defaultdict(list)
    held: dict[str, int] = defaultdict(int)
    for words in one.values():
        for word in words:
            held[word] += 1
    for place, words in other.items():
        for word in words:
            holders[word].append(place)
    for i, words in one.items():
        met = {j for word in words if max(held[word], len(holders[word])) <= COMMON for j in holders[word]}
        for j in met:
            yield 2 * len(words & other[j]) / (len(words) + len(other[j])), i, j
