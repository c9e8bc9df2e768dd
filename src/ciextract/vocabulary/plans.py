"""Cells of an improvement plan in, what they mean out: its columns by their headings, references, statements' rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import product
from typing import Literal, cast

from ciextract.folding import fold_words
from ciextract.vocabulary.files import FileModel, shipped
from ciextract.vocabulary.rules import CompiledRule, Rule, compile_rules

ColumnMeaning = Literal[
    "ref", "statement", "issue", "task", "expected_outcome", "owner", "monitoring", "timescale"
]  # fmt: skip

FILE = "vocabulary/plans"
WORDS = 12
"""Words of a column's heading at the most."""
_OUTCOME: ColumnMeaning = "expected_outcome"
_MONITORING: ColumnMeaning = "monitoring"
_BROKEN = 5
"""Pieces of a heading at the most of which some may belong together."""
_SHORT_PIECE = 4
"""Characters of a piece at the most, of a heading that is broken within its words."""
_OPTIONAL_PLURAL = re.compile(r"\((?:s|es|ies)\)")
_BESIDE = re.compile(r"[/|&,;]|\sand\s")
_BETWEEN = re.compile(r"[/|&(),:;?]|\s[-–—]\s|\sand\s|\sor\s")


class Plans(FileModel):
    """plans.toml."""

    status: tuple[Rule, ...]
    time_starts: frozenset[str]
    time_ends: frozenset[str]
    colour_words: frozenset[str]
    showing: frozenset[str]
    column: tuple[Rule, ...]
    group: tuple[Rule, ...]
    caption: tuple[Rule, ...]
    ref: tuple[Rule, ...]
    ref_cell: tuple[Rule, ...]

    @cached_property
    def columns(self) -> tuple[CompiledRule, ...]:
        return compile_rules(self.column, FILE)

    @cached_property
    def statuses(self) -> tuple[CompiledRule, ...]:
        return compile_rules(self.status, FILE)

    @cached_property
    def groups(self) -> tuple[CompiledRule, ...]:
        return compile_rules(self.group, FILE)

    @cached_property
    def captions(self) -> tuple[CompiledRule, ...]:
        return compile_rules(self.caption, FILE)

    @cached_property
    def refs(self) -> tuple[CompiledRule, ...]:
        return compile_rules(self.ref, FILE)

    @cached_property
    def ref_cells(self) -> tuple[CompiledRule, ...]:
        return compile_rules(self.ref_cell, FILE)


@cache
def plans() -> Plans:
    """The rules of plans.toml."""
    return shipped("vocabulary", "plans.toml", Plans)


def column_rule(cell: str) -> CompiledRule | None:
    """The rule that tells what a column of that heading means, None where none does."""
    plain = _OPTIONAL_PLURAL.sub("", cell)
    if not plain.strip() or len(plain.split()) > WORDS:
        return None
    pieces = [plain, *_BETWEEN.split(plain)]
    if _tells_a_colour(plain):
        pieces = [piece for piece in _BESIDE.split(plain) if not (_tells_a_colour(piece) or _names_a_status(piece))]
    return next((rule for piece in pieces if (rule := _whole(fold_words(piece))) is not None), None)


def _tells_a_colour(cell: str) -> bool:
    return any(rule.search(fold_words(cell)) for rule in plans().statuses)


def _names_a_status(piece: str) -> bool:
    """What stands beside the colour is another word for it."""
    return fold_words(piece) in plans().colour_words


@cache
def _whole(words: str) -> CompiledRule | None:
    return next((rule for rule in plans().columns if rule.fullmatch(words)), None)


def _put_together(words: str) -> Iterator[str]:
    """The words with one gap left out, and with several: 'ownershi p', 'monitori ng arrangem ents'."""
    pieces = words.split()
    if not 1 < len(pieces) <= _BROKEN or min(map(len, pieces)) > _SHORT_PIECE:
        return
    for gaps in product((" ", ""), repeat=len(pieces) - 1):
        if "" in gaps:
            yield "".join(f"{piece}{gap}" for piece, gap in zip(pieces, (*gaps, ""), strict=True))


def plan_columns(head: Sequence[str]) -> dict[ColumnMeaning, int]:
    """Column index for each meaning that the head cells show; empty where the head is not a plan's.

    A plan says what is to be done, or what is amiss, and at least one thing more. Of two columns that mean the same
    the one whose rule stands first counts. In a plan a heading may be broken within its words, by a narrow column.
    """
    rules = {index: rule for index, cell in enumerate(head) if (rule := column_rule(cell)) is not None}
    found: dict[ColumnMeaning, int] = {}
    for index, meaning in _ranked(rules):
        found.setdefault(meaning, index)
    if not _is_plan(found):
        return {}
    for index in sorted(set(range(len(head))) - rules.keys()):
        forms = (_whole(form) for form in _put_together(fold_words(head[index])))
        rule = next((rule for rule in forms if rule is not None), None)
        if rule is not None:
            found.setdefault(cast(ColumnMeaning, rule.value), index)
    return found


def _ranked(rules: Mapping[int, CompiledRule]) -> Iterator[tuple[int, ColumnMeaning]]:
    """Columns and what they mean, in the order of their rules.

    What shows whether an outcome came is the outcome only where no other column says that; there it is monitoring.
    """
    showing = plans().showing
    told = any(rule.value == _OUTCOME and rule.rule.id not in showing for rule in rules.values())
    aside = {index for index, rule in rules.items() if told and rule.rule.id in showing}
    order = plans().columns.index
    for index, rule in sorted(rules.items(), key=lambda item: (item[0] in aside, order(item[1]), item[0])):
        yield index, _MONITORING if index in aside else cast(ColumnMeaning, rule.value)


def _is_plan(found: dict[ColumnMeaning, int]) -> bool:
    told = found.keys() - {"ref", "statement"}
    return len(told) > (1 if "task" in found else 2) and not told.isdisjoint({"task", "issue"})


def is_plan_by_itself(columns: dict[ColumnMeaning, int]) -> bool:
    """The columns make a plan wherever they stand: what will be done, and what is amiss or hoped for.

    'Action, who, by when' is a list of dates unless it stands in a plan.
    """
    told = columns.keys()
    return "task" in told and not told.isdisjoint({"issue", "expected_outcome"})


def is_part_of_time(cell: str) -> bool:
    """The cell names the beginning or the end of the time in which a task is done."""
    return fold_words(cell) in plans().time_starts or ends_a_time(cell)


def ends_a_time(cell: str) -> bool:
    """The cell names the end of the time in which a task is done."""
    return fold_words(cell) in plans().time_ends


def issue_in(line: str) -> str | None:
    """What a line says that the tasks below it are about ('Area for improvement 1: …')."""
    match = next((found for rule in plans().captions if (found := rule.search(line))), None)
    return match["issue"].strip() if match is not None else None


def ref_at_head(cell: str) -> tuple[str, int] | None:
    """(reference, where the words begin) of a cell that begins with one."""
    match = next((found for rule in plans().refs if (found := rule.search(cell))), None)
    return (match["ref"], match.end()) if match is not None else None
