"""In: a small gold of every layer and the record that says the same. Out: what each damage to the record costs."""

import copy
import json
from pathlib import Path

import pytest
import yaml
from benchmarks.accuracy import __main__ as command
from benchmarks.accuracy.alignment import align, alike
from benchmarks.accuracy.details import document_details
from benchmarks.accuracy.entry import Entry, OddValueError
from benchmarks.accuracy.evidence import check_evidence
from benchmarks.accuracy.floors import lowered, raised, read_floors, shortfalls, write_floors
from benchmarks.accuracy.folding import ends_with, fold, percentage_core, sentence_lies_in
from benchmarks.accuracy.gold import Gold, gold_facts, load_gold
from benchmarks.accuracy.layers import LAYERS
from benchmarks.accuracy.report import as_json, scorecard, tables
from benchmarks.accuracy.scoring import score_document, score_failure, totals

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"

GOLD = """\
source: documents/text/shire.txt
document: {kind: committee_paper, title: "Findings in Shire", published: "2024-05-07", precision: day}
parts:
  - {kind: committee_paper, title: "Findings in Shire", published: "2024-05-07", precision: day}
  - {kind: inspection_report, title: "Joint inspection in Shire", published: "2024-04", precision: month}
inspection:
  programme: children_at_risk_of_harm
  areas: [Shire]
  period: {start: "2023-10", end: "2024-03"}
  partners: [Care Inspectorate, Education Scotland]
sections:
  - {kind: background, number: 2, title: "BACKGROUND", level: 1, part: 1}
  - {kind: key_messages, number: null, title: "Key messages", level: 1, part: 2}
  - {kind: statement, number: 1, title: "Children are safer.", level: 1, part: 2}
  - {kind: key_messages, number: null, title: "Key messages", level: 2, part: 2}
  - {kind: appendix, number: 1, title: "Key terms", level: 1, role: glossary, part: 2}
key_messages:
  - {kind: strength, number: 1, section: document, part: 1, text: "Staff acted early."}
  - {kind: strength, number: 1, section: document, part: 2, text: "Staff acted early."}
  - {kind: message, number: 1, section: statement_1, part: 2, text: "Most children were - mostly - safer."}
evaluations:
  - {indicator: "2.1", area: Shire, status: evaluated, grade: good, year: 2024, part: 1, quote: "as good"}
  - {indicator: "2.1", area: Shire, status: evaluated, grade: good, year: 2024, part: 2, quote: "as good"}
proportions:
  - {part: 1, quote: "Most", sentence: "Most staff agreed. It helped.", form: word, quantifier: most, relation: exactly,
     value: null, population: staff, category: staff, grade: null, section: BACKGROUND, statement: null}
  - {part: 2, quote: "all", sentence: "In all records and in all plans.", form: word, quantifier: all,
     relation: exactly, value: null, population: records, category: records, grade: {min: good, max: excellent},
     section: "Children are safer.", statement: 1}
  - {part: 2, quote: "all", sentence: "In all records and in all plans.", form: word, quantifier: all,
     relation: exactly, value: null, population: plans, category: records, grade: null,
     section: "Children are safer.", statement: 1}
  - {part: 2, quote: "just under half", sentence: "It was weak in just under half.", form: fraction,
     quantifier: fraction, relation: just_under, value: "1/2", population: null, category: records,
     grade: {min: weak, max: weak}, section: "Children are safer.", statement: 1}
  - {part: 2, quote: "52 (28%) of the 186", sentence: "52 (28%) of the 186 zones are poor.", form: percentage,
     quantifier: percentage, relation: exactly, value: 28, population: "186 zones", category: general_population,
     grade: null, section: "Children are safer.", statement: 1, count: 52, total: 186}
  - {part: 2, quote: "11 of the 13", sentence: "11 of the 13 areas agreed.", form: tally, quantifier: tally,
     relation: exactly, value: "11/13", population: areas, category: partnerships, grade: null,
     section: "Children are safer.", statement: 1}
evidence_base:
  - {part: 2, activity: survey, population: staff, count: 892, relation: exactly, quote: "892 responses from staff"}
  - {part: 2, activity: record_review, population: records, count: 60, relation: exactly, quote: "60 children"}
  - {part: 2, activity: document_review, population: other, count: null, quote: "documents"}
glossary:
  - {part: 2, term: "IRD", definition: "the start of the formal process."}
  - {part: 2, term: "SCRA", definition: "a national body."}
tables:
  - {part: 2, title: "Areas to improve", header: [Issue, Task, ""], rows: 2, first_row: ["1.1 Records", "Audit", ""],
     last_row: ["1.2 Plans", "Review"]}
actions:
  - {part: 2, ref: "1.1", statement: 1, issue: Records, task: Audit, expected_outcome: "Better", owner: CPC,
     monitoring: Plan}
  - {part: 2, ref: "1.2", statement: 1, issue: Plans, task: Review, expected_outcome: "Better", owner: CPC,
     monitoring: Plan, timescale: "March"}
conclusion:
  {confident: true, reasons: ["the strength of oversight", "the response to risk"], action_plan_requested: true}
grade_counts:
  - {part: 2, count: 4, grade: good, total: 9, area: Moray}
worded_conclusions:
  - {part: 2, about: key processes, text: effective, area: Moray}
progress:
  - {part: 2, text: some progress, subject: planning, area: Moray}
quotations:
  - {speaker: Jackie Irvine, role: Chief Executive, text_start: "We saw that", text_end: "and monitor progress."}
"""

