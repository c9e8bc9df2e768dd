"""A record in, what it says out: every layer as folded entries, without offsets, rules and identifiers."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable

from ciextract import parse
from ciextract.folding import fold
from ciextract.record import Record

LAYERS = (
    "documents",
    "inspection",
    "sections",
    "key_messages",
    "evaluations",
    "proportions",
    "evidence_base",
    "glossary",
    "tables",
    "actions",
    "conclusion",
    "quotations",
)
_PLACES = {"evidence", "title_evidence", "publication_code_evidence", "programme_evidence"} | {
    "rule", "start", "end", "pages", "id"
}  # fmt: skip

Entry = dict[str, object]
Meanings = dict[str, list[Entry]]


def meanings_of(source: str | bytes) -> Meanings:
    """The text or bytes of a document in, what its record says out."""
    return said(parse(source.encode() if isinstance(source, str) else source))


def said(record: Record) -> Meanings:
    """What a record says, layer by layer, in the record's order."""
    whole = record.to_dict()
    titles = {section["id"]: section["title"] or section["kind"] for section in whole["sections"]}
    for section in whole["sections"]:
        del section["text"]
    return {layer: [_without_places(entry, titles) for entry in _listed(whole[layer])] for layer in LAYERS}


def _listed(layer: object) -> list[object]:
    if layer is None:
        return []
    return layer if isinstance(layer, list) else [layer]


def _without_places(value: object, titles: dict[str, str]) -> object:
    if isinstance(value, dict):
        named = {key: titles.get(one, one) if key in ("section", "parent") else one for key, one in value.items()}
        return {key: _without_places(one, titles) for key, one in named.items() if key not in _PLACES}
    if isinstance(value, list):
        return [_without_places(one, titles) for one in value]
    return fold(value) if isinstance(value, str) else value


def reworded(value: object, change: Callable[[str], str]) -> object:
    """The same meanings with every string changed."""
    if isinstance(value, dict):
        return {key: reworded(one, change) for key, one in value.items()}
    if isinstance(value, list):
        return [reworded(one, change) for one in value]
    return change(value) if isinstance(value, str) else value


def lost_and_gained(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Entries that only the first has, and entries that only the second has."""
    one, other = (Counter(json.dumps(entry, sort_keys=True) for entry in side) for side in (before, after))
    return _entries(one - other), _entries(other - one)


def _entries(counted: Counter[str]) -> list[Entry]:
    return [json.loads(entry) for entry in counted.elements()]


def differences(before: Meanings, after: Meanings) -> dict[str, tuple[list[Entry], list[Entry]]]:
    """By layer, what was lost and what was gained; layers that say the same are left out."""
    found = {layer: lost_and_gained(before[layer], after[layer]) for layer in LAYERS}
    return {layer: pair for layer, pair in found.items() if pair != ([], [])}


def same(before: Meanings, after: Meanings) -> None:
    """Fails with what differs, and where the entries are the same but for their order."""
    assert not differences(before, after)
    assert before == after


def masked(words: Iterable[str]) -> Callable[[str], str]:
    """A change of strings that makes the given words all one."""
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(fold(word))}(?!\w)" for word in words))
    return lambda text: pattern.sub("#", text)
