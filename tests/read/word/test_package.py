"""What is a Word file and what is not. First what is refused, with its code and what to do; then what is read."""

import struct

import pytest
from tests.read.word.made import OFFICE, RELATIONS, W, archive, p, read, relation, word_file

from ciextract.errors import CiextractError, LimitExceeded, NoText, PasswordRequired, UnreadableDocument
from ciextract.read import read_document
from ciextract.read.word import package

SENTENCE = "A neighbour walked both of the children to school every day."


@pytest.mark.parametrize(
    ("members", "what"),
    [
        ({"xl/workbook.xml": "<x/>", "_rels/.rels": RELATIONS.format("")}, "Excel workbook.*; save it as PDF"),
        ({"ppt/presentation.xml": "<x/>"}, "PowerPoint presentation"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, "OpenDocument"),
        ({"META-INF/container.xml": "<x/>"}, "e-book"),
        ({"report.pdf": "%PDF-1.7"}, "ZIP archive without a Word document; unpack it"),
        ({}, "ZIP archive without a Word document"),
        ({"word/document.xml": SENTENCE}, "no proper XML"),
        ({"word/document.xml": "<w:document"}, "no proper XML"),
    ],
)
def test_other_archives_are_refused_by_name(members, what):
    with pytest.raises(UnreadableDocument, match=what):
        read_document(archive(members))


@pytest.mark.parametrize(
    ("inside", "error", "what"),
    [
        ("WordDocument", UnreadableDocument, r"old office file \(.doc.*save it as .docx or PDF"),
        ("EncryptedPackage", PasswordRequired, "office file with a password"),
    ],
)
def test_old_and_locked_office_files_are_refused_with_what_to_do(inside, error, what):
    with pytest.raises(error, match=what):
        read_document(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + inside.encode("utf-16-le"))


def test_a_part_that_unpacks_to_more_than_the_limit_is_refused_before_it_is_whole(monkeypatch):
    monkeypatch.setattr(package, "MAX_BYTES", 100_000)
    with pytest.raises(LimitExceeded, match="100000 bytes"):
        read(p(" " * 200_000))


def test_many_parts_that_are_small_on_their_own_are_refused(monkeypatch):
    monkeypatch.setattr(package, "MAX_PARTS", 10)
    with pytest.raises(LimitExceeded):
        read(p(SENTENCE), **{f"header{number}": p("Paper") for number in range(20)})


def test_what_is_not_read_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(package, "MAX_BYTES", 100_000)
    content = word_file(p(SENTENCE), more={"word/media/image1.png": b"\0" * 500_000})
    assert read_document(content).text == SENTENCE


def test_entities_are_refused_and_never_expanded():
    body = f'<!DOCTYPE d [<!ENTITY a "{"x" * 50}">]><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
    with pytest.raises(UnreadableDocument, match="entities"):
        read_document(archive({"word/document.xml": body}))


def test_a_document_nested_beyond_reason_is_refused():
    with pytest.raises(UnreadableDocument):
        read("<w:sdt><w:sdtContent>" * 2_000 + p(SENTENCE) + "</w:sdtContent></w:sdt>" * 2_000)


@pytest.mark.parametrize("share", range(1, 20))
def test_a_truncated_file_is_refused(share):
    content = word_file(p(SENTENCE))
    with pytest.raises(UnreadableDocument):
        read_document(content[: len(content) * share // 20])


@pytest.mark.parametrize("place", range(0, 400, 7))
def test_a_damaged_byte_gives_the_text_or_an_error_of_ours(place):
    content = bytearray(word_file(p(SENTENCE)))
    content[place] ^= 0xFF
    try:
        assert read_document(bytes(content)).text
    except CiextractError as error:
        assert error.exit_code in (3, 4, 5, 6)


def test_a_part_locked_with_a_password_is_refused():
    content = bytearray(archive({"word/document.xml": "<x/>"}))
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = content.index(signature) + offset
        content[place : place + 2] = struct.pack("<H", 1)
    with pytest.raises(PasswordRequired):
        read_document(bytes(content))


def test_a_document_without_a_word_has_no_text():
    with pytest.raises(NoText):
        read(p("", " "))


def test_a_word_file_says_what_it_is():
    document = read(p(SENTENCE))
    assert (document.text, document.text_layer, document.pages) == (SENTENCE, "docx", None)
    assert document.media_type.endswith("wordprocessingml.document")


def test_a_document_with_macros_is_read_as_text():
    document = read_document(word_file(p(SENTENCE), more={"word/vbaProject.bin": b"\xcc\x61"}))
    assert (document.text, document.media_type) == (SENTENCE, "application/vnd.ms-word.document.macroEnabled.12")


def test_the_strict_form_of_the_standard_is_read():
    strict = "http://purl.oclc.org/ooxml/"
    main = f'<w:document xmlns:w="{strict}wordprocessingml/main"><w:body>{p(SENTENCE)}</w:body></w:document>'
    root = RELATIONS.format(relation("officeDocument", "word/document.xml", f"{strict}officeDocument/relationships"))
    assert read_document(archive({"_rels/.rels": root, "word/document.xml": main})).text == SENTENCE


def test_the_main_part_may_have_any_name():
    root = RELATIONS.format(f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="/word/paper2.xml"/>')
    main = f'<w:document xmlns:w="{W}"><w:body>{p(SENTENCE)}</w:body></w:document>'
    assert read_document(archive({"_rels/.rels": root, "word/paper2.xml": main})).text == SENTENCE


def test_the_same_bytes_give_the_same_document():
    content = word_file(p(SENTENCE))
    assert read_document(content) == read_document(content)
