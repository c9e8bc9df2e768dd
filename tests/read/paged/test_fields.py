"""What is filled into a form stands behind its label, wherever the source has it."""

import pytest

from ciextract.read.paged.fields import MOST, with_fields
from ciextract.read.paged.glyphs import Fragment

FIRST = 1_000
"""Source character at which the fields begin."""


def printed(text, x0, top, *, origin=0, width=60, size=10):
    box = (x0, top, x0 + width, top + size)
    return Fragment(text, origin, box, top + size, size, False, False, 0, ())


def filled(text, x0, top, origin=FIRST, **kind):
    return printed(text, x0, top, origin=origin, **kind)


def read(*fragments):
    return [fragment.text for fragment in with_fields(fragments, FIRST)]


LABELS = (printed("Area:", 72, 100), printed("Date:", 72, 130), printed("Prose below", 72, 200, width=400))


def test_a_page_without_fields_keeps_its_order():
    assert read(*reversed(LABELS)) == ["Prose below", "Date:", "Area:"]


def test_a_text_far_on_its_left_is_not_the_label_of_a_field_below_its_own():
    label = printed("Comments", 400, 80)
    assert read(*LABELS, label, filled("None", 400, 100)) == ["Area:", "Date:", "Prose below", "Comments", "None"]


@pytest.mark.parametrize(
    ("field", "order"),
    [
        (filled("Glenmore", 150, 102), ["Area:", "Glenmore", "Date:", "Prose below"]),
        (filled("May", 150, 128), ["Area:", "Date:", "May", "Prose below"]),
        (filled("Below its label", 90, 142), ["Area:", "Date:", "Below its label", "Prose below"]),
        (filled("At the top", 500, 20), ["At the top", "Area:", "Date:", "Prose below"]),
        (filled("At the foot", 500, 700), ["Area:", "Date:", "Prose below", "At the foot"]),
    ],
)
def test_a_field_stands_behind_its_label(field, order):
    assert read(*LABELS, field) == order


def test_the_lines_of_one_field_stay_together():
    lines = [filled(f"line {at}", 150, 100 + 12 * at, FIRST + at) for at in range(4)]
    assert read(*LABELS, *lines) == ["Area:", "line 0", "line 1", "line 2", "line 3", "Date:", "Prose below"]


def test_two_fields_of_one_row_stand_in_their_order():
    first, second = filled("Glenmore", 150, 100), filled("North", 230, 100, FIRST + 9)
    assert read(*LABELS, second, first) == ["Area:", "Glenmore", "North", "Date:", "Prose below"]


def test_of_very_many_fields_none_is_lost():
    fields = [filled(f"value {at}", 300, at, FIRST + at) for at in range(MOST + 20)]
    assert sorted(read(*LABELS, *fields)) == sorted(one.text for one in (*LABELS, *fields))
