"""Drafts in, those whose sentences or items a page, a column or a footnote cut put together out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ciextract.document import BlockKind
from ciextract.read.grouping import (
    SENTENCE,
    Draft,
    TableDraft,
    begins_small,
    ends_joining,
    is_broken_off,
    same_size,
)
from ciextract.vocabulary.english import english

SET_IN = 6.0
"""Points by which the lines of an item are set in from those of paragraphs, at the least."""
LEVEL = 2.0
"""Points within which lines begin at one place."""
FULL = 0.12
"""Share of its width that a line may leave empty and be filled."""
_FIGURE = re.compile(r"£?\d[\d.,]*%?(?: (?:in|of|out of) \d{1,3})?")
"""A figure that a box prints large above what it counts."""
_LABEL = re.compile(r"[A-Z][\w'/&-]*(?: [\w.'/&()-]+){0,4} ?:\s")
"""A label that begins something new: 'By when: June'."""


def joined(drafts: list[Draft | TableDraft]) -> list[Draft | TableDraft]:
    """Drafts with sentences put together again that a page, a column or a footnote broke in two, and items that go on
    with another sentence on the next page."""
    margin = _margin(drafts)
    result: list[Draft | TableDraft] = []
    open_draft: Draft | None = None
    for draft in drafts:
        if isinstance(draft, TableDraft):
            open_draft = None
        elif draft.kind is BlockKind.FOOTNOTE:
            result.append(draft)
            continue
        elif open_draft is not None and (_goes_on(open_draft, draft) or _is_set_in(open_draft, draft, margin)):
            open_draft.lines.extend(draft.lines)
            continue
        else:
            open_draft = draft
        result.append(draft)
    return result


def _goes_on(before: Draft, after: Draft) -> bool:
    if after.marker is not None or after.kind is BlockKind.ITEM or not is_broken_off(before.last.text):
        return False
    if before.lines[0].level is not None or after.lines[0].level is not None:
        return False
    if before.lines[0].item and not begins_small(after.lines[0].text):
        return False
    if len(before.lines) == 1 and _FIGURE.fullmatch(before.tail.strip()):
        return begins_small(after.lines[0].text) and before.last.page == after.lines[0].page
    if not same_size(before.last.size, after.lines[0].size) or before.last.bold != after.lines[0].bold:
        return False
    return _sentence_goes_on(before, after)


def _margin(drafts: Sequence[Draft | TableDraft]) -> float | None:
    """Where most lines of paragraphs begin."""
    starts = Counter(
        round(line.box[0])
        for draft in drafts
        if isinstance(draft, Draft) and draft.kind is BlockKind.PARAGRAPH
        for line in draft.lines
        if line.box is not None and line.cell is None
    )
    return starts.most_common(1)[0][0] if starts else None


def _is_set_in(before: Draft, after: Draft, margin: float | None) -> bool:
    """The item of several lines goes on at the top of the next page, set in as its last line is."""
    last, first = before.last, after.lines[0]
    if before.kind is not BlockKind.ITEM or after.kind is not BlockKind.PARAGRAPH or after.marker is not None:
        return False
    if margin is None or len(before.lines) < 2 or last.box is None or first.box is None or last.cell is not None:
        return False
    if last.page is None or first.page != last.page + 1 or first.level is not None or first.bold != last.bold:
        return False
    alike = same_size(last.size, first.size) and abs(last.box[0] - first.box[0]) <= LEVEL
    return alike and first.box[0] >= margin + SET_IN and not _LABEL.match(first.text)


def _sentence_goes_on(before: Draft, after: Draft) -> bool:
    text, next_text = before.tail, after.lines[0].text.strip().lstrip("\"'“‘(")
    turned = before.last.page is not None and before.last.page != after.lines[0].page
    if _LABEL.match(next_text) or (not turned and _begins_a_sentence(next_text)):
        return False
    if ends_joining(text) and (len(text) > SENTENCE or next_text[:1].islower()):
        return True
    if next_text[:1].islower():
        return len(text) > SENTENCE or text.strip().replace(",", "").isdigit()
    return turned and len(text) > 2 * SENTENCE and _is_full(before) and not before.last.bold


def _begins_a_sentence(text: str) -> bool:
    """A small word with a capital: 'The', behind 'how the youngest are cared for'."""
    word = text.split(maxsplit=1)[0] if text else ""
    return word.istitle() and word.lower() in english().joining


def _is_full(draft: Draft) -> bool:
    """The last line reaches as far to the right as the others."""
    boxes = [line.box for line in draft.lines if line.box is not None and line.page == draft.last.page]
    if len(boxes) < 2:
        return False
    right = max(box[2] for box in boxes)
    return boxes[-1][2] > right - FULL * (right - boxes[-1][0])
