"""Words that a pattern needs: every text that it takes holds one. Where nothing can be said, nothing is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vocabulary.files_on_disk import load_all

from ciextract.vocabulary.evidence import evidence_words
from ciextract.vocabulary.grade_counts import anchoring, totalling
from ciextract.vocabulary.needed import needed_words
from ciextract.vocabulary.rules import CompiledRule, Rule, needed_by

NAMES = {"fruit": "(?:a(?:pple|pricot)|fig)", "number": r"\d+"}


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "apple|",
        "(?:apple)?",
        "(?:apple)*",
        "(?:apple){0,3}",
        "apple|of",
        "[apple]+",
        r"\d+ to \d+",
        "(?=apple)",
        "(?!apple)",
        "{number}",
        "{unknown}",
        r"\w+|apple",
    ],
)
def test_nothing_is_needed_where_nothing_is_sure(pattern):
    assert needed_words(pattern, NAMES) == frozenset()


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\binspections?\b", {"inspection", "inspections"}),
        (r"colou?r", {"color", "colour"}),
        (r"(?:over|under)stated", {"overstated", "understated"}),
        (r"Statement \d|Question", {"statement", "question"}),
        (r"{number} {fruit}\b", {"apple", "apricot", "fig"}),
        (r"(?P<eaten>{fruit})s", {"apples", "apricots", "figs"}),
        (r"[^.;]{0,60}\bwere (?:(?:not )?peeled|cored)$", {"peeled", "cored"}),
        (r"(?:also )?eaten", {"eaten"}),
        (r"(?:apple){2}", {"apple"}),
        (r"(?:apple)+", {"apple"}),
        (r"pears(?! cider)", {"pears"}),
        (r"(?-i:We) ate", {"ate"}),
        (r"pip.?core", {"core"}),
        (r"a{2}core", {"core"}),
        (r"focus\-group", {"focus"}),
    ],
)
def test_of_what_is_needed_the_longest_words_are_told(pattern, words):
    assert needed_words(pattern, NAMES) == words


PIECES = st.sampled_from(["ripe", "Fig", " ", "s?", r"\d", "[ab]", r"\b", "-", "(?:tart )?", "core+", "x{2}", ".", "(?!z)"])
GROUPS = st.recursive(
    st.lists(PIECES, min_size=1, max_size=4).map("".join),
    lambda inner: st.builds(
        lambda branches, times, before: f"{before}(?:{'|'.join(branches)}){times}",
        st.lists(inner, min_size=1, max_size=3),
        st.sampled_from(["", "?", "*", "+", "{2}", "{0,2}", "??"]),
        PIECES,
    ),
    max_leaves=6,
)


@given(st.data(), GROUPS)
def test_whatever_a_pattern_takes_holds_one_of_the_words(data, pattern):
    words = needed_words(pattern, {})
    taken = data.draw(st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True))
    assert not words or any(word in taken.lower() for word in words)


def test_rules_need_what_one_of_them_needs_and_shorter_words_stand_for_longer_ones():
    first, second, third = (
        CompiledRule(Rule(id="one", pattern=pattern, takes=("x",)), "file", {})
        for pattern in ("inspections?", "reports", r"\d")
    )
    assert set(needed_by([first, second])) == {"inspection", "reports"}
    assert needed_by([first, third]) == ("",)


def test_every_rule_needs_a_word_of_each_of_its_examples():
    noted = []
    plain = CompiledRule.__init__

    def note(self, *rest):
        plain(self, *rest)
        noted.append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CompiledRule, "__init__", note)
        load_all()
    assert len(noted) > 200
    missing = [
        (rule.address, text)
        for rule in noted
        for text in rule.rule.takes
        if (words := rule.needed()) and not any(word in text.lower() for word in words)
    ]
    assert missing == []


@pytest.mark.parametrize("words", [anchoring, totalling, lambda: evidence_words().gathering])
def test_where_sentences_are_chosen_by_their_words_no_rule_is_without(words):
    assert "" not in words()
