"""A line of a cover or a letterhead in, what it is out: who made the document, an imprint, a part of its title."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ciextract.document import Block, Document, Span
from ciextract.outline.candidates import looks_like_title
from ciextract.vocabulary.bodies import bodies
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.dates import dates_in
from ciextract.vocabulary.documents import document_words
from ciextract.vocabulary.rules import CompiledRule, first_taking

UNFINISHED = 20
"""Characters from which a line of a cover may be the first of several."""
BESIDE = 16
"""Characters beside a date up to which a line is that of the date."""
FIRST = 6
"""Blocks at the beginning of a paper among which the title is that its source declares."""
BELOW = 3
"""Blocks from the title of a cover on among which its date stands."""
LETTERHEAD = 20
"""Blocks at the beginning of a letter among which its salutation stands."""
SUBJECT = 260
"""Characters of the subject of a letter at the most."""
SUBJECT_WORDS = 30
SENTENCE = 60
"""Characters from which a line with a final mark is a sentence."""


def cover_rule(text: str) -> CompiledRule | None:
    """The rule by which the line stands on a cover and is no part of a title."""
    return first_taking(document_words().cover, text)


def stands_on_a_cover(text: str) -> bool:
    """The line says who made the document, where from, or names nothing but inspectorates."""
    return cover_rule(text) is not None or bodies().are_all_of(text)


def goes_on_with_a_title(text: str) -> bool:
    """'Progress review', below the title of the inspection whose progress it is."""
    return any(rule.search(text) for rule in document_words().subtitle)


def is_a_date(text: str) -> bool:
    """The line gives a date and hardly more, or what a dateline has beside it."""
    found = next(dates_in(text), None)
    if found is None:
        return False
    beside = text[: found.start] + text[found.end :]
    return len(beside) < BESIDE or first_taking(document_words().dateline, beside) is not None


def is_dated(document: Document, blocks: tuple[Block, ...]) -> bool:
    """A date stands among the lines, and no sentence."""
    texts = [document[block.content] for block in blocks]
    return any(map(is_a_date, texts)) and not any(text.endswith(".") for text in texts)


def stands_on_top(document: Document, blocks: tuple[Block, ...], lines: tuple[Span, ...]) -> bool:
    """The lines are the first of the document, or stand below nothing but lines of a cover with a date."""
    above = sum(1 for block in blocks if lines and block.span.start < lines[0].start)
    return not above or is_dated(document, blocks[: above + BELOW])


def names_an_area_across(text: str, below: str) -> bool:
    """The name of an area with which the text ends goes on in the line below: 'in the Shetland' above 'Islands'."""
    joined = f"{text} {below}" if len(below) < SUBJECT else ""
    return any(name.start < len(text) < name.end for name in councils().named_in(joined))


def is_sentence(text: str) -> bool:
    return len(text) >= SENTENCE and text.rstrip().endswith((".", ":", "?", "!"))


def cover_lines(document: Document, blocks: tuple[Block, ...]) -> Iterator[str]:
    """The lines of the first blocks, down to the first sentence."""
    for block in blocks:
        text = document[block.content]
        if is_sentence(text):
            return
        yield text


def is_unfinished(text: str) -> bool:
    """A line of a title that goes on: without a final mark, or with a colon, and long enough to be broken."""
    return len(text) > UNFINISHED and text.rstrip()[-1:] not in ".;!?"


def declared_title(blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """The one heading of the first level, where the source declares headings below it and it stands among the first."""
    levels = [block.level for block in blocks if block.level is not None]
    if levels.count(1) != 1 or len(levels) == 1:
        return ()
    return tuple(block.content for block in blocks[:FIRST] if block.level == 1)


def subject_of_letter(document: Document, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """The line below the salutation, where it is one of a title."""
    head = blocks[:LETTERHEAD]
    salutation = document_words().salutation
    for block, below in pairwise(head):
        if first_taking(salutation, document[block.content]) is not None:
            titled = looks_like_title(document[below.content], SUBJECT, SUBJECT_WORDS)
            return (below.content,) if titled else ()
    return ()
