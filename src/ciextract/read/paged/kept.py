"""Boxes of printed stretches in, the same boxes out when they are asked for again, kept in half the room of tuples."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from ciextract.document import Box

Stretch = tuple[int, int, int]
"""Page, first character and number of characters."""
_BITS = 32
_LOW = (1 << _BITS) - 1


class KeptBoxes:
    """Boxes by the stretch that they surround. Equal figures come out as one object, as a record keeps many of them."""

    __slots__ = ("_at", "_figures", "_shared")

    def __init__(self) -> None:
        self._figures = array("d")
        self._at: dict[int, int] = {}
        self._shared: dict[float, float] = {}

    def __contains__(self, stretch: Stretch) -> bool:
        return _key(stretch) in self._at

    def keep(self, stretch: Stretch, boxes: Iterable[Box]) -> None:
        """The boxes of a stretch that has none yet."""
        start = len(self._figures)
        for box in boxes:
            self._figures.extend(box)
        self._at[_key(stretch)] = start << _BITS | len(self._figures)

    def of(self, stretch: Stretch) -> tuple[Box, ...]:
        """The boxes that were kept of the stretch. Raises KeyError."""
        at = self._at[_key(stretch)]
        one = self._shared.setdefault
        figures = [one(figure, figure) for figure in self._figures[at >> _BITS : at & _LOW]]
        return tuple(zip(figures[::4], figures[1::4], figures[2::4], figures[3::4], strict=True))


def _key(stretch: Stretch) -> int:
    """One number, which takes half of the room of a tuple."""
    page, first, count = stretch
    return (page << _BITS | first) << _BITS | count
