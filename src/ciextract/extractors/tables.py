"""Tables as printed: title, head row, rows. Numbered paragraphs and figures in boxes, laid out in columns, are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ciextract.document import Block, BlockKind, Span, Table
from ciextract.extractors.finding import TableFinding
from ciextract.extractors.reading import Reading
from ciextract.outline.candidates import looks_like_title
from ciextract.outline.model import SectionFound
from ciextract.vocabulary.tables import caption_rule, is_paragraph_number, leads_in, names_columns

BOXED = 3
"""Words of a boxed figure at the least, the figure counted."""
_FIGURE = re.compile(r"\d")


def tables(reading: Reading) -> Iterator[TableFinding]:
    """The tables in reading order."""
    blocks = enumerate(reading.document.blocks)
    beginnings = {block.row[0]: index for index, block in blocks if block.row is not None and block.row[1] == 0}
    for index, table in enumerate(reading.document.tables):
        cells = _cells(reading, table)
        if _is_table(cells):
            head = table.header or int(names_columns(cells[0]))
            if not head and _are_boxes(cells):
                continue
            title, rule = _title(reading, table, beginnings[index])
            yield TableFinding(
                span=table.span,
                rule=rule,
                title=title,
                header=cells[0] if head else (),
                rows=tuple(cells[head:]),
            )


def _cells(reading: Reading, table: Table) -> list[tuple[str, ...]]:
    """The words of all cells; columns at the end that hold nothing are left out."""
    rows = [[_words(reading, cell) for cell in row.cells] for row in table.rows]
    width = max((index + 1 for row in rows for index, cell in enumerate(row) if cell), default=0)
    return [tuple(row[:width]) for row in rows]


def _words(reading: Reading, span: Span) -> str:
    return " ".join(reading.document[span].split())


def _is_table(rows: list[tuple[str, ...]]) -> bool:
    """Two rows and two columns at the least, and no numbered paragraphs."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    numbered = sum(is_paragraph_number(row[0]) for row in rows)
    return len(rows[0]) > 2 or 2 * numbered <= len(rows)


def _are_boxes(rows: list[tuple[str, ...]]) -> bool:
    """Figures in boxes set side by side: in every column most cells have a figure of their own and words for it."""
    columns = zip(*rows, strict=True)
    told = (
        [bool(_FIGURE.search(cell)) and len(cell.split()) >= BOXED for cell in column if cell] for column in columns
    )
    return all(2 * sum(column) > len(column) for column in told)


def _title(reading: Reading, table: Table, beginning: int) -> tuple[str | None, str]:
    """The caption, or the heading that the table stands under, with the rule."""
    blocks = reading.document.blocks
    section = reading.section_of(table.span)
    above = blocks[beginning - 1] if beginning else None
    if above is not None and _is_caption(reading, above, section):
        return _words(reading, above.content), "extractors/tables#caption"
    end = beginning + len(table.rows)
    below = blocks[end] if end < len(blocks) else None
    if below is not None and _is_caption_below(reading, end):
        return _words(reading, below.content), "extractors/tables#caption-below"
    if section.heading is not None:
        return _words(reading, section.heading.title), "extractors/tables#heading"
    return None, "extractors/tables#no-title"


def _is_caption(reading: Reading, block: Block, section: SectionFound) -> bool:
    """A line just above the table, no heading itself, that reads as a title."""
    heading = section.heading
    if block.kind is not BlockKind.PARAGRAPH or block.marker is not None:
        return False
    if heading is not None and block.span.start < heading.span.end:
        return False
    text = reading.document[block.content]
    return caption_rule(text) is not None or (looks_like_title(text) and not leads_in(text))


def _is_caption_below(reading: Reading, index: int) -> bool:
    """A numbered caption just below the table, which no table follows that it could belong to."""
    blocks = reading.document.blocks
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    alone = following is None or following.row is None
    return blocks[index].row is None and alone and caption_rule(reading.document[blocks[index].content]) is not None
