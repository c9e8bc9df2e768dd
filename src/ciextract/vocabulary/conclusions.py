"""The rules of conclusions.toml out, compiled: what says that inspectors are confident, why, and what they ask for."""

from dataclasses import dataclass, fields
from functools import cache

from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import CompiledRule, Rule, alternatives, compile_rules

FILE = "vocabulary/conclusions"


class ConclusionsFile(FileModel):
    """conclusions.toml."""

    names: dict[str, tuple[str, ...]]
    word: tuple[Rule, ...]
    capacity: tuple[Rule, ...]
    capacity_before: tuple[Rule, ...]
    negation: tuple[Rule, ...]
    negation_behind: tuple[Rule, ...]
    inspector: tuple[Rule, ...]
    speaker: tuple[Rule, ...]
    other: tuple[Rule, ...]
    declined: tuple[Rule, ...]
    reasons: tuple[Rule, ...]
    plan: tuple[Rule, ...]
    plan_due: tuple[Rule, ...]
    plan_next: tuple[Rule, ...]
    no_plan: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class ConclusionRules:
    """The compiled rules of conclusions.toml, by what they tell."""

    word: tuple[CompiledRule, ...]
    capacity: tuple[CompiledRule, ...]
    capacity_before: tuple[CompiledRule, ...]
    negation: tuple[CompiledRule, ...]
    negation_behind: tuple[CompiledRule, ...]
    inspector: tuple[CompiledRule, ...]
    speaker: tuple[CompiledRule, ...]
    other: tuple[CompiledRule, ...]
    declined: tuple[CompiledRule, ...]
    reasons: tuple[CompiledRule, ...]
    plan: tuple[CompiledRule, ...]
    plan_due: tuple[CompiledRule, ...]
    plan_next: tuple[CompiledRule, ...]
    no_plan: tuple[CompiledRule, ...]


def conclusions_file() -> ConclusionsFile:
    """The file as it is written."""
    return shipped("vocabulary", "conclusions.toml", ConclusionsFile)


@cache
def conclusion_names() -> dict[str, tuple[str, ...]]:
    """The words behind the names in the patterns: a cheap look for them spares the patterns."""
    return conclusions_file().names


@cache
def conclusion_rules() -> ConclusionRules:
    """The rules, compiled once."""
    file = conclusions_file()
    names = {name: alternatives(words) for name, words in file.names.items()}
    compiled = {field.name: compile_rules(getattr(file, field.name), FILE, names) for field in fields(ConclusionRules)}
    return ConclusionRules(**compiled)
