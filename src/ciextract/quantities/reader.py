"""The words of one sentence in, its quantities out in full, with populations and grades, and what was declined.

What a phrase refers back to in other sentences is not known here; such a mention has no category yet.
"""

from __future__ import annotations

from functools import cache

from ciextract.quantities.grades import assign_grades
from ciextract.quantities.grammar import mentions_in
from ciextract.quantities.measures import mark_changes
from ciextract.quantities.model import Mention, Rejected
from ciextract.quantities.numbers import whole_at
from ciextract.quantities.phrases import noun_phrase
from ciextract.quantities.populations import assign_populations
from ciextract.quantities.ranges import with_range_ends, without_declined_ranges
from ciextract.quantities.tallies import Before, with_tallies
from ciextract.quantities.wholes import wholes_in
from ciextract.quantities.words import Words
from ciextract.vocabulary.quantities import Phrases, quantities

_EXCEPTION = "vocabulary/quantities#exception"
_NO_UNIT = "quantities/reader#no-unit-of-evidence"


def quantities_in(words: Words, before: Before) -> list[Mention | Rejected]:
    """Quantities and what was declined, in order. ``before`` gives the sentence before, where a total may stand."""
    read = without_declined_ranges(words, mentions_in(words))
    declined = [one for one in read if isinstance(one, Rejected)]
    mentions = with_range_ends(words, [one for one in read if isinstance(one, Mention)])
    wholes = wholes_in(words, mentions)
    mark_changes(words, mentions)
    mentions = with_tallies(words, mentions, wholes, before)
    if not mentions:
        return [*declined]
    assign_populations(words, mentions)
    assign_grades(words, mentions)
    counted = [_without_exception(words, _of_unit(mention)) for mention in mentions]
    return sorted([*counted, *declined], key=lambda one: one.first)


def _of_unit(mention: Mention) -> Mention | Rejected:
    """'All' counts of units of evidence alone: records, cases, plans, partnerships, areas, inspections."""
    if mention.quantifier != "all" or (mention.category is not None and mention.category.all):
        return mention
    return Rejected(mention.first, mention.end, _NO_UNIT, "'all' of what is no unit of evidence")


def _without_exception(words: Words, read: Mention | Rejected) -> Mention | Rejected:
    """'All plans but one', 'all records, with one exception,': what is said holds for fewer than all."""
    if isinstance(read, Rejected) or read.quantifier != "all" or read.population is None:
        return read
    end = read.population[1]
    at = end + (words.at(end) == ",")
    length = _exceptions().at(words.low, at)
    if words.at(at) in quantities().exception.counted:
        left_out = at == end and (length > 0 or whole_at(words, end + 1) is not None)
    else:
        left_out = length > 0 and (words.at(at) == "with" or _is_named(words, at + length))
    return Rejected(read.first, read.end, _EXCEPTION, "all but what is left out") if left_out else read


def _is_named(words: Words, at: int) -> bool:
    return whole_at(words, at) is not None or noun_phrase(words, at, "framed") is not None


@cache
def _exceptions() -> Phrases:
    return Phrases(quantities().exception.phrases)
