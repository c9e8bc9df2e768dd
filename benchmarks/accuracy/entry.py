"""In: a mapping read from YAML or JSON and the place it stands at. Out: typed values; an odd one is named by its place.

No value is judged here beyond its type.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass


class OddValueError(ValueError):
    """A gold file or a record that cannot be scored: the file, the key and what would be accepted."""

    def __init__(self, file: str, key: str, what: str) -> None:
        super().__init__(f"{file}: {key}: {what}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping with its file, its path in it (``proportions[3]``) and, for YAML, its line from 1."""

    file: str
    path: str
    values: Mapping[str, object]
    line: int | None = None

    def odd(self, key: str, what: str) -> OddValueError:
        """The error for one key of this mapping."""
        file = self.file if self.line is None else f"{self.file}:{self.line}"
        return OddValueError(file, self.step(key), what)

    def step(self, key: str) -> str:
        """The path of one key of this mapping."""
        return f"{self.path}.{key}" if self.path else key

    def has(self, key: str) -> bool:
        """Whether the key is written at all, be it null."""
        return key in self.values

    def text(self, key: str) -> str | None:
        """A text, a whole number as text, or a date as ISO text."""
        value = self.values.get(key)
        return None if value is None else self._plain(key, value)

    def needed(self, key: str) -> str:
        """A text that must be there."""
        value = self.text(key)
        if not value:
            raise self.odd(key, "is missing or empty")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a null among them is an empty text (an empty cell of a table)."""
        return tuple("" if item is None else self._plain(key, item) for item in self._items(key))

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts."""
        rows = self._items(key)
        return tuple(Entry(self.file, self.path, {key: row}, self.line).texts(key) for row in rows)

    def whole(self, key: str) -> int | None:
        """A whole number."""
        value = self.values.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise self.odd(key, f"expected a whole number, got {value!r}")

    def decimal(self, key: str) -> float | None:
        """A number."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        raise self.odd(key, f"expected a number, got {value!r}")

    def truth(self, key: str) -> bool | None:
        """True, false or null."""
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return value
        raise self.odd(key, f"expected true, false or null, got {value!r}")

    def child(self, key: str) -> Entry | None:
        """A mapping, or null."""
        value = self.values.get(key)
        return None if value is None else self._entry(key, value)

    def entries(self, key: str) -> tuple[Entry, ...]:
        """A list of mappings."""
        return tuple(self._entry(f"{key}[{at}]", item) for at, item in enumerate(self._items(key)))

    def _items(self, key: str) -> list[object]:
        value = self.values.get(key, [])
        if isinstance(value, list | tuple):
            return list(value)
        raise self.odd(key, f"expected a list, got {value!r}; write [] for none")

    def _entry(self, key: str, value: object) -> Entry:
        if isinstance(value, Mapping):
            return Entry(self.file, self.step(key), value, getattr(value, "line", self.line))
        raise self.odd(key, f"expected a mapping, got {value!r}")

    def _plain(self, key: str, value: object) -> str:
        if isinstance(value, datetime.date):
            return value.isoformat()
        if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
            return str(value)
        raise self.odd(key, f"expected text, got {value!r}; write it in quotes")
