"""Fragments pass over no text that a pattern takes, and are found where its words stand open."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vocabulary.files_on_disk import FIXTURES, load_all

from ciextract.vocabulary.fragments import MOST, fragments
from ciextract.vocabulary.rules import CompiledRule

NAMES = {"work": "(?:a(?:udits|udit)|interviews)", "gap": "[^.]{0,40}", "word": r"(?:\w+ )"}


@pytest.mark.parametrize(
    "pattern",
    [
        "", "a", r"\d+", "[abc]+", "(?:audits)?", "(?:audits){0,3}", "(?:audits)*", "x?", "audits|", "audits|[ab]", r"audits|\d",
        "(?=audits)", "(?!audits)", "(?<=audits)", "(?<!audits)", "{gap}", "{unknown}", r"\t", "(?(1)audits)", "(?i)audits",
        "(?:a|{work})", "au{0,1}", "|".join(f"w{number:03}" for number in range(MOST + 1)),
    ],
)  # fmt: skip
def test_where_nothing_must_stand_there_are_none(pattern):
    assert fragments(pattern, NAMES) == ()


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("audits", {"audits"}),
        ("Audits", {"audits"}),
        (r"\bcase file audits?\b", {"case file audit"}),
        ("audits+", {"audit"}),
        ("audit(?:s|ors)", {"audit"}),
        (r"in (?:\d+ )?interviews", {"interviews"}),
        (r"\b(?:we|they) met\b", {" met"}),
        (r"(?P<count>\d+) (?:%|per cent)", {"%", "per cent"}),
        (r"{word}{0,4}{work} by {gap}", {" by "}),
        (r"\b{work}\b", {"udit", "interviews"}),
        (r"(?:in {gap}){2}{work}", {"udit", "interviews"}),
        (r"six[- ]point scale\.", {"point scale."}),
        (r"(?-i:Provost) said(?! no)", {"provost"}),
        (r"audits|(?:by {work})", {"udit", "interviews"}),
    ],
)
def test_fragments_of_a_pattern(pattern, found):
    assert set(fragments(pattern, NAMES)) == found


PARTS = st.sampled_from([
    "audit", "S", " ", r"\b", "[ab]", r"\d", ".", "?", "*", "+", "{2}", "{0,1}", "|", "(?:", "(?!", "(?=", "(?P<n>", ")", "%", "{work}",
])  # fmt: skip


def stands_for(pattern):
    for name, words in NAMES.items():
        pattern = pattern.replace("{" + name + "}", words)
    return pattern


@given(st.lists(PARTS, max_size=12).map("".join), st.lists(st.sampled_from(["audit", "s", " ", "a", "7", "%", "interviews"]), max_size=6))
def test_every_text_that_a_pattern_takes_holds_one_of_its_fragments(pattern, words):
    try:
        expression = re.compile(stands_for(pattern), re.IGNORECASE)
    except (re.error, OverflowError):
        return
    text = "".join(words)
    held = fragments(pattern, NAMES)
    if held and expression.search(text):
        assert any(fragment in text.lower() for fragment in held)


@pytest.fixture(scope="module")
def rules():
    """Every rule of the files of words, and the signs of programmes."""
    found = {}
    plain = CompiledRule.__init__

    def note(self, *words):
        plain(self, *words)
        found[self.address] = self

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CompiledRule, "__init__", note)
        load_all()
    return list(found.values())


def test_no_rule_passes_over_a_paragraph_of_the_fixtures_that_it_takes(rules):
    assert len(rules) > 300
    lines = [line for path in sorted(FIXTURES.glob("*/document.txt")) for line in path.read_text("utf-8").split("\n") if line]
    passed = 0
    for rule, line in product(rules, lines):
        plainly = [match.span() for match in rule.expression.finditer(line)]
        assert [match.span() for match in rule.finditer(line)] == plainly
        for way in ("search", "match", "fullmatch"):
            plain, ours = getattr(rule.expression, way)(line), getattr(rule, way)(line)
            assert (ours and ours.span()) == (plain and plain.span())
        passed += bool(plainly)
    assert passed > 1000
