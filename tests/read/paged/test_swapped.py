"""Letters whose bytes a writer swapped: first text that only looks so, then ligatures as Ghostscript leaves them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.read.normal import runs
from ciextract.read.paged.swapped import letters_of, text_of, text_of_each


def swapped(letters):
    return "".join(chr(ord(letter) << 8) for letter in letters)


def units(text):
    return text.encode("utf-16-le", "surrogatepass")


def typed(text):
    return "".join(run for _, run in runs(text))


@pytest.mark.parametrize(
    "text",
    [
        "Most staff in Zürich and München met",
        "The file was read in Zürich, in Fürth, in Lübeck and in Düren.",
        "Für Ältere, an über sechs Türen",
        f"In other languages: {swapped('ft')}",
        f"two {swapped('fi')} three",
        f"{swapped('f')}un",
        "中文最新的一份",
        "plain words",
        "",
    ],
)
def test_other_text_stays(text):
    assert text_of(units(text)) == text


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        (f"sta{swapped('ff')}", "staff"),
        (f"{swapped('fi')}rst", "first"),
        (f"sta{swapped('ff')}’s", "staff's"),
        (f"{swapped('Th')}ere", "There"),
        (f"{swapped('fi')}{swapped('ft')}hs", "fifths"),
        (f"inspec{swapped('ti')}ons", "inspections"),
        (f"o{swapped('f')}\ucf00cers", "officers"),
        (f"ba{swapped('f')}\ud200ed", "baffled"),
        (f"Sco{swapped('t')}\udd00sh", "Scottish"),
        (f"bene{swapped('fi')}{swapped('t')}\udd00ng", "benefitting"),
        ("The \xfcrst o\xfecer told the sta\xfb.", "The first officer told the staff."),
    ],
)
def test_ligatures_are_typed_as_their_letters(stated, said):
    assert typed(text_of(units(stated))) == said
    assert typed(text_of_each([*map(ord, stated)])) == said
    assert len(text_of(units(stated))) == len(stated)


def test_a_glyph_of_its_own_is_told_without_its_neighbours():
    assert letters_of(swapped("ffi")) == "ffi"
    assert letters_of(swapped("f")) == swapped("f")
    assert letters_of("fi") == "fi"


@given(st.lists(st.integers(1, 0xFFFF), max_size=40))
def test_a_unit_stays_a_character_and_none_is_half_a_pair(codes):
    text = text_of_each(codes)
    assert len(text) == len(codes)
    assert not any("\ud800" <= character <= "\udfff" for character in text)


def test_half_a_pair_is_told_as_none():
    assert text_of(units("a \udc00 b")) == "a \ufffd b"
    assert text_of_each([0x61, 0xDC00, 0, 0x1F600]) == "a  \U0001f600"
