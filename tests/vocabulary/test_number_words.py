"""Numbers in digits and words, and lines that are nothing but a page number."""

import pytest

from ciextract.vocabulary.english import english


@pytest.mark.parametrize(
    "text", ["", "half", "third", "one hundred", "1.5", "²", "٣", "seven-ish", "of two", "four and", "-", "no", "1st"]
)
def test_there_is_no_number(text):
    assert english().number(text) is None


@pytest.mark.parametrize(
    "text", ["two one", "five six", "one-two", "twenty-twenty", "ten three", "three fifty", "thirty ten"]
)
def test_two_numbers_side_by_side_are_not_one(text):
    assert english().number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1), ("007", 7), ("1,200", 1200), ("10,968", 10968), ("one", 1), ("Nineteen", 19), ("thirty", 30),
        ("twenty-one", 21), ("Forty two", 42), ("NINETY-NINE", 99),
    ],
)  # fmt: skip
def test_a_number_is_read(text, value):
    assert english().number(text) == value


def test_every_number_up_to_ninety_nine_is_read_in_words():
    units = list(english().numbers)[:19]
    tens = list(english().numbers)[19:]
    assert [english().number(word) for word in units] == list(range(1, 20))
    for ten, word in enumerate(tens, 2):
        assert [english().number(f"{word}-{unit}") for unit in units[:9]] == list(range(ten * 10 + 1, ten * 10 + 10))


@pytest.mark.parametrize(
    "line",
    [
        "Statement 3",
        "Page three",
        "3 people",
        "Page 3 and more",
        "civil",
        "mix",
        "3 of the 20",
        "page",
        "2024",
        "1.1",
        "",
    ],
)
def test_a_line_is_no_page_number(line):
    assert not english().page_number_line.fullmatch(line)


@pytest.mark.parametrize(
    "line", ["Page 3", "PAGE 3 of 20", "3 of 20", "3 | Page", "page | 3", "- 3 -", "3/20", "p. 4", "iv"]
)
def test_a_line_is_a_page_number(line):
    assert english().page_number_line.fullmatch(line)