# ---- a record that says what a gold file says ------------------------------------------------------------------------


class Paper:
    """The canonical text, growing with every quote that is asked to stand in it."""

    def __init__(self):
        self.text = ""

    def evidence(self, quote):
        start = len(self.text)
        self.text += f"{quote}\n"
        return {"start": start, "end": start + len(quote), "quote": quote, "page": None, "boxes": [], "line": None}


def record_of(gold, paper):
    """The record that an extractor without fault would make."""
    parts = gold.get("parts") or [gold["document"]]
    beyond = max((entry.get("part", 1) for entry in _all_entries(gold)), default=1) > len(parts)
    first = 2 if beyond else 1  # numbered as in the full paper: 2 is the report

    def signed(entry, quote, /, **values):
        return {**values, "document": entry.get("part", first) - first, "rule": "r", "evidence": paper.evidence(quote)}

    sections = [
        {"id": f"s{at}", "document": it.get("part", first) - first, "kind": it["kind"], "number": it["number"],
         "title": it["title"], "level": it["level"], "role": it.get("role"), "start": at, "end": at + 1}
        for at, it in enumerate(gold["sections"])
    ]  # fmt: skip
    ids = {(section["title"], section["document"]): section["id"] for section in sections}
    preamble = {"id": "p", "document": 0, "kind": "preamble", "number": None, "title": None, "level": 0, "role": None}
    inspection, said = gold["inspection"], gold["conclusion"]
    return {
        "documents": [_part(part) for part in parts],
        "inspection": {
            "programme": inspection["programme"],
            "areas": [{"name": name} for name in inspection["areas"]],
            "period": inspection["period"],
            "partners": [{"name": name} for name in inspection["partners"]],
        },
        "sections": [preamble, *sections],
        "key_messages": [
            signed(it, it["text"], kind=it["kind"], number=it["number"], text=it["text"],
                   statement=int(it["section"][-1]) if it["section"] != "document" else None)
            for it in gold["key_messages"]
        ],
        "evaluations": [
            signed(it, it["quote"], indicator=it["indicator"], indicator_name=it.get("name"), year=it["year"],
                   area={"name": it["area"]}, status=it["status"], grade=it["grade"], reason=it.get("reason"))
            for it in gold["evaluations"]
        ],
        "proportions": [
            signed(it, it["quote"], **_share(it),
                   section=ids.get((it["section"], it.get("part", first) - first)))
            for it in gold["proportions"]
        ],
        "evidence_base": [
            signed(it, it["quote"], activity=it["activity"], population={"category": it["population"], "text": None},
                   count=it["count"], relation=it.get("relation", "exactly"))
            for it in gold["evidence_base"]
        ],
        "glossary": [signed(it, it["term"], term=it["term"], definition=it["definition"]) for it in gold["glossary"]],
        "tables": [
            signed(it, it["title"] or "", title=it["title"], section=None, header=it["header"],
                   rows=[it["first_row"], *[["x"]] * (it["rows"] - 2), it["last_row"]])
            for it in gold["tables"]
        ],
        "actions": [signed(it, it["issue"], **{"timescale": None, **_without_part(it)}) for it in gold["actions"]],
        "conclusion": {
            "confident": said["confident"], "action_plan_requested": said["action_plan_requested"], "document": 0,
            "reasons": [{"text": text, "evidence": paper.evidence(text)} for text in said["reasons"]],
        },
        "grade_counts": [
            signed(it, "4 good", count=it["count"], grade=it["grade"], total=it["total"], area={"name": it["area"]})
            for it in gold.get("grade_counts", [])
        ],
        "worded_conclusions": [
            signed(it, it["text"], about=it["about"], text=it["text"], area={"name": it["area"]})
            for it in gold.get("worded_conclusions", [])
        ],
        "progress": [
            signed(it, it["text"], text=it["text"], subject=it["subject"], area={"name": it["area"]})
            for it in gold.get("progress", [])
        ],
        "quotations": [
            signed(it, it["text_start"], speaker=it["speaker"], role=it["role"],
                   text=f"“{it['text_start']} and so on {it['text_end']}”")
            for it in gold["quotations"]
        ],
    }  # fmt: skip


def _all_entries(gold):
    return [entry for value in gold.values() if isinstance(value, list) for entry in value]


def _without_part(entry):
    return {key: value for key, value in entry.items() if key != "part"}


