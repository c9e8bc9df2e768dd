"""`ciextract ask`: records and a question in, a line for each area out."""

import json
from pathlib import Path

from ciextract.cli.ask import _excerpt
from ciextract.comparison.answers import Support
from ciextract.comparison.truth import Answer
from ciextract.record import Evidence

RECORD = Path(__file__).parents[2] / "fixtures" / "graded-report" / "record.json"


def test_a_line_for_each_area(run):
    ended = run("ask", RECORD, "share(staff) > 75")
    code, name, answer, said = ended.out.decode().rstrip("\n").split("\t")
    assert (ended.code, code[:3], answer) == (0, "S12", "certainly")
    assert name
    assert said


def test_json_holds_what_the_answer_rests_on(run):
    [answer] = json.loads(run("ask", RECORD, "share(staff) > 75", "--json").out)
    assert answer["answer"] == "certainly"
    assert {"answer", "record_id", "pointer", "quote", "page", "said"} == set(answer["support"][0])


def test_a_question_that_is_none(run):
    ended = run("ask", RECORD, "share(staf) > 75")
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)
    assert ended.err.startswith("ciextract: ask: 'staf' at character 7; expected children, ")


def test_a_question_without_records(run):
    ended = run("ask", "share(staff) > 75")
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)


def test_words_of_several_lines_or_cells_stand_in_one(run, tmp_path):
    record = json.loads(RECORD.read_text("utf-8"))
    for each in record["evaluations"]:
        start = each["evidence"]["start"]
        each["evidence"] |= {"quote": "Moray\t2024\nGood", "end": start + 15}
    path = tmp_path / "record.json"
    path.write_text(json.dumps(record), "utf-8")
    ended = run("ask", path, "grade(2.1) >= weak")
    assert "\tMoray 2024 Good" in ended.out.decode()
    assert "\\t" not in ended.out.decode()


def test_an_excerpt_begins_near_words_that_a_line_end_cuts():
    evidence = Evidence(start=0, end=9, quote="very\ngood", page=None, boxes=[], line=1)
    said = "one two three four five six seven eight\nwere very\ngood to them all"
    assert (
        _excerpt(Support(Answer.CERTAINLY, "x", "/y", said, evidence))
        == "…five six seven eight were very good to them all"
    )
