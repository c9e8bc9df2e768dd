"""Why a record says what it says: every pointer of a record has an answer, and what gave nothing has a reason."""

from functools import cache
from pathlib import Path

import pytest

from ciextract.explain import NoSuchPlace, explain, rule_words, summary
from ciextract.explain.places import spans_of
from ciextract.explain.values import Values, signed
from ciextract.folding import fold
from ciextract.pipeline import Given, examine, read_document

FIXTURES = Path(__file__).parents[1] / "fixtures"
GRADED = "graded-report"
INVENTED = """Report of a joint inspection of services for children and young people at risk of harm in Moray

Prepared by the Care Inspectorate

1. Impact on children and young people

We evaluated the impact on children and young people as good or better in most records. The most effective plans were
short. Chronologies were adequate. We evaluated the impact on children and young people in Moray as very good.
"""


@cache
def examined(name=GRADED):
    return examined_text((FIXTURES / name / "document.txt").read_bytes())


def examined_text(content):
    content = content if isinstance(content, bytes) else content.encode()
    return examine(read_document(content), Given(content, "document.txt", None, None))


def pointers(value, pointer=""):
    yield pointer
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, held in steps:
        yield from pointers(held, f"{pointer}/{step}")


@pytest.mark.parametrize(
    "pointer",
    [
        "/", "/nothing", "/proportions/9999", "/proportions/-", "/proportions/-1", "/proportions/03", "/proportions/¹",
        "/proportions/0/", "/proportions/0/quote/0", "/proportions/" + "9" * 5000, "/conclusion/__class__",
        "/to_dict", "/evaluations/0/__class__",
    ],
)  # fmt: skip
def test_a_pointer_that_leads_nowhere_is_refused(pointer):
    with pytest.raises(NoSuchPlace) as refused:
        explain(examined(), pointer)
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("piece", ["words that no report holds", " ", "\n", "proportions/3"])
def test_text_that_is_not_there_is_refused(piece):
    with pytest.raises(NoSuchPlace):
        explain(examined(), piece)


def test_a_refusal_says_what_would_be_accepted():
    with pytest.raises(NoSuchPlace, match=r"no '999' in /evaluations; it has 0 to \d+"):
        explain(examined(), "/evaluations/999")


@pytest.mark.parametrize("name", [GRADED, "overview", "news-release"])
def test_every_pointer_of_a_record_has_an_answer(name):
    whole, values = examined(name), Values(examined(name))
    text = whole.reading.document.text
    for pointer in pointers(whole.record.to_dict()):
        answer = values.explain(pointer)
        assert all(rule.says for rule in answer.rules), pointer
        for place in answer.places:
            assert text[place.start : place.end] == place.quote
            around = place.before + place.quote + place.after
            assert text[place.start - len(place.before) :].startswith(around)


@pytest.mark.parametrize("name", [GRADED, "question-report", "committee-paper"])
def test_every_value_with_evidence_has_a_rule_and_a_place(name):
    values = Values(examined(name))
    for one in signed(examined(name).record):
        answer = values.explain(one.pointer)
        assert answer.rules, one.pointer
        assert len(answer.places) == len(one.evidence), one.pointer


def test_a_rule_that_is_data_is_told_by_its_words():
    answer = explain(examined(), "/evaluations/0/grade")
    [rule] = answer.rules
    assert (answer.value, rule.file) == ("good", "vocabulary/evaluations.toml")
    assert "{grade}" in rule.words["pattern"]
    assert rule.words["takes"]
    assert answer.places[0].quote == examined().record.evaluations[0].evidence.quote


def test_a_rule_that_is_code_is_told_by_its_module():
    words = rule_words("extractors/tables#caption")
    assert (words.file, words.words) == ("extractors/tables.py", {})
    assert words.says == __import__("ciextract.extractors.tables", fromlist=["_"]).__doc__.splitlines()[0]


def test_a_rule_that_is_nowhere_is_told_by_its_address_alone():
    assert rule_words("nowhere/at_all#none").words == {}


def test_a_title_is_told_by_the_rule_of_the_title_and_not_of_the_kind():
    answer = explain(examined(), "/documents/0/title")
    assert answer.places[0].quote == examined().record.documents[0].title_evidence.quote
    assert answer.rules == explain(examined(), "/documents/0/title_evidence/quote").rules


def test_a_programme_is_told_by_all_its_signs():
    signs = examined().record.inspection.programme_evidence
    answer = explain(examined(), "/inspection/programme")
    assert [rule.address for rule in answer.rules] == list(dict.fromkeys(sign.rule for sign in signs))


def test_what_no_rule_gave_has_none():
    answer = explain(examined(), "/source/sha256")
    assert (answer.rules, answer.places) == ((), ())
    assert explain(examined(), "/source/characters").meaning == "Code points of the canonical text."


@pytest.mark.parametrize("piece", ["“GOOD” —\n or", '"good" - or', "good or"])
def test_text_is_compared_as_words_are(piece):
    text = 'It was "Good" – or better, good or not.'
    assert all(fold(text[span.start : span.end]) == fold(piece) for span in spans_of(text, piece))
    assert spans_of(text, piece)


def test_a_superlative_is_declined_as_one():
    answer = explain(examined_text(INVENTED), "most effective")
    assert [(one.why, one.rules, one.place.quote) for one in answer.declined] == [
        ("a superlative", ("vocabulary/quantities#superlative",), "most")
    ]
    assert not [value for value in answer.values if value.pointer.startswith("/proportions")]


def test_the_rule_that_stopped_a_grade_comes_first():
    whole = examined_text(INVENTED)
    [stopped] = explain(whole, "good or better").declined
    assert stopped.rules == ("vocabulary/evaluations#set-or-condition", "vocabulary/evaluations#evaluated-as")


def test_a_grade_word_that_no_rule_takes_tells_the_rules_that_looked():
    [passed] = explain(examined_text(INVENTED), "chronologies").declined
    assert "vocabulary/evaluations#evaluated-as" in passed.rules
    assert passed.why.startswith("a word of the scale")


def test_a_sentence_that_gave_an_evaluation_is_not_declined():
    answer = explain(examined_text(INVENTED), "as very good")
    assert "/evaluations/0" in [value.pointer for value in answer.values]
    assert answer.declined == ()


def test_values_of_the_same_sentence_are_found_from_any_of_its_words():
    share = examined().record.proportions[3]
    last = share.sentence.split()[-3:]
    answer = explain(examined(), " ".join(last))
    assert "/proportions/3" in [value.pointer for value in answer.values]


def test_a_summary_counts_every_entry():
    answer, record = summary(examined()), examined().record
    for layer in ("evaluations", "proportions", "glossary", "tables", "sections", "checks"):
        assert sum(one.count for one in answer.values if one.layer == layer) == len(getattr(record, layer)), layer
    assert "a superlative" in [one.why for one in answer.declined]
    assert explain(examined(), None) == explain(examined(), "") == answer


def test_a_document_without_a_word_has_an_answer():
    whole = examined_text(".\n")
    assert summary(whole).declined == ()
    assert all(Values(whole).explain(pointer) for pointer in pointers(whole.record.to_dict()))
