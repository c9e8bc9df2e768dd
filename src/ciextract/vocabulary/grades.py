"""The six-point scale out: grades, their scores, and the words in which they are printed."""

from __future__ import annotations

import re
from functools import cache, cached_property

from pydantic import Field

from ciextract.folding import shortest
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
        words = alternatives(self._by_word)
        return rf"(?:[\"'(]?\s?(?:[1-6]\s?[:–(-]\s?)?{words}\b\s?,?[\"')]?)"

    @cached_property
    def _by_word(self) -> dict[str, GradeWords]:
        return {word: grade for grade in self.grade for word in grade.words}

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """What a text that prints a grade holds, in lower case: words of the scale that hold no other one."""
        return shortest(self._by_word)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile(rf"\b{alternatives(self._by_word)}\b", re.IGNORECASE)

    def any_in(self, text: str) -> bool:
        """A word of the scale stands in the text."""
        lower = text.lower()
        return any(word in lower for word in self.printed) and self._any.search(text) is not None

    def named(self, printed: str) -> GradeWords | None:
        """The grade that a printed word stands for, None where it is none."""
        word = re.sub(r"^[1-6]\s?[:–(-]\s?", "", printed.strip(" \"',.:;()")).strip(" \"'()")
        return self._by_word.get(re.sub(r"\s+", " ", re.sub(r"\s?\(?[1-6]\)?$", "", word)).lower())


@cache
def grades() -> Grades:
    """The scale of grades.toml."""
    return shipped("vocabulary", "grades.toml", Grades)
