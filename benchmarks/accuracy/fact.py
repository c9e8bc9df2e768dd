"""In: nothing but values. Out: the shapes that gold and records are brought to before they are compared.

A fact made from gold leaves out the fields that the gold does not state; those are not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .folding import fold

Value = str | int | float | bool | tuple[str, ...] | None
Facts = Mapping[str, tuple["Fact", ...]]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a document says, as gold or as a record gives it, its texts as printed."""

    place: str
    """Where a person finds it: 'line 212' of the gold, 'proportions[3] at 1042' of the record."""
    values: Mapping[str, Value]

    def text(self, name: str) -> str:
        """A value as text; an absent one is empty."""
        value = self.values.get(name)
        return "" if value is None else str(value)


def same_value(gold: Value, given: Value) -> bool:
    """Whether two values are the same after folding; an empty text, an empty list and null are alike nothing."""
    if isinstance(gold, tuple) and isinstance(given, tuple):
        return len(gold) == len(given) and all(fold(one) == fold(other) for one, other in zip(gold, given, strict=True))
    if isinstance(gold, str) and isinstance(given, str):
        return fold(gold) == fold(given)
    if gold in (None, "", ()) or given in (None, "", ()):
        return gold in (None, "", ()) and given in (None, "", ())
    return gold == given


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a found fact that is compared with the gold."""

    name: str
    counts: bool = True
    """Whether the fact must have it right to count in precision, recall and F1."""
    rated: bool = False
    """Whether the share of found facts that have it right is printed beside the scores."""
    same: Callable[[Value, Value], bool] = same_value


@dataclass(frozen=True, slots=True)
class Layer:
    """What identifies a fact of one layer, and what is compared once it is found."""

    name: str
    identity: str
    """In words, for the scorecard."""
    same: Callable[[Fact, Fact], bool]
    """Whether a gold fact (first) and a record's fact (second) are the same fact."""
    fields: tuple[Field, ...]
    shown: tuple[str, ...]
    """The values by which a person recognises the fact."""

    def wrong_fields(self, gold: Fact, given: Fact) -> tuple[Field, ...]:
        """The fields that the gold states and the record has otherwise."""
        return tuple(field for field in self.compared(gold) if not self._agrees(field, gold, given))

    def compared(self, gold: Fact) -> tuple[Field, ...]:
        """The fields that this gold fact states."""
        return tuple(field for field in self.fields if field.name in gold.values)

    def weight(self, gold: Fact, given: Fact) -> float:
        """0 for different facts, else 1 to 2: the more fields agree, those that count before the others, the more."""
        if not self.same(gold, given):
            return 0.0
        compared = self.compared(gold)
        agreed = sum(_share(field) for field in compared if self._agrees(field, gold, given))
        return 1.0 + agreed / (1.0 + sum(map(_share, compared)))

    def right_weight(self, gold: Fact, given: Fact) -> float:
        """The weight of a pair in which every field that counts agrees; 0 for all others."""
        weight = self.weight(gold, given)
        right = weight > 0 and not any(field.counts for field in self.wrong_fields(gold, given))
        return weight if right else 0.0

    @staticmethod
    def _agrees(field: Field, gold: Fact, given: Fact) -> bool:
        return field.same(gold.values[field.name], given.values.get(field.name))


def _share(field: Field) -> float:
    return 3.0 if field.counts else 1.0
