"""The words of a question come in, the question goes out as a tree; no record is looked at here.

question    = part { "or" part }
part        = factor { "and" factor }
factor      = "not" factor | "(" question ")" | comparison
comparison  = share | grade
share       = "share" "(" category { "," condition } ")" operator number [ "%" ]
condition   = "statement" "=" number | "grade" operator word | quoted words of the sentence
grade       = "grade" "(" indicator ")" operator ( word | number )
operator    = ">" | ">=" | "<" | "<=" | "=" | "!="
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeVar

from ciextract.comparison.truth import Comparison
from ciextract.errors import BadQuestion
from ciextract.record import Grade, PopulationCategory


@dataclass(frozen=True, slots=True)
class Share:
    """Whether a share of a population stands so to a number of percent.

    Only shares count whose sentence holds all ``words`` (folded), that stand in ``statement`` and whose condition on
    quality is no wider than ``grades`` (scores from 1 to 6), where these are given.
    """

    category: PopulationCategory
    words: tuple[str, ...]
    statement: int | None
    grades: tuple[int, int] | None
    comparison: Comparison
    number: float


@dataclass(frozen=True, slots=True)
class Graded:
    """Whether the grade of a quality indicator stands so to another one; ``score`` is that one's place from 1 to 6."""

    indicator: str
    comparison: Comparison
    score: int


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary of a question."""

    inner: Question


@dataclass(frozen=True, slots=True)
class Joined:
    """Several questions as one."""

    word: Literal["and", "or"]
    inner: tuple[Question, ...]


Question = Share | Graded | Not | Joined
SCORES = {grade.value: score for score, grade in enumerate(Grade, 1)}

_TOKEN = re.compile(r"""\s*(?:(?P<quoted>"[^"]*"|'[^']*')|(?P<sign>[<>!]=|[<>=(),%])|(?P<word>[\w.]+))""")
_DEEPEST = 50
_T = TypeVar("_T")


def question_of(text: str) -> Question:
    """The question that some words ask; raises ``BadQuestion`` that says where and what would be accepted."""
    reader = _Reader(text)
    asked = reader.question(0)
    reader.end()
    return asked


class _Reader:
    """Reads a question from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._token = ""
        self._next()

    def question(self, depth: int) -> Question:
        return self._joined("or", lambda: self._joined("and", lambda: self._factor(depth)))

    def end(self) -> None:
        if self._token:
            raise self._bad("and, or, or the end")

    def _joined(self, word: Literal["and", "or"], part: Callable[[], Question]) -> Question:
        parts = [part()]
        while self._token == word:
            self._next()
            parts.append(part())
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def _factor(self, depth: int) -> Question:
        if depth > _DEEPEST:
            raise BadQuestion("it is nested too deeply", "ask it in parts")
        if self._take("not"):
            return Not(self._factor(depth + 1))
        if self._take("("):
            asked = self.question(depth + 1)
            self._expect(")")
            return asked
        if self._take("share"):
            return self._share()
        if self._take("grade"):
            return self._graded()
        raise self._bad("share(…), grade(…), not or (")

    def _share(self) -> Share:
        self._expect("(")
        category = self._one_of({each.value: each for each in PopulationCategory})
        words: list[str] = []
        statement: int | None = None
        grades: tuple[int, int] | None = None
        while self._take(","):
            if self._take("statement"):
                self._expect("=")
                statement = int(self._number())
            elif self._take("grade"):
                grades = _range(self._comparison(), self._one_of(SCORES))
            else:
                words.append(self._quoted())
        self._expect(")")
        comparison = self._comparison()
        number = self._number()
        self._take("%")
        return Share(category, tuple(words), statement, grades, comparison, number)

    def _graded(self) -> Graded:
        self._expect("(")
        indicator = self._token
        self._next()
        self._expect(")")
        comparison = self._comparison()
        numbers = {str(score): score for score in SCORES.values()}
        return Graded(indicator, comparison, self._one_of({**SCORES, **numbers}))

    def _comparison(self) -> Comparison:
        return self._one_of({each.value: each for each in Comparison})

    def _number(self) -> float:
        try:
            number = float(self._token)
        except ValueError:
            raise self._bad("a number") from None
        self._next()
        return number

    def _quoted(self) -> str:
        if self._token[:1] not in {'"', "'"}:
            raise self._bad('statement=…, grade>=… or "words of the sentence"')
        words = self._token[1:-1]
        self._next()
        return words

    def _one_of(self, accepted: dict[str, _T]) -> _T:
        if self._token not in accepted:
            raise self._bad(", ".join(accepted))
        found = accepted[self._token]
        self._next()
        return found

    def _take(self, token: str) -> bool:
        if self._token != token:
            return False
        self._next()
        return True

    def _expect(self, token: str) -> None:
        if not self._take(token):
            raise self._bad(token)

    def _next(self) -> None:
        found = _TOKEN.match(self._text, self._place)
        if found is None:
            self._token = self._text[self._place :].strip()[:1]
            return
        self._token, self._place = found[0].strip(), found.end()

    def _bad(self, accepted: str) -> BadQuestion:
        where = repr(self._token) if self._token else "the end"
        return BadQuestion(f"{where} at character {self._place - len(self._token) + 1}", f"expected {accepted}")


def _range(comparison: Comparison, score: int) -> tuple[int, int]:
    """Lowest and highest score that a condition allows."""
    best = len(SCORES)
    ranges = {
        Comparison.OVER: (score + 1, best),
        Comparison.AT_LEAST: (score, best),
        Comparison.UNDER: (1, score - 1),
        Comparison.AT_MOST: (1, score),
        Comparison.EQUAL: (score, score),
    }
    if comparison not in ranges:
        raise BadQuestion(f"a condition on the grade cannot be {comparison.value}", "use >, >=, <, <= or =")
    return ranges[comparison]
