"""Scans. First what is refused and how, wherever that can be tried; then, where OCRmyPDF and Tesseract are, what is read."""

import builtins
import importlib.util
import io
import logging
import shutil
import tempfile
from pathlib import Path

import pytest
from tests.read.scans import scanned

from ciextract.document import Span
from ciextract.errors import NoText, NotInstalled, PasswordRequired
from ciextract.pipeline import read_document
from ciextract.read import recognised
from ciextract.read.recognised import Confidences

FIXTURES = Path(__file__).parents[2] / "fixtures"
RELEASE = FIXTURES / "news-release" / "reportlab.pdf"
REPORT = FIXTURES / "question-report" / "reportlab.pdf"
LACKING = (
    "OCRmyPDF is not installed"
    if importlib.util.find_spec("ocrmypdf") is None
    else "Tesseract is not installed"
    if shutil.which("tesseract") is None
    else ""
)
needs_ocr = pytest.mark.skipif(bool(LACKING), reason=LACKING)


# Refused


def test_a_scan_is_refused_with_the_way_out():
    with pytest.raises(NoText, match=r"no text on any of 1 pages; recognise it with --ocr auto .*ciextract\[ocr\]"):
        read_document(scanned(RELEASE))


def test_an_unknown_mode_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="never, auto, force"):
        read_document(b"text", ocr="sometimes")


def test_without_the_extra_the_error_names_it_and_the_command(monkeypatch):
    usual = builtins.__import__

    def without(name, *rest, **more):
        if name == "ocrmypdf":
            raise ImportError(name)
        return usual(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(NotInstalled, match=r"pip install 'ciextract\[ocr\]'") as caught:
        read_document(scanned(RELEASE), ocr="auto")
    assert caught.value.exit_code == 9


@pytest.mark.skipif(importlib.util.find_spec("ocrmypdf") is None, reason="OCRmyPDF is not installed")
def test_without_the_program_the_error_names_it(monkeypatch):
    monkeypatch.setattr(recognised.shutil, "which", lambda name: None)
    with pytest.raises(NotInstalled, match=r"program tesseract.*apt install tesseract-ocr"):
        read_document(scanned(RELEASE), ocr="auto")


def test_a_pdf_with_text_needs_none_of_it(monkeypatch):
    monkeypatch.setattr(recognised.shutil, "which", lambda name: None)
    assert read_document(RELEASE.read_bytes(), ocr="auto") == read_document(RELEASE.read_bytes())


def test_other_kinds_of_file_are_read_as_ever():
    assert read_document(b"One line.", ocr="force").text_layer == "plain"


# Doubtful words


def test_doubtful_words_are_counted_by_page(tmp_path):
    confidences = Confidences()
    for number, words in ((2, (96, 59, 0)), (1, (60, 100))):
        path = tmp_path / f"{number:06d}_ocr_hocr.hocr"
        path.write_text(
            "".join(f"<span class='ocrx_word' id='w' title='bbox 1 2 3 4; x_wconf {word}'>" for word in words)
        )
        confidences.take(path)
    [notice] = confidences.notices()
    assert notice.message == "2 of 5 recognised words are doubtful (confidence below 60 of 100), on pages 2"
    assert not notice.lost


def test_without_doubtful_words_nothing_is_told():
    assert list(Confidences({1: [60, 99]}).notices()) == []


# Read


@pytest.fixture(scope="module")
def read():
    return read_document(scanned(RELEASE), ocr="auto")


def box_of(document, word):
    start = document.text.index(word)
    [box] = document.boxes_of(Span(start, start + len(word)))
    return box


@needs_ocr
def test_a_scan_is_read_and_its_boxes_stand_where_the_words_stood(read):
    printed = read_document(RELEASE.read_bytes())
    assert (read.text_layer, read.pages) == ("ocr", printed.pages)
    assert read.text.split() == printed.text.split()
    for word in ("inspection", "partnership"):
        places = [box_of(document, word) for document in (printed, read)]
        assert all(abs(a - b) < 4 for a, b in zip(*places, strict=True)), places


@needs_ocr
def test_only_pages_without_text_are_recognised(monkeypatch):
    asked = []
    usual = recognised._with_text_layer
    monkeypatch.setattr(
        recognised, "_with_text_layer", lambda *args, **more: asked.append(args[1]) or usual(*args, **more)
    )
    half = scanned(REPORT, {1})
    document = read_document(half, ocr="auto")
    assert (asked, document.text_layer) == ([(2,)], "mixed")
    unread = {notice.code for notice in read_document(half).notices} - {notice.code for notice in document.notices}
    assert unread == {"page-without-text"}


@needs_ocr
def test_a_locked_scan_gives_the_same_text_and_nothing_is_printed_or_left(read, capfd, monkeypatch, tmp_path):
    import pikepdf

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(scanned(RELEASE))) as document:
        document.save(stream, encryption=pikepdf.Encryption(user="sesame", owner="other"))
    with pytest.raises(PasswordRequired):
        read_document(stream.getvalue(), ocr="force")
    again = read_document(stream.getvalue(), password="sesame", ocr="auto")
    assert (again.text, again.blocks, again.pieces) == (read.text, read.blocks, read.pieces)
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []
    assert all(logging.getLogger(name).propagate for name in recognised._LOGS)
