"""Signs that a PDF lost something: first sound files, which show none; then each sign; then what must not be costly."""

import random
import re
import zlib
from pathlib import Path

import pytest
from tests.read.paged.pages import pdf, words

from ciextract.read.paged.damage import damage
from ciextract.read.paged.reader import read_pdf

ROOT = Path(__file__).parents[3]
SOUND = sorted(ROOT.glob("fixtures/*/*.pdf"))
TYPST = (ROOT / "fixtures/news-release/typst.pdf").read_bytes()
REPORTLAB = (ROOT / "fixtures/question-report/reportlab.pdf").read_bytes()


def codes(content, pages=1):
    return [notice.code for notice in damage(content, pages)]


@pytest.mark.parametrize("path", SOUND, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_sound_file_shows_none(path):
    assert [notice for notice in read_pdf(path.read_bytes()).notices if notice.lost] == []


def test_a_file_behind_other_bytes_is_sound():
    assert codes(b"From: somebody\n\n" + pdf([words(72, 700, "Words")])) == []


def test_a_later_revision_is_sound():
    first = pdf([words(72, 700, "Words")])
    place, table = len(first), first.index(b"xref\n")
    again = b"3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
    entry = b"xref\n3 1\n%010d 00000 n \n" % place
    trailer = b"trailer << /Size 7 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (table, place + len(again))
    assert codes(first + again + entry + trailer) == []


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize("content", [TYPST, REPORTLAB], ids=["typst", "reportlab"])
def test_a_cut_file(content, share):
    assert "rebuilt-file" in codes(content[: int(share * len(content))])


def test_an_end_that_points_elsewhere():
    assert "rebuilt-table" in codes(re.sub(rb"startxref\s+\d+", b"startxref\n17", TYPST))


def test_an_object_that_has_moved():
    content = pdf([words(72, 700, "Words")])
    assert codes(content.replace(b"/Helvetica ", b"/Helvetica      ", 1)) == ["rebuilt-table"]


def test_two_objects_in_each_other_s_place():
    content = pdf([words(72, 700, "Words")])
    three, four = (re.search(rb"%d 0 obj.*?endobj" % number, content, re.DOTALL)[0] for number in (3, 4))
    swapped = content.replace(three, b"@").replace(four, three).replace(b"@", four)
    assert codes(swapped) == ["rebuilt-table"]


def test_one_bit_within_a_stream():
    opening = TYPST.index(b"stream\n", TYPST.index(b"/FlateDecode")) + 200
    turned = TYPST[:opening] + bytes([TYPST[opening] ^ 4]) + TYPST[opening + 1 :]
    assert codes(turned) == ["stream-damaged"]


def test_a_length_that_is_wrong():
    content = pdf([words(72, 700, "Words that are long enough")])
    assert "stream-damaged" in codes(re.sub(rb"/Length \d\d", b"/Length 11", content))


@pytest.mark.parametrize(("count", "pages"), [(b"/Count 5", 2), (b"/Count 1", 1)])
def test_a_tree_that_counts_other_pages_than_it_has(count, pages):
    content = pdf([words(72, 700, "One")], [words(72, 700, "Two")]).replace(b"/Count 2", count)
    assert codes(content, pages) == ["page-count"]


def test_a_page_that_comes_twice():
    content = pdf([words(72, 700, "One")], [words(72, 700, "Two")])
    assert codes(content.replace(b"[5 0 R 7 0 R]", b"[5 0 R 5 0 R]"), 2)[:1] == ["page-count"]


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"/Contents 6 0 R", b"/Contents 9 0 R"), (b"/Contents 6", b"/Contents 3"), (b"/F1 3 0 R", b"/G1 3 0 R")],
)
def test_what_a_page_needs_is_not_there(old, new):
    assert codes(pdf([words(72, 700, "Words")]).replace(old, new)) == ["objects-missing"]


def test_a_sign_makes_the_reading_incomplete():
    content = pdf([words(72, 700, "Words")]).replace(b"/Count 1", b"/Count 3")
    assert [notice.lost for notice in read_pdf(content).notices if notice.code == "page-count"] == [True]


def test_hostile_tables_and_trees_end():
    loop = pdf([words(72, 700, "Words")]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")
    assert "page-count" in codes(loop)
    itself = re.sub(rb"/Root 1 0 R >>", b"/Root 1 0 R /Prev 9 >>", pdf([words(72, 700, "Words")]))
    assert "rebuilt-table" in codes(itself)
    rows = zlib.compress(bytes(100))
    many = b"1 0 obj\n<< /Type /XRef /W [1 2 1] /Index [0 9999999999] /Size 9999999999 /Length %d " % len(rows)
    whole = (
        b"%PDF-1.5\n" + many + b"/Filter /FlateDecode >>\nstream\n" + rows + b"\nendstream\nendobj\nstartxref\n9\n%%EOF"
    )
    assert codes(whole) == []


def test_a_bomb_is_not_inflated():
    bomb = zlib.compress(bytes(200_000_000), 9)
    content = pdf([words(72, 700, "Words")])
    extra = b"9 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(bomb) + bomb + b"\nendstream\nendobj\n"
    assert "rebuilt-table" in codes(content.replace(b"xref\n0", extra + b"xref\n0", 1))


@pytest.mark.parametrize("seed", range(20))
def test_no_damage_raises_anything_but_what_is_known(seed):
    chance = random.Random(seed)
    changed = bytearray(REPORTLAB)
    for _ in range(200):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    assert all(notice.lost for notice in damage(bytes(changed), 3))
