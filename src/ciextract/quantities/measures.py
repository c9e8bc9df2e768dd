"""Numbers and the words around them in, whether they measure a share or a change out. Targets show in tables."""

from __future__ import annotations

from functools import cache

from ciextract.quantities.model import Mention
from ciextract.quantities.syntax import grammar, skip_adverbs, verb_kind
from ciextract.quantities.words import Words
from ciextract.vocabulary.quantities import Phrases, quantities

_REACH = 3
"""Words that may stand between a verb of change and its amount ('fell slightly by')."""


@cache
def _verbs() -> Phrases:
    return Phrases(quantities().change.verbs)


def mark_changes(words: Words, mentions: list[Mention]) -> None:
    """Set the measure of the numbers that say by how much something changed."""
    for position, mention in enumerate(mentions):
        if mention.form not in ("percentage", "fraction"):
            continue
        if _changes(words, mention) or (position and _continues(words, mentions[position - 1], mention)):
            mention.measure = "change"


def _changes(words: Words, mention: Mention) -> bool:
    change, first = quantities().change, mention.first
    if words.at(first - 1) == "between" and words.at(first - 2) in ("by", "of"):
        first -= 1
    before = words.at(first - 1)
    if (before == "of" and words.at(first - 2) in change.nouns) or _noun_is(words, first):
        return True
    if mention.form == "fraction":
        compared = words.at(first - 2).endswith("er") and words.at(mention.end) != "of"  # 'were shorter by half'
        return before == "by" and (compared or change_verb_before(words, first - 1) is not None)
    if words.at(mention.end) in change.comparing:
        return True
    if words.at(mention.end) in change.nouns and words.at(mention.end - 1) != "of":
        return True
    if before == "by":
        return words.at(mention.end) != "of" or change_verb_before(words, first - 1) is not None
    return _verbs().ending(words.low, first) > 0 and words.at(mention.end) != "of"


def _noun_is(words: Words, first: int) -> bool:
    """'The rise came to 7%', 'the increase was 3%'."""
    at, change = first - 1, quantities().change
    if words.at(at) in ("to", "at") and words.at(at - 1) in change.amounting:
        at -= 1
    return words.at(at) in change.amounting and words.at(at - 1) in change.nouns


def change_verb_before(words: Words, at: int) -> int | None:
    """The first word of the verb of change that ends before ``at``, adverbs passed over."""
    for end in range(at, max(0, at - _REACH), -1):
        length = _verbs().ending(words.low, end)
        if length:
            return end - length if length > 1 or not _is_particle(words, end - 1) else None
        if skip_adverbs(words, end - 1) != end:
            return None
    return None


def _is_particle(words: Words, at: int) -> bool:
    """Whether 'up' belongs to a verb before it: 'taken up by 54% of those', but not 'was up by 54%'."""
    before = words.at(at - 1)
    particle = words.at(at) in ("up", "down") and before not in grammar().auxiliaries
    return particle and verb_kind(words, at - 1) in ("either", "participle")


def _continues(words: Words, previous: Mention, mention: Mention) -> bool:
    """'A rise of 9% and 4%', 'by between 5% and 8%'."""
    if mention.form != "percentage" or previous.measure != "change" or mention.first != previous.end + 1:
        return False
    return words.at(previous.end) in (*grammar().conjunctions, "to", "-", "–", ",")
