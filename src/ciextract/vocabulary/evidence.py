"""The words of evidence.toml out: figures and the people they count, rules that say how inspectors gathered them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache, cached_property
from itertools import chain

from ciextract.folding import WordIndex, lowered
from ciextract.frozen import frozen
from ciextract.record import PopulationCategory, Relation
from ciextract.vocabulary.english import english
from ciextract.vocabulary.evidence_file import EvidenceFile, EvidenceRules
from ciextract.vocabulary.files import shipped
from ciextract.vocabulary.rules import CompiledRule, alternatives, compile_rules, needed_by

FILE = "vocabulary/evidence"
_NOT_A_NUMBER_BEFORE = r"(?<![\w.,/£$€&#%+-])(?<!\d:)"
_WORD = re.compile(r"[a-z]+|\d+")
_LONGEST_WORD = 32
"""Characters of a word that can stand between a number and its noun, with the blank behind it."""
_NOT_A_NUMBER_BEHIND = r"(?![\w%])(?!-\w)(?![.,:/]\d)"


@frozen
class Figure:
    """A number with the words that say how it is meant; offsets are those of the text that was searched."""

    start: int
    end: int
    count: int
    relation: Relation
    often: bool = False
    """It says how often: 'twice'."""


@frozen
class People:
    """A noun phrase that names people. ``category`` is None where only what stands before can tell it."""

    start: int
    end: int
    category: PopulationCategory | None


class Numbers:
    """Numbers in digits and words up to the hundred thousands."""

    def __init__(self, file: EvidenceFile) -> None:
        self._multiplier = file.multiplier
        small = english().numbers
        tens = alternatives([word for word, value in small.items() if value >= 20])
        ones = alternatives([word for word, value in small.items() if value < 10])
        plain = rf"(?:{tens}[- ]{ones}|{alternatives(list(small))})"
        large = alternatives(list(self._multiplier))
        alone = alternatives([word for word, value in self._multiplier.items() if value < 100])
        article, joint = (alternatives(file.names[name]) for name in ("article", "number_joint"))
        more = rf"(?:,? (?:{joint} )?{plain}(?: {large})?(?: {joint} {plain})?)?"
        words = rf"(?:(?:{plain}|{article}) {large}{more}|{plain}|{alone})"
        self.pattern = (
            rf"(?:{_NOT_A_NUMBER_BEFORE}(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|\b{words}\b){_NOT_A_NUMBER_BEHIND})"
        )

    def value(self, text: str) -> int:
        """The value of a number that the pattern took."""
        digits = text.replace(",", "")
        if digits.isdigit():
            return int(digits)
        total, current = 0, 0
        for word in re.findall(r"[a-z]+", text.lower()):
            factor = self._multiplier.get(word)
            if factor is None:
                current += english().numbers.get(word, 0)
            elif factor < 1_000:
                current = max(current, 1) * factor
            else:
                total, current = total + max(current, 1) * factor, 0
        return total + current


@frozen
class _Marks:
    """Where in a text numbers stand, with where the words before them begin, and the last words of nouns for people."""

    text: str
    numbers: tuple[tuple[int, int], ...]
    nouns: tuple[int, ...]


class EvidenceWords:
    """The compiled words and rules of evidence.toml."""

    def __init__(self, file: EvidenceFile) -> None:
        self._file = file
        self._numbers = Numbers(file)
        compiled = {
            field.name: compile_rules(getattr(file, field.name), FILE, self.names) for field in fields(EvidenceRules)
        }
        self.rules = EvidenceRules(**compiled)
        self._marked: _Marks | None = None

    @cached_property
    def names(self) -> dict[str, str]:
        """What the names in braces stand for."""
        named = {name: alternatives(words) for name, words in self._file.names.items()}
        return named | {
            "word": rf"(?:(?!{named['stop']}\b)[^\W\d][\w'/&-]{{0,30}} )",
            "gap": rf"(?:(?!\b{named['turn']}\b)[^.;:]){{0,110}}",
            "number": self._numbers.pattern,
            "figure": self._figure_pattern(groups=False),
        }

    def _figure_pattern(self, *, groups: bool) -> str:
        before = alternatives([word for entry in self._file.relation for word in entry.words])
        behind = "|".join(re.escape(word) for entry in self._file.hedge for word in entry.words)
        filler = alternatives(self._file.names["filler"])
        neediest = alternatives(self._file.names["neediest"])
        names = ("?P<relation>", "?P<number>", "?P<hedge>") if groups else ("?:",) * 3
        return (
            rf"(?:\b{filler} )?(?:\b({names[0]}{before}) )?(?:\b{filler} )?"
            rf"({names[1]}{self._numbers.pattern})({names[2]}{behind})?(?: {neediest}(?= ))?"
        )

    @cached_property
    def _figure(self) -> re.Pattern[str]:
        return re.compile(self._figure_pattern(groups=True), re.IGNORECASE)

    @cached_property
    def _relations(self) -> dict[str, Relation]:
        return {word: entry.relation for entry in (*self._file.relation, *self._file.hedge) for word in entry.words}

    @cached_property
    def _year(self) -> re.Pattern[str]:
        dated = f"(?:{alternatives(self._file.names['dated'])}|{english().month_pattern})"
        return re.compile(rf"\b{dated} $|[(–-]$", re.IGNORECASE)

    def figures(self, text: str) -> Iterator[Figure]:
        """Numbers in the text, in order. Percentages, ranges, ages in compounds and bare years are none."""
        yield from sorted((*self._plain_figures(text), *self._adverbs(text)), key=lambda figure: figure.start)

    def _adverbs(self, text: str) -> Iterator[Figure]:
        for match in self._adverb.finditer(text):
            yield Figure(match.start(), match.end(), self._file.adverb[match[0].lower()], "exactly", often=True)

    @cached_property
    def _adverb(self) -> re.Pattern[str]:
        return re.compile(rf"\b{alternatives(list(self._file.adverb))}\b", re.IGNORECASE)

    def _plain_figures(self, text: str) -> Iterator[Figure]:
        """The pattern is only tried from where the words before a number can begin."""
        end = 0
        for place, begin in self._marks(text).numbers:
            if place < end:
                continue
            match = self._figure.search(text, max(end, begin))
            if match is None:
                return
            end = match.end()
            beside = match["relation"] or match["hedge"]
            number = match["number"]
            if not beside and self._is_year(text, match.start("number"), number):
                continue
            relation: Relation = self._relations[beside.lower()] if beside else "exactly"
            yield Figure(match.start(), end, self._numbers.value(number), relation)

    def _is_year(self, text: str, start: int, number: str) -> bool:
        if len(number) != 4 or not number.isdigit() or number[:2] not in ("19", "20"):
            return False
        return self._year.search(text[max(start - 20, 0) : start]) is not None

    @cached_property
    def _categories(self) -> dict[str, PopulationCategory]:
        return {noun: entry.category for entry in self._file.people for noun in entry.nouns}

    @cached_property
    def _people_pattern(self) -> str:
        noun = alternatives(list(self._categories))
        word = self.names["word"]
        one = rf"{word}{{0,4}}(?P<noun>{noun})(?!\w|['-]\w)"
        more = rf"(?:(?: ?/ ?|,? and (?:other )?|,? or (?:other )?|, | & ){word}{{0,2}}{noun}(?!\w|['-]\w)){{0,4}}"
        return one + more

    @cached_property
    def _any_people(self) -> re.Pattern[str]:
        return re.compile(r"\b" + self._people_pattern, re.IGNORECASE)

    def people_at(self, text: str, start: int, end: int) -> People | None:
        """The people that a number which ends at ``start`` counts, named before ``end``."""
        match = self._any_people.match(text, start + 1, end) if text.startswith(" ", start, end) else None
        return self._people(match, match.start()) if match is not None else None

    def people_in(self, text: str, start: int = 0, end: int | None = None) -> Iterator[People]:
        """All noun phrases of the text that name people. The pattern is only tried from a few words before a noun."""
        end = len(text) if end is None else end
        nouns = self._marks(text).nouns
        for place in nouns[bisect_left(nouns, start) :]:
            if place < start:
                continue
            match = self._any_people.search(text, max(start, place - self._reach_of_people), end)
            if match is None:
                return
            yield self._people(match, match.start())
            start = match.end()

    def _people(self, match: re.Match[str], start: int) -> People:
        group = match.string[start : match.end("noun")].lower()
        others = (one[0].lower() for one in self._any_noun.finditer(match.string, match.end("noun"), match.end()))
        generic = self._file.names["generic"]
        noun = next((one for one in chain([self._longest_noun(group)], others) if one not in generic), None)
        return People(start, match.end(), self._categories[noun] if noun is not None else None)

    @cached_property
    def _any_noun(self) -> re.Pattern[str]:
        return re.compile(rf"\b{alternatives(list(self._categories))}(?!\w|['-]\w)", re.IGNORECASE)

    def _longest_noun(self, group: str) -> str:
        """The longest noun that the words end with."""
        words = group.split(" ")
        ends = (" ".join(words[index:]) for index in range(max(len(words) - self._words_of_noun, 0), len(words)))
        return next(end for end in ends if end in self._categories)

    @cached_property
    def _words_of_noun(self) -> int:
        return max(len(noun.split()) for noun in self._categories)

    @cached_property
    def gathering(self) -> tuple[str, ...]:
        """Words of which one stands in a passage, or in what introduces it, where it tells what was gathered."""
        r = self.rules
        watched = (rule for rule in r.gathered if rule.value == "observation")
        needed = needed_by((
            *r.counted, *r.times, *r.replied, *r.answers, *r.done_with, *r.listened, *r.they_did, *r.in_groups,
            *r.they_replied, *r.told, *r.in_sample, *watched,
        ))  # fmt: skip
        return (*needed, *self._file.adverb)

    def number_places(self, words: WordIndex, numbers: Iterable[int]) -> list[int]:
        """Where a figure can stand in a text whose plain ``numbers`` are known."""
        others = (at for word in (*self._file.multiplier, *self._file.adverb) for at in words.places(word))
        return sorted((*numbers, *others))

    def _marks(self, text: str) -> _Marks:
        """The marks of a text; those of the text asked for last are at hand."""
        if self._marked is None or self._marked.text is not text:
            self._marked = self._marks_of(text)
        return self._marked

    def _marks_of(self, text: str) -> _Marks:
        numbers, nouns = [], []
        leading, number_words, noun_ends = self._leading, self._number_words, self._noun_ends
        begin: int | None = None
        for match in _WORD.finditer(lowered(text)):
            word = match[0]
            if word in leading:
                begin = match.start() if begin is None else begin
            elif word in number_words or word.isdigit():
                start = match.start()
                numbers.append((start, start if begin is None else begin))
                begin = None
            else:
                begin = None
                if word in noun_ends:
                    nouns.append(match.start())
        return _Marks(text, tuple(numbers), tuple(nouns))

    @cached_property
    def _number_words(self) -> frozenset[str]:
        return frozenset({*english().numbers, *self._file.multiplier})

    @cached_property
    def _noun_ends(self) -> frozenset[str]:
        return frozenset(noun.split()[-1] for noun in self._categories)

    @cached_property
    def _leading(self) -> frozenset[str]:
        """Words that can stand before a number and belong to it."""
        relations = (word for entry in self._file.relation for word in entry.words)
        phrases = (*relations, *self._file.names["filler"], *self._file.names["article"])
        return frozenset(word for phrase in phrases for word in phrase.split()) - self._number_words - self._noun_ends

    @cached_property
    def _reach_of_people(self) -> int:
        """Characters before the last word of a noun within which its noun phrase begins."""
        return max(map(len, self._categories)) + 4 * _LONGEST_WORD

    def nearest(self, rules: tuple[CompiledRule, ...], text: str) -> CompiledRule | None:
        """The rule whose words begin last in the text."""
        found = [(place, -order, rule) for order, rule in enumerate(rules) if (place := self.last(rule, text)) >= 0]
        return max(found, key=lambda entry: entry[:2])[2] if found else None

    def last(self, rule: CompiledRule, text: str) -> int:
        """Where the last match of the rule begins, overlapping ones included; -1 without one."""
        place = -1
        while match := rule.search(text, place + 1):
            place = match.start()
        return place


def evidence_file() -> EvidenceFile:
    """The file as it is written."""
    return shipped("vocabulary", "evidence.toml", EvidenceFile)


@cache
def evidence_words() -> EvidenceWords:
    """The words and rules, compiled once."""
    return EvidenceWords(evidence_file())
