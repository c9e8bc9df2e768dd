"""When each part was published, and its publication code. A date within a sentence is none, but a release's 'today'."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.document import Block, Span
from ciextract.extractors.finding import CodeFinding, DateFinding, Finding
from ciextract.extractors.reading import Reading
from ciextract.outline.model import PartFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.bodies import bodies
from ciextract.vocabulary.dates import DateFound, dates_in
from ciextract.vocabulary.documents import document_words
from ciextract.vocabulary.rules import first_taking

COVER = 14
"""Blocks at the beginning of a part among which its date stands."""
FOOT = 6
"""Blocks at the end of a news release among which a date can stand."""
LINE = 160
"""Characters of a line that names a meeting and its date, and says nothing else, at the most."""


def publication(reading: Reading) -> Iterator[Finding]:
    """At most one date and one code a part."""
    for index, part in enumerate(reading.outline.parts):
        date = _date(reading, part)
        if date is not None:
            span, found, rule = date
            yield DateFinding(span=span, rule=rule, part=index, date=found.iso, precision=found.precision)
        yield from _code(reading, index, part)


def _code(reading: Reading, index: int, part: PartFound) -> Iterator[CodeFinding]:
    lines = list(_lines_with_codes(reading, part))
    for rule in document_words().code:
        found = [(line, match) for line in lines for match in rule.finditer(reading.document[line])]
        for line, match in found[-1:]:
            span = Span(line.start + match.start(), line.start + match.end())
            yield CodeFinding(span=span, rule=rule.address, part=index, code=match[0])
            return


def _lines_with_codes(reading: Reading, part: PartFound) -> Iterator[Span]:
    """The lines that hold what no code is without, in order."""
    text, end = reading.document.text, part.span.start
    for match in document_words().in_code.finditer(text, part.span.start, part.span.end):
        if match.start() >= end:
            start = max(text.rfind("\n", 0, match.start()) + 1, part.span.start)
            end = text.find("\n", match.end(), part.span.end)
            end = end if end >= 0 else part.span.end
            yield Span(start, end)


def _date(reading: Reading, part: PartFound) -> tuple[Span, DateFound, str] | None:
    blocks = [reading.document.blocks[i] for i in part.blocks]
    in_titles = [found for title in part.title if (found := _dated(reading, title, "extractors/publication#title"))]
    if part.kind is DocumentKind.COMMITTEE_PAPER:
        candidates = [*_meeting(reading, blocks[: 2 * COVER]), *_alone(reading, blocks[: 2 * COVER], in_rows=True)]
    elif part.kind is DocumentKind.NEWS_RELEASE:
        candidates = [*_alone(reading, blocks[:COVER]), *_alone(reading, blocks[-FOOT:])]
        candidates = candidates or list(_today(reading, blocks[:COVER]))
    else:
        candidates = [*_alone(reading, blocks[:COVER]), *in_titles]
    best = next((found for found in candidates if found[1].precision == "day"), candidates[0] if candidates else None)
    return best or _copyright(reading, part)


def _alone(reading: Reading, blocks: list[Block], *, in_rows: bool = False) -> Iterator[tuple[Span, DateFound, str]]:
    """Lines that hold a date and nothing but words that go with one."""
    (words,) = document_words().dateline
    for block in blocks:
        for span in _stretches(reading, block) if in_rows or block.row is None else ():
            text = reading.document[span]
            found = next(dates_in(text), None)
            if found is not None and words.search(bodies().left_out_of(text[: found.start] + " " + text[found.end :])):
                yield _placed(span, found), found, words.address


def _today(reading: Reading, blocks: list[Block]) -> Iterator[tuple[Span, DateFound, str]]:
    """A date within a sentence that says that the report came out on it, 'today'."""
    for block in blocks:
        text = reading.document[block.content]
        for rule in document_words().today:
            match = rule.search(text)
            found = next(dates_in(match["date"]), None) if match is not None else None
            if match is not None and found is not None and not found.start and found.precision == "day":
                start = block.content.start + match.start("date")
                yield Span(start, start + found.end), found, rule.address


def _stretches(reading: Reading, block: Block) -> tuple[Span, ...]:
    if block.row is None:
        return (block.content,)
    return reading.document.tables[block.row[0]].rows[block.row[1]].cells


def _meeting(reading: Reading, blocks: list[Block]) -> Iterator[tuple[Span, DateFound, str]]:
    """A date on the line that names the meeting."""
    for block in blocks:
        text = reading.document[block.span]
        rule = first_taking(document_words().meeting, text)
        found = next(dates_in(text), None)
        if rule is not None and found is not None and len(text) < LINE and not text.rstrip().endswith("."):
            yield _placed(block.span, found), found, rule.address


def _dated(reading: Reading, span: Span, rule: str) -> tuple[Span, DateFound, str] | None:
    """The first date of a title that is not one of the inspection that the document is about."""
    text = reading.document[span]
    for found in dates_in(text):
        if first_taking(document_words().not_of_title, text[: found.start]) is None:
            return _placed(span, found), found, rule
    return None


def _placed(span: Span, found: DateFound) -> Span:
    return Span(span.start + found.start, span.start + found.end)


def _copyright(reading: Reading, part: PartFound) -> tuple[Span, DateFound, str] | None:
    (rule,) = document_words().copyright
    match = rule.search(reading.document[part.span])
    if match is None or part.kind in (DocumentKind.COMMITTEE_PAPER, DocumentKind.NEWS_RELEASE):
        return None
    start = part.span.start + match.start("year")
    found = DateFound(match["year"], "year", match.start("year"), match.end("year"))
    return Span(start, start + 4), found, rule.address
