"""A line in, the heading that its words make out: exact first, then nearly the same. Where it stands is not judged."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, cached_property

from rapidfuzz import fuzz, process

from ciextract.folding import fold, fold_words
from ciextract.frozen import frozen
from ciextract.outline.kinds import IMPLICATIONS
from ciextract.programme.load import shared_headings
from ciextract.programme.model import HeadingWords, KindWords, Programme, Stem
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.english import english
from ciextract.vocabulary.rules import CompiledRule, Rule, alternatives, compile_rules, first_match, first_taking

SIMILAR = 90.0
"""Percent of likeness (indel distance over words) from which a title is taken for a known one."""
SHORTEST = 9
"""Characters from which likeness says anything."""
LISTED = 85.0
"""The same, of a title and an entry of the contents page, their words in any order."""
LENGTHS = (0.6, 1.6)
"""Between these an entry's length stands to that of a title that has more words or fewer."""
_DIGITS = re.compile(r"\d+")
_AREA = "{area}"
_INDICATOR = "quality_indicator"
_APPENDIX = "appendix"
_GLOSSARY = "glossary"
_LONGEST_APPENDIX, _MOST_WORDS = 80, 10
"""Characters and words of the title of an appendix that stands right behind its number."""


@frozen
class Match:
    """What a line's words say: kind, number, where the title begins in the line, and how it was found."""

    kind: str
    number: int | str | None
    title_start: int
    rule: str
    exact: bool
    labelled: bool = False


@frozen
class LabelAtHead:
    """Where the label at the head of a paragraph ends, and the rule that takes it."""

    end: int
    rule: str


@frozen
class _Known:
    kind: str
    number: int | None
    rule: str


class Matcher:
    """Knows the headings of a programme and those that all programmes share."""

    def __init__(self, programme: Programme | None) -> None:
        self._shared = shared_headings()
        self._titles: dict[str, _Known] = {}
        self._with_area: list[tuple[CompiledRule, _Known]] = []
        self._indicators: set[str] = set()
        if programme is not None:
            self._learn(programme.heading, f"programmes/{programme.name}")
            self._learn_indicators(programme)
        self._learn(self._shared.heading, "vocabulary/headings")
        self._stems: list[tuple[str, str, str]] = []
        if programme is not None:
            self._learn_stems(programme.stem, f"programmes/{programme.name}")
        self._learn_stems(self._shared.stem, "vocabulary/headings")
        self._worded = compile_rules(self._shared.worded, "vocabulary/headings")
        self._summarising = compile_rules(self._shared.in_summary, "vocabulary/headings")
        self._run_in = compile_rules(self._shared.run_in, "vocabulary/headings", self._shared.names)

    def _learn_stems(self, stems: Iterable[Stem], file: str) -> None:
        for stem in stems:
            rule = f"{file}#{stem.kind}-stem"
            self._stems.extend((fold_words(words) + " ", stem.kind, rule) for words in stem.words)

    def _learn(self, headings: Iterable[HeadingWords], file: str) -> None:
        for heading in headings:
            suffix = f"-{heading.number}" if heading.number is not None else ""
            known = _Known(heading.kind, heading.number, f"{file}#{heading.kind}{suffix}")
            for title in heading.titles:
                if _AREA in title:
                    rule = Rule(id=heading.kind, pattern=title, takes=(title,))
                    named = {"area": f"(?:the )?{councils().pattern}"}
                    self._with_area.append((CompiledRule(rule, file, named), known))
                else:
                    self._titles.setdefault(fold_words(title), known)

    def _learn_indicators(self, programme: Programme) -> None:
        for indicator in programme.indicator:
            self._indicators.update(fold_words(name) for name in (indicator.name, *indicator.spellings))

    def kind(self, name: str) -> KindWords:
        """Where headings of the kind stand in the tree."""
        return self._shared.kind[name]

    def match(self, line: str) -> Match | None:
        """The heading that the line is, by its label or its whole words."""
        return self._labelled(line) or self._title(line, 0)

    def is_bare_label(self, line: str) -> bool:
        """A label with a number and no title, such as 'Appendix 2'."""
        match = self._labelled(line)
        return match is not None and match.title_start >= len(line)

    def _labelled(self, line: str) -> Match | None:
        found = self._label.match(line)
        if found is None:
            return None
        kind = self._label_kinds[fold_words(found["word"])]
        start = found.end()
        title = line[start:].strip()
        alone = not title and english().numbers.get(found["number"].lower()) is None
        apart = bool(found["mark"].strip()) or alone or (kind == _APPENDIX and _heads_an_appendix(title))
        known = self._is_title_of(kind, title, start)
        if not apart and not known:
            return None
        number = _number(found["number"], kind)
        return Match(kind, number, start, f"vocabulary/headings#{kind}-label", known, labelled=True)

    def _is_title_of(self, kind: str, title: str, start: int) -> bool:
        """The words behind a label are a known title; the name of an indicator is one only there."""
        if kind == _INDICATOR and fold_words(title) in self._indicators:
            return True
        known = self._title(title, start) if title else None
        return known is not None and known.kind == kind

    @cached_property
    def _label_kinds(self) -> dict[str, str]:
        return {fold_words(word): label.kind for label in self._shared.label for word in label.words}

    @cached_property
    def _label(self) -> re.Pattern[str]:
        words, written = alternatives(list(self._label_kinds)), alternatives(list(english().numbers))
        return re.compile(
            rf"\s*(?P<word>{words})\s+(?:no\.?\s?)?(?P<number>\d{{1,2}}(?:\.\d{{1,2}})?|[A-H]|{written})\b(?P<mark>\s*[:.\-–—|]?)\s*",
            re.IGNORECASE,
        )

    def _title(self, title: str, start: int) -> Match | None:
        words = fold_words(title)
        known = self._titles.get(words)
        if known is not None:
            return Match(known.kind, known.number, start, known.rule, exact=True)
        stripped = title.strip(" :.")
        for pattern, about in self._with_area:
            if pattern.fullmatch(stripped):
                return Match(about.kind, about.number, start, about.rule, exact=True)
        return self._stem(words, start) or self._worded_as(title, start) or self._similar(words, start)

    def _worded_as(self, title: str, start: int) -> Match | None:
        found = first_match(self._worded, fold(title))
        if found is None:
            return None
        rule, match = found
        number = match.groupdict().get("number")
        printed = int(number) if number is not None and number.isdigit() else number
        return Match(rule.value, printed, start, rule.address, exact=False)

    def in_summary(self, line: str, under: str) -> Match | None:
        """'What is working well' below the heading of a summary; ``under`` is the kind of the heading above."""
        if under not in self._shared.summary.under:
            return None
        rule = first_taking(self._summarising, fold(line).rstrip("?:. "))
        return Match(rule.value, None, 0, rule.address, exact=True) if rule is not None else None

    def at_head(self, text: str, *, implied: bool) -> LabelAtHead | None:
        """The label that a paragraph begins with, or is; ``implied`` below a heading of implications."""
        for rule in self._run_in:
            found = rule.match(text) if implied or rule.value == IMPLICATIONS else None
            if found is not None:
                return LabelAtHead(found.end("label"), rule.address)
        return None

    def _stem(self, words: str, start: int) -> Match | None:
        closed = words + " "
        for stem, kind, rule in self._stems:
            if closed.startswith(stem):
                near = self._similar(words, start)
                number = near.number if near is not None and near.kind == kind else None
                return Match(kind, number, start, rule, exact=False)
        return None

    def _similar(self, words: str, start: int) -> Match | None:
        if len(words) < SHORTEST:
            return None
        best = process.extractOne(words, self._of_like_length(words), scorer=fuzz.ratio, score_cutoff=SIMILAR)
        if best is None:
            return None
        if _DIGITS.findall(best[0]) != _DIGITS.findall(words):
            return None  # 'Priority area for improvement 2' is one of several
        known = self._titles[best[0]]
        return Match(known.kind, known.number, start, known.rule, exact=False)

    def _of_like_length(self, words: str) -> Sequence[str]:
        """The titles of which none is too long or too short to be similar."""
        titles, lengths = self._by_length
        least = len(words) * SIMILAR / (200 - SIMILAR)
        most = len(words) * (200 - SIMILAR) / SIMILAR
        return titles[bisect_left(lengths, least) : bisect_right(lengths, most)]

    @cached_property
    def _by_length(self) -> tuple[list[str], list[int]]:
        titles = sorted(self._titles, key=len)
        return titles, [len(title) for title in titles]

    def role(self, title: str) -> str | None:
        """What an appendix of that title holds."""
        words = f" {fold_words(title)} "
        for role in self._shared.role:
            if any(f" {fold_words(phrase)} " in words for phrase in role.words):
                return role.role
        found = self._worded_as(title, 0)
        return found.kind if found is not None and found.kind == _GLOSSARY else None


