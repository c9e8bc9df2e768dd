"""How many indicators were given each grade, where none is named. Counts are never spread over indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ciextract.document import BlockKind, Span
from ciextract.extractors.area_context import Area, area_around
from ciextract.extractors.finding import GradeCountFinding
from ciextract.extractors.reading import Reading, Sentence
from ciextract.extractors.reviews import reviews
from ciextract.frozen import frozen
from ciextract.outline.model import PartFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.english import english
from ciextract.vocabulary.grade_counts import anchoring, grade_count_words, totalling
from ciextract.vocabulary.grades import GradeWords, grades
from ciextract.vocabulary.rules import first_taking


@frozen
class Count:
    """A count and its grade; the span holds both, the number begins at ``number``.

    ``article`` where the count is no more than 'an evaluation'.
    """

    count: int
    grade: GradeWords
    printed: str
    span: Span
    number: int
    article: bool
    rule: str


@frozen
class Counted:
    """The counts of one area in sentences that go on with each other, and the stated number of indicators.

    ``rest`` where the words say that there are more grades than are counted ('the rest').
    """

    area: Area | None
    total: int | None
    total_span: Span | None
    counts: tuple[Count, ...]
    rest: bool


@frozen
class _Told:
    """A sentence that counts grades, and the one before it."""

    sentence: Sentence
    before: Sentence | None
    text: str
    counts: tuple[Count, ...]


def grade_counts(reading: Reading) -> Iterator[GradeCountFinding]:
    """Each count with its grade, in reading order."""
    for counted in reading.once(counted_grades):
        for one in counted.counts:
            yield GradeCountFinding(
                span=one.span, rule=one.rule, count=one.count, grade=one.grade.grade, score=one.grade.score,
                printed=one.printed, total=counted.total, area=counted.area,
            )  # fmt: skip


def counted_grades(reading: Reading) -> tuple[Counted, ...]:
    """The counts of grades that stand together, with their places in the document."""
    return tuple(_counted(reading))


def _counted(reading: Reading) -> Iterator[Counted]:
    where = _Where.of(reading)
    run: list[_Told] = []
    last = -1
    for position in reading.positions_at(reading.places(grades().printed)):
        goes_on = bool(run) and last == position - 1
        told = _told(reading, position, where, goes_on=goes_on)
        if run and not (goes_on and told is not None and _goes_on(told)):
            yield from _by_area(reading, run)
            run = []
        if told is not None:
            run.append(told)
            last = position
    yield from _by_area(reading, run)


@frozen
class _Where:
    """The sentences, by their position, with a word that an anchor needs or a total, and the parts that are silent."""

    anchored: frozenset[int]
    totalled: frozenset[int]
    silent: frozenset[int]

    @classmethod
    def of(cls, reading: Reading) -> _Where:
        parts = reading.outline.parts
        return cls(
            frozenset(reading.positions_at(reading.places(anchoring()))),
            frozenset(reading.positions_at(reading.places(totalling()))),
            frozenset(index for index, part in enumerate(parts) if _is_silent(reading, part)),
        )


def _is_silent(reading: Reading, part: PartFound) -> bool:
    """The counts of an overview are of areas, those of a review of the inspection before it."""
    return part.kind is DocumentKind.OVERVIEW_REPORT or part in reading.once(reviews)


def _told(reading: Reading, position: int, where: _Where, *, goes_on: bool) -> _Told | None:
    """The sentence with its counts, where it speaks of graded indicators or goes on with one that does."""
    sentence = reading.sentences[position]
    before = reading.sentences[position - 1] if position else None
    if sentence.kind is BlockKind.ROW or reading.outline.part_at(sentence.span.start) in where.silent:
        return None
    text = reading.document[sentence.span]
    anchor = first_taking(grade_count_words().anchor, text) if position in where.anchored else None
    if anchor is None and (goes_on or (before is not None and _states_total(reading, position - 1, where))):
        anchor = first_taking(grade_count_words().continued, text)
    stop = first_taking(grade_count_words().declined, text) if anchor is not None else None
    if stop is not None and anchor is not None:
        reading.decline(sentence.span, stop.why, stop.address, anchor.address)
    if anchor is None or stop is not None:
        return None
    counts = tuple(_counts(text, sentence.span.start, anchor.address))
    return _Told(sentence, before, text, counts) if counts else None


def _states_total(reading: Reading, position: int, where: _Where) -> bool:
    """Whether the sentence says how many indicators were graded, so that the next one can go on with it."""
    words = grade_count_words()
    totals = (*words.total, *words.total_unless_counted)
    text = reading.document[reading.sentences[position].span]
    return position in where.totalled and first_taking(totals, text) is not None


def _goes_on(told: _Told) -> bool:
    words = grade_count_words()
    return first_taking(words.continued, told.text) is not None and first_taking(words.total, told.text) is None


def _counts(text: str, start: int, rule: str) -> Iterator[Count]:
    """Each grade with the count before it, or behind it where none stands before."""
    words = grade_count_words()
    totals = {match.start("total") for rule in words.total for match in rule.finditer(text)}
    numbers = [one for one in words.number.finditer(text) if one.start() not in totals or _is_whole(text, one)]
    numbers = [one for one in numbers if not first_taking(words.not_count, text[: one.start()])]
    found = [one for one in words.grade.finditer(text) if first_taking(words.behind, text[one.end() :]) is not None]
    pairs: dict[re.Match[str], re.Match[str]] = {}
    orders = (_behind, _before) if found and numbers and found[0].start() < numbers[0].start() else (_before, _behind)
    for order in orders:
        for grade in (one for one in found if one not in pairs):
            number = order(numbers, grade)
            if number is not None and number not in pairs.values() and _are_joined(text, number, grade):
                pairs[grade] = number
    for grade in (one for one in found if one in pairs):
        yield _count(grade, pairs[grade], start, rule)


def _is_whole(text: str, number: re.Match[str]) -> bool:
    """'All nine indicators were good': the total is what is counted."""
    return any(rule.search(text[: number.start()]) for rule in grade_count_words().whole)


def _before(numbers: list[re.Match[str]], grade: re.Match[str]) -> re.Match[str] | None:
    return next((one for one in reversed(numbers) if one.end() <= grade.start()), None)


def _behind(numbers: list[re.Match[str]], grade: re.Match[str]) -> re.Match[str] | None:
    return next((one for one in numbers if one.start() >= grade.end()), None)


def _are_joined(text: str, number: re.Match[str], grade: re.Match[str]) -> bool:
    first, last = sorted((number, grade), key=lambda match: match.start())
    return grade_count_words().between.fullmatch(text, first.end(), last.start()) is not None


def _count(grade: re.Match[str], number: re.Match[str], start: int, rule: str) -> Count:
    named, value = grades().named(grade["word"]), english().number(number[0])
    assert named is not None, "a mention of a grade is one"
    first, last = min(number.start(), grade.start("word")), max(number.end(), grade.end("word"))
    return Count(
        value or 1, named, grade["word"], Span(start + first, start + last), start + number.start(), value is None, rule
    )


def _by_area(reading: Reading, run: list[_Told]) -> Iterator[Counted]:
    counts = [(told, count) for told in run for count in told.counts]
    if not counts or all(count.article or _is_named(reading, told) for told, count in counts):
        return
    total, total_span = _total(reading, run[0])
    rest = any(first_taking(grade_count_words().rest, told.text) is not None for told in run)
    by_area: dict[Area | None, list[Count]] = {}
    for told, count in counts:
        by_area.setdefault(_area(reading, told, count), []).append(count)
    for area, ones in by_area.items():
        yield Counted(area, total, total_span, tuple(ones), rest)


def _is_named(reading: Reading, told: _Told) -> bool:
    """One evaluation in a sentence that names an indicator is the evaluation of that."""
    graded = [one for one in (reading.programme.indicator if reading.programme else ()) if one.graded]
    names = [name.lower() for one in graded for name in (one.name, *one.spellings)]
    return len(told.counts) == 1 == told.counts[0].count and any(name in told.text.lower() for name in names)


def _area(reading: Reading, told: _Told, count: Count) -> Area | None:
    """The area that was named last before the count; else the one that the sentence or what is around it names."""
    named = [(name.start, (name.council.name, name.council.code)) for name in councils().named_in(told.text)]
    before = [area for start, area in named if start < count.span.start - told.sentence.span.start]
    areas = {area for _, area in named}
    if before:
        return before[-1]
    return areas.pop() if len(areas) == 1 else area_around(reading, told.sentence)


def _total(reading: Reading, told: _Told) -> tuple[int | None, Span | None]:
    """The number of graded indicators that the sentence states, or the one before it."""
    words = grade_count_words()
    for sentence in filter(None, (told.sentence, told.before)):
        text, start = reading.document[sentence.span], sentence.span.start
        for rule in (*words.total, *words.total_unless_counted):
            match = rule.search(text)
            span = Span(start + match.start("total"), start + match.end("total")) if match is not None else None
            if match is not None and span is not None and all(one.number != span.start for one in told.counts):
                return english().number(match["total"]), span
    return None, None
