"""Text in, the scrutiny bodies that it names out, under the names that records use."""

import re
from collections.abc import Iterator
from functools import cache, cached_property

from ciextract.folding import shortest
from ciextract.frozen import frozen
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import CompiledRule, Rule, alternatives, compile_rules, first_taking


class Body(FileModel):
    """A scrutiny body: the name that records use and those that documents print. ``lead`` leads the inspections.

    ``capitals`` are names that are none in small letters; a line with them alone is no line of bodies.
    """

    name: str
    spellings: tuple[str, ...]
    capitals: tuple[str, ...] = ()
    lead: bool = False


@frozen
class BodyName:
    """A body and where text names it."""

    body: Body
    start: int
    end: int


class Bodies(FileModel):
    """bodies.toml."""

    context: str
    between: str
    body: tuple[Body, ...]
    sign: tuple[Rule, ...]

    @cached_property
    def _by_spelling(self) -> dict[str, Body]:
        return {spelling.lower(): body for body in self.body for spelling in body.spellings}

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """What a text that names a body holds, in lower case: spellings that hold no other one."""
        return shortest(self._by_spelling)

    @cached_property
    def _spelt(self) -> str:
        return alternatives(self._by_spelling)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        return re.compile(rf"\b{self._spelt}\b", re.IGNORECASE)

    @cached_property
    def _named(self) -> re.Pattern[str]:
        capitals = alternatives(word for body in self.body for word in body.capitals)
        return re.compile(rf"\b(?:{self._spelt}|(?-i:{capitals}))\b", re.IGNORECASE)

    @cached_property
    def _by_name(self) -> dict[str, Body]:
        return self._by_spelling | {word.lower(): body for body in self.body for word in body.capitals}

    @cached_property
    def signs(self) -> tuple[CompiledRule, ...]:
        """Rules that take a sentence which says who carried an inspection out."""
        return compile_rules(self.sign, "vocabulary/bodies", {"bodies": self._spelt})

    @cached_property
    def _context(self) -> re.Pattern[str]:
        return re.compile(self.context, re.IGNORECASE)

    @cached_property
    def _between(self) -> re.Pattern[str]:
        return re.compile(self.between, re.IGNORECASE)

    def are_all_of(self, text: str) -> bool:
        """The line is nothing but names of bodies with words between them."""
        before = self._between.match(text)
        if before is None or self._names.match(text, before.end()) is None:  # of most lines no more need be asked
            return False
        return self._between.fullmatch(self.left_out_of(text)) is not None

    def left_out_of(self, text: str) -> str:
        """The text without names of bodies."""
        return self._names.sub(" ", text)

    def sign_in(self, text: str) -> CompiledRule | None:
        """The rule that takes the sentence as one that says who carried an inspection out."""
        if not self._context.search(text):
            return None
        return first_taking(self.signs, text)

    def named_in(self, text: str) -> Iterator[BodyName]:
        """Bodies named in the text, in order."""
        for match in self._named.finditer(text):
            yield BodyName(self._by_name[match[0].lower()], match.start(), match.end())


@cache
def bodies() -> Bodies:
    """The bodies of bodies.toml."""
    return shipped("vocabulary", "bodies.toml", Bodies)
