"""Lines of a text between blank lines in, table rows drawn with bars or leaders as cells between tabs out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ciextract.read.lines import TAB
from ciextract.vocabulary.tables import names_columns

ROWS = 3
"""Lines in a row that are open at the sides, a line of dashes counted, from which they are a table."""
_DASHES = re.compile(r"[-=]+")
_LEADING = ("....", ". . ", "……", "____", "····")
DRAWN = ("|", *_LEADING)
"""What a text without rows of this kind does not hold."""
_LEADER = re.compile(r"(?:\. ?){4,}|…{2,}|_{4,}|·{4,}")
_ROMAN = re.compile(r"[ivxl]+", re.IGNORECASE)
_CLOSED = 3
"""Characters of a row between bars at the least."""


def rows_of_bars(lines: Sequence[str]) -> list[str]:
    """The lines, each as long as before; what rules a table off is a tab alone.

    A line between two bars is a row wherever it stands. One that is open at the sides is one among others of as many
    columns, or below known names of columns: a menu or the foot of a page has bars between its words too.
    """
    made = _led(lines)
    for open_rows, places in _stretches(lines):
        if not open_rows or len(places) >= ROWS or (len(places) > 1 and _is_head(lines[places[0]])):
            for place in places:
                made[place] = _tabbed(lines[place])
    return made


def _led(lines: Sequence[str]) -> list[str]:
    """The lines; of several in a row that each lead to a word ('Impact on families ..... Good') the cells."""
    made = list(lines)
    found = [_leader(line) for line in lines]
    for leads, group in groupby(range(len(lines)), key=lambda place: found[place] is not None):
        places = list(group)
        for place in places if leads and len(places) > 1 else ():
            start, end = found[place] or (0, 0)
            made[place] = f"{lines[place][:start]}{' ' * (end - start - 1)}{TAB}{lines[place][end:]}"
    return made


def _leader(line: str) -> tuple[int, int] | None:
    """Where the points stand that lead from words to words; to a number they lead on a contents page."""
    if not any(mark in line for mark in _LEADING):
        return None
    match = _LEADER.search(line)
    if match is None or not line[: match.start()].strip() or _LEADER.search(line, match.end()) is not None:
        return None
    behind = line[match.end() :].strip()
    return match.span() if behind[:1].isalpha() and _ROMAN.fullmatch(behind) is None else None


def _stretches(lines: Sequence[str]) -> Iterator[tuple[bool, list[int]]]:
    """(whether rows of it are open at a side, the places of its lines), for lines with as many columns in a row."""
    for columns, group in groupby(range(len(lines)), key=lambda place: _columns(lines[place])):
        if columns:
            places = list(group)
            yield not all(_is_closed(lines[place]) or _is_rule(lines[place]) for place in places), places


def _columns(line: str) -> int:
    """Columns that bars part, 0 where no row of a table can stand."""
    if "|" not in line and not _is_rule(line):
        return 0
    if _is_rule(line):
        return len(_DASHES.findall(line))
    if _is_closed(line):
        return line.strip().count("|") - 1
    inner = line.strip().removeprefix("|").removesuffix("|").rstrip()
    bars = inner.count("|")
    return bars + 1 if bars and inner.count(" |") + inner.count("| ") >= bars else 0


def _is_head(line: str) -> bool:
    return names_columns([cell.strip() for cell in _tabbed(line).split(TAB)])


def _is_closed(line: str) -> bool:
    stripped = line.strip()
    return len(stripped) >= _CLOSED and stripped.startswith("|") and stripped.endswith("|")


def _is_rule(line: str) -> bool:
    """A line of dashes that parts columns: bars or crosses stand in it."""
    return ("|" in line or "+" in line) and _DASHES.search(line) is not None and not line.strip(" \t:-=|+")


def _tabbed(line: str) -> str:
    if _is_rule(line):
        return TAB
    stripped = line.strip()
    first = line.index("|") if stripped.startswith("|") else -1
    last = line.rindex("|") if stripped.endswith("|") else len(line)
    before = f"{line[:first]} " if first >= 0 else ""
    behind = f" {line[last + 1 :]}" if last < len(line) else ""
    return before + line[first + 1 : last].replace("|", TAB) + behind
