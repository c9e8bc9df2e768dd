"""Putting the fragments of a page in order leaves every one of them in its place or before its line."""

from hypothesis import given
from hypothesis import strategies as st

from ciextract.read.paged.glyphs import Fragment
from ciextract.read.paged.sequence import in_order

HEIGHT = 842.0
TEXTS = ("•", "1.", "(a)", "2.1", "0.3", "12.5", "–", "54%", "Staff listened", "Plans were clear about risk.")


def printed(text, x0, top, origin, width=None, size=10.0):
    box = (x0, top, x0 + (width or 5.0 * len(text)), top + size)
    return Fragment(text, origin, box, top + size, size, False, False, 0, ())


def row(*cells, top=300.0):
    return [printed(text, x0, top, 10 * at) for at, (x0, text) in enumerate(cells)]


def said(fragments):
    placed = in_order(fragments, HEIGHT, lambda box: [], lambda box: None)
    return [(line.marker, line.fragment.text) for line in placed]


def test_figures_of_a_row_are_no_markers_of_each_other():
    figures = row((200, "0.3"), (240, "0.6"), (280, "12.5"))
    assert said(figures) == [(None, "0.3"), (None, "0.6"), (None, "12.5")]


def test_a_marker_stands_before_its_line():
    assert said(row((72, "•"), (90, "Staff listened"))) == [("•", "Staff listened")]
    assert said(row((72, "2.1"), (110, "Staff listened"))) == [("2.1", "Staff listened")]


def test_a_marker_without_a_line_is_a_line():
    assert said(row((72, "2.1"))) == [(None, "2.1")]


@given(
    st.lists(
        st.tuples(st.sampled_from(TEXTS), st.integers(4, 50), st.integers(1, 9)),
        max_size=25,
        unique_by=lambda one: one[1:],
    )
)
def test_nothing_is_lost(places):
    fragments = [printed(text, 10.0 * x, 14.0 * y, 100 * at) for at, (text, x, y) in enumerate(places)]
    told = [text for pair in said(fragments) for text in pair if text is not None]
    assert sorted(told) == sorted(text for text, _, _ in places)
