"""Physical lines in, drafts of paragraphs, items, footnotes and tables out. Headings are not judged here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ciextract.document import BlockKind, Box
from ciextract.read.footnotes import starts_footnote
from ciextract.read.lines import BULLET, BULLETS, JOINER, SOFT_HYPHEN, PhysicalLine
from ciextract.vocabulary.dates import dates_in
from ciextract.vocabulary.documents import document_words
from ciextract.vocabulary.english import english
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.rules import first_taking

SAME_SIZE = 0.07
"""Sizes that differ by less, relative to each other, are one size."""
FULL = 0.82
"""A line of a wrapped text goes on in the next when the next word would have made it this long, relative to others."""
NOT_BROKEN_OFF = 0.6
"""A line of a wrapped text that is no longer than this, relative to others, was not broken off where it ends."""
WRAPPED_AT = 130
"""A text whose long lines are no longer than this has line ends inside its paragraphs."""
LONG = 0.75
"""Share of the lines of a text that are no longer than those that are filled."""
GOING_ON = 20
"""Of so many lines one in which a sentence goes on shows that line ends stand within paragraphs."""
SHORT = 0.3
"""Share of the width of a paragraph that a line leaves empty, at the least, which is its last."""
SENTENCE = 40
"""Characters from which a line without a final mark is a sentence broken off rather than a label."""

OUTDENT = 3.0
"""Points by which a paragraph stands further to the left than the markers of the list above it."""
_LONGEST_GRADE = 20
"""Characters that may be a grade, room for quotation marks beside it."""
_LONGEST_DATE = 32
"""Characters of a date with its day of the week."""
_BEFORE_DATE = re.compile(r"(?:[A-Z][a-z]+day,? )?")
_COVER = 40
"""Lines of a text among which those of its cover stand."""
_DASHES = frozenset("-–—*")
_MARKER = re.compile(
    rf"\s*(?:[-–*{BULLETS}]\s+(?=\d{{1,2}}\.\s|[{BULLETS}]))?"  # a bullet before another marker adds nothing
    rf"(?P<marker>[{BULLETS}]|(?:\(cid:\d{{1,4}}\)|[-–—*o])(?=\s)|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{2,4}})[.)](?=\s))\s*(?=\S)"
)
_UNKNOWN_GLYPH = "(cid:"
"""Begins what programs write for a glyph without a character ('(cid:127)'): where a line begins, a bullet."""
_LONGEST_MARKER = 8
"""Characters of a marker that begins with two letters, and of one whose letters are set apart."""
_NUMBER_MARKER = re.compile(r"\s*(?P<marker>\d{1,2}(?:\.\d{1,2})+\.?)\s+(?=[\"'“‘(]?[A-Z])")
_FINAL = (".", "?", "!", ":", ";")
_LABELLED = re.compile(r"[A-Z][a-z]+(?: [a-z]+)? \d{1,2}(?:\.\d)?\s?[:–-]\s[A-Z]")
"""'Statement 3: Children …', which behind a sentence is no part of a paragraph."""
_OF_HEADINGS = "?:"
"""Final marks that a heading may have."""
_CLOSING = "\"'”’)]"
_DIGITS = "0123456789"
_MARKER_DIGITS = 2
"""Digits behind a final mark that may be a footnote's marker."""
_WORD_END = re.compile(r"[A-Za-z']+$")
_LONGEST_WORD = 40
"""Characters at the end of a line in which its last word is looked for."""
_ADDRESS = re.compile(r"[(<]?(?:https?://|www\.)", re.IGNORECASE)
_LONGEST_ADDRESS = 300
"""Characters in which an address at the end of a line is looked for."""


Cell = list[PhysicalLine]
"""The lines of a cell of a table, none where it is empty."""


@dataclass(slots=True)
class Draft:
    """Lines that make one paragraph, item or footnote. ``marker`` stands in the text where ``inside`` is set."""

    kind: BlockKind
    lines: list[PhysicalLine]
    marker: str | None = None
    inside: bool = False

    @property
    def last(self) -> PhysicalLine:
        return self.lines[-1]

    @property
    def text(self) -> str:
        return " ".join(line.text.strip() for line in self.lines)

    @property
    def tail(self) -> str:
        """The text of the last lines, as many as make more than two sentences' length; one look costs no more."""
        tail = ""
        for line in reversed(self.lines):
            tail = f"{line.text.strip()} {tail}".rstrip()
            if len(tail) > 2 * SENTENCE:
                break
        return tail


