"""What holds for every document that is read, whatever its bytes: laws 1, 2 and 9 of the design, and conservation."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.document import AsideKind
from ciextract.errors import CiextractError
from ciextract.read import read_document
from ciextract.read.html import read_html
from ciextract.read.layout import lay_out
from ciextract.read.lines import CellPlace, PhysicalLine, SourceLines
from ciextract.read.normal import runs
from ciextract.read.paged.reader import read_pdf
from ciextract.read.plain import read_plain

ROOT = Path(__file__).parents[2]
LETTERS = "abcdeghimnorstuyABCDEGW"
MARKS = " .,;:-–—’“”'\"()/•*¹²ﬁ…\u00a0\u00ad\u2010\u200b%£0123456789"
HOSTILE = "\t\f\v\r\n\0\x1b\x1f\x85\u2028<>&[]()*_#|`\u202e🏴ß"

WORDS = st.text(st.sampled_from(LETTERS + MARKS), max_size=60)
PHRASES = st.sampled_from(
    [
        "Contents",
        "Introduction ..... 3",
        "Next steps\t9",
        "Page 4 of 12",
        "iv",
        "12",
        "• plans",
        "- visits",
        "1.1\tThe board met.",
        "1. The board met.",
        "Aim\tLead\tDate",
        "Homes\t\tMay",
        "\twith others",
        "¹ A note that goes on",
        "________",
        "---",
        "**Strengths**",
        "<u>Label</u>",
        "<li>One</li>",
        "Services in Glenmore",
        "The partners had written down together what each of the teams would do in the",
        "months that were to come, and families were asked what they made of it.",
        "it was a multi-",
        "agency team",
        "\f",
        "",
        "",
    ]
)
TEXTS = st.lists(PHRASES | WORDS, max_size=25).map("\n".join)
PLAIN = st.lists(
    st.text(st.sampled_from(LETTERS + " .,;’“”–\u00a0\u200bﬁ…12"), max_size=70) | st.just(""), max_size=25
).map("\n".join)


def read(content):
    """The document, or None where the content is refused as it may be."""
    try:
        return read_document(content)
    except CiextractError:
        return None


def seen(text):
    """How often each visible character stands in a text."""
    lines = text.splitlines()
    return Counter("".join(part for line in lines for _, part in runs(line, note=True)).replace(" ", ""))


def check_conservation(document, reading):
    """Every visible character that a reader delivers is in the text or beside it, once, and in the ledger.

    White space counts only where layout wrote it, and what is never seen (soft hyphens, zero-width characters) not at all;
    but a soft hyphen at the end of a line may have become the hyphen that it stands for.
    """
    kept, soft = seen(document.text), 0
    for aside in document.asides:
        if aside.kind is not AsideKind.CONTENTS:  # titles taken from the lines of contents pages, which are beside them
            kept += seen(aside.text)
    delivered = Counter()
    for line in reading.lines:
        delivered += seen(line.text) + seen(line.marker or "")
        soft += line.text.rstrip().endswith("\u00ad")
    for _, text in (*reading.dropped, *reading.unplaced):
        delivered += seen(text)
    assert delivered - kept == Counter()
    gained = kept - delivered
    assert gained.keys() <= {"-"}
    assert gained["-"] <= soft
    assert document.ledger["unplaced"] == sum(len(text) for _, text in reading.unplaced)
    beside = sum(len(aside.text) for aside in document.asides if aside.kind is AsideKind.FURNITURE)
    assert document.ledger["furniture"] + document.ledger["contents"] == beside


# Lines by hand


def box_on(page, row, length):
    return (70.0, 80.0 + 14.0 * row, 70.0 + 5.0 * length, 91.0 + 14.0 * row)


@st.composite
def printed_pages(draw):
    """Pages of lines in a few sizes and styles, some in cells, some with raised markers."""
    count = draw(st.integers(1, 3))
    lines = []
    for page in range(1, count + 1):
        for row in range(draw(st.integers(0, 8))):
            text = draw(WORDS | PHRASES.filter(lambda text: "\t" not in text))
            place = CellPlace(page, row, draw(st.integers(0, 2)), 1, 3) if draw(st.booleans()) and row < 3 else None
            marker = draw(st.sampled_from([None, None, None, "•", "2."]))
            raised = ((2, 3),) if len(text) > 3 and draw(st.booleans()) else ()
            lines.append(
                PhysicalLine(
                    text,
                    origin=100 * row,
                    page=page,
                    box=draw(st.just(box_on(page, row, len(text))) | st.none()),
                    size=draw(st.sampled_from([8.0, 11.0, 16.0])),
                    bold=draw(st.booleans()),
                    raised=raised,
                    marker=marker,
                    fresh=draw(st.booleans()),
                    cell=place,
                )
            )
    return SourceLines(tuple(lines), "embedded", "application/pdf", pages=count, page_sizes=((595.0, 842.0),) * count)


def check_ledger(document):
    assert sum(document.ledger[part] for part in ("body", "tables", "footnotes")) == len(document.text)


def check_blocks(document):
    ends = 0
    for block in document.blocks:
        assert ends <= block.span.start < block.span.end <= len(document.text)
        assert block.content in block.span
        assert block.lead is None or block.lead in block.content
        assert not document.text[ends : block.span.start].strip()
        ends = block.span.end
    assert not document.text[ends:].strip()


def check_tables(document):
    rows = [block for block in document.blocks if block.row is not None]
    assert [block.span for block in rows] == [row.span for table in document.tables for row in table.rows]
    for table in document.tables:
        assert table.header in (0, 1)
        for row in table.rows:
            assert row.span in table.span
            assert "\t".join(document[cell] for cell in row.cells) == document[row.span]


def check_pieces(document, source):
    """Each character of each piece is the normal form of the source character that it points at, or part of it."""
    ends = 0
    for piece in document.pieces:
        assert ends <= piece.start < piece.end
        ends = piece.end
        for offset, character in enumerate(document.text[piece.start : piece.end]):
            original = source(piece)[piece.origin + offset - source.base(piece)]
            typed = "".join(part for _, part in runs(f"–{original}", note=True))[1:] or " "
            # the space that is typed behind a note's own marker points at the marker
            behind_marker = character == " " and (original.isdigit() or original in "*†‡")
            assert character in typed or behind_marker or (character == "-" and original == "\u00ad")


class Source:
    """The source lines of a document, by what a piece says of them."""

    def __init__(self, reading=None, text=None):
        self._printed = {(line.page, line.origin): line for line in reading.lines} if reading else {}
        self._lines = text.replace("\f", " ").split("\n") if text is not None else []

    def _line(self, piece):
        starts = [origin for page, origin in self._printed if page == piece.page and origin <= piece.origin]
        return self._printed[piece.page, max(starts)]

    def __call__(self, piece):
        return self._line(piece).text if self._printed else self._lines[piece.line - 1]

    def base(self, piece):
        return self._line(piece).origin if self._printed else 0


# Laws of text


@given(TEXTS)
def test_the_ledger_adds_up_to_the_text(text):
    if document := read(text.encode()):
        check_ledger(document)


@given(TEXTS)
def test_blocks_are_in_order_and_leave_nothing_between_them(text):
    if document := read(text.encode()):
        check_blocks(document)


@given(TEXTS)
def test_rows_are_their_cells(text):
    if document := read(text.encode()):
        check_tables(document)


@given(PLAIN)
def test_pieces_of_plain_text_point_at_their_characters(text):
    if document := read(text.encode()):
        check_pieces(document, Source(text=text))


@given(PLAIN | TEXTS)
def test_every_visible_character_of_a_text_is_kept_once(text):
    try:
        reading = read_plain(text.encode())
    except CiextractError:
        return
    check_conservation(lay_out(reading), reading)


@given(PLAIN)
def test_a_plain_reader_delivers_every_visible_character(text):
    try:
        reading = read_plain(text.encode())
    except CiextractError:
        return
    delivered = sum((seen(line.text) + seen(line.marker or "") for line in reading.lines), Counter())
    assert delivered + sum((seen(text) for _, text in reading.dropped), Counter()) == seen(text)


@given(TEXTS)
def test_every_line_end_gives_the_same_document(text):
    content = text.replace("\r", " ")
    assert read(content.encode()) == read(content.replace("\n", "\r\n").encode())
    assert read(content.encode()) == read(content.replace("\n", "\r").encode())


@given(TEXTS)
def test_the_encoding_does_not_matter(text):
    one = read(text.encode())
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert read(text.encode(encoding)) == one


@given(TEXTS)
def test_reading_twice_gives_the_same_document(text):
    assert read(text.encode()) == read(text.encode())


# Laws of pages


@given(printed_pages())
def test_the_laws_hold_for_printed_pages(reading):
    document = lay_out(reading)
    check_ledger(document)
    check_blocks(document)
    check_tables(document)


STRAYS = st.lists(st.tuples(st.just(1) | st.none(), st.text(LETTERS, min_size=1)), max_size=3).map(tuple)


@given(printed_pages(), STRAYS, STRAYS)
def test_every_visible_character_of_printed_pages_is_kept_once(reading, dropped, unplaced):
    reading = replace(reading, dropped=dropped, unplaced=unplaced)
    check_conservation(lay_out(reading), reading)


HTML = st.lists(
    st.tuples(st.sampled_from(["p", "h2", "li", "sup", "b", "td", "nav", "pre"]), WORDS | PHRASES), max_size=12
).map(
    lambda parts: (
        "<html><body><article>"
        + "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in parts)
        + "</article></body></html>"
    )
)


@given(HTML)
def test_every_visible_character_of_a_page_is_kept_once(markup):
    try:
        reading = read_html(markup)
    except CiextractError:
        return
    check_conservation(lay_out(reading), reading)


DOCUMENTS = sorted(path for kind in ("*.pdf", "page.html", "document.txt") for path in ROOT.glob(f"fixtures/*/{kind}"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_visible_character_of_a_fixture_is_kept_once(path):
    read_it = {".pdf": read_pdf, ".html": lambda content: read_html(content.decode()), ".txt": read_plain}[path.suffix]
    reading = read_it(path.read_bytes())
    check_conservation(lay_out(reading), reading)


@pytest.mark.parametrize(
    "path", [path for path in DOCUMENTS if path.suffix == ".pdf"], ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_a_pdf_reader_delivers_every_visible_character(path):
    reading = read_pdf(path.read_bytes())
    printed, soft = Counter(), 0
    for page in range(1, reading.pages + 1):
        text = reading.locator.page(page).text.text.replace("\ufffe", "\u00ad").replace("\x02", "\u00ad")
        printed += seen(text)
        soft += text.count("\u00ad")
    delivered = sum((seen(line.text) + seen(line.marker or "") for line in reading.lines), Counter())
    if delivered["•"] > printed["•"]:
        delivered["•"] = printed["•"]  # bullets that are drawn as shapes
    if 0 < delivered["-"] - printed["-"] <= soft:
        delivered["-"] = printed["-"]  # hyphens that are stated as soft ones, and drawn
    assert delivered + sum((seen(text) for _, text in (*reading.dropped, *reading.unplaced)), Counter()) == printed


@given(printed_pages())
def test_pieces_of_printed_pages_point_at_their_characters(reading):
    check_pieces(lay_out(reading), Source(reading))


# Nothing but this library's errors


@given(st.binary(max_size=400))
def test_bytes_are_read_or_refused(content):
    read(content)


@given(st.text(st.sampled_from(HOSTILE + LETTERS[:4] + ".•¹"), max_size=200))
def test_hostile_characters_are_read_or_refused(text):
    if document := read(text.encode()):
        check_ledger(document)
        check_blocks(document)


@given(st.text(max_size=200), st.sampled_from([None, "latin-1", "utf-16", "klingon"]))
def test_any_text_in_any_declared_encoding_is_read_or_refused(text, encoding):
    for content in (text.encode(), text.encode("utf-16-le")):
        try:
            read_document(content, encoding=encoding)
        except CiextractError as error:
            assert error.what
            assert error.remedy


# Long input


LINE = "The partners met and wrote down what each of the teams would do. "


def test_ten_megabytes_without_a_line_end_are_read_whole():
    document = read_document((LINE * 160_000).encode())
    assert len(document.blocks) == 1
    assert len(document.text) == len(LINE) * 160_000 - 1


@pytest.mark.parametrize(
    "piece", [LINE, LINE + "\n", LINE + "\n\n", "a\tb\n", "• plans\n", "¹ note\n\n", "\f", "x", "-\n"]
)
def test_eight_times_as_much_takes_nowhere_near_64_times_as_long(piece):
    def seconds(count):
        started = time.process_time()
        read((piece * count).encode())
        return time.process_time() - started

    short = min(seconds(200) for _ in range(3))
    assert min(seconds(1_600) for _ in range(3)) < 24 * max(short, 2e-3)
