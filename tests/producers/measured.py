"""A fixture and one of its PDFs in; the words in order and the rows of tables that both have out.

The text is what the fixture's writers print: the blocks of document.txt, without the contents page, running heads and
feet. Footnotes are compared apart, as each producer puts them on another page.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from fixtures.builders.blocks import Boxes, Cover, Heading, Numbered, Paragraph, Table, is_span, plain
from fixtures.builders.parsing import read_fixture

from ciextract.document import BlockKind
from ciextract.folding import DASHES, QUOTES
from ciextract.pipeline import read_document

BULLET = "•"


@dataclass(frozen=True, slots=True)
class Told:
    """Words of the text and of the footnotes, in order, and the rows of all ruled tables."""

    words: list[str]
    notes: list[str]
    rows: list[tuple[str, ...]]


def normal(text):
    """One space for any white space, straight quotes, plain dashes; bullets, which every printer sets its own way, left out."""
    return " ".join(text.translate(QUOTES).translate(DASHES).replace("…", "...").replace(BULLET, " ").split())


def wanted(folder):
    """What the fixture says."""
    fixture = read_fixture(folder)
    texts = list(chain.from_iterable(map(_texts, fixture.blocks)))
    notes = [run.note for run in chain.from_iterable(map(_runs, fixture.blocks)) if run.note]
    rows = [_row(row) for block in fixture.blocks if isinstance(block, Table) for row in block.rows]
    said = [f"{note.number} {plain(note.runs)}" for note in notes]
    return Told(normal(" ".join(texts)).split(), normal(" ".join(said)).split(), rows)


def read(path):
    """What the reader makes of the PDF."""
    document = read_document(path.read_bytes())
    body = [document[block.span] for block in document.blocks if block.kind is not BlockKind.FOOTNOTE]
    notes = [document[block.span] for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    rows = [_read_row(document, row) for table in document.tables for row in table.rows]
    return Told(normal(" ".join(body)).split(), normal(" ".join(notes)).split(), rows)


def share_in_order(one, other):
    """Share of the first's words that the second has in the same order."""
    matched = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    return matched / max(len(one), len(other), 1)


def differences(one, other):
    """Lines that tell what differs between two lists of words or rows."""
    changes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [f"{one[a:b]} -> {other[c:d]}" for kind, a, b, c, d in changes if kind != "equal"]


def _row(row):
    cells = [normal(" ".join(map(_paragraph, cell))) for cell in row]
    return (cells[0],) if is_span(row) else tuple(cells)


def _read_row(document, row):
    cells = tuple(normal(document[cell]) for cell in row.cells)
    return cells[:1] if not any(cells[1:]) else cells


def _paragraph(paragraph):
    return f"{paragraph.marker} {plain(paragraph.runs)}"


def _texts(block):
    match block:
        case Paragraph():
            yield _paragraph(block)
        case Numbered(label, parts):
            yield from (label, *map(_paragraph, parts))
        case Heading():
            yield block.title
        case Table(rows):
            yield from (_paragraph(part) for row in rows for cell in row for part in cell)
        case Boxes(boxes):
            yield from (_paragraph(part) for box in boxes for part in box)
        case Cover():
            yield from (*block.logo, block.title, *block.rest)


def _runs(block):
    match block:
        case Paragraph() | Heading():
            yield from block.runs
        case Numbered(_, parts):
            yield from (run for part in parts for run in part.runs)
        case Table(rows):
            yield from (run for row in rows for cell in row for part in cell for run in part.runs)
        case Boxes(boxes):
            yield from (run for box in boxes for part in box for run in part.runs)
