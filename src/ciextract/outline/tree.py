"""A document and its programme in, the outline out: parts, headings with levels, sections that tile the text."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.document import Document, Span
from ciextract.outline.headings import HeadingFinder
from ciextract.outline.levels import with_levels
from ciextract.outline.matching import ContentsTitles, matcher_of
from ciextract.outline.model import Heading, Outline, PartFound, SectionFound
from ciextract.outline.parts import PartFinder
from ciextract.programme.model import Programme


def outline(document: Document, programme: Programme | None) -> Outline:
    """The outline of the document. Sections' own spans tile the text; a part begins with a heading or a preamble."""
    matcher = matcher_of(programme)
    contents = ContentsTitles(document.contents)
    parts = PartFinder(document, matcher).parts()
    finder = HeadingFinder(document, matcher, contents)
    sections: list[SectionFound] = []
    for index, part in enumerate(parts):
        headings = with_levels(document, finder.headings(part), matcher, contents)
        sections.extend(_sections(index, part, headings, len(sections)))
    return Outline(parts, tuple(sections))


def _sections(index: int, part: PartFound, headings: list[Heading], before: int) -> Iterator[SectionFound]:
    start = headings[0].span.start if headings else part.span.end
    offset = before
    if start > part.span.start or not headings:
        own = Span(part.span.start, start if headings else part.span.end)
        yield SectionFound(f"s{before + 1}", index, None, own, own, None, None)
        offset += 1
    for position, heading in enumerate(headings):
        own_end = headings[position + 1].span.start if position + 1 < len(headings) else part.span.end
        yield SectionFound(
            f"s{offset + position + 1}",
            index,
            heading,
            Span(heading.span.start, own_end),
            Span(heading.span.start, _end(headings, position, part.span.end)),
            f"s{offset + heading.parent + 1}" if heading.parent is not None else None,
            _statement(headings, position),
        )


def _end(headings: list[Heading], position: int, end: int) -> int:
    """Where the section with all its sub-sections ends."""
    level = headings[position].level
    return next((other.span.start for other in headings[position + 1 :] if other.level <= level), end)


def _statement(headings: list[Heading], position: int | None) -> int | None:
    """Number of the statement that the section is or stands in."""
    while position is not None:
        heading = headings[position]
        if heading.kind == "statement" and isinstance(heading.number, int):
            return heading.number
        position = heading.parent
    return None
