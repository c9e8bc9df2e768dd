"""The outline in, held against the contents page, the programme's statements and the numbers of key messages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ciextract.checks.finding import CheckFinding, outcome
from ciextract.document import Block, BlockKind
from ciextract.extractors.reading import Reading
from ciextract.folding import fold_words
from ciextract.outline.kinds import MESSAGES, STATEMENTS
from ciextract.outline.matching import ContentsTitles
from ciextract.outline.model import SectionFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.checks import checks_file, contents_label
from ciextract.vocabulary.messages import message_label

BEGINNING = 4
"""Words with which an entry and a heading begin alike, at the least, to be the same though they go on differently."""
SHORT = 6
"""Characters of what is left of an entry, its headings taken out, that may be dirt."""
_REPORTS = frozenset({DocumentKind.INSPECTION_REPORT, DocumentKind.OVERVIEW_REPORT})
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]?")


# Contents page


def contents_headings(reading: Reading) -> Iterator[CheckFinding]:
    """Every entry of the contents pages has a heading in the text."""
    if not any(part.kind in _REPORTS for part in reading.outline.parts):
        return
    entries = [entry for entry in reading.document.contents if _is_entry(entry)]
    if not entries:
        yield CheckFinding(id="contents-headings", status="not_made", message="no contents page was found", spans=())
        return
    headings = [section.heading for section in reading.outline.sections if section.heading is not None]
    titles = [reading.document[title] for heading in headings for title in (heading.span, heading.title)]
    titles.extend(reading.document[title] for part in reading.outline.parts for title in part.title)
    missing = _without_heading(entries, titles)
    found = len(entries) - len(missing)
    message = f"{found} of {len(entries)} entries of the contents page have a heading"
    if missing:
        message += ", not: " + "; ".join(missing)
    spans = tuple(heading.span for heading in headings)
    yield CheckFinding(id="contents-headings", status=outcome(not missing), message=message, spans=spans)


def _is_entry(entry: str) -> bool:
    words = fold_words(entry)
    return bool(_unlabelled(words)) and words not in checks_file().contents.groups


def _without_heading(entries: Sequence[str], titles: Sequence[str]) -> list[str]:
    """The entries that are no heading, nor several headings run together."""
    known = ContentsTitles(titles)
    folded = sorted({_unlabelled(fold_words(title)) for title in titles}, key=lambda words: (-len(words), words))
    return [entry for entry in entries if not (known.lists(entry) or _is_made_of(fold_words(entry), folded))]


def _is_made_of(words: str, titles: Sequence[str]) -> bool:
    """The words are headings and dirt, or begin like a heading."""
    rest = f" {words} "
    for title in titles:
        if len(title) > SHORT and f" {title} " in rest:
            rest = rest.replace(f" {title} ", "  ", 1)
    for piece in rest.split("  "):
        left = _unlabelled(piece.strip())
        if len(left) > SHORT and left not in checks_file().contents.groups and not _begins_alike(left, titles):
            return False
    return True


def _begins_alike(words: str, titles: Sequence[str]) -> bool:
    beginning = words.split()[:BEGINNING]
    return len(beginning) == BEGINNING and any(title.split()[:BEGINNING] == beginning for title in titles)


def _unlabelled(words: str) -> str:
    """The folded words without labels and numbers before them."""
    left = contents_label().sub("", f"{words} ").strip()
    return left if left == words else _unlabelled(left)


# Statements


def statements_present(reading: Reading) -> Iterator[CheckFinding]:
    """Each report has all statements, or all questions, of its programme."""
    known = reading.programme.heading if reading.programme is not None else ()
    for kind in STATEMENTS:
        wanted = {heading.number for heading in known if heading.kind == kind and heading.number is not None}
        for index, part in enumerate(reading.outline.parts):
            if wanted and part.kind in _REPORTS:
                sections = [s for s in reading.outline.sections if s.part == index and s.kind == kind]
                yield _present(kind, wanted, sections)


def _present(kind: str, wanted: set[int], sections: Sequence[SectionFound]) -> CheckFinding:
    found = {section.heading.number for section in sections if section.heading is not None} & wanted
    spans = tuple(section.heading.span for section in sections if section.heading is not None)
    missing = sorted(wanted - found)
    if not sections:
        message = f"none of the {len(wanted)} {kind}s of the programme is a heading"
        return CheckFinding(id=f"{kind}s-present", status="not_made", message=message, spans=())
    message = f"{len(found)} of {len(wanted)} {kind}s of the programme are headings"
    if missing:
        message += f", not: {', '.join(map(str, missing))}"
    return CheckFinding(id=f"{kind}s-present", status=outcome(not missing), message=message, spans=spans)


# Key messages


def message_numbers(reading: Reading) -> Iterator[CheckFinding]:
    """The numbers of each list of key messages run from 1, or on from the list before it, without a gap."""
    part, last = -1, 0
    for section in reading.outline.sections:
        if section.kind not in MESSAGES or any(one.kind == "appendix" for one in reading.outline.above(section)):
            continue
        numbered = [(number, block) for block in _blocks(reading, section) if (number := _number(reading, block))]
        if not numbered:
            continue
        numbers = [number for number, _ in numbered]
        gaps = _gaps(last if part == section.part else 0, numbers)
        part, last = section.part, numbers[-1]
        message = f"messages are numbered {', '.join(map(str, numbers))}"
        if gaps:
            message += f"; after {gaps[0][0]} comes {gaps[0][1]}"
        spans = tuple(block.span for _, block in numbered)
        yield CheckFinding(id="message-numbers", status=outcome(not gaps), message=message, spans=spans)


def _blocks(reading: Reading, section: SectionFound) -> list[Block]:
    """The blocks below the heading, whose own number is that of a chapter."""
    start = section.heading.span.end if section.heading is not None else section.own.start
    return [block for block in reading.document.blocks if start <= block.span.start < section.own.end]


def _number(reading: Reading, block: Block) -> int | None:
    """The number of a message: its marker, or a label on a line of its own."""
    if block.kind is BlockKind.ITEM and block.marker is not None:
        match = _NUMBER.fullmatch(block.marker)
        return int(match[1]) if match is not None else None
    return message_label(reading.document[block.content]) if block.kind is BlockKind.PARAGRAPH else None


def _gaps(last: int, numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of numbers that do not follow each other, ``last`` the one before them; a list may begin again at 1."""
    return [(one, other) for one, other in zip([last, *numbers], numbers, strict=False) if other not in (one + 1, 1)]
