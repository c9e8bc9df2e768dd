"""In: a record as plain JSON. Out: its facts, layer by layer, in the shape that gold is brought to.

Nothing is corrected: what the record says is what is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from .entry import Entry
from .fact import Fact, Facts, Value
from .folding import unquoted
from .forms import cells, dated, grade_range, named_facts, percent, said, slot_facts


@dataclass(frozen=True, slots=True)
class Outline:
    """The record's parts and section titles, to which its entries point."""

    kinds: tuple[str | None, ...]
    titles: Mapping[str, str | None]

    def part(self, entry: Entry) -> str | None:
        """The kind of the part that an entry stands in."""
        at = entry.whole("document")
        if at is None:
            return self.kinds[0] if len(self.kinds) == 1 else None
        return self.kinds[at] if 0 <= at < len(self.kinds) else None


Maker = Callable[[Entry, Outline], Mapping[str, Value]]


def record_facts(record: Entry) -> Facts:
    """The facts of a record, by layer; a layer that the record lacks has none."""
    outline = _outline(record)
    facts = {"metadata": tuple(_metadata(record)), "documents": tuple(map(_document, record.entries("documents")))}
    for name, make in _MAKERS.items():
        entries = (entry for entry in record.entries(name) if _scored(name, entry))
        facts[name] = tuple(Fact(_place(it), {**make(it, outline), "part": outline.part(it)}) for it in entries)
    conclusion = record.child("conclusion")
    facts["conclusion"] = tuple(_conclusion(conclusion)) if conclusion else ()
    return facts


def looked_for(record: Entry, layer: str) -> bool:
    """Whether the record says that it looked for a layer; without such a list it looked for all of them."""
    return not record.has("looked_for") or layer in ("metadata", "documents", *record.texts("looked_for"))


def _outline(record: Entry) -> Outline:
    kinds = tuple(part.text("kind") for part in record.entries("documents"))
    sections = (section for section in record.entries("sections") if section.text("kind") != "preamble")
    return Outline(kinds, {section.needed("id"): section.text("title") for section in sections})


def _scored(layer: str, entry: Entry) -> bool:
    if layer == "sections":
        return entry.text("kind") != "preamble"
    return layer != "evidence_base" or entry.whole("count") is not None


def _place(entry: Entry) -> str:
    evidence = entry.child("evidence")
    start = evidence.whole("start") if evidence else entry.whole("start")
    return entry.path if start is None else f"{entry.path} at {start}"


def _published(part: Entry) -> tuple[str | None, str | None]:
    published = part.child("published")
    return (published.text("date"), published.text("precision")) if published else (None, None)


def _document(part: Entry) -> Fact:
    date, precision = _published(part)
    values = {"kind": part.text("kind"), "title": part.text("title"), "published": date, "precision": precision}
    return Fact(_place(part), values)


def _metadata(record: Entry) -> Iterator[Fact]:
    parts, inspection = record.entries("documents"), record.child("inspection")
    if parts:
        slots = {name: parts[0].text(name) for name in ("title", "kind", "publication_code")}
        yield from slot_facts({**slots, "published": dated(*_published(parts[0]))}, _place(parts[0]))
    if inspection:
        yield from _inspection(inspection)


def _inspection(inspection: Entry) -> Iterator[Fact]:
    period = inspection.child("period")
    slots = {"programme": inspection.text("programme")}
    if period:
        slots |= {"period_start": period.text("start"), "period_end": period.text("end")}
    yield from slot_facts(slots, inspection.path)
    yield from named_facts("area", _names(inspection, "areas"), f"{inspection.path}.areas")
    yield from named_facts("partner", _names(inspection, "partners"), f"{inspection.path}.partners")


def _names(inspection: Entry, key: str) -> tuple[str, ...]:
    return tuple(entry.needed("name") for entry in inspection.entries(key))


