"""Words given to a named speaker in a news release. Words of somebody unnamed and single quoted words are none."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ciextract.document import BlockKind, Span
from ciextract.extractors.finding import QuotationFinding
from ciextract.extractors.reading import Reading
from ciextract.extractors.sentences import sentence_spans
from ciextract.frozen import frozen
from ciextract.outline.model import PartFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.quotations import quotation_words
from ciextract.vocabulary.rules import CompiledRule, first_taking

RELEASES = frozenset({DocumentKind.NEWS_RELEASE, DocumentKind.OTHER})
WORDS = 3
"""Words of a quotation at the least."""
SIGNATURE = 160
"""Characters of a line below a quotation, at the most, that names who said it."""
_DOUBLE = re.compile('"')
_SINGLE = re.compile(r"(?:(?<=^)|(?<=[\s(]))'(?=\w)|(?<=[.,!?])'(?=\s|$)")


@frozen
class Piece:
    """A stretch between two marks.

    block       index of its block.
    lead, tail  what stands before it and behind it in its block, up to other pieces.
    goes_on     the piece before was left open at the end of its block.
    last        no other piece follows in its block.
    """

    block: int
    span: Span
    lead: str
    tail: str
    goes_on: bool
    last: bool


@frozen
class Speaker:
    """Who says it, and the rule that told."""

    name: str
    role: str | None
    rule: str


@dataclass(slots=True)
class _Quotation:
    speaker: Speaker
    pieces: list[Piece] = field(default_factory=list)


def quotations(reading: Reading) -> Iterator[QuotationFinding]:
    """One quotation a speaker and place, in reading order."""
    for part in reading.outline.parts:
        if part.kind in RELEASES:
            for quotation in _gathered(reading, list(_pieces(reading, part))):
                finding = _finding(reading, quotation)
                if len(finding.text.split()) >= WORDS:
                    yield finding


def _finding(reading: Reading, quotation: _Quotation) -> QuotationFinding:
    spans = [piece.span for piece in quotation.pieces]
    return QuotationFinding(
        span=Span(spans[0].start, spans[-1].end),
        rule=quotation.speaker.rule,
        speaker=quotation.speaker.name,
        role=quotation.speaker.role,
        text=" ".join(word for span in spans for word in reading.document[span].split()),
    )


def _pieces(reading: Reading, part: PartFound) -> Iterator[Piece]:
    """All stretches between marks, those left open up to the end of their block."""
    mark = _DOUBLE if '"' in reading.document[part.span] else _SINGLE
    is_open = False
    for index in part.blocks:
        block = reading.document.blocks[index]
        if block.kind in (BlockKind.ROW, BlockKind.FOOTNOTE):
            continue
        text = reading.document[block.content]
        marks = [found.start() for found in mark.finditer(text)]
        is_open = is_open and bool(marks) and (marks[0] == 0 or (len(marks) % 2 == 1 and marks[-1] == len(text) - 1))
        yield from _in_block(index, block.content.start, text, marks, goes_on=is_open)
        closed_by = len(marks) - (1 if is_open and marks[:1] == [0] else 0)
        is_open = bool(marks) and (closed_by % 2 == 1) != is_open


def _in_block(index: int, start: int, text: str, marks: list[int], *, goes_on: bool) -> Iterator[Piece]:
    """The pieces of one block; ``goes_on`` says that the first one began in the block before."""
    reopened = goes_on and marks[0] > 0
    ends = [-1, *marks] if reopened else marks
    pairs = [(first, second) for first, second in zip(ends[::2], [*ends[1::2], len(text)], strict=False)]
    for order, (first, second) in enumerate(pairs):
        before = pairs[order - 1][1] + 1 if order else 0
        behind = pairs[order + 1][0] if order + 1 < len(pairs) else len(text)
        yield Piece(
            block=index,
            span=Span(start + first + 1, start + second),
            lead=text[before : max(first, 0)],
            tail=text[second + 1 : behind],
            goes_on=goes_on and order == 0,
            last=order + 1 == len(pairs),
        )


def _gathered(reading: Reading, pieces: Sequence[Piece]) -> list[_Quotation]:
    """Pieces with a speaker, and those that go on with the words of the one before."""
    found: list[_Quotation] = []
    for piece in pieces:
        speaker = None if piece.goes_on else _speaker(reading, piece)
        last = found[-1] if found else None
        if last is not None and _continues(last, piece, speaker):
            last.pieces.append(piece)
        elif speaker is not None:
            found.append(_Quotation(speaker, [piece]))
    return found


def _continues(quotation: _Quotation, piece: Piece, speaker: Speaker | None) -> bool:
    before = quotation.pieces[-1]
    near = piece.block - before.block
    if speaker is not None:
        return near <= 1 and quotation_words().is_same(speaker.name, quotation.speaker.name)
    if piece.goes_on:
        return near == 1 and before.last
    if near == 0:
        return piece.lead.rstrip().endswith((".", ",", ":")) or not piece.lead.strip()
    lead = piece.lead.strip()
    return near <= 2 and _goes_on(lead, quotation.speaker) if lead else near == 1 and before.last


def _goes_on(lead: str, speaker: Speaker) -> bool:
    """'She added:', or the office of the speaker: 'The chief executive added:'."""
    if first_taking(quotation_words().rules.again, lead) is not None:
        return True
    (rule,) = quotation_words().rules.again_by_role
    match = rule.search(lead)
    return match is not None and speaker.role is not None and match["role"].lower() in speaker.role.lower()


def _speaker(reading: Reading, piece: Piece) -> Speaker | None:
    """Who is named before the piece, behind it, or in a line of its own above or below."""
    rules = quotation_words().rules
    lead = piece.lead.strip() or _above(reading, piece)
    rule = first_taking((*rules.introduces, *rules.label), _last_sentence(lead))
    if rule is not None:
        return _named(_last_sentence(lead), rule) or _pronoun(reading, piece, _last_sentence(lead))
    tail = _first_sentence(piece.tail)
    introduces_next = not piece.last and first_taking(rules.introduces, tail.strip()) is not None
    rule = None if introduces_next else first_taking(rules.follows, tail)
    if rule is not None:
        return _named(tail, rule)
    rule = None if introduces_next else first_taking(rules.of_named, tail)
    if rule is not None:
        begin = reading.document.blocks[piece.block].content.start
        before = reading.document[Span(begin, piece.span.start)]
        return _last_named(before, rule) or _last_named(_told_above(reading, piece), rule)
    return _signed(reading, piece) if piece.last and not piece.tail.strip(" .") else None


def _above(reading: Reading, piece: Piece) -> str:
    """The block above, where it ends by introducing words."""
    if piece.block == 0:
        return ""
    text = reading.document[reading.document.blocks[piece.block - 1].content].rstrip()
    return text if text.endswith(":") else ""


def _told_above(reading: Reading, piece: Piece) -> str:
    """The block above, where it holds no quoted words and tells what somebody said."""
    text = reading.document[reading.document.blocks[piece.block - 1].content] if piece.block else ""
    return text if '"' not in text and any(rule.search(text) for rule in quotation_words().rules.told) else ""


def _first_sentence(text: str) -> str:
    spans = list(sentence_spans(text, Span(0, len(text))))
    return text[: spans[0].end] if spans else text


def _last_sentence(text: str) -> str:
    spans = list(sentence_spans(text, Span(0, len(text))))
    return text[spans[-1].start : spans[-1].end] if spans else ""


def _signed(reading: Reading, piece: Piece) -> Speaker | None:
    """A line below that holds nothing but a name and a role."""
    blocks = reading.document.blocks
    text = reading.document[blocks[piece.block + 1].span] if piece.block + 1 < len(blocks) else ""
    text = text if '"' not in text else ""  # what stands there are words of its own
    rule = quotation_words().rules.follows[-1]
    signed = rule.search(text if text[:1] in "-–—" else f"- {text}")
    if not text or len(text) > SIGNATURE or text.endswith(".") or signed is None or "," not in text:
        return None
    return _named(text, rule)


def _named(text: str, rule: CompiledRule) -> Speaker | None:
    person = next(quotation_words().persons(text), None)
    if person is None:
        return None
    name = person[0].removesuffix("'s")
    role = _role_behind(text[person.end() :]) or _role_before(text[: person.start()])
    return Speaker(name, role, rule.address)


def _pronoun(reading: Reading, piece: Piece, lead: str) -> Speaker | None:
    """'Jo Doe said … "thrilled". He added:': the person who was named last in the block."""
    again = first_taking(quotation_words().rules.again, lead.strip())
    begin = reading.document.blocks[piece.block].content.start
    text = reading.document[Span(begin, piece.span.start)] if again is not None else ""
    told = [text[span.start : span.end] for span in sentence_spans(text, Span(0, len(text)))]
    named = (_named(one, again) for one in reversed(told) if again is not None)
    return next((speaker for speaker in named if speaker is not None), None)


def _last_named(text: str, rule: CompiledRule) -> Speaker | None:
    """The person who is named last in the words before a quotation."""
    person = deque(quotation_words().persons(text), maxlen=1)
    return _named(text[person[0].start() :], rule) if person else None


def _role_behind(text: str) -> str | None:
    """', Chief Executive of …, said' or '(Chief Executive)'."""
    if not text.startswith((",", " (")):
        return None
    text = text.lstrip(", (")
    ends = (rule.search(text) for rule in quotation_words().rules.role_ends)
    return quotation_words().role(text[: min((end.start() for end in ends if end is not None), default=len(text))])


def _role_before(text: str) -> str | None:
    """'The Care Inspectorate's chief executive, …' or 'Chief Executive …'."""
    said = [found.end() for rule in quotation_words().rules.follows[:1] for found in rule.finditer(text)]
    role = text[max(said, default=0) :].rstrip(" ,").split(", ")[-1]
    return quotation_words().role(role) if quotation_words().is_role(role) else None
