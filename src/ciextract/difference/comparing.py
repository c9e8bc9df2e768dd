"""Two records in, a comparison out: lists are matched first, then each pair is compared leaf by leaf."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import replace

from ciextract.as_json import plain
from ciextract.difference.entries import ROWS, Entry, Leaves, entries_of
from ciextract.difference.identities import Identity, identities, row_identities
from ciextract.difference.matching import Matched, match
from ciextract.difference.model import Comparison, Difference, Group, Kind, Side
from ciextract.record import Record
from ciextract.shape import Json
from ciextract.validation import record_fields

_GROUPS = {
    "sources": Group.SOURCE,
    "schema_version": Group.SCHEMA,
    "extractor": Group.EXTRACTOR,
    "looked_for": Group.EXTRACTOR,
    "source": Group.SOURCE,
    "record_id": Group.SOURCE,
}
"""The group of a field of the record; every other field holds values."""
_DOCUMENTS, _SECTIONS = "/documents", "/sections"

Names = dict[str, dict[str, Hashable]]
"""For each kind of reference, what is referred to under a name that both records share, which is no word."""
Lists = dict[str, list[Entry]]


def layers() -> tuple[str, ...]:
    """The names that ``only`` knows: the groups, and the fields of a record that hold values."""
    return (*Group, *(name for name in record_fields() if name not in _GROUPS))


def compare(before: Record, after: Record, *, places: bool = False, only: Collection[str] = ()) -> Comparison:
    """The differences of two records.

    Entries are matched by kind and identity: the order of a list says nothing. A value that only stands elsewhere is
    told with ``places`` alone. ``only`` names groups or layers (``layers()``); what it does not name is left out. The
    time grows with the number of entries, not with its square.
    """
    one, other = entries_of(before), entries_of(after)
    found = list(_in_pair(one.own, other.own))
    for path, matched in _matched_lists(one.lists, other.lists):
        found.extend(_in_lists(matched, row_identities() if path == "/tables" else ()))
    wanted = [one for one in found if _is_wanted(one, places, set(only))]
    order = list(Group)
    fields = record_fields()
    wanted.sort(key=lambda one: (order.index(one.group), fields.index(one.layer), _start(one)))
    return Comparison(tuple(wanted))


def json_of(comparison: Comparison) -> Json:
    """The comparison as JSON: a list of differences for each group, in their order."""
    return {group.value: [_difference_json(one) for one in comparison.of(group)] for group in Group}


def _difference_json(one: Difference) -> Json:
    before, after = _side_json(one.before), _side_json(one.after)
    return {"kind": one.kind.value, "layer": one.layer, "before": before, "after": after}


def _side_json(side: Side | None) -> Json:
    if side is None:
        return None
    evidence = plain(side.evidence) if side.evidence is not None else None
    return {"pointer": side.pointer, "value": side.value, "evidence": evidence}


def _is_wanted(one: Difference, places: bool, only: set[str]) -> bool:
    if one.group is Group.PLACES and not (places or Group.PLACES in only):
        return False
    return not only or one.group in only or (one.layer in only and (one.group is not Group.PLACES or places))


def _start(one: Difference) -> int:
    side = one.after or one.before
    return side.evidence.start if side is not None and side.evidence is not None else 0


def _matched_lists(one: Lists, other: Lists) -> Iterator[tuple[str, Matched]]:
    """Each list with its entries matched; documents and sections first, as entries refer to them."""
    names: tuple[Names, Names] = ({}, {})
    for path in sorted(one.keys() | other.keys(), key=lambda path: (path != _DOCUMENTS, path != _SECTIONS)):
        before = [entry.resolved(names[0]) for entry in one.get(path, ())]
        after = [entry.resolved(names[1]) for entry in other.get(path, ())]
        matched = match(before, after, identities(path))
        if path == _DOCUMENTS:
            _share(names, matched, "document", lambda entry: entry.pointer.rpartition("/")[2])
        elif path == _SECTIONS:
            for kind in ("section", "parent"):
                _share(names, matched, kind, lambda entry: str(entry.at("/id")))
            matched = _with_parents(matched, names)
        yield path, matched


def _with_parents(matched: Matched, names: tuple[Names, Names]) -> Matched:
    """What a section stands under is known once all sections are matched."""
    pairs = tuple((one.resolved(names[0]), other.resolved(names[1])) for one, other in matched.pairs)
    return Matched(pairs, matched.removed, matched.added)


def _share(names: tuple[Names, Names], matched: Matched, kind: str, own: Callable[[Entry], str]) -> None:
    """Give what was matched one name, and what was not a name of its own; ``own`` is the name within its record."""
    one, other = names
    one[kind] = {own(entry): ("first", own(entry)) for entry in matched.removed}
    other[kind] = {own(entry): ("second", own(entry)) for entry in matched.added}
    for number, (before, after) in enumerate(matched.pairs):
        one[kind][own(before)] = other[kind][own(after)] = ("both", number)


def _in_lists(matched: Matched, rows: Sequence[Identity]) -> Iterator[Difference]:
    for before, after in matched.pairs:
        yield from _in_pair(before, after)
        if before.leaves.get(ROWS) != after.leaves.get(ROWS):
            yield from _in_rows(before, after, rows)
    yield from (_alone(Kind.REMOVED, entry) for entry in matched.removed)
    yield from (_alone(Kind.ADDED, entry) for entry in matched.added)


def _in_rows(before: Entry, after: Entry, rows: Sequence[Identity]) -> Iterator[Difference]:
    """Rows bear the evidence of their table."""
    one, other = ([replace(row, evidences=table.evidences) for row in table.rows] for table in (before, after))
    yield from _in_lists(match(one, other, rows), ())


def _alone(kind: Kind, entry: Entry) -> Difference:
    side = _side(entry, "")
    group = _group(entry.pointer)
    before, after = (side, None) if kind is Kind.REMOVED else (None, side)
    return Difference(kind, group, _layer(side), before, after)


def _in_pair(before: Entry, after: Entry) -> Iterator[Difference]:
    for path in _differing(before.leaves, after.leaves):
        if path != ROWS:
            yield _changed(before, after, path, _group(before.pointer + path))
    for path in _differing(before.rules, after.rules):
        yield _changed(before, after, path, Group.EXTRACTOR)
    for path in _differing(before.places, after.places):
        yield _changed(before, after, path, Group.PLACES)


def _differing(one: Leaves, other: Leaves) -> Iterator[str]:
    """Paths at which the leaves differ; what is null on one side and an object on the other differs as a whole."""
    for path in dict.fromkeys((*one, *other)):
        if path in one and path in other:
            if one[path] != other[path]:
                yield path
        elif not _stands_in(path, other if path in one else one):
            yield path


def _stands_in(path: str, leaves: Leaves) -> bool:
    """Something above the path is a leaf."""
    while path := path.rpartition("/")[0]:
        if path in leaves:
            return True
    return False


def _changed(before: Entry, after: Entry, path: str, group: Group) -> Difference:
    one, other = _side(before, path), _side(after, path)
    return Difference(Kind.CHANGED, group, _layer(one), one, other)


def _side(entry: Entry, path: str) -> Side:
    return Side(entry.pointer + path, entry.at(path), entry.evidence_of(path))


def _layer(side: Side) -> str:
    return side.pointer.split("/")[1]


def _group(pointer: str) -> Group:
    return _GROUPS.get(pointer.split("/")[1], Group.VALUES)
