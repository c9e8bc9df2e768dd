"""In: a gold file (YAML). Out: its facts, layer by layer, or an error that names file, line and key.

A layer whose key is not in the file is not annotated and is not scored; ``[]`` says that there is nothing to find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import yaml

from .corrections import corrected
from .entry import Entry, OddValueError
from .fact import Fact, Facts, Value
from .folding import unquoted
from .forms import cells, dated, grade_range, named_facts, percent, said, slot_facts
from .gold_shape import LISTS, check_gold, section_of

FULL_PAPER = ("committee_paper", "inspection_report", "improvement_plan")
_PRECISION = {4: "year", 7: "month", 10: "day"}  # by the length of an ISO date


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file: its name, the documents it names as its source, and its facts."""

    name: str
    path: Path
    source: str | None
    facts: Facts


@dataclass(frozen=True, slots=True)
class Parts:
    """The kind of document behind a part number, by the file's own numbering."""

    kinds: Mapping[int, str]
    only: str | None

    def kind_of(self, entry: Entry) -> str:
        """The kind of the part that an entry stands in."""
        number = entry.whole("part")
        if number is None and self.only is not None:
            return self.only
        if number is None:
            raise entry.odd("part", "is missing; this gold has several parts")
        if number not in self.kinds:
            raise entry.odd("part", f"unknown part {number}; known are {sorted(self.kinds)}")
        return self.kinds[number]


class _Lined(dict[str, object]):
    """A mapping that remembers its line, from 1."""

    line: int = 0


class _Loader(yaml.SafeLoader):
    """Safe loading that keeps lines and refuses a key written twice."""


def _lined_mapping(loader: _Loader, node: yaml.MappingNode) -> _Lined:
    keys = [loader.construct_object(key) for key, _ in node.value]
    twice = {str(key) for key in keys if keys.count(key) > 1}
    if twice:
        raise yaml.constructor.ConstructorError(None, None, f"key written twice: {min(twice)}", node.start_mark)
    made = _Lined({str(key): value for key, value in loader.construct_mapping(node, deep=True).items()})
    made.line = node.start_mark.line + 1
    return made


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _lined_mapping)


def load_gold(path: Path, name: str, document: Path | None = None) -> Gold:
    """The facts of one gold file, shown to people under this name, as they are scored against the document."""
    gold = _read(path)
    if document is not None:
        gold = Entry(str(path), "", corrected(gold.values, name, document))
    check_gold(gold)
    return Gold(name, path, gold.text("source"), gold_facts(gold))


