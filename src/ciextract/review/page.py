"""A record, its document and pictures of its pages come in, one HTML page to review them goes out; it loads nothing.

Nothing from the document becomes markup: the template escapes it, and what the script needs stands in blocks of JSON.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ciextract.as_json import json_text
from ciextract.document import Document, Span
from ciextract.read.paged.images import MEDIA_TYPE, PageImage
from ciextract.record import Check, Evidence, Record
from ciextract.review.asking import for_adding, forms
from ciextract.review.cards import Card, card, words
from ciextract.review.fields import fields_of, name_of
from ciextract.review.places import Marked, boxes_by_page, marked, stands
from ciextract.review.sections import Sections
from ciextract.review.values import Value, values_of
from ciextract.shape import Json
from ciextract.unseen import escape_unseen
from ciextract.verdicts import KNOWN_VERDICTS, VERDICTS_VERSION, Kind

SCRIPTS = ("pages.js", "values.js", "verdicts.js", "finding.js", "adding.js", "keys.js")
STYLE = "review.css"
_EDGE = 1.5
"""Points by which a box is drawn wider than its words."""
_LAYERS = {"documents", "inspection", "sections", "checks"}
"""Layers that are not lists of values of their own."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A box on a page, and the number of the value or place that it belongs to."""

    number: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    width: float
    height: float
    boxes: tuple[_Box, ...]
    picture: str


@dataclass(frozen=True, slots=True)
class _CheckShown:
    """A check with the numbers of its places and their pages."""

    check: Check
    places: tuple[tuple[int, str], ...]


def review_page(record: Record, document: Document, images: Iterable[PageImage] = ()) -> str:
    """The page; ``images`` are those of the document's pages, none for a document without pages."""
    values = values_of(record)
    sections = Sections(record)
    places = [value.evidence for value in values]
    checks = _checks(record, places)
    style, script = _part(STYLE), "\n".join(map(_part, SCRIPTS))
    return (
        _environment()
        .get_template("review.html")
        .render(
            record=record,
            policy=_policy(style, script),
            style=Markup(style),
            script=Markup(script),
            groups=_groups([card(number, value, sections) for number, value in enumerate(values)]),
            checks=checks,
            passed=sum(check.status == "pass" for check in record.checks),
            empty=[layer for layer in record.looked_for if layer not in _LAYERS and not getattr(record, layer, None)],
            misplaced=sum(place is not None and not stands(document, place) for place in places),
            pages=_pages(document, places, images),
            stretches=() if document.pages else _stretches(document, record, places),
            media_type=MEDIA_TYPE,
            text=document.text if document.pages else None,
            held=_block(_held(record, values) | for_adding(record, document)),
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("ciextract.review"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_seen,
    )
    environment.filters.update(words=words)
    return environment


def _seen(shown: object) -> object:
    """Text with characters that would be obeyed or hidden, as those that turn its direction, written as escapes."""
    if isinstance(shown, str) and not isinstance(shown, Markup):
        return escape_unseen(shown, lambda unseen: unseen.encode("unicode_escape").decode("ascii"), keep="\n\t")
    return shown


def _part(name: str) -> str:
    return (files("ciextract.review") / "templates" / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """What the page may do: pictures from itself, and this one style and script."""
    allowed = {"style-src": style, "script-src": script}
    hashed = "; ".join(f"{name} '{_hash(text)}'" for name, text in allowed.items())
    rest = "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    return f"default-src 'none'; img-src data:; {hashed}; {rest}"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _block(value: Json) -> Markup:
    """JSON that can stand in a block of a page: nothing in it ends the block."""
    return Markup(json_text(value, None).replace("<", "\\u003c").replace(">", "\\u003e"))


def _held(record: Record, values: Sequence[Value]) -> dict[str, Json]:
    """What the script needs: the head of a file of verdicts, the values' names and fields, the forms of fields."""
    counted = Counter(str(value.kind) for value in values)
    return {
        "schema_version": VERDICTS_VERSION,
        "known_versions": list(KNOWN_VERDICTS),
        "reviewed": {
            "record_id": record.record_id,
            "sha256": record.source.sha256,
            "file_name": record.source.file_name,
            "values": dict(counted),
        },
        "values": [
            {"kind": str(kind), "quote": quote, "occurrence": occurrence, "seen": _json(value)}
            for value in values
            for kind, quote, occurrence in [value.name]
        ],
        "fields": {kind: forms(fields_of(Kind(kind))) for kind in counted},
    }


def _json(value: Value) -> Json:
    return dict(value.fields.items())  # type: ignore[arg-type]  # a leaf is JSON


def _groups(cards: Sequence[Card]) -> list[tuple[str, list[Card]]]:
    """The cards of each kind, in the order of the text."""
    grouped = ((name_of(kind), [each for each in cards if each.value.kind is kind]) for kind in Kind)
    return [(name, sorted(group, key=_by_place)) for name, group in grouped if group]


def _by_place(shown: Card) -> tuple[int, int]:
    return (shown.value.evidence.start if shown.value.evidence else -1), shown.number


def _checks(record: Record, places: list[Evidence | None]) -> list[_CheckShown]:
    """Checks that failed or were not made, those that failed first; their evidence is added to the places."""
    shown = []
    for check in sorted(record.checks, key=lambda each: each.status):
        if check.status == "pass":
            continue
        numbered = []
        for evidence in check.evidence:
            numbered.append((len(places), "" if evidence.page is None else str(evidence.page)))
            places.append(evidence)
        shown.append(_CheckShown(check, tuple(numbered)))
    return shown


def _pages(document: Document, places: Sequence[Evidence | None], images: Iterable[PageImage]) -> Iterator[_Page]:
    boxes: dict[int, list[_Box]] = {}
    for number, evidence in enumerate(places):
        for page, found in boxes_by_page(document, evidence).items() if evidence else ():
            boxes.setdefault(page, []).extend(_box(number, *box) for box in found)
    for image in images:
        # The smaller above the larger, so that each can be clicked.
        drawn = sorted(boxes.get(image.number, ()), key=lambda box: -box.width * box.height)
        picture = base64.b64encode(image.picture or b"").decode()
        yield _Page(image.number, image.width, image.height, tuple(drawn), picture)


def _box(number: int, x0: float, top: float, x1: float, bottom: float) -> _Box:
    x, y = round(x0 - _EDGE, 1), round(top - _EDGE, 1)
    return _Box(number, x, y, round(x1 + _EDGE - x, 1), round(bottom + _EDGE - y, 1))


def _stretches(
    document: Document, record: Record, places: Sequence[Evidence | None]
) -> Iterator[tuple[int, list[Marked]]]:
    """The text cut where sections start, each with its level (0 where it begins no section) and marks."""
    length = len(document.text)
    spans = {
        number: Span(place.start, place.end) for number, place in enumerate(places) if place and stands(document, place)
    }
    levels = {section.start: section.level for section in record.sections if section.start < length}
    edges = sorted({0, *levels, length})
    for start, end in pairwise(edges):
        yield levels.get(start, 0), list(marked(document.text, spans, Span(start, end)))
