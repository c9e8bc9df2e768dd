"""A reading in, the parts that are reviews of progress out: such documents quote grades and give none."""

from __future__ import annotations

from ciextract.extractors.reading import Reading
from ciextract.outline.model import PartFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.progress import progress_rules

OPENING = 6
"""Blocks at the beginning of a part that say whether it is a review of progress."""
_SAYING = frozenset({DocumentKind.INSPECTION_REPORT, DocumentKind.NEWS_RELEASE, DocumentKind.OTHER})


def reviews(reading: Reading) -> tuple[PartFound, ...]:
    """Parts whose title or first words say that they look at what has been done since an inspection."""
    return tuple(part for part in reading.outline.parts if _is_review(reading, part))


def _is_review(reading: Reading, part: PartFound) -> bool:
    blocks = [reading.document.blocks[index] for index in part.blocks[:OPENING]]
    opening = [reading.document[span] for span in (*part.title, *(block.content for block in blocks))]
    return part.kind in _SAYING and any(rule.search(text) for rule in progress_rules().review for text in opening)
