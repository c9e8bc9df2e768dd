"""Every entry of quantities.toml and populations.toml beside the text that it takes and the text that it must leave."""

import pytest

from ciextract.quantities.model import Mention, Rejected
from ciextract.quantities.phrases import noun_phrase
from ciextract.quantities.reader import quantities_in
from ciextract.quantities.words import words_of
from ciextract.vocabulary.populations import populations
from ciextract.vocabulary.quantities import quantities


def read(text):
    return quantities_in(words_of(text), lambda: None)


def mentions(text):
    return [one for one in read(text) if isinstance(one, Mention)]


def taken_and_left(entries, name=lambda entry: entry.id):
    taken = [pytest.param(entry, text, id=f"{name(entry)}: {text}") for entry in entries for text in entry.takes]
    left = [pytest.param(entry, text, id=f"{name(entry)}: {text}") for entry in entries for text in entry.leaves]
    return taken, left


WORDS = taken_and_left(quantities().word)
TRAPS = taken_and_left(quantities().trap)
RELATIONS = taken_and_left(quantities().relation, name=lambda entry: entry.relation)
HEDGES = taken_and_left(quantities().hedge, name=lambda entry: entry.relation)
CATEGORIES = taken_and_left(populations().category, name=lambda entry: entry.category)
CHANGES = quantities().change
FORMS = {
    "fraction": quantities().fraction,
    "percentage": quantities().percentage,
    "tally": quantities().tally,
}


@pytest.mark.parametrize(("entry", "text"), WORDS[1])
def test_word_leaves(entry, text):
    assert not [one for one in mentions(text) if one.head == entry.id]


@pytest.mark.parametrize(("entry", "text"), WORDS[0])
def test_word_takes(entry, text):
    assert [one for one in mentions(text) if one.head == entry.id and one.quantifier == entry.quantifier]


@pytest.mark.parametrize(("entry", "text"), TRAPS[1])
def test_trap_leaves(entry, text):
    rejected = [one for one in read(text) if isinstance(one, Rejected)]
    assert not [one for one in rejected if one.rule.endswith(f"#{entry.id}")]


@pytest.mark.parametrize(("entry", "text"), TRAPS[0])
def test_trap_takes(entry, text):
    assert mentions(text) == []
    assert [one for one in read(text) if isinstance(one, Rejected)], "declined without a name"


@pytest.mark.parametrize(("entry", "text"), RELATIONS[1] + HEDGES[1])
def test_relation_leaves(entry, text):
    assert not [one for one in mentions(text) if one.relation == entry.relation != "exactly"]


@pytest.mark.parametrize(("entry", "text"), RELATIONS[0] + HEDGES[0])
def test_relation_takes(entry, text):
    (mention,) = mentions(text)
    assert mention.relation == entry.relation


@pytest.mark.parametrize(("form", "text"), [(form, text) for form, entry in FORMS.items() for text in entry.leaves])
def test_form_leaves(form, text):
    assert not [one for one in mentions(text) if one.form == form]


@pytest.mark.parametrize(("form", "text"), [(form, text) for form, entry in FORMS.items() for text in entry.takes])
def test_form_takes(form, text):
    assert [one.form for one in mentions(text)] == [form]


@pytest.mark.parametrize("text", CHANGES.leaves)
def test_change_leaves(text):
    assert {one.measure for one in mentions(text)} == {"share"}


@pytest.mark.parametrize("text", CHANGES.takes)
def test_change_takes(text):
    assert {one.measure for one in mentions(text)} == {"change"}


@pytest.mark.parametrize(("entry", "text"), CATEGORIES[1])
def test_category_leaves(entry, text):
    phrase = noun_phrase(words_of(text), 0, "framed")
    assert phrase is None or phrase.category != entry


@pytest.mark.parametrize(("entry", "text"), CATEGORIES[0])
def test_category_takes(entry, text):
    phrase = noun_phrase(words_of(text), 0, "framed")
    assert phrase is not None
    assert phrase.category == entry


def test_no_noun_has_two_categories():
    nouns = [noun for entry in populations().category for noun in entry.nouns]
    assert len(nouns) == len(set(nouns))


@pytest.mark.parametrize("text", quantities().exception.leaves)
def test_exception_leaves(text):
    assert [one for one in mentions(text) if one.quantifier == "all"]


@pytest.mark.parametrize("text", quantities().exception.takes)
def test_exception_takes(text):
    assert not [one for one in mentions(text) if one.quantifier == "all"]