def _part(part):
    date = part.get("published")
    published = {"date": date, "precision": part["precision"]} if date else None
    return {"kind": part["kind"], "title": part["title"], "published": published, "publication_code": None}


def _share(entry):
    form, value = entry["form"], entry["value"]
    count, total = entry.get("count"), entry.get("total")
    if form == "tally":
        count, total = map(int, value.split("/"))
    same = {key: entry[key] for key in ("quote", "sentence", "form", "quantifier", "relation", "grade", "statement")}
    return {
        **same, "measure": entry.get("measure", "share"), "count": count, "total": total,
        "value": float(value) if form == "percentage" else None, "fraction": value if form == "fraction" else None,
        "population": {"text": entry["population"], "category": entry["category"]},
    }  # fmt: skip


def gold_of(text, tmp_path):
    path = tmp_path / "shire.yaml"
    path.write_text(text, encoding="utf-8")
    return load_gold(path, "shire")


@pytest.fixture(scope="module")
def gold(tmp_path_factory):
    return gold_of(GOLD, tmp_path_factory.mktemp("gold"))


@pytest.fixture
def paper():
    return Paper()


@pytest.fixture
def record(paper):
    return record_of(yaml.safe_load(GOLD), paper)


def counts_of(gold, record, layer):
    score = score_document("g", gold, "shire.txt", record, "", LAYERS)
    counts = score.layers[layer].counts
    return counts.right, counts.wrong, counts.missed, counts.invented


# ---- perfect ---------------------------------------------------------------------------------------------------------


def test_a_perfect_record_scores_one_in_every_layer(gold, record, paper):
    score = score_document("g", gold, "shire.txt", record, paper.text)
    assert list(score.layers) == list(LAYERS)
    assert {name: layer.counts.f1 for name, layer in score.layers.items()} == dict.fromkeys(LAYERS, 1.0)
    assert all(not layer.counts.differing for layer in score.layers.values())
    assert score.evidence.checked > 20
    assert not score.evidence.broken
    assert not score.evidence.absent
    assert list(document_details(score))[-1] == "everything right"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold is not here")
