"""The rules of worded.toml out, compiled for the areas of work of a programme. Nothing is concluded here."""

from functools import cache

from ciextract.frozen import frozen
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import CompiledRule, Rule, alternatives, compile_rules

FILE = "vocabulary/worded"


class WordedFile(FileModel):
    """worded.toml."""

    conclusion: tuple[Rule, ...]
    joined: tuple[Rule, ...]
    declined: tuple[Rule, ...]
    declined_behind: tuple[Rule, ...]


@frozen
class WordedRules:
    """The compiled rules of worded.toml."""

    conclusion: tuple[CompiledRule, ...]
    joined: tuple[CompiledRule, ...]
    declined: tuple[CompiledRule, ...]
    declined_behind: tuple[CompiledRule, ...]


@cache
def worded_rules(subjects: tuple[str, ...]) -> WordedRules:
    """The rules, compiled once for the names of the areas of work."""
    file = shipped("vocabulary", "worded.toml", WordedFile)
    names = {"subject": alternatives(subjects)}
    return WordedRules(
        compile_rules(file.conclusion, FILE, names),
        compile_rules(file.joined, FILE, names),
        compile_rules(file.declined, FILE, names),
        compile_rules(file.declined_behind, FILE, names),
    )
