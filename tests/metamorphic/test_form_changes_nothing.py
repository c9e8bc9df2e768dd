"""A text in another form is the same document: wrapping, characters, line ends, encodings, pages."""

import re
import textwrap
from itertools import count, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.metamorphic.meanings import meanings_of, same
from tests.metamorphic.sources import (
    EACH,
    FEW,
    NAMES,
    REPORTS,
    headings_of,
    layout_of,
    meanings_of_fixture,
    plain_matches,
    text_of,
)

from ciextract.folding import fold

WHOLE_LINES = [name for name in NAMES if name != "committee-paper"]
"""Texts whose lines can be wrapped: the paper's have tags and columns in them."""
LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
CURLY = {"'": "’", '"': "”"}
STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def says_the_same(name, source):
    same(meanings_of_fixture(name), meanings_of(source))


def at_some(data, matches, change):
    """The text with some of the matches changed; any match may be drawn, and mostly many are."""
    share = data.draw(st.sampled_from((1, 2, 5, 40)), label="one in")
    offset = data.draw(st.integers(0, share - 1), label="from")
    return with_each(matches[offset::share] or matches[:1], change)


def with_each(matches, change):
    """The text with every match, in order, changed."""
    text, pieces, place = matches[0].string, [], 0
    for match in matches:
        pieces += [text[place : match.start()], change(match)]
        place = match.end()
    return "".join((*pieces, text[place:]))


def wrapped(line, width):
    """A line as lines of a width; rows of tables and of the contents page, and items behind a dash, stay one line."""
    if line.startswith("- ") or "\t" in line or len(line) <= width:
        return line
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


@pytest.mark.parametrize("name", WHOLE_LINES)
@FEW
@given(width=st.integers(60, 100))
def test_wrapping(name, width):
    says_the_same(name, "\n".join(wrapped(line, width) for line in text_of(name).split("\n")))


@pytest.mark.parametrize("name", [name for name in NAMES if plain_matches(name, "['\"]")])
@FEW
@given(data=st.data())
def test_curly_quotes(name, data):
    def curled(match):
        opening = not match.string[max(match.start() - 1, 0)].strip(" \n\t(")
        return {"'": "‘", '"': "“"}[match[0]] if opening else CURLY[match[0]]

    says_the_same(name, at_some(data, plain_matches(name, "['\"]"), curled))


@EACH
def test_straight_quotes(name):
    says_the_same(name, text_of(name).translate(STRAIGHT))


@EACH
@FEW
@given(data=st.data(), space=st.sampled_from("\u00a0\u202f\u2009"))
def test_other_spaces(name, data, space):
    says_the_same(name, at_some(data, plain_matches(name, r"(?<=\S) (?=\S)"), lambda match: space))


@EACH
@FEW
@given(data=st.data())
def test_soft_hyphens(name, data):
    within_words = [match for match in plain_matches(name, r"(?<=[a-z]{3})(?=[a-z]{3})") if is_prose(match)][::7]
    says_the_same(name, at_some(data, within_words, lambda match: "\u00ad"))


@EACH
@FEW
@given(data=st.data())
def test_ligatures(name, data):
    matches = plain_matches(name, "ffi|ffl|ff|fi|fl")
    says_the_same(name, at_some(data, matches, lambda match: LIGATURES[match[0]]))


@EACH
@FEW
@given(data=st.data())
def test_trailing_spaces(name, data):
    matches = list(re.finditer(r"(?<=[^\n\t])$", text_of(name), re.MULTILINE))
    says_the_same(name, at_some(data, matches, lambda match: "  "))


@pytest.mark.parametrize("name", WHOLE_LINES)  # blank lines part the tables of the paper
def test_no_blank_lines(name):
    says_the_same(name, re.sub(r"\n{2,}", "\n", text_of(name)))


@EACH
@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "cr"])
def test_line_ends(name, end):
    says_the_same(name, text_of(name).replace("\n", end).encode())


@EACH
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(name, encoding):
    mark = "\ufeff" if encoding.endswith(("-le", "-be")) else ""
    says_the_same(name, (mark + text_of(name)).encode(encoding))


