"""Bytes to characters: what must not be taken for another encoding first, then each encoding, then what is told."""

from __future__ import annotations

import codecs

import pytest

from ciextract.errors import CiextractError, UnreadableDocument
from ciextract.read.decode import decode

SENTENCE = "Families in Argyll said the café was “a safe place” – and warm."
PLAIN = "Workers visited each family every week of the spring term."


def text_of(content, encoding=None):
    return decode(content, encoding)[0]


def codes(content, encoding=None):
    return [notice.code for notice in decode(content, encoding)[1]]


# What must not be mistaken


@pytest.mark.parametrize(
    "content",
    [
        SENTENCE.encode(),
        "Ǹ ẁ ỳ".encode(),
        b"a\0b\0 and two NULs",
        b"\0" * 3 + PLAIN.encode(),
        PLAIN.encode("ascii"),
        b"",
        b"A",
    ],
)
def test_utf_8_is_read_without_a_word(content):
    assert decode(content) == (content.decode("utf-8"), ())


def test_utf_8_wins_over_a_declared_encoding():
    assert text_of(SENTENCE.encode(), "latin-1") == SENTENCE


def test_a_mark_wins_over_a_declared_encoding():
    assert text_of(codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"), "latin-1") == PLAIN


def test_chinese_in_utf_16_without_a_mark_is_not_taken_for_western_text():
    content = "會議每週舉行一次".encode("utf-16-le")
    assert codes(content) == ["encoding-guessed"]
    assert "1252" in decode(content)[1][0].message


# Marks


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [SENTENCE, PLAIN, "", "x", "🏴 Alba"])
def test_a_byte_order_mark_decides_and_is_not_part_of_the_text(mark, encoding, text):
    assert decode(mark + text.encode(encoding)) == (text, ())


@pytest.mark.parametrize(
    "content",
    [
        codecs.BOM_UTF16_LE + b"a",
        codecs.BOM_UTF16_BE + b"\xd8\x00",
        codecs.BOM_UTF8 + b"caf\xe9",
        codecs.BOM_UTF32_LE + b"abc",
    ],
)
def test_a_mark_that_lies_is_refused_with_the_place(content):
    with pytest.raises(UnreadableDocument, match=r"not utf-\S+ at byte \d+; name its encoding with --encoding"):
        decode(content)


# Wide text without a mark


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [PLAIN, SENTENCE, "Gàidhlig sa bhaile", "ab", PLAIN * 200])
def test_utf_16_without_a_mark_is_found_and_told(encoding, text):
    content = text.encode(encoding)
    assert text_of(content) == text
    assert codes(content) == ["encoding-guessed"]
    assert encoding in decode(content)[1][0].message


def test_utf_16_cut_in_mid_character_is_refused():
    with pytest.raises(UnreadableDocument):
        decode(PLAIN.encode("utf-16-le")[:-1])


@pytest.mark.parametrize("declared", ["utf-16-le", "utf_16_le", "utf-16"])
def test_a_declared_utf_16_is_not_read_as_utf_8_with_nuls(declared):
    assert text_of(PLAIN.encode("utf-16-le"), declared) == PLAIN


# Single bytes


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"caf\xe9", "café"),
        (b"\x93quoted\x94", "“quoted”"),
        (b"a \x96 b", "a – b"),
        (b"\x80 50", "€ 50"),
        (b"it\x92s", "it’s"),
        (b"ends\x85", "ends…"),
        (b"\x95 first", "• first"),
        (b"\x81\x8d\x8f\x90\x9d", "\x81\x8d\x8f\x90\x9d"),
        (b"\x93so\x94 \x81", "“so” \x81"),
        (b"\xff", "ÿ"),
    ],
)
def test_other_bytes_are_windows_1252_and_told(content, text):
    assert text_of(content) == text
    assert codes(content) == ["encoding-guessed"]


@pytest.mark.parametrize(
    ("declared", "content", "text"),
    [
        ("latin-1", b"caf\xe9", "café"),
        ("iso-8859-15", b"\xa4 50 caf\xe9", "€ 50 café"),
        ("mac-roman", b"caf\x8e", "café"),
        ("cp437", b"caf\x82", "café"),
        ("UTF-16-BE", "Là".encode("utf-16-be"), "Là"),
    ],
)
def test_a_declared_encoding_is_used_without_a_word(declared, content, text):
    assert decode(content, declared) == (text, ())


# Refusals


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "hex", ""])
def test_an_unknown_encoding_is_named(name):
    with pytest.raises(UnreadableDocument, match="unknown encoding"):
        decode(b"caf\xe9", name)


def test_bytes_that_are_not_as_declared_are_refused_with_the_place():
    with pytest.raises(UnreadableDocument, match="not ascii at byte 3"):
        decode(b"caf\xe9", "ascii")


@pytest.mark.parametrize(
    "name",
    [
        "idna",
        "punycode",
        "utf-7",
        "unicode_escape",
        "undefined",
        "a\0b",
        "\udcff",
    ],
)
def test_no_name_of_an_encoding_leaks_another_error(name):
    for content in (b"caf\xe9", b"\\N{no such character} \xff", b"\xff" * 9):
        try:
            text, _ = decode(content, name)
        except CiextractError:
            continue
        assert isinstance(text, str)


def test_an_unknown_encoding_is_named_even_where_it_is_not_needed():
    with pytest.raises(UnreadableDocument, match="unknown encoding"):
        decode(PLAIN.encode(), "klingon")
