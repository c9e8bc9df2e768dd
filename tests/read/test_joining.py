"""Items that a page cuts after a sentence: first what begins something new, then what goes on."""

import pytest

from ciextract.document import BlockKind
from ciextract.read.grouping import Draft
from ciextract.read.joining import joined
from ciextract.read.lines import PhysicalLine

FIRST = ("Independent help was there for all children", "who had been at risk of harm in Glenmore.")
NEXT = "This helped them to take part in what was decided."
MARGIN, SET_IN = 70.0, 90.0


def line(text, page, left, **given):
    return PhysicalLine(text, page=page, box=(left, 100.0, left + 5 * len(text), 111.0), size=11.0, **given)


def paragraph(text, page=1, left=MARGIN, **given):
    return Draft(BlockKind.PARAGRAPH, [line(text, page, left, **given)])


def item(*texts, page=1, left=SET_IN):
    return Draft(BlockKind.ITEM, [line(text, page, left) for text in texts], marker="•")


def blocks(*drafts):
    """The texts of the drafts once joined, behind three paragraphs at the margin."""
    others = [paragraph("Words of a paragraph at the margin of the page.") for _ in range(3)]
    return [" ".join(each.text for each in draft.lines) for draft in joined([*others, *drafts])][3:]


@pytest.mark.parametrize(
    "after",
    [
        paragraph(NEXT, 2, MARGIN),
        paragraph(NEXT, 1, SET_IN),
        paragraph(NEXT, 3, SET_IN),
        paragraph(NEXT, 2, SET_IN + 20),
        paragraph("By when: June 2024", 2, SET_IN),
        paragraph(NEXT, 2, SET_IN, bold=True),
        paragraph(NEXT, 2, SET_IN, level=2),
        item(NEXT, page=2),
    ],
    ids=["at-the-margin", "same-page", "a-page-between", "further-in", "a-label", "bold", "a-heading", "an-item"],
)
def test_what_is_not_set_as_the_item_on_the_next_page_begins_something_new(after):
    assert len(blocks(item(*FIRST), after)) == 2


def test_an_item_at_the_margin_itself_does_not_tell_where_it_goes_on():
    assert len(blocks(item(*FIRST, left=MARGIN), paragraph(NEXT, 2, MARGIN))) == 2


def test_an_item_of_one_line_does_not_tell_how_it_is_set():
    assert len(blocks(item(FIRST[1]), paragraph(NEXT, 2, SET_IN))) == 2


def test_an_item_goes_on_at_the_top_of_the_next_page():
    assert blocks(item(*FIRST), paragraph(NEXT, 2, SET_IN)) == [" ".join((*FIRST, NEXT))]


@pytest.mark.parametrize(
    ("after", "one"),
    [("A report said so today.", False), ("The report said so.", False), ("Moray was one of these.", True)],
)
def test_a_small_word_with_a_capital_begins_something_new_on_the_same_page(after, one):
    before = paragraph("Inspectors praise the way in which the youngest are cared for")
    assert (len(blocks(before, paragraph(after))) == 1) is one
