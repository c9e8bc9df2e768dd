"""Sentences of a stretch of text: a point within one ends none, whatever follows a point that ends one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.document import Span
from ciextract.extractors.sentences import sentence_spans


def sentences(text):
    return [text[span.start : span.end] for span in sentence_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "It rose by 2.5 per cent in a year.",
        "It cost £3.50 then.",
        "See e.g. the plan.",
        "Some, i.e. the youngest, were there.",
        "Mr. Smith and Mrs. Jones met Dr. Brown.",
        "Prof. Green wrote to St. Mary.",
        "J. K. Smith wrote it.",
        "It was J. Smith, no. 3 of pp. 4-5.",
        "Item No. 3 is late.",
        "See fig. 2 and para. 3 of vol. 4.",
        "It ended in Dec. 2023.",
        "The U.K. plan came first.",
        "At 3 p.m. they met.",
        "Visit www.example.org today.",
        "He wrote ... and stopped.",
        'She said: "It is good," and left.',
        '"It is good." she said.',
        "They came. and went",
        "Was it so? they asked.",
        "Stop! it said.",
        "paragraph 1.2 and 1.3",
        "No full stop",
        "One.Two",
        "Version 2.0.1 of it",
    ],
)
def test_a_point_within_a_sentence_ends_none(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ("One.", "Two."),
        ("It rose by 2.5.", "Then it fell."),
        ("Was it so?", "Yes!", "It was."),
        ("Who?!", "Me."),
        ('She said: "It is good."', "They agreed."),
        ("(It was so.)", "They knew."),
        ("It was so (see p. 4).", "They knew."),
        ("The answer was no.", "Then they left."),
        ("He wrote...", "Then he stopped."),
        ("It was graded 5.", "Good was the word."),
        ("It was 2024.", "It rained."),
        ("It is 10.30.", "Go."),
        ("They met at www.example.org.", "It was late."),
        ("It was so.", '"It was," she said.'),
        ("It was so.", "(It was.)"),
        ("It was so.", "3 of them knew."),
        ("It was so.", "2.5 is a number."),
        ("It was so.'", "They left."),
        ("Is it?)", "It is."),
        ("It took a day.", "A week passed."),
    ],
)
@pytest.mark.parametrize("between", [" ", "  ", "\n", "\u00a0"])
def test_a_final_mark_ends_a_sentence(parts, between):
    assert sentences(between.join(parts)) == list(parts)


@pytest.mark.parametrize("first", ["The report is at Appendix A.", "They looked at Part B.", "They gave vitamin C."])
def test_a_letter_that_is_no_initial_ends_a_sentence(first):
    assert sentences(f"{first} Officers agree.") == [first, "Officers agree."]


def test_etc_before_a_capital_ends_a_sentence():
    assert sentences("They drew, sang etc. Nobody minded.") == ["They drew, sang etc.", "Nobody minded."]


def test_white_space_around_a_sentence_is_not_of_it():
    assert sentences("  One.  Two.  ") == ["One.", "Two."]
    assert sentences("") == sentences("   ") == []


def test_only_the_stretch_is_read():
    text = "Zero. One. Two. Three."
    spans = list(sentence_spans(text, Span(6, 15)))
    assert [text[span.start : span.end] for span in spans] == ["One.", "Two."]
    assert list(sentence_spans("Mr. Smith", Span(0, 3))) == [Span(0, 3)]


@given(st.text(alphabet="aA. ?!\"')(1\nMr“”-e.g", max_size=80))
def test_sentences_lie_in_order_and_leave_out_nothing_but_white_space(text):
    spans = list(sentence_spans(text, Span(0, len(text))))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(text[span.start : span.end].split()) for span in spans) == "".join(text.split())
