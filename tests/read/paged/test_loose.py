"""Tables with level rules alone that the ends of pages cut: first what is none, then how far their rows go."""

import pytest
from tests.read.paged.pages import BOLD, HELVETICA, pdf, rule, words

from ciextract.read.paged import loose
from ciextract.read.paged.reader import read_pdf

LEFT, RIGHT = 72, 522
XS = (72, 172, 312, 432)
HEAD = ("Issue", "Task", "Lead", "When")
PROSE = "Early help was quick to reach them, and notes were written on the same day by all who had been"


def across(y):
    return rule(LEFT, y, RIGHT, y)


def row(y, *cells, xs=XS, font=HELVETICA):
    return [words(x, y, cell, 10, font) for x, cell in zip(xs, cells, strict=False) if cell]


def cells(*pages):
    """Of each page, (text, cell) of each line that stands in a cell."""
    lines = read_pdf(pdf(*pages)).lines
    return [
        [(line.text.strip(), (line.cell.row, line.cell.column)) for line in lines if line.page == number and line.cell]
        for number in range(1, len(pages) + 1)
    ]


def plan(rows=3):
    """A page with a head and rows with a rule below each, down to its end."""
    orders = [*row(800, *HEAD, font=BOLD), across(794)]
    for at in range(rows):
        orders += [
            *row(780 - 40 * at, f"1.{at} Notes", "Write more", "Team", "June"),
            *row(768 - 40 * at, "late", "and sooner"),
        ]
        orders += [across(760 - 40 * at)]
    return orders


# None


def test_columns_of_news_above_and_below_one_rule_are_no_table():
    texts = ("Notes were late and few of", "Plans were read by each of", "Leaders met and some of us")
    lines = [row(790 - 14 * at, *texts, xs=(72, 225, 380)) for at in range(20)]
    assert cells([*(order for line in lines for order in line), across(650)]) == [[]]


def test_a_heading_between_rules_above_prose_is_no_table():
    assert cells([across(800), words(LEFT, 785, "Early help"), across(780), words(LEFT, 760, PROSE, 10)]) == [[]]


def test_bold_lines_between_rules_and_prose_are_no_table():
    lead = [words(LEFT, 785, "All that we found was good, and better", 10, BOLD), words(LEFT, 772, "too", 10, BOLD)]
    prose = [words(LEFT, 754 - 12 * at, PROSE, 10) for at in range(4)]
    assert cells([across(800), *lead, across(766), *prose, across(700)]) == [[]]


def test_boxes_filled_right_across_above_prose_are_no_table():
    orders = []
    for y in (800, 700, 600, 500):
        orders += [f"0.85 g {LEFT} {y - 24} {RIGHT - LEFT} 24 re f 0 g", across(y), across(y - 24)]
        orders += [words(LEFT + 6, y - 16, "How well is it done?", 12, BOLD)]
        orders += [words(LEFT, y - 40 - 12 * at, PROSE, 10) for at in range(3)]
    assert [text for text, _ in cells(orders)[0] if text == PROSE] == []


def test_low_boxes_above_one_another_are_no_rows(monkeypatch):
    monkeypatch.setattr(loose, "_columns", lambda *_: pytest.fail("columns are looked for"))
    boxes = [f"{LEFT} {780 - 40 * at} 200 24 re S" for at in range(5)]
    assert cells([*boxes, *(words(78, 788 - 40 * at, f"{at + 1} areas", 10) for at in range(5))]) == [[]]


def test_closed_tables_of_one_width_keep_their_cells():
    orders = []
    for top in (800, 600):
        orders += [across(top - 24 * at) for at in range(4)]
        orders += [rule(x, top - 72, x, top) for x in (LEFT, 300, RIGHT)]
        orders += [
            order for at in range(3) for order in row(top - 16 - 24 * at, f"1.{at}", "Write it down", xs=(78, 306))
        ]
        orders += [order for at in range(3) for order in row(top - 90 - 24 * at, "Notes", "Teams", xs=(78, 306))]
        orders += [across(top - 100)]
    told = [(text, (at, column)) for at in range(3) for column, text in enumerate((f"1.{at}", "Write it down"))]
    assert cells(orders) == [[*told, *told]]


def test_a_row_of_figures_that_nearly_touch_is_none_across():
    xs = (72, 172, 222, 272, 322)
    wide = [words(LEFT, 756, "Moved once or twice 71.4 51.1 34.9 0.0 8.6 1.4", 10)]
    rows = [*row(800, *HEAD, "Why", xs=xs), *row(776, "Moved", "10.0", "9.1", "3.2", "4.4", xs=xs)]
    found = cells([*rows, *wide, *[across(y) for y in (790, 768, 746)]])
    assert ("Moved once or twice 71.4 51.1 34.9 0.0 8.6 1.4", (2, 0)) not in found[0]


