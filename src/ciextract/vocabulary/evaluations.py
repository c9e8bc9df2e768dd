"""The rules of evaluations.toml out, compiled for the graded indicators of a programme."""

import re
from dataclasses import fields
from functools import cache, lru_cache

from ciextract.frozen import frozen
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.rules import CompiledRule, Rule, alternatives, compile_rules

FILE = "vocabulary/evaluations"


class Heads(FileModel):
    """Head cells of the columns of a table of evaluations."""

    area: tuple[str, ...]
    year: tuple[str, ...]
    grade: tuple[str, ...]
    not_evaluated: tuple[str, ...]
    """Cells that say that an area or an indicator was not evaluated."""
    indicator: tuple[str, ...]


class EvaluationsFile(FileModel):
    """evaluations.toml."""

    numbered: str
    """A pattern that takes an indicator named by its number."""
    numbered_too: str
    """A pattern that takes the number of a further one."""
    when: str
    """A pattern that takes the year or the date of an evaluation."""
    here: str
    """A pattern that takes words for the indicator in whose section they stand."""
    head_joints: tuple[str, ...]
    hints: tuple[str, ...]
    stated: tuple[Rule, ...]
    whole: tuple[Rule, ...]
    by_head: tuple[Rule, ...]
    under: tuple[Rule, ...]
    line: tuple[Rule, ...]
    announced: tuple[Rule, ...]
    over_items: tuple[Rule, ...]
    item: tuple[Rule, ...]
    area_cell: tuple[Rule, ...]
    area_line: tuple[Rule, ...]
    listed: tuple[Rule, ...]
    graded_as: tuple[Rule, ...]
    graded_too: tuple[Rule, ...]
    respectively: tuple[Rule, ...]
    grade_for: tuple[Rule, ...]
    not_said: tuple[Rule, ...]
    not_within: tuple[Rule, ...]
    not_stated: tuple[Rule, ...]
    not_declined: tuple[Rule, ...]
    not_grade: tuple[Rule, ...]
    not_evaluated: tuple[Rule, ...]
    reason: tuple[Rule, ...]
    heads: Heads


@frozen
class EvaluationWords:
    """The compiled rules of evaluations.toml; ``indicator`` takes the name of a graded indicator."""

    hints: tuple[str, ...]
    indicator: CompiledRule
    here: re.Pattern[str]
    numbered: re.Pattern[str]
    numbered_too: re.Pattern[str]
    stated: tuple[CompiledRule, ...]
    whole: tuple[CompiledRule, ...]
    by_head: tuple[CompiledRule, ...]
    under: tuple[CompiledRule, ...]
    line: tuple[CompiledRule, ...]
    announced: tuple[CompiledRule, ...]
    over_items: tuple[CompiledRule, ...]
    item: tuple[CompiledRule, ...]
    area_cell: tuple[CompiledRule, ...]
    area_line: tuple[CompiledRule, ...]
    listed: tuple[CompiledRule, ...]
    graded_as: tuple[CompiledRule, ...]
    graded_too: tuple[CompiledRule, ...]
    respectively: tuple[CompiledRule, ...]
    grade_for: tuple[CompiledRule, ...]
    not_said: tuple[CompiledRule, ...]
    not_within: tuple[CompiledRule, ...]
    not_stated: tuple[CompiledRule, ...]
    not_declined: tuple[CompiledRule, ...]
    not_grade: tuple[CompiledRule, ...]
    not_evaluated: tuple[CompiledRule, ...]
    reason: tuple[CompiledRule, ...]
    heads: Heads

    def indicators_in(self, text: str) -> list[re.Match[str]]:
        """The graded indicators that the text names, in order; behind one named by its number, numbers alone too."""
        named = [one for one in self.indicator.finditer(text) if one[0].strip()]
        first = next((one for one in named if self.numbered.fullmatch(one[0])), None)
        if first is None:
            return named
        within = [range(one.start(), one.end()) for one in named]
        alone = (one for one in self.numbered_too.finditer(text, first.end()))
        further = [one for one in alone if not any(one.start() in span for span in within)]
        return sorted([*named, *further], key=lambda match: match.start())

    def name_indicator(self, text: str) -> bool:
        """The text names a graded indicator."""
        return _takes(self.indicator, text)


@lru_cache(maxsize=2)
def _takes(rule: CompiledRule, text: str) -> bool:
    """One sentence is asked for its indicators several times."""
    return rule.search(text) is not None


@cache
def without_indicator(rules: tuple[CompiledRule, ...]) -> tuple[CompiledRule, ...]:
    """Those of the rules that take text in which no indicator is named."""
    return tuple(rule for rule in rules if not rule.holds("indicator"))


def evaluations_file() -> EvaluationsFile:
    """The file as it is written."""
    return shipped("vocabulary", "evaluations.toml", EvaluationsFile)


@cache
def evaluation_words(
    spellings: tuple[str, ...], patterns: tuple[str, ...], heads: tuple[str, ...] = ()
) -> EvaluationWords:
    """The rules, compiled once for the names of the indicators that are graded, and patterns that take them.

    ``heads`` are words with which names begin that go on ('leadership of change').
    """
    file = evaluations_file()
    named = "|".join((file.numbered, file.here, *patterns, *([alternatives(spellings)] if spellings else [])))
    names = {"grade": grades().pattern, "indicator": f"(?:{named})", "area": councils().folded_pattern}
    names["when"] = file.when
    names["no_grade"] = alternatives(file.heads.not_evaluated)
    names["head"] = alternatives(heads) if heads else r"\b\B"
    compiled = {
        one.name: compile_rules(getattr(file, one.name), FILE, names)
        for one in fields(EvaluationWords)
        if one.name not in ("hints", "indicator", "here", "numbered", "numbered_too", "heads")
    }
    indicator = Rule(id="indicator", pattern=f"(?:{named})", takes=spellings)
    return EvaluationWords(
        hints=file.hints,
        indicator=CompiledRule(indicator, FILE, {}),
        here=re.compile(file.here, re.IGNORECASE),
        numbered=re.compile(file.numbered, re.IGNORECASE),
        numbered_too=re.compile(file.numbered_too),
        **compiled,
        heads=file.heads,
    )


@cache
def head_joints() -> frozenset[str]:
    """Words that may stand behind the first word of an indicator's name where that word is a short name of its own."""
    return frozenset(evaluations_file().head_joints)


@cache
def words_of_no_evaluation() -> frozenset[str]:
    """What a cell says of an indicator that was not evaluated."""
    return frozenset(evaluations_file().heads.not_evaluated)
