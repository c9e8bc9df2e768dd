"""Lines of one text page in, the same with the spaces and hyphens that a reader sees out; characters keep their index.

A space that stands for nothing becomes a joiner, which is typed as nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import cached_property
from itertools import pairwise

from ciextract.document import Box
from ciextract.read.lines import JOINER, SOFT_HYPHEN
from ciextract.read.paged.boxes import height_of

FEW_LOOKS, MANY_LOOKS = 9, 60
"""Spaces of a page that are asked whether spaces are undone on it: more where it has more spaces than others."""
OFTEN = 5.7
"""A page has many spaces where one stands among so many characters; of English prose this is the lower end."""
SPREAD = 1.6
"""A space between spaced letters that parts two words is so much wider than most."""
TRACKED = 0.12
"""Letters of a line stand apart from this distance on, in heights of its type."""
SPELT, NEARLY_ALL, MOST_LETTERS = 5, 0.75, 0.6
"""Words of a line whose letters are all set apart, at the least; shares of them that are one character, and letters."""
PAIRS = 4
"""Letters side by side in a line of which that can be told, at the least."""
SPACE = 0.15
"""A space adds at least so much to the distance of such letters, in heights of their type."""
BROKEN, SHORT = 8, 24
"""Characters of a line, on average, up to which lines of a page may go on with a word; up to which with a letter."""
TOUCH, APART = 0.35, 1.8
"""Heights of the higher of two letters from which on a gap between them is a space, and no space any more."""
STROKE = 0.2
"""A hyphen is less high than this, relative to its size."""
UNDONE = 0.1
"""Share of a space's length by which what stands behind it may stand beside the space's own place, if it is undone."""
FLAT = 0.1
"""Points that a space is long at the least, if it can be undone: some fonts give theirs no width at all."""
_LINE_END = "\r\n"
_LONE_LETTER = re.compile(r"(?<!\S)[b-hj-zB-HJ-Z](?!\S)")
_LATER_LETTER = re.compile(r" [b-hj-zB-HJ-Z](?!\S)")
_SOFT_WITHIN = re.compile(rf"{SOFT_HYPHEN}(?=\w)")
_WITHIN = re.compile(r"(?<=\w) (?=\w)")


def with_whole_lines(text: str, box_of: Callable[[int], Box | None]) -> str:
    """A text whose lines end behind single letters, those put together that stand beside each other.

    pdfium takes sparse pages of narrow columns for vertical writing, and then ends a line behind each text object.
    """
    length = len(text) / max(text.count(_LINE_END), 1)
    if length > SHORT:
        return text
    parts = text.split(_LINE_END)
    whole, at = [parts[0]], len(parts[0])
    for part in parts[1:]:
        asked = whole[-1][-1:].isalnum() and part[:1].islower() if length > BROKEN else whole[-1] and part
        between = _between(box_of(at - 1), box_of(at + len(_LINE_END))) if asked else _LINE_END
        whole.append(between if length <= BROKEN or " " not in between else _LINE_END)
        whole.append(part)
        at += len(_LINE_END) + len(part)
    return "".join(whole)


def _between(left: Box | None, right: Box | None) -> str:
    """What stands for the line end between two characters: as many characters as it has."""
    if left is None or right is None:
        return _LINE_END
    height = max(height_of(left), height_of(right))
    gap = right[0] - left[2]
    level = max(left[1], right[1]) - min(left[3], right[3]) < TOUCH * height  # marks stand below letters, and above
    if not level or not -TOUCH * height < gap < APART * height:
        return _LINE_END
    return JOINER + JOINER if gap < TOUCH * height else " " + JOINER


class Spacing:
    """Tells how characters stand beside each other; of one by its index are given box and place on the baseline."""

    def __init__(
        self,
        text: str,
        box_of: Callable[[int], Box | None],
        place_of: Callable[[int], tuple[float, float] | None],
    ) -> None:
        self._text = text
        self._box_of = box_of
        self._place_of = place_of

    def seen(self, text: str, start: int, size: float) -> str:
        """A line, or a part of one, that begins at index ``start`` and is set in ``size``."""
        if self._undoes_spaces and " " in text:
            text = self._without_undone(text, start)
        if SOFT_HYPHEN in text:
            text = self._with_drawn_hyphens(text, start, size)
        if text[1:2] == " " and _is_spelt_out(text.split()):
            return self._closed_up(text, start)
        if " " in text and (text.isupper() or _has_lone_letters(text)):
            return self._without_tracking(text, start, size)
        return text

    @cached_property
    def _undoes_spaces(self) -> bool:
        """Soft hyphens of a web page become spaces that are taken back at once in what some writers make of it."""
        length = len(self._text)
        looks = MANY_LOOKS if length < OFTEN * self._text.count(" ") else FEW_LOOKS
        found = (_WITHIN.search(self._text, length * look // looks) for look in range(looks))
        return any(space is not None and self._is_undone(space.start()) for space in found)

    def _is_undone(self, index: int) -> bool:
        box, space, behind = self._box_of(index), self._place_of(index), self._place_of(index + 1)
        if box is None or space is None or behind is None:
            return False
        length = max(box[2] - box[0], box[3] - box[1])
        return length > FLAT and math.dist(space, behind) < UNDONE * length

    def _without_undone(self, text: str, start: int) -> str:
        return "".join(
            JOINER if one == " " and 0 < place < len(text) - 1 and self._is_undone(start + place) else one
            for place, one in enumerate(text)
        )

    def _with_drawn_hyphens(self, text: str, start: int, size: float) -> str:
        """Some writers call every hyphen soft: one within a line that is given room, and so seen, is a hyphen."""
        within = (match.start() for match in _SOFT_WITHIN.finditer(text))
        drawn = {place for place in within if self._is_drawn(start + place, size)}
        return "".join("-" if place in drawn else one for place, one in enumerate(text)) if drawn else text

    def _is_drawn(self, index: int, size: float) -> bool:
        """A stroke, no share of a ligature, and nothing is printed over it."""
        box, behind = self._box_of(index), self._box_of(index + 1)
        if box is None or behind is None:
            return False
        return 0 < height_of(box) < STROKE * size and box[0] < box[2] <= behind[0]

    def _closed_up(self, text: str, start: int) -> str:
        """Letters set apart by spaces as words: the narrow spaces stand for nothing."""
        spaces = [place for place, character in enumerate(text) if character == " " and 0 < place < len(text) - 1]
        gaps = {place: self._gap(start + place) for place in spaces}
        widest = SPREAD * sorted(gaps.values())[len(gaps) // 2]
        return "".join(JOINER if gaps.get(place, widest) < widest else one for place, one in enumerate(text))

    def _without_tracking(self, text: str, start: int, size: float) -> str:
        """The text of a line whose letters are set apart: spaces hardly wider than that distance stand for nothing."""
        boxes = [self._box_of(start + place) for place in range(len(text))]
        inside = sorted(
            right[0] - left[2]
            for (one, left), (other, right) in pairwise(zip(text, boxes, strict=True))
            if left is not None and right is not None and one.isalpha() and other.isalpha()
        )
        if len(inside) < PAIRS or inside[len(inside) // 2] < TRACKED * size:
            return text
        space = inside[len(inside) // 2] + SPACE * size
        return "".join(
            JOINER if one == " " and 0 < place < len(text) - 1 and 0 < self._gap(start + place) < space else one
            for place, one in enumerate(text)
        )

    def _gap(self, index: int) -> float:
        """Points between the characters beside this one."""
        left, right = self._box_of(index - 1), self._box_of(index + 1)
        return right[0] - left[2] if left is not None and right is not None else 0.0


def _is_spelt_out(words: list[str]) -> bool:
    """Every character stands alone, or nearly so as letters may be joined; figures of a table are no letters."""
    alone = sum(len(word) == 1 for word in words)
    letters = sum(word.isalpha() for word in words)
    return len(words) >= SPELT and alone >= NEARLY_ALL * len(words) and letters >= MOST_LETTERS * len(words)


def _has_lone_letters(text: str) -> bool:
    """More than one letter stands alone; of printable texts, whose spaces are plain, few need the slower search."""
    return (not text.isprintable() or _LATER_LETTER.search(text) is not None) and len(_LONE_LETTER.findall(text)) > 1
