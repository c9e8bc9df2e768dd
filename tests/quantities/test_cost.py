"""The time that reading takes grows with the text: counted in looks at words, never in seconds."""

import pytest

from ciextract.quantities.reader import quantities_in
from ciextract.quantities.words import Words, words_of

PATTERNS = [
    "almost all of the ",
    "of the 80 records that we read, 72 showed that ",
    "half of ",
    "one in ten of those who ",
    "most children and young people and families and carers, ",
    "12% to 15% and 3 (4%) of 5 ",
    "who that which where we read records held by staff in the area with ",
    "good or better in ",
    "three of the nine partnerships, four, two and one ",
    "( of , ",
    "not all the other third of a quarter ",
    "in the few ",
    "1 2 3 ",
]


class Counted(Words):
    looks = 0

    def at(self, index):
        Counted.looks += 1
        return super().at(index)


def looks(text):
    words = words_of(text)
    Counted.looks = 0
    quantities_in(Counted(words.text, words.low, words.starts, words.ends), lambda: None)
    return Counted.looks


@pytest.mark.parametrize("pattern", PATTERNS)
def test_looks_grow_with_the_text(pattern):
    once, twice = looks(pattern * 40), looks(pattern * 80)
    assert twice <= 2.6 * once + 2000
