"""The bodies that carried the inspection out. A body that is only mentioned, or unnamed 'partners', are none."""

from __future__ import annotations

from collections.abc import Iterator

from ciextract.document import Span
from ciextract.extractors.finding import PartnerFinding
from ciextract.extractors.reading import Reading
from ciextract.vocabulary.bodies import BodyName, bodies

MENTIONED = "extractors/partners#lead-named"
LINE = "vocabulary/bodies#line"
"""The address of the words between names that a line consists of."""


def partners(reading: Reading) -> Iterator[PartnerFinding]:
    """The lead inspectorate first, then the others as they are first named."""
    found: dict[str, PartnerFinding] = {}
    lead: PartnerFinding | None = None
    for sentence in reading.sentences_with(bodies().spellings):
        text = reading.document[sentence.span]
        named = bodies().named_in(text)
        names = [one for one in named if (lead is None if one.body.lead else one.body.name not in found)]
        if not names:
            continue
        sign = bodies().sign_in(text)
        rule = sign.address if sign is not None else LINE if bodies().are_all_of(text) else None
        for name in names:
            if name.body.lead and lead is None:
                lead = _finding(sentence.span.start, name, rule or MENTIONED)
            elif not name.body.lead and rule is not None:
                found.setdefault(name.body.name, _finding(sentence.span.start, name, rule))
    if lead is not None:
        yield lead
    yield from found.values()


def _finding(offset: int, name: BodyName, rule: str) -> PartnerFinding:
    span = Span(offset + name.start, offset + name.end)
    return PartnerFinding(span=span, rule=rule, name=name.body.name, lead=name.body.lead)
