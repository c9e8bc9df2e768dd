"""Columns and tables without rules: first what only lines up, then columns drawn across the page, then tables."""

from tests.read.paged.pages import pdf, rule, words

from ciextract.read.paged.reader import read_pdf

LEFT = (
    "Early help was quick to reach them",
    "and notes were written the same",
    "day by those who had seen it all",
    "and read by a manager each week.",
)
RIGHT = (
    "Older young people waited longer",
    "and some of them had moved twice",
    "in the year before we came to see",
    "how they were and what they said.",
)


def texts(drawn):
    return [line.text.strip() for line in read_pdf(pdf(drawn)).lines]


def side_by_side(*columns):
    """Lines of columns, drawn across the page."""
    xs = (72, 300, 460)
    return [
        words(x, 700 - 15 * at, line)
        for at, row in enumerate(zip(*columns, strict=True))
        for x, line in zip(xs, row, strict=False)
    ]


def cells(drawn):
    return [(line.cell.row, line.cell.column) if line.cell else None for line in read_pdf(pdf(drawn)).lines]


def test_labels_and_what_is_said_of_them_stay_in_rows():
    labels = ("Area", "Date", "Lead", "Chair")
    assert texts(side_by_side(labels, RIGHT)) == [text for pair in zip(labels, RIGHT, strict=True) for text in pair]


def test_two_lines_side_by_side_are_no_columns():
    assert texts(side_by_side(LEFT[:2], RIGHT[:2])) == [LEFT[0], RIGHT[0], LEFT[1], RIGHT[1]]


def test_columns_drawn_across_the_page_are_read_one_after_the_other():
    assert texts(side_by_side(LEFT, RIGHT)) == [*LEFT, *RIGHT]


def test_two_columns_of_short_texts_are_no_table():
    assert set(cells(side_by_side(("a", "b", "c"), ("d", "e", "f")))) == {None}


def test_three_columns_that_do_not_line_up_are_no_table():
    drawn = [words(x + 20 * at, 700 - 15 * at, "Moray") for at in range(4) for x in (72, 240, 400)]
    assert set(cells(drawn)) == {None}


def test_short_texts_in_three_columns_are_a_table():
    drawn = side_by_side(("Area", "Moray", "Fife"), ("Grade", "good", "weak"), ("Year", "2021", "2022"))
    assert cells(drawn) == [(row, column) for row in range(3) for column in range(3)]


def test_rows_of_a_table_at_the_top_of_the_second_column_stand_behind_those_of_the_first():
    grid = [rule(x, 40, x, 820) for x in (60, 110, 290, 310, 360, 540)]
    grid += [rule(x, y, x + 230, y) for x in (60, 310) for y in (820, 700, 600, 40)]
    drawn = [
        words(x, y, text)
        for x, y, text in ((70, 680, "one"), (120, 680, "two"), (70, 580, "three"), (120, 580, "four"))
    ]
    drawn += [
        words(x, y, text)
        for x, y, text in ((320, 805, "five"), (370, 805, "six"), (320, 680, "seven"), (370, 680, "eight"))
    ]
    assert texts([*grid, *drawn]) == ["one", "two", "three", "four", "five", "six", "seven", "eight"]


def test_a_justified_line_of_single_glyphs_is_one_however_low_they_are():
    xs = [72 + 6 * at + 12 * (at // 4) for at in range(24)]
    drawn = [words(x, 700, letter, 10) for x, letter in zip(xs, "wesawnoneseenaremanycome", strict=True)]
    assert len(texts(drawn)) == 1
