"""An examined document and a pointer or a piece of text in, why the record says what it says out. Nothing is printed.

A pointer is explained by its value, rules and places; a piece of text by the values that it touches and by what was
declined in it; without either, what was found and what was declined are counted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ciextract.document import Span
from ciextract.explain.declines import declined
from ciextract.explain.places import Place, Touching, place_of, spans_of
from ciextract.explain.rules import RuleWords, rule_words
from ciextract.explain.values import Explained, NoSuchPlace, Values, signed
from ciextract.extractors.finding import Declined

if TYPE_CHECKING:
    from ciextract.pipeline import Examined

__all__ = [
    "Decline", "Explained", "Found", "NoSuchPlace", "NotFound", "Place", "RuleWords", "Searched", "Summary", "explain",
    "explain_text", "rule_words", "summary",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decline:
    """What gave no value: why, the addresses of the rules that looked or stopped it, its place."""

    why: str
    rules: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Searched:
    """A piece of text: where it stands, the values that it touches, what was declined in its sentences."""

    text: str
    places: tuple[Place, ...]
    values: tuple[Explained, ...]
    declined: tuple[Decline, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """How often a rule gave an entry of a layer."""

    layer: str
    rule: str
    count: int


@dataclass(frozen=True, slots=True)
class NotFound:
    """How often something was declined for a reason."""

    why: str
    rules: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A record's entries by layer and rule, and what was declined by reason."""

    record_id: str
    values: tuple[Found, ...]
    declined: tuple[NotFound, ...]


def explain(examined: Examined, path: str | None) -> Explained | Searched | Summary:
    """What a path says: a JSON Pointer begins with '/', other words are a piece of the text. Raises NoSuchPlace."""
    if not path:
        return summary(examined)
    return Values(examined).explain(path) if path.startswith("/") else explain_text(examined, path)


def explain_text(examined: Examined, piece: str) -> Searched:
    """The values whose evidence or sentence the piece touches, and what was declined there. Raises NoSuchPlace."""
    reading = examined.reading
    spans = spans_of(reading.document.text, piece)
    if not spans:
        raise NoSuchPlace(
            f"the text does not hold {piece!r}", "give words of the document, or a pointer such as /evaluations/0"
        )
    values, touching = Values(examined), Touching(reading, spans)
    pointers = [
        one.pointer
        for one in signed(examined.record)
        if any(touching.touches(Span(each.start, each.end)) for each in one.evidence)
    ]
    return Searched(
        piece,
        tuple(place_of(reading, span) for span in spans),
        tuple(values.explain(pointer) for pointer in pointers),
        tuple(
            Decline(one.why, one.rules, place_of(reading, one.span))
            for one in _declined(examined)
            if touching.touches(one.span)
        ),
    )


def summary(examined: Examined) -> Summary:
    """The entries of a record counted by layer and rule, and what was declined by reason, the most frequent first."""
    found = Counter(Values(examined).rules_by_layer())
    layers = list(dict.fromkeys(layer for layer, _ in found))
    ordered = sorted(found.items(), key=lambda pair: (layers.index(pair[0][0]), -pair[1], pair[0][1]))
    reasons = Counter((one.why, one.rules) for one in _declined(examined))
    return Summary(
        examined.record.record_id,
        tuple(Found(layer, rule, count) for (layer, rule), count in ordered),
        tuple(NotFound(why, rules, count) for (why, rules), count in reasons.most_common()),
    )


def _declined(examined: Examined) -> list[Declined]:
    return declined(examined.reading, examined.findings, examined.record.evaluations)
