"""Records come in, groups of key messages that resemble each other across areas go out; nothing is judged of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import token_sort_ratio

from ciextract.folding import carrying_words, fold_words
from ciextract.record import Area, KeyMessage, Record

ALIKE = 60
"""Of 100: how far the words that carry the meaning of two messages must agree. Below it, unrelated messages meet."""


@dataclass(frozen=True, slots=True)
class MessageOf:
    """A key message with the area that it is for."""

    area: Area
    message: KeyMessage
    record_id: str


@dataclass(frozen=True, slots=True)
class Recurring:
    """Messages of one kind, of at least two areas, of which each resembles another one."""

    kind: str
    messages: tuple[MessageOf, ...]


def recurring(records: Iterable[Record]) -> list[Recurring]:
    """The groups, those of most areas first."""
    found: dict[tuple[str, str, str], MessageOf] = {}
    for record in records:
        area = record.inspection.only_area
        if area is None:
            continue
        for message in record.key_messages:
            # a paper that prints a report's messages again says nothing of its own
            same = (message.kind, area.code, fold_words(message.text))
            found.setdefault(same, MessageOf(area, message, record.record_id))
    kinds: dict[str, list[MessageOf]] = {}
    for each in found.values():
        kinds.setdefault(each.message.kind, []).append(each)
    groups = [Recurring(kind, group) for kind, alike in kinds.items() for group in _groups(alike)]
    return sorted(groups, key=lambda each: (-_areas(each.messages), each.kind, each.messages[0].message.text))


def _groups(found: Sequence[MessageOf]) -> list[tuple[MessageOf, ...]]:
    """Single linkage: a message is in a group where it resembles one of it that is of another area."""
    words = [carrying_words(each.message.text) for each in found]
    groups: list[set[int]] = []
    for one in range(len(found)):
        others = [two for two in range(one) if found[one].area.code != found[two].area.code]
        near = {two for two in others if token_sort_ratio(words[one], words[two], score_cutoff=ALIKE)}
        touched = [group for group in groups if group & near]
        groups = [group for group in groups if not group & near]
        groups.append({one}.union(*touched))
    chosen = [tuple(found[place] for place in sorted(group)) for group in groups]
    return [group for group in chosen if _areas(group) > 1]


def _areas(messages: Sequence[MessageOf]) -> int:
    return len({each.area.code for each in messages})
