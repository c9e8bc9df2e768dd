"""Single rows at the ends of pages: first boxes that are none, then rows of a table of both pages."""

from tests.read.paged.pages import BOLD, HELVETICA, pdf, rule, words

from ciextract.read import read_document
from ciextract.read.paged.reader import read_pdf

XS = (72, 300, 522)
BELOW = words(72, 500, "What happens next was written down on the last day of the visit.", 10)
ABOVE = words(72, 740, "We found the following.", 10)


def row(bottom, top, *cells, xs=XS, font=HELVETICA, size=10):
    rules = [rule(x, bottom, x, top) for x in xs] + [rule(xs[0], y, xs[-1], y) for y in (bottom, top)]
    return [*rules, *(words(x + 5, top - 14, cell, size, font) for x, cell in zip(xs, cells, strict=False) if cell)]


def tables(*pages):
    document = read_document(pdf(*pages))
    return [[[document[cell] for cell in row.cells] for row in table.rows] for table in document.tables]


HEAD = row(60, 84, "Strengths", "Areas for improvement", font=BOLD)
BODY = [*row(760, 790, "Notes were read", "Plans were late"), *row(730, 760, "Leaders met", "Few were asked")]
ROWS = [["Notes were read", "Plans were late"], ["Leaders met", "Few were asked"]]


def test_boxes_beside_one_another_are_no_table():
    assert tables([ABOVE, *HEAD], [BELOW]) == []


def test_boxes_before_a_table_of_other_columns_are_no_row_of_it():
    wide = [*row(760, 790, "Notes", "Plans", "May", xs=(72, 200, 400, 522))]
    wide += row(730, 760, "Leaders", "Staff", "June", xs=(72, 200, 400, 522))
    assert tables([ABOVE, *HEAD], wide) == [[["Notes", "Plans", "May"], ["Leaders", "Staff", "June"]]]


def test_boxes_above_other_text_of_their_page_are_no_row():
    first = [
        ABOVE,
        *row(160, 184, "Strengths", "Areas for improvement", font=BOLD),
        words(72, 120, "Then they met.", 10),
    ]
    assert tables(first, [*BODY, BELOW]) == [ROWS]


def test_boxes_two_pages_before_a_table_are_no_row_of_it():
    assert tables([ABOVE, *HEAD], [BELOW], BODY) == [ROWS]


def test_boxes_below_other_text_of_the_next_page_are_no_row():
    first = [ABOVE, *row(90, 120, "Area", "Grade", font=BOLD), *row(60, 90, "Glenmore", "good")]
    second = [words(72, 700, "Two things stood out.", 10), *row(600, 640, "Strathbeg", "weak")]
    assert tables(first, second) == [[["Area", "Grade"], ["Glenmore", "good"]]]


def test_a_figure_in_a_box_is_no_cell():
    figures = [
        *row(700, 790, "", ""),
        words(80, 750, "64", 30),
        words(80, 710, "records", 10),
        words(310, 750, "12", 30),
    ]
    first = [ABOVE, *row(90, 120, "Area", "Grade", font=BOLD), *row(60, 90, "Glenmore", "good")]
    assert len(tables(first, [*figures, words(310, 710, "groups", 10)])[0]) == 2


def test_a_head_alone_at_the_foot_of_a_page_is_that_of_the_table_behind_it():
    assert tables([ABOVE, *HEAD], [*BODY, BELOW]) == [[["Strengths", "Areas for improvement"], *ROWS]]
    assert read_document(pdf([ABOVE, *HEAD], [*BODY, BELOW])).tables[0].header == 1


def test_a_last_row_alone_at_the_top_of_a_page_is_one_of_the_table_before_it():
    first = [ABOVE, *row(90, 120, "Area", "Grade", font=BOLD), *row(60, 90, "Glenmore", "good")]
    second = [*row(760, 790, "Strathbeg", "weak"), BELOW]
    assert tables(first, second) == [[["Area", "Grade"], ["Glenmore", "good"], ["Strathbeg", "weak"]]]


def test_what_found_no_room_beside_its_label_stands_beside_it():
    first = [ABOVE, *row(90, 120, "Area", "Grade", font=BOLD), *row(60, 90, "Glenmore", "")]
    second = [*row(760, 790, "", "good"), *row(730, 760, "Strathbeg", "weak"), BELOW]
    assert tables(first, second) == [[["Area", "Grade"], ["Glenmore", "good"], ["Strathbeg", "weak"]]]


def test_each_line_stays_once():
    lines = read_pdf(pdf([ABOVE, *HEAD], [*BODY, BELOW])).lines
    assert sorted(line.text for line in lines) == sorted({line.text for line in lines})


def test_what_found_room_without_its_label_stands_beside_it():
    first = [ABOVE, *row(90, 120, "Area", "Grade", font=BOLD), *row(60, 90, "", "good")]
    second = [*row(760, 790, "Glenmore", ""), *row(730, 760, "Strathbeg", "weak"), BELOW]
    assert tables(first, second) == [[["Area", "Grade"], ["Glenmore", "good"], ["Strathbeg", "weak"]]]
