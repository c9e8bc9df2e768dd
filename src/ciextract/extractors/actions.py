"""Rows of improvement plans: what is amiss, what will be done, by whom and when. Whether it was done is not judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ciextract.document import Row, Span
from ciextract.extractors.finding import ActionFinding
from ciextract.extractors.listed_actions import listed_actions, stands_in_a_plan
from ciextract.extractors.reading import Reading
from ciextract.folding import fold, fold_words
from ciextract.frozen import frozen
from ciextract.outline.matching import Matcher, matcher_of
from ciextract.vocabulary.dates import dates_in
from ciextract.vocabulary.plans import (
    ColumnMeaning,
    ends_a_time,
    is_part_of_time,
    is_plan_by_itself,
    issue_in,
    plan_columns,
    plans,
    ref_at_head,
)
from ciextract.vocabulary.tables import names_columns

Columns = dict[ColumnMeaning, int]

HEAD_WITHIN = 3
"""Rows at the beginning of a table among which its head stands."""
DATED = 0.5
"""A column without a known heading is one of dates where more than this share of its cells are dates."""
_STATEMENT = "statement"
_RULE = "extractors/actions#row"
_TOLD: tuple[ColumnMeaning, ...] = ("issue", "task", "expected_outcome", "owner", "monitoring", "timescale")


@frozen
class _Plan:
    """The columns of a plan, its head row folded, and the column at whose cells' heads references stand."""

    columns: Columns
    head: tuple[str, ...]
    ref_in: ColumnMeaning | None


@dataclass(slots=True)
class _Action:
    """A row, or what goes on over several, before it is told; ``texts`` holds no empty ones."""

    span: Span
    statement: int | None
    ref: str | None
    texts: dict[ColumnMeaning, str]

    def add(self, rest: _Action) -> None:
        """Take in the words of a row that goes on where this one broke off."""
        self.span = Span(self.span.start, rest.span.end)
        for meaning, text in rest.texts.items():
            self.texts[meaning] = f"{self.texts[meaning]} {text}" if meaning in self.texts else text

    def finding(self) -> ActionFinding:
        return ActionFinding(
            span=self.span,
            rule=_RULE,
            ref=self.ref,
            statement=self.statement,
            issue=self.texts.get("issue"),
            task=self.texts.get("task"),
            expected_outcome=self.texts.get("expected_outcome"),
            owner=self.texts.get("owner"),
            monitoring=self.texts.get("monitoring"),
            timescale=self.texts.get("timescale"),
        )


def actions(reading: Reading) -> Iterator[ActionFinding]:
    """The rows of all plans and the entries of plans that are lists, in reading order."""
    yield from sorted((*_in_tables(reading), *listed_actions(reading)), key=lambda finding: finding.span)


def _in_tables(reading: Reading) -> Iterator[ActionFinding]:
    """The rows of all plans; a table without a head goes on with the plan before it."""
    matcher = matcher_of(reading.programme)
    plan: _Plan | None = None
    part = -1
    for table in reading.document.tables:
        rows = [_words(reading, row) for row in table.rows]
        head = _head(rows) if _may_be_plan(reading, table.span, rows) else None
        before, part = part, reading.outline.part_at(table.span.start)
        if head is not None:
            plan = _plan(rows, head)
        elif plan is not None and (part != before or len(rows[0]) != len(plan.head) or names_columns(rows[0])):
            plan = None
        if plan is not None:
            issue = _issue_above(reading, table.span) if "issue" not in plan.columns else None
            walk = _PlanRows(matcher, plan, reading.section_of(table.span).statement, issue)
            first = 0 if head is None else head + 1 + (_second_head(rows, head) is not None)
            yield from (action.finding() for action in walk.actions(table.rows[first:], rows[first:]))


def _may_be_plan(reading: Reading, span: Span, rows: Sequence[tuple[str, ...]]) -> bool:
    """The table stands in a plan, or its columns make one by themselves."""
    if stands_in_a_plan(reading, span):
        return True
    return any(is_plan_by_itself(plan_columns(row)) for row in rows[:HEAD_WITHIN])


