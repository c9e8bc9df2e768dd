"""What inspectors conclude, in words, of the areas of work of a programme without grades. No grade is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ciextract.document import BlockKind, Span
from ciextract.extractors.area_context import area_around, area_in
from ciextract.extractors.finding import WordedConclusionFinding
from ciextract.extractors.reading import Reading, Sentence
from ciextract.extractors.sentences import sentence_spans
from ciextract.folding import fold_words
from ciextract.programme.model import Subject
from ciextract.vocabulary.rules import first_taking
from ciextract.vocabulary.worded import WordedRules, worded_rules


def worded_conclusions(reading: Reading) -> Iterator[WordedConclusionFinding]:
    """Each conclusion on an area of work, once a part, in reading order."""
    names = {fold_words(name): subject for subject in _subjects(reading) for name in (subject.name, *subject.spellings)}
    if not names:
        return
    rules = worded_rules(tuple(names))
    seen: set[tuple[int, str, str]] = set()
    for sentence in reading.sentences_with(names):
        text = reading.document[sentence.span]
        # A heading asks; only a sentence concludes.
        if sentence.kind is BlockKind.FOOTNOTE or text.rstrip().endswith("?"):
            continue
        matches = [(rule, match) for rule in rules.conclusion for match in rule.finditer(text)]
        stop = first_taking(rules.declined, text) if matches else None
        if matches and stop is None:
            stop = first_taking(rules.declined_behind, _before(reading, sentence))
        if stop is not None:
            reading.decline(sentence.span, stop.why, stop.address, matches[0][0].address)
            continue
        for rule, match in sorted(matches, key=lambda found: found[1].start("text")):
            for about in _about(match, names, rules):
                key = (reading.outline.part_at(sentence.span.start), about, fold_words(match["text"]))
                if key not in seen:
                    seen.add(key)
                    start = sentence.span.start
                    yield WordedConclusionFinding(
                        span=Span(start + match.start("text"), start + match.end("text")), rule=rule.address,
                        about=about, text=match["text"], area=area_in(text) or area_around(reading, sentence),
                    )  # fmt: skip


def _before(reading: Reading, sentence: Sentence) -> str:
    """The sentence before, in the same block."""
    start = reading.document.blocks[sentence.block].content.start
    before = list(sentence_spans(reading.document.text, Span(min(start, sentence.span.start), sentence.span.start)))
    return reading.document[before[-1]].strip() if before else ""


def _about(match: re.Match[str], names: Mapping[str, Subject], rules: WordedRules) -> Iterator[str]:
    """The area of work of the conclusion, after one that is joined to it by 'and'."""
    before = match.string[: match.start("subject")]
    other = next((found for rule in rules.joined if (found := rule.search(before))), None)
    if other is not None:
        yield names[fold_words(other["other"])].name
    yield names[fold_words(match["subject"])].name


def _subjects(reading: Reading) -> tuple[Subject, ...]:
    return reading.programme.subject if reading.programme is not None else ()
