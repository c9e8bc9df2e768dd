"""Bands of running heads and feet: first what stands near them and is text, then the names of chapters."""

import pytest
from tests.read.test_furniture import DONE, HEAD, SIZE, body, printed

from ciextract.read.furniture import furniture
from ciextract.read.lines import SourceLines

FOOT = 790.0
CHAPTERS = ("Our towns", "Our villages", "Our islands", "Our hills")


def taken(pages):
    """(page, text) of what is set aside of pages of lines."""
    lines = tuple(line for page in pages for line in page)
    reading = SourceLines(lines, "embedded", "application/pdf", pages=len(pages), page_sizes=(SIZE,) * len(pages))
    return [(lines[index].page, lines[index].text) for index in sorted(furniture(reading))]


def page(number, *edges, text=None):
    """The body of a page and what stands at its edges: (text, top) or (text, top, left)."""
    return [
        *(printed(text, number, *where) for text, *where in edges),
        *(printed(text, number, top) for text, top in text or body()),
    ]


def chapter(number):
    return CHAPTERS[(number - 1) // 2]


# Text


def test_a_heading_beside_the_number_of_a_page_in_a_document_of_few_pages_stays():
    pages = [page(number, ("Our towns", 40.0), (f"Page {number}", 40.0, 480.0)) for number in (1, 2)]
    assert all(text.startswith("Page") for _, text in taken(pages))


def test_a_line_close_to_the_text_is_text():
    pages = [
        page(number, (HEAD, 40.0, 300.0), (chapter(number), 42.0), text=[(f"{DONE[number:]}", 54.0), *body()])
        for number in range(1, 9)
    ]
    assert {text for _, text in taken(pages)} == {HEAD}


def test_a_large_line_beside_a_running_one_is_a_heading():
    pages = [page(number, (HEAD, 40.0, 300.0)) for number in range(1, 9)]
    pages[4].insert(0, printed("Our towns", 5, 38.0)._replace(size=18.0))
    assert {text for _, text in taken(pages)} == {HEAD}


def test_lines_that_stand_first_on_their_pages_and_say_nothing_again_are_text():
    pages = [page(number, (DONE[number:], 60.0)) for number in range(1, 9)]
    assert taken(pages) == []


def test_words_that_come_again_in_the_type_of_the_text_name_no_chapter():
    pages = [page(number, (DONE[number:], 60.0), text=[(DONE[number:], 300.0)]) for number in range(1, 9)]
    assert taken(pages) == []


# Names of chapters


@pytest.mark.parametrize("left", [70.0, 400.0])
def test_a_chapter_s_name_beside_a_running_head_runs_too(left):
    pages = [page(number, (HEAD, 40.0, 230.0), (chapter(number), 41.0, left)) for number in range(1, 9)]
    assert taken(pages) == [(number, text) for number in range(1, 9) for text in (HEAD, chapter(number))]


def test_a_name_in_two_lines_runs_whole():
    pages = [
        page(number, (f"{chapter(number)}, and all those", 40.0), (HEAD, 40.0, 330.0), ("who live in them", 53.0))
        for number in range(1, 9)
    ]
    assert len(taken(pages)) == 24


def test_a_chapter_s_name_beside_the_number_of_its_page_runs_too():
    pages = [page(number, (chapter(number), FOOT), (str(number), FOOT, 500.0)) for number in range(1, 9)]
    assert len(taken(pages)) == 16


def test_a_name_alone_at_the_head_of_the_page_is_told_by_the_heading_that_it_repeats():
    pages = [page(number, (chapter(number), 40.0)) for number in range(1, 9)]
    for number in range(1, 9, 2):
        heading = printed(chapter(number), number, 120.0)._replace(size=16.0, bold=True)
        pages[number - 1].append(heading)
    assert taken(pages) == [(number, chapter(number)) for number in range(1, 9)]
