"""Every fixture from every producer: its words in order, its footnotes, the rows of its tables, its boxes of words."""

from contextlib import ExitStack, closing, contextmanager
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from tests.producers.measured import differences, normal, read, share_in_order, wanted

from ciextract.document import BlockKind
from ciextract.pipeline import read_document

ROOT = Path(__file__).parents[2]
PDFS = sorted(path for path in ROOT.glob("fixtures/*/*.pdf") if path.with_name("document.txt").exists())
IN_ORDER = 0.998
HEAD_OF_ONE_PAGE = {
    # A document of one page: nothing comes again that could tell its running head from its first line.
    "news-release-latex",
    "orders-release-typst",
    "protection-release-typst",
    "news-release-typst",
}


def name(path):
    return f"{path.parent.name}-{path.stem}"


@pytest.fixture(scope="module", params=PDFS, ids=name)
def measured(request):
    return name(request.param), wanted(request.param.parent), read(request.param)


def test_words_come_in_order(measured):
    label, said, found = measured
    needed = 0.985 if label in HEAD_OF_ONE_PAGE else IN_ORDER
    assert share_in_order(said.words, found.words) >= needed, differences(said.words, found.words)


def test_footnotes_are_kept_apart_and_whole(measured):
    _, said, found = measured
    assert differences(said.notes, found.notes) == []


def test_each_row_of_a_ruled_table_is_exact(measured):
    _, said, found = measured
    matched = sum(
        block.size for block in SequenceMatcher(None, said.rows, found.rows, autojunk=False).get_matching_blocks()
    )
    assert matched == len(said.rows), differences(said.rows, found.rows)


@pytest.mark.parametrize("path", PDFS, ids=name)
def test_boxes_hold_the_words_of_their_block(path):
    document = read_document(path.read_bytes())
    with _text_pages(path) as page:
        wrong = [document[block.span] for block in document.blocks if not _boxed(document, block, page)]
    assert len(wrong) <= 0.01 * len(document.blocks), wrong


def _boxed(document, block, text_page):
    """The text that pdfium reads in the boxes of a paragraph's first line holds its words."""
    if block.kind is BlockKind.ROW:
        return True
    first = next(document.pieces_of(block.span))
    page = text_page(first.page)
    words = normal(document.text[first.start : first.end]).split()[1:-1]
    found = " ".join(_text_in(page, box) for box in document.boxes_of(block.span))
    return set(words) <= set(normal(found).split())


def _text_in(page, box):
    x0, top, x1, bottom = box
    height = page.page.get_height()
    return page.get_text_bounded(x0 - 1, height - bottom - 1, x1 + 1, height - top + 1)


@contextmanager
def _text_pages(path):
    """The text of the pages of a PDF by their numbers; all are closed in the end, each before what it stands in."""
    with ExitStack() as opened:
        document = opened.enter_context(closing(pypdfium2.PdfDocument(path)))

        @cache
        def text_page(number):
            page = opened.enter_context(closing(document[number - 1]))
            return opened.enter_context(closing(page.get_textpage()))

        yield text_page
