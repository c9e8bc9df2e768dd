"""The words of quotations.toml out, compiled: how a release says whose words it prints, names and roles of speakers."""

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache

from ciextract.frozen import frozen
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import CompiledRule, Rule, alternatives, compile_rules

FILE = "vocabulary/quotations"


class QuotationsFile(FileModel):
    """quotations.toml."""

    names: dict[str, tuple[str, ...]]
    introduces: tuple[Rule, ...]
    label: tuple[Rule, ...]
    follows: tuple[Rule, ...]
    again: tuple[Rule, ...]
    again_by_role: tuple[Rule, ...]
    told: tuple[Rule, ...]
    of_named: tuple[Rule, ...]
    role_ends: tuple[Rule, ...]


@frozen
class QuotationRules:
    """The compiled rules of quotations.toml, by what they tell."""

    introduces: tuple[CompiledRule, ...]
    label: tuple[CompiledRule, ...]
    follows: tuple[CompiledRule, ...]
    again: tuple[CompiledRule, ...]
    again_by_role: tuple[CompiledRule, ...]
    told: tuple[CompiledRule, ...]
    of_named: tuple[CompiledRule, ...]
    role_ends: tuple[CompiledRule, ...]


class QuotationWords:
    """The compiled words and rules of quotations.toml."""

    def __init__(self, file: QuotationsFile) -> None:
        titles = alternatives(file.names["title"])
        particles = alternatives(file.names["particle"])
        word = r"[A-Z][\w'-]*[a-z]"
        more = rf"(?: {particles})?(?: (?:[A-Z]\.|{word})){{1,3}}"
        person = rf"(?-i:(?:{titles}\.? )?{word}{more}|{titles}\.? {word})"
        names = {name: alternatives(words) for name, words in file.names.items()} | {"person": person}
        compiled = {
            field.name: compile_rules(getattr(file, field.name), FILE, names) for field in fields(QuotationRules)
        }
        self.rules = QuotationRules(**compiled)
        self._person = re.compile(rf"(?<![\w-]){person}(?!\w)")
        self._not_person = frozenset(file.names["not_person"])
        self._not_first = frozenset(file.names["not_first"])
        self._surname = re.compile(rf"{titles}\.? (?P<surname>{word})")
        self._article = re.compile(rf"^{names['article']} ", re.IGNORECASE)
        self._role = re.compile(rf"\b{names['role']}s?\b", re.IGNORECASE)

    def persons(self, text: str) -> Iterator[re.Match[str]]:
        """Names of persons in the text, in order. Bodies, areas and days are none."""
        position = 0
        while match := self._person.search(text, position):
            if self._is_person(match[0]):
                yield match
                position = match.end()
            else:
                position = text.find(" ", match.start()) + 1 or len(text)

    def _is_person(self, name: str) -> bool:
        words = [word.removesuffix("'s").lower() for word in name.split()]
        area = name.removesuffix("'s") in councils().by_spelling
        return self._not_person.isdisjoint(words) and words[0] not in self._not_first and not area

    def is_same(self, name: str, other: str) -> bool:
        """Whether a name means the bearer of the other: the same, or a title with the other's last word."""
        short = self._surname.fullmatch(name)
        return name == other or (short is not None and other.split()[-1] == short["surname"])

    def role(self, text: str) -> str | None:
        """A role without the article before it and the marks around it."""
        return self._article.sub("", text.strip(" ,-–—")) or None

    def signs(self, line: str) -> bool:
        """Whether the line is a person's name and office: 'Jo Doe, Chief Executive'."""
        name, comma, office = line.strip().partition(", ")
        return bool(comma) and self.is_name(name) and self.is_role(office)

    def is_name(self, line: str) -> bool:
        """Whether the line is a person's name and nothing else."""
        person = next(self.persons(line), None)
        return person is not None and person[0] == line.strip()

    def is_role(self, text: str) -> bool:
        """Whether the text names an office."""
        return self._role.search(text) is not None


def quotations_file() -> QuotationsFile:
    """The file as it is written."""
    return shipped("vocabulary", "quotations.toml", QuotationsFile)


@cache
def quotation_words() -> QuotationWords:
    """The words and rules, compiled once."""
    return QuotationWords(quotations_file())
