"""Boxes that were kept come out as they went in, each stretch with its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.read.paged.kept import KeptBoxes

FIGURES = st.floats(allow_nan=False)
STRETCHES = st.tuples(*[st.integers(min_value=0, max_value=2**32 - 1)] * 3)
BOXES = st.lists(st.tuples(FIGURES, FIGURES, FIGURES, FIGURES), max_size=4)


@given(st.dictionaries(STRETCHES, BOXES, max_size=20))
def test_each_stretch_has_the_boxes_that_were_kept_of_it(stretches):
    kept = KeptBoxes()
    for stretch, boxes in stretches.items():
        assert stretch not in kept
        kept.keep(stretch, boxes)
    assert all(kept.of(stretch) == tuple(boxes) for stretch, boxes in stretches.items())


def test_what_was_not_kept_is_not_told():
    kept = KeptBoxes()
    kept.keep((1, 2, 3), [])
    assert kept.of((1, 2, 3)) == ()
    with pytest.raises(KeyError):
        kept.of((1, 3, 2))


def test_equal_figures_are_one_object():
    kept = KeptBoxes()
    kept.keep((1, 0, 5), [(7.1, 8.2, 90.3, 12.4)])
    kept.keep((2, 0, 5), [(7.1, 8.2, 90.3, 12.4)])
    (first,), (second,) = kept.of((1, 0, 5)), kept.of((2, 0, 5))
    assert all(one is other for one, other in zip(first, second, strict=True))
