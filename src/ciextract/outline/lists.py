"""Headings in, those out that are no list: of aims, of a paper's appendices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ciextract.document import Block
from ciextract.outline.kinds import STATEMENTS
from ciextract.outline.model import Heading, PartFound
from ciextract.record import DocumentKind

LIST = 3
"""Aims in a row from which the last, too, is one of a list."""


def without_lists(headings: list[Heading], blocks: tuple[Block, ...], part: PartFound) -> list[Heading]:
    """Headings of one kind that follow one another with nothing between are a list; its last may be a heading."""
    listed = (*STATEMENTS, "appendix") if part.kind is DocumentKind.COMMITTEE_PAPER else STATEMENTS
    kept: list[Heading] = []
    position = 0
    for run in _runs(headings, blocks, listed):
        position += len(run)
        if len(run) == 1 or not _ends_list(run, headings[position:], blocks, part):
            kept.append(run[-1])
    return kept


def _runs(headings: list[Heading], blocks: tuple[Block, ...], listed: Sequence[str]) -> Iterator[list[Heading]]:
    run: list[Heading] = []
    for heading in headings:
        if run and not (heading.kind == run[-1].kind and heading.kind in listed and _next_to(run[-1], heading, blocks)):
            yield run
            run = []
        run.append(heading)
    if run:
        yield run


def _next_to(heading: Heading, following: Heading, blocks: tuple[Block, ...]) -> bool:
    """Nothing stands between the two. The rows of a table are no list."""
    return blocks[heading.block].row is None and not _between(heading, following.block, blocks)


def _between(heading: Heading, end: int, blocks: tuple[Block, ...]) -> bool:
    return any(block.span.start >= heading.span.end for block in blocks[heading.block : end])


def _ends_list(run: list[Heading], later: list[Heading], blocks: tuple[Block, ...], part: PartFound) -> bool:
    """The last of a list is listed too where it comes again, or goes on in the order of a list."""
    before, last = run[-2:]
    if last.kind not in STATEMENTS:
        return not _between(last, later[0].block if later else part.blocks.stop, blocks)
    if any(other.kind == last.kind and other.number == last.number for other in later):
        return True
    ordered = isinstance(before.number, int) and isinstance(last.number, int) and before.number < last.number
    return ordered and len(run) >= LIST
