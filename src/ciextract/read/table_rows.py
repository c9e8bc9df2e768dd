"""Table drafts in, whole tables out: tables that go on over pages are one, head rows found, cut rows put together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ciextract.document import BlockKind
from ciextract.folding import fold_words
from ciextract.read.grouping import Cell, Draft, TableDraft, begins_small, ends_joining, is_broken_off
from ciextract.read.lines import PhysicalLine
from ciextract.vocabulary.grades import grades
from ciextract.vocabulary.tables import names_columns

HEAD_CELL = 60
"""Characters of a head cell at the most."""
LONG_HEAD = 150
"""The same, above cells that are all a third as long as other head cells may be, or shorter."""
ABBREVIATION = 5
"""Characters of a head cell that may end with a point ('Ref.')."""
LONGER = 3
"""Cells below a head are longer than it by this factor where length alone tells it from them."""
FEW = 4
"""Cells of a column from which values that come again tell a head from them."""
_SEVERAL = 3
"""Columns from which any line between two tables may be a row over their whole width; of two, a heading alone."""
_NUMBERED = re.compile(r"\d{1,2}\.\d{1,2}[.:]? [A-Z][a-z]+ [a-z]")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?")


def whole_tables(drafts: list[Draft | TableDraft]) -> tuple[list[Draft | TableDraft], list[PhysicalLine]]:
    """(the drafts with tables merged and titles taken out of them, lines of repeated head rows)."""
    result: list[Draft | TableDraft] = []
    repeated: list[PhysicalLine] = []
    for draft in drafts:
        if not isinstance(draft, TableDraft):
            result.append(draft)
            continue
        table = _table_before(result, draft)
        if table is not None:
            repeated.extend(_append(table, draft))
        else:
            result.extend(_titles(draft))
            if draft.rows:
                result.append(draft)
    for draft in result:
        if isinstance(draft, TableDraft):
            draft.header = draft.header if draft.header is not None else _header(draft)
    return result, repeated


def cell_text(cell: Sequence[PhysicalLine]) -> str:
    """The text of a cell on one line."""
    return " ".join(line.text.strip() for line in cell)


def _row_key(row: list[Cell]) -> tuple[str, ...]:
    return tuple(fold_words(cell_text(cell)) for cell in row)


def _filled(row: list[Cell]) -> list[int]:
    return [column for column, cell in enumerate(row) if cell]


def _table_before(before: list[Draft | TableDraft], further: TableDraft) -> TableDraft | None:
    """The table that the further one goes on with, a line over its whole width between the two taken into it."""
    last = before[-1] if before else None
    if isinstance(last, TableDraft):
        return last if _goes_on(last, further) else None
    table = before[-2] if len(before) > 1 else None
    if last is None or not isinstance(table, TableDraft) or not _stands_across(table, last, further):
        return None
    before.pop()
    if begins_small(last.text) and is_broken_off(cell_text(table.rows[-1][0])):
        table.rows[-1][0].extend(last.lines)  # the first cell goes on, and nothing beside it
        return table
    table.across.add(len(table.rows))
    table.rows.append([last.lines, *([] for _ in range(table.columns - 1))])
    return table


def _stands_across(table: TableDraft, draft: Draft, further: TableDraft) -> bool:
    """One line between the lines of two tables of as many columns, without a blank line or a new head row."""
    line = draft.lines[0]
    if len(draft.lines) > 1 or line.fresh or table.columns != further.columns:
        return False
    if table.columns < _SEVERAL and line.text.rstrip().endswith((".", ":", ";", ",")):
        return False
    below = next((one.number for cell in further.rows[0] for one in cell), None)
    if line.number is None or below != line.number + 1:
        return False
    if len(table.rows) == 1 or _row_key(table.rows[0]) == _row_key(further.rows[0]):
        return True
    head, first = ([cell_text(cell) for cell in one.rows[0]] for one in (table, further))
    return not names_columns(first) and (names_columns(head) or not _header(further))


def _titles(table: TableDraft) -> list[Draft]:
    """Leading rows of a table that say one thing over its whole width: its title, set as a paragraph."""
    taken: list[Draft] = []
    while len(table.rows) > 1 and _filled(table.rows[0]) == [0] and (_heads_two(table) or _head_follows(table)):
        taken.append(Draft(BlockKind.PARAGRAPH, table.rows.pop(0)[0]))
        table.across = {row - 1 for row in table.across if row}
    return taken


def _heads_two(table: TableDraft) -> bool:
    """The first row stands above two columns, and no further one parts them into groups as it may do."""
    return table.columns == 2 and not any(_filled(row) == [0] for row in table.rows[1:])


def _head_follows(table: TableDraft) -> bool:
    """The first row stands across and the second names the columns."""
    below = TableDraft(table.columns, table.rows[1:], {row - 1 for row in table.across if row})
    return 0 in table.across and _header(below) == 1


def _goes_on(table: TableDraft, further: TableDraft) -> bool:
    """The further table repeats the head row, or begins in the middle of the row before."""
    if table.columns != further.columns or not table.rows or not further.rows:
        return False
    if _row_key(table.rows[0]) == _row_key(further.rows[0]) and len(_filled(table.rows[0])) > 1:
        return True
    turned = _is_turned(table.rows[-1], further.rows[0])
    return (turned and not _looks_like_head(further)) or _is_cut(table.rows, further.rows[0], turned=turned)


def _is_turned(row: list[Cell], below: list[Cell]) -> bool:
    """The row below begins the next page, or stands higher up in a column of the page further right."""
    lines = [line for cell in row for line in cell]
    first = next((line for cell in below for line in cell), None)
    if not lines or first is None or first.page is None or lines[0].page is None:
        return False
    boxes = [line.box for line in lines if line.box is not None]
    if first.page > lines[0].page or first.box is None or not boxes:
        return first.page == lines[0].page + 1
    return first.box[0] > max(box[2] for box in boxes) and first.box[1] < min(box[1] for box in boxes)


def _append(table: TableDraft, further: TableDraft) -> list[PhysicalLine]:
    """Add the further rows; the lines of a head row that only came again."""
    rows, across = further.rows, further.across
    repeated: list[PhysicalLine] = []
    if _row_key(table.rows[0]) == _row_key(rows[0]):
        repeated = [line for cell in rows[0] for line in cell]
        rows, across = rows[1:], {row - 1 for row in across if row}
        table.header = 1
    turned = bool(rows) and _is_turned(table.rows[-1], rows[0])
    if rows and 0 not in across and _is_cut(table.rows, rows[0], turned=turned):
        for cell, rest in zip(table.rows[-1], rows[0], strict=True):
            cell.extend(rest)
        rows, across = rows[1:], {row - 1 for row in across if row}
    offset = len(table.rows)
    table.rows.extend(rows)
    table.across.update(row + offset for row in across)
    return repeated


def _is_cut(rows: list[list[Cell]], rest: list[Cell], *, turned: bool) -> bool:
    """The rest goes on in the middle of the last row: nothing stands in its first cell, or its words go on small."""
    row, filled = rows[-1], _filled(rest)
    if filled == _filled(row) == [0]:
        return turned and _cell_goes_on(row[0], rest[0])
    if _is_complement(rows, rest):
        return turned
    if not filled or len(_filled(row)) < 2:
        return False
    if filled[0] != 0 and row[0]:
        return all(row[column] for column in filled) or (turned and _has_room(row, rest))
    going_on = [column for column in filled if _cell_goes_on(row[column], rest[column])]
    led_on = any(ends_joining(cell_text(row[column])) for column in going_on)
    return turned and (led_on or len(going_on) * 2 > len(filled))


def _is_complement(rows: list[list[Cell]], rest: list[Cell]) -> bool:
    """Some cells of the last row found room and the others did not; in no row above is the first cell empty."""
    row, filled = rows[-1], _filled(rest)
    if not filled or set(filled) & set(_filled(row)) or not all(each[0] for each in rows[:-1]):
        return False
    return _filled(row) == [0] or not row[0]


def _cell_goes_on(cell: Cell, rest: Cell) -> bool:
    return bool(cell) and is_broken_off(cell_text(cell)) and cell_text(rest)[:1].islower()


def _has_room(row: list[Cell], rest: list[Cell]) -> bool:
    """Each cell of the rest goes on, or found no room on the page before: none of its lines stands there."""
    return all(not row[column] or _cell_goes_on(row[column], rest[column]) for column in _filled(rest))


def _looks_like_head(table: TableDraft) -> bool:
    return len(table.rows) > 1 and all(line.bold for cell in table.rows[0] for line in cell)


def _header(table: TableDraft) -> int:
    """1 where the first row names the columns, else 0."""
    columns = [column for column in range(table.columns) if any(row[column] for row in table.rows)]
    if len(table.rows) < 2 or len(columns) < 2 or 0 in table.across:
        return 0
    first = [table.rows[0][column] for column in columns]
    others = [[cell_text(row[column]) for column in columns] for row in table.rows[1:]]
    texts = [cell_text(cell) for cell in first]
    if _heads_grades(texts, others):
        return 1
    if not _can_head(texts, others):
        return 0
    bold = [all(line.bold for line in cell) for cell in first if cell]
    if all(bold) or names_columns(texts):
        return 1
    if any(bold):
        return 0
    if len(columns) > 2:
        named = (not text[:1].isdigit() or _YEAR.fullmatch(text) for text in texts[:1])
        return int(all(named) and all(map(_may_head, texts[1:])))
    return int(_is_other_than_below(texts, others))


def _may_head(text: str) -> bool:
    """A head may begin with a figure where it is a year, or the number of what it names ('2.1 Impact on families')."""
    return not text[:1].isdigit() or bool(_YEAR.fullmatch(text) or _NUMBERED.match(text))


def _heads_grades(texts: list[str], others: list[list[str]]) -> bool:
    """Below words of any length stand nothing but grades, each in its column."""
    cells = [cell for row in others for cell in row]
    return all(texts) and all(map(grades().named, cells)) and not any(map(grades().named, texts))


def _can_head(texts: list[str], others: list[list[str]]) -> bool:
    """Short cells without a final mark; only the head of a column of labels may be empty."""
    if not all(texts[1:]) or not (texts[0] or (len(texts) > 2 and all(row[0] for row in others))):
        return False
    ends = any(text.endswith((":", ".")) and len(text) > ABBREVIATION for text in texts)
    return not ends and all(
        len(text) <= HEAD_CELL or (column and _stands_over_short(text, [row[column] for row in others]))
        for column, text in enumerate(texts)
    )


def _stands_over_short(text: str, below: list[str]) -> bool:
    """A longer head, such as the name of an indicator, above cells that are all short by far."""
    return len(text) <= LONG_HEAD and all(LONGER * len(cell) < HEAD_CELL for cell in below)


def _is_other_than_below(head: list[str], others: list[list[str]]) -> bool:
    """Of two columns: the cells below are longer by far, are few words that come again, or leave the first out."""
    if head[0].isupper():  # a term in capitals and what it stands for, rather than two column names
        return False
    if any(not row[0] for row in others):
        return True
    below = sorted(len(row[1]) for row in others if row[1])
    if below and below[0] > len(head[1]) and below[len(below) // 2] > LONGER * len(head[1]):
        return True
    values = [fold_words(row[1]) for row in others]
    return len(values) >= FEW and 2 * len(set(values)) <= len(values) and fold_words(head[1]) not in values
