"""Large initials: first large letters that begin no text, then those that drop beside lines or stand large on one."""

import pytest
from tests.read.paged.pages import pdf, words

from ciextract.read import read_document

LINES = ("arly help was quick to reach them", "and notes were written the same", "day by those who had seen it all.")


def blocks(*drawn):
    document = read_document(pdf(drawn))
    return [document[block.span] for block in document.blocks]


def beside(letter, lines, size=30, gap=26):
    """A large letter beside the first two lines of a text, drawn before it."""
    texts = [words(72 + (gap if at < 2 else 0), 700 - 14 * at, line, 10) for at, line in enumerate(lines)]
    return [words(72, 686, letter, size), *texts]


def joined(letter, lines, between=""):
    return letter + between + " ".join(lines)


@pytest.mark.parametrize(
    "drawn",
    [
        beside("E", LINES[:1]),
        beside("E", LINES, size=14),
        beside("E", LINES, gap=90),
        beside("e", LINES),
        beside("7", LINES),
        beside("EH", LINES),
        beside("E", ("What was graded", "and by whom", "and when")),
    ],
    ids=["one-line", "hardly-larger", "far-away", "small-letter", "figure", "two-letters", "a-text-of-its-own"],
)
def test_other_large_letters_begin_no_word(drawn):
    assert joined("E", LINES) not in " ".join(blocks(*drawn)).replace("\n", " ")
    assert not any("EWhat" in block for block in blocks(*drawn))


def test_an_initial_begins_the_first_of_the_lines_beside_it_wherever_it_is_drawn():
    drawn = beside("E", LINES)
    assert blocks(*drawn) == blocks(*drawn[1:], drawn[0]) == [joined("E", LINES)]


def test_an_initial_may_have_a_quotation_mark_before_it():
    assert blocks(*beside('"E', LINES, gap=40)) == [joined('"E', LINES)]


@pytest.mark.parametrize(
    ("letter", "first", "between"),
    [
        ("A", "few of them had moved twice", " "),
        ("A", "nd few of them had moved twice", ""),
        ("T", "HE few who moved", ""),
    ],
)
def test_a_letter_that_is_a_word_is_one_unless_it_makes_one_that_stands_elsewhere(letter, first, between):
    lines = (first, "in the year before we came, and", "they said so.")
    assert blocks(*beside(letter, lines)) == [joined(letter, lines, between)]


def test_a_large_letter_on_its_line_does_not_part_it_from_the_next():
    drawn = [
        words(72, 700, "E", 24),
        words(90, 700, LINES[0], 10),
        words(72, 686, LINES[1], 10),
        words(72, 672, LINES[2], 10),
    ]
    assert blocks(*drawn) == [joined("E", LINES)]


def test_the_first_digit_of_a_figure_may_be_large_but_not_the_number_of_an_item():
    lines = ("2% of them had moved twice", "in the year before we came, and", "they said so.")
    assert blocks(*beside("7", lines)) == [joined("7", lines)]
    assert not any(block.startswith("7of") for block in blocks(*beside("7", ("of them had moved twice", *lines[1:]))))


def test_its_place_is_kept():
    document = read_document(pdf(beside("E", LINES)))
    boxes = document.boxes_of(document.blocks[0].span)
    assert boxes[0][3] - boxes[0][1] > 20
    assert len(boxes) == 4


def test_a_heading_in_small_capitals_is_one_whatever_its_lines_begin_and_end_with():
    drawn = [
        words(72, 700, "O", 15), words(84, 700, "UR TOWNS AND ALL OF", 12),
        words(72, 685, "THE VILLAGES AROUND THEM", 12), words(250, 685, "!", 15),
        words(72, 655, LINES[2], 10),
    ]  # fmt: skip
    assert blocks(*drawn)[0].lower() == "our towns and all of the villages around them!"


def test_figures_as_large_as_the_capitals_of_a_heading_part_it_from_no_line():
    drawn = [
        words(72, 700, "2. O", 15), words(96, 700, "UR TOWNS, AND THEIR", 12),
        words(72, 685, "INDICATOR", 12), words(150, 685, "2.1", 15),
        words(72, 655, LINES[2], 10),
    ]  # fmt: skip
    assert blocks(*drawn)[0].lower() == "2. our towns, and their indicator 2.1"


def test_a_word_in_small_capitals_before_a_line_of_prose_does_not_part_it():
    drawn = [words(72, 700, LINES[0], 10), words(72, 688, "NHS", 8), words(92, 688, "Glenmore, were late, and", 10)]
    assert len(blocks(*drawn, words(72, 676, LINES[2], 10))) == 1
