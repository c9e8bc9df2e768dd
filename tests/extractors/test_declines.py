"""What stopped a sentence is told by the extractor that it stopped, with the rule that did, where somebody listens."""

import tomllib
from dataclasses import replace

import pytest
from tests.outline.invented import AT_RISK, BY_NAME, PROSE, lines, report
from tests.vocabulary.files_on_disk import FILES

from ciextract.explain.declines import declined
from ciextract.extractors import EXTRACTORS
from ciextract.pipeline import reading_of
from ciextract.read import read_document

ADULTS = BY_NAME["adult_support_and_protection"]
SERVICES = BY_NAME["childrens_services_2012_2018"]
IMPACT = "impact on children and young people"
FOLLOWED = lines(
    "Progress review following a joint inspection of services for children and young people in Moray", "May 2016",
    "Introduction", PROSE,
)  # fmt: skip
OVERVIEW = lines(
    "Overview of joint inspections 2021 to 2025", "May 2025", "Foreword", PROSE,
    "The Care Inspectorate looked at how children at risk of harm are kept safe.",
)  # fmt: skip


def stops(document, sentence):
    """What is declined in the last paragraph: why, and the names of the rules."""
    reading = reading_of(read_document(lines(document, sentence).encode()))
    start = reading.document.text.index(sentence)
    told = [one for one in declined(reading, [], []) if one.span.start >= start]
    return [(one.why, tuple(rule.partition("#")[2] for rule in one.rules)) for one in told]


def first_rules(document, sentence):
    return [rules[0] for _, rules in stops(document, sentence)]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        (f"The Care Inspectorate would have evaluated the {IMPACT} as good.", "not-or-would"),
        (f"Previously the partnership was rated as good for the {IMPACT}.", "earlier"),
        (f"It rated the {IMPACT} as good on a five-point scale.", "other-scale"),
        (f"The partnership had graded its own {IMPACT} as good.", "partners-grade"),
        (f"If we had evaluated the {IMPACT} as good, we would say so.", "others-or-supposed"),
        (f"In its joint self-evaluation it evaluated the {IMPACT} as good.", "own-report"),
        (f"At the last inspection we evaluated the {IMPACT} as good.", "earlier-inspection"),
        (f"Inspectors evaluated the {IMPACT} as good or better in most plans.", "set-or-condition"),
        (f"Partners did not evaluate the {IMPACT}.", "partners-own"),
    ],
)
def test_who_else_graded_or_what_was_only_supposed_is_named(sentence, rule):
    assert rule in first_rules(report("Conclusion"), sentence)


def test_a_grade_without_a_single_area_is_named_in_an_overview():
    assert "no-area" in first_rules(OVERVIEW, f"We evaluated the {IMPACT} as good.")


def test_several_indicators_are_stopped_as_one():
    sentence = "Partners had graded impact on families as good and leadership of improvement and change as weak."
    reading = reading_of(read_document(report("Conclusion", sentence, programme=SERVICES).encode()))
    assert any("partners-grade" in one.rules[0] for one in declined(reading, [], []))


@pytest.mark.parametrize(
    ("document", "sentence", "rule"),
    [
        (report("Conclusion", programme=SERVICES), "Partners gave themselves four evaluations of very good.",
         "self-evaluation"),
        (report("Conclusion", programme=SERVICES), "Leaders aimed for four evaluations of very good.",
         "hoped-or-supposed"),
        (report("Conclusion", programme=ADULTS), "Staff thought that their key processes were very effective.",
         "others-think"),
        (report("Conclusion", programme=ADULTS), "Key processes were adequate.", "no-scale"),
        (lines(FOLLOWED, "Conclusion"), "Partners will have made good progress in planning.", "others-or-expected"),
    ],
)  # fmt: skip
def test_counts_conclusions_in_words_and_progress_name_what_stopped_them(document, sentence, rule):
    assert rule in first_rules(document, sentence)


def test_a_reason_is_said_in_words():
    [*_, (why, _)] = stops(report("Conclusion"), f"At the last inspection we evaluated the {IMPACT} as good.")
    assert why == "a grade of an earlier inspection or of another programme"


def test_a_sentence_about_something_else_is_not_declined():
    assert stops(report("Conclusion"), PROSE) == []


@pytest.mark.parametrize("programme", [AT_RISK, SERVICES, ADULTS])
def test_listening_changes_no_finding(programme):
    body = ("Conclusion", f"We evaluated the {IMPACT} as good.", "Most plans were good or better.", "Staff felt valued.")
    reading = reading_of(read_document(report(*body, programme=programme).encode()))
    listening = replace(reading, listener=lambda declined: None)
    for extractor in EXTRACTORS:
        assert list(extractor(reading)) == list(extractor(listening))


def test_rules_that_decline_others_say_why():
    """In the files in which a rule says why, all of its group do."""
    silent = []
    for path in FILES:
        for group, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            tables = [one for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []
            ruled = [one for one in tables if "pattern" in one]
            if any("why" in one for one in ruled):
                silent += [(path.name, group, one["id"]) for one in ruled if "why" not in one]
    assert silent == []
