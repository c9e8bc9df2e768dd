"""A block with a number in, whether it heads a chapter or a topic out, by the chapters before. No words are judged."""

from __future__ import annotations

from itertools import pairwise

from ciextract.document import Block, BlockKind, Document
from ciextract.outline.candidates import TypeEvidence, heads_a_topic, heads_prose, is_declared, looks_like_title
from ciextract.outline.matching import ContentsTitles
from ciextract.outline.model import PartFound
from ciextract.outline.numbers import NUMBER, as_number, chapter_of, is_next_item, letter_of, number_apart
from ciextract.record import DocumentKind
from ciextract.vocabulary.documents import document_words

_COUNTING = frozenset({DocumentKind.INSPECTION_REPORT, DocumentKind.OTHER})
"""Documents whose chapters are told in plain text by their numbers, which rise by one."""

REACH = 200
"""Blocks behind a first chapter in which the second is looked for."""
SECOND = 2
"""The chapter that shows that the first one heads a chapter too."""


class Chapters:
    """Knows the number or the letter of the chapter that is open."""

    def __init__(self, document: Document, contents: ContentsTitles, type_evidence: TypeEvidence) -> None:
        self._document = document
        self._blocks = document.blocks
        self._contents = contents
        self._type = type_evidence
        self.begin()

    def begin(self) -> None:
        """No chapter is open."""
        self._chapter = 0
        self._letter: str | None = None
        self._numbers: dict[int, str] = {}  # the number of the last heading, by how many numbers it has

    def note(self, block: Block) -> None:
        """A heading was found: its number, if it is that of a chapter, is the last one now."""
        marker = (self.apart(block) or block).marker
        if marker is not None and NUMBER.fullmatch(marker):
            self._numbers[marker.count(".")] = marker
        self._chapter = chapter_of(marker) or self._chapter
        self._letter = letter_of(marker) or self._letter

    def apart(self, block: Block) -> Block | None:
        """The block with the number that its text begins with as its marker, if any."""
        return number_apart(self._document, block, self._chapter, self._letter)

    def is_next(self, marker: str | None) -> bool:
        """It is the number behind that of the chapter before, or a letter, which is one only in its order."""
        return chapter_of(marker) == self._chapter + 1 or letter_of(marker) is not None

    def _is_worded(self, index: int, block: Block) -> bool:
        """A word stood before the number: 'Section 3: What we saw'."""
        apart = self._blocks[index].marker is None and block.marker is not None and block.marker.isdigit()
        return apart and self._document[self._blocks[index].content][:1].isalpha()

    def in_a_list(self, index: int) -> bool:
        """The item before or after it is of the number before or after its own, written alike."""
        around = self._blocks[max(index - 1, 0) : index + 2]
        items = [one.marker for one in around if one.kind is BlockKind.ITEM and one.marker is not None]
        return any(is_next_item(one, other) for one, other in pairwise(items))

    def breaks_a_list(self, index: int, text: str) -> bool:
        """The next chapter's title below a list that has its number: in capitals of its own, or a contents page's."""
        if not self.is_next(self._blocks[index].marker):
            return False
        around = [one for one in (index - 1, index + 1) if 0 <= one < len(self._blocks)]
        alike = any(self._document[self._blocks[one].content].isupper() for one in around)
        return (text.isupper() and not alike) or self._contents.lists(text)

    def head(self, part: PartFound, index: int, block: Block, text: str) -> bool:
        """'4. IMPLICATIONS' in a committee paper, '3.2 Anticipated outcomes' set apart, a report's next chapter."""
        if block.marker is None or as_number(block.marker) is None or not looks_like_title(text):
            return False
        if is_declared(block):
            return True
        if self._type.tells:
            return self._type.is_set_as_heading(block)
        counted = chapter_of(block.marker) or letter_of(block.marker)
        if part.kind is DocumentKind.COMMITTEE_PAPER and ((text.isupper() and counted) or block.bold):
            return True
        if self._heads_numbered_paragraphs(index, block) or self._heads_plain_paragraphs(index, block, text):
            return True
        if part.kind is DocumentKind.COMMITTEE_PAPER and self._goes_on_with_chapters(part, index, block, text):
            return True
        listed = self._contents.lists(text)
        if listed and part.kind is DocumentKind.OVERVIEW_REPORT and not self.in_a_list(index):
            return True  # the chapters of each area are numbered anew
        named = part.kind is DocumentKind.OVERVIEW_REPORT and self._blocks[index].marker is None
        if not (named or part.kind in _COUNTING) or not self.is_next(block.marker):
            return False
        if self._is_worded(index, block):
            return True
        if self.in_a_list(index):
            return self.breaks_a_list(index, text)
        if listed or heads_prose(self._document, self._blocks, index, known=False):
            return True
        return heads_a_topic(self._document, self._blocks, index)

    def _is_followed_by_chapters(self, part: PartFound, index: int) -> bool:
        """Behind a first chapter and its paragraph stands a second one, that is no item either, above another."""
        if self._blocks[index + 1].kind is not BlockKind.PARAGRAPH or self._blocks[index + 1].marker is not None:
            return False
        for further in range(index + 2, min(part.blocks.stop - 1, index + REACH)):
            if chapter_of(self._blocks[further].marker) == SECOND:
                text = self._document[self._blocks[further].content]
                return looks_like_title(text) and not self.in_a_list(further)
        return False

    def _goes_on_with_chapters(self, part: PartFound, index: int, block: Block, text: str) -> bool:
        """'4. Evaluations' above a table or a paragraph, behind the third chapter of a paper, and no item of a list; or
        the first of several."""
        follows = chapter_of(block.marker) == self._chapter + 1
        if (
            not follows
            or (self._chapter == 0 and not self._is_followed_by_chapters(part, index))
            or self.in_a_list(index)
            or any(rule.search(text) for rule in document_words().not_title)
        ):
            return False
        return heads_prose(self._document, self._blocks, index, known=False)

    def _is_beside_a_heading(self, marker: str) -> bool:
        """'3.3' behind the heading '3.2'."""
        before = self._numbers.get(marker.count("."), "")
        chapter, _, last = before.rpartition(".")
        return bool(chapter) and marker == f"{chapter}.{int(last) + 1}"

    def _heads_numbered_paragraphs(self, index: int, block: Block) -> bool:
        """'4 Background' stands above '4.1 …'."""
        following = self._blocks[index + 1].marker if index + 1 < len(self._blocks) else None
        chapter = chapter_of(block.marker)
        return chapter is not None and following is not None and following.startswith(f"{chapter}.1")

    def _heads_plain_paragraphs(self, index: int, block: Block, text: str) -> bool:
        """'3.1 What we saw', no sentence, stands above a paragraph without a number, or goes on with such headings."""
        assert block.marker is not None
        if block.kind is not BlockKind.PARAGRAPH or "." not in block.marker.rstrip("."):
            return False
        if self._is_beside_a_heading(block.marker):
            return True
        if any(rule.search(text) for rule in document_words().not_title):
            return False
        following = self._blocks[index + 1] if index + 1 < len(self._blocks) else None
        if following is None or following.kind is not BlockKind.PARAGRAPH or following.marker is not None:
            return False
        return self._document[following.content].rstrip().endswith(".")