@dataclass(slots=True)
class TableDraft:
    """Rows of cells; ``across`` holds the indexes of those that one cell takes whole."""

    columns: int
    rows: list[list[Cell]] = field(default_factory=list)
    across: set[int] = field(default_factory=set)
    header: int | None = None


def body_size(lines: Iterable[PhysicalLine]) -> float | None:
    """The glyph height in which most characters are set, None where the source has no sizes."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.size is not None:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else None


def same_size(one: float | None, other: float | None) -> bool:
    """Both sizes are unknown or differ by nothing that the eye sees."""
    if one is None or other is None:
        return True
    return abs(one - other) <= SAME_SIZE * max(one, other)


def is_broken_off(text: str) -> bool:
    """The text ends without a final mark."""
    end = text.rstrip()
    behind = end.rstrip(_DIGITS)
    return len(end) - len(behind) > _MARKER_DIGITS or not behind.rstrip(_CLOSING).endswith(_FINAL)


def ends_joining(text: str) -> bool:
    """The text ends in a comma, a hyphen or a word after which a sentence must go on."""
    stripped = text.rstrip()
    if stripped.endswith((",", "-", SOFT_HYPHEN, "–", "/", "(")):
        return not (stripped.endswith("/") and _ADDRESS.match(stripped[-_LONGEST_ADDRESS:].rpartition(" ")[2]))
    # Looked for in no more than a word's length: a search from each letter of a long line is quadratic.
    word = _WORD_END.search(stripped[-_LONGEST_WORD:])
    return word is not None and word[0].lower() in english().joining


class Grouper:
    """Gathers lines into drafts, one pass in reading order."""

    def __init__(self, lines: Sequence[PhysicalLine], notes: frozenset[int], skipped: frozenset[int]) -> None:
        self._lines = lines
        self._notes = notes
        self._skipped = skipped
        self._width = _wrap_width(lines)
        self.drafts: list[Draft | TableDraft] = []
        self._tables: dict[int, TableDraft] = {}

    def gather(self) -> list[Draft | TableDraft]:
        previous: PhysicalLine | None = None
        for index, line in enumerate(self._lines):
            if index in self._skipped:
                continue
            if line.cell is not None:
                self._into_cell(line)
                previous = None
            elif index in self._notes:
                self._note(line)
                previous = None
            else:
                self._prose(line, previous)
                previous = line
        return self.drafts

    def _into_cell(self, line: PhysicalLine) -> None:
        assert line.cell is not None
        table = self._tables.get(line.cell.table)
        if table is None:
            table = self._tables[line.cell.table] = TableDraft(line.cell.columns)
            self.drafts.append(table)
        while len(table.rows) <= line.cell.row:
            table.rows.append([[] for _ in range(table.columns)])
        table.rows[line.cell.row][min(line.cell.column, table.columns - 1)].append(line)
        if line.cell.span >= table.columns > 1:
            table.across.add(line.cell.row)

    def _note(self, line: PhysicalLine) -> None:
        last = self.drafts[-1] if self.drafts else None
        starts = line.fresh if line.note else starts_footnote(line)
        if isinstance(last, Draft) and last.kind is BlockKind.FOOTNOTE and not starts:
            last.lines.append(line)
        else:
            self.drafts.append(Draft(BlockKind.FOOTNOTE, [line], line.marker))

    def _prose(self, line: PhysicalLine, previous: PhysicalLine | None) -> None:
        last = self.drafts[-1] if self.drafts else None
        if isinstance(last, Draft) and _is_next_item(last, line):
            self.drafts.append(_new_draft(line, None))
        elif previous is not None and isinstance(last, Draft) and self._continues(last, previous, line):
            last.lines.append(line)
        else:
            self.drafts.append(_new_draft(line, previous))

    def _continues(self, draft: Draft, previous: PhysicalLine, line: PhysicalLine) -> bool:
        if line.page is not None and same_baseline(previous, line) and not line.item:
            return not line.fresh or line.text[:1].isspace()
        if line.fresh or line.item or line.marker is not None or _starts_item(line, previous):
            return False
        if line.level is not None or draft.lines[0].level is not None:
            return line.level == draft.lines[0].level
        if not same_size(previous.size, line.size) or _style_breaks(previous, line):
            return False
        if line.page is None:
            return self._wraps(previous, line) and not _parts_a_date(draft, previous, line) and not _is_of_a_cover(line)
        return line.page == previous.page and _flows(draft, previous, line)

    def _wraps(self, previous: PhysicalLine, line: PhysicalLine) -> bool:
        """A line of plain text goes on: the line before is full in a wrapped text, or a sentence is broken off."""
        before, after = previous.text.rstrip(), line.text
        going_on = after.lstrip()[:1].islower() or (after[:1].isspace() and not previous.text[:1].isspace())
        if is_broken_off(before) and going_on:
            return True
        if self._width is not None and _heads(before, after, self._width):
            return False
        if _LABELLED.match(after) and not is_broken_off(before):
            return False
        with_next_word = len(before) + 1 + len(after.split(maxsplit=1)[0])
        return self._width is not None and with_next_word >= FULL * self._width


def _new_draft(line: PhysicalLine, previous: PhysicalLine | None) -> Draft:
    if line.marker is not None and not (line.marker in BULLETS and _own_marker(line.text)):
        kind = BlockKind.PARAGRAPH if "." in line.marker.rstrip(".") else BlockKind.ITEM
        return Draft(kind, [line], line.marker)
    match = item_marker(line, previous)
    if match is None:
        return Draft(BlockKind.ITEM if line.item else BlockKind.PARAGRAPH, [line])
    kind = BlockKind.PARAGRAPH if match.re is _NUMBER_MARKER else BlockKind.ITEM
    return Draft(kind, [line], match["marker"], inside=True)


def shown(marker: str | None) -> str | None:
    """The marker as the page shows it."""
    return BULLET if marker is not None and marker.startswith(_UNKNOWN_GLYPH) else marker


def _own_marker(text: str) -> bool:
    """The text begins with a marker that tells more than a bullet before it does."""
    return bool(_MARKER.match(text) or _NUMBER_MARKER.match(text))


def _is_next_item(draft: Draft, line: PhysicalLine) -> bool:
    """The line begins with the dash that the item above it began with."""
    match = _MARKER.match(line.text) if draft.kind is BlockKind.ITEM and draft.inside else None
    return match is not None and line.level is None and match["marker"] == draft.marker in _DASHES


def item_marker(line: PhysicalLine, previous: PhysicalLine | None) -> re.Match[str] | None:
    """The list marker or paragraph number at the start of the line's text."""
    text = line.text.replace(JOINER, "") if JOINER in line.text[:_LONGEST_MARKER] else line.text
    if text[:2].isalpha() and "." not in text[:_LONGEST_MARKER] and ")" not in text[:_LONGEST_MARKER]:
        return None  # most lines
    match = _MARKER.match(text) or _NUMBER_MARKER.match(text)
    if match is None or line.level is not None:
        return match if line.item else None
    broken = previous is not None and not line.fresh and is_broken_off(previous.text)
    if match["marker"] in _DASHES and broken and previous is not None and _is_sentence(previous.text):
        return None
    if match["marker"][:1].isdigit() and broken and previous is not None and ends_joining(previous.text):
        return None
    return match


