"""A field's name and its value come in; they are put into the dictionaries of an entry. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from ciextract.shape import Json


def put(entry: dict[str, Json], names: Sequence[str], leaf: Json) -> None:
    """Put a value at the end of the names; ``population``, ``category`` is a field inside another."""
    for name in names[:-1]:
        if not isinstance(entry.get(name), dict):
            entry[name] = {}
        entry = cast(dict[str, Json], entry[name])
    entry[names[-1]] = leaf


def close(entry: dict[str, Json], names: Iterable[str]) -> None:
    """Make null each field that holds nothing but nulls, of those with a field of these names inside."""
    for outer in {name.split(".")[0] for name in names if "." in name}:
        inner = entry[outer]
        if isinstance(inner, Mapping) and all(each is None for each in inner.values()):
            entry[outer] = None
