"""Text with its looks in, block by block; physical lines out, white space collapsed as browsers do. Nothing joined."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from ciextract.frozen import frozen
from ciextract.read.lines import BULLET, SOFT_HYPHEN, CellPlace, PhysicalLine

UNDERLINED = 3  # the level of a paragraph that is wholly underlined

_SPACE = re.compile(r"[ \t\n\f\r]+")
_BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u200c\u200d\u2060\ufeff"
_FOOTNOTE = re.compile(r"\[?\d{1,3}(?:, ?\d{1,3})*\]?|[ivx]{1,6}|[^\w\s®™©℠]")
_ORDINAL = re.compile(r"[(\[]?\w{1,6}[.)\]]")


@frozen
class Look:
    """How a stretch of text looks and where it stands; inherited by what is inside.

    raised  a number of the raised element (from 1), 0 for none; ``label``  a list marker that Word wrote as text.
    pre     white space is kept.  ``contents`` and ``note``  as in PhysicalLine.  ``size``  in points, where it is told.
    """

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    linked: bool = False
    raised: int = 0
    label: bool = False
    pre: bool = False
    contents: bool = False
    note: bool = False
    level: int | None = None
    size: float | None = None
    cell: CellPlace | None = None


PLAIN = Look()

_Run = tuple[str, Look]


@dataclass(slots=True)
class LineWriter:
    """Takes texts, line breaks and block edges in order; ``lines`` holds what was written up to the last edge."""

    lines: list[PhysicalLine] = field(default_factory=list)
    _runs: list[_Run] = field(default_factory=list)
    _paragraph: list[tuple[PhysicalLine, bool]] = field(default_factory=list)
    _marker: str | None = None
    _item: bool = False
    _fresh: bool = True
    _number: int | None = None

    def text(self, text: str, look: Look, number: int | None = None) -> None:
        """Add text to the line; ``number`` is the source line of its first visible character."""
        text = text.replace(SOFT_HYPHEN, "")
        if not look.pre:
            self._add(text, look, number)
            return
        first, *others = text.split("\n")
        above = text[: len(text) - len(text.lstrip())].count("\n")
        self._add(first, look, number)
        for offset, line in enumerate(others, start=1 - above):
            self.line_break()
            self._add(line, look, None if number is None else number + offset)

    def _add(self, text: str, look: Look, number: int | None) -> None:
        if self._number is None and text.strip(_BLANK):
            self._number = number
        self._runs.append((text, look))

    def line_break(self) -> None:
        """End the line; a break on an empty line starts something new."""
        self._fresh = not self._end_line()
        if self._fresh:
            self._end_paragraph()

    def edge(self) -> None:
        """End the block."""
        self._end_line()
        self._end_paragraph()
        self._fresh = True

    def item(self, marker: str | None) -> None:
        """A list item starts; the marker waits for its first line."""
        self.edge()
        self._item, self._marker = True, marker

    def end_item(self) -> None:
        self.edge()
        self._item, self._marker = False, None

    def _end_line(self) -> bool:
        """Write the line, if there is anything on it."""
        runs, number = self._runs, self._number
        self._runs, self._number = [], None
        label = "".join(text for text, look in runs if look.label).strip(_BLANK)
        if label and not self._item:
            self._item, self._marker = True, label if _ORDINAL.fullmatch(label) else BULLET
        segments = list(_collapsed([run for run in runs if not run[1].label]))
        if not segments:
            return False
        line = _line(segments)._replace(marker=self._marker, item=self._item, fresh=self._fresh, number=number)
        self._paragraph.append((line, _is_underlined(segments)))
        self._item, self._marker = False, None
        return True

    def _end_paragraph(self) -> None:
        lines = self._paragraph
        self._paragraph = []
        first = lines[0][0] if lines else None
        labelled = first is not None and not first.item and first.cell is None and all(under for _, under in lines)
        for line, _ in lines:
            self.lines.append(line._replace(level=UNDERLINED) if labelled and line.level is None else line)


def _collapsed(runs: list[_Run]) -> Iterator[_Run]:
    """The runs with white space collapsed across them and none at the ends; nothing for a blank line."""
    texts: list[str] = []
    after_space = True
    for text, look in runs:
        if not look.pre:
            text = _SPACE.sub(" ", text)
            text = text[1:] if after_space and text.startswith(" ") else text
        texts.append(text)
        after_space = text.endswith(" ") if text else after_space
    whole = "".join(texts)
    start = len(whole) - len(whole.lstrip(_BLANK))
    stop = len(whole.rstrip(_BLANK))
    at = 0
    for text, (_, look) in zip(texts, runs, strict=True):
        piece = text[max(start - at, 0) : max(stop - at, 0)]
        at += len(text)
        if piece:
            yield piece, look


def _line(segments: list[_Run]) -> PhysicalLine:
    text = "".join(piece for piece, _ in segments)
    lead = _start(segments, _is_bold) or _start(segments, _is_label)
    lettered = [look for piece, look in segments if any(map(str.isalnum, piece))]
    return PhysicalLine(
        text=text,
        bold=bool(lettered) and all(look.bold for look in lettered),
        italic=bool(lettered) and all(look.italic for look in lettered),
        size=max(segments, key=lambda run: len(run[0]))[1].size,
        lead=len(text[:lead].rstrip(_BLANK)),
        raised=tuple(_raised(segments)),
        level=segments[0][1].level,
        contents=segments[0][1].contents,
        note=segments[0][1].note,
        cell=segments[0][1].cell,
    )


def _is_bold(look: Look) -> bool:
    return look.bold


def _is_label(look: Look) -> bool:
    """Underlined outside tables, and no link."""
    return look.underlined and not look.linked and look.cell is None


def _start(segments: list[_Run], is_set: Callable[[Look], bool]) -> int:
    """Length of the beginning that is set in a way; white space between two such runs belongs to it."""
    length = 0
    for piece, look in segments:
        if not is_set(look) and piece.strip(_BLANK):
            break
        length += len(piece)
    return length if is_set(segments[0][1]) else 0


def _raised(segments: list[_Run]) -> Iterator[tuple[int, int]]:
    """Slices of raised elements that hold a footnote marker and nothing else: not 'st' in '1st'."""
    at = 0
    for raised, group in groupby(segments, key=lambda run: run[1].raised):
        piece = "".join(text for text, _ in group)
        mark = piece.strip(_BLANK)
        if raised and _FOOTNOTE.fullmatch(mark):
            start = at + piece.index(mark)
            yield start, start + len(mark)
        at += len(piece)


def _is_underlined(segments: list[_Run]) -> bool:
    """Whether every letter is underlined, and not because it is a link."""
    lettered = [look for piece, look in segments if any(map(str.isalnum, piece))]
    return bool(lettered) and all(look.underlined and not look.linked for look in lettered)
