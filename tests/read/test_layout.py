"""Lines to one frozen document: pages made by hand first, then what the document holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ciextract.document import AsideKind, Block, BlockKind, Notice, Span
from ciextract.read import read_document
from ciextract.read.layout import lay_out
from ciextract.read.lines import CellPlace, PhysicalLine, SourceLines

OPEN = "The partners had written down together what each of the teams would do in the"
REST = "months that were to come, and families were asked what they made of it."
DONE = "Young people ran the cafe with two of the youth workers, and were proud of it."
NUMBERS = ("one", "two", "three", "four")
GLYPH = 0.45
"""Width of a character over its size."""


class Sheet:
    """Pages of printed lines, set one by one in reading order."""

    def __init__(self, pages=1):
        self.lines = []
        self.pages = pages

    def put(self, text, top, *, left=70.0, size=11.0, page=1, **style):
        box = (left, top, left + GLYPH * size * len(text), top + size)
        self.lines.append(PhysicalLine(text, page=page, box=box, size=size, **style))
        return self

    def reading(self):
        sizes = ((595.0, 842.0),) * self.pages
        return SourceLines(tuple(self.lines), "embedded", "application/pdf", pages=self.pages, page_sizes=sizes)

    def document(self):
        return lay_out(self.reading())

    def blocks(self):
        document = self.document()
        return [document[block.span] for block in document.blocks]


# Pages: what is not joined


def test_a_heading_and_the_text_below_it_are_two():
    sheet = Sheet().put("What Glenmore did well", 100, size=16.0).put(DONE, 130)
    assert sheet.blocks() == ["What Glenmore did well", DONE]


def test_a_bold_label_and_the_text_below_it_are_two():
    sheet = Sheet().put("What Glenmore did well", 100, bold=True).put(DONE, 115)
    assert sheet.blocks() == ["What Glenmore did well", DONE]


def test_a_short_finished_line_ends_its_paragraph():
    sheet = Sheet().put(OPEN, 100).put("spring of that year.", 115).put(DONE, 130)
    assert sheet.blocks() == [f"{OPEN} spring of that year.", DONE]


def test_lines_that_the_reader_set_apart_are_two():
    assert Sheet().put(DONE, 100).put(DONE, 130, fresh=True).blocks() == [DONE, DONE]


def test_a_footnote_is_not_joined_to_the_text_above_it():
    sheet = Sheet().put(OPEN, 100).put(REST, 115).put("1 A plan for every child.", 700, size=8.0)
    assert [block.kind for block in sheet.document().blocks] == [BlockKind.PARAGRAPH, BlockKind.FOOTNOTE]


def test_columns_that_say_different_things_stay_apart():
    sheet = Sheet()
    for column, left in enumerate((70.0, 320.0)):
        for row, top in enumerate((100.0, 115.0, 130.0)):
            sheet.put(f"Column {NUMBERS[column]} says {NUMBERS[row]}.", top, left=left, fresh=row == 0)
    said = [f"Column {column} says {row}." for column in NUMBERS[:2] for row in NUMBERS[:3]]
    assert " ".join(sheet.blocks()) == " ".join(said)
    assert len(sheet.blocks()) >= 2


# Pages: what is joined


def test_a_heading_that_wraps_is_one():
    sheet = Sheet().put("How well workers and families in Glenmore", 100, size=16.0)
    assert sheet.put("get on with each other", 120, size=16.0).put(DONE, 150).blocks() == [
        "How well workers and families in Glenmore get on with each other",
        DONE,
    ]


def test_the_lines_of_a_paragraph_are_one():
    assert Sheet().put(OPEN, 100).put(REST, 115).blocks() == [f"{OPEN} {REST}"]


def test_a_sentence_goes_on_in_the_next_column():
    sheet = Sheet().put("The partners had written down what", 700).put("each of the teams would do in the", 715)
    sheet.put("months that were to come, and then", 100, left=320.0).put(
        "families were asked about it.", 115, left=320.0
    )
    assert len(sheet.blocks()) == 1


@pytest.mark.parametrize("foot", [None, "Page 1 of 2", "1"])
def test_a_sentence_goes_on_on_the_next_page(foot):
    sheet = Sheet(pages=2).put(DONE, 640).put(OPEN, 660)
    if foot is not None:
        sheet.put(foot, 800)
    document = sheet.put(REST, 100, page=2).document()
    assert document[document.blocks[-1].span].endswith(f"{OPEN} {REST}")
    assert document.pages_of(document.blocks[-1].span) == (1, 2)


def test_a_sentence_goes_on_behind_footnote_foot_and_head():
    sheet = Sheet(pages=4)
    for page in range(1, 5):
        sheet.put("Services in Glenmore", 30, page=page, left=320.0)
        sheet.put(REST if page > 1 else DONE, 200, page=page)
        sheet.put(OPEN if page < 4 else DONE, 300, page=page, fresh=True)
        sheet.put(f"{page} A plan for every child.", 700, size=8.0, page=page)
        sheet.put(f"Page {page} of 4", 800, page=page)
    document = sheet.document()
    texts = {kind: [document[b.span] for b in document.blocks if b.kind is kind] for kind in BlockKind}
    assert texts[BlockKind.PARAGRAPH] == [DONE, *[f"{OPEN} {REST}"] * 3, DONE]
    assert texts[BlockKind.FOOTNOTE] == [f"{page} A plan for every child." for page in range(1, 5)]
    assert len(document.asides) == 8


def test_words_on_one_height_are_one_line():
    sheet = Sheet().put("Workers met", 100).put("each week.", 100, left=70.0 + GLYPH * 11.0 * 12)
    assert sheet.blocks() == ["Workers met each week."]


# Pages: where things are


def test_each_block_knows_its_page_and_size():
    sheet = Sheet(pages=2).put("Glenmore", 300, size=22.0).put(DONE, 100, page=2).put(OPEN, 130, page=2, fresh=True)
    document = sheet.document()
    assert [(block.size, document.page_of(block.span)) for block in document.blocks] == [(2.0, 1), (1.0, 2), (1.0, 2)]


def test_running_heads_are_kept_beside_the_text_with_their_page():
    sheet = Sheet(pages=3)
    for page in range(1, 4):
        sheet.put("Services in Glenmore", 30, page=page).put(f"In year {NUMBERS[page]}. {DONE}", 300, page=page)
    document = sheet.document()
    assert [(aside.text, aside.page) for aside in document.asides] == [
        ("Services in Glenmore", page) for page in (1, 2, 3)
    ]
    assert document.ledger["furniture"] == 3 * len("Services in Glenmore")


def test_raised_markers_are_left_out_and_their_places_skipped():
    document = Sheet().put("In 2019.1 Then", 100, raised=((8, 9),)).document()
    assert document.text == "In 2019. Then"
    assert [(piece.start, piece.end, piece.origin) for piece in document.pieces] == [(0, 8, 0), (8, 13, 9)]


# The document


def only(text):
    document = read_document(text.encode())
    (block,) = document.blocks
    return document, block


def test_what_a_block_tells():
    document, block = only("**Good practice:** staff met weekly.")
    assert block == Block(Span(0, 32), Span(0, 32), BlockKind.PARAGRAPH, lead=Span(0, 14))
    assert document[block.lead] == "Good practice:"


@pytest.mark.parametrize(
    ("text", "marker", "content"),
    [
        ("1.1\tThe board met.", "1.1", "The board met."),
        ("1.1 The board met.", "1.1", "The board met."),
        ("• Plans", "•", "Plans"),
        ("  (a)   Plans", "(a)", "Plans"),
        ("No marker", None, "No marker"),
    ],
)
def test_the_content_of_a_block_is_without_its_marker(text, marker, content):
    document, block = only(text)
    assert (block.marker, document[block.content]) == (marker, content)
    assert document[block.span] == document.text == (f"{marker} {content}" if marker else content)


def test_a_bold_beginning_ends_where_it_ends_behind_a_healed_hyphen():
    document, block = only("**Every inter-\nvention:** each intervention was planned.")
    assert document[block.lead] == "Every intervention:"


def test_items_stand_below_each_other_and_paragraphs_apart():
    assert read_document(f"{DONE}\n• one\n• two\n\n{DONE}".encode()).text == f"{DONE}\n\n• one\n• two\n\n{DONE}"


def test_cells_are_parted_by_tabs_and_rows_by_line_ends():
    document = read_document(f"{DONE}\n\nAim\tLead\tDate\nHomes\t\tMay\n\n{DONE}".encode())
    assert document.text == f"{DONE}\n\nAim\tLead\tDate\nHomes\t\tMay\n\n{DONE}"
    assert [document[cell] for cell in document.tables[0].rows[1].cells] == ["Homes", "", "May"]
    assert [block.row for block in document.blocks] == [None, (0, 0), (0, 1), None]


def test_the_order_of_the_source_is_the_order_of_the_text():
    text = "\n\n".join(f"{DONE} {number}." for number in NUMBERS)
    assert read_document(text.encode()).text == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\u2028"])
def test_every_line_end_makes_the_same_document(end):
    text = f"{OPEN}\n{REST}\n\n• one\n• two\n\nAim\tLead\nHomes\tCouncil\n\n¹ A note\n"
    one, other = read_document(text.encode()), read_document(text.replace("\n", end).encode())
    assert one == other


def test_what_the_reader_dropped_and_told_is_kept():
    lines = (PhysicalLine(DONE, number=1),)
    reading = SourceLines(lines, "html", "text/html", dropped=((None, "Menu"),), notices=(Notice("x", "y"),))
    document = lay_out(reading)
    assert [(aside.kind, aside.text) for aside in document.asides] == [(AsideKind.FURNITURE, "Menu")]
    assert (document.notices, document.ledger["furniture"]) == ((Notice("x", "y"),), 4)


def test_contents_entries_are_kept_beside_the_text():
    document = read_document(f"Contents\n\nAims ..... 1\nSteps ..... 2\n\nAims\n\n{DONE}".encode())
    assert (document.contents, document.text) == (("Aims", "Steps"), f"Aims\n\n{DONE}")


def test_lines_without_a_visible_character_leave_no_block():
    lines = tuple(PhysicalLine(text, fresh=True) for text in (DONE, "\u200b", " \u2060 ", DONE))
    document = lay_out(SourceLines(lines, "plain", "text/plain"))
    assert [document[block.span] for block in document.blocks] == [DONE, DONE]
    assert sum(document.ledger[part] for part in ("body", "tables", "footnotes")) == len(document.text)


@pytest.mark.parametrize("lines", [(), (PhysicalLine("\u200b"),), (PhysicalLine("", cell=CellPlace(1, 0, 0, 1, 1)),)])
def test_no_lines_make_an_empty_document(lines):
    document = lay_out(SourceLines(lines, "plain", "text/plain"))
    assert document.text.strip() == ""
    assert sum(document.ledger[part] for part in ("body", "tables", "footnotes")) == len(document.text)


def test_laying_out_twice_gives_the_same_document():
    sheet = Sheet().put("Glenmore", 100, size=22.0).put(OPEN, 130).put(REST, 145)
    assert sheet.document() == sheet.document()
    assert lay_out(replace(sheet.reading(), title="Another title")) == sheet.document()
