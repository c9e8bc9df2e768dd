"""Plans written as lists in, their entries out: a task and, under labels, who does it, by when and what for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ciextract.document import Block, BlockKind, Span
from ciextract.extractors.finding import ActionFinding
from ciextract.extractors.reading import Reading
from ciextract.outline.model import SectionFound
from ciextract.record import DocumentKind
from ciextract.vocabulary.plan_labels import LabelFound, label_alone, label_of_row, labels_in
from ciextract.vocabulary.plans import ColumnMeaning, issue_in, ref_at_head

_PLAN = "improvement_plan"
_RULE = "extractors/listed_actions#entry"
_OF_A_TASK: frozenset[ColumnMeaning] = frozenset({"expected_outcome", "owner", "monitoring", "timescale"})
"""What labels say of a task: one at the least of one with a label, two of one without."""
_NUMBER = re.compile(r"[A-Z]?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?")


def stands_in_a_plan(reading: Reading, span: Span) -> bool:
    """The span stands in an improvement plan, or below the heading of one."""
    if reading.part_of(span).kind is DocumentKind.IMPROVEMENT_PLAN:
        return True
    return any(map(_is_plan, reading.outline.above(reading.section_of(span))))


def _is_plan(section: SectionFound) -> bool:
    return _PLAN in (section.kind, section.heading.role if section.heading is not None else None)


@dataclass(slots=True)
class _Entry:
    """What is gathered of one task; ``open`` is what a label without words behind it waits for."""

    span: Span
    statement: int | None
    ref: str | None = None
    labelled: bool = False
    open: ColumnMeaning | None = None
    texts: dict[ColumnMeaning, str] = field(default_factory=dict)

    def say(self, meaning: ColumnMeaning, text: str, end: int) -> None:
        """Take in what is said under a label, or below it."""
        if text:
            self.texts[meaning] = f"{self.texts[meaning]} {text}" if meaning in self.texts else text
        self.open = meaning if meaning not in self.texts or self.open == meaning else None
        self.span = Span(self.span.start, max(self.span.end, end))

    def is_told(self) -> bool:
        return "task" in self.texts and len(self.texts.keys() & _OF_A_TASK) >= (1 if self.labelled else 2)


def listed_actions(reading: Reading) -> Iterator[ActionFinding]:
    """The entries of all plans that are lists, in reading order."""
    if not any(part.kind is DocumentKind.IMPROVEMENT_PLAN for part in reading.outline.parts) and not any(
        map(_is_plan, reading.outline.sections)
    ):
        return
    walk = _Walk(reading)
    for block in reading.document.blocks:
        if block.kind is not BlockKind.FOOTNOTE and stands_in_a_plan(reading, block.span):
            yield from walk.take(block) if block.row is None else walk.take_row(*block.row)
        else:
            yield from walk.end()
    yield from walk.end()


class _Walk:
    """Goes through the blocks of plans, knowing the entry that is open and the issue that entries are about."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._issue: str | None = None
        self._entry: _Entry | None = None

    def end(self) -> Iterator[ActionFinding]:
        """The entry that was open, where enough is told of it."""
        entry, self._entry = self._entry, None
        if entry is not None and entry.is_told():
            yield self._finding(entry)

    def take(self, block: Block) -> Iterator[ActionFinding]:
        """What the block ends; it is read itself."""
        text = self._reading.document[block.content]
        labels = labels_in(text)
        issue = issue_in(self._reading.document[Span(block.span.start, block.content.end)])
        if issue is None and len(labels) == 1 and labels[0].meaning == "issue" and not labels[0].label:
            issue = text[labels[0].start : labels[0].end].strip()
        if issue and not self._is_of_the_entry():
            yield from self.end()
            self._issue = issue
            return
        names = any(label.meaning in ("task", "issue") for label in labels)
        if not names and self._reading.is_heading(block) and block.marker is None:
            yield from self.end()
            self._issue = None
            return
        alone = label_alone(text) if block.marker is None and not labels else None
        if alone is not None:
            yield from self._labelled(alone, "", block.span.start, block.content.end)
            return
        before = text[: labels[0].label].strip(" ;|,") if labels else text
        if before:
            yield from self._unlabelled(block, before)
        for label in labels:
            start = block.content.start + label.label if label.label else block.span.start
            said = text[label.start : label.end].strip()
            yield from self._labelled(label, said, start, block.content.start + label.end)

    def take_row(self, table: int, row: int) -> Iterator[ActionFinding]:
        """A row of two cells, the first of which is a label; any other ends the entry."""
        cells = self._reading.document.tables[table].rows[row].cells
        texts = [" ".join(self._reading.document[cell].split()) for cell in cells]
        label = label_of_row(texts)
        if label is None:
            yield from self.end()
        else:
            yield from self._labelled(label, texts[1], cells[0].start, cells[1].end)

    def _is_of_the_entry(self) -> bool:
        """A task alone stands above: the issue behind it is its own."""
        entry = self._entry
        return entry is not None and entry.labelled and entry.texts.keys() == {"task"}

    def _unlabelled(self, block: Block, text: str) -> Iterator[ActionFinding]:
        """Words below a label without any, or a numbered item that may be a task; other words end the entry."""
        number = _NUMBER.search(block.marker) if block.marker is not None else None
        entry = self._entry
        if entry is not None and entry.open is not None and (number is None or block.kind is BlockKind.ITEM):
            entry.say(entry.open, text, block.content.end)
            return
        yield from self.end()
        if number is not None:
            self._begin(block.span.start, number[0]).say("task", text, block.content.end)

    def _labelled(self, label: LabelFound, text: str, start: int, end: int) -> Iterator[ActionFinding]:
        """What a label says, which stands from start to end."""
        if self._entry is not None and self._begins_another(self._entry, label):
            yield from self.end()
        entry = self._entry or self._begin(start, None)
        if label.meaning == "ref":
            entry.ref = text or label.ref
            return
        if label.meaning == "task":
            self._make_labelled(entry)
            at_head = ref_at_head(text) if label.ref is None and entry.ref is None else None
            entry.ref = label.ref or entry.ref or (at_head[0] if at_head is not None else None)
            text = text[at_head[1] :].strip() if at_head is not None else text
        entry.open = None
        entry.say(label.meaning, text, end)

    def _begins_another(self, entry: _Entry, label: LabelFound) -> bool:
        told = entry.texts.keys() | ({"ref"} if entry.ref is not None and entry.texts else set())
        said = len(told & _OF_A_TASK)
        if label.meaning == "task":
            return (entry.labelled or said > 0) if "task" in told else said > 1
        return label.meaning in told or (label.meaning == "issue" and said > 0)

    @staticmethod
    def _make_labelled(entry: _Entry) -> None:
        """What stood above a task that has a label is what is amiss."""
        if "task" in entry.texts and "issue" not in entry.texts:
            entry.texts["issue"] = entry.texts.pop("task")
        entry.labelled = True

    def _begin(self, start: int, ref: str | None) -> _Entry:
        statement = self._reading.section_of(Span(start, start)).statement
        self._entry = _Entry(Span(start, start), statement, ref)
        return self._entry

    def _finding(self, entry: _Entry) -> ActionFinding:
        texts = entry.texts
        own = texts.get("statement", "")
        return ActionFinding(
            span=entry.span,
            rule=_RULE,
            ref=entry.ref,
            statement=int(own[0]) if own[:1].isdecimal() else entry.statement,
            issue=texts.get("issue", self._issue),
            task=texts.get("task"),
            expected_outcome=texts.get("expected_outcome"),
            owner=texts.get("owner"),
            monitoring=texts.get("monitoring"),
            timescale=texts.get("timescale"),
        )
