"""Rules as data: a pattern beside text that it takes and text that it must leave. Nothing is extracted here."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Annotated

from ciextract.errors import BadConfiguration
from ciextract.folding import shortest
from ciextract.shape import Limits
from ciextract.vocabulary.files import FileModel
from ciextract.vocabulary.needed import Needs, Words, needs_of

NO_PATTERN = (re.error, OverflowError, RecursionError)
"""What compiling raises: on wrong syntax, on a number of times or on groups that are more than it can count."""
_ANY_TEXT: Words = frozenset({""})


class Rule(FileModel):
    """A pattern with its address.

    ``pattern`` is a regular expression, matched without regard to case against text with straight quotes and single
    spaces; ``{name}`` stands for the words of that name. ``takes`` and ``leaves`` are checked by the tests.
    """

    id: Annotated[str, Limits(pattern=r"^[a-z0-9-]+$")]
    pattern: str
    takes: Annotated[tuple[str, ...], Limits(min_length=1)]
    leaves: tuple[str, ...] = ()
    value: str | None = None
    """What the rule stands for, where its file gives it a meaning (a kind, an activity)."""
    why: str | None = None
    """Of a rule that declines what others take: why that is no value."""


class CompiledRule:
    """A rule with the names in it put in their places; its expression is compiled when a text is first held to it."""

    __slots__ = ("_expression", "_names", "_needs", "address", "rule")

    def __init__(self, rule: Rule, file: str, names: Mapping[str, str]) -> None:
        self.rule = rule
        self.address = f"{file}#{rule.id}"
        self._names = names
        self._expression: re.Pattern[str] | None = None
        self._needs: Needs | None = None

    @property
    def value(self) -> str:
        return self.rule.value or self.rule.id

    @property
    def why(self) -> str:
        """Why what the rule takes is no value; its id says it where its file says nothing."""
        return self.rule.why or self.rule.id.replace("-", " ")

    @property
    def expression(self) -> re.Pattern[str]:
        """The compiled pattern. Raises BadConfiguration where it is none."""
        if self._expression is None:
            self._expression = _compile(self.rule, self.address.partition("#")[0], self._names)
        return self._expression

    def holds(self, name: str) -> bool:
        """The words of that name are part of the pattern."""
        return "{" + name + "}" in self.rule.pattern

    def needs(self) -> Needs:
        """Sets of words in lower case: one of each stands in all that the pattern takes. The first says most."""
        if self._needs is None:
            self._needs = needs_of(self.rule.pattern, self._names)
        return self._needs

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        return (self._expression or self.expression).search(text, *bounds) if self.may_take(_lowered(text)) else None

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        return (self._expression or self.expression).match(text, *bounds) if self.may_take(_lowered(text)) else None

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        return (self._expression or self.expression).fullmatch(text, *bounds) if self.may_take(_lowered(text)) else None

    def finditer(self, text: str, *bounds: int) -> Iterable[re.Match[str]]:
        return (self._expression or self.expression).finditer(text, *bounds) if self.may_take(_lowered(text)) else ()

    def may_take(self, low: str) -> bool:
        """A text, given in lower case, holds what every text holds that the pattern takes."""
        for words in self.needs():
            for word in words:
                if word in low:
                    break
            else:
                return False
        return True


@lru_cache(maxsize=2)
def _lowered(text: str) -> str:
    """One text is held against many rules."""
    return text.lower()


def _compile(rule: Rule, file: str, names: Mapping[str, str]) -> re.Pattern[str]:
    pattern = rule.pattern
    for name, words in names.items():
        pattern = pattern.replace("{" + name + "}", words)
    try:
        return re.compile(pattern, re.IGNORECASE)
    except NO_PATTERN as error:
        raise BadConfiguration(f"{file}: rule {rule.id}: {error}", "correct the pattern") from error


def compile_rules(
    rules: tuple[Rule, ...], file: str, names: Mapping[str, str] | None = None
) -> tuple[CompiledRule, ...]:
    """The rules in order."""
    return tuple(CompiledRule(rule, file, names or {}) for rule in rules)


def needed_by(rules: Iterable[CompiledRule]) -> tuple[str, ...]:
    """Words in lower case of which one stands in all that any of the rules takes; an empty one where some need none."""
    return _telling(tuple(rules))[0]


def first_taking(rules: Iterable[CompiledRule], text: str) -> CompiledRule | None:
    """The first of the rules that takes something in the text."""
    found = first_match(rules, text)
    return found[0] if found is not None else None


def first_match(rules: Iterable[CompiledRule], text: str) -> tuple[CompiledRule, re.Match[str]] | None:
    """The first of the rules that takes something in the text, and what it takes first."""
    low = _lowered(text)
    of_any, of_each = _telling(tuple(rules))
    if not _holds(low, of_any):
        return None
    for words, rule in of_each:
        if _holds(low, words) and (match := rule.search(text)) is not None:
            return rule, match
    return None


def _holds(low: str, words: Iterable[str]) -> bool:
    for word in words:  # noqa: SIM110 - a generator takes longer than the words
        if word in low:
            return True
    return False


@lru_cache(maxsize=512)
def _telling(rules: tuple[CompiledRule, ...]) -> tuple[tuple[str, ...], tuple[tuple[Words, CompiledRule], ...]]:
    """The words of which one stands in what any rule takes, and each rule behind those that say most of what it takes.

    Most texts have none of them, and most rules that are left fail for want of theirs.
    """
    of_each = tuple((next(iter(rule.needs()), _ANY_TEXT), rule) for rule in rules)
    return shortest(frozenset().union(*(words for words, _ in of_each))), of_each


def alternatives(words: Iterable[str]) -> str:
    """An expression that takes any of the words, the longest first; those that begin alike stand together."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        groups.setdefault(word[:1], []).append(_escaped(word[1:]))
    branches = (_escaped(letter) + _either(rests) for letter, rests in groups.items())
    return f"(?:{'|'.join(branches)})"


def _either(rests: list[str]) -> str:
    return rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})"


def _escaped(text: str) -> str:
    return re.escape(text).replace(r"\ ", " ")