@pytest.mark.parametrize("path", sorted(SHARED.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_record_made_from_shared_gold_scores_one(path, paper):
    record = record_of(yaml.safe_load(path.read_text(encoding="utf-8")), paper)
    score = score_document("g", load_gold(path, path.stem), path.name, record, paper.text)
    differing = {name: dict(layer.counts.differing) for name, layer in score.layers.items() if layer.counts.differing}
    assert differing == {}
    assert {layer.counts.f1 for layer in score.layers.values()} <= {1.0, None}


def test_the_facts_of_every_layer_are_counted(gold):
    assert {name: len(facts) for name, facts in gold.facts.items()} == {
        "metadata": 9, "documents": 2, "sections": 5, "key_messages": 3, "evaluations": 2, "proportions": 6,
        "evidence_base": 2, "glossary": 2, "tables": 1, "actions": 2, "quotations": 1, "conclusion": 4,
        "grade_counts": 1, "worded_conclusions": 1, "progress": 1,
    }  # fmt: skip


# ---- missed, invented, twice -----------------------------------------------------------------------------------------

LISTS = [name for name in LAYERS if name not in ("metadata", "conclusion", "documents")]


@pytest.mark.parametrize("layer", LISTS)
def test_a_missing_entry_is_missed(gold, record, layer):
    right = counts_of(gold, record, layer)[0]
    del record[layer][1 if layer == "sections" else 0]
    assert counts_of(gold, record, layer) == (right - 1, 0, 1, 0)


@pytest.mark.parametrize("layer", LISTS)
def test_an_entry_given_twice_counts_once(gold, record, layer):
    right = counts_of(gold, record, layer)[0]
    record[layer].append(copy.deepcopy(record[layer][1 if layer == "sections" else 0]))
    assert counts_of(gold, record, layer) == (right, 0, 0, 1)


@pytest.mark.parametrize("layer", LISTS)
def test_entries_out_of_order_are_still_found(gold, record, layer):
    right = counts_of(gold, record, layer)[0]
    record[layer].reverse()
    assert counts_of(gold, record, layer) == (right, 0, 0, 0)


def test_what_is_given_where_null_is_expected_is_invented(gold, record):
    record["documents"][0]["publication_code"] = "COMMS-1"
    record["inspection"]["partners"].append({"name": "Healthcare Improvement Scotland"})
    assert counts_of(gold, record, "metadata") == (9, 0, 0, 2)


def test_null_where_a_value_is_expected_is_missed(gold, record):
    record["inspection"]["period"] = None
    record["documents"][0]["title"] = None
    assert counts_of(gold, record, "metadata") == (6, 0, 3, 0)
    assert counts_of(gold, record, "documents") == (1, 1, 0, 0)


def test_metadata_and_conclusion_with_other_values(gold, record):
    record["documents"][0]["published"]["precision"] = "month"
    record["inspection"]["programme"] = "compulsory_supervision_orders"
    record["inspection"]["areas"][0]["name"] = "Other Shire"
    assert counts_of(gold, record, "metadata") == (6, 2, 1, 1)
    record["conclusion"].update(confident=False, action_plan_requested=False)
    record["conclusion"]["reasons"][0]["text"] = "oversight"
    assert counts_of(gold, record, "conclusion") == (1, 1, 2, 1)


def test_a_record_without_a_conclusion_misses_it(gold, record):
    record["conclusion"] = None
    assert counts_of(gold, record, "conclusion") == (0, 0, 4, 0)


# ---- wrong values ----------------------------------------------------------------------------------------------------

WRONG = [
    ("sections", 1, {"level": 2}, "level"),
    ("sections", 1, {"kind": "other"}, "kind"),
    ("sections", 1, {"number": 3}, "number"),
    ("key_messages", 2, {"kind": "strength"}, "kind"),
    ("key_messages", 2, {"number": 4}, "number"),
    ("key_messages", 2, {"statement": None}, "section"),
    ("evaluations", 0, {"grade": "weak"}, "grade"),
    ("evaluations", 0, {"status": "not_evaluated"}, "status"),
    ("evaluations", 0, {"document": 1}, "part"),
    ("proportions", 0, {"form": "fraction"}, "form"),
    ("proportions", 0, {"quantifier": "majority"}, "quantifier"),
    ("proportions", 3, {"relation": "under"}, "relation"),
    ("proportions", 3, {"fraction": "1/3"}, "value"),
    ("proportions", 4, {"value": 29.0}, "value"),
    ("proportions", 5, {"total": 15}, "value"),
    ("evidence_base", 0, {"relation": "over"}, "relation"),
    ("evidence_base", 0, {"activity": "meeting"}, "activity"),
    ("evidence_base", 0, {"population": {"category": "children", "text": None}}, "population"),
    ("glossary", 0, {"definition": "the start"}, "definition"),
    ("tables", 0, {"title": "Other"}, "title"),
    ("tables", 0, {"header": ["Issue"]}, "header"),
    ("tables", 0, {"rows": [["1.1 Records", "Audit", "", ""], ["x"], ["1.2 Plans", "Review"]]}, "rows"),
    ("actions", 0, {"owner": "MIG"}, "owner"),
    ("actions", 1, {"timescale": None}, "timescale"),
    ("quotations", 0, {"speaker": "Jackie"}, "speaker"),
    ("quotations", 0, {"role": None}, "role"),
    ("quotations", 0, {"text": "We saw that"}, "closing"),
]  # fmt: skip


@pytest.mark.parametrize(("layer", "at", "values", "field"), WRONG)
def test_a_wrong_value_that_decides_costs_the_fact(gold, record, layer, at, values, field):
    right = counts_of(gold, record, layer)[0]
    record[layer][at].update(values)
    assert counts_of(gold, record, layer) == (right - 1, 1, 0, 0)
    counts = score_document("g", gold, "shire.txt", record, "").layers[layer].counts
    assert counts.differing == {field: 1}
    assert counts.f1 == pytest.approx((right - 1) / right)


APART = [
    ("sections", 1, {"document": 1}, "part"),
    ("sections", 5, {"role": None}, "role"),
    ("key_messages", 2, {"document": 0}, "part"),
    ("evaluations", 0, {"year": 2023}, "year"),
    ("proportions", 0, {"population": {"text": "the staff", "category": "staff"}}, "population"),
    ("proportions", 0, {"population": {"text": "staff", "category": "leaders"}}, "category"),
    ("proportions", 1, {"grade": {"min": "good", "max": "very_good"}}, "grade"),
    ("proportions", 0, {"measure": "change"}, "measure"),
    ("proportions", 4, {"count": None}, "count"),
    ("proportions", 0, {"section": "s1"}, "section"),
    ("proportions", 1, {"statement": 2}, "statement"),
    ("glossary", 0, {"document": 0}, "part"),
]


@pytest.mark.parametrize(("layer", "at", "values", "field"), APART)
def test_a_wrong_value_that_is_reported_apart_leaves_f1_alone(gold, record, layer, at, values, field):
    record[layer][at].update(values)
    counts = score_document("g", gold, "shire.txt", record, "").layers[layer].counts
    assert counts.f1 == 1.0
    assert counts.differing == {field: 1}
    assert counts.rate(field) == pytest.approx(1 - 1 / counts.compared[field])


# ---- what identifies a fact ------------------------------------------------------------------------------------------


def test_case_quotes_dashes_spaces_and_markup_do_not_count(gold, record):
    record["key_messages"][2]["text"] = "**MOST**  children were\n– mostly — <b>safer</b>."
    assert counts_of(gold, record, "key_messages") == (3, 0, 0, 0)
    record["key_messages"][2]["text"] = "Most children were - mostly - safer"
    assert counts_of(gold, record, "key_messages") == (2, 0, 1, 1)


@pytest.mark.parametrize(
    ("quote", "sentence", "found"),
    [
        ("Most", "Most staff agreed.", True),
        ("Most", "• Most staff agreed.", True),
        ("most staff", "Most staff agreed.", False),
        ("Most", "Well: Most staff agreed. It helped. And more.", False),
        ("Most", "It helped.", False),
        ("Most", "", False),
    ],
)
def test_a_record_sentence_may_lie_inside_the_golds(gold, record, quote, sentence, found):
    record["proportions"][0].update(quote=quote, sentence=sentence)
    assert counts_of(gold, record, "proportions") == ((6, 0, 0, 0) if found else (5, 0, 1, 1))


@pytest.mark.parametrize(("quote", "found"), [("28%", True), ("52 (28%)", True), ("52", False), ("over 28%", False)])
def test_a_percentage_may_be_quoted_with_or_without_its_tally(gold, record, quote, found):
    record["proportions"][4]["quote"] = quote
    assert counts_of(gold, record, "proportions") == ((6, 0, 0, 0) if found else (5, 0, 1, 1))


def test_the_same_phrase_twice_in_a_sentence_is_paired_by_what_agrees(gold, record):
    del record["proportions"][1]
    score = score_document("g", gold, "shire.txt", record, "").layers["proportions"]
    assert [fact.values["population"] for fact in score.missed] == ["records"]
    assert not score.counts.differing


def test_entries_without_a_count_and_preambles_are_no_facts(gold, record):
    record["evidence_base"] = [entry for entry in record["evidence_base"] if entry["count"] is not None]
    record["sections"] = record["sections"][1:]
    assert counts_of(gold, record, "evidence_base") == (2, 0, 0, 0)
    assert counts_of(gold, record, "sections") == (5, 0, 0, 0)


def test_equal_counts_of_other_activities_are_other_facts(gold, record):
    record["evidence_base"][0].update(activity="meeting", evidence={"start": 0, "end": 0, "quote": "892 chairs"})
    assert counts_of(gold, record, "evidence_base") == (1, 0, 1, 1)


# ---- layers that are not scored --------------------------------------------------------------------------------------


def test_a_layer_is_scored_only_when_it_was_looked_for(gold, record):
    record["looked_for"] = ["sections", "key_messages", "glossary"]
    record["quotations"] = []
    score = score_document("g", gold, "shire.txt", record, "")
    assert score.passed_over == {"quotations": 1}
    assert "actions" in score.layers, "what is given is scored, whatever the list says"
    assert "shire.txt: not looked for: quotations (1 in gold)" in tables([score], {})


def test_a_layer_that_the_gold_leaves_out_is_not_scored(record, tmp_path):
    without = yaml.safe_load(GOLD)
    del without["tables"]
    gold = gold_of(yaml.safe_dump(without), tmp_path)
    assert "tables" not in score_document("g", gold, "shire.txt", record, "").layers


def test_a_document_without_a_record_misses_everything(gold):
    score = score_failure("g", gold, "shire.pdf", "ValueError: no")
    assert {layer.counts.f1 for layer in score.layers.values()} == {0.0}
    assert "NO RECORD: ValueError: no" in tables([score], {})


# ---- gold files ------------------------------------------------------------------------------------------------------


def test_parts_are_places_or_the_full_papers_numbers(gold, tmp_path):
    assert [fact.values["part"] for fact in gold.facts["sections"][:2]] == ["committee_paper", "inspection_report"]
    paper = yaml.safe_load(GOLD)
    paper["parts"] = [{"kind": "inspection_report"}, {"kind": "improvement_plan"}]
    for entry in _all_entries({key: value for key, value in paper.items() if key != "parts"}):
        entry["part"] = entry.get("part", 1) + 1
    facts = gold_of(yaml.safe_dump(paper), tmp_path).facts
    assert [fact.values["part"] for fact in facts["sections"][:2]] == ["inspection_report", "improvement_plan"]


def test_a_gold_without_parts_has_one(tmp_path):
    text = "document: {kind: news_release}\ninspection: {programme: null, areas: []}\n"
    text += "glossary: [{term: IRD, definition: x}]\n"
    facts = gold_of(text, tmp_path).facts
    assert facts["glossary"][0].values["part"] == "news_release"
    assert [fact.values["slot"] for fact in facts["metadata"]] == ["kind"]
    assert list(facts) == ["metadata", "documents", "glossary"]


ODD = [
    ("", "", "the whole file"),
    ("document: {", "document: {{", "is not YAML"),
    ("sections:\n", "sections: null\nold_sections:\n", "old_sections: unknown key"),
    ("glossary:\n", "glossary:\n  - null\n", "glossary[0]: expected a mapping, got None"),
    ("term: \"IRD\"", "term: null", "glossary[0].term: is missing or empty"),
    ("term: \"IRD\", ", "", "glossary[0].term: is missing"),
    ("form: fraction", "form: part", "proportions[3].form: unknown word 'part'"),
    ("value: \"1/2\"", "value: half", "proportions[3].value: expected a fraction"),
    ("value: \"11/13\"", "value: \"11 of 13\"", "proportions[5].value: expected a tally"),
    ("value: 28", "value: null", "proportions[4].value: expected the percent"),
    ("quote: \"Most\"", "quote: \"Few\"", "proportions[0].quote: does not stand in the sentence"),
    ("indicator: \"2.1\"", "indicator: 2.1", "evaluations[0].indicator: expected text, got 2.1; write it in quotes"),
    ("section: statement_1", "section: chapter", "key_messages[2].section: expected document or statement_1"),
    ("level: 2, part: 2", "level: 2, part: 7", "sections[3].part"),
    ("level: 2, part: 2", "level: 2", "sections[3].part: is missing"),
    ("published: \"2024-04\", precision: month", "published: spring", "parts[1].published: expected"),
    ("inspection:\n", "inspection:\n  programme: x\n", "key written twice: programme"),
    ("programme: children_at_risk_of_harm", "program: x", "inspection.program: unknown key"),
    ("max: weak", "max: poor", "proportions[3].grade.max: unknown word 'poor'"),
    ("rows: 2", "rows: two", "tables[0].rows: expected a whole number"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), ODD)
def test_odd_gold_is_named_by_file_and_key(tmp_path, old, new, message):
    with pytest.raises(OddValueError) as raised_error:
        gold_of(GOLD.replace(old, new, 1) if old else "", tmp_path)
    assert message in str(raised_error.value)
    assert str(raised_error.value).startswith(str(tmp_path / "shire.yaml"))


def test_an_error_in_gold_names_the_line(tmp_path):
    with pytest.raises(OddValueError, match=r"shire\.yaml:5: parts\[1\]\.kind: unknown word"):
        gold_of(GOLD.replace("kind: inspection_report", "kind: report", 1), tmp_path)


def test_a_note_is_for_people(tmp_path):
    facts = gold_of(GOLD.replace('term: "IRD"', 'term: "IRD", note: "sic"', 1), tmp_path).facts
    assert "note" not in facts["glossary"][0].values


# ---- evidence --------------------------------------------------------------------------------------------------------


def test_evidence_must_be_the_slice_it_points_to():
    text = "Most staff agreed."
    good = {"start": 0, "end": 4, "quote": "Most"}
    assert check_evidence({"a": [{"evidence": good}]}, text).broken == ()
    moved, beyond = {"start": 1, "end": 5, "quote": "Most"}, {"start": 10, "end": 99, "quote": "x"}
    check = check_evidence({"a": [{"evidence": moved}], "b": {"evidence": [beyond]}}, text)
    assert check.checked == 2
    assert check.broken[0] == "a[0].evidence: text[1:5] is 'ost ', the quote is 'Most'"
    assert check.broken[1] == "b.evidence[0]: 10..99 lies outside the text of 18 characters"


def test_entries_without_evidence_are_named():
    assert check_evidence({"glossary": [{"term": "IRD", "evidence": None}]}, "").absent == ("glossary[0]",)


# ---- folding and alignment -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Children’s  “lives”", 'children\'s "lives"'),
        ("2021–2025", "2021-2025"),
        ("**Bairns Hoose** model", "Bairns Hoose model"),
        ("<p>has:</p><ol style='x'> 1. One</ol>", "has: 1. One"),
        ("Police Scotland2 said", "Police Scotland said"),
        ("in August 2019.1 Inspectors", "in August 2019. Inspectors"),
        ("staff<sup>12</sup>, too", "staff, too"),
        ("staff¹ too[^3]", "staff too"),
    ],
)
def test_folding_forgives(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Covid-19", "Covid-"), ("2.1", "2."), ("part 2", "part"), ("safer.", "safer"), ("see <https://a.b>", "see"),
     ("records", "record"), ("well-being", "wellbeing"), ("< 5 and > 3", "3")],
)  # fmt: skip
def test_folding_keeps_apart(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("quote", "core"),
    [("52 (28%) of the 186", "28%"), ("Over 40%", "over 40%"), ("just over 81% (58 of 72)", "just over 81%"),
     ("11 were … (85%)", "85%"), ("40% or more", "40% or more"), ("16.6 per cent", "16.6 per cent"), ("most", "most"),
     ("eleven (85%)", "85%"), ("all", "all")],
)  # fmt: skip
def test_percentage_core(quote, core):
    assert percentage_core(quote) == core


