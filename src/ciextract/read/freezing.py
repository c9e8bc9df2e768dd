"""Whole drafts in, the frozen document out: its one text, blocks, tables, pieces and ledger. Nothing is judged here."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from ciextract.document import Block, BlockKind, Piece, Row, Span, Table
from ciextract.read.grouping import Cell, Draft, TableDraft, shown
from ciextract.read.hyphens import HYPHEN, Healer
from ciextract.read.lines import BEGINS_WORD, SOFT_HYPHEN, PhysicalLine
from ciextract.read.normal import Run, left_out, runs, trimmed

_OWN_MARKER = re.compile(r"(?:\d{1,3}|[*†‡]+)\s*(?=\S)")
_LEDGER_NAME = {BlockKind.FOOTNOTE: "footnotes", BlockKind.ROW: "tables"}


@dataclass(slots=True)
class Frozen:
    """What becomes of the drafts."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pieces: array[int] = field(default_factory=lambda: array("i"))
    """As ``Pieces`` takes them."""
    ledger: dict[str, int] = field(default_factory=lambda: {"body": 0, "tables": 0, "footnotes": 0})
    left_out: list[tuple[int | None, str]] = field(default_factory=list)
    """Page and text of footnote markers, and of hyphens that only the end of a printed line asked for."""


