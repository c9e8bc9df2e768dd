"""What a progress review or a follow-through says of progress, in its words. Other documents state none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ciextract.document import BlockKind, Span
from ciextract.extractors.area_context import area_around, area_in
from ciextract.extractors.finding import ProgressFinding
from ciextract.extractors.reading import Reading, Sentence
from ciextract.extractors.reviews import reviews
from ciextract.vocabulary.progress import progress_rules, stating
from ciextract.vocabulary.rules import CompiledRule, first_taking


def progress(reading: Reading) -> Iterator[ProgressFinding]:
    """Each statement of progress of a review, in reading order."""
    rules = progress_rules()
    telling = reading.once(reviews)
    for sentence in reading.sentences_with(stating()) if telling else ():
        if sentence.kind is BlockKind.ROW or reading.part_of(sentence.span) not in telling:
            continue
        text = reading.document[sentence.span]
        matches = [(rule, match) for rule in rules.statement for match in rule.finditer(text)]
        stop = first_taking(rules.declined, text) if matches else None
        if stop is not None:
            reading.decline(sentence.span, stop.why, stop.address, matches[0][0].address)
            continue
        yield from (_finding(reading, sentence, rule, match) for rule, match in matches)


def _finding(reading: Reading, sentence: Sentence, rule: CompiledRule, match: re.Match[str]) -> ProgressFinding:
    text, start = match.string, sentence.span.start
    groups = match.groupdict()
    return ProgressFinding(
        span=Span(start + match.start("text"), start + match.end("text")),
        rule=rule.address,
        text=match["text"],
        subject=groups.get("subject") or groups.get("behind"),
        sentence=text,
        area=area_in(text) or area_around(reading, sentence),
    )