def paragraph_ends(name):
    """Empty lines behind paragraphs of prose after the contents page, before prose or a heading: there a page may end."""
    text = text_of(name)
    start = headings_of(name)[0][0] if headings_of(name) else 0
    ends = [match for match in re.finditer(r"(?<=[a-z]\.)\n\n(?=[A-Z\d][^\t\n]*\n)", text) if match.start() > start]
    return [end for end in ends if "\t" not in line_around(end) and not recurs_soon(name, end.end())]


def recurs_soon(name, place):
    """One of the next three lines, such as 'Key messages', comes more often than once: it may run from page to page."""
    soon = [line for line in text_of(name)[place:].split("\n") if line][:3]
    return any(text_of(name).count(f"\n{line}\n") > 1 or line.startswith("Key message") for line in soon)


LONG = 8_000
"""Characters of a text of several pages."""


def page_ends(data, name):
    """Some ends of paragraphs, a page of text or more apart."""
    offset = data.draw(st.integers(0, 2_000), label="first page")
    length = data.draw(st.integers(1_500, 3_000), label="page")
    ends = paragraph_ends(name)
    pages = {}
    for end in ends:
        pages.setdefault((end.start() + offset) // length, end)
    return list(pages.values())


def mid_sentence_cuts(name, at_least=3):
    """Spaces in the middle of long sentences, before a word with a small letter, far from one another."""
    matches = plain_matches(name, r"(?<=[a-z]{3}) (?=[a-z]{3})")
    lines = [match for match in matches if column(match) > 60 and is_prose(match)]
    return [match for one, match in pairwise(lines) if match.start() // 400 != one.start() // 400]


def column(match):
    return match.start() - match.string.rfind("\n", 0, match.start())


def line_around(match):
    text = match.string
    return text[text.rfind("\n", 0, match.start()) + 1 : (text + "\n").find("\n", match.end())]


def is_prose(match):
    line = line_around(match)
    return "\t" not in line and line.endswith(".") and line[:1].isupper()


def running_head(name):
    """The running head that the fixture is printed with, where no line of its cover says the same."""
    head = layout_of(name).get("running_head", "")
    return head if head and fold(head) not in fold(text_of(name)) else "Inspection of services for children, in brief"


@pytest.mark.parametrize("name", [*REPORTS, "news-release"])
@pytest.mark.parametrize("around", ["\n", "\n\n"], ids=["close", "apart"])
@FEW
@given(data=st.data())
def test_a_running_head_within_sentences(name, around, data):
    cuts = mid_sentence_cuts(name)
    chosen = data.draw(st.lists(st.sampled_from(cuts), min_size=3, max_size=8, unique=True), label="cuts")
    head = f"{around}{running_head(name)}{around}"
    says_the_same(name, with_inserted(chosen, head))


def with_inserted(matches, words):
    """The text with the matches replaced by the words."""
    return with_each(sorted(matches, key=lambda match: match.start()), lambda match: words)


@EACH
@FEW
@given(data=st.data())
def test_form_feeds_between_pages(name, data):
    turn = data.draw(st.sampled_from(("\n\n\f", "\n\f\n", "\f\n\n", "\n\f")), label="turn")
    says_the_same(name, with_inserted(page_ends(data, name), turn))


@EACH
@FEW
@given(data=st.data(), pages=st.integers(1, 300))
def test_page_numbers_on_lines_of_their_own(name, data, pages):
    form = data.draw(st.sampled_from(("Page {} of {}", "page {} of {}", "{} of {}", "Page {}", "- {} -")), label="form")
    numbers = count(1)
    ends = page_ends(data, name)
    says_the_same(name, with_each(ends, lambda match: f"\n\n{form.format(next(numbers), pages)}\n\n"))


@pytest.mark.parametrize("name", [*REPORTS, "news-release"])
@FEW
@given(data=st.data())
def test_page_numbers_within_sentences(name, data):
    cuts = data.draw(st.lists(st.sampled_from(mid_sentence_cuts(name)), min_size=1, max_size=8, unique=True))
    says_the_same(name, with_inserted(cuts, "\n\nPage 3 of 20\n\n"))


@pytest.mark.parametrize("name", [name for name in NAMES if len(text_of(name)) > LONG])
@FEW
@given(data=st.data())
def test_pages_with_head_foot_and_form_feed(name, data):
    ends = page_ends(data, name)
    assume(len(ends) > 2)  # what comes twice does not run yet
    says_the_same(name, with_inserted(ends, f"\n\nPage 3 of 20\n\f{running_head(name)}\n\n"))