def test_sentences_and_ends():
    assert sentence_lies_in("- It was.", "“It was.” they said")
    assert not sentence_lies_in(" . ", "anything")
    assert ends_with("to monitor progress", "monitor progress.")
    assert not ends_with("monitor", "")


def same(one, other):
    return 1.0 if one == other else 0.0


def test_alignment_pairs_repeated_facts_in_order():
    assert align("abab", "abab", same) == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert align("aab", "ab", same) in ([(0, 0), (2, 1)], [(1, 0), (2, 1)])
    assert align("ab", "ba", same) == [(0, 1), (1, 0)]
    assert align("", "ab", same) == align("ab", "", same) == []
    assert align("ab", "AB", same, lambda one, other: same(one.lower(), other.lower())) == [(0, 0), (1, 1)]


def test_alike_pairs_what_nearly_agrees():
    assert alike(["chief officers group", "zebra"], ["other words", "chief officer's group"]) == [(0, 1)]


# ---- reports and floors ----------------------------------------------------------------------------------------------


def test_details_show_what_differs_and_where(gold, record):
    record["key_messages"][0]["text"] = "Staff acted very early."
    record["proportions"][3]["relation"] = "under"
    record["proportions"][0]["population"]["text"] = "the staff"
    record["glossary"].pop()
    record["actions"].append({"ref": "9.9", "issue": "Nothing of the kind", "document": 1, "evidence": None})
    text = "\n".join(document_details(score_document("g", gold, "shire.txt", record, "")))
    assert "NEAR      strength | 1 | document | Staff acted early.  (missed at gold line 18, invented at" in text
    assert "text: Staff acted very early., should be Staff acted early." in text
    assert "WRONG     just under half | It was weak in just under half.  (gold line" in text
    assert "relation: under, should be just_under" in text
    assert "DIFFERS   Most | Most staff agreed. It helped." in text
    assert "MISSED    SCRA | a national body." in text
    assert "INVENTED  9.9 | Nothing of the kind  (actions[2], inspection_report)" in text
    assert "NO EVIDENCE      actions[2]" in text


