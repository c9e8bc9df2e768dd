"""What is drawn on a page, as the search for tables is given it."""

import pytest
from tests.read.paged.pages import box, pdf, rule, words

from ciextract.read.paged import frame
from ciextract.read.paged.opened import OpenedPdf

TABLE = [words(72, 705, "Grade"), box(70, 700, 60, 20)]
STROKES = [rule(300, 300 + place, 309, 300 + place) for place in range(30)]


@pytest.fixture
def drawn():
    """Widths of what is drawn on a page of these orders, strokes and all."""
    opened = []

    def widths(*orders):
        opened.append(OpenedPdf(pdf(list(orders))))
        page = opened[-1].page(1)
        return [round(x1 - x0) for x0, _, x1, _ in frame.rectangles(page.page, page.frame)]

    yield widths
    for one in opened:
        one.close()


def test_all_that_is_drawn_is_told(drawn):
    assert drawn(*TABLE, *STROKES) == [61] + 30 * [10]


def test_of_a_map_only_long_strokes_are_told(drawn, monkeypatch):
    monkeypatch.setattr(frame, "MANY_DRAWN", 20)
    assert drawn(*TABLE, *STROKES) == [61]


def test_a_page_full_of_long_strokes_has_an_end(drawn, monkeypatch):
    monkeypatch.setattr(frame, "MANY_DRAWN", 3)
    assert drawn(*TABLE, *(rule(100, 300 + place, 200, 300 + place) for place in range(9))) == [61, 101, 101]
