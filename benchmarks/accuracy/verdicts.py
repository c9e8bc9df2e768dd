"""In: a folder of verdicts that reviewers saved, and the documents they are of. Out: cases whose gold the verdicts are.

A layer is annotated where every value that its record had was judged, or where it had none and values were added.
Accepted, corrected and added values are its facts: recall is as good as the reviewer's eye for what was missed.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ciextract.errors import CiextractError
from ciextract.review.completing import completed
from ciextract.validation import load_verdicts
from ciextract.verdicts import Fields, Verdict, Verdicts

from .cases import Case
from .entry import Entry, OddValueError
from .fact import Fact
from .gold import Gold
from .layers import LAYERS
from .record_facts import record_facts

GROUP = "reviewed"
_NOT_STATED = {"part", "section"}
"""Values that verdicts do not name; the section of a key message follows from its statement, which they do."""


def reviewed_cases(folder: Path) -> Iterator[Case]:
    """The cases of a folder; a file of verdicts finds its document by the sha256, wherever below the folder it lies."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    documents = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in files if path.suffix != ".json"}
    for path in (each for each in files if each.suffix == ".json"):
        said = _load(path)
        if said.reviewed.sha256 not in documents:
            what = f"no such document under {folder}: {said.reviewed.file_name}"
            raise OddValueError(str(path), "reviewed.sha256", what)
        yield Case(GROUP, gold_of(said, path), documents[said.reviewed.sha256])


def gold_of(said: Verdicts, path: Path) -> Gold:
    """The facts of the layers that were reviewed whole."""
    judged = Counter(str(verdict.kind) for verdict in said.verdicts if verdict.verdict != "added")
    counts = {str(verdict.kind): 0 for verdict in said.verdicts} | {str(k): n for k, n in said.reviewed.values.items()}
    layers = [kind for kind, count in counts.items() if kind in LAYERS and judged[kind] == count]
    judged_right = [verdict for verdict in said.verdicts if verdict.verdict in ("accepted", "corrected")]
    kept = judged_right + [verdict for verdict in said.verdicts if _is_new(verdict, judged_right)]
    record = {kind: [_entry(verdict) for verdict in kept if verdict.kind == kind] for kind in layers}
    facts = record_facts(Entry(str(path), "", record))
    return Gold(path.stem, path, None, {kind: tuple(_stated(kind, fact) for fact in facts[kind]) for kind in layers})


def _load(path: Path) -> Verdicts:
    try:
        return load_verdicts(path.read_text(encoding="utf-8"))
    except (CiextractError, UnicodeDecodeError) as error:
        raise OddValueError(str(path), "(the whole file)", str(error)) from None


def _is_new(verdict: Verdict, known: Sequence[Verdict]) -> bool:
    """Whether a verdict adds a value that the reviewed record did not have: a later record may have it."""
    named, fields = _name(verdict), _fields(verdict)
    same = (other for other in known if _name(other) == named)
    has = any(all(_fields(other).get(name) == leaf for name, leaf in fields.items()) for other in same)
    return verdict.verdict == "added" and not has


def _name(verdict: Verdict) -> tuple[str, str, int]:
    return str(verdict.kind), verdict.quote, verdict.occurrence


def _fields(verdict: Verdict) -> Fields:
    """The value's fields as the reviewer left them."""
    added = completed(verdict.kind, verdict.added, verdict.quote) if verdict.verdict == "added" else {}
    return verdict.seen | verdict.corrected | added


def _entry(verdict: Verdict) -> Mapping[str, object]:
    """A value as the reviewer left it, in the shape of a record's entry."""
    entry: dict[str, object] = {"evidence": {"quote": verdict.quote}}
    inner: dict[str, dict[str, object]] = {}
    for name, leaf in _fields(verdict).items():
        outer, _, field = name.rpartition(".")
        (inner.setdefault(outer, {}) if outer else entry)[field] = leaf
    absent: dict[str, object] = dict.fromkeys(inner)
    held = {name: fields for name, fields in inner.items() if any(leaf is not None for leaf in fields.values())}
    return entry | absent | held


def _stated(kind: str, fact: Fact) -> Fact:
    unknown = _NOT_STATED - ({"section"} if kind == "key_messages" else set())
    return replace(fact, values={name: value for name, value in fact.values.items() if name not in unknown})
