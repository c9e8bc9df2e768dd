"""The rules of checks.toml out, compiled with the patterns of counts, figures and grades. Nothing is checked here."""

import re
from dataclasses import dataclass, fields
from functools import cache

from ciextract.vocabulary.english import english
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.rules import CompiledRule, Rule, compile_rules

FILE = "vocabulary/checks"


class ContentsWords(FileModel):
    """Entries of a contents page that are no headings, and the labels before those that are."""

    groups: frozenset[str]
    label: str


class ChecksFile(FileModel):
    """checks.toml."""

    names: dict[str, str]
    tally: tuple[Rule, ...]
    count: tuple[Rule, ...]
    total: tuple[Rule, ...]
    not_count: tuple[Rule, ...]
    hedge: tuple[Rule, ...]
    change: tuple[Rule, ...]
    graded_total: tuple[Rule, ...]
    graded_count: tuple[Rule, ...]
    about_indicator: tuple[Rule, ...]
    not_this: tuple[Rule, ...]
    inspected_count: tuple[Rule, ...]
    not_whole: tuple[Rule, ...]
    contents: ContentsWords


@dataclass(frozen=True, slots=True)
class CheckWords:
    """The compiled rules of checks.toml."""

    tally: tuple[CompiledRule, ...]
    count: tuple[CompiledRule, ...]
    total: tuple[CompiledRule, ...]
    not_count: tuple[CompiledRule, ...]
    hedge: tuple[CompiledRule, ...]
    change: tuple[CompiledRule, ...]
    graded_total: tuple[CompiledRule, ...]
    graded_count: tuple[CompiledRule, ...]
    about_indicator: tuple[CompiledRule, ...]
    not_this: tuple[CompiledRule, ...]
    inspected_count: tuple[CompiledRule, ...]
    not_whole: tuple[CompiledRule, ...]


@cache
def checks_file() -> ChecksFile:
    """The file as it is written."""
    return shipped("vocabulary", "checks.toml", ChecksFile)


@cache
def _names() -> dict[str, str]:
    """What the names in the patterns stand for, each with those before it put in."""
    names = {"counted": english().number_pattern, "grade": grades().pattern}
    for name, pattern in checks_file().names.items():
        for earlier, meaning in names.items():
            pattern = pattern.replace("{" + earlier + "}", meaning)
        names[name] = pattern
    return names


@cache
def numbers() -> re.Pattern[str]:
    """A count in digits or words: no year, no decimal, no percentage, no part of a longer word."""
    return re.compile(_names()["number"], re.IGNORECASE)


@cache
def figures() -> re.Pattern[str]:
    """A figure of any size: no year, no percentage."""
    return re.compile(r"(?<![\w.,£/-])" + _names()["figure"], re.IGNORECASE)


@cache
def percentages() -> re.Pattern[str]:
    """A percentage; group percent."""
    return re.compile(_names()["percent"], re.IGNORECASE)


@cache
def check_words() -> CheckWords:
    """The rules, compiled once."""
    rules = {
        field.name: compile_rules(getattr(checks_file(), field.name), FILE, _names()) for field in fields(CheckWords)
    }
    return CheckWords(**rules)


@cache
def contents_label() -> re.Pattern[str]:
    """The label or number before the title of an entry, in folded words."""
    return re.compile(checks_file().contents.label)
