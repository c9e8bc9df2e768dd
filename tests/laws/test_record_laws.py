"""What holds for every record, of every document that is at hand and of any text: laws 1, 3, 4 and 9 of the design.

Documents are those of fixtures/ and, where this machine has them, those of ../shared/documents.
"""

import hashlib
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ciextract import pipeline
from ciextract.errors import CiextractError
from ciextract.extractors import EXTRACTORS
from ciextract.pipeline import parse, read_document
from ciextract.schema import schema_json
from ciextract.shape import field_names
from ciextract.validation import find_flaws, load_record

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "documents"
PATHS = [
    *sorted(path for name in ("document.txt", "page.html", "*.pdf") for path in ROOT.glob(f"fixtures/*/{name}")),
    *sorted(path for kind in ("txt", "pdf") for path in SHARED.glob(f"**/*.{kind}")),
]
TEXTS = [path for path in PATHS if path.suffix == ".txt"]
SCHEMA = jsonschema.Draft202012Validator(json.loads(schema_json()))


def named(path):
    return "/".join(path.parts[-3 if "pdf" in path.parts else -2 :])


EACH = pytest.mark.parametrize("path", PATHS, ids=named)
EACH_TEXT = pytest.mark.parametrize("path", TEXTS, ids=named)


@cache
def parsed(path):
    """The document and its record; a document that is refused, such as a scan, has none."""
    try:
        return read_document(path.read_bytes()), parse(path)
    except CiextractError as refusal:
        return refusal, None


def both(path):
    document, record = parsed(path)
    if record is None:
        pytest.skip(f"refused: {document}")
    return document, record


def json_text(record):
    return record.to_json(indent=None)


def evidence_in(value):
    """Every evidence of a record, wherever it stands."""
    if isinstance(value, dict):
        if {"start", "end", "quote"} <= value.keys():
            yield value
        for inner in value.values():
            yield from evidence_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from evidence_in(inner)


def check_laws(document, record):
    """The laws that a record keeps with its document."""
    value = json.loads(json_text(record))
    for evidence in evidence_in(value):
        assert evidence["quote"] == document.text[evidence["start"] : evidence["end"]]
    assert "".join(section["text"] for section in value["sections"]) == document.text
    assert [part["start"] for part in value["documents"]] == [0, *(part["end"] for part in value["documents"][:-1])]
    assert value["documents"][-1]["end"] == len(document.text) == value["source"]["characters"]
    ids = [section["id"] for section in value["sections"]]
    assert len(set(ids)) == len(ids)
    for place, section in enumerate(value["sections"]):
        assert section["parent"] is None or section["parent"] in ids[:place]
    assert [error.message for error in SCHEMA.iter_errors(value)] == []
    assert find_flaws(json_text(record)) == []


@EACH
def test_a_record_keeps_the_laws(path):
    check_laws(*both(path))


@EACH
def test_every_quoted_value_has_words(path):
    _, record = both(path)
    for evidence in evidence_in(record.to_dict()):
        assert evidence["quote"].strip()


@EACH
def test_a_section_stands_one_level_below_its_parent(path):
    _, record = both(path)
    levels = {section.id: section.level for section in record.sections}
    for section in record.sections:
        if section.title is None:
            assert (section.kind, section.level, section.parent) == ("preamble", 0, None)
        else:
            assert section.level == (levels[section.parent] + 1 if section.parent else 1)


@EACH
def test_lists_are_in_reading_order(path):
    _, record = both(path)
    for name in field_names(record):
        findings = getattr(record, name)
        if isinstance(findings, list) and findings and hasattr(findings[0], "document"):
            places = [(one.document, one.evidence.start if one.evidence else one.start) for one in findings]
            assert places == sorted(places), name


@EACH
def test_a_record_comes_back_from_json_as_it_went(path):
    _, record = both(path)
    again = load_record(json_text(record))
    assert again == record
    assert json_text(again) == json_text(record)


@EACH
def test_the_same_bytes_give_the_same_bytes(path):
    _, record = both(path)
    assert json_text(parse(path)) == json_text(record)


PRINT = """
import hashlib, sys
from ciextract.pipeline import parse
for path in sys.argv[1:]:
    text = parse(path).to_json(indent=None)
    print(hashlib.sha256(text.encode()).hexdigest())
"""


def test_the_order_of_hashes_changes_nothing():
    """Another process, in which sets of strings may come in another order than in this one, whose seed is chance."""
    paths = [path for path in PATHS if parsed(path)[1] is not None]
    source = str(Path(pipeline.__file__).parents[1])
    ended = subprocess.run(
        [sys.executable, "-c", PRINT, *map(str, paths)],
        capture_output=True, text=True, check=True, env=os.environ | {"PYTHONHASHSEED": "4711", "PYTHONPATH": source},
    )  # fmt: skip
    expected = [hashlib.sha256(json_text(parsed(path)[1]).encode()).hexdigest() for path in paths]
    assert ended.stdout.split() == expected


