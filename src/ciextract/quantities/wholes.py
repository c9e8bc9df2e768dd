"""Words of a sentence in, the totals that its later numbers are taken of out. The numbers themselves are not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ciextract.frozen import frozen
from ciextract.quantities.model import Mention
from ciextract.quantities.nouns import group_at
from ciextract.quantities.numbers import is_year, number_ending, whole_at
from ciextract.quantities.phrases import NounPhrase, noun_phrase
from ciextract.quantities.relations import relation_before
from ciextract.quantities.syntax import could_be_noun, grammar, is_plural, main_verb_at
from ciextract.quantities.words import Words
from ciextract.vocabulary.populations import Category
from ciextract.vocabulary.quantities import Phrases, quantities

_IN_BRACKETS = 6
"""Words in brackets behind a count, with them, at the most."""
LEAST = 2
"""Counts that make up a total."""
_REACH = 20
"""Words before 'of which' in which its total stands."""


@frozen
class Whole:
    """A total that later numbers of the sentence are taken of, at words ``at`` to ``end``, and its noun phrase."""

    at: int
    end: int
    total: int
    phrase: NounPhrase | None
    tally: bool = False
    thing: bool = False
    """Whether the total has a noun that names nothing known ('20 beds, of which 13')."""


@frozen
class Counted:
    """A plain count, with the category of its noun; ``thing`` where the noun names nothing known."""

    total: int
    category: Category | None
    thing: bool


def wholes_in(words: Words, mentions: Sequence[Mention]) -> list[Whole]:
    """The totals of a sentence in order: 'Of the 80 records,', 'In a sample of 20 files,', 'three of nine areas'."""
    found = [*_framed(words), *_of_which(words)] or [*_summed(words)]
    found += [
        Whole(one.first, one.end, one.total, noun_phrase(words, one.total_at or one.end, "framed"), True)
        for one in mentions
        if one.total is not None
    ]
    return sorted(found, key=lambda whole: whole.at)


def _framed(words: Words) -> Iterator[Whole]:
    frames = _frames()
    for index in [index for index, word in enumerate(words.low) if word in frames]:
        opens = _opens(words, index)
        sampled = words.low[index] == "of" and _names_sample(words, index)
        if not sampled and not opens:
            continue
        at = index + 1
        determined = int(words.at(at) in grammar().determiners)
        determined += determined and words.at(at + 1) in ("other", "remaining")
        number = whole_at(words, at + determined)
        if number is None or is_year(words, at + determined) or words.at(number[0]) in grammar().age_nouns:
            continue
        pronoun = words.at(at) in ("these", "those")
        start = at if pronoun or words.at(at) in grammar().kept_determiners else at + determined
        phrase = noun_phrase(words, start, "framed")
        end = phrase.end if phrase is not None else number[0]
        plain = words.low[index] in ("of", "among") and not sampled
        if plain or _is_known(words, phrase, sampled=sampled):
            yield Whole(index, end, number[1], phrase)


def _summed(words: Words) -> Iterator[Whole]:
    """'We read 72 records: 50 were good, 18 adequate and four weak': the counts behind the mark make up the total.

    Counts with nouns of their own ('20 parents: 12 mothers and eight fathers') are plain.
    """
    mark = next((at for at, word in enumerate(words.low) if word in (":", ";")), len(words))
    counts = [(at, *found) for at in range(len(words)) if (found := whole_at(words, at)) and not is_year(words, at)]
    at, end, total = next((one for one in reversed(counts) if one[1] <= mark), (0, 0, 0))
    parts = [one for one in counts if one[0] > mark]
    if (
        len(parts) < LEAST
        or sum(value for _, _, value in parts) != total
        or any(_has_noun(words, one[1]) for one in parts)
    ):
        return
    phrase = noun_phrase(words, end, "framed")
    if phrase is not None and phrase.end <= mark and _is_counted(phrase):
        yield Whole(at, mark, total, phrase)


def _has_noun(words: Words, end: int) -> bool:
    group = group_at(words, end)
    return group is not None and group.start == end and group.category is not None


def _is_counted(phrase: NounPhrase) -> bool:
    return phrase.category is not None and phrase.category.category != "other"


def _is_known(words: Words, phrase: NounPhrase | None, *, sampled: bool) -> bool:
    """'A sample of 20 files', 'In 20 files, …', but not 'In 20 minutes, …'."""
    if phrase is None or phrase.category is None:
        return False
    return sampled or (words.at(phrase.end) == "," and phrase.category.category != "other")


@cache
def _frames() -> frozenset[str]:
    """Words before a total: 'of the 80 records, …', 'in 20 files, …'."""
    return frozenset({"of", "among"}) | quantities().tally.frames


@cache
def _samples() -> Phrases:
    return Phrases(quantities().tally.samples)


def _names_sample(words: Words, index: int) -> bool:
    """Whether the 'of' there stands behind what was read as a whole: 'a sample of 20 files', 'an audit of 40 cases'."""
    return _samples().ending(words.low, index) > 0 and not _is_part(words, index)


def _is_part(words: Words, index: int) -> bool:
    """'One of a sample of 20 files': the tally that a number before makes has the sample as its own total."""
    at = index - _samples().ending(words.low, index)
    while words.at(at - 1) in grammar().determiners or words.at(at - 1) in quantities().tally.sampled:
        at -= 1
    return words.at(at - 1) == "of" and number_ending(words, at - 1) is not None


def _opens(words: Words, index: int) -> bool:
    """Whether a clause starts there."""
    if words.at(index - 1) == "out":
        index -= 1
    before = words.at(index - 1)
    return index == 0 or before in (",", ";", ":", "-", "–", "(") or before in grammar().joining_clauses


def _of_which(words: Words) -> Iterator[Whole]:
    """'102 records that we read, of which 39 …', '31 of the 95 disagreed, and of these, 20 …'."""
    for pronoun in [index for index, word in enumerate(words.low) if word in grammar().counted_before]:
        index, behind = pronoun - 1, pronoun + 1 + (words.at(pronoun + 1) == ",")
        part = whole_at(words, behind) if words.at(index) == "of" else None
        if part is None or not index:
            continue
        total, thing = None, False
        if words.at(pronoun) in grammar().governed_relatives:
            total = _first_number(words, max(0, index - _REACH), index, part[1])
            counted = last_counted(words, index)
            thing = counted is not None and counted.total == total and counted.thing
        elif _opens(words, index) and _tells_part(words, part[0]):
            counted = last_counted(words, index)
            total = counted.total if counted is not None else None
        if total is not None and total > part[1]:
            yield Whole(index, behind, total, None, thing=thing)


def _tells_part(words: Words, at: int) -> bool:
    """Whether the number before has no noun of its own that 'of these' could point out ('of these 20 files')."""
    return main_verb_at(words, at) or not could_be_noun(words, at)


def _first_number(words: Words, start: int, end: int, least: int) -> int | None:
    """The first number between the words of which the count can be a part."""
    found = (whole_at(words, at) for at in range(start, end) if not is_year(words, at))
    return next((number[1] for number in found if number is not None and number[1] >= least), None)


def last_counted(words: Words, end: int) -> Counted | None:
    """The last plain count before the index ('87 had a plan, …')."""
    total: Counted | None = None
    at = 0
    while at < end - 1:
        found = whole_at(words, at)
        if found is not None and found[0] < end and _counts_something(words, at, found[0]):
            group = group_at(words, found[0])
            category = group.category if group is not None else None
            thing = group is not None and category is None and _is_thing(words.at(group.end - 1))
            total = Counted(found[1], category, thing)
        at = found[0] if found is not None else at + 1
    return total


def _is_thing(noun: str) -> bool:
    """Whether the noun is a plural that tells nothing of people ('beds', but not 'replies')."""
    return is_plural(noun) and noun not in grammar().given_by_people


def _counts_something(words: Words, at: int, end: int) -> bool:
    """An exact count with its noun or verb behind it: no year, no age, no place in a list, no share."""
    if is_year(words, at) or words.at(at - 1) in quantities().tally.apart or relation_before(words, at)[0] < at:
        return False
    back = at - 1
    while words.at(back) in grammar().determiners:
        back -= 1
    if words.at(back) == "of" and (words.at(back - 1) == "out" or number_ending(words, back) is not None):
        return False
    if words.at(end) == "(":  # '81 (65%) noted it'
        end = next((at + 1 for at in range(end, end + _IN_BRACKETS) if words.at(at) == ")"), end)
    return words.at(end) in ("of", "out") or could_be_noun(words, end) or main_verb_at(words, end)
