"""The rules of grade-counts.toml out, compiled with the patterns of grades and numbers. Nothing is counted here."""

import re
from dataclasses import fields
from functools import cache

from ciextract.frozen import frozen
from ciextract.vocabulary.english import english
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.rules import CompiledRule, Rule, alternatives, compile_rules, needed_by

FILE = "vocabulary/grade-counts"
_ASIDE = r"(?: ?[–—][^–—.;]{3,90}[–—]| ?\([^().;]{3,90}\)|, ?\"[^\".;]{15,90}\")"
"""An indicator that is named between the count and its grade ('one – impact on families – as weak')."""
_PUNCTUATION = r"[\s,:\"'()–-]"


class GradeCountsFile(FileModel):
    """grade-counts.toml."""

    between: tuple[str, ...]
    article: str
    """What stands for a count of one."""
    counted: str
    """What is counted."""
    not_count: tuple[Rule, ...]
    whole: tuple[Rule, ...]
    anchor: tuple[Rule, ...]
    total: tuple[Rule, ...]
    total_unless_counted: tuple[Rule, ...]
    continued: tuple[Rule, ...]
    behind: tuple[Rule, ...]
    rest: tuple[Rule, ...]
    declined: tuple[Rule, ...]


@frozen
class GradeCountWords:
    """The compiled rules; ``between`` takes what may stand between a count and its grade, whole."""

    number: re.Pattern[str]
    grade: re.Pattern[str]
    between: re.Pattern[str]
    not_count: tuple[CompiledRule, ...]
    whole: tuple[CompiledRule, ...]
    anchor: tuple[CompiledRule, ...]
    total: tuple[CompiledRule, ...]
    total_unless_counted: tuple[CompiledRule, ...]
    continued: tuple[CompiledRule, ...]
    behind: tuple[CompiledRule, ...]
    rest: tuple[CompiledRule, ...]
    declined: tuple[CompiledRule, ...]


@cache
def grade_count_words() -> GradeCountWords:
    """The rules, compiled once."""
    file = shipped("vocabulary", "grade-counts.toml", GradeCountsFile)
    # No thousands and no decimals: nobody gives so many grades.
    number = rf"(?<![\w.,£/%-])(?:\d{{1,2}}(?![\d%.,]\d|\d|\s?%|/)|{alternatives(list(english().numbers))})(?![\w%/-])"
    names = {"grade": grades().pattern, "number": number}
    rules = {
        one.name: compile_rules(getattr(file, one.name), FILE, names)
        for one in fields(GradeCountWords)
        if one.name not in ("number", "grade", "between")
    }
    # 'Five of the nine indicators were good': the whole of a share may stand between.
    of_share = rf"{number}(?= (?:[\w-]+ ){{0,3}}{file.counted}\b)"
    return GradeCountWords(
        number=re.compile(f"{number}|{file.article}", re.IGNORECASE),
        grade=grades().mention,
        between=re.compile(rf"(?:{_ASIDE}|{_PUNCTUATION}|\b{alternatives(file.between)}\b|{of_share})*", re.IGNORECASE),
        **rules,
    )


@cache
def anchoring() -> tuple[str, ...]:
    """Words of which one stands in every sentence that is about graded indicators by itself."""
    return needed_by(grade_count_words().anchor)


@cache
def totalling() -> tuple[str, ...]:
    """Words of which one stands in every sentence that states how many indicators were graded."""
    words = grade_count_words()
    return needed_by((*words.total, *words.total_unless_counted))