def without_the_file(record):
    """A record but for what it says of the file's bytes."""
    value = record.to_dict()
    assert value["record_id"].endswith(value["source"]["sha256"][:8])
    value["record_id"] = value["record_id"][:-8]
    del value["source"]["sha256"], value["source"]["bytes"]
    return value


@EACH_TEXT
@pytest.mark.parametrize("line_end", [b"\r\n", b"\r"], ids=["CRLF", "CR"])
def test_line_ends_change_nothing_but_the_bytes(path, line_end):
    content = path.read_bytes()
    assert b"\r" not in content
    again = parse(content.replace(b"\n", line_end), name=path.name)
    assert without_the_file(again) == without_the_file(parsed(path)[1])


OWN = {
    "titles": {"documents": ["title", "title_evidence"]},
    "publication": {"documents": ["published", "publication_code", "publication_code_evidence"]},
    "areas": {"inspection": ["areas"]},
    "period": {"inspection": ["period"]},
    "partners": {"inspection": ["partners"]},
}
"""Where an extractor's findings stand in a record; of one that is not here, in the list of its own name."""
DERIVED = {"areas": {"evaluations": ["area"]}}
"""What the assembler fills in from an extractor's findings where a document leaves it out."""


def without(value, name):
    """A record but for an extractor's findings, the record's name, and what is told about findings."""
    value = json.loads(json.dumps(value))
    for about in ("record_id", "warnings", "checks"):
        del value[about]
    for places in (OWN.get(name, {name: None}), DERIVED.get(name, {})):
        for field, keys in places.items():
            if keys is None:
                del value[field]
                continue
            for entry in value[field] if isinstance(value[field], list) else [value[field]]:
                for key in keys:
                    del entry[key]
    return value


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.__name__)
@pytest.mark.parametrize("fixture", ["committee-paper", "overview", "question-report", "news-release"])
def test_an_extractor_that_is_taken_out_takes_its_findings_and_nothing_else(monkeypatch, extractor, fixture):
    path = ROOT / "fixtures" / fixture / "document.txt"
    whole = parsed(path)[1].to_dict()
    others = tuple(other for other in EXTRACTORS if other is not extractor)
    monkeypatch.setattr(pipeline, "EXTRACTORS", others)
    rest = parse(path).to_dict()
    name = extractor.__name__
    assert without(rest, name) == without(whole, name)
    for field, keys in OWN.get(name, {name: None}).items():
        entries = rest[field] if isinstance(rest[field], list) else [rest[field]]
        left = [entry[key] for entry in entries for key in keys] if keys else [rest[field]]
        assert not any(left)


LINES = st.sampled_from(
    [
        "Contents", "Introduction\t3", "Introduction", "Key messages", "Key message 2", "Strengths", "Areas for improvement",
        "Statement 2: plans", "Statement 3", "Question 1 – what of it?", "Part A", "Appendix 1: Key terms", "Annex B", "Conclusion",
        "Headquarters", "Dundee", "DD1 4NY", "care", "inspectorate", "Subject: it", "Report by:", "Date:\t14 May 2024",
        "1.\tSUMMARY", "1.1\t<p>It went well.</p>", "1. One thing.", "• A thing", "- Another thing", "2. Two things;", "\f", "",
        "Joint inspection of services in Moray", "Moray Improvement Plan, June 2024", "Ref\tIssue\tAction\tLead\tBy when",
        "1.1\tMinutes\tType them\tClerk\tMay", "Statement 1\t\t\t\t", "Area\tYear\tGrade", "Moray\t2022\tVery good", "14 May 2024",
        "The inspection of services in Fife took place between 4 and 22 March 2024.", "-", "¹ A note.", "Page 4", "**Bold**",
        "We evaluated the impact on children in Moray as good because", "it was; 54% of staff (13 of 24) agreed that",
        'Alex Example, director, said: "We were', 'glad of it."', "The Care Inspectorate", "in partnership with HMICS", "<u>Risk</u> None.",
        "<table><tr><td>", "children at risk of harm", "When we say staff, we mean people.", "We are confident that", "900 people answered.",
    ]
)  # fmt: skip
ANY_TEXT = st.text(st.characters(codec="utf-8"))
PAGES = st.lists(st.one_of(LINES, ANY_TEXT), max_size=30).map("\n".join)


def record_of(text):
    """The document and the record of a text; a text that is refused with an error of the library is no example."""
    try:
        return read_document(text.encode()), parse(text.encode())
    except CiextractError:
        assume(False)


@given(st.one_of(ANY_TEXT, PAGES, st.lists(LINES, min_size=1, max_size=40).map("\n\n".join)))
def test_any_text_gives_a_record_that_keeps_the_laws(text):
    check_laws(*record_of(text))


@given(PAGES.filter(lambda text: "\r" not in text))
def test_line_ends_change_no_record_of_any_text(text):
    _, record = record_of(text)
    _, again = record_of(text.replace("\n", "\r\n"))
    assert without_the_file(again) == without_the_file(record)


@given(st.one_of(ANY_TEXT, PAGES))
def test_any_record_comes_back_from_json_as_it_went(text):
    _, record = record_of(text)
    assert load_record(json_text(record)) == record


def test_there_are_documents():
    assert len(PATHS) > 5
