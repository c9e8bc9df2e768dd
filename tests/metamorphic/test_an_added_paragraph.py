"""A paragraph that says nothing an extractor looks for, at the end of a section: no finding goes and none comes."""

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.metamorphic.meanings import meanings_of, same
from tests.metamorphic.sources import EACH, FEW, headings_of, meanings_of_fixture, replaced, text_of

PARAGRAPHS = (
    "The kettle in the hall was painted blue.",
    "It rained on the day that we left, and the ferry was late. Nobody minded.",
    "A bicycle stood at the gate of the old school, under a tree that had lost its leaves.",
)


def ends_of_sections(name):
    """Ends of sections that end in prose: what follows a list, a glossary or a numbered paragraph may go on with it."""
    text = text_of(name)
    places = [place for place, _ in headings_of(name)[1:]] or [len(text)]
    goes_on = re.compile(r"Key message \d|[^\n]*(?:terms|Glossary)")
    return [
        place
        for place, before in zip(places, [0, *places], strict=False)
        if is_prose(text[:place].rstrip().rsplit("\n", 1)[-1]) and not goes_on.match(text, before)
    ]


def is_prose(line):
    return line.endswith((".", ".”", "here.")) and line[:1].isalpha() and "\t" not in line


@EACH
@FEW
@given(data=st.data(), paragraph=st.sampled_from(PARAGRAPHS))
def test_an_unrelated_paragraph_changes_no_finding(name, data, paragraph):
    place = data.draw(st.sampled_from(ends_of_sections(name)), label="place")
    text = replaced(text_of(name), place, place, f"{paragraph}\n\n")
    same(meanings_of_fixture(name), meanings_of(text))
