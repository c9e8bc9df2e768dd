"""What the inspectors conclude of a partnership's capacity to improve, why, and whether they ask for an action plan.

One finding for the whole file: a report is heard before a release, a release before a paper. What staff, leaders or a
council are confident of is not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from ciextract.document import Block, BlockKind, Span
from ciextract.extractors.finding import ConclusionFinding
from ciextract.extractors.reading import Reading, Sentence
from ciextract.extractors.sentences import sentence_spans
from ciextract.frozen import frozen
from ciextract.outline.kinds import MESSAGES
from ciextract.outline.model import SectionFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.conclusions import conclusion_names, conclusion_rules
from ciextract.vocabulary.rules import CompiledRule, first_taking

PRECEDENCE = (
    DocumentKind.INSPECTION_REPORT,
    DocumentKind.NEWS_RELEASE,
    DocumentKind.OTHER,
    DocumentKind.COMMITTEE_PAPER,
    DocumentKind.OVERVIEW_REPORT,
)
"""Whose words count first. A plan is the partnership's own and is not heard."""
BEFORE = 240
"""Characters before a word of confidence that say whose it is, and in what."""
CLOSING = frozenset({"conclusion", "next_steps"})
"""Kinds of sections in which a report concludes."""
ELSEWHERE = frozenset({
    "statement", "question", "quality_indicator", "key_facts", "terms", "glossary", "appendix", "method", "contact",
    "reflection", "improvement_plan", "strengths", "areas_for_improvement", "key_messages",
})  # fmt: skip
"""Kinds of sections that do not conclude: confidence told there is about one matter."""
RETOLD = frozenset({DocumentKind.NEWS_RELEASE, DocumentKind.COMMITTEE_PAPER})
"""Documents that retell a report."""
CHAPTERS = frozenset({"question"})
"""Kinds of ELSEWHERE in which the capacity to improve counts where it is called by that name: the last chapter of
reports without a conclusion of their own."""
_NO_CAPACITY = "extractors/conclusion#no-capacity"
_OTHERS = "extractors/conclusion#others"
_ONE_CONCLUSION = "extractors/conclusion#one-conclusion"
_OF_ONE_MATTER = "confident, but not of a capacity to improve"
_NOT_INSPECTORS = "nothing shows that the inspectors say so"
_NO_REQUEST = "a plan of what to do, but no rule takes the sentence as the inspectors' asking for it"
_AGAIN = "the same is said elsewhere, in words that count before these"
LEAD_WITHIN = 3
"""Blocks from the statement on among which the list of reasons begins."""


@frozen
class _Stop:
    """Why a sentence does not conclude, and the address of the rule that says so."""

    why: str
    rule: str


@frozen
class Stated:
    """A sentence that states confidence or asks for a plan; the smaller ``rank`` counts first."""

    rank: tuple[int, ...]
    sentence: Sentence
    rule: CompiledRule
    confident: bool = False


def conclusion(reading: Reading) -> Iterator[ConclusionFinding]:
    """At most one conclusion."""
    confident = _ranked_first(reading, _confident(reading))
    plan = _ranked_first(reading, _planned(reading, confident))
    first = confident or plan
    if first is not None:
        yield ConclusionFinding(
            span=first.sentence.span,
            rule=first.rule.address,
            confident=confident.confident if confident is not None else None,
            reasons=tuple(_reasons(reading, confident.sentence)) if confident is not None else (),
            action_plan_requested=plan is not None,
        )


def _in_chapter(reading: Reading, sentence: Sentence) -> bool:
    return any(one.kind in CHAPTERS for one in _above(reading, sentence))


def _beside(reading: Reading, sentence: Sentence, other: Stated | None) -> bool:
    """Whether both stand in one section."""
    section = reading.section_of(sentence.span)
    return other is not None and reading.section_of(other.sentence.span) == section


def _ranked_first(reading: Reading, stated: Iterator[Stated]) -> Stated | None:
    """The one that counts first; sentences that say the same with less weight are told to the listener."""
    ranked = sorted(stated, key=lambda one: one.rank)
    for other in ranked[1:]:
        if other.sentence != ranked[0].sentence:
            reading.decline(other.sentence.span, _AGAIN, _ONE_CONCLUSION, other.rule.address)
    return ranked[0] if ranked else None


def _above(reading: Reading, sentence: Sentence) -> tuple[SectionFound, ...]:
    return reading.outline.above(reading.section_of(sentence.span))


def _heard(
    reading: Reading, name: str, besides: frozenset[str] = frozenset()
) -> Iterator[tuple[Sentence, str, int, bool]]:
    """Sentences of the sections that conclude in which one of the words of that name stands.

    Each with the precedence of its part and whether it stands at the part's close. ``besides`` are kinds of ELSEWHERE
    that are heard too.
    """
    for sentence in reading.sentences_with(conclusion_names()[name]):
        part = reading.part_of(sentence.span).kind
        kinds = {above.kind for above in _above(reading, sentence)}
        closing = not CLOSING.isdisjoint(kinds)
        # Where a report is retold they only lead in to a list, with the rest of what is told below it.
        heard = besides | MESSAGES if part in RETOLD else besides
        if part in PRECEDENCE and (closing or (ELSEWHERE - heard).isdisjoint(kinds)):
            yield sentence, reading.document[sentence.span], PRECEDENCE.index(part), closing