class Freezer:
    """Writes the text once, from beginning to end."""

    def __init__(self, healer: Healer, body_size: float | None) -> None:
        self._healer = healer
        self._body_size = body_size
        self._parts: list[str] = []
        self._length = 0
        self._frozen = Frozen()

    def freeze(self, drafts: Sequence[Draft | TableDraft]) -> Frozen:
        for index, draft in enumerate(drafts):
            following = drafts[index + 1] if index + 1 < len(drafts) else None
            if isinstance(draft, TableDraft):
                self._table(draft, last=following is None)
            else:
                self._block(draft, following)
        self._frozen.text = "".join(self._parts)
        return self._frozen

    def _block(self, draft: Draft, following: Draft | TableDraft | None) -> None:
        start, first_part = self._length, len(self._parts)
        outer = draft.lines[0].marker if draft.inside else draft.marker
        if outer is not None:
            self._write(outer + " ")
        lead_end = self._lines(draft.lines, note=draft.kind is BlockKind.FOOTNOTE)
        if self._length == start:
            return
        span = Span(start, self._length)
        begin = min(self._content_start(draft, start, first_part), span.end)
        content = Span(begin, span.end) if begin > start else span
        self._frozen.blocks.append(self._finished(draft, span, content, lead_end))
        tight = isinstance(following, Draft) and following.kind is draft.kind is BlockKind.ITEM
        self._write("" if following is None else "\n" if tight else "\n\n")
        self._count(draft.kind, start)

    def _content_start(self, draft: Draft, start: int, first_part: int) -> int:
        """Where the text after a marker begins; ``first_part`` is the first of the parts written for the draft."""
        if draft.marker is None and draft.kind is not BlockKind.FOOTNOTE:
            return start
        text = "".join(self._parts[first_part:])
        if draft.kind is BlockKind.FOOTNOTE:
            own = _OWN_MARKER.match(text)
            return start + (own.end() if own else 0)
        assert draft.marker is not None
        outer = draft.lines[0].marker if draft.inside else None
        after = text.find(draft.marker, len(outer) if outer else 0) + len(draft.marker)
        return start + after + len(text[after:]) - len(text[after:].lstrip())

    def _finished(self, draft: Draft, span: Span, content: Span, lead_end: int | None) -> Block:
        first = draft.lines[0]
        longest = first if len(draft.lines) == 1 else max(draft.lines, key=lambda line: len(line.text))
        size = longest.size if first.size else None
        relative = size / self._body_size if size and self._body_size else None
        return Block(
            span,
            content,
            draft.kind,
            marker=shown(draft.marker),
            size=round(relative, 3) if relative is not None else None,
            bold=first.bold and all(line.bold for line in draft.lines),
            italic=first.italic and all(line.italic for line in draft.lines),
            lead=Span(content.start, lead_end) if lead_end is not None and lead_end > content.start else None,
            level=first.level,
        )

    def _table(self, draft: TableDraft, *, last: bool) -> None:
        start = self._length
        rows = []
        for index, cells in enumerate(draft.rows):
            row = self._row(cells, index in draft.across)
            self._frozen.blocks.append(Block(row.span, row.span, BlockKind.ROW, row=(len(self._frozen.tables), index)))
            rows.append(row)
            final = index == len(draft.rows) - 1
            self._write("" if final and last else "\n\n" if final else "\n")
        self._frozen.tables.append(Table(Span(rows[0].span.start, rows[-1].span.end), tuple(rows), draft.header or 0))
        self._count(BlockKind.ROW, start)

    def _row(self, cells: list[Cell], across: bool) -> Row:
        start = self._length
        spans = []
        for column, cell in enumerate(cells):
            if column:
                self._write("\t")
            begin = self._length
            if cell and cell[0].marker is not None:
                self._write(cell[0].marker + " ")
            self._lines(cell)
            spans.append(Span(begin, self._length))
        return Row(Span(start, self._length), tuple(spans), across)

    def _lines(self, lines: Sequence[PhysicalLine], *, note: bool = False) -> int | None:
        """Write the lines as one; the end of their bold beginning, where they have one."""
        lead_end: int | None = None
        leading = True
        before, above = "", None
        for line in lines:
            if line.raised or not line.text.isascii():
                self._leave_out(line, left_out(line.text, line.raised, note=note))
            normal = trimmed(runs(line.text if line is lines[-1] else _with_hyphen(line.text), line.raised, note=note))
            if not normal:
                continue
            glue = self._healer.glue(before, normal, apart=_is_set_apart(line, above))
            if glue.drop:
                self._unwrite(glue.drop)
                self._leave_out(above or line, "" if before.endswith(SOFT_HYPHEN) else "-")
            self._write(glue.between if before else "")
            if line.marker is not None and line is not lines[0]:
                self._write(line.marker + " ")
            if leading:
                lead = _bold_beginning(line, normal)
                lead_end = self._length + lead if lead else lead_end
                leading = lead >= sum([len(text) for _, text in normal])
            self._run(line, normal)
            before, above = _unhealed(line, normal), line
        return lead_end

    def _run(self, line: PhysicalLine, normal: list[Run]) -> None:
        pieces, origin = self._frozen.pieces, line.origin
        page, number = (-1 if figure is None else figure for figure in (line.page, line.number))
        for place, text in normal:
            start = self._length
            self._parts.append(text)
            self._length = end = start + len(text)
            pieces.extend((start, end, page, origin + place, number))

    def _leave_out(self, line: PhysicalLine, text: str) -> None:
        if text:
            self._frozen.left_out.append((line.page, text))

    def _write(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _unwrite(self, count: int) -> None:
        """Take back the hyphen that the last line ended in."""
        self._parts[-1] = self._parts[-1][:-count]
        self._length -= count
        pieces = self._frozen.pieces
        start, end, *place = pieces[-len(Piece._fields) :]
        del pieces[-len(Piece._fields) :]
        if end - count > start:
            pieces.extend((start, end - count, *place))

    def _count(self, kind: BlockKind, start: int) -> None:
        self._frozen.ledger[_LEDGER_NAME.get(kind, "body")] += self._length - start


def _is_set_apart(line: PhysicalLine, above: PhysicalLine | None) -> bool:
    """A gap parts the line from one that it stands beside; below it, white space is only an indent."""
    beside = line.page is not None or above is None or above.number == line.number
    return beside and line.text[:1].isspace()


def _bold_beginning(line: PhysicalLine, normal: list[Run]) -> int:
    """How many of the normal characters stand in the line's bold beginning."""
    if not line.bold and not line.lead:
        return 0
    if line.bold:
        return sum(len(text) for _, text in normal)
    return sum(min(max(line.lead - place, 0), len(text)) for place, text in normal)


def _with_hyphen(text: str) -> str:
    """The line with a hyphen at its end where a soft one stands: whether it goes is for the healer to say."""
    if SOFT_HYPHEN not in text:
        return text
    end = len(text.rstrip())
    return text[: end - 1] + "-" + text[end:] if text[end - 1 : end] == SOFT_HYPHEN else text


def _unhealed(line: PhysicalLine, normal: list[Run]) -> str:
    """The line as the next one meets it: whether it is an initial, or what hyphen it ends in, is still seen."""
    text = normal[0][1] if len(normal) == 1 else "".join([text for _, text in normal])
    tail = line.text.rstrip()[-1:]
    if tail == BEGINS_WORD:
        return text + tail
    return text[:-1] + tail if tail in (SOFT_HYPHEN, HYPHEN) else text
