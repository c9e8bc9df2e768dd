"""Tables without rules whose cells are drawn whole: first what is none, then rows, and the pages that they go on over."""

from tests.read.paged.pages import BOLD, HELVETICA, pdf, rule, words

from ciextract.read import read_document

XS = (72, 182, 312, 442)
HEAD = ("Issue", "Task", "Lead", "When")
PROSE = "Early help was quick to reach them, and notes were written on the same day by all of those who"


def row(y, *cells, xs=XS, font=HELVETICA):
    """Cells beside one another, each a list of lines that are drawn below one another before the next."""
    drawn = [(x, cell.split("|")) for x, cell in zip(xs, cells, strict=False) if cell]
    return [words(x, y - 12 * at, line, 10, font) for x, lines in drawn for at, line in enumerate(lines)]


def tables(*pages):
    document = read_document(pdf(*pages))
    return [[[document[cell] for cell in row.cells] for row in table.rows] for table in document.tables]


ROWS = [*row(680, "1.1 Notes|were late", "Write down|what was seen", "Teams", "June")]
ROWS += row(640, "1.2 Plans|were lost", "Keep them|in one place", "Leaders", "July")
READ = [
    ["1.1 Notes were late", "Write down what was seen", "Teams", "June"],
    ["1.2 Plans were lost", "Keep them in one place", "Leaders", "July"],
]


def test_cells_without_a_head_are_no_table():
    assert tables(ROWS) == []


def test_names_above_that_name_no_columns_are_no_head():
    assert tables([*row(700, "Ann", "Bo", "Cy", "Di"), *ROWS]) == []


def test_words_of_a_heading_that_stand_far_apart_are_no_head():
    heading = [*row(700, "Support", "for", "young", font=BOLD), *row(680, "people", "in", "winter", font=BOLD)]
    assert tables([*heading, words(72, 650, PROSE, 10), words(72, 638, PROSE, 10)]) == []


def test_a_head_above_prose_is_no_table():
    assert tables([*row(700, *HEAD), words(72, 680, PROSE, 10), words(72, 668, PROSE, 10)]) == []


def test_rows_that_stand_elsewhere_than_the_names_are_none_of_theirs():
    shifted = row(680, "1.1", "Write it|down", "Teams", "June", xs=(122, 232, 362, 502))
    assert tables([*row(700, *HEAD), *shifted]) == []


def test_paragraphs_and_headings_below_a_table_are_no_rows():
    below = [words(72, 600, "Early help", 14, BOLD), words(72, 580, PROSE, 10)]
    assert tables([*row(700, *HEAD), *ROWS, *below]) == [[list(HEAD), *READ]]


def test_a_table_that_ends_above_other_text_does_not_go_on():
    assert tables([*row(700, *HEAD), *ROWS, words(72, 500, PROSE, 10)], ROWS) == [[list(HEAD), *READ]]


def test_a_heading_of_which_a_word_begins_where_a_column_does_is_no_row():
    rows = [*row(120, "Issue", "Task", xs=(72, 132)), *row(100, "1.1 Notes", "Write down|what was seen", xs=(72, 132))]
    rows += row(70, "1.2 Plans", "Keep them", xs=(72, 132))
    further = [
        words(72, 780, "Appendix 2: Evaluations of four", 10),
        *row(740, "Notes", "good", "weak", xs=(72, 132, 300)),
    ]
    assert len(tables([words(72, 700, PROSE, 10), *rows], further)[0]) == 3


def test_a_running_foot_below_the_last_row_is_none():
    foot = words(322, 40, "6 / 6", 10)
    assert tables([*row(110, *HEAD), *row(90, "1.1 Notes", "Write", "Teams", "June"), foot]) == [
        [list(HEAD), ["1.1 Notes", "Write", "Teams", "June"]]
    ]


def test_a_bold_line_below_the_last_row_is_a_heading():
    after = words(72, 610, "What we will do in the year that comes", 10, BOLD)
    assert tables([*row(700, *HEAD, font=BOLD), *ROWS, after]) == [[list(HEAD), *READ]]


