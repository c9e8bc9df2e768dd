"""The rules of progress.toml out, compiled once. What progress was made is not told here."""

from dataclasses import fields
from functools import cache

from ciextract.frozen import frozen
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import CompiledRule, Rule, compile_rules, needed_by

FILE = "vocabulary/progress"


class ProgressFile(FileModel):
    """progress.toml. ``names`` are patterns by the names that stand for them in the rules."""

    names: dict[str, str]
    review: tuple[Rule, ...]
    statement: tuple[Rule, ...]
    declined: tuple[Rule, ...]


@frozen
class ProgressRules:
    """The compiled rules of progress.toml."""

    review: tuple[CompiledRule, ...]
    statement: tuple[CompiledRule, ...]
    declined: tuple[CompiledRule, ...]


@cache
def progress_rules() -> ProgressRules:
    """The rules, compiled once."""
    file = shipped("vocabulary", "progress.toml", ProgressFile)
    return ProgressRules(
        **{one.name: compile_rules(getattr(file, one.name), FILE, file.names) for one in fields(ProgressRules)}
    )


@cache
def stating() -> tuple[str, ...]:
    """Words of which one stands in every sentence that states progress."""
    return needed_by(progress_rules().statement)