def test_long_texts_are_shown_from_shortly_before_they_part(gold, record):
    record["glossary"][0]["definition"] = "x" * 200 + " one"
    long = Gold("g", gold.path, None, gold_facts(Entry("f", "", _with_definition("x" * 200 + " two"))))
    lines = list(document_details(score_document("g", long, "shire.txt", record, "")))
    assert [line.split("…")[-1] for line in lines if line.strip().startswith(("gold", "given"))] == [
        "x" * 27 + " two",
        "x" * 27 + " one",
    ]


def _with_definition(definition):
    gold = yaml.safe_load(GOLD)
    gold["glossary"][0]["definition"] = definition
    return gold


def test_tables_json_and_scorecard_agree(gold, record):
    record["proportions"][0]["population"]["text"] = None
    del record["proportions"][5]
    scores = [score_document(group, gold, f"{group}.txt", record, "") for group in ("one", "two")]
    plain = tables(scores, {"one": {"proportions": 0.9}})
    assert "one (1 document)" in plain
    assert "total (2 documents)" in plain
    assert "of 5 proportions found: population right 80.0%, category right 100.0%, grade right 100.0%" in plain
    told = json.loads(as_json(scores, {"one": {"proportions": 0.9}}, ()))
    assert told["groups"]["one"]["proportions"]["floor"] == 0.9
    assert told["total"]["proportions"]["missed"] == 2
    assert told["total"]["proportions"]["fields"]["population"] == {"compared": 10, "wrong": 2}
    assert "| proportions | 12 | 10 | 10 | 0 | 2 | 0 | 1.000 | 0.833 | 0.909 | population 2 |" in scorecard(scores)


