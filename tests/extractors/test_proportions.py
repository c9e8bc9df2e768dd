"""Proportions of whole documents: places, sentences, what they refer back to, targets, scales, and their laws."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.extractors.proportions import SENTENCE_CAP, proportions
from ciextract.extractors.reading import Reading
from ciextract.extractors.scaled import with_scale
from ciextract.outline import outline
from ciextract.quantities.scales import scale
from ciextract.read import read_document

PARAGRAPHS = (
    "Most staff felt valued. Some did not.",
    "We read 40 records. In 12 of the 40 records the plan was late, and in 3 it was missing.",
    "Plans were good or better in 64% of cases and weak in a few.",
    "The third sector helped most of the time.",
    "Parents were anxious. Two thirds wanted to be told sooner.",
    "Nobody came on the first few days of the quarter.",
    "Of the 20 actions, 15 were complete (75%).",
    "Between 20 and 30 per cent of carers had a break.",
)


def reading(text):
    document = read_document(text.encode())
    return Reading(document, outline(document, None), None)


def found(text):
    return list(proportions(reading(text)))


def told(text):
    return [(one.quote, one.population, one.category.value) for one in found(text)]


def test_nothing_in_nothing():
    assert found("Nothing to count here.") == []


def test_what_it_gives():
    (one,) = found("Over  three quarters of records that we read were good or better.")
    assert (one.form, one.quantifier, one.fraction, one.relation) == ("fraction", "fraction", "3/4", "over")
    assert (one.rank, one.value, one.measure, one.population) == (None, None, "share", "records that we read")
    assert [grade.value for grade in one.grade] == ["good", "excellent"]
    assert one.sentence == "Over three quarters of records that we read were good or better."


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Parents were anxious. Two thirds wanted to know more.", "parents_carers"),
        ("Most staff had training. Half wanted more.", "staff"),
        ("Most staff in most areas had training. Half wanted more.", "staff"),
        ("The programme covered seven areas. Five of the seven had improved.", "partnerships"),
        ("Few children came. It was cold. None stayed.", "children"),
        ("Nothing is known. Half said yes.", "other"),
        ("Children waited. At the time of the inspection, 10 of 22 had a place.", "children"),
        ("At the time of the inspection children waited. Half had a place.", "children"),
        ("Partners worked well in this area. Attainment had gone up by 6%.", "other"),
        ("Referrals were many. They rose by 6%.", "records"),
        ("The partnership should improve its chronologies. Just under half were poor.", "records"),
        ("The partnership had a clear plan for its staff. Around a third had left.", "staff"),
        ("The service helped families. Half were helped within a week.", "parents_carers"),
        ("Each partnership had plans. Half had a new one.", "partnerships"),
        ("The council was busy. Half was spent.", "partnerships"),
        ("Adults needed a chronology. Where there was one, half were judged to be good.", "records"),
        ("Adults needed a chronology. Where there was one, half were glad of it.", "general_population"),
        ("Adults needed help. Half were good or better at asking.", "general_population"),
        ("Risk was clear in 19 of the 24 records. Of the other five, three were late.", "records"),
        ("Staff answered. On the whole, most would agree.", "staff"),
        (
            "Half of staff agreed. We looked at these areas: Moray, Fife and Angus. It was three fifths in Fife.",
            "staff",
        ),
        ("Half of staff agreed. The areas were Moray, Fife and Angus. Three fifths had a plan.", "partnerships"),
        ("We looked at these areas: Moray, Fife and Angus. It was three fifths that had a plan.", "partnerships"),
        ("Referrals were many. Over a year the rise came to 6%.", "records"),
    ],
)
def test_what_a_phrase_refers_back_to(text, category):
    last = found(text)[-1]
    assert (last.population, last.category.value) == (None, category)


def test_grade_never_comes_from_the_sentence_before():
    last = found("Half of plans were good or better. A third of reviews were.")[-1]
    assert last.grade is None


def test_total_in_the_sentence_before():
    one = found("We read 50 plans. Of these, 41 were dated (82%).")[-1]
    assert (one.quote, one.count, one.total, one.value) == ("82%", 41, 50, 82.0)


def test_misprinted_tally_keeps_its_numbers():
    one = found("We read 50 plans. Of these, 41 (90%) were dated.")[-1]
    assert (one.count, one.total, one.value) == (41, 50, 90.0)


PLAN = (
    "Joint improvement plan\n\nRef\tArea for improvement\tWhat we will do\tExpected outcome\tLead\n"
    "1.1\tHalf of plans are late.\tTrain 20% of staff\t95% of plans on time\tBoard\n"
    "1.2\tFew parents attend.\tAsk them\tHalf of parents attend, up from 30%\tBoard\n"
)


def test_targets_stand_in_the_column_of_outcomes():
    assert [(one.quote, one.measure) for one in found(PLAN)] == [
        ("Half", "share"), ("20%", "share"), ("95%", "target"), ("Few", "share"), ("Half", "share"), ("30%", "target"),
    ]  # fmt: skip


@pytest.mark.parametrize("variant", [{"'": "’"}, {" ": "\u00a0"}, {"-": "‑"}, {" ": "\n"}])
def test_writing_does_not_count(variant):
    text = "Two-thirds of children's plans that we read weren't 'good' or better in under 40% of cases."
    plain = [(one.quantifier, one.relation, one.value, one.fraction, one.grade) for one in found(text)]
    for old, new in variant.items():
        text = text.replace(old, new)
    assert [(one.quantifier, one.relation, one.value, one.fraction, one.grade) for one in found(text)] == plain


def test_every_decline_has_a_name():
    told = []
    listening = replace(
        reading("The third sector met most of the time, with the most recent plan."), listener=told.append
    )
    assert list(proportions(listening)) == []
    assert [(one.rules, bool(one.why)) for one in told] == [
        (("quantities/grammar#ordinal",), True),
        (("vocabulary/quantities#frequency",), True),
        (("vocabulary/quantities#superlative",), True),
    ]


def test_scale_is_applied_to_words_alone():
    plain = found("Most staff, 54% of parents, less than half of carers and none of the leaders came.")
    scaled = list(with_scale(plain, scale("education-scotland")))
    assert [(one.bounds.basis, one.bounds.scale) for one in scaled] == [
        ("published", "education-scotland"),
        ("arithmetic", None),
        ("published", "education-scotland"),
        ("arithmetic", None),
    ]
    assert [replace(one, bounds=before.bounds) for one, before in zip(scaled, plain, strict=True)] == plain
    assert {one.bounds.scale for one in plain} == {None}


def test_no_scale_without_being_asked():
    assert found("Almost all plans were dated.")[0].bounds.basis == "arithmetic"


@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=8))
def test_quote_is_its_slice_and_order_is_that_of_the_text(paragraphs):
    one_reading = reading("\n\n".join(paragraphs) or "Nothing.")
    text = one_reading.document.text
    spans = [one.span for one in proportions(one_reading)]
    assert [text[one.span.start : one.span.end] for one in proportions(one_reading)] == [
        one.quote for one in proportions(one_reading)
    ]
    assert spans == sorted(spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


@given(st.sampled_from(PARAGRAPHS), st.lists(st.sampled_from(PARAGRAPHS), max_size=4))
def test_more_paragraphs_take_nothing_away(paragraph, others):
    alone = [(one.quote, one.sentence, one.quantifier, one.relation) for one in found(paragraph)]
    together = [
        (one.quote, one.sentence, one.quantifier, one.relation) for one in found("\n\n".join([*others, paragraph]))
    ]
    assert together[len(together) - len(alone) :] == alone


@given(st.text(alphabet=st.sampled_from("aof hlt%12(),.:;'-½²٣\n\tİn mstigedc"), max_size=200))
def test_any_text_is_read(text):
    one_reading = reading(text + " most of it.")
    for one in proportions(one_reading):
        assert one.quote == one_reading.document.text[one.span.start : one.span.end]
        assert one.bounds.low <= one.bounds.high


WORDS = (
    "of", "the", "most", "all", "half", "12", "%", "(3%)", "in", "ten", "third", "quarters", "few", "records", "staff", "that", "we",
    "read", "were", "good", "or", "better", "and", ",", ".", "between", "to", "from", "nearly", "not", "none", "majority", "a",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words_are_read(words):
    for one in found(" ".join(["We", *words])):
        assert one.bounds.low <= one.bounds.high
        assert one.count is None or one.total is None or 0 <= one.count <= one.total


def test_a_sentence_without_end_is_cut():
    findings = found("almost all of the " * 20_000)
    assert len(findings) == 20_000
    assert {one.quantifier for one in findings} == {"almost_all"}
    assert max(len(one.sentence) for one in findings) <= SENTENCE_CAP


@pytest.mark.parametrize(
    "sentence",
    [
        "The local rate was 42%.",
        "The response rate was 42%.",
        "They reported rates of 42%.",
        "Pay rates were better and 42% were content.",
        "When asked about pay rates, 42% were content.",
        "It was 42%.",
    ],
)
def test_a_share_without_a_thing_of_its_own_goes_on_with_the_one_before(sentence):
    assert told(f"Most staff felt valued. {sentence}")[-1] == ("42%", None, "staff")


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("Breastfeeding rates were at 42%.", "other"),
        ("In 2023, breastfeeding rates rose to 42%.", "other"),
        ("The employment rate was 42%.", "other"),
        ("Attendance rates were 42%.", "children"),
        ("Breastfeeding rates among mothers were at 42%.", "parents_carers"),
    ],
)
def test_a_rate_of_a_thing_of_its_own_is_none_of_what_stands_before(sentence, category):
    assert told(f"Most staff felt valued. {sentence}")[-1] == ("42%", None, category)
