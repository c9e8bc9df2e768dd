"""Fragments of a page in, what is filled into its form fields put beside the labels out. No field is read here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ciextract.document import Box
from ciextract.read.paged.boxes import share_width
from ciextract.read.paged.glyphs import Fragment

REACH = 150.0
"""Points between a label and the field on its right, at the most."""
CLOSE = 0.8
"""Lines of one field stand at most so far below each other, in heights of their type."""
MOST = 500
"""Lines of fields of one page that are put beside labels; each is held against all that stands on the page."""
SLACK = 1.0
"""Points by which a field may touch its label."""


def with_fields(fragments: Iterable[Fragment], first: int) -> list[Fragment]:
    """The fragments in content order, those of fields, which begin at source character ``first``, behind their labels.

    A field's label stands on its left, or else above it.
    """
    ordered: list[Fragment] = []
    fields: list[Fragment] = []
    for fragment in fragments:
        (ordered if fragment.origin < first else fields).append(fragment)
    for field in fields[:MOST]:
        ordered.insert(_place(ordered, field, first), field)
    return ordered + fields[MOST:]


def _place(ordered: Sequence[Fragment], field: Fragment, first: int) -> int:
    """Where among the fragments a field belongs."""
    above = _above(ordered, field)
    if above is not None:
        goes_on = field.box[1] - ordered[above].box[3] <= CLOSE * field.size
        if goes_on and ordered[above].origin >= first:
            return above + 1
    label = _left(ordered, field)
    if label is None:
        label = above
    if label is not None:
        return label + 1
    return next((at for at, one in enumerate(ordered) if one.box[1] >= field.box[3]), len(ordered))


def _left(ordered: Sequence[Fragment], field: Fragment) -> int | None:
    """The nearest fragment on the field's left, at its height."""
    near = [
        at
        for at, one in enumerate(ordered)
        if 0 <= field.box[0] - one.box[2] + SLACK <= REACH and _is_level(one.box, field.box)
    ]
    return max(near, key=lambda at: ordered[at].box[2], default=None)


def _above(ordered: Sequence[Fragment], field: Fragment) -> int | None:
    """The nearest fragment over the field."""
    over = [
        at for at, one in enumerate(ordered) if one.box[3] <= field.box[1] + SLACK and share_width(one.box, field.box)
    ]
    return max(over, key=lambda at: ordered[at].box[3], default=None)


def _is_level(one: Box, other: Box) -> bool:
    return one[1] <= (other[1] + other[3]) / 2 <= one[3] or other[1] <= (one[1] + one[3]) / 2 <= other[3]
