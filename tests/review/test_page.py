"""The page of a record: what it holds, in which order, and that nothing of the document is markup."""

import base64
import hashlib
import json
import re
from dataclasses import replace

import pytest
from tests.review.conftest import FIXTURES, examined

from ciextract.document import Span
from ciextract.read.paged.images import PageImage, page_images
from ciextract.review.page import review_page
from ciextract.review.places import marked
from ciextract.review.values import values_of
from ciextract.schema import record_type

ATTACK = "<script>alert(1)</script> <img src=x onerror=alert(2)> </style> ]]> --> javascript:alert(3) \u202egpj"


def attacked(record):
    held = record.to_dict()
    held["documents"][0]["title"] = ATTACK
    held["warnings"].append({"code": "odd", "message": ATTACK})
    held["glossary"][0]["term"] = held["glossary"][0]["definition"] = ATTACK
    held["sections"][1]["title"] = ATTACK
    held["source"]["file_name"] = ATTACK
    held["checks"][0] |= {"status": "fail", "message": ATTACK}
    return record_type().validate_json(json.dumps(held))


def blocks(page, name):
    return re.findall(rf"<{name}[^>]*>(.*?)</{name}>", page, re.DOTALL)


def test_nothing_of_the_document_is_markup(graded):
    record, document = graded
    page = review_page(attacked(record), document)
    assert "&lt;script&gt;alert(1)" in page
    assert len(blocks(page, "script")) == 2
    assert not re.search(r"<img[^>]*onerror|<script>alert|<[^>]+\s(on\w+|style)=|href=.?javascript", page)
    assert "\u202e" not in page
    json.loads(blocks(page, "script")[0])


def test_the_policy_names_the_page_s_own_style_and_script(graded):
    page = review_page(*graded)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; img-src data:; ")
    for name, text in (("style-src", blocks(page, "style")[0]), ("script-src", blocks(page, "script")[-1])):
        assert f"{name} 'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy
    assert "unsafe" not in policy


def test_it_names_nothing_to_load(graded):
    page = review_page(*graded)
    assert not re.search(r"(?:src|href|action)=\"?(?!#)[a-z/]", page.replace(blocks(page, "script")[-1], ""))
    assert "@import" not in page
    assert "url(" not in page


def test_every_value_is_there(graded):
    record, document = graded
    values = values_of(record)
    page = review_page(record, document)
    assert len(re.findall(r'<li class="value"', page)) == len(values)
    held = json.loads(blocks(page, "script")[0])
    assert [each["quote"] for each in held["values"]] == [value.name[1] for value in values]
    assert sum(held["reviewed"]["values"].values()) == len(values)
    shown = {int(number) for each in re.findall(r'data-place="([\d ]+)"', page) for number in each.split()}
    assert shown == {number for number, value in enumerate(values) if value.evidence}


def test_what_is_amiss_comes_first(graded):
    record, document = graded
    held = record.to_dict() | {
        "complete": False, "incomplete_because": ["page 9 is torn"], "quotations": [],
        "checks": [{"id": "tally", "status": "fail", "message": "seven are not eight", "evidence": []}],
        "warnings": [{"code": "odd", "message": "a strange cover"}],
    }  # fmt: skip
    page = review_page(record_type().validate_json(json.dumps(held)), document)
    wanted = ["page 9 is torn", "seven are not eight", "a strange cover", "quotations", 'id="value-0"']
    places = [page.index(words, page.index("first-head")) for words in wanted]
    assert places == sorted(places)


def test_a_record_of_another_text_is_told(graded):
    record, _ = graded
    _, other = examined(b"Something else altogether.\n")
    assert "do not stand at their place" in review_page(record, other)


def test_the_same_bytes_each_time(printed):
    content = (FIXTURES / "graded-report" / "reportlab.pdf").read_bytes()
    pages = [review_page(*examined(content), page_images(content)) for _ in range(2)]
    assert pages[0] == pages[1]


def test_a_page_that_cannot_be_drawn(printed):
    record, document = printed
    assert "could not be drawn" in review_page(record, document, [PageImage(1, 595, 842, None)])


@pytest.mark.parametrize("text", ["one two three four", ""])
def test_marks_tile_the_text(text):
    spans = {0: Span(0, 7), 1: Span(4, 13), 2: Span(4, 4), 3: Span(8, 99)}
    pieces = list(marked(text, spans, Span(0, len(text))))
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.values for piece in pieces] == ([(0,), (0, 1), (1,), (1, 3), (3,)] if text else [])


def test_pictures_are_of_the_pages_as_displayed():
    images = list(page_images((FIXTURES / "graded-report" / "reportlab.pdf").read_bytes()))
    assert [image.number for image in images] == list(range(1, len(images) + 1))
    assert {(round(image.width), round(image.height)) for image in images} == {(595, 842)}
    assert all(image.picture.startswith(b"RIFF") for image in images)


@pytest.mark.parametrize(("url", "links"), [("https://a.example/r.pdf", 1), ("javascript:alert(1)", 0), (None, 0)])
def test_the_address_of_the_document_is_a_link_where_it_is_one_of_the_web(graded, url, links):
    record, document = graded
    page = review_page(replace(record, source=replace(record.source, url=url)), document)
    assert page.count('rel="noopener noreferrer"') == links
    assert (url or "") in page
    assert 'href="javascript' not in page