def _conclusion(entry: Entry) -> Iterator[Fact]:
    requested = said(entry.truth("action_plan_requested") or None)
    slots = {"confident": said(entry.truth("confident")), "action_plan_requested": requested}
    yield from slot_facts(slots, _place(entry))
    for reason in entry.entries("reasons"):
        yield from named_facts("reason", (reason.needed("text"),), _place(reason))


def _texts(entry: Entry, *names: str) -> dict[str, Value]:
    return {name: entry.text(name) for name in names}


def _title(entry: Entry, outline: Outline) -> str | None:
    section = entry.text("section")
    return None if section is None else outline.titles.get(section)


def _section(entry: Entry, _: Outline) -> Mapping[str, Value]:
    return _texts(entry, "kind", "number", "title", "role") | {"level": entry.whole("level")}


def _key_message(entry: Entry, _: Outline) -> Mapping[str, Value]:
    statement = entry.text("statement")
    section = "document" if statement is None else f"statement_{statement}"
    return _texts(entry, "kind", "number", "text") | {"section": section}


def _evaluation(entry: Entry, _: Outline) -> Mapping[str, Value]:
    values = _texts(entry, "indicator", "status", "grade", "year", "reason")
    return values | {"area": _area(entry), "name": entry.text("indicator_name")}


def _proportion(entry: Entry, outline: Outline) -> Mapping[str, Value]:
    values = _texts(entry, "quote", "sentence", "form", "quantifier", "relation", "measure", "statement")
    population = entry.child("population")
    values |= _texts(population, "text", "category") if population else {}
    values["population"] = values.pop("text", None)
    values |= {"count": entry.whole("count"), "total": entry.whole("total"), "value": _share(entry)}
    return values | {"grade": grade_range(entry.child("grade")), "section": _title(entry, outline)}


def _share(entry: Entry) -> str | None:
    form, fraction = entry.text("form"), entry.text("fraction")
    if form == "percentage":
        return percent(entry.decimal("value"))
    if form == "tally":
        return f"{entry.text('count')}/{entry.text('total')}"
    return str(Fraction(fraction)) if form == "fraction" and fraction else None


def _figure(entry: Entry, _: Outline) -> Mapping[str, Value]:
    population, evidence = entry.child("population"), entry.child("evidence")
    values = _texts(entry, "activity", "relation") | {"count": entry.whole("count")}
    values["population"] = population.text("category") if population else None
    return values | {"quote": evidence.text("quote") if evidence else None}


def _glossary(entry: Entry, _: Outline) -> Mapping[str, Value]:
    return _texts(entry, "term", "definition")


def _table(entry: Entry, _: Outline) -> Mapping[str, Value]:
    rows = tuple(map(cells, entry.rows("rows")))
    ends = {"first_row": rows[0] if rows else (), "last_row": rows[-1] if rows else ()}
    header = cells(entry.texts("header")) if entry.values.get("header") else ()
    return {"title": entry.text("title"), "header": header, "rows": len(rows), **ends}


def _action(entry: Entry, _: Outline) -> Mapping[str, Value]:
    return _texts(entry, "ref", "statement", "issue", "task", "expected_outcome", "owner", "monitoring", "timescale")


def _area(entry: Entry) -> str | None:
    area = entry.child("area")
    return area.text("name") if area else None


def _grade_count(entry: Entry, _: Outline) -> Mapping[str, Value]:
    return _texts(entry, "count", "grade", "total") | {"area": _area(entry)}


def _worded_conclusion(entry: Entry, _: Outline) -> Mapping[str, Value]:
    return _texts(entry, "about", "text") | {"area": _area(entry)}


def _progress(entry: Entry, _: Outline) -> Mapping[str, Value]:
    return _texts(entry, "text", "subject") | {"area": _area(entry)}


def _quotation(entry: Entry, _: Outline) -> Mapping[str, Value]:
    words = unquoted(entry.text("text") or "")
    return _texts(entry, "speaker", "role") | {"opening": words, "closing": words}


_MAKERS: Mapping[str, Maker] = {
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
