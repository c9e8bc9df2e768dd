"""The kind of a file is told from its bytes. First what is refused and how, then what is read and by which reader."""

from __future__ import annotations

import contextlib
import gzip
import io
import random
import time
import zipfile

import pytest

from ciextract.errors import CiextractError, NoText, UnreadableDocument
from ciextract.read import read_document
from ciextract.read.lines import PhysicalLine, SourceLines

SENTENCE = "Grandparents told us that somebody always rang them back on the same day."


def zipped():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("letters/first.txt", SENTENCE)
    return stream.getvalue()


# Refused by name


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (zipped(), "ZIP archive without a Word document"),
        (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR", "PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG picture"),
        (b"GIF89a\1\0\1\0", "GIF picture"),
        (b"II*\0\x08\0\0\0", "TIFF picture"),
        (b"MM\0*\0\0\0\x08", "TIFF picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16, "old office file"),
        (gzip.compress(SENTENCE.encode(), mtime=0), "gzip archive"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "7z archive"),
        (b"Rar!\x1a\7\0", "RAR archive"),
        (b"{\\rtf1\\ansi Some text}", "RTF file"),
        (b"\x7fELF\2\1\1\0", "program"),
        (b"MZ\x90\0\3\0\0\0", "program"),
        (b"SQLite format 3\0", "database"),
    ],
)
def test_other_kinds_of_file_are_refused_by_name(content, name):
    with pytest.raises(UnreadableDocument, match=name):
        read_document(content)


@pytest.mark.parametrize(
    "opening", ["MZ is a postcode area", "GIFts were made", "PK was a pupil", "II. The second part"]
)
def test_words_that_begin_like_a_signature_are_text(opening):
    assert read_document(opening.encode()).text == opening


@pytest.mark.parametrize(
    ("content", "error", "what"),
    [
        (b"", UnreadableDocument, "empty file"),
        (b"\0", UnreadableDocument, "nothing but NUL"),
        (b"\0" * 5_000, UnreadableDocument, "nothing but NUL"),
        (b"\0 \n\0", UnreadableDocument, "nothing but NUL"),
        (b"  ", NoText, "no text"),
        (b"\n\n\t \r\n\f", NoText, "no text"),
        (b"\n" * 10_000, NoText, "no text"),
        (b"\xef\xbb\xbf", NoText, "no text"),
        (b"\xff\xfe", NoText, "no text"),
        (b"\xfe\xff\0 \0\n", NoText, "no text"),
        (b"\xff\xfe\0", UnreadableDocument, "not utf-16-le"),
        (bytes(range(32)) * 20, UnreadableDocument, "binary"),
    ],
)
def test_nothing_to_read_is_refused_with_the_reason(content, error, what):
    with pytest.raises(error, match=what):
        read_document(content)


@pytest.mark.parametrize("seed", range(12))
def test_random_bytes_are_refused(seed):
    with pytest.raises(UnreadableDocument):
        read_document(random.Random(seed).randbytes(4_000))


@pytest.mark.parametrize("byte", range(256))
def test_one_byte_is_a_document_or_refused(byte):
    try:
        document = read_document(bytes((byte,)))
    except CiextractError:
        return
    assert len(document.text) <= len("...")


@pytest.mark.parametrize("text", ["\u200b", "\u2060\n\u200d", "\u00ad", "<b></b>", "**", "<p>\n</p>"])
def test_a_file_without_a_visible_character_has_no_text(text):
    with pytest.raises(NoText):
        read_document(text.encode())


def test_nothing_but_nuls_is_refused_whatever_encoding_is_declared():
    with pytest.raises(UnreadableDocument):
        read_document(b"\0" * 20, encoding="latin-1")


# Text


def test_a_single_byte_is_no_document_and_two_are():
    for byte in (b"A", b"\n", b"\xe9"):
        with pytest.raises(UnreadableDocument, match="a single byte"):
            read_document(byte)
    assert read_document(b"AB").text == "AB"


@pytest.mark.parametrize(
    "content",
    [
        SENTENCE.encode(),
        b"\xef\xbb\xbf" + SENTENCE.encode(),
        SENTENCE.encode("utf-16"),
        SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("utf-32"),
    ],
)
def test_text_is_text_in_every_encoding(content):
    document = read_document(content)
    assert (document.text, document.media_type, document.pages) == (SENTENCE, "text/plain", None)


