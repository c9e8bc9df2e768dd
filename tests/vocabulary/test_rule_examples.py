"""Every rule of every file of words, read both ways: what it must leave is left, what it must take is taken.

The files are found on disk, so that a new one is tested without a word here. Rules are compiled by the code itself:
while its words are loaded and every fixture is parsed, each rule that is compiled is noted under its address.
"""

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vocabulary.files_on_disk import FILES, load_all

from ciextract.errors import BadConfiguration
from ciextract.vocabulary.councils import councils
from ciextract.vocabulary.glossary import glossary_file
from ciextract.vocabulary.rules import CompiledRule, Rule, alternatives

COMPARED_WHOLE = {
    ("vocabulary/plans", "column"),
    *(("vocabulary/evaluations", table) for table in ("listed", "graded_as", "graded_too", "grade_for")),
}
"""Tables of a file whose rules are asked for the whole of a head cell, or of what stands between two phrases."""


@dataclass(frozen=True)
class Written:
    """A rule as its file has it."""

    address: str
    takes: tuple[str, ...]
    leaves: tuple[str, ...]
    whole: bool

    def takes_text(self, compiled, text):
        return any(rule.expression.fullmatch(text) if self.whole else rule.search(text) for rule in compiled)


def rules_of(path):
    """The rules of a file, wherever in it they stand."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    file = f"{path.parent.name}/{content['name'] if path.parent.name == 'programmes' else path.stem}"
    return [
        Written(
            f"{file}#{table['id']}",
            tuple(table["takes"]),
            tuple(table.get("leaves", ())),
            (file, name) in COMPARED_WHOLE,
        )
        for name, table in tables_in(content)
        if "pattern" in table and "takes" in table
    ]


def tables_in(value, name=""):
    if isinstance(value, dict):
        yield name, value
        for inner_name, inner in value.items():
            yield from tables_in(inner, inner_name)
    elif isinstance(value, list):
        for inner in value:
            yield from tables_in(inner, name)


def examples(which):
    for rule in RULES:
        for text in getattr(rule, which):
            yield pytest.param(rule, text, id=f"{rule.address}-{text[:40]}")


RULES = [rule for path in FILES for rule in rules_of(path)]


@pytest.fixture(scope="module")
def compiled():
    """All compilations of each rule by its address: a rule can be compiled anew for each programme."""
    noted = defaultdict(list)
    plain = CompiledRule.__init__

    def note(self, *rest):
        plain(self, *rest)
        noted[self.address].append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CompiledRule, "__init__", note)
        load_all()
    return noted


def test_there_are_files_and_rules():
    assert len(FILES) > 10
    assert len(RULES) > 50


@pytest.mark.parametrize(("rule", "text"), list(examples("leaves")))
def test_a_rule_leaves_its_counter_examples(compiled, rule, text):
    assert not rule.takes_text(compiled[rule.address], text)


@pytest.mark.parametrize(("rule", "text"), list(examples("takes")))
def test_a_rule_takes_its_examples(compiled, rule, text):
    assert rule.takes_text(compiled[rule.address], text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.address)
def test_a_rule_is_used_and_has_counter_examples(compiled, rule):
    assert compiled[rule.address], "no code compiles this rule"
    assert rule.leaves, "a rule stands beside text that it must leave"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_addresses_are_unique_within_a_file(path):
    addresses = [rule.address for rule in rules_of(path)]
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.address)
def test_examples_are_in_the_form_that_documents_are_read_in(rule):
    for text in (*rule.takes, *rule.leaves):
        assert not set("‘’“”\u00a0\u00ad") & set(text)
        assert "  " not in text.strip()


@pytest.mark.parametrize("pattern", ["(", "[a", "*", "(?P<x>a)(?P<x>b)", "{name}("])
def test_a_pattern_that_is_none_is_refused_by_file_and_rule(pattern):
    rule = CompiledRule(Rule(id="broken", pattern=pattern, takes=("a",)), "vocabulary/invented", {"name": "word"})
    with pytest.raises(BadConfiguration, match=r"vocabulary/invented: rule broken: "):
        rule.expression  # noqa: B018


def test_names_stand_for_their_words_and_case_does_not_count():
    rule = CompiledRule(Rule(id="one", pattern="in {area}$", takes=("x",)), "vocabulary/invented", {"area": "(?:Fife)"})
    assert rule.search("Services IN FIFE")
    assert not rule.search("in {area}")
    assert (rule.address, rule.value) == ("vocabulary/invented#one", "one")


WORDS = ["a", "about", "above", "in", "in total", "in total of", "very good", "good", "all", "total"]


@given(st.lists(st.sampled_from(WORDS), unique=True, min_size=1), st.lists(st.sampled_from(WORDS)))
def test_of_words_that_begin_alike_the_longest_is_taken(words, text):
    flat = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    joined = " ".join(text)
    assert re.findall(alternatives(words), joined) == re.findall(flat, joined)


def test_a_sentence_that_frames_a_term_holds_a_framing_word():
    file = glossary_file()
    for text in (text for rule in file.framed for text in rule.takes):
        assert any(word in text.lower() for word in file.framing)


@given(st.sampled_from(["Fife", "Moray", "fife", "Glasgow"]), st.booleans())
def test_an_area_in_another_bodys_name_is_passed_over(name, named):
    text = f"in {name} today" if named else f"NHS {name} and {name} University"
    found = [one.council.name for one in councils().named_in(text)]
    assert bool(found) is (named and name[0].isupper())
