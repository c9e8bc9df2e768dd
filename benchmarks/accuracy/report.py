"""In: scored documents and floors. Out: the plain tables, the JSON and the Markdown scorecard, as text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from .evidence import EvidenceCheck
from .floors import Floors, Shortfall
from .layers import LAYERS
from .scoring import Counts, DocumentScore, by_group, totals

_COLUMNS = ("layer", "gold", "given", "right", "wrong", "missed", "invented", "prec", "recall", "F1")
_WIDTHS = (14, 5, 6, 6, 6, 7, 9, 7, 8, 7)


def tables(scores: Sequence[DocumentScore], floors: Floors) -> str:
    """A table for each group and one of all together, with what was not looked for and what is wrong with evidence."""
    blocks = [
        "\n".join([_block(_heading(group, members), members, floors.get(group, {})), *_gaps(members)])
        for group, members in _groups(scores)
    ]
    if len(blocks) > 1:
        blocks.append(_block(f"total ({_documents(len(scores))})", scores, {}))
    return "\n\n".join([*blocks, evidence_line(scores)])


def _groups(scores: Iterable[DocumentScore]) -> Iterable[tuple[str, list[DocumentScore]]]:
    return by_group(scores).items()


def _documents(number: int) -> str:
    return f"{number} document" if number == 1 else f"{number} documents"


def _heading(group: str, members: Sequence[DocumentScore]) -> str:
    return f"{group} ({_documents(len(members))})"


def _block(heading: str, members: Sequence[DocumentScore], floors: Mapping[str, float]) -> str:
    head = _row(_COLUMNS) + ("  floor" if floors else "") + "  wrong values, by field"
    rows = [_layer_row(name, counts, floors) for name, counts in totals(members).items()]
    return "\n".join([heading, "-" * len(heading), head, *rows, *_rates(members)])


def _row(cells: Sequence[str]) -> str:
    first, *others = (cell.rjust(width) for cell, width in zip(cells, _WIDTHS, strict=True))
    return first.strip().ljust(_WIDTHS[0]) + "".join(others)


def _layer_row(name: str, counts: Counts, floors: Mapping[str, float]) -> str:
    numbers = (counts.gold, counts.given, counts.right, counts.wrong, counts.missed, counts.invented)
    rates = (counts.precision, counts.recall, counts.f1)
    row = _row((name, *map(str, numbers), *map(rate, rates)))
    if floors:
        row += rate(floors.get(name)).rjust(7)
    return f"{row}  {_by_field(counts)}".rstrip()


def rate(value: float | None) -> str:
    """A rate with three decimals; a dash where it is undefined."""
    return "-" if value is None else f"{value:.3f}"


def _by_field(counts: Counts) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(counts.differing.items(), key=_most_first))


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _rated(counts: Mapping[str, Counts]) -> Iterable[tuple[str, str, float, int]]:
    for name, numbers in counts.items():
        for field in LAYERS[name].fields:
            share = numbers.rate(field.name)
            if field.rated and share is not None:
                yield name, field.name, share, numbers.compared[field.name]


def _rates(members: Sequence[DocumentScore]) -> list[str]:
    rated = list(_rated(totals(members)))
    found = ", ".join(f"{field} right {share:.1%}" for _, field, share, _ in rated)
    return [f"of {rated[0][3]} {rated[0][0]} found: {found}"] if rated else []


def _passed_over(members: Sequence[DocumentScore]) -> list[str]:
    return [
        f"{score.document}: not looked for: "
        + ", ".join(f"{name} ({number} in gold)" for name, number in score.passed_over.items())
        for score in members
        if score.passed_over
    ]


def _gaps(members: Sequence[DocumentScore]) -> list[str]:
    failures = [f"{score.document}: NO RECORD: {score.failure}" for score in members if score.failure]
    return failures + _passed_over(members)


def evidence_of(scores: Iterable[DocumentScore]) -> EvidenceCheck:
    """The evidence of all documents together."""
    return sum((score.evidence for score in scores), EvidenceCheck())


def evidence_line(scores: Iterable[DocumentScore]) -> str:
    """How the evidence stands, in one line."""
    check = evidence_of(scores)
    return f"evidence: {check.checked} checked, {len(check.broken)} broken, {len(check.absent)} entries without any"


def as_json(scores: Sequence[DocumentScore], floors: Floors, below: Sequence[Shortfall]) -> str:
    """Everything that the tables say, for programs."""
    check = evidence_of(scores)
    told = {
        "groups": {group: _json_layers(members, floors.get(group, {})) for group, members in _groups(scores)},
        "total": _json_layers(scores, {}),
        "evidence": {"checked": check.checked, "broken": list(check.broken), "absent": list(check.absent)},
        "failures": {score.document: score.failure for score in scores if score.failure},
        "not_looked_for": {score.document: dict(score.passed_over) for score in scores if score.passed_over},
        "below_floor": [str(shortfall) for shortfall in below],
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _json_layers(members: Sequence[DocumentScore], floors: Mapping[str, float]) -> Mapping[str, object]:
    return {name: _json_counts(counts, floors.get(name)) for name, counts in totals(members).items()}


def _json_counts(counts: Counts, floor: float | None) -> Mapping[str, object]:
    names = ("gold", "given", "right", "wrong", "missed", "invented", "precision", "recall", "f1")
    numbers = {name: getattr(counts, name) for name in names}
    fields = {name: {"compared": of, "wrong": counts.differing.get(name, 0)} for name, of in counts.compared.items()}
    return {**numbers, "floor": floor, "fields": fields}


_SCORECARD = """\
# Accuracy

