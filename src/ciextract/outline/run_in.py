"""A paragraph of a committee paper in, the heading that its label makes out: by its type or by its words."""

from __future__ import annotations

from ciextract.document import Block, BlockKind, Document, Span
from ciextract.outline.candidates import heads_prose, looks_like_title
from ciextract.outline.kinds import TOPIC
from ciextract.outline.matching import Matcher
from ciextract.outline.model import Heading

_SET_APART = "outline/headings#run-in"


def run_in(
    document: Document, matcher: Matcher, index: int, number: int | str | None, *, implied: bool
) -> Heading | None:
    """The label at the head of the block of that index; ``implied`` below a heading of implications."""
    block = document.blocks[index]
    if block.kind is not BlockKind.PARAGRAPH and not (block.marker or "").strip("().").isalnum():
        return None
    found = _set_apart(document, block) or _known(document, matcher, index, implied=implied)
    if found is None:
        return None
    title, rule = found
    return Heading(index, Span(block.span.start, title.end), title, TOPIC, number, None, rule)


def _set_apart(document: Document, block: Block) -> tuple[Span, str] | None:
    """The bold beginning of a paragraph with a number of its own ('3.2')."""
    if block.lead is None or block.marker is None or "." not in block.marker.rstrip("."):
        return None
    text = document[block.lead].strip(" :.-–")
    if block.lead.end >= block.content.end or not looks_like_title(text):
        return None
    return Span(block.lead.start, block.lead.start + len(text)), _SET_APART


def _known(document: Document, matcher: Matcher, index: int, *, implied: bool) -> tuple[Span, str] | None:
    """A label that is known by its words; alone on its line it stands above prose."""
    content = document.blocks[index].content
    found = matcher.at_head(document[content], implied=implied)
    if found is None or not document[content][:1].isupper():
        return None
    below = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    listed = below is not None and below.kind is not BlockKind.PARAGRAPH and not _is_numbered_sentence(document, below)
    if found.end >= content.length and not heads_prose(document, document.blocks, index, known=listed):
        return None
    return Span(content.start, content.start + found.end), found.rule


def _is_numbered_sentence(document: Document, block: Block) -> bool:
    """'10. There is no cost.': papers number their paragraphs."""
    return (block.marker or "").strip("().").isdigit() and document[block.content].rstrip().endswith(".")
