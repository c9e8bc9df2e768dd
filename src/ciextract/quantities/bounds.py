"""A quantity in, the interval in percent that it stands for out. The one place where words become numbers.

Arithmetic is what the words alone say. 'About', 'just over' and 'just under' have no published meaning: they are read
with ``TOLERANCE``. Named scales are applied in ``scales``, never here.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from ciextract.quantities.model import Mention, Quantified
from ciextract.record import Bounds, Relation

_KEPT = 1024
"""Intervals that are kept: a document states the same ones again and again."""
TOLERANCE = 5.0
"""Percentage points that 'about' reaches to both sides, 'just over' and 'just under' to one: a convention."""

WORDS: dict[str, tuple[float, float, bool, bool]] = {
    "all": (100.0, 100.0, True, True),
    "almost_all": (50.0, 100.0, False, False),
    "most": (50.0, 100.0, False, False),
    "majority": (50.0, 100.0, False, False),
    "half": (50.0, 50.0, True, True),
    "minority": (0.0, 50.0, False, False),
    "few": (0.0, 50.0, False, False),
    "none": (0.0, 0.0, True, True),
    "not_all": (0.0, 100.0, True, False),
}
"""Low, high, and whether each belongs to the interval."""


def bounds_of(mention: Mention) -> Bounds:
    """The interval of a quantity; a change may be beyond 100 percent, a share may not."""
    point = point_of(mention)
    return _of_word(mention.quantifier) if point is None else related_bounds(point, mention.relation)


@cache
def _of_word(quantifier: Quantified) -> Bounds:
    low, high, low_in, high_in = WORDS[quantifier]
    return Bounds(low=low, high=high, low_inclusive=low_in, high_inclusive=high_in, basis="arithmetic", scale=None)


def point_of(mention: Mention) -> float | None:
    """The number that a quantity names, in percent; None for a word."""
    if mention.value is not None:
        return mention.value
    if mention.form == "tally" and mention.count is not None and mention.total:
        return _rounded(100 * mention.count / mention.total)
    if mention.numerator is not None and mention.denominator:
        return _rounded(100 * mention.numerator / mention.denominator)
    return None


@lru_cache(_KEPT)
def related_bounds(point: float, relation: Relation) -> Bounds:
    """The interval of a number with its relation."""
    top = max(100.0, point)
    close_above, close_below = min(top, _rounded(point + TOLERANCE)), max(0.0, _rounded(point - TOLERANCE))
    low, high, low_in, high_in = {
        "exactly": (point, point, True, True),
        "about": (close_below, close_above, True, True),
        "just_over": (point, close_above, False, True),
        "over": (point, top, False, True),
        "at_least": (point, top, True, True),
        "just_under": (close_below, point, True, False),
        "under": (0.0, point, True, False),
        "at_most": (0.0, point, True, True),
    }[relation]
    basis: Literal["convention", "arithmetic"] = (
        "convention" if relation in ("about", "just_over", "just_under") else "arithmetic"
    )
    return Bounds(low=low, high=high, low_inclusive=low_in, high_inclusive=high_in, basis=basis, scale=None)


def _rounded(value: float) -> float:
    """To six digits: a third is 33.333333, the same on every machine."""
    return round(value, 6)