Written by `python -m benchmarks.accuracy --scorecard docs/accuracy.md`; do not edit. Records are compared with
hand-annotated gold, text after folding as the annotation guide says. A fact counts as right only when it is found and
every value that decides is right; *wrong* are facts that were found with another value. F1 = 2 right / (gold + given).
"""


def scorecard(scores: Sequence[DocumentScore]) -> str:
    """The scorecard: a table for each group and the total, rates, and what identifies a fact."""
    sections = [_scorecard_table(_heading(group, members), members) for group, members in _groups(scores)]
    sections.append(_scorecard_table(f"total ({_documents(len(scores))})", scores))
    return "\n".join([_SCORECARD, *sections, f"{evidence_line(scores).capitalize()}.", "", *_identities()])


def _scorecard_table(heading: str, members: Sequence[DocumentScore]) -> str:
    head = "| layer | gold | given | right | wrong | missed | invented | precision | recall | F1 | wrong values |"
    rule = "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|"
    rows = [_scorecard_row(name, counts) for name, counts in totals(members).items()]
    notes = [f"\n{note[0].upper()}{note[1:]}." for note in (*_rates(members), *_gaps(members))]
    return "\n".join([f"## {heading}", "", head, rule, *rows, *notes, ""])


def _scorecard_row(name: str, counts: Counts) -> str:
    numbers = (counts.gold, counts.given, counts.right, counts.wrong, counts.missed, counts.invented)
    rates = (counts.precision, counts.recall, counts.f1)
    return f"| {' | '.join((name, *map(str, numbers), *map(rate, rates), _by_field(counts)))} |"


def _identities() -> list[str]:
    rows = [
        f"| {layer.name} | {layer.identity} | {_names(layer.name, True)} | {_names(layer.name, False)} |"
        for layer in LAYERS.values()
    ]
    head = "| layer | same fact when it agrees in | right when also | reported apart |"
    return ["## What identifies a fact", "", head, "|---|---|---|---|", *rows, ""]


def _names(layer: str, counts: bool) -> str:
    return ", ".join(field.name.replace("_", " ") for field in LAYERS[layer].fields if field.counts == counts)
