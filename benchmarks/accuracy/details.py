"""In: one scored document. Out: its faults as lines for a developer to read: what, where, and how the two differ."""

from __future__ import annotations

from collections.abc import Iterator

from .alignment import alike
from .fact import Fact, Layer, Value, same_value
from .folding import fold
from .scoring import DocumentScore, LayerScore, Pair

_WIDTH = 88  # characters of a text that are shown where it differs
_LABEL = 64  # characters of each text by which a fact is recognised
_LEAD = 28  # characters shown before the first difference of two long texts


def document_details(score: DocumentScore) -> Iterator[str]:
    """The faults of one document, layer by layer; one line where there are none."""
    title = f"{score.document}  [{score.group}, gold {score.gold}]"
    yield from ("", title, "=" * len(title))
    if score.failure:
        yield f"NO RECORD: {score.failure}"
        return
    lines = [line for layer in score.layers.values() for line in layer_details(layer)]
    faults = [f"  BROKEN EVIDENCE  {fault}" for fault in score.evidence.broken]
    faults += [f"  NO EVIDENCE      {place}" for place in score.evidence.absent]
    yield from [*lines, *([""] if lines and faults else []), *faults] or ["everything right"]


def layer_details(score: LayerScore) -> Iterator[str]:
    """The faults of one layer: missed, invented, nearly found (both at once), wrong, and differing apart from F1."""
    faulty = [pair for pair in score.pairs if pair.wrong]
    if not (faulty or score.missed or score.invented):
        return
    counts, layer = score.counts, score.layer
    yield (
        f"\n{layer.name}: {counts.right} of {counts.gold} right, {counts.wrong} wrong, "
        f"{counts.missed} missed, {counts.invented} invented"
    )
    near = alike([_whole(layer, fact) for fact in score.missed], [_whole(layer, fact) for fact in score.invented])
    paired, used = {at for at, _ in near}, {to for _, to in near}
    yield from _alone("MISSED  ", layer, [fact for at, fact in enumerate(score.missed) if at not in paired])
    yield from _alone("INVENTED", layer, [fact for to, fact in enumerate(score.invented) if to not in used])
    for at, to in near:
        yield from _near(layer, score.missed[at], score.invented[to])
    for pair in faulty:
        yield from _faulty(layer, pair)


def _alone(word: str, layer: Layer, facts: list[Fact]) -> Iterator[str]:
    for fact in facts:
        yield f"  {word}  {label(layer, fact)}  ({_whereabouts(fact)})"


def _near(layer: Layer, gold: Fact, given: Fact) -> Iterator[str]:
    yield f"  NEAR      {label(layer, gold)}  (missed at {gold.place}, invented at {given.place})"
    names = dict.fromkeys((*layer.shown, *(field.name for field in layer.compared(gold))))
    for name in names:
        if not same_value(gold.values.get(name), given.values.get(name)):
            yield from _difference(name, gold.values.get(name), given.values.get(name))


def _faulty(layer: Layer, pair: Pair) -> Iterator[str]:
    word = "DIFFERS " if pair.right else "WRONG   "
    yield f"  {word}  {label(layer, pair.gold)}  ({_whereabouts(pair.gold)}, {pair.given.place})"
    for field in pair.wrong:
        yield from _difference(field.name, pair.gold.values[field.name], pair.given.values.get(field.name))


def _whereabouts(fact: Fact) -> str:
    part = fact.text("part")
    return f"{fact.place}, {part}" if part else fact.place


def label(layer: Layer, fact: Fact) -> str:
    """The fact in a few words."""
    texts = [
        shorten(_plain(fact.values.get(name)), width=_LABEL)
        for name in layer.shown
        if fact.values.get(name) is not None
    ]
    return " | ".join(texts)


def _whole(layer: Layer, fact: Fact) -> str:
    return fold(" ".join(_plain(fact.values.get(name)) for name in layer.shown))


def _plain(value: Value) -> str:
    text = " / ".join(value) if isinstance(value, tuple) else "none" if value is None else str(value)
    return " ".join(text.split())


def shorten(text: str, start: int = 0, width: int = _WIDTH) -> str:
    """At most a line of the text, from a position on, with an ellipsis where something is left out."""
    before = "…" if start > 0 else ""
    after = "…" if len(text) > start + width else ""
    return f"{before}{text[start : start + width]}{after}"


def _difference(name: str, gold: Value, given: Value) -> Iterator[str]:
    """Two short values on one line; two long ones under each other, from shortly before they part."""
    expected, found = _plain(gold), _plain(given)
    if len(expected) + len(found) < _WIDTH:
        yield f"              {name}: {found}, should be {expected}"
        return
    start = max(0, _parting(expected, found) - _LEAD)
    yield f"              {name}:"
    yield f"                 gold  {shorten(expected, start)}"
    yield f"                 given {shorten(found, start)}"


def _parting(one: str, other: str) -> int:
    """The place of the first difference, case not counted."""
    pairs = zip(one.casefold(), other.casefold(), strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))
