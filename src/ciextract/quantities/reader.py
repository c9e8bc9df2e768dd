"""The words of one sentence in, its quantities out in full, with populations and grades, and what was declined.

What a phrase refers back to in other sentences is not known here; such a mention has no category yet.
"""

from __future__ import annotations

from ciextract.quantities.grades import assign_grades
from ciextract.quantities.grammar import mentions_in
from ciextract.quantities.measures import mark_changes
from ciextract.quantities.model import Mention, Rejected
from ciextract.quantities.populations import assign_populations
from ciextract.quantities.ranges import with_range_ends, without_declined_ranges
from ciextract.quantities.tallies import Before, wholes_in, with_tallies
from ciextract.quantities.words import Words

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
    assign_populations(words, mentions, wholes)
    assign_grades(words, mentions)
    return sorted([*map(_of_unit, mentions), *declined], key=lambda one: one.first)


def _of_unit(mention: Mention) -> Mention | Rejected:
    """'All' counts of units of evidence alone: records, cases, plans, partnerships, areas, inspections."""
    if mention.quantifier != "all" or (mention.category is not None and mention.category.all):
        return mention
    return Rejected(mention.first, mention.end, _NO_UNIT, "'all' of what is no unit of evidence")
