"""A place in the words in, the noun group that starts there out: determiner, describing words and noun, joined groups.

What follows the noun (clauses, prepositions) is read in ``phrases``.
"""

from __future__ import annotations

from ciextract.frozen import frozen
from ciextract.quantities.numbers import number_at
from ciextract.quantities.syntax import (
    could_be_noun,
    grammar,
    is_closed,
    is_plural,
    main_verb_at,
    noun_at,
    noun_follows,
    verb_kind,
)
from ciextract.quantities.words import Words
from ciextract.vocabulary.populations import Category, populations
from ciextract.vocabulary.quantities import quantities

_LONGEST = 9
"""Words of a noun group at the most."""
_LONGEST_JOINED = 24
"""Words of joined groups at the most."""


@frozen
class Group:
    """Words ``start`` to ``end``; ``category`` of its noun where it is known."""

    start: int
    end: int
    category: Category | None


def group_at(words: Words, start: int) -> Group | None:
    """The noun group that starts there, a leading 'the' left off."""
    first, noun_from = _determined(words, start)
    at, end, category, plain = noun_from, noun_from, None, noun_from
    while at < noun_from + _LONGEST:
        step, known = _step(words, at, noun_from)
        if not step:
            break
        compound = not known and step > 1 and not words.at(at)[:1].isdecimal()
        at += step
        if compound:
            continue
        plain = at
        if known is not None or is_plural(words.at(at - 1)):
            end, category = at, known
        elif end > noun_from and end == at - 1:
            end = at
        if end == at and not _goes_on(words, at):
            break
    end = plain if end == noun_from else end
    return Group(first, end, category) if end > noun_from else None


def _determined(words: Words, start: int) -> tuple[int, int]:
    """The first word of the group, and the first behind its determiner and number."""
    at = start + 1 if words.at(start) in ("the", "all") else start
    first = at = at + 1 if words.at(at) == "the" else at
    if words.at(at) in grammar().kept_determiners or words.at(at) in ("a", "an", "another", "no", "each"):
        at += 1
    number = number_at(words, at)
    return first, _behind_age(words, number[0]) if number is not None else at


def _behind_age(words: Words, at: int) -> int:
    """The index behind '- 15' and 'and four' in '12-15 year olds' and 'three and four year olds'."""
    second = number_at(words, at + 1) if words.at(at) in ("-", "to", "and", "or") else None
    if second is None:
        return at
    described = words.at(at) == "-" and could_be_noun(words, second[0])  # 'the 0-17 population'
    return second[0] if described or words.at(second[0]) in grammar().age_nouns else at


def _step(words: Words, at: int, noun_from: int) -> tuple[int, Category | None]:
    """Words that go on with the group there, none where it ends, and the category of a known noun."""
    if words.at(at) in ("last", "next", "this") and words.at(at + 1) in grammar().times:
        return 0, None
    owned = number_at(words, at) if at > noun_from and words.at(at - 1).endswith(("'s", "s'")) else None
    if owned is not None:
        return owned[0] - at, None
    compound, known = _compound(words, at), noun_at(words, at)
    if known is not None and known[0] > at + compound:
        return known[0] - at, known[1]
    if compound:
        return compound, None
    if words.at(at) == "ones" and at > noun_from:
        return 1, None
    return int(_describes(words, at)), None


def _compound(words: Words, at: int) -> int:
    """Words of a compound that only describes ('looked after', 'early years')."""
    length = populations().phrases.at(words.low, at)
    return length if length and could_be_noun(words, at + length) else 0


def _describes(words: Words, at: int) -> bool:
    """Whether the word can stand in a noun group: an adjective, a singular noun, a participle before its noun."""
    if words.at(at) in ("'", '"') and words.touching(at):
        return could_be_noun(words, at + 1)
    kind = verb_kind(words, at)
    if kind in ("either", "participle", "ing"):
        after_article = words.at(at - 1) in ("a", "an", "the", "no", "each") and could_be_noun(words, at + 1)
        return noun_follows(words, at + 1) or (after_article and verb_kind(words, at + 1) is None)
    if kind == "base" and (words.at(at - 1) in grammar().possessives or words.at(at - 1).endswith(("'s", "s'"))):
        return True  # 'less than half of the work'
    if kind == "base":
        return noun_follows(words, at + 1) and not is_plural(words.at(at - 1))
    if kind == "finite":
        return False
    if words.at(at).endswith("ly"):
        return verb_kind(words, at + 1) in ("either", "participle") and noun_follows(words, at + 2)
    return could_be_noun(words, at)


def _goes_on(words: Words, at: int) -> bool:
    """Whether the noun that ends before ``at`` only describes the next one ('case files', 'staff survey replies')."""
    if not could_be_noun(words, at):
        return False
    last, g = words.at(at - 1), populations().compounds
    following = noun_at(words, at)
    if last in g.collective:
        plural = is_plural(words.at(at)) and not is_plural(last)
        return plural or words.at(at) in g.heads_after_collective or (following is not None and not is_plural(last))
    if is_plural(last):
        return False
    kind = verb_kind(words, at)
    if kind in ("either", "finite", "participle"):
        return False
    if following is not None or is_plural(words.at(at)) or noun_follows(words, at + 1):
        return True
    ends = is_closed(words, at + 1) or main_verb_at(words, at + 1)
    return ends and kind is None and not words.at(at).endswith("ly")


def joined_groups(words: Words, first: Group, governed: bool) -> int:
    """The end of the groups that 'and', 'or', '/' or commas join to the first one."""
    end = first.end
    while True:
        following = _joined(words, first, end, governed)
        if following is None:
            return end
        end = following


def _joined(words: Words, first: Group, end: int, governed: bool) -> int | None:
    word = words.at(end)
    if end - first.start > _LONGEST_JOINED:
        return None
    if word == "/":
        group = group_at(words, end + 1)
        return group.end if group is not None else None
    if word in grammar().conjunctions:
        return _behind_conjunction(words, first, end, governed)
    if word == "," and not governed and not is_closed(words, end + 1):
        group = group_at(words, end + 1)
        if group is None or group.category is None or first.category is None:
            return None
        if words.at(group.end) in (*grammar().conjunctions, ","):
            last = _joined(words, first, group.end, governed)
            return last if last is not None else None
    return None


def _behind_conjunction(words: Words, first: Group, end: int, governed: bool) -> int | None:
    if is_closed(words, end + 1) and words.at(end + 1) not in grammar().kept_determiners:
        return None
    if number_at(words, end + 1) is not None or words.at(end + 1) in quantities().heads:
        return None
    group = group_at(words, end + 1)
    if group is None:
        return None
    if any(words.at(at).endswith(("'s", "s'")) for at in range(group.start, group.end - 1)):
        return group.end  # 'children and young people's survey'
    if group.category is None and not is_plural(words.at(group.end - 1)):
        return None
    alike = group.category is not None and first.category is group.category
    kin = {one.category for one in (first.category, group.category) if one is not None}
    if alike or kin == {"children", "parents_carers"}:
        return group.end
    quantity = words.at(group.end + 1) in quantities().openers or number_at(words, group.end + 1) is not None
    shared = words.at(group.end) in grammar().prepositions and quantity  # 'in half of meetings and staff in 30%'
    return None if governed and (shared or main_verb_at(words, group.end)) else group.end