def test_a_head_above_a_rule_with_prose_below_it_is_no_table():
    assert cells(
        [*row(800, *HEAD, font=BOLD), across(794), words(LEFT, 780, PROSE, 10), words(LEFT, 768, PROSE, 10)]
    ) == [[]]


def test_names_above_a_rule_that_are_no_heads_are_no_table():
    assert cells([*row(800, "Ann", "Bo", "Cy"), across(794), *row(780, "Di", "Ed", "Flo"), across(774)]) == [[]]


def test_a_heading_under_a_rule_on_the_page_behind_a_table_is_no_row_of_it():
    further = [words(LEFT, 790, "Early help"), across(784), words(LEFT, 770, PROSE, 10)]
    assert cells(plan(17), further)[1] == []


def test_a_heading_right_below_a_table_is_no_row_of_it():
    orders = plan()
    assert cells([*orders, words(LEFT, 668, "Early help")]) == cells(orders)


def test_a_heading_at_the_foot_of_a_page_is_no_row():
    orders = plan(17)
    assert cells([*orders, words(LEFT, 106, "Early help")]) == cells(orders)


def test_short_lines_at_the_foot_of_a_page_are_no_row():
    orders = plan(17)
    assert cells(
        [*orders, words(LEFT, 106, "Care Office", 14, BOLD), *row(90, "River Street"), *row(78, "Glenmore")]
    ) == cells(orders)
    assert cells([*orders, *row(106, "River Street"), *row(94, "Glenmore"), *row(82, "DD1")]) == cells(orders)


def test_a_page_number_is_no_row():
    orders = [*plan(17), *row(106, "1.9 Notes", "Write on"), words(290, 40, "3", 10)]
    assert all(text != "3" for text, _ in cells(orders)[0])


def test_a_table_that_ends_before_its_page_does_is_not_gone_on_with():
    rest = [*row(790, "", "and on", "leads"), across(784), *row(770, "1.8 Notes", "Stop", "All"), across(760)]
    assert cells([*plan(), words(LEFT, 400, PROSE, 10)], rest)[1] == []


# Rows


def test_a_row_goes_on_to_the_end_of_its_page():
    orders = [*plan(17), *row(106, "1.9 Notes", "Write on", "Team"), *row(94, "early", "and on")]
    assert cells(orders)[0][-5:] == [
        ("1.9 Notes", (18, 0)),
        ("Write on", (18, 1)),
        ("Team", (18, 2)),
        ("early", (18, 0)),
        ("and on", (18, 1)),
    ]


def test_a_label_that_the_first_column_breaks_goes_on_to_the_end_of_its_page():
    orders = [*plan(17), *row(106, "Statement 2"), *row(94, "is for safety")]
    assert cells(orders)[0][-2:] == [("Statement 2", (18, 0)), ("is for safety", (18, 0))]


def test_one_rule_below_a_head_is_enough_where_rows_go_to_the_end_of_the_page():
    orders = [
        *row(130, *HEAD, font=BOLD),
        across(124),
        *row(110, "1.1 Notes", "Write", "Team"),
        *row(98, "late", "more"),
    ]
    assert [place for _, place in cells(orders)[0]] == [
        (0, 0),
        (0, 1),
        (0, 2),
        (0, 3),
        (1, 0),
        (1, 1),
        (1, 2),
        (1, 0),
        (1, 1),
    ]


def test_two_rules_are_enough_for_a_head_and_its_row():
    orders = [
        *row(500, *HEAD, font=BOLD),
        across(494),
        *row(480, "1.1", "Write", "Team"),
        *row(468, "", "more"),
        across(460),
    ]
    assert [place for _, place in cells(orders)[0]] == [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (1, 2), (1, 1)]


def test_what_stands_above_the_first_rule_of_the_next_page_is_the_rest_of_a_row():
    rest = [*row(790, "", "and on", "leads"), across(784), *row(770, "1.8 Notes", "Stop", "All"), across(760)]
    assert cells(plan(17), [*rest, words(LEFT, 700, PROSE, 10)])[1] == [
        ("and on", (0, 1)),
        ("leads", (0, 2)),
        ("1.8 Notes", (1, 0)),
        ("Stop", (1, 1)),
        ("All", (1, 2)),
    ]


def test_a_label_of_several_lines_between_rows_is_a_row():
    orders = [*plan(1), *row(746, "Statement 2"), *row(734, "Being safer"), across(728)]
    orders += [*row(714, "2.1 Plans", "Read them", "Team", "July"), across(706)]
    assert [text for text, place in cells(orders)[0] if place[0] == 2] == ["Statement 2", "Being safer"]


def test_a_first_row_of_low_letters_above_the_first_rule_is_one():
    orders = []
    for at, name in enumerate(("CPC", "IRD", "HSCP")):
        y = 800 - 24 * at
        orders += [*row(y, name, "A name in full", xs=(78, 306)), across(y - 9)]
    assert [text for text, _ in cells(orders)[0]][:2] == ["CPC", "A name in full"]
