"""`ciextract ask`: records and a question in, a line for each area out."""

import json
from pathlib import Path

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
    assert ended.err.startswith("ciextract: 'staf' at character 7; expected children, ")


def test_a_question_without_records(run):
    ended = run("ask", "share(staff) > 75")
    assert (ended.code, ended.out, len(ended.lines)) == (2, b"", 1)
