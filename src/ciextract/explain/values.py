"""A record and a JSON Pointer into it in, the value with its rules and its places out. Nothing is found anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ciextract.as_json import plain
from ciextract.checks import CHECKS
from ciextract.document import Span
from ciextract.errors import CiextractError
from ciextract.explain.places import Place, place_of
from ciextract.explain.rules import RuleWords, rule_words
from ciextract.extractors.finding import CodeFinding, Finding, TitleFinding
from ciextract.record import Check, Evidence, Part, ProgrammeEvidence
from ciextract.schema import descriptions
from ciextract.shape import Json, Model, field_names

if TYPE_CHECKING:
    from ciextract.pipeline import Examined

_INDEX = re.compile(r"0|[1-9][0-9]*", re.ASCII)
_SIGN = "_evidence"
_RULE = "rule"
_FINDING_OF: dict[str, type[Finding]] = {"title": TitleFinding, "publication_code": CodeFinding}
"""The findings of a part's values that have no rule of their own in the record."""


class NoSuchPlace(CiextractError):
    """A pointer that leads nowhere, or text that the document does not hold."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Explained:
    """A value of a record: what its field means, the rules that made it, where its evidence stands."""

    pointer: str
    value: Json
    meaning: str | None
    rules: tuple[RuleWords, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """A value of a record that has evidence of its own."""

    pointer: str
    evidence: tuple[Evidence, ...]


class Values:
    """The values of one examined document, each explained when it is asked for."""

    def __init__(self, examined: Examined) -> None:
        self._examined = examined

    def explain(self, pointer: str) -> Explained:
        """The value that a JSON Pointer (RFC 6901) leads to. Raises NoSuchPlace."""
        steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
        nodes = [*_nodes(self._examined.record, steps)]
        evidence = _evidence(nodes, steps)
        return Explained(
            pointer,
            plain(nodes[-1]),
            _meaning(nodes, steps),
            tuple(rule_words(rule) for rule in dict.fromkeys(self._rules(nodes, steps))),
            tuple(place_of(self._examined.reading, Span(one.start, one.end)) for one in evidence),
        )

    def rules_by_layer(self) -> Iterator[tuple[str, str]]:
        """The layer and the rule of every entry of the record."""
        record = self._examined.record
        for layer in field_names(record):
            for node in _ruled(getattr(record, layer)):
                yield from ((layer, rule) for rule in self._rules_of(node, ""))

    def _rules(self, nodes: list[object], steps: list[str]) -> list[str]:
        """The addresses of the innermost rules: those of the value itself, else of the object which it belongs to."""
        for depth in range(len(nodes) - 1, 0, -1):
            node, named = nodes[depth], steps[depth].removesuffix(_SIGN) if depth < len(steps) else ""
            if isinstance(node, Model) and not isinstance(node, Evidence):
                rules = self._rules_of(node, named)
                if rules or named in _FINDING_OF:
                    return rules
        return []

    def _rules_of(self, node: Model, named: str) -> list[str]:
        """The rules of an object, or of its field of that name where the field has rules of its own."""
        if isinstance(node, Part) and named in _FINDING_OF:
            return self._rules_of_part(node, _FINDING_OF[named])
        if isinstance(node, Check):
            return [self._check_rules[node.id, node.message]]
        signs = _listed(getattr(node, named + _SIGN, None))
        rules = [one.rule for one in signs if isinstance(one, ProgrammeEvidence)]
        return rules or ([str(getattr(node, _RULE))] if _RULE in field_names(node) else [])

    def _rules_of_part(self, part: Part, kind: type[Finding]) -> list[str]:
        found = (finding for finding in self._examined.findings if isinstance(finding, kind))
        return [finding.rule for finding in found if part.start <= finding.span.start < part.end]

    @cached_property
    def _check_rules(self) -> dict[tuple[str, str], str]:
        """The address of each check, by its id and message: the module that makes it, and its id."""
        return {
            (found.id, found.message): f"{make.__module__.removeprefix('ciextract.').replace('.', '/')}#{found.id}"
            for make in CHECKS
            for found in make(self._examined.reading)
        }


def _nodes(node: object, steps: list[str]) -> Iterator[object]:
    """The record and what each step leads to."""
    yield node
    for count, step in enumerate(steps):
        if isinstance(node, Model) and step in field_names(node):
            node = getattr(node, step)
        elif isinstance(node, list) and _INDEX.fullmatch(step) and len(step) < 10 and int(step) < len(node):
            node = node[int(step)]
        else:
            where = "".join(f"/{one}" for one in steps[:count]) or "the record"
            raise NoSuchPlace(f"no {step!r} in {where}", f"it has {_held(node)}")
        yield node


def _held(node: object) -> str:
    if isinstance(node, Model):
        return ", ".join(field_names(node))
    if isinstance(node, list) and node:
        return f"0 to {len(node) - 1}"
    return "nothing in it"


def _meaning(nodes: list[object], steps: list[str]) -> str | None:
    """What the model of the record says of a value, or of the object that it is."""
    node, above = nodes[-1], nodes[-2] if len(nodes) > 1 else None
    described = None
    if isinstance(above, Model):
        described = descriptions().get((type(above).__name__, steps[-1]))
    if described is None and isinstance(node, Model):
        described = type(node).__doc__
    return described.strip() if described else None


def _evidence(nodes: list[object], steps: list[str]) -> list[Evidence]:
    """The innermost evidence: the value's own, else that of the object which it belongs to."""
    if isinstance(nodes[-1], Evidence):
        return [nodes[-1]]
    for depth in range(len(nodes) - 1, 0, -1):
        node, named = nodes[depth], steps[depth] if depth < len(steps) else ""
        if not isinstance(node, Model):
            continue
        held = getattr(node, named + _SIGN if named + _SIGN in field_names(node) else "evidence", None)
        if isinstance(node, Evidence):
            return [node]
        if held is not None:
            return [one.evidence if isinstance(one, ProgrammeEvidence) else one for one in _listed(held)]
    return []


def _listed(held: object) -> list[Evidence | ProgrammeEvidence]:
    several = held if isinstance(held, list) else [held]
    return [one for one in several if isinstance(one, (Evidence, ProgrammeEvidence))]


def signed(node: object, pointer: str = "") -> Iterator[Signed]:
    """Every value below a node of the record that has evidence of its own."""
    if isinstance(node, list):
        for index, one in enumerate(node):
            yield from signed(one, f"{pointer}/{index}")
    if not isinstance(node, Model) or isinstance(node, Evidence):
        return
    for name in field_names(node):
        held = getattr(node, name)
        evidence = tuple(one for one in _listed(held) if isinstance(one, Evidence))
        if evidence:
            yield Signed(pointer if name == "evidence" else f"{pointer}/{name.removesuffix(_SIGN)}", evidence)
        else:
            yield from signed(held, f"{pointer}/{name}")


def _ruled(node: object) -> Iterator[Model]:
    if isinstance(node, list):
        for one in node:
            yield from _ruled(one)
    elif isinstance(node, Model):
        if _RULE in field_names(node) or isinstance(node, Check):
            yield node
        for name in field_names(node):
            yield from _ruled(getattr(node, name))
