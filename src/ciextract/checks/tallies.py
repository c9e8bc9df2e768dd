"""Counts printed with their percentages in, the percentages worked out again. Shares without a count are left alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ciextract.checks.finding import CheckFinding, outcome
from ciextract.checks.percentages import percent_sentences, rounds_to
from ciextract.document import Span
from ciextract.extractors.reading import Reading, Sentence
from ciextract.frozen import frozen
from ciextract.vocabulary.checks import check_words, numbers
from ciextract.vocabulary.english import english

ID = "tally-percent"
LABEL = 24
"""Characters before a number in which a label or a hedge is looked for."""
NEAREST = 12
"""Numbers before a count that are looked at for its total."""


@frozen
class _Total:
    """A number that may be the total, its place in the text, and whether the words say that counts are taken of it."""

    value: int
    span: Span
    stated: bool


def tallies(reading: Reading) -> Iterator[CheckFinding]:
    """A check for every count that is printed with its percentage."""
    for sentence, before in reading.once(percent_sentences):
        yield from _in_sentence(reading, sentence, before)


def _in_sentence(reading: Reading, sentence: Sentence, before: Sentence | None) -> Iterator[CheckFinding]:
    text, start = reading.document[sentence.span], sentence.span.start
    seen: set[int] = set()
    totals: list[_Total] | None = None
    for rule in (*check_words().tally, *check_words().count):
        for match in rule.finditer(text):
            if match.start("percent") in seen or not _counts(match, text):
                continue
            seen.add(match.start("percent"))
            span = Span(start + match.start(), start + match.end())
            if "total" in match.groupdict():
                yield _check(match, span, _Total(_value(match["total"]), span, stated=True))
                continue
            if totals is None:
                totals = [*(_totals(reading, before) if before is not None else ()), *_totals(reading, sentence)]
            yield _check(match, span, _best(match, _nearest(totals, start + match.start("count"))))


def _nearest(totals: list[_Total], offset: int) -> list[_Total]:
    """The totals before the offset, the nearest first."""
    end = bisect_left(totals, offset, key=lambda total: total.span.start)
    return totals[max(end - NEAREST, 0) : end][::-1]


def _counts(match: re.Match[str], text: str) -> bool:
    """The number counts something."""
    return not _is_labelled(text, match.start("count"))


def _is_labelled(text: str, start: int) -> bool:
    """The number is that of a statement or a page, an age or a part of a fraction."""
    before = text[max(start - LABEL, 0) : start]
    return any(rule.search(before) for rule in check_words().not_count)


def _value(text: str) -> int:
    return english().number(text) or 0


def _totals(reading: Reading, sentence: Sentence) -> Iterator[_Total]:
    """Numbers of the sentence of which a count may be taken, in order."""
    text = reading.document[sentence.span]
    stated = {m.start("total") for rule in check_words().total for m in rule.finditer(text)}
    for match in numbers().finditer(text):
        if not _is_labelled(text, match.start()):
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            yield _Total(_value(match[0]), span, match.start() in stated)


def _best(match: re.Match[str], totals: list[_Total]) -> _Total | None:
    """The total that the percentage fits; else the only one that the words state, if there is just one."""
    count = _value(match["count"])
    able = [total for total in totals if total.value >= max(count, 1)]
    fitting = next((total for total in able if rounds_to(100 * count / total.value, match["percent"])), None)
    stated = [total for total in able if total.stated]
    return fitting or (stated[0] if len({total.value for total in stated}) == 1 else None)


def _check(match: re.Match[str], span: Span, total: _Total | None) -> CheckFinding:
    count, printed = _value(match["count"]), match["percent"]
    if total is None:
        message = f"{printed}% is printed beside {count}; of how many is not stated"
        return CheckFinding(id=ID, status="not_made", message=message, spans=(span,))
    spans = tuple(sorted({span, total.span}))
    if not total.value or count > total.value:
        message = f"{printed}% is printed beside {count} of {total.value}, which is no share"
        return CheckFinding(id=ID, status="not_made", message=message, spans=spans)
    before = match.string[max(match.start("percent") - LABEL, 0) : match.start("percent")]
    hedged = any(rule.search(before) for rule in check_words().hedge)
    share = f"{count} of {total.value} is {_rounded(100 * count / total.value)}%, printed as {printed}%"
    fits = rounds_to(100 * count / total.value, printed)
    if hedged and not fits:
        return CheckFinding(id=ID, status="not_made", message=f"{share} with a word like 'about'", spans=spans)
    return CheckFinding(id=ID, status=outcome(fits), message=share, spans=spans)


def _rounded(share: float) -> str:
    return f"{share:.1f}".removesuffix(".0")
