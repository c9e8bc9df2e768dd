"""The documents of one inspection come in, points about its plan go out: rows beside the findings they answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.fuzz import token_set_ratio

from ciextract.folding import carrying_words
from ciextract.reconciliation.grouping import Group, Voice
from ciextract.reconciliation.points import Outcome, Point, Side, place, side
from ciextract.record import Action, DocumentKind

ANSWERS = 60
"""Of 100: how far the words of an issue and of a finding must agree for the one to be about the other."""
_FEWEST_WORDS = 6
"""Fewer words are a heading or a label, not a finding."""
_BREAK = re.compile(r"(?<=[.!?])\s+|\n")


@dataclass(frozen=True, slots=True)
class _Told:
    """Words of a document that a row of a plan may answer or that answer a finding, and where they stand."""

    words: str
    side: Side


def actions(group: Group) -> Iterator[Point]:
    """Each row beside the sentence of the report that its issue is about; rows and areas for improvement alone."""
    rows = [(action, _row(voice, index, action)) for voice in group.voices for index, action in _rows(voice)]
    sentences = [each for voice in group.of(DocumentKind.INSPECTION_REPORT) for each in _sentences(voice)]
    if not rows or not sentences:
        return
    for number, (action, row) in enumerate(rows, 1):
        subject = f"action {action.ref or number}"
        finding = _nearest(row, sentences)
        if finding is None:
            yield Point("action", Outcome.ONLY, subject, "no finding of the report in these words", (row.side,))
        else:
            yield Point("action", Outcome.AGREES, subject, "", (row.side, finding.side))
    for finding in _improvements(group):
        if _nearest(finding, [row for _, row in rows]) is None:
            note = "no row of the plan in these words"
            yield Point("action", Outcome.ONLY, "area for improvement", note, (finding.side,))


def _rows(voice: Voice) -> Iterator[tuple[int, Action]]:
    for index, action in enumerate(voice.record.actions):
        if action.document == voice.index:
            yield index, action


def _row(voice: Voice, index: int, action: Action) -> _Told:
    evidence = side(voice.record.record_id, voice.kind, f"/actions/{index}", action.evidence)
    return _Told(carrying_words(action.issue or action.task or ""), evidence)


def _sentences(voice: Voice) -> Iterator[_Told]:
    for section in voice.sections():
        for sentence in _BREAK.split(section.text.removeprefix(section.title or "")):
            if len(sentence.split()) >= _FEWEST_WORDS:
                yield _Told(carrying_words(sentence), place(voice.record, voice.kind, section, sentence))


def _improvements(group: Group) -> Iterator[_Told]:
    for voice in group.of(DocumentKind.INSPECTION_REPORT):
        for index, message in enumerate(voice.record.key_messages):
            if message.document == voice.index and message.kind == "area_for_improvement":
                pointer = f"/key_messages/{index}"
                yield _Told(
                    carrying_words(message.text), side(voice.record.record_id, voice.kind, pointer, message.evidence)
                )


def _nearest(told: _Told, others: list[_Told]) -> _Told | None:
    """The first of those whose words agree most."""
    scores = [token_set_ratio(told.words, other.words, score_cutoff=ANSWERS) for other in others]
    best = max(scores, default=0)
    return others[scores.index(best)] if best else None
