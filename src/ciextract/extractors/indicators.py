"""The programme's indicators, by their names, their numbers and the sections that stand under them. No grades."""

from __future__ import annotations

import re
from functools import lru_cache

from ciextract.extractors.reading import Reading, Sentence
from ciextract.folding import fold_words
from ciextract.outline.model import SectionFound
from ciextract.programme.model import Indicator, Programme
from ciextract.vocabulary.evaluations import head_joints

NUMBER = re.compile(r"\d{1,2}\.\d")
About = tuple[str | None, str | None]
"""Number and name of an indicator."""


def indicators_of(programme: Programme | None) -> tuple[Indicator, ...]:
    """All that the programme names."""
    return programme.indicator if programme is not None else ()


def graded_indicators(programme: Programme | None) -> tuple[Indicator, ...]:
    """Those that the programme grades."""
    return tuple(one for one in indicators_of(programme) if one.graded)


def indicator_name(programme: Programme | None, number: str) -> str | None:
    """The name of the indicator of that number."""
    return next((one.name for one in indicators_of(programme) if one.number == number), None)


@lru_cache(256)
def _folded(name: str) -> str:
    return fold_words(name)


@lru_cache(8)
def _graded_names(programme: Programme | None) -> frozenset[str]:
    return frozenset(_folded(name) for one in graded_indicators(programme) for name in (one.name, *one.spellings))


def by_name(programme: Programme | None, printed: str) -> Indicator | None:
    """The indicator that the words name, by the longest of its names that stands in them."""
    words = fold_words(printed)
    known = indicators_of(programme)
    names = [(_folded(name), one) for one in known for name in (one.name, *one.spellings)]
    named = [(len(name), one) for name, one in names if words and name in words]
    if named:
        return max(named, key=lambda pair: pair[0])[1]
    patterned = (one for one in known for pattern in one.patterns if re.search(pattern, printed, re.I))
    return next(patterned, None)


@lru_cache(8)
def heads(programme: Programme | None) -> dict[str, tuple[Indicator, ...]]:
    """By the first word of a name that goes on ('leadership of change') the graded indicators that it begins."""
    found: dict[str, tuple[Indicator, ...]] = {}
    for one in graded_indicators(programme):
        first, *others = _folded(one.name).split()
        if others[:1] and others[0] in head_joints():
            found[first] = (*found.get(first, ()), one)
    return found


def is_spelled(indicator: Indicator, printed: str) -> bool:
    """A name of the indicator stands in the words as it is, not only in a form that a pattern takes."""
    words = fold_words(printed)
    return any(_folded(name) in words for name in (indicator.name, *indicator.spellings))


def resolved(reading: Reading, printed: str) -> About:
    """The indicator that is named there, with what is printed where the programme knows none."""
    number = NUMBER.search(printed)
    if number is not None:
        return number[0], indicator_name(reading.programme, number[0])
    known = by_name(reading.programme, printed)
    return (known.number, known.name) if known is not None else (None, printed)


def indicator_above(reading: Reading, sentence: Sentence) -> SectionFound | None:
    """The section of an indicator that the sentence stands in: by its kind, or a topic that bears its name."""
    names = _graded_names(reading.programme)
    patterns = [pattern for one in graded_indicators(reading.programme) for pattern in one.patterns]
    for section in reading.outline.above(reading.section_of(sentence.span)):
        if section.kind == "quality_indicator":
            return section
        title = reading.document[section.heading.title] if section.heading is not None else ""
        if _folded(title) in names or any(re.fullmatch(pattern, title, re.IGNORECASE) for pattern in patterns):
            return section
    return None


def indicator_of(reading: Reading, sentence: Sentence) -> Indicator | None:
    """The indicator whose section the sentence stands in, or the only one that the programme grades."""
    section = indicator_above(reading, sentence)
    if section is not None and section.heading is not None:
        number, title = section.heading.number, reading.document[section.heading.title]
        numbered = (one for one in indicators_of(reading.programme) if one.number is not None and one.number == number)
        return next(numbered, None) or by_name(reading.programme, title)
    graded = graded_indicators(reading.programme)
    return graded[0] if len(graded) == 1 else None
