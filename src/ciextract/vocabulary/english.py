"""The English words of english.toml out, checked and compiled once."""

import re
from functools import cache, cached_property
from itertools import chain

from ciextract.folding import Stretches, WordIndex
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import alternatives


class English(FileModel):
    """Words that reading needs whatever the document is about."""

    joining: frozenset[str]
    abbreviations: frozenset[str]
    closing: frozenset[str]
    lettered: frozenset[str]
    letters: frozenset[str]
    hanging: frozenset[str]
    compounding: frozenset[str]
    months: tuple[str, ...]
    short_months: dict[str, int]
    contents_headings: frozenset[str]
    page_numbers: tuple[str, ...]
    numbers: dict[str, int]

    @cached_property
    def month_pattern(self) -> str:
        return f"(?:{alternatives(self.months)}|{alternatives(list(self.short_months))}\\b\\.?)"

    def month(self, text: str) -> int | None:
        """The month, from 1, that a word stands for, None where it is none."""
        word = text.lower().rstrip(".")
        return self.months.index(word) + 1 if word in self.months else self.short_months.get(word)

    @cached_property
    def number_pattern(self) -> str:
        """A number in digits or in words up to ninety-nine."""
        words = alternatives(list(self.numbers))
        return rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{words}(?:[- ]{words})?)"

    def numbers_in(self, words: WordIndex) -> Stretches:
        """Start and end of runs of digits and of words of number, in order; a word may go on behind its end."""
        named = (
            (at, at + len(word))
            for word in self.numbers
            for at in words.places(word)
            if not words.low[at - 1 : at].isalpha()
        )
        return Stretches(chain(words.digits(), named))

    @cached_property
    def page_number_line(self) -> re.Pattern[str]:
        forms = (re.escape(form).replace(r"\#", r"\d{1,4}").replace("@", "[ivxl]{1,6}") for form in self.page_numbers)
        return re.compile("(?:" + "|".join(forms).replace(r"\ ", r"\s*") + ")", re.IGNORECASE)

    def number(self, text: str) -> int | None:
        """The value of a number in digits or words, None where it is none."""
        digits = text.replace(",", "")
        if digits.isascii() and digits.isdigit():
            return int(digits)
        parts = [self.numbers.get(word, 0) for word in re.split(r"[- ]", text.lower()) if word]
        if len(parts) == 1:
            return parts[0] or None
        tens_and_units = len(parts) == 2 and parts[0] >= 20 and 0 < parts[1] < 10
        return sum(parts) if tens_and_units else None


@cache
def english() -> English:
    """The words of english.toml."""
    return shipped("vocabulary", "english.toml", English)
