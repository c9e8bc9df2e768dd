"""In: the facts of a gold file and those of a record. Out: for each layer the right, wrong, missed and invented facts.

What decides is in layers.py; this module only pairs and counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .alignment import align
from .entry import Entry
from .evidence import EvidenceCheck, check_evidence
from .fact import Fact, Field, Layer
from .gold import Gold
from .layers import LAYERS
from .record_facts import looked_for, record_facts


@dataclass(frozen=True, slots=True)
class Pair:
    """A fact of the gold, the record's fact that it was found as, and the fields that differ."""

    gold: Fact
    given: Fact
    wrong: tuple[Field, ...]

    @property
    def right(self) -> bool:
        """Whether every field that counts agrees."""
        return not any(field.counts for field in self.wrong)


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of facts of one layer; sums over documents are made with +. Rates are 0 to 1, None where undefined."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    invented: int = 0
    differing: Mapping[str, int] = field(default_factory=dict)
    """By field: found facts whose value differs from the gold."""
    compared: Mapping[str, int] = field(default_factory=dict)
    """By field: found facts whose value was compared."""

    @property
    def gold(self) -> int:
        """Facts that the gold holds."""
        return self.right + self.wrong + self.missed

    @property
    def given(self) -> int:
        """Facts that the records hold."""
        return self.right + self.wrong + self.invented

    @property
    def precision(self) -> float | None:
        """Share of the given facts that are right."""
        return self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """Share of the gold's facts that were given right."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where there was nothing to find and nothing was given."""
        both = self.gold + self.given
        return 2 * self.right / both if both else None

    def rate(self, name: str) -> float | None:
        """Share of the found facts that have a field right."""
        compared = self.compared.get(name, 0)
        return 1 - self.differing.get(name, 0) / compared if compared else None

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right,
            self.wrong + other.wrong,
            self.missed + other.missed,
            self.invented + other.invented,
            dict(Counter(self.differing) + Counter(other.differing)),
            dict(Counter(self.compared) + Counter(other.compared)),
        )


@dataclass(frozen=True, slots=True)
class LayerScore:
    """The facts of one layer of one document, paired."""

    layer: Layer
    pairs: tuple[Pair, ...]
    missed: tuple[Fact, ...]
    invented: tuple[Fact, ...]

    @property
    def counts(self) -> Counts:
        """The numbers of these facts."""
        right = sum(pair.right for pair in self.pairs)
        differing = Counter(field.name for pair in self.pairs for field in pair.wrong)
        compared = Counter(field.name for pair in self.pairs for field in self.layer.compared(pair.gold))
        wrong = len(self.pairs) - right
        return Counts(right, wrong, len(self.missed), len(self.invented), dict(differing), dict(compared))


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document scored against its gold."""

    group: str
    gold: str
    document: str
    layers: Mapping[str, LayerScore]
    passed_over: Mapping[str, int]
    """Layers that the record did not look for, with the number of facts that the gold holds there."""
    evidence: EvidenceCheck = field(default_factory=EvidenceCheck)
    failure: str | None = None
    """Why there is no record; then every fact of the gold is missed."""


def score_layer(layer: Layer, gold: tuple[Fact, ...], given: tuple[Fact, ...]) -> LayerScore:
    """Pair the facts of one layer."""
    places = align(gold, given, layer.right_weight, layer.weight)
    pairs = tuple(Pair(gold[at], given[to], layer.wrong_fields(gold[at], given[to])) for at, to in places)
    found, used = {at for at, _ in places}, {to for _, to in places}
    missed = tuple(fact for at, fact in enumerate(gold) if at not in found)
    return LayerScore(layer, pairs, missed, tuple(fact for at, fact in enumerate(given) if at not in used))


def score_document(
    group: str, gold: Gold, document: str, record: Mapping[str, object], text: str, layers: Iterable[str] = LAYERS
) -> DocumentScore:
    """Score a record and the canonical text that its evidence points into."""
    entry = Entry(document, "", record)
    given, scores, passed_over = record_facts(entry), {}, {}
    for name in layers:
        if name not in gold.facts:
            continue
        if looked_for(entry, name) or given[name]:  # what is given was looked for, whatever the list says
            scores[name] = score_layer(LAYERS[name], gold.facts[name], given[name])
        else:
            passed_over[name] = len(gold.facts[name])
    return DocumentScore(group, gold.name, document, scores, passed_over, check_evidence(record, text))


def score_failure(group: str, gold: Gold, document: str, failure: str, layers: Iterable[str] = LAYERS) -> DocumentScore:
    """Score a document of which no record could be made: all of the gold is missed."""
    scores = {name: score_layer(LAYERS[name], gold.facts[name], ()) for name in layers if name in gold.facts}
    return DocumentScore(group, gold.name, document, scores, {}, failure=failure)


def totals(scores: Iterable[DocumentScore]) -> Mapping[str, Counts]:
    """The sum of each layer's counts, in the order of the layers."""
    documents = list(scores)
    scored = {name for document in documents for name in document.layers}
    return {
        name: sum((document.layers[name].counts for document in documents if name in document.layers), Counts())
        for name in LAYERS
        if name in scored
    }


def by_group(scores: Iterable[DocumentScore]) -> Mapping[str, list[DocumentScore]]:
    """The documents of each group, groups in the order in which they come."""
    groups: dict[str, list[DocumentScore]] = {}
    for score in scores:
        groups.setdefault(score.group, []).append(score)
    return groups
