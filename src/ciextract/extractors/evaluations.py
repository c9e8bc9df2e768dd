"""Grades given to quality indicators, and those expressly not given. Praise and graded records are no evaluations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ciextract.document import BlockKind
from ciextract.extractors.area_context import Area, area_around, area_in, area_of_chapter
from ciextract.extractors.area_lines import in_area_lines
from ciextract.extractors.evaluation_tables import evaluated, in_tables, lists_evaluations
from ciextract.extractors.finding import Declined, EvaluationFinding
from ciextract.extractors.graded_items import in_items
from ciextract.extractors.graded_lists import graded_list
from ciextract.extractors.indicators import (
    NUMBER,
    About,
    by_name,
    graded_indicators,
    heads,
    indicator_above,
    indicator_name,
    indicator_of,
    is_spelled,
    resolved,
)
from ciextract.extractors.reading import Reading, Sentence
from ciextract.extractors.reviews import reviews
from ciextract.programme.model import Indicator, Programme
from ciextract.record import DocumentKind
from ciextract.vocabulary.evaluations import EvaluationWords, evaluation_words, without_indicator
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.rules import CompiledRule, first_taking

Read = EvaluationFinding | Declined
_LINE = 160
"""Characters of a line that is nothing but an indicator and its grade, at the most."""
_GRADE_LENGTH = 20
"""Characters of the longest grade, and more."""
_NAME_BEHIND = re.compile(r"\s?[-–—:,(]\s?(?P<name>[^.;]{4,80}?)\)?(?=[.;,)]|$| as | was )")
_NO_AREA = "extractors/evaluations#no-area"
_NO_SCALE = "extractors/evaluations#no-scale"
_REVIEW = "extractors/evaluations#review"
_UNNAMED = "an overview speaks of many areas, and the sentence names no single one"
_WORDED = "a word of the scale in a document of a programme that gives no grades"
_QUOTED = "a review of progress only quotes grades that were given before"
_UNTAKEN = "no rule takes the sentence as stating a grade, and the words behind it show {why}"
_GRADE = "a word of the scale, but no rule takes the sentence as stating a grade or its absence"
_INDICATOR = "an indicator's name, but no rule takes the sentence as stating a grade or its absence"


def evaluations(reading: Reading) -> Iterator[EvaluationFinding]:
    """Evaluations stated in sentences, in lines and in tables, in reading order.

    A programme that concludes in words gives none, nor does a review of progress, which quotes those before it.
    """
    if reading.programme is not None and reading.programme.scale in (None, "worded"):
        _tell_of_no_scale(reading)
        return
    words = words_of(reading.programme)
    quoting = reading.once(reviews)
    tabled = [*in_tables(reading, words), *in_items(reading, words), *in_area_lines(reading, words)]
    for finding in sorted([*tabled, *_in_sentences(reading, words, tabled)], key=lambda finding: finding.span):
        if quoting and reading.part_of(finding.span) in quoting:
            reading.decline(finding.span, _QUOTED, _REVIEW, finding.rule)
        else:
            known = by_name(reading.programme, finding.indicator_name or "")
            yield replace(finding, known=known.name) if known is not None else finding


def _tell_of_no_scale(reading: Reading) -> None:
    for sentence in reading.sentences_with(grades().printed) if reading.listener is not None else ():
        if grades().any_in(reading.document[sentence.span]):
            reading.decline(sentence.span, _WORDED, _NO_SCALE)


def words_of(programme: Programme | None) -> EvaluationWords:
    """The rules of evaluations.toml for the indicators that the programme grades."""
    graded = graded_indicators(programme)
    spellings = tuple(name.lower() for one in graded for name in (one.name, *one.spellings))
    patterns = tuple(pattern for one in graded for pattern in one.patterns)
    return evaluation_words(spellings, patterns, tuple(heads(programme)))


def _in_sentences(
    reading: Reading, words: EvaluationWords, tabled: Sequence[EvaluationFinding]
) -> Iterator[EvaluationFinding]:
    listening = reading.listener is not None
    # Who listens is also told where an indicator is named without any word of a grade.
    sentences = reading.sentences if listening else reading.sentences_with((*words.hints, *grades().printed))
    for sentence in sentences:
        text = reading.document[sentence.span]
        read = _read(reading, sentence, text, words) if _may_tell(text, words) else []
        given = [one for one in read if isinstance(one, EvaluationFinding)]
        yield from given
        if listening and not given and not any(sentence.span in row.span for row in tabled):
            stops = (one for one in read if isinstance(one, Declined))
            stop = next(stops, None) or _untaken(reading, sentence, text, words)
            if stop is not None:
                reading.decline(stop.span, stop.why, *stop.rules)


def _read(reading: Reading, sentence: Sentence, text: str, words: EvaluationWords) -> list[Read]:
    """What the first way of telling an evaluation gives that gives one; else what stopped each way."""
    stops: list[Read] = []
    for way in (_listed, _stated, _not_evaluated):
        read = list(way(reading, sentence, text, words))
        if any(isinstance(one, EvaluationFinding) for one in read):
            return read
        stops += read
    return stops


def _stopped(sentence: Sentence, by: CompiledRule, *taking: str) -> Declined:
    """The sentence, stopped by a rule; ``taking`` is the address of the rule that took it."""
    return Declined(sentence.span, by.why, (by.address, *taking))


def _untaken(reading: Reading, sentence: Sentence, text: str, words: EvaluationWords) -> Declined | None:
    """A sentence that no rule takes, where it prints a grade or names an indicator, with the rules that looked."""
    named = by_name(reading.programme, text)
    why = _GRADE if grades().any_in(text) else _INDICATOR if named is not None and named.graded else None
    if why is None:
        return None
    alone = len(graded_indicators(reading.programme)) == 1
    looked = tuple(rule.address for rule in (*words.stated, *(words.whole if alone else ()), *words.not_evaluated))
    stop = first_taking(words.not_said, text)
    if stop is not None:
        return _stopped(sentence, stop, *looked)
    printed = grades().mention.search(text)
    stop = _set_behind(text, printed.end(), words) if printed is not None else None
    if stop is not None:
        return Declined(sentence.span, _UNTAKEN.format(why=stop.why), (stop.address, *looked))
    return Declined(sentence.span, why, looked)


def _may_tell(text: str, words: EvaluationWords) -> bool:
    """A cheap look: False where the sentence can neither state nor decline a grade."""
    lower = text.lower()
    if not any(hint in lower for hint in words.hints):
        ends = grades().ends_line(text) or grades().ends_row(text)
        return len(text) < _LINE and (ends or _is_short_statement(text, words))
    return grades().any_in(text) or words.name_indicator(text)


def _is_short_statement(text: str, words: EvaluationWords) -> bool:
    return grades().any_in(text) and words.name_indicator(text)


def _listed(reading: Reading, sentence: Sentence, text: str, words: EvaluationWords) -> Iterator[Read]:
    """Several indicators of one sentence, each with its grade; nothing where it is not about several."""
    lower = text.lower()
    pairs = graded_list(text, words) if any(hint in lower for hint in words.hints) else []
    if not pairs:
        return
    first = min(min(pair.indicator.start(), pair.grade.start()) for pair in pairs)
    last = max(pair.grade.end() for pair in pairs)
    stop = first_taking(words.not_said, text) or first_taking(words.not_stated, text[:first])
    stop = stop or first_taking(words.not_within, text[:last])
    if stop is not None:
        yield _stopped(sentence, stop, pairs[0].rule)
        return
    area, near = _areas(reading, sentence, text)
    if area is None and _speaks_of_many(reading, sentence):
        yield Declined(sentence.span, _UNNAMED, (_NO_AREA, pairs[0].rule))
        return
    found: dict[About, EvaluationFinding] = {}
    for pair in pairs:
        about, grade = resolved(reading, pair.indicator[0]), grades().named(pair.grade["word"])
        if grade is not None:
            finding = evaluated(sentence.span, pair.rule, about, area, None, grade, pair.grade[0])
            found.setdefault(about, replace(finding, near=near))
    yield from found.values() if len(found) > 1 else ()


def _speaks_of_many(reading: Reading, sentence: Sentence) -> bool:
    """An overview speaks of many areas: a sentence that names none grades none."""
    return reading.part_of(sentence.span).kind is DocumentKind.OVERVIEW_REPORT


def _areas(reading: Reading, sentence: Sentence, text: str) -> tuple[Area | None, Area | None]:
    """The area that the sentence names, or in an overview its chapter; and the area that stands around it."""
    area = area_in(text) if reading.may_name_area(sentence.span) else None
    if area is None and _speaks_of_many(reading, sentence):
        area = area_of_chapter(reading, reading.section_of(sentence.span))
    return area, None if area is not None else area_around(reading, sentence)


def _stated(reading: Reading, sentence: Sentence, text: str, words: EvaluationWords) -> Iterator[Read]:
    if not grades().any_in(text):
        return
    rules = _rules(reading, text, words)
    for rule in rules if words.name_indicator(text) else without_indicator(rules):
        match = rule.search(text)
        grade = grades().named(match["grade"]) if match is not None else None
        if match is None or grade is None or not _applies(rule, reading, sentence, words):
            continue
        stop = _stop(text, match, words)
        area, near = _areas(reading, sentence, text) if stop is None else (None, None)
        if stop is not None:
            yield _stopped(sentence, stop, rule.address)
        elif area is None and _speaks_of_many(reading, sentence):
            yield Declined(sentence.span, _UNNAMED, (_NO_AREA, rule.address))
        else:
            begun = heads(reading.programme)[match["indicator"].lower()] if rule in words.by_head else ()
            about = _headed(match, begun) if begun else _indicator(reading, sentence, match, text, words)
            yield replace(evaluated(sentence.span, rule.address, about, area, None, grade, match["grade"]), near=near)
            return


def _headed(match: re.Match[str], begun: tuple[Indicator, ...]) -> About:
    """The only indicator whose name the word begins; of several it is not known which, and its name is as printed."""
    return (begun[0].number, begun[0].name) if len(begun) == 1 else (None, match["indicator"])


def _stop(text: str, match: re.Match[str], words: EvaluationWords) -> CompiledRule | None:
    """The rule by which the sentence, or the words around a statement or in it, give no grade of the inspectors."""
    before = first_taking(words.not_said, text) or first_taking(words.not_stated, text[: match.start()])
    return before or _set_behind(text, match.end("grade"), words) or first_taking(words.not_within, match[0])


def _set_behind(text: str, end: int, words: EvaluationWords) -> CompiledRule | None:
    """The rule that takes the words behind a grade as those of a share of records, or of a set of grades."""
    return next((rule for rule in words.not_grade if rule.match(text[end:])), None)


def _rules(reading: Reading, text: str, words: EvaluationWords) -> tuple[CompiledRule, ...]:
    """The rules that may take a sentence; those of lines take what ends with its grade."""
    one = len(graded_indicators(reading.programme)) == 1
    line = words.line if grades().ends(text) else ()
    return (*words.stated, *words.by_head, *words.under, *(words.whole if one else ()), *line)


def _applies(rule: CompiledRule, reading: Reading, sentence: Sentence, words: EvaluationWords) -> bool:
    """Whether a rule counts where the sentence stands; asked of few, as it looks at what stands around."""
    if rule in words.under:
        return indicator_above(reading, sentence) is not None
    return rule not in words.line or _is_announced(reading, sentence, words)


def _is_announced(reading: Reading, sentence: Sentence, words: EvaluationWords) -> bool:
    """The line stands where evaluations are listed: under their heading, or below words that announce them."""
    if lists_evaluations(reading, sentence.span):
        return True
    blocks = (reading.document.blocks[index] for index in range(sentence.block - 1, -1, -1))
    if sentence.kind is not BlockKind.ITEM:
        blocks = (block for block in blocks if not _ends_with_a_grade(reading.document[block.content]))
    lead = next((block for block in blocks if block.kind is not BlockKind.ITEM), None)
    return lead is not None and first_taking(words.announced, reading.document[lead.content]) is not None


def _ends_with_a_grade(text: str) -> bool:
    last = text[-_GRADE_LENGTH:]
    return any(match.end() == len(last) for match in grades().mention.finditer(last))


def _not_evaluated(reading: Reading, sentence: Sentence, text: str, words: EvaluationWords) -> Iterator[Read]:
    rules = words.not_evaluated
    for rule in rules if words.name_indicator(text) else without_indicator(rules):
        match = rule.search(text)
        if match is None:
            continue
        stop = first_taking(words.not_declined, text[: match.start()])
        if stop is not None:
            yield _stopped(sentence, stop, rule.address)
            continue
        number, name = _indicator(reading, sentence, match, text, words)
        reason = next((found["reason"] for one in words.reason if (found := one.search(text))), None)
        yield EvaluationFinding(
            span=sentence.span, rule=rule.address, indicator=number, indicator_name=name, area=area_in(text),
            year=None, status="not_evaluated", grade=None, score=None, printed=None, reason=reason,
        )  # fmt: skip
        return


def _indicator(reading: Reading, sentence: Sentence, match: re.Match[str], text: str, words: EvaluationWords) -> About:
    """Number and name of the indicator that the words name, or that they stand under."""
    printed = (match.groupdict().get("indicator") or "").strip()
    printed = "" if words.here.fullmatch(printed) else printed
    number = NUMBER.search(printed)
    if number is not None:
        own = printed[number.end() :].strip(" :,-–") or _name_behind(match, text)
        return number[0], indicator_name(reading.programme, number[0]) or own
    known = by_name(reading.programme, printed) or indicator_of(reading, sentence)
    # A line that is nothing but indicator and grade prints the indicator's name, and may begin with its number.
    whole_line = match.start() == 0 and match.end() == len(text) and bool(printed) and not text.endswith(".")
    marker = reading.document.blocks[sentence.block].marker if whole_line else None
    marked = marker if marker is not None and NUMBER.fullmatch(marker) else None
    if known is None:
        return marked, printed or None
    return known.number or marked, printed if whole_line and is_spelled(known, printed) else known.name


def _name_behind(match: re.Match[str], text: str) -> str | None:
    behind = _NAME_BEHIND.match(text, match.end("indicator"))
    named = behind is not None and grades().named(behind["name"]) is None
    return behind["name"] if behind is not None and named else None
