"""A rule's address in, the rule's own words out, as its file has them; of a rule that is code, what its module says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import takewhile

import tomli

Entry = dict[str, object]


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule: its address, the file that it stands in, what that file says first of itself, its words by their keys.

    ``words`` is empty where the rule is code; what is said is then the first line of the module's docstring.
    """

    address: str
    file: str
    says: str
    words: dict[str, str | tuple[str, ...]]


@cache
def rule_words(address: str) -> RuleWords:
    """The words of the rule at an address such as ``vocabulary/quantities#most``."""
    path, _, name = address.partition("#")
    for file in (f"{path}.toml", f"{path.replace('_', '-')}.toml"):
        content = _content(file)
        if content is not None:
            entries = list(_entries(tomli.loads(content), name))
            return RuleWords(address, file, _first_sentence(content), _merged(entries))
    for file in (f"{path}.py", f"{path}/__init__.py"):
        content = _content(file)
        if content is not None:
            return RuleWords(address, file, (ast.get_docstring(ast.parse(content)) or "").split("\n")[0], {})
    return RuleWords(address, path, "", {})


def _first_sentence(content: str) -> str:
    """The first sentence of the comment at the head of a file."""
    lines = takewhile(lambda line: line.startswith("# "), content.splitlines())
    return " ".join(line.removeprefix("# ") for line in lines).partition(". ")[0].rstrip(".") + "."


def _content(file: str) -> str | None:
    source = resources.files("ciextract").joinpath(*file.split("/"))
    return source.read_text("utf-8") if source.is_file() else None


def _entries(file: Entry, name: str) -> Iterator[Entry]:
    """The entries that a name stands for: the one of that id; else those of that kind; else all of a table.

    The names of headings are made of their kind: kind, kind and number, or kind and the table's name.
    """
    tables = [(key, entry) for key, value in file.items() if isinstance(value, list) for entry in value]
    tables = [(key, entry) for key, entry in tables if isinstance(entry, dict)]
    found = [entry for _, entry in tables if entry.get("id") == name][:1]
    found = found or [entry for key, entry in tables if name == _name_by_kind(key, entry)]
    yield from found or [{key: entry.get("id")} for key, entry in tables if name in (key, f"{key}s") and "id" in entry]


def _name_by_kind(table: str, entry: Entry) -> str:
    if table == "heading":
        return f"{entry.get('kind')}-{entry['number']}" if "number" in entry else f"{entry.get('kind')}"
    return f"{entry.get('kind')}-{table}"


def _merged(entries: list[Entry]) -> dict[str, str | tuple[str, ...]]:
    """Each key with its words; where several entries have it, those of all, once."""
    words: dict[str, dict[str, None]] = {}
    single: set[str] = set()
    for entry in entries:
        for key, value in entry.items():
            several = value if isinstance(value, list) else [value]
            words.setdefault(key, {}).update(dict.fromkeys(map(str, several)))
            single |= {key} if not isinstance(value, list) else set()
    return {key: next(iter(held)) if key in single and len(held) == 1 else tuple(held) for key, held in words.items()}
