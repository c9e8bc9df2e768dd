"""Spaces and hyphens of a line: first those that are seen, then those that stand for nothing, or for a hyphen."""

import pytest

from ciextract.read.paged.spacing import JOINER, Spacing, with_whole_lines

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


@pytest.mark.parametrize("text", ["1 2 3 4 5 6", "2 0 2 1 a b", "a b c d", "Is it a lot?"])
def test_figures_and_few_letters_apart_stay(text):
    assert seen(text) == text


@pytest.mark.parametrize("text", ["3 . W h a t  w a s  m e t ?", "B AC K  I N  M AY  6 ,  W E  M E T"])
def test_letters_figures_and_marks_set_apart_are_words(text):
    assert seen(text.replace("  ", " "), widths=_wide_gaps(text)).replace(JOINER, "") == _closed(text)


def _wide_gaps(text):
    """Two spaces stand for a wide one."""
    words = text.split("  ")
    ends = [len(" ".join(words[: at + 1])) for at in range(len(words) - 1)]
    return dict.fromkeys(ends, 3 * WIDE)


def _closed(text):
    return " ".join(word.replace(" ", "") for word in text.split("  "))


def test_a_soft_hyphen_that_is_not_drawn_stays_soft():
    assert seen("of\u00adfice") == "of\u00adfice", "as high as its neighbours: a share of a ligature"
    assert seen("of\u00adfice", widths={2: 0.0}, tops={2: 6.4}) == "of\u00adfice"
    assert seen("of\u00adfice", tops={2: 6.4}, starts={3: 2 * WIDE}) == "of\u00adfice", "the next letter stands over it"
    assert seen("of\u00ad", tops={2: 6.4}) == "of\u00ad", "at the end of a line"


def test_a_soft_hyphen_that_is_drawn_is_a_hyphen():
    assert seen("low\u00adincome", tops={3: 6.4}) == "low-income"


def printed(*lines, step=12.0, space=WIDE, left=0.0):
    """(text, boxes): words of lines whose every letter ends a line; ``left`` is where all lines begin."""
    letters, boxes = [], []
    for row, words in enumerate(lines):
        x = left
        for word in words.split():
            for letter in word:
                letters.append(letter)
                boxes.append((x, row * step, x + WIDE, row * step + 7.0))
                x += WIDE
            x += space
    text = "\r\n".join(letters)
    return text, lambda index: boxes[index // 3] if index >= 0 and index % 3 == 0 and index // 3 < len(boxes) else None


def whole(text, box_of):
    return with_whole_lines(text, box_of).replace(JOINER, "").split("\r\n")


def test_lines_of_a_usual_page_are_left_alone():
    text = "the team met and wrote down\r\nwhat they had seen on the day"
    assert with_whole_lines(text, lambda _: (0.0, 0.0, 4.0, 7.0)) is text


def test_letters_below_one_another_are_lines_of_their_own():
    assert whole(*printed("a", "b", "c")) == ["a", "b", "c"]


def test_letters_far_apart_are_lines_of_their_own():
    assert whole(*printed("a b c", space=30.0)) == ["a", "b", "c"]


def test_letters_beside_one_another_are_words_of_one_line():
    assert whole(*printed("the team met", "and wrote")) == ["the team met", "and wrote"]


def test_each_character_keeps_its_index():
    text, box_of = printed("the team met", "and wrote")
    made = with_whole_lines(text, box_of)
    assert len(made) == len(text)
    assert all(made[at] == one for at, one in enumerate(text) if one.isalpha())


def test_a_letter_that_ends_a_longer_line_goes_on_with_its_word():
    parts = ["not yet su", "fficiently"]
    starts = {0: 0.0, len(parts[0]) + 2: len(parts[0]) * WIDE}

    def box_of(index):
        start = max(one for one in starts if one <= index)
        x = starts[start] + (index - start) * WIDE
        return (x, 0.0, x + WIDE, 7.0)

    assert whole("\r\n".join(parts), box_of) == ["".join(parts)]
