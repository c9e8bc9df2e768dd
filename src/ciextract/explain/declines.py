"""A reading and its findings in, what looked like a value and gave none out, as the extractors themselves tell it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ciextract import record
from ciextract.extractors import EXTRACTORS
from ciextract.extractors.finding import Declined, EvaluationFinding, Finding
from ciextract.extractors.reading import Reading

_AGAIN = "the same evaluation is kept from another place"


def declined(reading: Reading, findings: Sequence[Finding], kept: Sequence[record.Evaluation]) -> list[Declined]:
    """Everything that was declined, in reading order. ``kept`` are the evaluations of the record."""
    told: list[Declined] = []
    listening = replace(reading, listener=told.append)
    for extractor in EXTRACTORS:
        deque(extractor(listening), maxlen=0)
    graded = [finding for finding in findings if isinstance(finding, EvaluationFinding)]
    return sorted([*told, *_said_again(graded, kept)], key=lambda one: one.span)


def _said_again(graded: Sequence[EvaluationFinding], kept: Sequence[record.Evaluation]) -> Iterator[Declined]:
    places = {(one.evidence.start, one.evidence.end) for one in kept}
    for finding in graded:
        if (finding.span.start, finding.span.end) not in places:
            yield Declined(finding.span, _AGAIN, (finding.rule,))
