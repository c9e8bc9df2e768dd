"""A line of a plan that is written as a list in, its labels with what they mean out ('Owner: …'), by plans.toml."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import cast

from ciextract.frozen import frozen
from ciextract.vocabulary.plans import ColumnMeaning, column_rule

_LABEL = re.compile(
    r"(?:^|(?<=[\w).;|,] ))(?P<words>[A-Z][A-Za-z '/&()?-]{1,50}?)"
    r"(?: (?:[Nn]o\.? )?(?P<ref>[A-Z]?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)(?:\s?[–—-](?=\s))?)?"
    r"(?:\s?:(?=\s|$)|(?<=\d[–—-])|(?<=\d [–—-])|(?<=\d[a-z] [–—-]))"
)
_WHEN_OR_WHY: tuple[ColumnMeaning, ...] = ("timescale", "expected_outcome")
_CELLS = 2
_LONGEST, _WORDS = 40, 5
"""Characters and words of a label that stands alone on its line, at the most."""
_CAPITAL = re.compile(r"(?<= )[A-Z]")
_APART = " \t\n;|,"
"""What may stand between what one label says and the next label."""


@frozen
class LabelFound:
    """A label of a plan: what it means, its reference ('Action 1.1'), where it and what it says begin and end."""

    meaning: ColumnMeaning
    ref: str | None
    label: int
    start: int
    end: int


def labels_in(text: str) -> list[LabelFound]:
    """The labels that a line holds, with what stands behind each; one alone begins the line or stands behind a mark."""
    found = [label for match in _LABEL.finditer(text) if (label := _label(match)) is not None]
    apart = [label for label in found if not text[: label[0]].rstrip(" ")[-1:].isalnum()] if len(found) == 1 else found
    ends = [*(start for start, _, _ in apart), len(text)][1:]
    return [_found(text, label, end) for label, end in zip(apart, ends, strict=True)]


def _label(match: re.Match[str]) -> tuple[int, re.Match[str], str] | None:
    """Where a label begins in the words before a colon, and what it means: all of them, or the last behind others."""
    words = match["words"]
    for start in (0, *(found.start() for found in _CAPITAL.finditer(words))):
        rule = column_rule(words[start:])
        if rule is not None:
            return match.start() + start, match, rule.value
    return None


def _found(text: str, label: tuple[int, re.Match[str], str], end: int) -> LabelFound:
    """The label; what it says ends with its last word before ``end``."""
    start, match, meaning = label
    said = text[match.end() : end].rstrip(_APART)
    return LabelFound(cast(ColumnMeaning, meaning), match["ref"], start, match.end(), match.end() + len(said))


def label_alone(line: str) -> LabelFound | None:
    """The label that is all of a line; what it says stands below it."""
    if len(line) > _LONGEST or len(line.split()) > _WORDS or ":" in line:
        return None
    return label_of_row((line, line))


def label_of_row(cells: Sequence[str]) -> LabelFound | None:
    """The label that the first of two cells is, of which the second holds what it says."""
    if len(cells) != _CELLS or not all(cells):
        return None
    match = _LABEL.fullmatch(f"{cells[0].rstrip(' :')}:")
    rule = column_rule(match["words"]) if match is not None else None
    if match is None or rule is None:
        return None
    return LabelFound(cast(ColumnMeaning, rule.value), match["ref"], 0, 0, len(cells[1]))


def _labels(line: str) -> list[LabelFound]:
    alone = label_alone(line)
    return [alone] if alone is not None else labels_in(line) if ":" in line else []


def lists_actions(lines: Iterable[str]) -> bool:
    """Labels in the lines say who does what they list, and by when or what for, more than once."""
    told = Counter(label.meaning for line in lines for label in _labels(line))
    return told["owner"] > 1 and sum(told[meaning] for meaning in _WHEN_OR_WHY) > 1