def test_control_characters_and_nuls_in_a_text_stay_where_they_are():
    assert read_document(b"Before\0after, \x1b[31mred\x1b[0m.").text == "Before\0after, \x1b[31mred\x1b[0m."


@pytest.mark.parametrize("start", range(4_088, 4_097))
@pytest.mark.parametrize("character", ["é", "€", "🏴"])
def test_a_character_that_the_sniffed_part_cuts_in_two_does_no_harm(start, character):
    text = "a" * start + character * 3
    assert read_document(text.encode()).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_character_that_the_sniffed_part_cuts_in_two_does_no_harm_behind_a_mark(encoding):
    text = "🏴" * 1_100
    assert read_document(text.encode(encoding)).text == text


def test_a_declared_encoding_is_passed_on():
    assert read_document(b"caf\x8e", encoding="mac-roman").text == "café"


# Web pages


@pytest.mark.parametrize(
    "opening",
    [
        "<!DOCTYPE html>",
        "<!doctype HTML>\n",
        "\n  <html lang=en>",
        '<?xml version="1.0" encoding="utf-8"?>\n<html>',
        "<!-- saved from url=(0030)https://example.org/ -->\n<html>",
        "\ufeff<!DOCTYPE html>",
        "<main>",
        "<article>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_web_page_is_told_by_its_opening(opening, encoding):
    document = read_document(f"{opening}<p>{SENTENCE}</p>".encode(encoding))
    assert (document.text, document.media_type) == (SENTENCE, "text/html")


@pytest.mark.parametrize("text", ["<p>One paragraph of text.</p>", "<b>Bold</b> words", "A page on <html> and so on"])
def test_text_with_leftover_tags_is_no_web_page(text):
    assert read_document(text.encode()).media_type == "text/plain"


def test_what_was_guessed_of_a_web_page_is_told():
    page = f"<html><p>Caf\xe9 owners helped. {SENTENCE}</p></html>".encode("cp1252")
    assert [notice.code for notice in read_document(page).notices] == ["encoding-guessed"]


def test_many_comments_before_text_take_linear_time():
    def seconds(count):
        started = time.process_time()
        read_document(b"<!---->" * count + SENTENCE.encode())
        return time.process_time() - started

    short = min(seconds(9) for _ in range(5))
    assert min(seconds(18) for _ in range(2)) < 16 * max(short, 1e-3)


# PDF


@pytest.fixture
def pdf_reader(monkeypatch):
    """A reader in place of the PDF reader that notes what it is given."""
    calls = []

    def read_pdf(content, password=None, progress=None):
        calls.append((content, password))
        line = PhysicalLine(SENTENCE, page=1, box=(70.0, 300.0, 500.0, 311.0), size=11.0)
        return SourceLines((line,), "embedded", "application/pdf", pages=1, page_sizes=((595.0, 842.0),))

    monkeypatch.setattr("ciextract.read.paged.reader.read_pdf", read_pdf)
    return calls


@pytest.mark.parametrize("junk", [b"", b"\n", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 1_000])
def test_a_pdf_is_a_pdf_whatever_stands_before_its_header(pdf_reader, junk):
    content = junk + b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    document = read_document(content, password="open sesame")
    assert (document.text, document.media_type, document.pages) == (SENTENCE, "application/pdf", 1)
    assert pdf_reader == [(content, "open sesame")]


@pytest.mark.parametrize(
    "content",
    [b"x" * 1_100 + b"%PDF-1.7", SENTENCE.encode() + b" %PDF is what the file said.", b"% PDF- is not a header"],
)
def test_a_text_that_only_speaks_of_pdf_is_text(pdf_reader, content):
    assert read_document(content).media_type == "text/plain"
    assert pdf_reader == []


# Silence


@pytest.mark.parametrize(
    "content", [SENTENCE.encode(), b"caf\xe9", b"<html><p>One two three.</p></html>", b"", b"\0" * 9]
)
def test_reading_prints_nothing(content, capfd):
    with contextlib.suppress(CiextractError):
        read_document(content)
    assert capfd.readouterr() == ("", "")