def _confident(reading: Reading) -> Iterator[Stated]:
    for sentence, text, precedence, closing in _heard(reading, "confident", CHAPTERS):
        chapter = not closing and _in_chapter(reading, sentence)
        paper = PRECEDENCE[precedence] is DocumentKind.COMMITTEE_PAPER
        for rule in conclusion_rules().word:
            for match in rule.finditer(text):
                told = _told(text, match.start(), match.end(), paper=paper, closing=closing)
                if isinstance(told, _Stop):
                    reading.decline(sentence.span, told.why, told.rule, rule.address)
                elif chapter and told[1]:
                    reading.decline(sentence.span, _OF_ONE_MATTER, _NO_CAPACITY, rule.address)
                else:
                    confident, strength = told
                    rank = (precedence, not closing, strength, sentence.span.start)
                    yield Stated(rank, sentence, rule, confident)


def _told(text: str, start: int, end: int, *, paper: bool, closing: bool) -> tuple[bool, int] | _Stop:
    """Whether the word between start and end says yes or no of the capacity to improve, and how plainly (0 first)."""
    rules = conclusion_rules()
    before, behind = text[max(start - BEFORE, 0) : start].rstrip(), text[end:]
    capacity = first_taking(rules.capacity, behind) or first_taking(rules.capacity_before, before)
    subject = _subject(before, paper=paper)
    stop = first_taking(rules.declined, text)
    if capacity is None:
        return _Stop(_OF_ONE_MATTER, _NO_CAPACITY)
    if stop is not None:
        return _Stop(stop.why, stop.address)
    since, inspects = subject or (0, closing)
    if not inspects:
        return _Stop(_NOT_INSPECTORS, _OTHERS)
    denied = first_taking(rules.negation, before[since:]) or first_taking(rules.negation_behind, behind)
    return denied is None, (*rules.capacity, *rules.capacity_before).index(capacity)


def _subject(before: str, *, paper: bool) -> tuple[int, bool] | None:
    """Where the last named speaker stands, and whether it is the inspectors; 'we' are not in a paper."""
    rules = conclusion_rules()
    ours = _last((*rules.inspector, *(() if paper else rules.speaker)), before)
    theirs = _last((*rules.other, *(rules.speaker if paper else ())), before)
    return (max(ours, theirs), ours > theirs) if max(ours, theirs) >= 0 else None


def _last(rules: Sequence[CompiledRule], text: str) -> int:
    return max((match.end() for rule in rules for match in rule.finditer(text)), default=-1)


def _planned(reading: Reading, confident: Stated | None) -> Iterator[Stated]:
    """Requests for a plan; of the chapters that ask, the one that concludes is heard too."""
    rules = conclusion_rules()
    for sentence, text, precedence, closing in _heard(reading, "plan", CHAPTERS):
        if not closing and _in_chapter(reading, sentence) and not _beside(reading, sentence, confident):
            continue
        stop = first_taking(rules.no_plan, text)
        if stop is not None:
            reading.decline(sentence.span, stop.why, stop.address)
            continue
        release = PRECEDENCE[precedence] is DocumentKind.NEWS_RELEASE
        due = rules.plan_due if closing or release else ()
        asking = (*rules.plan, *due, *(rules.plan_next if closing else ()))
        rule = first_taking(asking, text)
        paper = PRECEDENCE[precedence] is DocumentKind.COMMITTEE_PAPER
        if rule is None:
            reading.decline(sentence.span, _NO_REQUEST, *(one.address for one in asking))
        elif paper and _is_own(rule, text, _before(reading, sentence)):
            reading.decline(sentence.span, _NOT_INSPECTORS, _OTHERS, rule.address)
        else:
            yield Stated((precedence, not closing, sentence.span.start), sentence, rule)


def _is_own(rule: CompiledRule, text: str, before: str) -> bool:
    """In a paper: asked for by those who wrote it, as far as the sentence says; 'they' are those named before."""
    said = f"{before} {text}" if text.lower().startswith(("they ", "it ")) else text
    return first_taking(conclusion_rules().inspector, said) is None and rule.value == "inspectorate-asks"


def _before(reading: Reading, sentence: Sentence) -> str:
    """What stands in the block before the sentence."""
    start = reading.document.blocks[sentence.block].content.start
    return reading.document[Span(min(start, sentence.span.start), sentence.span.start)]


def _reasons(reading: Reading, sentence: Sentence) -> Iterator[Span]:
    """The items of the list that is introduced as reasons, in the statement's block or soon after it."""
    blocks = reading.document.blocks
    for index in range(sentence.block, min(sentence.block + LEAD_WITHIN, len(blocks))):
        if blocks[index].kind is BlockKind.ITEM:
            return
        if _introduces(reading, blocks[index]):
            yield from _items(reading, index + 1)
            return


def _introduces(reading: Reading, block: Block) -> bool:
    text = reading.document[block.content].rstrip()
    last = max(text.rfind(mark, 0, -2) for mark in (". ", "? ", "! ")) + 1
    return first_taking(conclusion_rules().reasons, text[last:].strip()) is not None


def _items(reading: Reading, start: int) -> Iterator[Span]:
    """List items from a block on; lines that begin small where the marks were lost."""
    blocks = reading.document.blocks
    marked = start < len(blocks) and blocks[start].kind is BlockKind.ITEM
    items = list(takewhile(lambda block: _is_item(reading, block, marked), blocks[start:]))
    for item in items[:-1]:
        yield item.content
    if items:
        yield _without_tail(reading, [item.content for item in items])


def _is_item(reading: Reading, block: Block, marked: bool) -> bool:
    lost = block.kind is BlockKind.PARAGRAPH and reading.document[block.content][:1].islower()
    return block.kind is BlockKind.ITEM and not reading.is_heading(block) if marked else lost


def _without_tail(reading: Reading, items: list[Span]) -> Span:
    """The last item; where the others are one sentence each, what follows its first sentence belongs to the page."""
    first = [next(sentence_spans(reading.document.text, item), item) for item in items]
    short = len(items) > 1 and all(one.end == item.end for one, item in zip(first[:-1], items, strict=False))
    return first[-1] if short else items[-1]
