"""Characters as a reader would type them: first what stays as it is, then what changes, always with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.read.normal import runs, trimmed


def typed(text, raised=(), *, note=False):
    return "".join(part for _, part in trimmed(runs(text, raised, note=note)))


# What stays


@pytest.mark.parametrize(
    "text",
    [
        "plain words, 12.5% of them (or so)",
        "one – two — three",
        "Gàidhlig, Ness, naïve, œuvre",
        "£5m; €3; 20°C; ½; 3×4",
        "an emoji 🏴 stays",
        "A\0B",
        "\x1b[1m",
        "* † ‡ § ¶",
        "•",
        "a_b-c/d",
        "well-being",
        "−5",
    ],
)
def test_ordinary_characters_stay(text):
    assert typed(text) == text


@pytest.mark.parametrize("text", ["6,000 km² of land", "40 m² a room", "a 3 m³ tank"])
def test_units_keep_their_power(text):
    assert typed(text) in (text, text.replace("²", "2").replace("³", "3"))


# What changes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ﬁnd staﬀ oﬃce ﬂow waﬄe", "find staff office flow waffle"),
        ("ﬆ ﬅ", "st st"),
        ("and so on…", "and so on..."),
        ("‘one’ “two” „three‟ «four»", '\'one\' "two" "three" "four"'),
        ("`one´", "'one'"),
        ("5′ 6″", "5' 6\""),
        ("it’s", "it's"),
        ("multi\u2010agency multi\u2011agency", "multi-agency multi-agency"),
        ("re\u00adcom\u00admend", "recommend"),
        ("zero\u200bwidth\u200c\u200d\u2060 \ufeffmarks", "zerowidth marks"),
        ("a\u00a0b\u2009c\u202fd\u3000e\tf", "a b c d e f"),
        ("a   b \u00a0 c", "a b c"),
        ("\u00a0 at both ends \u2003", "at both ends"),
        ("\u00ad\u200b", ""),
        ("", ""),
        (" ", ""),
        ("\t", ""),
    ],
)
def test_characters_are_typed_out(text, expected):
    assert typed(text) == expected


def test_a_quote_is_straight_whatever_else_stands_in_the_line():
    assert typed("`quoted` once") == typed("`quoted` once – ")[:-2] == "'quoted' once"


# Raised markers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the report¹ said", "the report said"),
        ("the report.¹² It said", "the report. It said"),
        ("the report,¹ ² ³ which", "the report, which"),
        ("the report¹,² which", "the report which"),
        ("said so.”³", 'said so."'),
    ],
)
def test_superscript_markers_are_left_out_of_text(text, expected):
    assert typed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("in August 2019¹ and then", "in August 2019 and then"), ("12%² of 40³", "12% of 40")]
)
def test_a_superscript_marker_never_adds_to_a_number(text, expected):
    assert typed(text) == expected


@pytest.mark.parametrize(
    ("text", "raised", "expected"),
    [
        ("in August 2019.1 Inspectors", ((15, 16),), "in August 2019. Inspectors"),
        ("Police Scotland2", ((15, 16),), "Police Scotland"),
        ("one1 and two2", ((3, 4), (12, 13)), "one and two"),
        ("1 The note", ((0, 1),), "The note"),
        ("12", ((0, 2),), ""),
    ],
)
def test_raised_digits_are_left_out_of_text(text, raised, expected):
    assert typed(text, raised) == expected


@pytest.mark.parametrize(
    ("text", "raised", "expected"),
    [
        ("¹ The note", (), "1 The note"),
        ("1 The note", ((0, 1),), "1 The note"),
        ("⁴²The note¹", (), "42The note1"),
    ],
)
def test_a_note_keeps_its_marker_in_digits(text, raised, expected):
    assert typed(text, raised, note=True) == expected


# Places


CHARACTERS = st.text(st.sampled_from("ab1 \t\u00a0\u00adﬁﬄ…’“\u2010¹²\u200b–é\0🏴"), max_size=40)


@given(CHARACTERS, st.booleans())
def test_every_run_stands_one_for_one_in_its_line(text, note):
    """Each character of a run is how the source character at its place is typed, or one of how it is typed."""
    for place, part in runs(text, note=note):
        assert part
        for offset, character in enumerate(part):
            alone = "".join(word for _, word in runs(f"x{text[place + offset]}", note=True))[1:]
            assert character in alone or character == text[place + offset]


@given(CHARACTERS)
def test_places_never_go_back(text):
    places = [place for place, _ in runs(text)]
    assert places == sorted(places)


@given(CHARACTERS)
def test_white_space_is_single_and_not_at_the_ends(text):
    line = typed(text)
    assert "  " not in line
    assert line == line.strip()


@given(CHARACTERS)
def test_typing_out_twice_changes_nothing_more(text):
    once = typed(text, note=True)
    assert typed(once, note=True) == once


def test_trimming_keeps_the_places():
    assert trimmed(runs(" a b ")) == [(1, "a b")]
    assert trimmed(runs("  a  b ")) == [(2, "a "), (5, "b")]
    assert trimmed([(0, "  "), (4, " x "), (9, " ")]) == [(5, "x")]
    assert trimmed([(0, " "), (3, "")]) == []
