"""The partnership areas that were inspected. An area only named in passing is none, nor is the publisher's address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from ciextract.document import BlockKind, Span, Table
from ciextract.extractors.finding import AreaFinding
from ciextract.extractors.reading import Reading, Sentence
from ciextract.folding import fold_words
from ciextract.outline.model import PartFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.councils import AreaName, councils
from ciextract.vocabulary.documents import document_words
from ciextract.vocabulary.evaluations import words_of_no_evaluation
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.inspections import inspection_words
from ciextract.vocabulary.rules import first_taking

SEVERAL = 3
"""Areas that a sentence of an overview names at the least, to be a list of those inspected."""
FIRST = 2
"""How often the area of the first sentence that names one counts."""
SHARE = 0.6
"""An area counts beside the one named most often when it is named at least so often, relative to it."""


def areas(reading: Reading) -> Iterator[AreaFinding]:
    """Each area once, where it is first named as inspected."""
    if reading.is_of_its_makers:
        return
    seen: set[str] = set()
    named = list(reading.sentences_at(reading.area_places))
    for part in reading.outline.parts:
        within = [one for one in named if part.span.start <= one.span.start < part.span.end]
        for finding in _of_part(reading, part, within):
            if finding.code not in seen:
                seen.add(finding.code)
                yield finding


def _of_part(reading: Reading, part: PartFound, named: Sequence[Sentence]) -> Iterator[AreaFinding]:
    """``named`` are the sentences of the part in which an area may be named."""
    if part.kind is DocumentKind.OVERVIEW_REPORT:
        titled = list(_titled(reading, part))
        listed = (*_listed(reading, named), *_itemised(reading, part), *_tabled(reading, part))
        found = (*titled, *listed) if len(titled) >= SEVERAL else listed
        yield from sorted(found, key=lambda finding: finding.span)
        return
    titled = list(_titled(reading, part)) if part.kind is not DocumentKind.OTHER else []
    told = [] if titled else list(_told(reading, named))
    if told and len(named) == 1 and _is_national(reading, part):
        told = []
    yield from titled or told or _itemised(reading, part)


def _is_national(reading: Reading, part: PartFound) -> bool:
    """It says that it is about the whole country."""
    return first_taking(inspection_words().national, reading.document[part.span]) is not None


def _titled(reading: Reading, part: PartFound) -> Iterator[AreaFinding]:
    for title in part.title:
        for name in councils().named_in(reading.document[title]):
            yield _finding(title.start, name, "extractors/areas#title")


def _listed(reading: Reading, named: Sequence[Sentence]) -> Iterator[AreaFinding]:
    """A list of areas in a sentence that says where inspections took place."""
    for sentence in _telling(reading, named):
        text = reading.document[sentence.span]
        for rule in inspection_words().inspected:
            match = rule.search(text)
            if match is None:
                continue
            names = list(councils().named_in(match["areas"]))
            if len(names) >= SEVERAL:
                for name in names:
                    yield _finding(sentence.span.start + match.start("areas"), name, rule.address)


def _itemised(reading: Reading, part: PartFound) -> Iterator[AreaFinding]:
    """The items of a list of areas below a line that says where inspections took place."""
    blocks = [reading.document.blocks[index] for index in part.blocks]
    for index, (block, following) in enumerate(pairwise(blocks)):
        if block.kind is not BlockKind.PARAGRAPH or following.kind is not BlockKind.ITEM:
            continue
        text = reading.document[block.content]
        rule = first_taking(inspection_words().inspected_list, text)
        if rule is None:
            continue
        items = list(takewhile(lambda one: one.kind is BlockKind.ITEM, islice(blocks, index + 1, None)))
        named = [(item, name) for item in items for name in councils().named_in(reading.document[item.content])]
        if len(named) >= SEVERAL:
            yield from (_finding(item.content.start, name, rule.address) for item, name in named)


def _tabled(reading: Reading, part: PartFound) -> Iterator[AreaFinding]:
    """Rows of a table of evaluations, or of what was concluded in words."""
    for table in reading.document.tables:
        if not part.span.start <= table.span.start < part.span.end:
            continue
        concluded = _heads_conclusions(reading, table)
        for row in table.rows:
            cells = [reading.document[cell].strip() for cell in row.cells]
            council = councils().by_spelling.get(cells[0])
            if council is not None and any(map(bool if concluded else _is_evaluation, cells[1:])):
                name = AreaName(council, 0, len(cells[0]))
                yield _finding(row.cells[0].start, name, "extractors/areas#table")


def _heads_conclusions(reading: Reading, table: Table) -> bool:
    """A column is headed by an area of work of which the programme concludes in words."""
    subjects = reading.programme.subject if reading.programme is not None else ()
    spelled = {fold_words(spelling) for one in subjects for spelling in (one.name, *one.spellings)}
    return any(fold_words(reading.document[cell]) in spelled for cell in table.rows[0].cells[1:])


def _is_evaluation(cell: str) -> bool:
    """A grade, or that none was given: inspectors were there too."""
    return grades().named(cell) is not None or fold_words(cell) in words_of_no_evaluation()


def _told(reading: Reading, named: Sequence[Sentence]) -> Iterator[AreaFinding]:
    """The area that sentences name as the one of the services, the partnership or the inspection."""
    found: dict[str, AreaFinding] = {}
    counts: Counter[str] = Counter()
    together: dict[str, set[str]] = {}
    for sentence in _telling(reading, named):
        for listed in _lists(reading, sentence):
            first = not counts
            codes = {finding.code for finding in listed}
            for finding in listed:
                found.setdefault(finding.code, finding)
                # The first sentence that names an area names the one that the document is about.
                counts[finding.code] += FIRST if first else 1
                together.setdefault(finding.code, set()).update(codes)
    most = max(counts.values(), default=0)
    weights = {code: max(counts[other] for other in together[code]) for code in found}
    yield from (finding for code, finding in found.items() if weights[code] >= SHARE * most)


def _lists(reading: Reading, sentence: Sentence) -> Iterator[list[AreaFinding]]:
    """The areas that stand in one list, for each place of the sentence that an area rule takes."""
    text = reading.document[sentence.span]
    for rule in inspection_words().area:
        for match in rule.finditer(text):
            names = councils().named_in(match["areas"])
            offset = sentence.span.start + match.start("areas")
            named = [_finding(offset, name, rule.address) for name in names]
            if named:
                yield named


def _telling(reading: Reading, named: Sequence[Sentence]) -> Iterator[Sentence]:
    """Sentences that are not of a contact block, nor lines that only link to other pages."""
    for sentence in named:
        if reading.section_of(sentence.span).kind == "contact":
            continue
        if not any(rule.search(reading.document[sentence.span]) for rule in document_words().link):
            yield sentence


def _finding(offset: int, name: AreaName, rule: str) -> AreaFinding:
    span = Span(offset + name.start, offset + name.end)
    return AreaFinding(span=span, rule=rule, name=name.council.name, code=name.council.code)