def _heads_an_appendix(title: str) -> bool:
    """'Appendix 1 Indicators of quality': a title without a mark before it, not the rest of a sentence."""
    few = len(title) <= _LONGEST_APPENDIX and len(title.split()) <= _MOST_WORDS
    return few and title[:1].isupper() and not title.rstrip().endswith((".", ",", ";"))


@cache
def matcher_of(programme: Programme | None) -> Matcher:
    """The matcher of a programme, made once: it learns the same words for every document."""
    return Matcher(programme)


def _number(text: str, kind: str) -> int | str:
    written = english().number(text)
    if kind == _INDICATOR or written is None:
        return text.upper()
    return written


class ContentsTitles:
    """The titles that the contents pages list."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._titles = {words for entry in entries if (words := fold_words(entry))}
        self._in_any_order = sorted(map(_in_any_order, self._titles))
        self._asked: dict[str, bool] = {}

    def lists(self, title: str) -> bool:
        """The contents page has this title, nearly this one, or this one with words added or left out."""
        if not self._titles:
            return False
        words = fold_words(title)
        if words not in self._asked:
            self._asked[words] = words in self._titles or (len(words) >= SHORTEST and self._lists_nearly(words))
        return self._asked[words]

    def _lists_nearly(self, words: str) -> bool:
        near = process.extractOne(_in_any_order(words), self._in_any_order, scorer=fuzz.ratio, score_cutoff=LISTED)
        return near is not None or any(_with_more_or_less(words, title) for title in self._titles)


def _in_any_order(words: str) -> str:
    return " ".join(sorted(words.split()))


def _with_more_or_less(words: str, title: str) -> bool:
    """All words of one title stand in the other, which is not much longer, nor is the listed one a single word."""
    if not LENGTHS[0] < len(title) / len(words) < LENGTHS[1]:
        return False
    known, asked = set(title.split()), set(words.split())
    return (known <= asked or asked <= known) and " " in title
