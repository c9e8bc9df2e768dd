"""Names of outputs: what they must never be comes first, then what they are, then the laws."""

import os
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ciextract.batch.naming import output_name, output_names, safe
from ciextract.unseen import unseen

NAMES = st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=300)


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("..", ".%2E"),
        (".", "%2E"),
        ("new\nline", "new%0Aline"),
        ("a\x1b[31m", "a%1B[31m"),
        ("-rf", "%2Drf"),
        ("~root", "%7Eroot"),
        ("CON", "%43ON"),
        ("nul.txt", "%6Eul.txt"),
        ("lpt1", "%6Cpt1"),
        ("\u202egnp", "%E2%80%AEgnp"),
        ("caf\udce9", "caf%E9"),
        ('a<b>c:d"e\\f|g?h*i', "a%3Cb%3Ec%3Ad%22e%5Cf%7Cg%3Fh%2Ai"),
        ("50%41", "50%2541"),
        ("ends in a dot.", "ends in a dot%2E"),
        (".ciextract", "%2Eciextract"),
    ],
)
def test_what_a_file_system_or_a_terminal_would_obey_is_escaped(name, output):
    assert safe(name) == output


@pytest.mark.parametrize("name", ["report.pdf", "Aberdeen & Co (2).pdf", "50% of it", "résumé.txt", "console.txt"])
def test_other_names_stay(name):
    assert safe(name) == name


def test_long_names_are_cut_and_told_apart():
    one, other = output_name("é" * 200 + "1"), output_name("é" * 200 + "2")
    assert one != other
    assert max(len(os.fsencode(name)) for name in (one, other)) <= 255


def test_names_whose_accents_are_written_in_two_ways_are_told_apart():
    outputs = output_names(
        ["caf\N{LATIN SMALL LETTER E WITH ACUTE}.txt", "cafe\N{COMBINING ACUTE ACCENT}.txt", "tea.txt"]
    )
    assert len({unicodedata.normalize("NFC", output) for output in outputs}) == 3
    assert outputs[2] == "tea.txt.json"


def test_names_that_differ_in_case_alone_are_told_apart():
    outputs = output_names(["a/Report.pdf", "a/report.pdf", "b/report.pdf"])
    assert outputs[2] == "b/report.pdf.json"
    assert len({output.casefold() for output in outputs}) == 3


@given(NAMES)
@example("..")
@example("\udcff" * 255)
def test_a_safe_name_has_no_control_and_stays_in_its_folder(name):
    one = safe(name, ".json")
    assert not unseen().search(one)
    assert "/" not in one
    assert one not in ("", ".", "..")
    assert len(os.fsencode(one)) <= 255


@given(st.lists(st.lists(NAMES, min_size=1, max_size=3), min_size=1, max_size=6))
def test_outputs_stay_inside_and_differ_where_names_do(paths):
    names = sorted({"/".join(parts) for parts in paths})
    outputs = output_names(names)
    for output in outputs:
        assert os.path.normpath(os.path.join("/out", output)).startswith("/out/")
    assert len(set(outputs)) == len(names)


@given(NAMES, NAMES)
def test_short_names_differ_where_inputs_do(one, other):
    if len(os.fsencode(one)) < 80 and len(os.fsencode(other)) < 80:
        assert (safe(one) == safe(other)) == (one == other)
