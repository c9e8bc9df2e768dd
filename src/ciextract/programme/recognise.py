"""A document in, its programme out with the signs that show it, or none: never a guess from a single word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ciextract.document import BlockKind, Document, Notice, Span
from ciextract.programme.load import programmes
from ciextract.programme.model import Programme
from ciextract.vocabulary.rules import CompiledRule, compile_rules

OPENING = 12
"""Blocks at the beginning of a document whose signs count twice: its title and first words."""
ENOUGH = 4
"""Weight that a programme's signs must add up to."""
CLEARLY = 1.25
"""The best programme must outweigh the next by this factor."""


@dataclass(frozen=True, slots=True)
class SignFound:
    """A sign of a programme and where it stands first."""

    span: Span
    rule: str
    weight: int


@dataclass(frozen=True, slots=True)
class Recognised:
    """The programme, its signs in order, and what must be told where there is none."""

    programme: Programme | None
    signs: tuple[SignFound, ...] = ()
    notice: Notice | None = None


def recognise(document: Document) -> Recognised:
    """The programme that the document's words show, or none with a notice that says why."""
    opening = _opening_end(document)
    weighed = [(programme, tuple(_signs(document, programme, opening))) for programme in programmes()]
    weighed = [(p, s) for p, s in weighed if len(s) > 1 and sum(sign.weight for sign in s) >= ENOUGH]
    weighed.sort(key=lambda pair: -sum(sign.weight for sign in pair[1]))
    if not weighed:
        return Recognised(None, notice=Notice("programme-unknown", "the document is of no known programme"))
    weights = [sum(sign.weight for sign in signs) for _, signs in weighed]
    if len(weights) > 1 and weights[0] < CLEARLY * weights[1]:
        names = " or ".join(programme.name for programme, _ in weighed[:2])
        return Recognised(None, notice=Notice("programme-ambiguous", f"the document may be of {names}"))
    return Recognised(weighed[0][0], weighed[0][1])


def _opening_end(document: Document) -> int:
    prose = [block for block in document.blocks if block.kind is not BlockKind.FOOTNOTE]
    return prose[min(OPENING, len(prose)) - 1].span.end if prose else 0


def _signs(document: Document, programme: Programme, opening: int) -> Iterator[SignFound]:
    for weight, rule in _compiled(programme):
        match = rule.search(document.text)
        if match is None:
            continue
        doubled = 2 if match.start() < opening else 1
        yield SignFound(Span(*match.span()), rule.address, weight * doubled)


@cache
def _compiled(programme: Programme) -> tuple[tuple[int, CompiledRule], ...]:
    rules = compile_rules(programme.sign, f"programmes/{programme.name}")
    return tuple((sign.weight, rule) for sign, rule in zip(programme.sign, rules, strict=True))

