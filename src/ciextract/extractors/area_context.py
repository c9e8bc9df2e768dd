"""A sentence in, the area that it is about out: the one that it names, or that what stands around it names.

Whether that area was inspected is not judged here.
"""

from __future__ import annotations

from ciextract.extractors.reading import Reading, Sentence
from ciextract.outline.model import SectionFound
from ciextract.vocabulary.councils import councils

Area = tuple[str, str]
"""Official name and code."""

BESIDE = 30
"""Characters beside the name of an area in a heading that is about this area and does not end with it."""


def area_in(text: str) -> Area | None:
    """The area that the text names, where it names just one."""
    named = {(name.council.name, name.council.code) for name in councils().named_in(text)}
    return named.pop() if len(named) == 1 else None


def area_around(reading: Reading, sentence: Sentence) -> Area | None:
    """The area of the last heading that is one's name, else the last that the section names before the sentence."""
    section = reading.section_of(sentence.span)
    return area_of_chapter(reading, section) or _area_before(reading, section, sentence)


def area_of_chapter(reading: Reading, section: SectionFound) -> Area | None:
    """Headings that stand beside each other count too: a chapter of topics about one of several areas."""
    top = reading.outline.above(section)[-1]
    for before in reading.outline.back_to(top, section):
        if before.heading is None or not reading.may_name_area(before.heading.title):
            continue
        title = reading.document[before.heading.title]
        names = list(councils().named_in(title))
        if len(names) != 1:
            continue
        ends_it = names[0].end == len(title.rstrip())
        if ends_it or len(title) - (names[0].end - names[0].start) <= BESIDE:
            return names[0].council.name, names[0].council.code
    return None


def _area_before(reading: Reading, section: SectionFound, sentence: Sentence) -> Area | None:
    start = sentence.span.start
    while (place := reading.area_before(start)) is not None:
        block = reading.block_at(place)
        if block.span.start < section.own.start:
            return None
        area = area_in(reading.document.text[block.span.start : min(block.span.end, start)])
        if area is not None:
            return area
        start = block.span.start
    return None
