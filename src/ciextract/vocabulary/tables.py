"""Cells and lines around a table in, what they are to it out: names of columns, captions, paragraphs' numbers."""

from collections.abc import Sequence
from functools import cache, cached_property

from ciextract.folding import fold, fold_words
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.glossary import term_columns
from ciextract.vocabulary.plans import plan_columns
from ciextract.vocabulary.rules import CompiledRule, Rule, compile_rules, first_taking

FILE = "vocabulary/tables"


class TableFile(FileModel):
    """tables.toml."""

    heads: frozenset[str]
    caption: tuple[Rule, ...]
    lead_in: tuple[Rule, ...]
    paragraph_number: tuple[Rule, ...]

    @cached_property
    def captions(self) -> tuple[CompiledRule, ...]:
        return compile_rules(self.caption, FILE)

    @cached_property
    def lead_ins(self) -> tuple[CompiledRule, ...]:
        return compile_rules(self.lead_in, FILE)

    @cached_property
    def paragraph_numbers(self) -> tuple[CompiledRule, ...]:
        return compile_rules(self.paragraph_number, FILE)


@cache
def table_words() -> TableFile:
    """The words of tables.toml."""
    return shipped("vocabulary", "tables.toml", TableFile)


def names_columns(cells: Sequence[str]) -> bool:
    """The cells of a row are names of columns: those of a plan, of a table of terms, or known ones throughout."""
    filled = [fold_words(cell) for cell in cells if cell.strip()]
    if len(filled) < 2 or len(set(filled)) < len(filled):
        return False
    return bool(plan_columns(cells)) or term_columns(cells) is not None or all(c in table_words().heads for c in filled)


def caption_rule(line: str) -> CompiledRule | None:
    """The rule by which the line is a caption with a number."""
    return first_taking(table_words().captions, fold(line))


def leads_in(line: str) -> bool:
    """The line leads in to a table and is not its title."""
    return any(rule.search(fold(line)) for rule in table_words().lead_ins)


def is_paragraph_number(cell: str) -> bool:
    """The cell holds nothing but the number of a paragraph."""
    return any(rule.search(cell.strip()) for rule in table_words().paragraph_numbers)
