"""Physical lines in, one frozen document out. The order of the steps is the whole story; each step has its module."""

from __future__ import annotations

from ciextract.document import MOST_UNPLACED, Aside, AsideKind, Document, Notice, Pieces
from ciextract.read.contents import contents_pages
from ciextract.read.footnotes import footnote_lines
from ciextract.read.freezing import Freezer
from ciextract.read.furniture import furniture
from ciextract.read.grouping import Grouper, body_size
from ciextract.read.hyphens import Healer
from ciextract.read.joining import joined
from ciextract.read.lines import PhysicalLine, SourceLines
from ciextract.read.table_rows import whole_tables


def lay_out(reading: SourceLines) -> Document:
    """The document that a reader's lines make."""
    lines = reading.lines
    running = furniture(reading)
    contents = contents_pages(lines, running)
    size = body_size(lines)
    notes, rules = footnote_lines(lines, running | contents.lines, size)
    skipped = running | contents.lines | rules
    drafts, repeated = whole_tables(joined(Grouper(lines, notes, skipped).gather()))
    frozen = Freezer(Healer(lines), size).freeze(drafts)
    asides = (
        *_asides(AsideKind.FURNITURE, [lines[i] for i in sorted(running | rules)]),
        *_asides(AsideKind.FURNITURE, repeated),
        *(Aside(AsideKind.FURNITURE, text, page) for page, text in (*reading.dropped, *frozen.left_out)),
        *(Aside(AsideKind.UNPLACED, text, page) for page, text in reading.unplaced),
    )
    printed = _asides(AsideKind.FURNITURE, [lines[i] for i in sorted(contents.lines)])
    entries = (Aside(AsideKind.CONTENTS, entry) for entry in contents.entries)
    ledger = frozen.ledger | _set_aside(asides, sum(len(aside.text) for aside in printed))
    return Document(
        frozen.text,
        tuple(frozen.blocks),
        tuple(frozen.tables),
        Pieces(frozen.pieces),
        (*asides, *printed, *entries),
        ledger,
        reading.text_layer,
        reading.media_type,
        reading.pages,
        (*reading.notices, *_unplaced(ledger)),
        reading.locator,
    )


def _asides(kind: AsideKind, lines: list[PhysicalLine]) -> tuple[Aside, ...]:
    return tuple(Aside(kind, f"{line.marker or ''} {line.text}".strip(), line.page) for line in lines)


def _set_aside(asides: tuple[Aside, ...], contents_length: int) -> dict[str, int]:
    counts = {kind.value: sum(len(a.text) for a in asides if a.kind is kind) for kind in AsideKind}
    return counts | {"contents": contents_length}


def _unplaced(ledger: dict[str, int]) -> tuple[Notice, ...]:
    count = ledger["unplaced"]
    lost = count > MOST_UNPLACED * sum(ledger.values())
    return (Notice("unplaced-text", f"{count} characters could not be put in their place", lost),) if count else ()
