"""Spaces and hyphens of a line: first those that are seen, then those that stand for nothing, or for a hyphen."""

import pytest

from ciextract.read.paged.spacing import JOINER, Spacing

SIZE = 10.0
WIDE = 4.0


def line(text, widths=None, tops=None, starts=None):
    """Letters side by side, each of them WIDE; ``starts`` of characters by their place are told apart."""
    boxes, x = [], 0.0
    for place, _ in enumerate(text):
        x = (starts or {}).get(place, x)
        width = (widths or {}).get(place, WIDE)
        boxes.append((x, (tops or {}).get(place, 0.0 if width else 6.99), x + width, 7.0))
        x += width

    def box_of(index):
        return boxes[index] if 0 <= index < len(boxes) else None

    return Spacing(text, box_of, lambda index: (box[0], box[3]) if (box := box_of(index)) else None)


def seen(text, **places):
    return line(text, **places).seen(text, 0, SIZE)


@pytest.mark.parametrize("text", ["the team met", "a b", "", "met ", " met"])
def test_spaces_between_words_stay(text):
    assert seen(text) == text


def test_a_space_that_is_narrowed_stays():
    assert seen("met them", starts={4: 15.0}) == "met them"


def test_a_space_that_a_recognised_word_reaches_into_stays():
    assert seen("met them", starts={4: 3 * WIDE + 1.0}) == "met them"


def test_a_space_that_has_no_width_stays():
    assert seen("met them", widths={3: 0.0}) == "met them"


def test_spaces_of_words_that_climb_the_margin_stay():
    boxes = [(0.0, 4.0 * place, 7.0, 4.0 * place + 4.0) for place in range(len("met them"))]
    climbing = Spacing("met them", boxes.__getitem__, lambda index: (7.0, boxes[index][3]))
    assert climbing.seen("met them", 0, SIZE) == "met them"


def test_a_word_set_further_left_is_no_undone_space():
    assert seen("met them", starts={4: 2.0}) == "met them"


def test_a_space_that_is_taken_back_is_none():
    assert seen("met th em", starts={7: 6 * WIDE + 0.3}) == f"met th{JOINER}em"


def test_a_soft_hyphen_that_is_not_drawn_stays_soft():
    assert seen("of\u00adfice") == "of\u00adfice", "as high as its neighbours: a share of a ligature"
    assert seen("of\u00adfice", widths={2: 0.0}, tops={2: 6.4}) == "of\u00adfice"
    assert seen("of\u00adfice", tops={2: 6.4}, starts={3: 2 * WIDE}) == "of\u00adfice", "the next letter stands over it"
    assert seen("of\u00ad", tops={2: 6.4}) == "of\u00ad", "at the end of a line"


def test_a_soft_hyphen_that_is_drawn_is_a_hyphen():
    assert seen("low\u00adincome", tops={3: 6.4}) == "low-income"