def begins_small(text: str) -> bool:
    return text.lstrip()[:1].islower()


def _is_sentence(text: str) -> bool:
    """Long enough for a sentence that goes on behind a dash, and no item itself."""
    return len(text.strip()) > SENTENCE and not _MARKER.match(text)


def _starts_item(line: PhysicalLine, previous: PhysicalLine) -> bool:
    return item_marker(line, previous) is not None


def _style_breaks(previous: PhysicalLine, line: PhysicalLine) -> bool:
    """From a bold line to a plain one, or into a bold one after a finished sentence: something new."""
    if previous.bold and not line.bold:
        return line.lead == 0 or not is_broken_off(previous.text)
    return line.bold and not previous.bold and not is_broken_off(previous.text)


def same_baseline(previous: PhysicalLine, line: PhysicalLine) -> bool:
    """The line stands to the right of the one before, on the same height."""
    if previous.box is None or line.box is None or previous.page != line.page:
        return False
    middle = (line.box[1] + line.box[3]) / 2
    return previous.box[1] <= middle <= previous.box[3] and line.box[0] >= previous.box[2] - 1


def _flows(draft: Draft, previous: PhysicalLine, line: PhysicalLine) -> bool:
    """The line stands below the one before in the same column, which was full or broke off."""
    if previous.box is None or line.box is None:
        return True
    if _parts_a_date(draft, previous, line) or _ends_a_row(draft) or _stands_out(draft, previous, line):
        return False
    above = _printed_line(draft, previous.box)
    if line.box[1] < previous.box[1] or line.box[0] > above[2] or line.box[2] < above[0]:
        return is_broken_off(previous.text) and line.text.lstrip()[:1].islower()
    right = max(one.box[2] for one in (*draft.lines, line) if one.box is not None)
    width = right - min(above[0], line.box[0])
    short = above[2] < right - SHORT * width
    return not (short and not is_broken_off(previous.text) and not line.text.lstrip()[:1].islower())


