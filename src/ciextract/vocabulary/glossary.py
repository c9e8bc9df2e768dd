"""The rules of glossary.toml out, compiled: frames, links, terms, heads. Entries are not put together here."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache

from ciextract.folding import fold_words
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import CompiledRule, Rule, compile_rules

FILE = "vocabulary/glossary"


class TermHeads(FileModel):
    """Heads of the columns of a table of terms."""

    term: frozenset[str]
    definition: frozenset[str]


class GlossaryFile(FileModel):
    """glossary.toml."""

    region: tuple[Rule, ...]
    framing: tuple[str, ...]
    framed: tuple[Rule, ...]
    link: tuple[Rule, ...]
    verb: tuple[Rule, ...]
    inside_term: tuple[Rule, ...]
    not_term: tuple[Rule, ...]
    not_subject: tuple[Rule, ...]
    article: tuple[Rule, ...]
    opening: tuple[Rule, ...]
    not_definition: tuple[Rule, ...]
    goes_on: tuple[Rule, ...]
    heads: TermHeads


@dataclass(frozen=True, slots=True)
class GlossaryWords:
    """The compiled rules of glossary.toml."""

    region: tuple[CompiledRule, ...]
    framed: tuple[CompiledRule, ...]
    link: tuple[CompiledRule, ...]
    verb: tuple[CompiledRule, ...]
    inside_term: tuple[CompiledRule, ...]
    not_term: tuple[CompiledRule, ...]
    not_subject: tuple[CompiledRule, ...]
    article: tuple[CompiledRule, ...]
    opening: tuple[CompiledRule, ...]
    not_definition: tuple[CompiledRule, ...]
    goes_on: tuple[CompiledRule, ...]


@cache
def glossary_file() -> GlossaryFile:
    """The file as it is written."""
    return shipped("vocabulary", "glossary.toml", GlossaryFile)


@cache
def glossary_words() -> GlossaryWords:
    """The rules, compiled once."""
    names = [field.name for field in fields(GlossaryWords)]
    return GlossaryWords(**{name: compile_rules(getattr(glossary_file(), name), FILE) for name in names})


def term_columns(head: Sequence[str]) -> tuple[int, int] | None:
    """Indexes of the columns of terms and of definitions, None where the cells are no heads of such a table."""
    heads = glossary_file().heads
    cells = [fold_words(cell) for cell in head]
    term = next((index for index, cell in enumerate(cells) if cell in heads.term), None)
    definition = next((index for index, cell in enumerate(cells) if cell in heads.definition), None)
    return (term, definition) if term is not None and definition is not None else None
