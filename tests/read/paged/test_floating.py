"""Boxes beside and between texts: first those that stay where they are drawn, then those that are put in their place."""

from tests.read.paged.pages import box, pdf, words

from ciextract.read.paged.reader import read_pdf


def read(*orders):
    return [line.text.strip() for line in read_pdf(pdf([*orders])).lines]


def column(x, y, *texts):
    return [words(x, y - 14 * at, text, 10) for at, text in enumerate(texts)]


def boxed(x, y, *texts, width=200):
    return [box(x - 8, y - 14 * len(texts), width, 14 * len(texts) + 12), *column(x, y, *texts)]


TOP = "Leaders met each month and had a list of worries that all of them could see and add to"
MORE = "Plans were clear about risk and said less about what would get better for whom and when"


def test_a_box_that_is_drawn_in_turn_stays():
    orders = [*column(72, 700, TOP), *boxed(80, 660, "Notes were good."), *column(72, 600, MORE)]
    assert read(*orders) == [TOP, "Notes were good.", MORE]


def test_a_box_in_one_of_two_columns_stays():
    left = [*column(72, 700, "Staff knew families", "and wrote to them."), *boxed(80, 650, "Notes were good.")]
    left += column(72, 600, "Leaders met each", "month, as was right.")
    right = column(320, 700, "Older young people", "waited longer than", "others in the year.")
    assert read(*left, *right) == [
        "Staff knew families", "and wrote to them.", "Notes were good.", "Leaders met each", "month, as was right.",
        "Older young people", "waited longer than", "others in the year.",
    ]  # fmt: skip


def test_a_box_in_the_second_of_two_columns_stays():
    left = column(72, 700, "Staff knew families", "and wrote to them.", "They met each week.", "It was good to see.")
    right = [*column(320, 700, "Older young people", "waited longer."), *boxed(328, 650, "Notes were good.")]
    assert read(*left, *right, *column(320, 600, "They said so."))[-4:] == [
        "Older young people", "waited longer.", "Notes were good.", "They said so.",
    ]  # fmt: skip


def test_a_box_that_is_drawn_behind_all_text_follows_what_stands_above_it():
    orders = [*column(72, 700, TOP), *column(72, 500, MORE), *boxed(80, 620, "Notes were good.")]
    assert read(*orders) == [TOP, "Notes were good.", MORE]


def test_a_box_that_is_drawn_before_all_text_follows_what_stands_above_it():
    orders = [*boxed(80, 620, "Notes were good.", "Plans came late."), *column(72, 700, TOP), *column(72, 500, MORE)]
    assert read(*orders) == [TOP, "Notes were good.", "Plans came late.", MORE]


def test_a_box_beside_its_heading_follows_it():
    orders = [*boxed(330, 660, "Notes were good."), *column(72, 700, TOP), words(72, 680, "Strengths", 14)]
    orders += [
        *boxed(330, 560, "Plans came late."),
        words(72, 580, "Areas for improvement", 14),
        *column(72, 400, MORE),
    ]
    assert read(*orders) == [TOP, "Strengths", "Notes were good.", "Areas for improvement", "Plans came late.", MORE]


def test_a_box_within_a_sentence_follows_its_end():
    orders = [
        words(72, 700, "Staff knew families and wrote to them about what", 10),
        *boxed(330, 690, "Notes were good."),
    ]
    orders += [words(72, 686, "they had seen.", 10), *column(72, 500, MORE)]
    assert read(*orders) == [
        "Staff knew families and wrote to them about what",
        "they had seen.",
        "Notes were good.",
        MORE,
    ]
