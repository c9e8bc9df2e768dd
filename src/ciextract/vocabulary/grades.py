"""The six-point scale out: grades, their scores, and the words in which they are printed."""

from __future__ import annotations

import re
from functools import cache, cached_property

from pydantic import Field

from ciextract.record import Grade
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import alternatives


class GradeWords(FileModel):
    """A grade, its score, and its printed words."""

    grade: Grade
    score: int = Field(ge=1, le=6)
    words: tuple[str, ...]


class Grades(FileModel):
    """The scale, from the lowest grade."""

    grade: tuple[GradeWords, ...] = Field(min_length=6, max_length=6)

    @cached_property
    def pattern(self) -> str:
        """Any printed grade, in quotation marks or not, its number before it or not."""
        words = alternatives([word for grade in self.grade for word in grade.words])
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
    def _any(self) -> re.Pattern[str]:
        return re.compile(rf"\b{alternatives(list(self._by_word))}\b", re.IGNORECASE)

    @cached_property
    def _line(self) -> re.Pattern[str]:
        return re.compile(rf"(?:^|[:–-])\s?{self.pattern}\.?$", re.IGNORECASE)

    def ends_line(self, text: str) -> bool:
        """The line is a grade, or gives one behind a colon or a dash: 'Evaluation: Good'."""
        return any(text.rstrip(" .\"')").lower().endswith(word) for word in self._by_word) and bool(
            self._line.search(text.strip())
        )

    def any_in(self, text: str) -> bool:
        """A word of the scale stands in the text."""
        lower = text.lower()
        if not any(word in lower for word in self._by_word):
            return False
        return self._any.search(text) is not None

    def named(self, printed: str) -> GradeWords | None:
        """The grade that a printed word stands for, None where it is none."""
        word = re.sub(r"^[1-6]\s?[:–(-]\s?", "", printed.strip(" \"',.:;()")).strip(" \"'()")
        return self._by_word.get(re.sub(r"\s+", " ", re.sub(r"\s?\(?[1-6]\)?$", "", word)).lower())


@cache
def grades() -> Grades:
    """The scale of grades.toml."""
    return shipped("vocabulary", "grades.toml", Grades)
