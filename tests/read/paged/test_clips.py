"""Text that its clip leaves nothing of is no text; text that any of it shows is."""

import pytest
from tests.read.paged.pages import pdf, words

from ciextract.read.paged.reader import read_pdf

PAGE = words(72, 700, "Prose of the page")


def clipped(orders, x, y, width, height):
    return f"q {x} {y} {width} {height} re W n {orders} Q"


def read(*orders):
    reading = read_pdf(pdf([PAGE, *orders]))
    return [line.text for line in reading.lines][1:], [text for _, text in reading.dropped]


@pytest.mark.parametrize(
    "orders",
    [
        clipped(words(72, 600, "Shown"), 0, 0, 595, 842),
        clipped(words(72, 600, "Shown"), 70, 590, 12, 40),
        clipped(clipped(words(72, 600, "Shown"), 0, 500, 595, 200), 0, 0, 595, 842),
        "q 0.5 0 0 0.5 0 0 cm " + clipped(words(144, 1200, "Shown"), 100, 1100, 500, 200) + " Q",
        "q 1 0 0 1 300 100 cm " + clipped(words(0, 500, "Shown"), 0, 490, 100, 40) + " Q",
    ],
    ids=["whole page", "partly", "twice", "scaled", "moved"],
)
def test_what_shows_within_its_clip_is_text(orders):
    assert read(orders) == (["Shown"], [])


@pytest.mark.parametrize(
    "orders",
    [
        clipped(words(72, 600, "Hidden"), 300, 100, 50, 50),
        clipped(clipped(words(72, 600, "Hidden"), 0, 0, 595, 842), 0, 0, 595, 500),
        "q 0.5 0 0 0.5 0 0 cm " + clipped(words(144, 1200, "Hidden"), 100, 500, 500, 200) + " Q",
    ],
    ids=["elsewhere", "twice", "scaled"],
)
def test_what_is_cut_away_is_kept_beside_the_text(orders):
    assert read(orders) == ([], ["Hidden"])
