"""Table drafts in, whole tables out: tables that go on over pages are one, head rows found, cut rows put together."""

from __future__ import annotations

from collections.abc import Sequence

from ciextract.folding import fold_words
from ciextract.read.grouping import Draft, TableDraft, is_broken_off
from ciextract.read.lines import PhysicalLine

HEAD_CELL = 60
"""Characters of a head cell at the most."""


def whole_tables(drafts: list[Draft | TableDraft]) -> tuple[list[Draft | TableDraft], list[PhysicalLine]]:
    """(the drafts with tables merged and titles taken out of them, lines of repeated head rows)."""
    result: list[Draft | TableDraft] = []
    repeated: list[PhysicalLine] = []
    for draft in drafts:
        if not isinstance(draft, TableDraft):
            result.append(draft)
            continue
        last = result[-1] if result else None
        if isinstance(last, TableDraft) and _goes_on(last, draft):
            repeated.extend(_append(last, draft))
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


def _row_key(row: list[list[PhysicalLine]]) -> tuple[str, ...]:
    return tuple(fold_words(cell_text(cell)) for cell in row)


def _filled(row: list[list[PhysicalLine]]) -> list[int]:
    return [column for column, cell in enumerate(row) if cell]


def _titles(table: TableDraft) -> list[Draft]:
    """Leading rows of a table that say one thing over its whole width: its title, set as a paragraph."""
    from ciextract.document import BlockKind

    taken: list[Draft] = []
    while len(table.rows) > 1 and _filled(table.rows[0]) == [0] and table.columns == 2:
        taken.append(Draft(BlockKind.PARAGRAPH, table.rows.pop(0)[0]))
        table.across = {row - 1 for row in table.across}
    return taken


def _goes_on(table: TableDraft, further: TableDraft) -> bool:
    """The further table repeats the head row, or begins in the middle of the row before."""
    if table.columns != further.columns or not table.rows or not further.rows:
        return False
    if _row_key(table.rows[0]) == _row_key(further.rows[0]) and len(_filled(table.rows[0])) > 1:
        return True
    pages = _page(table.rows[-1]), _page(further.rows[0])
    turned = pages[0] is not None and pages[1] == pages[0] + 1
    return (turned and not _looks_like_head(further)) or _is_cut(table.rows[-1], further.rows[0], turned=turned)


def _page(row: list[list[PhysicalLine]]) -> int | None:
    return next((line.page for cell in row for line in cell), None)


def _append(table: TableDraft, further: TableDraft) -> list[PhysicalLine]:
    """Add the further rows; the lines of a head row that only came again."""
    rows, across = further.rows, further.across
    repeated: list[PhysicalLine] = []
    if _row_key(table.rows[0]) == _row_key(rows[0]):
        repeated = [line for cell in rows[0] for line in cell]
        rows, across = rows[1:], {row - 1 for row in across}
        table.header = 1
    turned = bool(rows) and _page(table.rows[-1]) != _page(rows[0])
    if rows and 0 not in across and _is_cut(table.rows[-1], rows[0], turned=turned):
        for cell, rest in zip(table.rows[-1], rows[0], strict=True):
            cell.extend(rest)
        rows, across = rows[1:], {row - 1 for row in across}
    offset = len(table.rows)
    table.rows.extend(rows)
    table.across.update(row + offset for row in across)
    return repeated


def _is_cut(row: list[list[PhysicalLine]], rest: list[list[PhysicalLine]], *, turned: bool) -> bool:
    """The rest goes on in the middle of the row's cells: nothing stands in its first cell, or its words go on small."""
    filled = _filled(rest)
    if not filled or len(_filled(row)) < 2:
        return False
    if filled[0] != 0 and row[0]:
        return all(row[column] for column in filled)
    going_on = [
        column
        for column in filled
        if row[column] and is_broken_off(cell_text(row[column])) and cell_text(rest[column])[:1].islower()
    ]
    return turned and len(going_on) * 2 > len(filled)


def _looks_like_head(table: TableDraft) -> bool:
    return len(table.rows) > 1 and all(line.bold for cell in table.rows[0] for line in cell)


def _header(table: TableDraft) -> int:
    """1 where the first row names the columns, else 0."""
    if len(table.rows) < 2 or 0 in table.across:
        return 0
    first, others = table.rows[0], table.rows[1:]
    texts = [cell_text(cell) for cell in first]
    if not all(texts) or any(len(text) > HEAD_CELL or text.endswith((":", ".")) for text in texts):
        return 0
    bold = [all(line.bold for line in cell) for cell in first]
    if all(bold):
        return 1
    if any(bold):
        return 0
    if table.columns > 2:
        return int(not any(text[:1].isdigit() for text in texts))
    return int(any(not row[0] or _is_longer(row, texts) for row in others) and not _is_pair(first))


def _is_longer(row: list[list[PhysicalLine]], head: list[str]) -> bool:
    return len(cell_text(row[1])) > 4 * len(head[1])


def _is_pair(row: list[list[PhysicalLine]]) -> bool:
    """A term in capitals and what it stands for, rather than two column names."""
    return cell_text(row[0]).isupper()
