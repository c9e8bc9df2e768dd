"""The documents of one inspection come in, points about what papers and releases repeat of the report go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ciextract.reconciliation.grouping import Group, Voice
from ciextract.reconciliation.points import Outcome, Point, Side, place, side
from ciextract.reconciliation.wording import Match, found_in, nearest
from ciextract.record import DocumentKind, KeyMessage, Section

_TELLERS = (DocumentKind.COMMITTEE_PAPER, DocumentKind.NEWS_RELEASE)
_QUOTED = re.compile(r'"([^"\n]{12,600})"')
_FEWEST_WORDS = 4
"""Fewer words in quotation marks are a name or a word at a distance, not a sentence that is quoted."""


@dataclass(frozen=True, slots=True)
class _Message:
    voice: Voice
    index: int
    message: KeyMessage

    def side(self) -> Side:
        pointer = f"/key_messages/{self.index}"
        return side(self.voice.record.record_id, self.voice.kind, pointer, self.message.evidence)


def messages(group: Group) -> Iterator[Point]:
    """Each message of a paper or a release beside the report's own, and those of the report that no paper has."""
    own = _messages(group.of(DocumentKind.INSPECTION_REPORT))
    told = _messages(group.of(*_TELLERS))
    if not own or not told:
        return
    met: set[int] = set()
    for each in told:
        match = nearest(each.message.text, [other.message.text for other in own])
        if match is not None:
            met.add(match.index)
        yield _compared(each, None if match is None else own[match.index], match)
    kinds = {each.message.kind for each in told}
    for index, other in enumerate(own):
        if index not in met and other.message.kind in kinds:
            yield Point("message", Outcome.ONLY, _kind(other), "the report alone has it", (other.side(),))


def _messages(voices: Sequence[Voice]) -> list[_Message]:
    return [
        _Message(voice, index, message)
        for voice in voices
        for index, message in enumerate(voice.record.key_messages)
        if message.document == voice.index
    ]


def _compared(told: _Message, own: _Message | None, match: Match | None) -> Point:
    if own is None or match is None:
        return Point("message", Outcome.ONLY, _kind(told), "not found among the report's messages", (told.side(),))
    outcome = Outcome.AGREES if match.exact else Outcome.EDITED
    return Point("message", outcome, _kind(told), match.differences, (told.side(), own.side()))


def _kind(message: _Message) -> str:
    return message.message.kind.replace("_", " ")


def quotations(group: Group) -> Iterator[Point]:
    """Each sentence that a paper puts in quotation marks, and whether the report has it."""
    reports = group.of(DocumentKind.INSPECTION_REPORT)
    sections = [(voice, section) for voice in reports for section in voice.sections()]
    if not sections:
        return
    for voice in group.of(DocumentKind.COMMITTEE_PAPER):
        for section in voice.sections():
            for found in _QUOTED.finditer(section.text):
                if len(found[1].split()) >= _FEWEST_WORDS:
                    yield _quoted(place(voice.record, voice.kind, section, found[1]), found[1], sections)


def _quoted(told: Side, words: str, sections: Sequence[tuple[Voice, Section]]) -> Point:
    match = found_in(words, [section.text for _, section in sections])
    if match is None:
        return Point("quotation", Outcome.ONLY, "quoted words", "not found in the report", (told,))
    voice, section = sections[match.index]
    own = place(voice.record, voice.kind, section, match.words)
    outcome = Outcome.AGREES if match.exact else Outcome.EDITED
    return Point("quotation", outcome, "quoted words", match.differences, (told, own))
