"""One physical line in, its characters as a reader would type them out, each with its place in the source line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ciextract.folding import QUOTES, Swaps
from ciextract.read.lines import BEGINS_WORD, DOUBLE_T, SOFT_HYPHEN

Run = tuple[int, str]
"""Source position of the first character, and characters that stand there one for one."""

# Behind a unit of length a raised digit is a power, at the beginning of a line a note's own marker.
_HIGH = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_RAISED = re.compile(r"(?<=[^\s¹²³⁰⁴-⁹])(?<!\bm)(?<!\b[ckm]m)[¹²³⁰⁴-⁹]+(?:[,\s]?[¹²³⁰⁴-⁹]+)*")
_GLUED_MARKER = re.compile(r"\d{1,3}(?=[A-Z‘“\"'(])")
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", DOUBLE_T: "tt", "…": "...",
}  # fmt: skip
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff" + SOFT_HYPHEN + BEGINS_WORD)
_SPACES = frozenset(
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_PLAIN_HYPHENS = frozenset("\u2010\u2011")
_TYPED = Swaps(
    QUOTES
    | str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    | {ord(space): " " for space in _SPACES}
    | {ord(hyphen): "-" for hyphen in _PLAIN_HYPHENS}
)
"""Characters that are typed as one other character each."""
_UNEVEN = ("  ", *sorted(_UNSEEN), *_LIGATURES)
"""What is typed as fewer or more characters than stand there."""


def runs(text: str, raised: tuple[tuple[int, int], ...] = (), *, note: bool = False) -> list[Run]:
    """Normal characters of a line; ``raised`` markers are left out, or typed as digits where the line is a ``note``."""
    glued = note and _GLUED_MARKER.match(text) is not None
    if not raised and text.isascii() and not glued:
        if text.isprintable() and "`" not in text and "  " not in text:
            return [(0, text)] if text else []
        left_out: frozenset[int] = frozenset()
    else:
        left_out = frozenset() if note else _markers(text, raised)
    typed = _TYPED.made(text)
    space_before = _own_marker_end(text, raised) if note else 0
    if not left_out and not space_before and not any(map(typed.__contains__, _UNEVEN)) and not typed.startswith(" "):
        return [(0, typed)] if typed else []
    return list(_gather(_characters(typed, left_out, space_before)))


def left_out(text: str, raised: tuple[tuple[int, int], ...] = (), *, note: bool = False) -> str:
    """The markers of a line that ``runs`` leaves out."""
    if note or (not raised and text.isascii()):
        return ""
    return "".join(text[place] for place in sorted(_markers(text, raised)) if not text[place].isspace())


def _own_marker_end(text: str, raised: tuple[tuple[int, int], ...]) -> int:
    """Where a note's own marker ends that its first word follows without a space, else 0."""
    glued = _GLUED_MARKER.match(text)
    if glued:
        return glued.end()
    end = raised[0][1] if raised and raised[0][0] <= 1 else 0
    return end if text[end : end + 1].strip() else 0


def _markers(text: str, raised: tuple[tuple[int, int], ...]) -> frozenset[int]:
    if not raised and (text.isascii() or not any(map(text.__contains__, _HIGH))):
        return frozenset()  # of most lines: the longer search looks back from each character
    places = {i for start, end in raised for i in range(start, end)}
    places.update(i for match in _RAISED.finditer(text) for i in range(*match.span()))
    return frozenset(places)


def _characters(typed: str, left_out: frozenset[int], space_before: int) -> Iterator[tuple[int, str]]:
    spaced = True
    for place, character in enumerate(typed):
        if place in left_out or character in _UNSEEN:
            continue
        if space_before and place == space_before:
            yield place - 1, " "
        if character == " ":
            if not spaced:
                yield place, " "
            spaced = True
            continue
        spaced = False
        for one in _LIGATURES.get(character, character):
            yield place, one


def _gather(characters: Iterator[tuple[int, str]]) -> Iterator[Run]:
    """Neighbouring characters that stand one for one in the source, as one run."""
    start, run = 0, ""
    for place, character in characters:
        if run and place == start + len(run):
            run += character
            continue
        if run:
            yield start, run
        start, run = place, character
    if run:
        yield start, run


def trimmed(line: list[Run]) -> list[Run]:
    """The runs without white space at either end."""
    if len(line) == 1 and line[0][1] and not (line[0][1][0].isspace() or line[0][1][-1].isspace()):
        return line
    line = [run for run in line if run[1]]
    while line and not line[0][1].strip():
        line = line[1:]
    while line and not line[-1][1].strip():
        line = line[:-1]
    if not line:
        return []
    start, first = line[0]
    line[0] = (start + len(first) - len(first.lstrip()), first.lstrip())
    start, last = line[-1]
    line[-1] = (start, last.rstrip())
    return line
