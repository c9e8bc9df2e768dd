"""What the programme files and the shared headings say, against each other: nothing in them is out of reach."""

import pytest

from ciextract.outline.matching import Matcher
from ciextract.programme.load import programmes, shared_headings
from ciextract.programme.model import HeadingWords

AREA = "{area}"
EACH = pytest.mark.parametrize("programme", programmes(), ids=lambda programme: programme.name)


def titles(headings):
    return [(heading.kind, heading.number, title) for heading in headings for title in heading.titles]


def test_programmes_have_names_of_their_own():
    names = [programme.name for programme in programmes()]
    assert len(names) == len(set(names))
    assert {"children_at_risk_of_harm", "children_in_need_of_care_and_protection"} <= set(names)


@EACH
@pytest.mark.parametrize("written", [str, str.upper, str.lower, "{}.".format, "{}:".format, " {} ".format])
def test_every_title_is_found_under_its_kind_and_number(programme, written):
    matcher = Matcher(programme)
    for kind, number, title in titles([*programme.heading, *shared_headings().heading]):
        match = matcher.match(written(title.replace(AREA, "Moray")))
        assert match is not None, title
        assert (match.kind, match.number) == (kind, number), title
        assert match.exact


@EACH
def test_no_title_stands_for_two_kinds(programme):
    known: dict[str, HeadingWords] = {}
    for kind, _, title in titles([*programme.heading, *shared_headings().heading]):
        assert known.setdefault(title.lower(), kind) == kind


@EACH
def test_every_kind_of_a_programme_has_its_place_in_the_tree(programme):
    for heading in programme.heading:
        assert heading.kind in shared_headings().kind


def test_no_kind_stands_under_one_that_it_is_above():
    kinds = shared_headings().kind
    for name, words in kinds.items():
        assert name not in words.under
        assert all(kinds[above].rank <= words.rank for above in words.under), name


@EACH
def test_graded_indicators_are_named_once(programme):
    names = [name.lower() for one in programme.indicator for name in (one.name, *one.spellings)]
    assert len(names) == len(set(names))


def test_statements_and_questions_are_numbered_from_one():
    for programme in programmes():
        numbers = {heading.number for heading in programme.heading if heading.number is not None}
        assert numbers == set(range(1, len(numbers) + 1))
