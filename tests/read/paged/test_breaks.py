"""Where lines of a PDF begin something new: first what goes on, then what white space, line ends and indents tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.read.lines import PhysicalLine
from ciextract.read.paged.breaks import breaks
from ciextract.read.paged.forced import forced

FULL = 400.0


def line(text, y, x0=72.0, x1=None, **more):
    """A line on a baseline ``y``, ten points high; its letters are five points wide."""
    return PhysicalLine(
        text, page=1, box=(x0, y - 8, x0 + 5.0 * len(text) if x1 is None else x1, y + 2), size=10.0, **more
    )


def column(*texts, step=12.0, apart=None, **more):
    """(lines, baselines): texts below one another, those in ``apart`` by so much more than a step."""
    lines, baselines, y = [], [], 100.0
    for at, text in enumerate(texts):
        y += step + (apart or {}).get(at, 0.0)
        lines.append(line(text, y, **more))
        baselines.append(y)
    return lines, baselines


def new(lines, baselines):
    return sorted(set(breaks(lines, baselines, [0] * len(lines))) - {0})


PROSE = ("Some of them", "went on to", "say that", "all of it", "was over by", "the time")


def test_lines_of_one_distance_begin_nothing():
    assert new(*column(*PROSE)) == []


def test_lines_whose_distance_wavers_begin_nothing():
    assert new(*column(*PROSE * 2, apart=dict.fromkeys((1, 4, 7, 9), 0.7))) == []


def test_a_distance_at_which_sentences_go_on_parts_nothing():
    assert new(*column(*PROSE * 4, apart=dict.fromkeys(range(1, 24, 5), 2.0))) == []


def test_a_few_lines_a_little_lower_tell_nothing():
    assert new(*column(*PROSE, "Then", "all ended", apart={6: 2.0})) == []


def test_lines_a_little_lower_begin_something_where_nearly_all_of_them_begin_large():
    texts = ("Then it", "was over.", "and so on", "to the end") * 5
    assert new(*column(*texts, apart=dict.fromkeys(range(4, 20, 4), 2.0))) == [4, 8, 12, 16]


def test_a_line_much_lower_begins_something():
    assert new(*column(*PROSE, apart={3: 6.0})) == [3]


# Each line of this column is 50 letters long or as long as its words make it.
FILLED = (
    "They met each month, wrote down what they had seen",
    "and told the children what would happen next, when",
    "they could, and who would be there on the day with",
    "them if it was a hard one for all of the people at",
    "the table. They read it.",
)


def ends(*texts, **more):
    return sorted(forced(*column(*texts, **more)))


def listed(items, step, between):
    """Tight prose, and below it items of two lines each ``step`` apart, with ``between`` more from one to the next."""
    lines, baselines = column(*PROSE * 3)
    y = baselines[-1] + 24.0
    for _ in range(items):
        for text, x0 in (("• Staff of the teams", 72.0), ("Met and talked", 90.0)):
            lines.append(line(text, y, x0))
            baselines.append(y)
            y += step
        y += between
    return lines, baselines


def test_lines_of_items_further_apart_than_those_of_prose_begin_nothing():
    assert new(*listed(5, 15.0, 4.0)) == [18, *range(20, 28, 2)]


def test_a_few_items_do_not_tell_how_far_apart_their_lines_are():
    assert 19 in new(*listed(2, 15.0, 4.0))


def test_a_second_paragraph_of_an_item_is_new():
    lines, baselines = listed(5, 15.0, 4.0)
    more = baselines[-1] + 21.0
    assert new([*lines, line("They met again", more, 90.0)], [*baselines, more])[-1] == len(lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the table. They read what had been written of it.", "Leaders had a list of what was still to be done, a"),
        ("the table. They read it.", "and those who had no table, read it in the evening"),
        ("the table. They read it.", "2 of them did not, as they had been away on leave,"),
        ("the table, and so did the", "Director of Education, who had a list of her own,"),
    ],
)
def test_what_may_go_on_goes_on(before, after):
    assert ends(*FILLED[:4], before, after) == []


def test_a_column_whose_lines_end_anywhere_tells_nothing():
    assert (
        ends("They met each month, wrote", "and told the children", "they could, and who would be there", *FILLED) == []
    )


def test_a_few_lines_tell_nothing():
    assert ends(*FILLED[3:], "Leaders met.") == []


def test_bold_lines_of_a_title_stay_together():
    assert ends(*FILLED, "A report", "Glenmore", bold=True) == [5]


def test_a_line_that_had_room_on_the_one_before_begins_something():
    assert ends(*FILLED, *FILLED, "Plans", *FILLED) == [5, 10, 11]


def test_an_address_that_reaches_beyond_its_column_does_not_widen_it():
    assert ends(*FILLED, "Plans", "www.example.org/" + "a" * 60, *FILLED) == [5]


def test_an_entry_without_a_final_mark_is_parted_from_the_next():
    assert ends(*FILLED, "Health Service", "Police Service", "Children's Panel") == [5, 6, 7]


def indented(*lefts):
    """Full lines whose left edges are given; they begin large after a final mark where they are set in."""
    lines = [
        line("Those who went", 100.0 + 12 * at, x0=x, x1=FULL)
        if x > 72
        else line("and said so.", 100.0 + 12 * at, x1=FULL)
        for at, x in enumerate(lefts)
    ]
    return sorted(forced(lines, [100.0 + 12 * at for at in range(len(lefts))]))


def test_lines_that_stay_set_in_begin_nothing():
    assert indented(72, 72, 72, 72, 72, 84, 84) == []


def test_a_line_that_is_set_in_too_far_or_hardly_begins_nothing():
    assert indented(72, 72, 72, 72, 72, 140, 72, 74, 72) == []


def test_a_line_that_is_set_in_begins_something():
    assert indented(72, 72, 72, 72, 72, 84, 72, 84, 72) == [5, 7]


def test_a_line_that_is_set_in_before_another_begins_something_where_single_ones_do():
    assert indented(72, 72, 72, 72, 72, 84, 72, 84, 72, 84, 72, 84, 84, 72) == [5, 7, 9, 11]


def test_two_lines_that_are_set_in_elsewhere_than_others_begin_nothing():
    assert indented(72, 72, 72, 72, 72, 84, 72, 84, 72, 84, 72, 96, 96, 72) == [5, 7, 9]


def test_what_hangs_from_its_first_line_begins_nothing():
    texts = ("and said so.", "and one more", "and two more", "and all more")
    lines = [line(text, 100.0 + 12 * at, x0=84.0 if at % 2 else 72.0, x1=FULL) for at, text in enumerate(texts * 3)]
    lines.append(line("Those who went", 100.0 + 12 * len(lines), x0=84.0, x1=FULL))
    assert forced(lines, [100.0 + 12 * at for at in range(len(lines))]) == set()


@given(
    st.lists(st.sampled_from((*FILLED, "Plans", "the end.", "Leaders met.")), max_size=30),
    st.lists(st.sampled_from((0.0, 0.1, 2.0, 8.0, 40.0)), min_size=30, max_size=30),
)
def test_no_line_that_begins_small_or_with_a_figure_is_forced(texts, apart):
    lines, baselines = column(*texts, apart=dict(enumerate(apart)))
    assert all(lines[at].text[0].isupper() for at in forced(lines, baselines))
    assert set(breaks(lines, baselines, [0] * len(lines))) <= set(range(len(lines)))
