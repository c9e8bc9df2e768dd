"""A record in, its entries out, what each says kept apart from where it stands. Nothing is compared here."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ciextract.as_json import plain
from ciextract.record import Evidence, Record
from ciextract.shape import Json, fields_of

Leaves = dict[str, Hashable]
"""What stands at the end of each path below an entry ('/area/name'), words without regard to white space."""

ROWS = "/rows"
_ALSO = "/also"
_PLACES = {"start", "end", "page", "pages", "boxes", "line", "id"}
_REFERENCES = {"document", "section", "parent"}
_OF_SOURCE = "source"
_ABOUT_THE_FILE = "/source"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list of a record, or the record itself without its lists.

    leaves      what it says.  places  where that stands.  rules  which rules gave it.
    references  path to the section's id or the document's index that stands there.
    evidences   path to evidence that stands there.
    rows        the rows of a table, each an entry.
    value       the whole of it as JSON.
    """

    pointer: str
    value: Json
    leaves: Leaves = field(default_factory=dict)
    places: Leaves = field(default_factory=dict)
    rules: Leaves = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)
    evidences: dict[str, Evidence] = field(default_factory=dict)
    rows: tuple[Entry, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins in the text; 0 for what stands nowhere."""
        first = self.evidences.get("/evidence")
        own = self.places.get("/start", 0)
        return first.start if first else own if isinstance(own, int) else 0

    def at(self, path: str) -> Json:
        """The JSON at a path below the entry; None where there is nothing."""
        value = self.value
        for step in path.split("/")[1:]:
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
                value = value[int(step)]
            else:
                return None
        return value

    def evidence_of(self, path: str) -> Evidence | None:
        """The evidence nearest to a value: its own, or that of what it belongs to."""
        while path:
            above = path.rpartition("/")[0]
            for place in (path, f"{path}/evidence", f"{path}_evidence", f"{above}/evidence"):
                if place in self.evidences:
                    return self.evidences[place]
            path = above
        return self.evidences.get("/evidence") or self.evidences.get("/title_evidence")

    def resolved(self, names: Mapping[str, Mapping[str, Hashable]]) -> Entry:
        """The entry with what it refers to among the things that it says, under the ``names`` that both records share.

        References whose kind (the last step of the path) has no names yet stay as they are.
        """
        known = {path: names[_kind(path)] for path in self.references if _kind(path) in names}
        leaves = {path: found.get(self.references[path], self.references[path]) for path, found in known.items()}
        rest = {path: target for path, target in self.references.items() if path not in known}
        return replace(self, leaves=self.leaves | leaves, references=rest)


@dataclass(frozen=True, slots=True)
class Entries:
    """A record taken apart: what stands in no list, and each list under its path, in the order of the text."""

    own: Entry
    lists: dict[str, list[Entry]]


def entries_of(record: Record) -> Entries:
    """The entries of a record."""
    own = Entry("", plain(record))
    lists: dict[str, list[Entry]] = {}
    for path, items in _gather(record, "", own):
        found = [_entry(pointer, item) for pointer, item in _each(path, items)]
        lists[path] = sorted(found, key=lambda entry: (entry.start, repr(sorted(entry.leaves.items()))))
    return Entries(own, lists)


def _each(path: str, items: list[object]) -> Iterator[tuple[str, object]]:
    """The items of a list with their pointers, and what stands under each in a merged record."""
    for index, item in enumerate(items):
        yield f"{path}/{index}", item
        yield from _each(f"{path}/{index}/also", getattr(item, "also", []))


def said(value: object) -> Hashable:
    """What a leaf says: words without regard to white space, lists as tuples, any other value as it is."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return tuple(said(each) for each in value)
    return value if isinstance(value, Hashable) else repr(value)


def _kind(path: str) -> str:
    return path.rpartition("/")[2]


def _entry(pointer: str, item: object) -> Entry:
    entry = Entry(pointer, plain(item))
    if not list(fields_of(item)):
        entry.leaves[""] = said(item)
        return entry
    rows: tuple[Entry, ...] = ()
    for path, items in _gather(item, "", entry):
        if path == _ALSO:
            continue
        if path == ROWS:
            rows = tuple(_row(f"{pointer}{path}/{index}", cells) for index, cells in enumerate(items))
            entry.leaves[path] = tuple(sorted(tuple(map(str, row.leaves.values())) for row in rows))
        else:
            entry.leaves.update(_numbered(path, items))
    return replace(entry, rows=rows)


def _row(pointer: str, cells: object) -> Entry:
    return Entry(pointer, plain(cells), _numbered("", cells if isinstance(cells, list) else [cells]))


def _numbered(path: str, items: list[object]) -> Leaves:
    return {f"{path}/{index}": said(item) for index, item in enumerate(items)}


def _gather(part: object, path: str, into: Entry) -> Iterator[tuple[str, list[object]]]:
    """Sort the fields of a part into the entry that it belongs to; give back each list of entries with its path."""
    for name, value in fields_of(part):
        here = f"{path}/{name}"
        if name == _OF_SOURCE and path:
            continue
        if isinstance(value, Evidence):
            _sign(here, value, into)
        elif isinstance(value, list) and name == "evidence":
            _sign_together(here, [one if isinstance(one, Evidence) else one.evidence for one in value], into)
        elif isinstance(value, list) and name not in _PLACES:
            yield here, value
        elif list(fields_of(value)):
            yield from _gather(value, here, into)
        else:
            _settle(name, here, value, into)


def _sign(path: str, evidence: Evidence, into: Entry) -> None:
    into.evidences[path] = evidence
    into.leaves[f"{path}/quote"] = said(evidence.quote)
    for name, value in fields_of(evidence):
        if name in _PLACES:
            into.places[f"{path}/{name}"] = said(value)


def _sign_together(path: str, evidence: list[Evidence], into: Entry) -> None:
    """Several places that bear out one entry say what they say in any order."""
    into.leaves[path] = tuple(sorted(str(said(one.quote)) for one in evidence))
    into.places[path] = tuple(sorted((one.start, one.end, repr(plain(one))) for one in evidence))
    if evidence:
        into.evidences[path] = evidence[0]


def _settle(name: str, path: str, value: object, into: Entry) -> None:
    if name in _REFERENCES and value is not None:
        into.references[path] = str(value)
    elif name == "rule":
        into.rules[path] = said(value)
    elif name in _PLACES and not path.startswith(_ABOUT_THE_FILE):
        into.places[path] = said(value)
    else:
        into.leaves[path] = said(value)
