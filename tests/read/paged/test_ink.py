"""Where something shows on a page, however the page is turned."""

import pytest
from tests.read.paged.pages import pdf, words

from ciextract.read.paged import ink
from ciextract.read.paged.ink import Ink
from ciextract.read.paged.opened import OpenedPdf

EMPTY = (300.0, 300.0, 340.0, 320.0)
"""A place in the middle of the page, whichever way it is turned."""


@pytest.fixture
def opened():
    documents = []

    def open_page(*orders, **how):
        documents.append(OpenedPdf(pdf(list(orders), **how)))
        return documents[-1].page(1)

    yield open_page
    for document in documents:
        document.close()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_words_show_where_they_stand_and_nowhere_else(opened, rotate, quarters):
    page = opened(words(72, 700, "Words that show"), rotate=rotate)
    frame = page.frame.turned_by(quarters)
    (fragment,) = page.text.within(frame).fragments(lambda box: [])
    shown = Ink(page.page, frame)
    assert shown.shows(fragment.box)
    assert not shown.shows(EMPTY)


def test_words_that_are_as_white_as_their_page_do_not_show(opened):
    page = opened("1 g", words(72, 700, "Words for nobody"))
    (fragment,) = page.text.fragments(lambda box: [])
    assert not Ink(page.page, page.frame).shows(fragment.box)


def test_a_place_beside_the_page_shows_nothing(opened):
    page = opened(words(72, 700, "Words that show"))
    assert not Ink(page.page, page.frame).shows((2_000.0, 10.0, 2_100.0, 20.0))
    assert not Ink(page.page, page.frame).shows((-90.0, -20.0, -10.0, -10.0))


def test_a_large_page_is_drawn_small(opened, monkeypatch):
    monkeypatch.setattr(ink, "MOST_DOTS", 200)
    page = opened(words(72, 700, "Words that show", size=40))
    (fragment,) = page.text.fragments(lambda box: [])
    assert Ink(page.page, page.frame).shows(fragment.box)
    assert not Ink(page.page, page.frame).shows(EMPTY)
