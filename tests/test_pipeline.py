"""From bytes to a record: what may be given, what is taken over as given, and what is refused."""

import hashlib
from pathlib import Path

import pytest
from tests.outline.invented import PROSE, report

import ciextract
from ciextract import pipeline
from ciextract.errors import CiextractError, UnreadableDocument
from ciextract.extractors import EXTRACTORS
from ciextract.pipeline import parse, read_document, reading_of
from ciextract.record import SCHEMA_VERSION, Record

TEXT = report("Conclusion", PROSE)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_file_that_is_not_there_is_refused_by_what_is_wrong(tmp_path):
    with pytest.raises(UnreadableDocument, match="no such file") as caught:
        parse(tmp_path / "nothing.txt")
    assert caught.value.exit_code == 3


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(UnreadableDocument, match="directory"):
        parse(tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"   \n", b"\0\0\0\0", b"PK\x03\x04 rest", b"\x89PNG\r\n", bytes(range(256)) * 4]
)
def test_bytes_that_are_no_document_are_refused_with_an_error_of_the_library(content):
    with pytest.raises(CiextractError) as caught:
        parse(content)
    assert caught.value.what
    assert caught.value.remedy


def test_a_path_its_name_and_its_bytes_give_one_record(path):
    by_path, by_name = parse(path), parse(str(path))
    by_bytes = parse(path.read_bytes(), name="report.txt")
    assert by_path == by_name == by_bytes


def test_bytes_have_no_name_unless_one_is_given(path):
    assert parse(path).source.file_name == "report.txt"
    assert parse(path, name="other.txt").source.file_name == "other.txt"
    assert parse(TEXT.encode()).source.file_name is None


def test_a_record_says_what_file_it_is_of():
    source = parse(TEXT.encode()).source
    assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (source.bytes, source.media_type, source.text_layer) == (len(TEXT.encode()), "text/plain", "plain")
    assert source.characters == len(read_document(TEXT.encode()).text)


def test_what_the_user_knows_of_the_file_is_taken_as_given():
    found = parse(TEXT.encode(), source_url="https://example.org/report", retrieved="2024-06-01").source
    assert (found.url, found.retrieved) == ("https://example.org/report", "2024-06-01")
    plain = parse(TEXT.encode()).source
    assert (plain.url, plain.retrieved) == (None, None)


@pytest.mark.parametrize(
    "text", ["\t<b></b>\t\nnote\tof it\t", "Contents\nContents\nIntroduction\t3\nDate:\t14 May 2024"]
)
def test_a_row_without_words_is_read(text):
    assert parse(text.encode()).documents


def test_an_encoding_can_be_given():
    content = report("Café society", PROSE).encode("cp1252")
    found = parse(content, encoding="cp1252")
    assert any(section.title == "Café society" for section in found.sections)
    assert not [warning for warning in found.warnings if "encoding" in warning.code]


def test_a_password_is_not_asked_of_a_text():
    assert parse(TEXT.encode(), password="secret") == parse(TEXT.encode())


def test_every_extractor_is_asked_once_and_in_order(monkeypatch):
    asked = []

    def noting(extractor):
        def note(reading):
            asked.append(extractor.__name__)
            return extractor(reading)

        return note

    monkeypatch.setattr(pipeline, "EXTRACTORS", tuple(noting(extractor) for extractor in EXTRACTORS))
    parse(TEXT.encode())
    assert asked == [extractor.__name__ for extractor in EXTRACTORS]


def test_extractors_have_names_of_their_own_and_read_only():
    names = [extractor.__name__ for extractor in EXTRACTORS]
    assert len(set(names)) == len(names)
    document = read_document(TEXT.encode())
    first, second = reading_of(document), reading_of(document)
    for extractor in EXTRACTORS:
        assert list(extractor(first)) == list(extractor(first)) == list(extractor(second))
    assert first.document == read_document(TEXT.encode())


@pytest.mark.parametrize("order", ["forwards", "backwards"])
def test_an_extractor_finds_the_same_whoever_went_before(order):
    document = read_document(TEXT.encode())
    extractors = EXTRACTORS if order == "forwards" else EXTRACTORS[::-1]
    reading = reading_of(document)
    together = {extractor: list(extractor(reading)) for extractor in extractors}
    for extractor in EXTRACTORS:
        assert together[extractor] == list(extractor(reading_of(document)))


def test_the_library_prints_nothing(capfd):
    parse(TEXT.encode())
    assert capfd.readouterr() == ("", "")


def test_a_reading_is_what_the_pipeline_reads():
    reading = reading_of(read_document(TEXT.encode()))
    assert reading.programme.name == parse(TEXT.encode()).inspection.programme
    assert [section.id for section in reading.outline.sections] == [
        section.id for section in parse(TEXT.encode()).sections
    ]


def test_the_public_words_are_those_of_the_pipeline():
    assert ciextract.parse is parse
    assert ciextract.read_document is read_document
    assert ciextract.Record is Record
    assert set(ciextract.__all__) == {
        "CiextractError",
        "Record",
        "__version__",
        "load_record",
        "parse",
        "read_document",
    }
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = ciextract.nothing


def test_a_record_says_who_made_it():
    found = parse(TEXT.encode())
    assert (found.schema_version, found.extractor.version) == (SCHEMA_VERSION, ciextract.__version__)


def test_a_record_does_not_depend_on_where_the_program_runs(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert parse(Path("report.txt")) == parse(path)
