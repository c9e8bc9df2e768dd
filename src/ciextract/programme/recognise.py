"""A document in, its programme out with the signs that show it, or none: never a guess from a single word.

Where the signs of two programmes weigh the same, a date in the opening decides if just one of them ran then.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from ciextract.document import BlockKind, Document, Notice, Span
from ciextract.folding import lowered, places_of
from ciextract.frozen import frozen
from ciextract.programme.load import programmes
from ciextract.programme.model import Programme
from ciextract.vocabulary.dates import DateFound, dates_in
from ciextract.vocabulary.progress import progress_rules
from ciextract.vocabulary.rules import CompiledRule, compile_rules, needed_by

OPENING = 12
"""Blocks at the beginning of a document whose signs count twice: its title and first words."""
DATELINE = 32
"""Characters of a line that is nothing but a date, at the most."""
ENOUGH = 4
"""Weight that a programme's signs must add up to."""
CLEARLY = 1.25
"""The best programme must outweigh the next by this factor."""

PLACES = 12
"""Places of a sign that are looked at for one of its own."""


@frozen
class SignFound:
    """A sign of a programme and where it stands first."""

    span: Span
    rule: str
    weight: int


@frozen
class Candidate:
    """A programme that the document may be of, with its signs in order."""

    programme: Programme
    signs: tuple[SignFound, ...]

    @property
    def weight(self) -> int:
        """What the signs add up to."""
        return sum(sign.weight for sign in self.signs)


@frozen
class Recognised:
    """The programme and its signs in order; where there is none, what must be told, and what it may be of."""

    programme: Programme | None
    signs: tuple[SignFound, ...] = ()
    notice: Notice | None = None
    candidates: tuple[Candidate, ...] = ()


def recognise(document: Document) -> Recognised:
    """The programme that the document's words show, or none with a notice that says why."""
    opening, text = _opening_end(document), _Text(document)
    date = _date_of_inspection(document, opening)
    weighed = [Candidate(programme, _signs(text, programme, opening)) for programme in programmes()]
    close = _heaviest(weighed)
    if len(close) > 1 or not all(_ran(one, date) for one in close):
        close = _dated(date, _heaviest(_without_shared(weighed, date)))
    if len(close) == 1:
        return Recognised(close[0].programme, close[0].signs)
    if not close:
        return unrecognised()
    names = " or ".join(one.programme.name for one in close)
    notice = Notice("programme-ambiguous", f"the document may be of {names}")
    return Recognised(None, notice=notice, candidates=tuple(close))


def unrecognised() -> Recognised:
    """No programme, and the notice that there is none."""
    return Recognised(None, notice=Notice("programme-unknown", "the document is of no known programme"))


def _date_of_inspection(document: Document, opening: int) -> DateFound | None:
    """The first date of the opening; of a review of progress that of the earliest year, in which the inspection was."""
    text = document.text[:opening]
    dates = list(dates_in(text))
    if not dates:
        return _dateline(document)
    reviewed = any(rule.search(text) for rule in progress_rules().review)
    return min(dates, key=lambda date: date.iso[:4]) if reviewed else dates[0]


def _dateline(document: Document) -> DateFound | None:
    """The first date behind the opening that stands alone on its line, as on the cover of a report within a paper."""
    for block in document.blocks[OPENING:]:
        text = document[block.content] if block.content.length <= DATELINE and block.row is None else ""
        found = next(dates_in(text), None)
        if found is not None and found.end - found.start == len(text.strip(" .")):
            start = block.content.start
            return DateFound(found.iso, found.precision, start + found.start, start + found.end)
    return None


