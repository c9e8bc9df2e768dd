"""Pages are loaded no more often than need be, and what is told of them does not depend on how often."""

import pytest
from tests.read.paged.pages import BOLD, form, pdf, words

from ciextract.document import Document, Piece, Span
from ciextract.read.paged import opened
from ciextract.read.paged.reader import read_pdf

PAGES = [[words(72, 700, f"Page {number} begins"), words(72, 650, "Bold", font=BOLD)] for number in range(1, 6)]


@pytest.fixture
def loads(monkeypatch):
    """The numbers of the pages loaded, in order; no more than one page is kept open."""
    monkeypatch.setattr(opened, "OPEN_PAGES", 1)
    monkeypatch.setattr(opened, "FEW_OPEN", 1)
    loaded = []
    load = opened.OpenedPdf._load
    monkeypatch.setattr(opened.OpenedPdf, "_load", lambda self, number: (loaded.append(number), load(self, number))[1])
    return loaded


def document(locator):
    """A text whose every ten characters stand on a page of their own."""
    pieces = tuple(Piece(10 * page, 10 * page + 10, page + 1, 0, None) for page in range(len(PAGES)))
    return Document("x" * 50, (), (), pieces, (), {}, "embedded", "application/pdf", 5, locator=locator)


def test_a_document_opened_anew_reads_as_before(monkeypatch):
    whole = read_pdf(pdf(*PAGES))
    boxes = [whole.locator.boxes(page, 0, 6) for page in range(1, 6)]
    monkeypatch.setattr(opened, "RENEWED", 1)
    again = read_pdf(pdf(*PAGES))
    assert again.lines == whole.lines
    assert [again.locator.boxes(page, 0, 6) for page in range(1, 6)] == boxes
    assert all(boxes)


def test_what_was_located_needs_no_page_any_more(loads):
    spans = [Span(42, 46), Span(2, 6), Span(31, 36), Span(12, 15), Span(35, 38)]
    text = document(read_pdf(pdf(*PAGES)).locator)
    loads.clear()
    text.locate(spans)
    assert loads == [1, 2, 4, 5]
    assert all(text.boxes_of(span) for span in spans)
    assert loads == [1, 2, 4, 5]


def test_a_span_that_was_not_located_is_found_all_the_same(loads):
    text = document(read_pdf(pdf(*PAGES)).locator)
    text.locate([Span(2, 6)])
    assert text.boxes_of(Span(32, 36))


def test_a_document_without_places_locates_nothing():
    text = document(None)
    text.locate([Span(2, 6)])
    assert text.boxes_of(Span(2, 6)) == ()


def test_what_is_filled_in_is_part_of_the_page():
    reading = read_pdf(form([words(72, 695, "abc")], "def"))
    assert [line.text for line in reading.lines] == ["bcd", "efg"]
    assert reading.notices == ()


def test_a_page_that_its_fields_would_spoil_is_read_without_them_and_tells():
    reading = read_pdf(form([words(72, 695, "abc")], "def", inherited=True))
    assert [line.text for line in reading.lines] == ["bcd"]
    assert [(notice.code, notice.lost) for notice in reading.notices] == [("fields-unread", True)]
    assert reading.locator.boxes(1, 0, 3)
