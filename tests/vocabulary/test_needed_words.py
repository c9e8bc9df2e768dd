"""Words that a pattern needs: every text that it takes holds one of each set. Where nothing can be said, nothing is."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vocabulary.files_on_disk import FIXTURES, load_all

from ciextract.vocabulary.evidence import evidence_words
from ciextract.vocabulary.grade_counts import anchoring, totalling
from ciextract.vocabulary.needed import needs_of
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
        "apple|a",
        "[apple]+",
        r"\d+ a \d+",
        r"[%(]|apple",
        "(?!apple)",
        "(?<!apple)",
        "(?=apple)?",
        "(?=[dfg] )",
        r"\u0061b",
        r"\x61b",
        r"(\d) \1",
        r"\d{10,20}",
        "(?P<fruit>.)(?P=fruit)",
        "(?is).",
        "(?#apple).",
        "(.)?(?(1)apple|.)",
        "{number}",
        "{unknown}",
        r"\w+|apple",
    ],
)
def test_nothing_is_needed_where_nothing_is_sure(pattern):
    assert needs_of(pattern, NAMES) == ()


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\binspections?\b", {"inspection", "inspections"}),
        (r"colou?r", {"color", "colour"}),
        (r"(?:over|under)stated", {"overstated", "understated"}),
        (r"Statement \d|Question", {"statement", "question"}),
        (r"{number} {fruit}\b", {"apple", "apricot", "fig"}),
        (r"(?P<eaten>{fruit})s", {"apples", "apricots", "figs"}),
        (r"(?:also )?eaten", {"eaten"}),
        (r"(?:apple){2}", {"apple"}),
        (r"(?:apple)+", {"apple"}),
        (r"pears(?! cider)", {"pears"}),
        (r"(?=apple)", {"apple"}),
        (r"(?<=[ds] )(?:(?<=ripe apples )|(?<=apple red ))\w+", {"ripe apples", "apple red"}),
        (r"20(?:18|21)\s?-", {"2018", "2021"}),
        (r"part (?:two|2)\b", {"part two", "part 2"}),
        (r"(?-i:We) ate", {"we ate"}),
        (r"\d.?core", {"core"}),
        (r"a{2}core", {"core"}),
        (r"focus\-group", {"focus-group"}),
        (r"\d+ to \d+", {"to"}),
        (r"apple|of", {"apple", "of"}),
        (r"\(?\d+(?:%| per ?cent)", {"%", "cent"}),
    ],
)
def test_words_of_which_one_is_needed(pattern, words):
    assert needs_of(pattern, NAMES) == (words,)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"(?:over|under)stated [^.]{0,20}\b(?:we|they)\b", ({"overstated", "understated"}, {"we", "they"})),
        (r"[^.;]{0,60}\bwere (?:(?:not )?peeled|cored)$", ({"were"}, {"peeled", "cored"})),
        (r"tarts for {number} \({number}%\)", ({"tarts for"}, {"("}, {"%)"})),
        (r"ripe \w+ fig|unripe \w+ apple", ({"ripe", "unripe"}, {"fig", "apple"})),
        (r"ripe \w+ fig|unripe", ({"ripe", "unripe"},)),
        (r"core\w+ core", ({"core"},)),
        (r"pip.?core", ({"pip"}, {"core"})),
        (r"(?<=ripe )fig", ({"ripe"}, {"fig"})),
        (r"fig(?= tarts?\b)", ({"fig"}, {"tart", "tarts"})),
        (r"(?:ripe \w+ fig)?\w+ core", ({"core"},)),
    ],
)
def test_everything_that_is_needed_is_told_once(pattern, needs):
    assert set(needs_of(pattern, NAMES)) == set(map(frozenset, needs))


def test_what_says_most_is_told_first():
    assert needs_of(r"(?:as|at)\W+inspections?\W+(?:plan|report)s", {})[0] == {"inspection", "inspections"}


PIECES = st.sampled_from(
    [
        "ripe",
        "%",
        r"\)",
        "Fig",
        " ",
        "s?",
        r"\d",
        "[ab]",
        r"\b",
        "-",
        "(?:tart )?",
        "core+",
        "x{2}",
        ".",
        "(?!z)",
        "(?=s)",
        "(?<=[a-z])",
        "12",
        "7?",
    ]
)
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
def test_whatever_a_pattern_takes_holds_one_word_of_each_set(data, pattern):
    taken = data.draw(st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True))
    assert all(any(word in taken.lower() for word in words) for words in needs_of(pattern, {}))


def test_rules_need_what_one_of_them_needs_and_shorter_words_stand_for_longer_ones():
    first, second, third = (
        CompiledRule(Rule(id="one", pattern=pattern, takes=("x",)), "file", {})
        for pattern in ("inspections?", "reports", r"\d")
    )
    assert set(needed_by([first, second])) == {"inspection", "reports"}
    assert needed_by([first, third]) == ("",)


@pytest.fixture(scope="module")
def rules():
    """Every rule of the files of words, and the signs of programmes."""
    noted = {}
    plain = CompiledRule.__init__

    def note(self, *rest):
        plain(self, *rest)
        noted[self.address] = self

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CompiledRule, "__init__", note)
        load_all()
    assert len(noted) > 200
    return list(noted.values())


def test_each_example_of_a_rule_holds_what_the_rule_needs(rules):
    # Some examples name an indicator of another programme than the one that the rule was put together for.
    taken = [(rule, text) for rule in rules for text in rule.rule.takes if rule.expression.search(text)]
    assert len(taken) > len(rules)
    missing = [
        (rule.address, text)
        for rule, text in taken
        for words in rule.needs()
        if not any(word in text.lower() for word in words)
    ]
    assert missing == []


def test_no_rule_passes_over_a_line_of_the_fixtures_that_its_pattern_takes(rules):
    texts = [path.read_text("utf-8").split("\n") for path in sorted(FIXTURES.glob("*/document.txt"))]
    taken = 0
    for rule, line in product(rules, [line for lines in texts for line in lines if line]):
        plainly = [match.span() for match in rule.expression.finditer(line)]
        assert [match.span() for match in rule.finditer(line)] == plainly
        taken += bool(plainly)
        for way in ("search", "match", "fullmatch"):
            plain, ours = getattr(rule.expression, way)(line), getattr(rule, way)(line)
            assert (ours and ours.span()) == (plain and plain.span())
    assert taken > 1000


@pytest.mark.parametrize("words", [anchoring, totalling, lambda: evidence_words().gathering])
def test_where_sentences_are_chosen_by_their_words_no_rule_is_without(words):
    assert "" not in words()