def _read(path: Path) -> Entry:
    try:
        values = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # a SafeLoader
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise OddValueError(str(path), "(the whole file)", f"is not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(values, Mapping) or not values:
        raise OddValueError(str(path), "(the whole file)", "is empty or no mapping; expected the keys of the README")
    return Entry(str(path), "", values)


def gold_facts(gold: Entry) -> Facts:
    """The facts of a checked gold file, by layer."""
    parts = _parts(gold)
    facts = {"metadata": tuple(_metadata(gold)), "documents": tuple(map(_document, _documents(gold)))}
    for name, make in _MAKERS.items():
        if gold.has(name):
            entries = (entry for entry in gold.entries(name) if _scored(name, entry))
            facts[name] = tuple(Fact(_place(it), {**make(it), **_part(name, it, parts)}) for it in entries)
    if gold.has("conclusion"):
        facts["conclusion"] = tuple(_conclusion(section_of(gold, "conclusion")))
    return facts


def _parts(gold: Entry) -> Parts:
    """Numbers are places in ``parts``, unless one lies beyond them: then the file counts as the full paper does."""
    kinds = [entry.needed("kind") for entry in _documents(gold)]
    used = [entry.whole("part") or 1 for name in LISTS for entry in gold.entries(name)]
    order = FULL_PAPER if max(used, default=1) > len(kinds) else kinds
    numbered = {at: kind for at, kind in enumerate(order, 1) if kind in kinds}
    return Parts(numbered, kinds[0] if len(kinds) == 1 else None)


def _documents(gold: Entry) -> tuple[Entry, ...]:
    return gold.entries("parts") or (section_of(gold, "document"),)


def _scored(layer: str, entry: Entry) -> bool:
    return layer != "evidence_base" or entry.whole("count") is not None


def _part(layer: str, entry: Entry, parts: Parts) -> Mapping[str, Value]:
    if layer == "quotations" and not entry.has("part"):  # the format does not ask for it there
        return {}
    return {"part": parts.kind_of(entry)}


def _place(entry: Entry) -> str:
    return f"gold line {entry.line}"


def _published(document: Entry) -> tuple[str | None, str | None]:
    date = document.text("published")
    if date is None:
        return None, None
    precision = document.text("precision") or _PRECISION.get(len(date))
    if precision is None:
        raise document.odd("published", f"expected 2022, 2022-06 or 2022-06-07, got {date!r}")
    return date, precision


def _document(document: Entry) -> Fact:
    date, precision = _published(document)
    values = {"kind": document.needed("kind"), "title": document.text("title")}
    return Fact(_place(document), {**values, "published": date, "precision": precision})


def _metadata(gold: Entry) -> Iterator[Fact]:
    document, inspection = section_of(gold, "document"), section_of(gold, "inspection")
    period = inspection.child("period")
    slots = {
        "title": document.text("title"),
        "kind": document.text("kind"),
        "published": dated(*_published(document)),
        "publication_code": document.text("publication_code"),
        "programme": inspection.text("programme"),
        "period_start": period.text("start") if period else None,
        "period_end": period.text("end") if period else None,
    }
    yield from slot_facts(slots, _place(document))
    yield from named_facts("area", inspection.texts("areas"), _place(inspection))
    yield from named_facts("partner", inspection.texts("partners"), _place(inspection))


def _conclusion(entry: Entry) -> Iterator[Fact]:
    requested = said(entry.truth("action_plan_requested") or None)  # false is the absence of a request
    slots = {"confident": said(entry.truth("confident")), "action_plan_requested": requested}
    yield from slot_facts(slots, _place(entry))
    yield from named_facts("reason", entry.texts("reasons"), _place(entry))


def _section(entry: Entry) -> Mapping[str, Value]:
    values: dict[str, Value] = {name: entry.text(name) for name in ("kind", "number", "title", "role")}
    return {**values, "level": entry.whole("level")}


def _key_message(entry: Entry) -> Mapping[str, Value]:
    section = entry.needed("section")
    if not re.fullmatch(r"document|statement_\d+", section):
        raise entry.odd("section", f"expected document or statement_1 …, got {section!r}")
    return {name: entry.text(name) for name in ("kind", "number", "section")} | {"text": entry.needed("text")}


def _evaluation(entry: Entry) -> Mapping[str, Value]:
    always = {name: entry.text(name) for name in ("indicator", "area", "status", "grade")}
    return always | {name: entry.text(name) for name in ("name", "year", "reason") if entry.has(name)}


def _proportion(entry: Entry) -> Mapping[str, Value]:
    names = ("quote", "sentence", "form", "quantifier", "relation", "population", "category")
    values: dict[str, Value] = {name: entry.text(name) for name in names}
    values |= {name: entry.text(name) for name in ("section", "statement") if entry.has(name)}
    if entry.text("form") != "tally":  # the value of a tally is its count and total
        values |= {"count": entry.whole("count"), "total": entry.whole("total")}
    measure = entry.text("measure") or "share"
    return values | {"value": _share(entry), "grade": grade_range(entry.child("grade")), "measure": measure}


def _share(entry: Entry) -> str | None:
    form = entry.text("form")
    if form == "percentage":
        return percent(entry.decimal("value"))
    return str(Fraction(entry.needed("value"))) if form == "fraction" else entry.text("value")


def _figure(entry: Entry) -> Mapping[str, Value]:
    values: dict[str, Value] = {name: entry.text(name) for name in ("activity", "population", "quote")}
    return values | {"count": entry.whole("count"), "relation": entry.text("relation") or "exactly"}


def _glossary(entry: Entry) -> Mapping[str, Value]:
    return {"term": entry.needed("term"), "definition": entry.needed("definition")}


def _table(entry: Entry) -> Mapping[str, Value]:
    values: dict[str, Value] = {"title": entry.text("title"), "rows": entry.whole("rows")}
    values["header"] = cells(entry.texts("header"))
    return values | {name: cells(entry.texts(name)) for name in ("first_row", "last_row") if entry.has(name)}


def _action(entry: Entry) -> Mapping[str, Value]:
    names = ("ref", "statement", "issue", "task", "expected_outcome", "owner", "monitoring", "timescale")
    return {name: entry.text(name) for name in names}


def _grade_count(entry: Entry) -> Mapping[str, Value]:
    return {name: entry.text(name) for name in ("count", "grade", "total", "area")}


def _worded_conclusion(entry: Entry) -> Mapping[str, Value]:
    return {name: entry.text(name) for name in ("about", "text", "area")}


def _progress(entry: Entry) -> Mapping[str, Value]:
    return {name: entry.text(name) for name in ("text", "subject", "area")}


def _quotation(entry: Entry) -> Mapping[str, Value]:
    words = {"opening": unquoted(entry.needed("text_start")), "closing": unquoted(entry.needed("text_end"))}
    return {"speaker": entry.needed("speaker"), "role": entry.text("role"), **words}


_MAKERS: Mapping[str, Callable[[Entry], Mapping[str, Value]]] = {
    "sections": _section,
    "key_messages": _key_message,
    "evaluations": _evaluation,
    "proportions": _proportion,
    "evidence_base": _figure,
    "glossary": _glossary,
    "tables": _table,
    "actions": _action,
    "grade_counts": _grade_count,
    "worded_conclusions": _worded_conclusion,
    "progress": _progress,
    "quotations": _quotation,
}