def test_totals_add_up(gold, record):
    scores = [score_document("g", gold, "shire.txt", record, ""), score_failure("g", gold, "b.pdf", "no")]
    counts = totals(scores)["sections"]
    assert (counts.right, counts.missed, counts.gold, counts.given) == (5, 5, 10, 5)
    assert (counts.precision, counts.recall) == (1.0, 0.5)


def test_floors_rise_and_fall_only_when_asked():
    floors = {"a": {"sections": 0.9, "tables": 0.5}, "b": {"glossary": 0.7}}
    measured = {"a": {"sections": 0.8, "tables": 0.66666, "metadata": 1.0}}
    up = {"a": {"metadata": 1.0, "sections": 0.9, "tables": 0.666}, "b": {"glossary": 0.7}}
    assert raised(floors, measured) == up
    assert lowered(floors, measured) == {"a": {"sections": 0.8, "tables": 0.5}, "b": {"glossary": 0.7}}


def test_shortfalls():
    floors = {"fixtures-text": {"sections": 0.9, "tables": 0.5}, "shared-text": {"sections": 0.7}}
    measured = {"fixtures-text": {"sections": 0.8999}}
    below = shortfalls(floors, measured, LAYERS, shared=False)
    assert [str(it) for it in below] == [
        "fixtures-text sections: F1 0.899, floor 0.900",
        "fixtures-text tables: F1 not measured, floor 0.500",
    ]
    assert len(shortfalls(floors, measured, LAYERS, shared=True)) == 3
    assert shortfalls(floors, measured, ["glossary"], shared=True) == ()


