"""Changes printed with both their figures in, the changes worked out again. Changes of one figure are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ciextract.checks.finding import CheckFinding, outcome
from ciextract.checks.percentages import percent_sentences, rounds_to
from ciextract.document import Span
from ciextract.extractors.reading import Reading, Sentence
from ciextract.vocabulary.checks import check_words, figures

ID = "change-figures"
NEAR = 300
"""Characters before a change in which the figure that it led to is looked for."""


def changes(reading: Reading) -> Iterator[CheckFinding]:
    """A check for every percentage of change that is printed with the figures it is worked out from."""
    for sentence, before in reading.once(percent_sentences):
        yield from _in_sentence(reading, sentence, before)


def _in_sentence(reading: Reading, sentence: Sentence, before: Sentence | None) -> Iterator[CheckFinding]:
    text, start = reading.document[sentence.span], sentence.span.start
    seen: set[int] = set()
    for rule in check_words().change:
        for match in rule.finditer(text):
            if match.start("percent") in seen:
                continue
            seen.add(match.start("percent"))
            span = Span(start + match.start(), start + match.end())
            if "to" in match.groupdict():
                yield _check(match, _number(match["to"]), (span,))
                continue
            now = _last_figure(reading, Span(start, start + match.start())) or (
                _last_figure(reading, before.span) if before is not None else None
            )
            spans = (now, span) if now is not None else (span,)
            yield _check(match, _number(reading.document[now]) if now is not None else None, spans)


def _last_figure(reading: Reading, span: Span) -> Span | None:
    """The last figure of the span, not too far from its end."""
    found = list(figures().finditer(reading.document.text, max(span.start, span.end - NEAR), span.end))
    return Span(*found[-1].span()) if found else None


def _number(text: str) -> float:
    return float(text.strip("£").replace(",", ""))


def _check(match: re.Match[str], now: float | None, spans: tuple[Span, ...]) -> CheckFinding:
    printed, before = match["percent"], _number(match["from"])
    told = match.groupdict()
    way = "a rise" if told.get("rise") else "a fall" if told.get("fall") else "a change"
    if now is None or before == 0:
        message = f"{way} of {printed}% from {match['from']} is printed without the other figure"
        return CheckFinding(id=ID, status="not_made", message=message, spans=spans)
    change = 100 * (now - before) / before
    # A change that is rounded to nothing has no direction.
    turned = (bool(told.get("rise")) and now < before) or (bool(told.get("fall")) and now > before)
    agrees = rounds_to(abs(change), printed) and not (turned and float(printed) > 0)
    message = f"from {before:,g} to {now:,g} is {change:+.2f}%, printed as {way} of {printed}%"
    return CheckFinding(id=ID, status=outcome(agrees), message=message, spans=spans)
