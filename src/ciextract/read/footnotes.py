"""Physical lines in, the indexes of footnote lines and of the rules above them out. Markers in the text stay there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ciextract.read.lines import PhysicalLine

SMALLER = 0.93
"""Footnotes are set at most this large, relative to body text."""
# Stars that come in pairs stress the words between them.
_RAISED = re.compile(r"\s*(?:[¹²³⁰⁴-⁹]++\s*|[†‡]++\s*|\*++(?![^*]*\*))\S")
_STARTS = re.compile(r"\s*(?:\d{1,3}|[*†‡]{1,2})[\s.]?\s*[A-Z‘'“\"(h]")
_RULE = re.compile(r"\s*[-–—_]+\s*")

_FINAL = frozenset((*".?!:;", ""))
_ADDRESS = re.compile(r"(?:\bwww\.|\bhttps?:)\S+$")
_LONGEST_ADDRESS = 200
_NEAR = 8
"""Lines of a footnote at the most, of which the first goes on after a full stop."""
_LONGEST = 20
"""Lines of the footnotes between two halves of a sentence at the most."""


def footnote_lines(
    lines: Sequence[PhysicalLine], aside: frozenset[int], body_size: float | None
) -> tuple[frozenset[int], frozenset[int]]:
    """(lines of footnotes, rules above footnotes)."""
    if any(line.note for line in lines):  # A source that knows its footnotes has no other ones.
        return frozenset(index for index, line in enumerate(lines) if line.note), frozenset()
    if body_size is None:
        return _in_plain_text(lines, aside)
    return frozenset(_on_pages(lines, aside, body_size)), frozenset()


def starts_footnote(line: PhysicalLine) -> bool:
    """The line begins with a footnote's own marker."""
    return _is_raised(line) or bool(_RAISED.match(line.text) or _STARTS.match(line.text))


def _is_raised(line: PhysicalLine) -> bool:
    """The line begins with a raised marker."""
    return bool(line.raised and line.raised[0][0] <= 1)


def _in_plain_text(lines: Sequence[PhysicalLine], aside: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
    notes: set[int] = set()
    rules: set[int] = set()
    for index, line in enumerate(lines):
        if index in aside or line.cell is not None or line.marker is not None:
            continue
        if _RAISED.match(line.text) or _goes_on(lines, index, notes):
            notes.add(index)
        elif _RULE.fullmatch(line.text) and index + 1 < len(lines) and _after_rule(lines[index + 1]):
            rules.add(index)
            if not _RAISED.match(lines[index + 1].text):
                notes.add(index + 1)
        elif _RULE.fullmatch(line.text):
            rules.add(index)
    return frozenset(notes), frozenset(rules)


def _goes_on(lines: Sequence[PhysicalLine], index: int, notes: set[int]) -> bool:
    """The line goes on with the footnote above it, rather than with a sentence that the footnote interrupts."""
    if index - 1 not in notes or lines[index].fresh:
        return False
    last = lines[index - 1].text.rstrip()
    if last[-1:] not in _FINAL and not _ADDRESS.search(last[-_LONGEST_ADDRESS:]):
        return True
    if lines[index].text.lstrip()[:1].islower():
        return not _is_interrupted(lines, index, notes)
    return any(line.fresh for line in lines[index : index + _NEAR])  # else each line is a paragraph of its own


def _is_interrupted(lines: Sequence[PhysicalLine], index: int, notes: set[int]) -> bool:
    """The text above the footnotes that end before ``index`` breaks off in the middle of a sentence."""
    above = (lines[one] for one in range(index - 1, max(index - _LONGEST, -1), -1) if one not in notes)
    before = next(above, None)
    return before is not None and before.cell is None and before.text.rstrip()[-1:] not in _FINAL


def _after_rule(line: PhysicalLine) -> bool:
    return bool(_RAISED.match(line.text) or re.match(r"\s*\d{1,3}\s+\S", line.text))


def _on_pages(lines: Sequence[PhysicalLine], aside: frozenset[int], body_size: float) -> Iterator[int]:
    """The small lines at the foot of each page, from the first that begins with a marker."""
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.page is not None and index not in aside:
            pages[line.page].append(index)
    for indexes in pages.values():
        small = _small_foot([i for i in indexes if lines[i].cell is None], lines, body_size)
        first = next((k for k, i in enumerate(small) if starts_footnote(lines[i])), None)
        if first is not None:
            yield from small[first:]


def _top(line: PhysicalLine) -> float:
    return line.box[1] if line.box is not None else 0.0


def _small_foot(indexes: list[int], lines: Sequence[PhysicalLine], body_size: float) -> list[int]:
    """The run of small lines that nothing but small lines stands below."""
    ordered = sorted(indexes, key=lambda i: _top(lines[i]))
    run: list[int] = []
    for index in reversed(ordered):
        size = lines[index].size
        if size is None or size > SMALLER * body_size:
            break
        run.append(index)
    # A page that is small throughout has no footnotes, unless those behind the document go on there.
    return sorted(run) if len(run) < len(ordered) or (run and _is_raised(lines[run[-1]])) else []