def _stands_out(draft: Draft, previous: PhysicalLine, line: PhysicalLine) -> bool:
    """A new sentence further to the left than the marker of the item above it, of which no other line stands there."""
    if draft.kind is not BlockKind.ITEM or begins_small(line.text) or is_broken_off(previous.text):
        return False
    marker, *others = [one.box[0] for one in (*draft.lines, line) if one.box is not None]
    return others[-1] < marker - OUTDENT <= min(others[:-1], default=marker)


def _parts_a_date(draft: Draft, previous: PhysicalLine, line: PhysicalLine) -> bool:
    """A line that is a date and nothing else stands for itself below a line that does not lead to it, and above one."""
    if _is_date(line.text):
        before = previous.text.rstrip()
        return not (ends_joining(before) or before[-1:].isdigit())
    return len(draft.lines) == 1 and _is_date(previous.text) and not begins_small(line.text)


def _ends_a_row(draft: Draft) -> bool:
    """A grade stands apart at the end of the last printed line, beside what it is given for."""
    if len(draft.lines) < 2 or not same_baseline(draft.lines[-2], draft.last):
        return False
    text = draft.last.text.strip()
    return len(text) <= _LONGEST_GRADE and grades().named(text) is not None


def _heads(before: str, after: str, width: int) -> bool:
    """Behind a sentence a short line without a full stop, with a capital: the end of no paragraph, but a heading."""
    if is_broken_off(before) or not is_broken_off(after.rstrip().rstrip(_OF_HEADINGS)):
        return False
    return len(after.rstrip()) < NOT_BROKEN_OFF * width and after.lstrip()[:1].isupper() and not ends_joining(after)


def _is_of_a_cover(line: PhysicalLine) -> bool:
    """'Prepared by …' below a title that fills its line."""
    first = line.number is not None and line.number <= _COVER
    return first and first_taking(document_words().cover, line.text) is not None


def _is_date(text: str) -> bool:
    stripped = text.strip()
    if len(stripped) > _LONGEST_DATE or not stripped[-1:].isdigit():
        return False
    found = next(dates_in(stripped), None)
    if found is None or found.end < len(stripped):
        return False
    return _BEFORE_DATE.fullmatch(stripped[: found.start]) is not None


def _printed_line(draft: Draft, last: Box) -> Box:
    """Around the last line of the draft, all of whose words may stand far apart, one by one."""
    left, right = last[0], last[2]
    for one, other in pairwise(reversed(draft.lines)):
        if not same_baseline(other, one) or other.box is None:
            break
        left = min(left, other.box[0])
    return (left, last[1], right, last[3])


def _wrap_width(lines: Sequence[PhysicalLine]) -> int | None:
    """The length of long lines in a text with line ends inside paragraphs; None where a line is a paragraph."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if line.page is None and line.cell is None)
    if not lengths:
        return None
    going_on = sum(
        1
        for one, other in pairwise(lines)
        if not other.fresh and len(one.text) > SENTENCE and is_broken_off(one.text) and begins_small(other.text)
    )
    longest = lengths[min(int(LONG * len(lengths)), len(lengths) - 1)]
    return longest if longest <= WRAPPED_AT and going_on >= max(2, len(lengths) // GOING_ON) else None
