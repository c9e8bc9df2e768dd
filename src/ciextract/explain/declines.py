"""A reading and its findings in, what looked like a value and was declined out, with the rules that looked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ciextract import record
from ciextract.document import Span
from ciextract.extractors.evaluations import words_of
from ciextract.extractors.finding import EvaluationFinding, Finding
from ciextract.extractors.proportions import declined_proportions
from ciextract.extractors.reading import Reading, Sentence
from ciextract.folding import fold_words
from ciextract.programme.model import Indicator
from ciextract.record import DocumentKind
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.evaluations import EvaluationWords
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.rules import CompiledRule

_NO_AREA = "extractors/evaluations#no-area"
_SET = "a share of records or a set of grades, not the grade of an indicator"
_UNNAMED = "an overview speaks of many areas, and the sentence names no single one"
_SET_UNTAKEN = f"no rule takes the sentence as stating a grade, and the words behind it show {_SET}"
_GRADE = "a word of the scale, but no rule takes the sentence as stating a grade or its absence"
_INDICATOR = "an indicator's name, but no rule takes the sentence as stating a grade or its absence"
_AGAIN = "the same evaluation is kept from another place"


@dataclass(frozen=True, slots=True)
class DeclinedText:
    """What gave no value: its place, why, and the addresses of the rules that looked at it or stopped it."""

    span: Span
    why: str
    rules: tuple[str, ...]


def declined(reading: Reading, findings: Sequence[Finding], kept: Sequence[record.Evaluation]) -> list[DeclinedText]:
    """Everything that was declined, in reading order. ``kept`` are the evaluations of the record."""
    shares = (DeclinedText(one.span, one.why, (one.rule,)) for one in declined_proportions(reading))
    graded = [finding for finding in findings if isinstance(finding, EvaluationFinding)]
    said = [*shares, *_said_again(graded, kept), *_not_stated(reading, graded)]
    return sorted(said, key=lambda one: one.span)


def _said_again(graded: Sequence[EvaluationFinding], kept: Sequence[record.Evaluation]) -> Iterator[DeclinedText]:
    places = {(one.evidence.start, one.evidence.end) for one in kept}
    for finding in graded:
        if (finding.span.start, finding.span.end) not in places:
            yield DeclinedText(finding.span, _AGAIN, (finding.rule,))


def _not_stated(reading: Reading, graded: Sequence[EvaluationFinding]) -> Iterator[DeclinedText]:
    """Sentences that hold a word of the scale or an indicator's name and gave no evaluation."""
    given = sorted(finding.span for finding in graded)
    indicators = [one for one in (reading.programme.indicator if reading.programme else ()) if one.graded]
    words = words_of(reading.programme)
    for sentence in reading.sentences:
        text = reading.document[sentence.span]
        held = _GRADE if grades().any_in(text) else _INDICATOR if _names(indicators, text) else None
        if held is not None and not _within(sentence.span, given):
            yield _stopped(reading, sentence, words, held, alone=len(indicators) == 1)


def _within(span: Span, given: list[Span]) -> bool:
    place = bisect_right(given, span.start, key=lambda one: one.start) - 1
    return place >= 0 and span in given[place]


def _names(indicators: Sequence[Indicator], text: str) -> bool:
    words = fold_words(text)
    return any(
        any(fold_words(name) in words for name in (one.name, *one.spellings))
        or any(re.search(pattern, text, re.IGNORECASE) for pattern in one.patterns)
        for one in indicators
    )


def _stopped(reading: Reading, sentence: Sentence, words: EvaluationWords, held: str, *, alone: bool) -> DeclinedText:
    """What stopped the first rule that takes the sentence; where none does, the rules that looked."""
    text = reading.document[sentence.span]
    looked = (*words.stated, *(words.whole if alone else ()))
    for rule in looked:
        match = rule.search(text)
        if match is None or grades().named(match["grade"]) is None:
            continue
        stopper = _not_grade(words, text[match.end("grade") :])
        if stopper is not None:
            return DeclinedText(sentence.span, _SET, (stopper.address, rule.address))
        if _no_area(reading, sentence, text):
            return DeclinedText(sentence.span, _UNNAMED, (_NO_AREA, rule.address))
    addresses = tuple(rule.address for rule in (*looked, *words.not_evaluated))
    printed = re.search(grades().pattern, text, re.IGNORECASE)
    stopper = _not_grade(words, text[printed.end() :]) if printed is not None else None
    if stopper is not None:
        return DeclinedText(sentence.span, _SET_UNTAKEN, (stopper.address, *addresses))
    return DeclinedText(sentence.span, held, addresses)


def _not_grade(words: EvaluationWords, behind: str) -> CompiledRule | None:
    return next((rule for rule in words.not_grade if rule.match(behind)), None)


def _no_area(reading: Reading, sentence: Sentence, text: str) -> bool:
    overview = reading.part_of(sentence.span).kind is DocumentKind.OVERVIEW_REPORT
    return overview and len({name.council.code for name in councils().named_in(text)}) != 1
