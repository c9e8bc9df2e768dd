"""Laws of comparing: nothing differs from itself, order says nothing, one change is one difference, both ways alike."""

import json
import random
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ciextract import parse
from ciextract.difference import Group, Kind, compare, layers
from ciextract.validation import load_record

ROOT = Path(__file__).parents[2]
TEXTS = sorted(ROOT.glob("fixtures/*/document.txt"))
PAIRS = [(text, pdf) for text in TEXTS for pdf in sorted(text.parent.glob("*.pdf"))]
ONE_PAIR_EACH = [(text, next(pdf for one, pdf in PAIRS if one == text)) for text in TEXTS]
"""What producers place otherwise says nothing more of what is left out."""
FEWER = settings(max_examples=max(10, settings.default.max_examples // 4))
"""Whole records are compared."""
WORDED = {
    "title", "text", "quote", "sentence", "reason", "printed", "indicator", "indicator_name", "name", "file_name",
    "term", "definition", "issue", "task", "expected_outcome", "owner", "monitoring", "timescale", "ref", "speaker",
    "message", "publication_code", "programme", "role",
}  # fmt: skip


@cache
def json_of(path):
    return json.dumps(parse(path).to_dict())


def loaded(value):
    return load_record(value if isinstance(value, str) else json.dumps(value))


@cache
def record_of(path):
    return loaded(json_of(path))


def leaves(value, pointer=""):
    """(pointer, the object or list that holds the leaf, its name or index) of every leaf."""
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, dict | list):
            yield from leaves(inner, f"{pointer}/{step}")
        else:
            yield f"{pointer}/{step}", value, step


def is_free(pointer, holder, step):
    if pointer.startswith("/extractor"):
        return False
    if isinstance(holder[step], str) and holder[step].strip():
        return step in WORDED or "/rows/" in pointer or "/header/" in pointer
    return step in {"number", "count", "year"} and isinstance(holder[step], int)


def changed(value, choose):
    """The record with one leaf changed, and its pointer."""
    value = json.loads(value)
    pointer, holder, step = choose([leaf for leaf in leaves(value) if is_free(*leaf)])
    word = holder[step]
    place = next(i for i, character in enumerate(word) if character.strip()) if isinstance(word, str) else 0
    holder[step] = word[:place] + "~" + word[place + 1 :] if isinstance(word, str) else word + 1
    return value, pointer


def permuted(value, seed):
    """The record with its lists in another order; what is referred to by its index stays where it is."""
    value = json.loads(value)
    shuffle = random.Random(seed).shuffle
    for name, layer in value.items():
        if isinstance(layer, list) and name != "documents":
            shuffle(layer)
    for table in value["tables"]:
        shuffle(table["rows"])
    for check in value["checks"]:
        shuffle(check["evidence"])
    for name in ("areas", "partners", "programme_evidence"):
        shuffle(value["inspection"][name])
    return value


def exchanged(one):
    kind = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}.get(one.kind, one.kind)
    return repr((kind, one.group, one.layer, one.after, one.before))


def straight(one):
    return repr((one.kind, one.group, one.layer, one.before, one.after))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parent.name)
def test_nothing_differs_from_itself(path):
    assert compare(record_of(path), loaded(json_of(path)), places=True).differences == ()


@FEWER
@given(st.sampled_from(TEXTS), st.integers(0, 1000))
def test_the_order_of_lists_says_nothing(path, seed):
    assert compare(record_of(path), loaded(permuted(json_of(path), seed))).differences == ()


@FEWER
@given(st.sampled_from(TEXTS), st.data())
def test_one_changed_leaf_is_one_difference(path, data):
    value, pointer = changed(json_of(path), lambda free: data.draw(st.sampled_from(free)))
    [found] = compare(record_of(path), loaded(value)).differences
    assert found.kind is Kind.CHANGED
    # The places that bear out a check are one value.
    assert found.after.pointer == (
        pointer.split("/evidence/")[0] + "/evidence" if "/checks/" in pointer and "/evidence/" in pointer else pointer
    )
    assert found.group is (Group.SOURCE if pointer.startswith("/source") else Group.VALUES)


@FEWER
@given(st.sampled_from(TEXTS), st.data(), st.integers(0, 1000))
def test_one_changed_leaf_is_one_difference_in_any_order(path, data, seed):
    value, _ = changed(json_of(path), lambda free: data.draw(st.sampled_from(free)))
    assert len(compare(record_of(path), loaded(permuted(json.dumps(value), seed))).differences) == 1


@FEWER
@given(st.sampled_from(TEXTS), st.data())
def test_one_entry_less_is_one_removed(path, data):
    value = json.loads(json_of(path))
    lists = [name for name in ("key_messages", "evaluations", "proportions", "actions", "glossary") if value[name]]
    name = data.draw(st.sampled_from(lists or ["warnings"]))
    if not value[name]:
        return
    index = data.draw(st.integers(0, len(value[name]) - 1))
    del value[name][index]
    [found] = compare(record_of(path), loaded(value)).differences
    assert (found.kind, found.layer, found.after) == (Kind.REMOVED, name, None)
    assert found.before.pointer.startswith(f"/{name}/")


@pytest.mark.parametrize(("text", "pdf"), PAIRS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_exchanging_the_two_exchanges_added_and_removed(text, pdf):
    one, other = record_of(text), record_of(pdf)
    there, back = compare(one, other, places=True).differences, compare(other, one, places=True).differences
    assert there
    assert sorted(map(straight, there)) == sorted(map(exchanged, back))


@pytest.mark.parametrize(("one", "other"), [(TEXTS[0], TEXTS[1]), (TEXTS[1], TEXTS[-1])])
def test_exchanging_two_different_documents(one, other):
    there, back = (compare(record_of(a), record_of(b)).differences for a, b in ((one, other), (other, one)))
    assert sorted(map(straight, there)) == sorted(map(exchanged, back))


@pytest.mark.parametrize(("text", "pdf"), ONE_PAIR_EACH, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_only_leaves_the_others_out(text, pdf):
    whole = compare(record_of(text), record_of(pdf))
    for name in layers():
        part = compare(record_of(text), record_of(pdf), only=[name]).differences
        if name != Group.PLACES:
            assert part == tuple(one for one in whole.differences if name in (one.group, one.layer))


def test_eight_times_as_much_takes_nowhere_near_64_times_as_long():
    def seconds(times):
        value = json.loads(json_of(TEXTS[0]))
        value["proportions"] = [
            {**one, "sentence": f"{one['sentence']} {turn}"} for turn in range(times) for one in value["proportions"]
        ]
        one = loaded(value)
        for place, proportion in enumerate(value["proportions"]):
            proportion["sentence"] += " again" if place % 3 else " and more of it"
        other = loaded(value)
        started = time.process_time()
        compare(one, other)
        return time.process_time() - started

    assert seconds(16) < 32 * seconds(2)


def test_programmes_that_stay_open_are_compared_by_their_names_and_signs():
    open_record = parse(
        b"Services for children\n\nThe Care Inspectorate made a joint inspection of children's services.\n"
    )
    named = [one.name for one in open_record.inspection.programme_candidates]
    assert len(named) > 1
    assert not compare(open_record, open_record).differences
    before = parse(b"Services for children\n\nSomebody made a list of children's services.\n")
    differences = compare(before, open_record).differences
    added = {
        one.after.value["name"] for one in differences if one.after and "programme_candidates" in one.after.pointer
    }
    assert added == set(named)
