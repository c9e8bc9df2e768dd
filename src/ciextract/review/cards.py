"""Values of a record come in, what the page says of each goes out: a head line, its place, its fields in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ciextract.review.fields import name_of
from ciextract.review.sections import NO_SECTION, NO_STATEMENT, Group, Sections
from ciextract.review.values import Value
from ciextract.verdicts import Fields, Kind, Leaf

_HEAD_LENGTH = 140


@dataclass(frozen=True, slots=True)
class Card:
    """A value as the page shows it; ``fields`` are name and words of what is neither null nor the head line."""

    number: int
    value: Value
    name: str
    head: str
    section: Group
    statement: Group
    fields: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def quote(self) -> str:
        """The words of the evidence; empty where the head line or the rows of a table have them already."""
        quote = self.value.evidence.quote if self.value.evidence else ""
        return "" if self.rows or " ".join(quote.split()) == self.head else quote

    @property
    def place(self) -> str:
        """Page or line, in words; empty where neither is known."""
        evidence = self.value.evidence
        if evidence is None:
            return "no place in the text"
        if evidence.page is not None:
            return f"page {evidence.page}"
        return "" if evidence.line is None else f"line {evidence.line}"


def card(number: int, value: Value, sections: Sections) -> Card:
    """The card of a value."""
    head = _short(_HEADS[value.kind](value.fields)) or name_of(value.kind)
    evidence = value.evidence
    quote = evidence.quote if evidence else None
    statement = value.fields.get("statement")
    section = sections.section_at(evidence.start) if evidence else NO_SECTION
    around = sections.statement_at(evidence.start) if evidence else NO_STATEMENT
    if isinstance(statement, int) and around == NO_STATEMENT:
        around = sections.statement(statement)
    fields = tuple(
        (field_name(name), _said(leaf))
        for name, leaf in value.fields.items()
        if leaf not in (None, "", []) and not isinstance(leaf, list) and leaf not in (head, quote)
    )
    return Card(number, value, name_of(value.kind), head, section, around, fields, _rows(value.fields))


def field_name(name: str) -> str:
    """A field's name for people: ``population.category`` is population: category."""
    return name.replace(".", ": ").replace("_", " ")


def words(name: object) -> str:
    """A word of the record's as words: ``very_good`` is very good."""
    return "" if name is None else str(name).replace("_", " ")


def _said(leaf: Leaf) -> str:
    if isinstance(leaf, bool):
        return "yes" if leaf else "no"
    return f"{leaf:g}" if isinstance(leaf, float) else str(leaf)


def _rows(fields: Fields) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, its head first."""
    header, rows = fields.get("header"), fields.get("rows")
    held = [header, *rows] if isinstance(rows, list) and header is not None else []
    return tuple(tuple(map(str, row)) for row in held if isinstance(row, list))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _HEAD_LENGTH else f"{text[: _HEAD_LENGTH - 1].rstrip()}…"


def _joined(*each: object, by: str = " ") -> str:
    return by.join(text for text in map(words, each) if text)


def _evaluation(fields: Fields) -> str:
    of = _joined(fields["indicator"], fields["area.name"], fields["year"], by=", ")
    return _joined(of, fields["grade"] or fields["status"], by=": ")


def _figure(fields: Fields) -> str:
    whom = fields["population.text"] or words(fields["population.category"])
    return _joined(_joined(fields["activity"]).capitalize(), _joined(fields["count"], whom), by=": ")


def _conclusion(fields: Fields) -> str:
    confident = "Confident" if fields["confident"] else "Not confident"
    said = confident if fields["confident"] is not None else "Says nothing of confidence"
    return _joined(said, "action_plan_requested" if fields["action_plan_requested"] else "", by=", ")


def _of(*names: str, by: str = " – ") -> Callable[[Fields], str]:
    return lambda fields: by.join(str(fields[name]) for name in names if fields[name] is not None)


_HEADS: Mapping[Kind, Callable[[Fields], str]] = {
    Kind.TITLE: _of("title"),
    Kind.PUBLISHED: _of("date"),
    Kind.PUBLICATION_CODE: _of("publication_code"),
    Kind.AREAS: _of("name"),
    Kind.PERIOD: _of("start", "end"),
    Kind.PARTNERS: _of("name"),
    Kind.EVALUATIONS: _evaluation,
    Kind.KEY_MESSAGES: _of("text"),
    Kind.PROPORTIONS: _of("quote", "population.text"),
    Kind.EVIDENCE_BASE: _figure,
    Kind.ACTIONS: lambda fields: _joined(fields["ref"], fields["task"] or fields["issue"], by=" – "),
    Kind.CONCLUSION: _conclusion,
    Kind.REASONS: _of("text"),
    Kind.QUOTATIONS: _of("speaker", "text", by=": "),
    Kind.TABLES: _of("title"),
    Kind.GLOSSARY: _of("term"),
}
