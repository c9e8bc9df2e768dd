"""The stated start and end of the inspection. Dates of a programme, or of what a partnership did, are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ciextract.document import Span
from ciextract.extractors.finding import PeriodFinding
from ciextract.extractors.reading import Reading, Sentence
from ciextract.record import DocumentKind
from ciextract.vocabulary.dates import dates_in
from ciextract.vocabulary.inspections import inspection_words
from ciextract.vocabulary.rules import CompiledRule, first_taking

_PRECEDENCE = {
    DocumentKind.INSPECTION_REPORT: 0, DocumentKind.COMMITTEE_PAPER: 1, DocumentKind.NEWS_RELEASE: 2,
    DocumentKind.OVERVIEW_REPORT: 3, DocumentKind.OTHER: 4,
}  # fmt: skip
_METHOD = frozenset({"method", "approach", "introduction", "remit", "background", "evidence_base"})
"""Kinds of sections that tell how the inspection was done."""
_YEAR = re.compile(r"\d{4}")
_YEAR_DIGITS = 4
_AGAIN = "the period is told elsewhere, in words that count before these"
_UNTAKEN = "dates, but no rule takes the sentence as telling when inspectors were there"
_ONE_PERIOD = "extractors/period#one-period"


def period(reading: Reading) -> Iterator[PeriodFinding]:
    """At most one period: the report's own words first, then those of a paper or a release about it."""
    found = sorted(_stated(reading), key=lambda one: (_PRECEDENCE[reading.part_of(one.span).kind], one.span))
    yield from found[:1]
    for other in found[1:]:
        reading.decline(other.span, _AGAIN, _ONE_PERIOD, other.rule)


def _stated(reading: Reading) -> Iterator[PeriodFinding]:
    if reading.is_of_its_makers:
        return
    words = inspection_words()
    years = [start for start, end in reading.numbers if end - start >= _YEAR_DIGITS]
    for sentence in reading.sentences_at(years):
        text = reading.document[sentence.span]
        kind = reading.part_of(sentence.span).kind
        if not _YEAR.search(text) or kind not in _PRECEDENCE:
            continue
        method = reading.section_of(sentence.span).kind in _METHOD
        rules = (*words.period, *(words.method_period if method else ()))
        finding = _told(sentence, text, rules)
        stops = (*words.not_period, *(words.of_many if kind is DocumentKind.OVERVIEW_REPORT else ()))
        stop = first_taking(stops, text) if finding is not None else None
        if finding is not None and stop is None:
            yield finding
        elif finding is not None and stop is not None:
            reading.decline(sentence.span, stop.why, stop.address, finding.rule)
        elif reading.listener is not None and len(list(dates_in(text))) > 1:
            reading.decline(sentence.span, _UNTAKEN, *(rule.address for rule in rules))


def _told(sentence: Sentence, text: str, rules: Sequence[CompiledRule]) -> PeriodFinding | None:
    """The period that the first of the rules with two dates in it takes."""
    for rule in rules:
        match = rule.search(text)
        dates = _dates(match) if match is not None else None
        if match is not None and dates is not None:
            start = sentence.span.start
            span = Span(start + match.start("start"), start + match.end("end"))
            return PeriodFinding(span=span, rule=rule.address, start=dates[0], end=dates[1])
    return None


def _dates(match: re.Match[str]) -> tuple[str, str] | None:
    """ISO dates of both ends; the first borrows the year, and the month, from the second."""
    end = next(dates_in(match["end"]), None)
    if end is None:
        return None
    first = match["start"]
    if not _YEAR.search(first):
        month_and_year = re.sub(r"^\d{1,2}(?:st|nd|rd|th)?\s", "", match["end"])
        first = f"{first} {month_and_year if first[:1].isdigit() and ' ' not in first else end.iso[:4]}"
    start = next(dates_in(first), None)
    if start is None or start.iso > end.iso:
        return None
    return start.iso, end.iso