def _issue_above(reading: Reading, table: Span) -> str | None:
    """What the line right above the table says that its rows are about, where it names an area for improvement."""
    above = reading.block_at(table.start - 1)
    if above.row is not None or above.content.end > table.start:
        return None
    return issue_in(reading.document[Span(above.span.start, above.content.end)])


def _words(reading: Reading, row: Row) -> tuple[str, ...]:
    return tuple(" ".join(reading.document[cell].split()) for cell in row.cells)


# Columns


def _head(rows: Sequence[tuple[str, ...]]) -> int | None:
    """Index of the row that names the columns of a plan."""
    return next((index for index, row in enumerate(rows[:HEAD_WITHIN]) if plan_columns(row)), None)


def _second_head(rows: Sequence[tuple[str, ...]], head: int) -> dict[int, str] | None:
    """The columns that a second row names below one head ('Start' and 'End' below 'Timescale'), None without one."""
    below = rows[head + 1] if head + 1 < len(rows) else ()
    named = {index: cell for index, cell in enumerate(below) if cell}
    return named if len(named) > 1 and all(is_part_of_time(cell) for cell in named.values()) else None


def _plan(rows: list[tuple[str, ...]], head: int) -> _Plan:
    columns = dict(plan_columns(rows[head]))
    further = _second_head(rows, head)
    if further is not None:
        columns["timescale"] = next((at for at, cell in further.items() if ends_a_time(cell)), max(further))
    body = [row for row in rows[head + 1 :] if sum(map(bool, row)) > 1]
    for index in range(len(rows[head])):
        cells = [row[index] for row in body if row[index]]
        if index not in columns.values() and cells:
            meaning = _meaning(index, cells, columns)
            if meaning is not None and meaning not in columns:
                columns[meaning] = index
    return _Plan(columns, tuple(map(fold_words, rows[head])), _ref_in(columns, body))


def _meaning(index: int, cells: Sequence[str], columns: Columns) -> ColumnMeaning | None:
    """What a column of unknown heading means, by what stands in it and beside it."""
    if all(_ref_alone(cell) is not None for cell in cells):
        return "ref"
    if sum(map(_is_date, cells)) > DATED * len(cells):
        return "timescale"
    if columns.get("task") == index + 1:
        return "issue"
    return "task" if columns.get("issue") == index - 1 else None


def _is_date(cell: str) -> bool:
    found = next(dates_in(cell), None)
    return found is not None and len(cell) < 2 * (found.end - found.start)


def _ref_alone(cell: str) -> str | None:
    """The reference that is all that the cell holds."""
    match = next((found for rule in plans().ref_cells if (found := rule.search(cell))), None)
    return match["ref"] if match is not None else None


def _ref_in(columns: Columns, body: Sequence[tuple[str, ...]]) -> ColumnMeaning | None:
    """The issue or the task, where more than half of its cells begin with a reference and no column has them.

    Of both, the one with more references: one issue ('1.') may have several tasks ('1.1', '1.2').
    """
    if "ref" in columns and any(row[columns["ref"]] for row in body):
        return None
    meanings: tuple[ColumnMeaning, ...] = ("issue", "task")
    found: dict[ColumnMeaning, tuple[int, int]] = {}
    for meaning in meanings:
        cells = [row[columns[meaning]] for row in body if row[columns[meaning]]] if meaning in columns else []
        refs = [ref[0] for ref in map(ref_at_head, cells) if ref is not None]
        if 2 * len(refs) > len(cells):
            found[meaning] = len(refs), sum("." in ref for ref in refs)
    return max(found, key=lambda meaning: found[meaning], default=None)


# Rows


