"""Fragments of a page in, large initials that drop beside several lines put before the first of these out.

Programs draw such a letter before or behind all other text. Whether it is a word is told where lines are joined.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ciextract.read.lines import BEGINS_WORD
from ciextract.read.paged.glyphs import Fragment
from ciextract.read.paged.sequence import Placed

LARGE = 1.7
"""Times the size of the lines that an initial drops beside, at the least."""
REACH = 2.0
"""Space between the initial and these lines at the most, in the size of their type."""
HIGHER = 0.6
"""A line beside the initial begins at most so far above it, in the size of its type."""
_MORE_DIGITS = re.compile(r"\d*(?:[.,]\d+)*(?:%| per ?cent\b|\d\b)")
"""What goes on from the first digit of a figure: a digit alone may be the number of an item."""
_QUOTES = "\"'“‘"


def without_initials(fragments: list[Fragment]) -> tuple[list[Fragment], dict[int, Fragment]]:
    """(the fragments without large initials, each of these by the origin of the line that it begins)."""
    initials: dict[int, Fragment] = {}
    for one in fragments:
        line = _begun_by(one, fragments) if _may_begin(one.text.strip()) else None
        if line is not None:
            initials[line.origin] = one
    if not initials:
        return fragments, initials
    taken = {one.origin for one in initials.values()}
    return [one for one in fragments if one.origin not in taken], initials


def with_initials(placed: list[Placed], initials: Mapping[int, Fragment]) -> list[Placed]:
    """The lines, an initial before the one that it begins, and set as that is."""
    if not initials:
        return placed
    lines: list[Placed] = []
    for line in placed:
        initial = initials.get(line.fragment.origin)
        if initial is not None:
            lines.append(Placed(_set_as(line.fragment, initial), line.marker))
            line = Placed(line.fragment)
        lines.append(line)
    return lines


def _may_begin(text: str) -> bool:
    """A capital, which may have a quotation mark before it, or a digit."""
    letter = text.lstrip(_QUOTES)
    return len(letter) == 1 and (letter.isdecimal() or (letter.isupper() and letter.isalpha()))


def _begun_by(initial: Fragment, fragments: Sequence[Fragment]) -> Fragment | None:
    """The first line of two or more beside the initial, where it goes on from it."""
    beside = [one for one in fragments if _is_beside(initial, one)]
    if len({round(one.baseline) for one in beside}) < 2:
        return None
    first = min(beside, key=lambda one: (one.baseline, one.box[0]))
    if initial.text.strip().isdecimal():
        return first if _MORE_DIGITS.match(first.text) else None
    return first if first.text[:1].islower() or first.text[:2].isupper() else None


def _is_beside(initial: Fragment, one: Fragment) -> bool:
    left, top, right, _ = initial.box
    if one.turn or initial.turn or one.size * LARGE > initial.size:
        return False
    level = one.box[1] >= top - HIGHER * one.size and one.baseline <= initial.baseline + one.size / 2
    return level and left - 1 <= one.box[0] <= right + REACH * one.size


def _set_as(line: Fragment, initial: Fragment) -> Fragment:
    return initial._replace(
        text=initial.text.rstrip() + BEGINS_WORD,
        box=(initial.box[0], line.box[1], initial.box[2], line.box[3]),
        baseline=line.baseline,
        size=line.size,
        bold=line.bold,
        italic=line.italic,
        lead=len(initial.text) if line.bold or line.lead else 0,
    )
