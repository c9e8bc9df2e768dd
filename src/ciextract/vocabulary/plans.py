"""Head cells of a table in, what each column of an improvement plan means out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from typing import Literal

from ciextract.folding import fold_words
from ciextract.vocabulary.files import FileModel, shipped

ColumnMeaning = Literal["ref", "issue", "task", "expected_outcome", "owner", "monitoring", "timescale"]


class Column(FileModel):
    """What a column means and the headings that say so."""

    means: ColumnMeaning
    titles: tuple[str, ...]


class Plans(FileModel):
    """plans.toml."""

    column: tuple[Column, ...]

    @cached_property
    def meanings(self) -> dict[str, ColumnMeaning]:
        return {fold_words(title): column.means for column in self.column for title in column.titles}


@cache
def plans() -> Plans:
    """The columns of plans.toml."""
    return shipped("vocabulary", "plans.toml", Plans)


def plan_columns(head: Sequence[str]) -> dict[ColumnMeaning, int]:
    """Column index for each meaning that the head cells show; the first cell of a meaning counts."""
    found: dict[ColumnMeaning, int] = {}
    for index, cell in enumerate(head):
        meaning = plans().meanings.get(fold_words(cell))
        if meaning is not None:
            found.setdefault(meaning, index)
    return found