def _heaviest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those of enough signs that none outweighs clearly."""
    shown = [one for one in candidates if _is_shown(one)]
    best = max((one.weight for one in shown), default=0)
    return [one for one in shown if one.weight * CLEARLY > best]


def _is_shown(candidate: Candidate) -> bool:
    return len(candidate.signs) > 1 and candidate.weight >= ENOUGH


def _ran(candidate: Candidate, date: DateFound | None) -> bool:
    return date is not None and candidate.programme.has_year(int(date.iso[:4]))


def _without_shared(candidates: Sequence[Candidate], date: DateFound | None) -> Iterator[Candidate]:
    """The candidates, each without signs whose words are also those of one that ran in the year of the date.

    'Services for children and young people' named another programme each time.
    """
    taken = [sign.span for one in candidates if _ran(one, date) and _is_shown(one) for sign in one.signs]
    for one in candidates:
        own = (sign for sign in one.signs if _ran(one, date) or not any(map(sign.span.overlaps, taken)))
        yield Candidate(one.programme, tuple(own))


def taken(document: Document, programme: Programme) -> Recognised:
    """The programme that the user says, with what shows it; a notice where nothing would have shown it."""
    signs = _signs(_Text(document), programme, _opening_end(document))
    if len(signs) > 1 and sum(sign.weight for sign in signs) >= ENOUGH:
        return Recognised(programme, signs)
    return Recognised(programme, signs, Notice("programme-given", f"little shows that it is of {programme.name}"))


def _opening_end(document: Document) -> int:
    prose = [block for block in document.blocks if block.kind is not BlockKind.FOOTNOTE]
    return prose[min(OPENING, len(prose)) - 1].span.end if prose else 0


class _Text:
    """A document's text, in which a sign is looked for no further than around the words that it needs."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._low = lowered(document.text)
        self._starts = [block.span.start for block in document.blocks]
        self._taken: dict[str, tuple[Span, ...]] = {}

    def taken_by(self, rule: CompiledRule) -> tuple[Span, ...]:
        """The first of what the rule takes, in order; several programmes have signs of the same words."""
        pattern = rule.rule.pattern
        if pattern not in self._taken:
            self._taken[pattern] = tuple(islice(self._taking(rule), PLACES))
        return self._taken[pattern]

    def _taking(self, rule: CompiledRule) -> Iterator[Span]:
        if rule.may_take(self._low):
            for start, end in self._around(_needed(rule)):
                yield from (Span(*match.span()) for match in rule.expression.finditer(self._text, start, end))

    def _around(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Start and end of the blocks that hold one of the words, each with the block before and the one behind it:
        a title may be parted. Those that touch are one."""
        if "" in words:
            yield 0, len(self._text)
            return
        start, end = -1, -1
        for place in sorted(place for word in words for place in places_of(self._low, word)):
            index = bisect_right(self._starts, place) - 1
            before, behind = self._start(index - 1), self._start(index + 2)
            if before > end >= 0:
                yield start, end
            start, end = before if before > end else start, behind
        if end >= 0:
            yield start, end

    def _start(self, index: int) -> int:
        return 0 if index < 0 else self._starts[index] if index < len(self._starts) else len(self._text)


def _signs(text: _Text, programme: Programme, opening: int) -> tuple[SignFound, ...]:
    """The signs in the order of the file. Words that are a sign are no other sign too: the weightiest has them."""
    found: dict[str, SignFound] = {}
    for weight, rule in sorted(_compiled(programme), key=lambda pair: -pair[0]):
        sign = next(_apart(text, weight, rule, opening, found.values()), None)
        if sign is not None:
            found[rule.address] = sign
    return tuple(found[rule.address] for _, rule in _compiled(programme) if rule.address in found)


def _apart(
    text: _Text, weight: int, rule: CompiledRule, opening: int, others: Iterable[SignFound]
) -> Iterator[SignFound]:
    """Where the rule takes words that no other sign has, at the first places that it takes."""
    for span in text.taken_by(rule):
        if not any(span.overlaps(other.span) for other in others):
            yield SignFound(span, rule.address, weight * (2 if span.start < opening else 1))


def _dated(date: DateFound | None, close: Sequence[Candidate]) -> list[Candidate]:
    """The one of them that ran in the year of the first date of the opening, that date among its signs.

    Where several ran, those; where none did or no date stands there, all.
    """
    ran = [one for one in close if _ran(one, date)]
    if date is None or len(ran) != 1:
        return ran or list(close)
    sign = SignFound(Span(date.start, date.end), f"programmes/{ran[0].programme.name}#years", 1)
    return [Candidate(ran[0].programme, (*ran[0].signs, sign))]


@cache
def _needed(rule: CompiledRule) -> tuple[str, ...]:
    return needed_by([rule])


@cache
def _compiled(programme: Programme) -> tuple[tuple[int, CompiledRule], ...]:
    rules = compile_rules(programme.sign, f"programmes/{programme.name}")
    return tuple((sign.weight, rule) for sign, rule in zip(programme.sign, rules, strict=True))
