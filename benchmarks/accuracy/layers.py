"""In: nothing. Out: the table of layers, each with what identifies a fact in it and what is compared once it is found.

A fact of the gold and a fact of the record are the same fact when they agree in the identity below, after folding.
They are paired in reading order (alignment.py), so that equal facts that are printed several times count once each:
first the pairs that are right, then the others; among several candidates the one that agrees in most fields is taken.
A pair is RIGHT when every field under "right when" agrees too, else it is WRONG; fields under "reported apart" never
decide. Right facts alone count: precision = right / given, recall = right / gold, F1 = 2 right / (given + gold).

layer          same fact when                              right when                        reported apart
metadata       same slot (title, kind, published,          value (a date with its precision)
               publication code, programme, period start,
               period end); each area and each partner by
               its name. Null against null is no fact
documents      kind of part                                title, published, precision
sections       title (alignment prefers kind, number)      kind, number, level               part, role
key_messages   text                                        kind, number, section             part
evaluations    indicator and area                          status, grade, part               name, year, reason
proportions    quote (of a percentage without its tally)   form, quantifier, relation,       population, category,
               and sentence, which may lie inside gold's   value                             grade, measure, count,
                                                                                             total, statement,
                                                                                             section, part
evidence_base  count, and activity or overlapping quotes   activity, population, relation    part
glossary       term                                        definition                        part
tables         title, or first row, or last row            title, header, number of rows,    part
                                                           first row, last row
actions        ref, or issue where one has no ref          statement, issue, task, expected  part
                                                           outcome, owner, monitoring,
                                                           timescale
conclusion     confident; action plan requested, where     value
               true; each reason by its text
quotations     opening or closing words                    speaker, role, opening, closing
grade_counts   count, grade and area                       total                             part
worded_conclusions  what it is about, and area             text                              part
progress       text and area                               subject                           part

A part is compared by its kind (committee_paper, inspection_report, …), never by its number. Headings of kind preamble,
entries of the evidence base without a count, and null or false where gold has the same are no facts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .fact import Fact, Field, Layer, Value, same_value
from .folding import ends_with, fold, percentage_core, sentence_lies_in, starts_with

Same = Callable[[Fact, Fact], bool]


def _by(*names: str) -> Same:
    """Identity by values that all agree."""
    return lambda gold, given: all(same_value(gold.values.get(name), given.values.get(name)) for name in names)


def _by_any(*names: str) -> Same:
    """Identity by one value that is there and agrees."""
    return lambda gold, given: any(
        bool(gold.values.get(name)) and same_value(gold.values.get(name), given.values.get(name)) for name in names
    )


def _same_phrase(gold: Fact, given: Fact) -> bool:
    core = percentage_core(given.text("quote"))
    return (
        bool(core)
        and core == percentage_core(gold.text("quote"))
        and core in fold(given.text("sentence"))
        and sentence_lies_in(given.text("sentence"), gold.text("sentence"))
    )


def _same_figure(gold: Fact, given: Fact) -> bool:
    if gold.values["count"] != given.values["count"]:
        return False
    one, other = fold(gold.text("quote")), fold(given.text("quote"))
    overlap = bool(one and other) and (one in other or other in one)
    return overlap or same_value(gold.values["activity"], given.values["activity"])


def _same_action(gold: Fact, given: Fact) -> bool:
    if gold.values.get("ref") and given.values.get("ref"):
        return same_value(gold.values["ref"], given.values["ref"])
    return bool(gold.values.get("issue")) and same_value(gold.values["issue"], given.values.get("issue"))


def _same_words(gold: Fact, given: Fact) -> bool:
    return _opens(gold.values["opening"], given.values["opening"]) or _closes(
        gold.values["closing"], given.values["closing"]
    )


def _opens(gold: Value, given: Value) -> bool:
    return starts_with(str(given or ""), str(gold or ""))


def _closes(gold: Value, given: Value) -> bool:
    return ends_with(str(given or ""), str(gold or ""))


def _fields(*names: str, apart: tuple[str, ...] = (), rated: tuple[str, ...] = ()) -> tuple[Field, ...]:
    deciding = tuple(Field(name) for name in names)
    return (
        deciding
        + tuple(Field(name, counts=False, rated=True) for name in rated)
        + tuple(Field(name, counts=False) for name in apart)
    )


_TABLE = (
    Layer("metadata", "slot; areas and partners by name", _by("slot", "name"), _fields("value"), ("slot", "value")),
    Layer("documents", "kind of part", _by("kind"), _fields("title", "published", "precision"), ("kind", "title")),
    Layer("sections", "title", _by("title"), _fields("kind", "number", "level", apart=("part", "role")),
          ("kind", "number", "title")),
    Layer("key_messages", "text", _by("text"), _fields("kind", "number", "section", apart=("part",)),
          ("kind", "number", "section", "text")),
    Layer("evaluations", "indicator and area", _by("indicator", "area"),
          _fields("status", "grade", "part", apart=("name", "year", "reason")),
          ("indicator", "area", "status", "grade")),
    Layer("proportions", "quote and sentence", _same_phrase,
          _fields("form", "quantifier", "relation", "value", rated=("population", "category", "grade"),
                  apart=("measure", "count", "total", "statement", "section", "part")),
          ("quote", "sentence")),
    Layer("evidence_base", "count, and activity or quote", _same_figure,
          _fields("activity", "population", "relation", apart=("part",)),
          ("activity", "population", "count", "quote")),
    Layer("glossary", "term", _by("term"), _fields("definition", apart=("part",)), ("term", "definition")),
    Layer("tables", "title, first row or last row", _by_any("title", "first_row", "last_row"),
          _fields("title", "header", "rows", "first_row", "last_row", apart=("part",)),
          ("title", "header", "rows", "first_row")),
    Layer("actions", "ref, or issue without one", _same_action,
          _fields("statement", "issue", "task", "expected_outcome", "owner", "monitoring", "timescale",
                  apart=("part",)),
          ("ref", "issue")),
    Layer("conclusion", "slot; reasons by text", _by("slot", "name"), _fields("value"), ("slot", "value")),
    Layer("grade_counts", "count, grade and area", _by("count", "grade", "area"), _fields("total", apart=("part",)),
          ("count", "grade", "area")),
    Layer("worded_conclusions", "about and area", _by("about", "area"), _fields("text", apart=("part",)),
          ("about", "text", "area")),
    Layer("progress", "text and area", _by("text", "area"), _fields("subject", apart=("part",)), ("text", "subject")),
    Layer("quotations", "opening or closing words", _same_words,
          (Field("speaker"), Field("role"), Field("opening", same=_opens), Field("closing", same=_closes)),
          ("speaker", "opening")),
)  # fmt: skip

LAYERS: Mapping[str, Layer] = {layer.name: layer for layer in _TABLE}
