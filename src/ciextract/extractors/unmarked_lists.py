"""Blocks from an introducing line on in, the paragraphs of a list printed without marks out. Nothing is read in them.

Short paragraphs without a final stop are a list wherever they stand, whole sentences only where nothing else can
follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ciextract.document import Block, BlockKind
from ciextract.extractors.reading import Reading
from ciextract.extractors.sentences import sentence_spans

LONGEST_LIST = 20
"""Paragraphs of such a list at the most."""
_LONGEST = 300
"""Characters of one of them at the most."""
_WORDS = 4
"""Words of one at the least."""
_LEAST = 2
"""Lines of a list at the least."""


def set_apart(reading: Reading, blocks: Sequence[Block], *, closed: bool, sentences: int = 1) -> list[Block]:
    """The list behind the first block, where that ends with a colon; ``closed`` where it must end with the last.

    Each paragraph has no more than so many sentences.
    """
    if not blocks or not reading.document[blocks[0].content].rstrip().endswith(":"):
        return []
    following = blocks[1 : 1 + LONGEST_LIST]
    ours = list(takewhile(lambda block: _is_an_entry(reading, block, sentences), following))
    unended = list(takewhile(lambda block: not _is_ended(reading, block), ours))
    if unended:
        last = ours[len(unended) : len(unended) + 1]
        begun_small = [reading.document[block.content][:1].islower() for block in [*unended, *last]]
        ours = [*unended, *last] if all(begun_small) else unended
    elif not closed or len(ours) < len(blocks) - 1:
        return []
    return ours if len(ours) >= _LEAST else []


def _is_an_entry(reading: Reading, block: Block, sentences: int) -> bool:
    """A paragraph without a mark that is no more than so many sentences and introduces nothing."""
    if block.kind is not BlockKind.PARAGRAPH or block.marker is not None or block.content.length > _LONGEST:
        return False
    text = reading.document[block.content]
    if len(text.split()) < _WORDS:
        return False
    said = sum(1 for _ in sentence_spans(reading.document.text, block.content))
    return not text.rstrip().endswith(":") and said <= sentences


def _is_ended(reading: Reading, block: Block) -> bool:
    return reading.document[block.content].rstrip().endswith((".", "!", "?", '"'))