def test_floors_are_written_and_read(tmp_path):
    path = tmp_path / "floors.toml"
    floors = {"shared-text": {"sections": 0.912, "tables": 1.0}}
    write_floors(path, floors)
    assert read_floors(path) == floors
    assert read_floors(tmp_path / "none.toml") == {}
    for text, message in [("[a]\nnone = 1", "a.none: unknown layer"), ("[a]\ntables = 2", "an F1 from 0 to 1"),
                          ("a = 1", "expected a table"), ("[", "is not TOML")]:  # fmt: skip
        path.write_text(text, encoding="utf-8")
        with pytest.raises(OddValueError, match=message):
            read_floors(path)


# ---- the command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "main"
    (root / "benchmarks" / "accuracy").mkdir(parents=True)
    for name in ("shire", "moor"):
        folder = root / "fixtures" / name
        folder.mkdir(parents=True)
        (folder / "gold.yaml").write_text(GOLD, encoding="utf-8")
        (folder / "document.txt").write_text("text", encoding="utf-8")
    (root / "fixtures" / "shire" / "word.pdf").write_bytes(b"%PDF")
    return root


def add_shared(root):
    for folder in ("gold", "documents/text", "documents/pdf/typst"):
        (root.parent / "shared" / folder).mkdir(parents=True)
    (root.parent / "shared/gold/shire-paper.yaml").write_text(GOLD, encoding="utf-8")
    for name in ("documents/text/shire.txt", "documents/pdf/typst/shire.pdf"):
        (root.parent / "shared" / name).write_text("", encoding="utf-8")


def perfect(path):
    paper = Paper()
    return command.Reading(record_of(yaml.safe_load(GOLD), paper), paper.text)


def without_glossary(path):
    reading = perfect(path)
    return command.Reading({**reading.record, "glossary": []}, reading.text)


def failing(path):
    raise ValueError("cannot read this")


def run(root, *arguments, read=perfect):
    return command.main(arguments, root, read)


def test_the_command_scores_fixtures_and_shared_gold(project, capsys):
    add_shared(project)
    assert run(project) == 0
    printed = capsys.readouterr().out
    for heading in ("fixtures-text (2 documents)", "fixtures-pdf (1 document)", "shared-text (1 document)",
                    "shared-pdf-typst (1 document)", "total (5 documents)"):  # fmt: skip
        assert heading in printed


def test_the_command_filters(project, capsys):
    assert run(project, "--only", "moor", "--layer", "tables", "--details") == 0
    printed = capsys.readouterr().out
    assert "fixtures-text (1 document)" in printed
    assert "total" not in printed
    assert "glossary" not in printed
    assert "fixtures/moor/document.txt  [fixtures-text, gold moor]" in printed
    assert run(project, "--only", "mor") == 2
    assert "known are ['moor', 'shire']" in capsys.readouterr().err


def test_the_command_fails_below_a_floor(project, capsys):
    assert run(project, "--raise-floors") == 0
    floors = project / "benchmarks" / "accuracy" / "floors.toml"
    assert read_floors(floors)["fixtures-pdf"]["glossary"] == 1.0
    assert run(project, read=without_glossary) == 1
    assert "below its floor: fixtures-text glossary: F1 0.000, floor 1.000" in capsys.readouterr().err
    assert run(project, "--raise-floors", read=without_glossary) == 1
    assert run(project, "--only", "moor", read=without_glossary) == 0, "floors are of whole groups"
    assert run(project, "--only", "moor", "--raise-floors") == 2
    assert run(project, "--lower-floors", read=without_glossary) == 0
    assert read_floors(floors)["fixtures-pdf"]["glossary"] == 0.0
    assert read_floors(floors)["fixtures-pdf"]["tables"] == 1.0


def test_the_command_goes_on_after_a_document_without_a_record(project, capsys):
    assert run(project, read=failing) == 1
    assert "NO RECORD: ValueError: cannot read this (test_scoring.py:" in capsys.readouterr().out


def test_the_command_fails_on_broken_evidence_and_odd_records(project, capsys):
    assert run(project, read=lambda path: command.Reading(perfect(path).record, "other text")) == 1
    odd = {**perfect(None).record, "glossary": None}
    assert run(project, "--only", "moor", read=lambda path: command.Reading(odd, "")) == 1
    assert "glossary: expected a list, got None" in capsys.readouterr().out


def test_the_command_writes_json_and_a_scorecard(project, tmp_path, capsys):
    assert run(project, "--json", "--scorecard", str(tmp_path / "accuracy.md")) == 0
    assert json.loads(capsys.readouterr().out)["groups"]["fixtures-text"]["tables"]["f1"] == 1.0
    assert "## fixtures-text (2 documents)" in (tmp_path / "accuracy.md").read_text(encoding="utf-8")


def test_the_command_names_odd_gold(project, capsys):
    (project / "fixtures" / "moor" / "gold.yaml").write_text("", encoding="utf-8")
    assert run(project) == 2
    assert "moor/gold.yaml: (the whole file): is empty" in capsys.readouterr().err