class _PlanRows:
    """Walks the rows of one table of a plan, knowing the statement that they stand under."""

    def __init__(self, matcher: Matcher, plan: _Plan, statement: int | None, issue: str | None) -> None:
        self._matcher = matcher
        self._issue = issue
        self._plan = plan
        self._under = statement

    def actions(self, rows: Sequence[Row], words: Sequence[tuple[str, ...]]) -> Iterator[_Action]:
        last: _Action | None = None
        for row, cells in zip(rows, words, strict=True):
            if tuple(map(fold_words, cells)) == self._plan.head:
                continue
            if self._is_group(row, cells):
                number = self._statement(" ".join(cells))
                self._under = self._under if number is None else number
                continue
            action = self._action(row, cells)
            if last is not None and _is_rest(last, action):
                last.add(action)
                continue
            if last is not None:
                self._share_issue(last, action)
                yield last
            last = action
        yield from (last,) if last is not None else ()

    def _is_group(self, row: Row, cells: tuple[str, ...]) -> bool:
        """A row over the whole width, or one that holds no more than a statement's number and title."""
        filled = [index for index, cell in enumerate(cells) if cell]
        if row.across or filled in ([], [0]) or len(set(cells)) == 1:
            return True
        titles = {self._plan.columns.get(meaning) for meaning in ("ref", "issue", "statement")}
        return set(filled) <= titles and self._statement(" ".join(cells)) is not None

    def _statement(self, text: str) -> int | None:
        """Number of the statement that the words name or are the title of."""
        for rule in plans().groups:
            match = rule.search(fold(text))
            if match is not None:
                return int(match["number"])
        found = self._matcher.match(text)
        is_statement = found is not None and found.kind == _STATEMENT and isinstance(found.number, int)
        return int(found.number) if found is not None and found.number is not None and is_statement else None

    def _action(self, row: Row, cells: tuple[str, ...]) -> _Action:
        values = {meaning: cells[index] for meaning, index in self._plan.columns.items() if cells[index]}
        ref = self._take_ref(values)
        own = values.get("statement", "")
        if own:  # the rows below it, whose cells are merged with it or empty, stand under it too
            self._under = int(own) if own.isdecimal() else self._statement(own)
        texts = {name: _without_ref(values[name], ref) for name in _TOLD if values.get(name)}
        if self._issue is not None and "task" in texts:
            texts["issue"] = self._issue
        return _Action(row.span, self._under, ref, texts)

    def _take_ref(self, values: dict[ColumnMeaning, str]) -> str | None:
        """The reference, taken off the head of the cell that it stands in."""
        if "ref" in values:
            return _ref_alone(values["ref"]) or values["ref"]
        at = self._plan.ref_in
        found = ref_at_head(values[at]) if at is not None and at in values else None
        if at is None or found is None:
            return None
        values[at] = values[at][found[1] :].strip()
        return found[0]

    def _share_issue(self, last: _Action, action: _Action) -> None:
        """A further task for the issue of the row above has its issue, and its reference where it has none itself."""
        if "issue" not in action.texts and "issue" in self._plan.columns and _is_beside(last.ref, action.ref):
            action.ref = action.ref or last.ref
            if "issue" in last.texts:
                action.texts["issue"] = last.texts["issue"]


def _is_beside(ref: str | None, further: str | None) -> bool:
    """The further reference is none, or is of the same group: '1.2' behind '1.1', '3b' behind '3a'."""
    return further is None or (ref is not None and ref[:-1] == further[:-1] and len(ref) > 1)


def _without_ref(text: str, ref: str | None) -> str:
    """The words of a cell, without the row's reference, or that of its group, where it is printed there too."""
    found = ref_at_head(text) if ref is not None else None
    same = found is not None and ref is not None and (found[0] == ref or ref.startswith(f"{found[0]}."))
    return text[found[1] :].strip() if found is not None and same else text


def _is_rest(last: _Action, action: _Action) -> bool:
    """The row has no reference, and its words go on where those of the row before broke off."""
    issue = action.texts.get("issue", "")
    if action.ref is not None or (issue and not issue[:1].islower()):
        return False
    going_on = [name for name, text in action.texts.items() if name in last.texts and text[:1].islower()]
    return 2 * len(going_on) >= len(action.texts) or "task" not in action.texts
