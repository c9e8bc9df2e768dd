"""What extractors ask of a reading: sentences by the places of words, and what several of them need made once."""

from tests.outline.invented import lines, report

from ciextract.extractors.reading import Reading
from ciextract.pipeline import reading_of
from ciextract.read import read_document

TEXT = ("Plans were clear. Chronologies were not.", "Families had seen their plans.")


def read(*paragraphs):
    return reading_of(read_document(lines(report("Introduction"), *paragraphs).encode()))


def test_what_several_ask_for_is_made_once():
    calls = []

    def words(reading: Reading) -> tuple[str, ...]:
        calls.append(reading)
        return tuple(reading.document.text.split())

    reading = read(*TEXT)
    assert reading.once(words) is reading.once(words)
    assert calls == [reading]


def test_two_readings_share_nothing():
    one, other = read(*TEXT), read("Another text.")
    assert one.once(repr_of_text) != other.once(repr_of_text)


def repr_of_text(reading: Reading) -> str:
    return repr(reading.document.text)


def test_a_sentence_with_two_of_the_words_is_given_once_and_words_are_found_within_longer_ones():
    reading = read(*TEXT)
    found = [reading.document[one.span] for one in reading.sentences_with(("plan", "clear", "famil"))]
    assert found == ["Plans were clear.", "Families had seen their plans."]


def test_the_position_of_a_place_between_sentences_is_none():
    reading = read(*TEXT)
    end = reading.document.text.index("clear.") + len("clear.")
    assert list(reading.positions_at([end])) == []
    assert len(list(reading.positions_at([end - 1, end, end + 1]))) == 2