def test_a_plain_line_between_rows_ends_the_table():
    between = words(72, 660, "What we will do in the year that comes", 10)
    half = len(ROWS) // 2
    assert tables([*row(700, *HEAD), *ROWS[:half], between, *ROWS[half:]]) == [[list(HEAD), READ[0]]]


def test_a_bold_line_across_heads_the_rows_below_it():
    label = words(72, 710, "Statement 1: children are safer than they were before", 10, BOLD)
    (table,) = tables([*row(730, *HEAD, font=BOLD), label, *row(690, *READ[0]), *row(670, *READ[1])])
    assert table == [list(HEAD), ["Statement 1: children are safer than they were before", "", "", ""], *READ]


def test_a_line_that_runs_over_two_cells_goes_on_in_the_second():
    wide = [words(312, 660, "Leaders of all of the teams", 10), words(442, 660, "After the", 10)]  # nearly touch
    rows = [*row(680, *READ[0]), *row(660, "1.2 Plans", "Keep them"), *wide, words(442, 648, "holidays", 10)]
    assert tables([*row(700, *HEAD), *rows, *row(630, *READ[1])])[0][2] == [
        "1.2 Plans",
        "Keep them",
        "Leaders of all of the teams",
        "After the holidays",
    ]


def test_cells_below_named_columns_are_rows():
    assert tables([*row(700, *HEAD), *ROWS]) == [[list(HEAD), *READ]]


def test_cells_below_a_bold_head_are_rows():
    bold = ("Matter", "Deed", "Name", "Day")
    assert tables([*row(700, *bold, font=BOLD), *ROWS]) == [[list(bold), *READ]]


def test_names_that_nearly_touch_are_parted_where_the_columns_begin():
    head = [words(72, 700, "Issue", 10), words(182, 700, "Task", 10), words(312, 700, "Expected outcome", 10)]
    head += [words(402, 700, "Lead", 10)]
    rows = row(680, "1.1 Notes|were late", "Write down|what was seen", "They are read", "Teams", xs=(72, 182, 312, 402))
    assert tables([*head, *rows])[0][0] == ["Issue", "Task", "Expected outcome", "Lead"]


def test_cells_that_nearly_touch_are_parted_where_the_columns_begin():
    head = row(700, "Deed", "Stronger practice", "Weaker practice", xs=(72, 132, 312), font=BOLD)
    rows = [*row(680, "Assessment", "good or better", "adequate or less", xs=(72, 132, 312))]
    rows += row(660, "Plans", "most of them", "a few", xs=(72, 132, 312))
    assert tables([*head, *rows])[0][1] == ["Assessment", "good or better", "adequate or less"]


def test_a_filled_head_row_belongs_to_the_cells_below_it():
    boxes = [f"q 0.8 g {x - 4} 692 {width} 20 re f Q" for x, width in zip(XS, (110, 130, 130, 80), strict=True)]
    assert tables([*boxes, *row(700, *HEAD), *ROWS]) == [[list(HEAD), *READ]]


def test_a_label_between_rows_is_a_row():
    label = row(610, "Statement 2|Being safer")
    more = row(570, "2.1 Plans|were late", "Hurry|on", "Teams", "May")
    assert tables([*row(700, *HEAD), *ROWS, *label, *more])[0][3] == ["Statement 2 Being safer", "", "", ""]


def test_rows_go_on_over_the_page():
    shifted = [order.replace(" 680 Td", " 770 Td").replace(" 668 Td", " 758 Td") for order in ROWS]
    shifted = [order.replace(" 640 Td", " 730 Td").replace(" 628 Td", " 718 Td") for order in shifted]
    running = words(72, 825, "Glenmore", 8)
    assert tables([*row(700, *HEAD), *ROWS], [running, *shifted]) == [[list(HEAD), *READ, *READ]]


def test_rules_beside_a_table_change_nothing():
    assert tables([rule(72, 720, 522, 720), *row(700, *HEAD), *ROWS]) == [[list(HEAD), *READ]]
