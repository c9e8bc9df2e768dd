"""A block in, whether it is set as a heading out: by its type, its form, what follows it. Kinds are not told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ciextract.document import Block, BlockKind, Document
from ciextract.vocabulary.dates import dates_in
from ciextract.vocabulary.documents import document_words
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.quotations import quotation_words
from ciextract.vocabulary.rules import first_taking

LARGER = 1.1
"""Headings are set at least so much larger than body text, where they are larger."""
LONGEST_TOPIC = 120
"""Characters of a heading that is not known by its words."""
MOST_WORDS = 16
"""Words of such a heading."""
LEAST = 14
"""Characters beside a date from which a line says more than the date."""
_LONGEST_ABBREVIATION = 9
"""Letters of an abbreviation that stands alone on its line."""
PROSE = 60
"""Characters from which a block is prose rather than a label."""

_FINAL = re.compile(r"[.!;:,…][\"')\]]*$")
_QUOTED = re.compile(r"\s*([\"']).{12,}[.!?]\1\s*$|\s*([\"'])(?:[^\s\"]+ ){6,}[^\s\"]+\2\s*$")
_NAMED = re.compile(r"\s*(?:[A-Z][\w'.-]{0,20} ){1,4}[A-Z][\w'.-]{1,20}, ")
"""Words with capitals before a comma; most lines have none, and are asked nothing dearer."""
_LETTERS = re.compile(r"[A-Za-z]{2}")
_ADDRESS = re.compile(
    r"https?:|www\.|@|\b\d{4,5} \d{5,6}\b|\b0\d{3,4}(?: \d{2,4}){2,3}\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|^©",
    re.IGNORECASE,
)
_NUMBERS_ONLY = re.compile(
    r"[\d.,%£\s/]+(?:(?:out of|of|in) \d+\s*$)?(?:\b(?:per|people|cent)\b.*)?$"
    r"|.*\b\d[\d.,]*\s*(?:%|per (?:cent|1,?0+))\s*$"
)


class TypeEvidence:
    """Whether the document sets its headings in a type of their own."""

    def __init__(self, document: Document) -> None:
        self._document = document
        sized = [block for block in document.blocks if block.size is not None and block.kind is BlockKind.PARAGRAPH]
        self.has_sizes = any(block.size is not None and block.size >= LARGER for block in sized)
        self.has_bold = any(block.bold for block in sized if block.content.length < LONGEST_TOPIC)

    @property
    def tells(self) -> bool:
        """Headings can be told by their type."""
        return self.has_sizes or self.has_bold

    def is_set_as_heading(self, block: Block) -> bool:
        """Larger than body text, or bold throughout."""
        return (block.size is not None and block.size >= LARGER) or block.bold


def is_declared(block: Block) -> bool:
    """The source itself says that the block is a heading."""
    return block.level is not None


def looks_like_title(text: str, longest: int = LONGEST_TOPIC, most_words: int = MOST_WORDS) -> bool:
    """Short, begins like a title and ends without a final mark."""
    stripped = text.strip()
    if not stripped or len(stripped) > longest or len(stripped.split()) > most_words:
        return False
    begins = stripped.lstrip("\"'(")[:1]
    if not begins.isupper() and not begins.isdigit():
        return False
    return not _FINAL.search(stripped) and not is_no_title(stripped)


def is_no_title(text: str) -> bool:
    """An address, a number, a date, a grade, a salutation, a quoted sentence: short lines that head nothing."""
    if not _LETTERS.search(text) or _ADDRESS.search(text) or _NUMBERS_ONLY.match(text) or _QUOTED.match(text):
        return True
    if grades().ends_line(text) or grades().ends_row(text) or grades().explains_a_grade(text):
        return True
    if first_taking(document_words().salutation, text) or _is_signature(text):
        return True
    date = next(dates_in(text), None)
    if date is None:
        return False
    beside = text[: date.start] + text[date.end :]
    return len(beside) < LEAST or first_taking(document_words().dateline, beside) is not None


def _is_signature(text: str) -> bool:
    """'Jo Doe, Chief Executive', below what she wrote."""
    return _NAMED.match(text) is not None and quotation_words().signs(text)


def stands_above_an_office(document: Document, blocks: Sequence[Block], index: int) -> bool:
    """'Jo Doe', above 'Chief Executive': who signs on two lines."""
    name = document[blocks[index].content]
    below = document[blocks[index + 1].content] if index + 1 < len(blocks) else ""
    if _NAMED.match(f"{name}, ") is None or len(below) >= PROSE:
        return False
    return quotation_words().is_name(name) and quotation_words().is_role(below)


def heads_prose(document: Document, blocks: Sequence[Block], index: int, *, known: bool) -> bool:
    """What follows the block is prose, a list, a table or a grade; ``known`` where the next is a known heading."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or known:
        return False
    if following.kind in (BlockKind.ITEM, BlockKind.ROW):
        return True
    text = document[following.content]
    return len(text) >= PROSE or bool(_FINAL.search(text)) or grades().ends_line(text)


def heads_a_topic(document: Document, blocks: Sequence[Block], index: int) -> bool:
    """Behind prose that has ended, a title that stands above another one, and that above prose."""
    around = blocks[index - 1 : index + 3]
    if index == 0 or len(around) < 4 or any(one.kind is BlockKind.ROW for one in around):
        return False
    before, _, below, prose = (document[one.content].rstrip() for one in around)
    if around[2].kind is not BlockKind.PARAGRAPH or around[2].marker is not None or not looks_like_title(below):
        return False
    return before.endswith((".", "?")) and len(before) >= PROSE and len(prose) >= PROSE and prose.endswith(".")


def follows_a_quotation(document: Document, blocks: Sequence[Block], index: int) -> bool:
    """The block before is a quotation that this line names the source of."""
    if index == 0:
        return False
    before = document[blocks[index - 1].content].strip()
    text = document[blocks[index].content]
    quoted = before[:1] in "\"'" and before[-1:] in "\"'" and len(before) > PROSE
    return quoted and bool(re.search(r"\d|,|\(", text))


def is_abbreviation(text: str) -> bool:
    """'IRD', 'CAMHS', 'GIRFEC', one word that has more than one capital and few letters."""
    word = text.strip()
    return len(word) <= _LONGEST_ABBREVIATION and word.isalpha() and sum(map(str.isupper, word)) > 1
