"""The bodies that carried the inspection out. A body that is only mentioned, or unnamed 'partners', are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ciextract.document import Span
from ciextract.extractors.finding import PartnerFinding
from ciextract.extractors.reading import Reading, Sentence
from ciextract.vocabulary.bodies import BodyName, bodies

MENTIONED = "extractors/partners#lead-named"
_LINES = "extractors/partners#lines-of-bodies"


def partners(reading: Reading) -> Iterator[PartnerFinding]:
    """The lead inspectorate first, then the others as they are first named."""
    if reading.is_of_its_makers:
        return
    found: dict[str, PartnerFinding] = {}
    lead: PartnerFinding | None = None
    naming = list(reading.sentences_with(bodies().spellings))
    lines = _lines_of_bodies(reading, naming)
    for sentence in naming:
        text = reading.document[sentence.span]
        named = bodies().named_in(text)
        names = [one for one in named if (lead is None if one.body.lead else one.body.name not in found)]
        if not names:
            continue
        rule = bodies().sign_in(text)
        address = rule.address if rule is not None else _LINES if sentence in lines else None
        for name in names:
            if name.body.lead and lead is None:
                lead = _finding(sentence.span.start, name, address or MENTIONED)
            elif not name.body.lead and address is not None:
                found.setdefault(name.body.name, _finding(sentence.span.start, name, address))
    if lead is not None:
        yield lead
    yield from found.values()


def _lines_of_bodies(reading: Reading, naming: Sequence[Sentence]) -> set[Sentence]:
    """Sentences that hold nothing but names of bodies: several, or one next to another such line, as on a cover."""
    alone = [one for one in naming if bodies().are_all_of(reading.document[one.span])]
    pairs = [(a, b) for a, b in pairwise(alone) if not reading.document[Span(a.span.end, b.span.start)].strip()]
    several = {one for one in alone if len(list(bodies().named_in(reading.document[one.span]))) > 1}
    return several | {one for pair in pairs for one in pair}


def _finding(offset: int, name: BodyName, rule: str) -> PartnerFinding:
    span = Span(offset + name.start, offset + name.end)
    return PartnerFinding(span=span, rule=rule, name=name.body.name, lead=name.body.lead)
