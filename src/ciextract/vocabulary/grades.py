"""The six-point scale out: grades, their scores, and the words in which they are printed."""

import re
from functools import cache, cached_property
from typing import Annotated

from ciextract.folding import shortest
from ciextract.record import Grade
from ciextract.shape import Limits
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import alternatives

_NUMBER_BEFORE = re.compile(r"^[1-6]\s?[:–(-]\s?")
_NUMBER_BEHIND = re.compile(r"\s?\(?[1-6]\)?$")
_SPACE = re.compile(r"\s+")


class GradeWords(FileModel):
    """A grade, its score, and its printed words."""

    grade: Grade
    score: Annotated[int, Limits(ge=1, le=6)]
    words: tuple[str, ...]


class Grades(FileModel):
    """The scale, from the lowest grade."""

    grade: Annotated[tuple[GradeWords, ...], Limits(min_length=6, max_length=6)]

    @cached_property
    def pattern(self) -> str:
        """Any printed grade, in quotation marks or not, its number before it or not."""
        words = alternatives(self._by_word)
        return rf"(?:[\"'(]?\s?(?:[1-6]\s?[:–(-]\s?)?{words}\b\s?,?[\"')]?)"

    @cached_property
    def mention(self) -> re.Pattern[str]:
        """A grade in running text, no part of a longer word; group word is the grade alone, a plural's s left off."""
        words = alternatives([word for grade in self.grade for word in grade.words])
        return re.compile(rf"(?<![\w-])(?:[1-6]\s?[:–-]\s?)?(?P<word>{words})(?:s(?!\w))?(?![\w-])", re.IGNORECASE)

    @cached_property
    def _by_word(self) -> dict[str, GradeWords]:
        return {word: grade for grade in self.grade for word in grade.words}

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """What a text that prints a grade holds, in lower case: words of the scale that hold no other one."""
        return shortest(self._by_word)

    @cached_property
    def _last_words(self) -> tuple[str, ...]:
        return shortest(word.split()[-1] for word in self._by_word)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile(rf"\b{alternatives(self._by_word)}\b", re.IGNORECASE)

    @cached_property
    def _line(self) -> re.Pattern[str]:
        return re.compile(rf"(?:^|[:|–-])\s?{self.pattern}\.?$", re.IGNORECASE)

    @cached_property
    def _row(self) -> re.Pattern[str]:
        capital = {written for word in self._by_word for written in (word.capitalize(), word.title())}
        return re.compile(rf"[a-z)](?: ?[.…_·]{{3,}})? {alternatives(capital)}$")

    @cached_property
    def _scored(self) -> re.Pattern[str]:
        return re.compile(rf"\(?(?P<score>[1-6])\W{{1,4}}(?P<word>{alternatives(self._by_word)})\b", re.IGNORECASE)

    def explains_a_grade(self, text: str) -> bool:
        """A line of the scale: a score and its grade, whatever stands behind ('5 Very good: major strengths')."""
        match = self._scored.match(text) if text[:2].lstrip("(")[:1].isdigit() else None
        return match is not None and self._by_word[match["word"].lower()].score == int(match["score"])

    def ends_row(self, text: str) -> bool:
        """A name and its grade beside it, as in a row of a table without rules: 'Impact on families Very good'."""
        return self._row.search(text.rstrip()) is not None

    def ends_line(self, text: str) -> bool:
        """The line is a grade, or gives one behind a colon or a dash: 'Evaluation: Good'."""
        return self.ends(text) and self._line.search(text.strip()) is not None

    def ends(self, text: str) -> bool:
        """The last words of the text are one of the scale, whatever mark stands behind them."""
        return text.rstrip(" .\"')").lower().endswith(tuple(self._by_word))

    def any_in(self, text: str) -> bool:
        """A word of the scale stands in the text."""
        lower = text.lower()
        return any(word in lower for word in self.printed) and self._any.search(text) is not None

    def named(self, printed: str) -> GradeWords | None:
        """The grade that a printed word stands for, None where it is none."""
        low = printed.lower()
        if not any(word in low for word in self._last_words):
            return None
        word = _NUMBER_BEFORE.sub("", printed.strip(" \"',.:;()")).strip(" \"'()")
        return self._by_word.get(_SPACE.sub(" ", _NUMBER_BEHIND.sub("", word)).lower())


@cache
def grades() -> Grades:
    """The scale of grades.toml."""
    return shipped("vocabulary", "grades.toml", Grades)
