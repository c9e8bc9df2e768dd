"""Pieces kept as figures are the pieces that were given."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.document import Document, Piece, Pieces, Span

NUMBERS = st.integers(min_value=0, max_value=2**40)
PIECES = st.lists(st.builds(Piece, NUMBERS, NUMBERS, st.none() | NUMBERS, NUMBERS, st.none() | NUMBERS), max_size=8)


def kept(pieces):
    return Pieces(array("q", [-1 if figure is None else figure for piece in pieces for figure in piece]))


@given(PIECES)
def test_pieces_come_back_as_they_were(pieces):
    assert list(kept(pieces)) == pieces
    assert kept(pieces)[1:-1] == tuple(pieces[1:-1])
    assert list(kept(pieces).starts()) == [piece.start for piece in pieces]
    assert kept(pieces) == kept(pieces)


def test_other_pieces_are_not_equal():
    one = Piece(0, 4, 1, 0, None)
    assert kept([one]) != kept([one._replace(origin=1)])


def test_no_piece_stands_beyond_the_last():
    with pytest.raises(IndexError):
        kept([Piece(0, 4, 1, 0, None)])[1]


def test_a_document_finds_the_same_places_either_way():
    pieces = [Piece(0, 4, 1, 0, None), Piece(6, 9, 2, 3, None), Piece(9, 12, 3, 0, None)]
    for held in (tuple(pieces), kept(pieces)):
        document = Document("x" * 12, (), (), held, (), {}, "embedded", "application/pdf", 3)
        assert list(document.pieces_of(Span(3, 9))) == pieces[:2]
        assert document.page_of(Span(4, 7)) == 2
        assert document.pages_of(Span(0, 12)) == (1, 3)
