"""Signs that stand in the place of letters: first those that are printed, then those of fonts that tell nothing."""

import pytest
from tests.read.paged.pages import pdf, words

from ciextract.read.paged.reader import read_pdf
from ciextract.read.paged.unmapped import SURE, unmapped


def told(*pages):
    return [(notice.code, notice.lost) for notice in read_pdf(pdf(*pages)).notices]


def count(text):
    return unmapped(text, lambda index: True)


@pytest.mark.parametrize(
    "text",
    [
        "Staff first listened (nearly 90%) to what families said.",
        "In 2024, 54% of 120 records; see 2.1, S12000040 and annex B2.",
        "Children and/or carers' views: child(ren), R&D, well-being, #adultsupport",
        'what "most staff" means; *includes carers',
        "£1.2m was spent\r\non 3\tteams",
    ],
)
def test_what_is_printed_is_no_sign_in_the_place_of_letters(text):
    assert count(text) == 0


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("sta2ed %rst by o\x1ccers", 3),
        ("con\x00dent", 1),
        ("\x03\x11\x05", 3),
        ("the \ufffd of it", 1),
    ],
)
def test_signs_within_words_stand_in_the_place_of_letters(text, signs):
    assert count(text) == signs


def test_a_sign_that_its_font_states_is_printed():
    assert unmapped("sta2ed \x1c", lambda index: False) == 0


def test_a_document_whose_fonts_tell_their_letters_says_nothing():
    assert told([words(72, 700, "Staff listened first.")]) == []


def test_a_document_with_letters_that_no_font_tells_says_so():
    assert told([words(72, 700 - 20 * line, "Con\x1cdent of\x1ccers") for line in range(SURE)]) == [
        ("letters-unknown", True)
    ]


def test_a_single_one_may_be_a_sign_of_a_formula():
    assert told([words(72, 700, "Con\x1cdent")]) == []
