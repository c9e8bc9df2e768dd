"""Documents made to do harm, each read as the program reads it, in a process of its own: a record or a refusal."""

import hashlib
import json
import os
import socket
import zlib
from pathlib import Path

import pytest
from tests.read.paged.pages import pdf, words

from ciextract.batch.limits import MEBIBYTE, Limits, address_space
from ciextract.batch.messages import Beat, Garbled, Made, Options, Refusal, Request, packed, unpacked
from ciextract.batch.supervisor import Supervisor
from ciextract.batch.work import record_of

FIXTURES = Path(__file__).parents[2] / "fixtures"
SAMPLES = Path(__file__).parents[1] / "read" / "samples"
RELEASE = (FIXTURES / "news-release" / "typst.pdf").read_bytes()


def beside_what_is_loaded(timeout, memory):
    """Limits of a child in which all that other tests loaded into this process is mapped too."""
    return Limits(timeout, memory + address_space(os.getpid()) // MEBIBYTE)


@pytest.fixture(scope="module")
def read():
    """Read bytes with the limits that these tests have."""
    supervisors = {}
    roomy = beside_what_is_loaded(timeout=60, memory=700)

    def read(content, work=record_of, limits=roomy, **options):
        supervisor = supervisors.setdefault((work, limits), Supervisor(work, limits, 1))
        (outcome,) = supervisor.run(iter([Request(0, "", "hostile", Options(**options), content)]))
        return outcome.result

    yield read
    for supervisor in supervisors.values():
        supervisor.close()


def raw_pdf(*objects, root=1):
    """A PDF of objects as they are given, its table right."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root %d 0 R >>\n" % (count, table, count, root)
    return out + tail + b"startxref\n%d\n%%%%EOF\n" % len(out)


def page_of(content, extra=b""):
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
        b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(content), extra, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"a", b"\n", b"\xe9", b"\0", b"\0" * 1000, b"%PDF-1.7\n", bytes(range(256)) * 40, b"%PDF-1.7\n%%EOF"],
)
def test_what_is_no_document_is_refused(read, content):
    assert read(content).exit_code == 3


@pytest.mark.parametrize("share", [number / 25 for number in range(25)])
def test_a_cut_pdf_is_never_complete(read, share):
    result = read(RELEASE[: int(share * len(RELEASE))])
    assert result.exit_code in (3, 5) if isinstance(result, Refusal) else not result.complete


def test_a_password(read):
    locked = (SAMPLES / "needs-password.pdf").read_bytes()
    assert (read(locked).exit_code, read(locked, password="guess").exit_code) == (4, 4)
    assert "guess" not in read(locked, password="guess").what
    assert isinstance(read(locked, password="secret"), Made)


def test_what_may_not_be_copied_is_read_and_told_once(read):
    remarks = read((SAMPLES / "no-copying.pdf").read_bytes()).remarks
    assert sum("copied" in words for _, words in remarks) == 1


def test_pictures_without_text(read):
    picture = b"q 500 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"
    refusal = read(page_of(picture))
    assert (refusal.exit_code, refusal.what) == (5, "no text on any of 1 pages")
    assert refusal.remedy.startswith("recognise it with --ocr auto")


def test_a_picture_among_pages_of_text_is_told_with_its_number(read):
    picture = "q 500 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q"
    result = read(pdf([words(72, 700, "Words of a page")], [picture]))
    assert ("incomplete", "no text on pages with pictures: 2") in result.remarks


def test_a_bomb_meets_its_limit(read):
    squeezed = zlib.compressobj(9)
    bomb = b"".join(squeezed.compress(b" " * 1_000_000) for _ in range(400)) + squeezed.flush()
    result = read(page_of(bomb, b"/Filter /FlateDecode "), limits=beside_what_is_loaded(timeout=20, memory=300))
    assert isinstance(result, Refusal)
    assert result.exit_code in (5, 6)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), id="own kid"
        ),
        pytest.param(raw_pdf(b"<< /Type /Catalog /Pages 1 0 R >>"), id="own pages"),
        pytest.param(
            raw_pdf(
                b"<< /Type /Catalog /Pages 2 0 R >>",
                *(b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % number for number in range(3, 3003)),
                b"<< /Type /Page /Parent 3002 0 R >>",
            ),
            id="deep tree",
        ),
        pytest.param(raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"[" * 200_000), id="nested arrays"),
        pytest.param(raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<<" * 200_000), id="nested names"),
        pytest.param(b"%PDF-1.7\nxref\n0 0\ntrailer << /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF", id="own table"),
        pytest.param(
            raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 2000000000 >>"), id="count"
        ),
        pytest.param(page_of(b"q " * 300_000 + b"BT /F1 9 Tf (Words) Tj ET"), id="unclosed states"),
        pytest.param(page_of(b"BT /F1 9 Tf (Words) Tj ET " + b"0 0 m 9 9 l S " * 20_000), id="many lines"),
    ],
)
def test_trees_and_tables_that_lead_astray_end(read, content):
    result = read(content)
    assert result.exit_code in (3, 5, 6) if isinstance(result, Refusal) else result.data, result


@pytest.mark.parametrize(
    ("kids", "count"),
    [
        ("5 0 R 7 0 R", 1),
        ("5 0 R 7 0 R", 3),
        ("5 0 R 77 0 R", 2),
        ("5 0 R 5 0 R", 2),
        ("5 0 R", 2),
        ("7 0 R 5 0 R 7 0 R", 3),
    ],
)
def test_pages_that_come_again_or_are_not_there_are_told(read, kids, count):
    sound = pdf(*([words(72, 700, f"Words of page {number}")] for number in (1, 2)))
    tree = b"/Kids [5 0 R 7 0 R] /Count 2"
    changed = f"/Kids [{kids}] /Count {count}".encode()
    assert read(sound).complete
    result = read(sound.replace(tree, changed.ljust(len(tree))))
    assert not result.complete
    assert any(kind == "incomplete" for kind, _ in result.remarks)


def test_characters_that_terminals_obey_stay_in_the_text_with_their_offsets(read):
    text = "A title\n\nWords\0of \x1b[31mthe\u202e page\x07.\n"
    made = read(text.encode())
    said = "".join(section["text"] for section in json.loads(made.data)["sections"])
    assert all(character in said for character in "\0\x1b\u202e\x07")
    assert not {byte for byte in made.data if byte < 32} - {ord("\n")}
    for section in json.loads(made.data)["sections"]:
        assert said[section["start"] : section["end"]] == section["text"]


def test_one_huge_page_is_read(read):
    lines = b"".join(b"1 0 0 1 20 %d Tm (%s) Tj " % (800 - n % 780, b"word " * 20) for n in range(2100))
    assert isinstance(read(page_of(b"BT /F1 4 Tf " + lines + b"ET")), (Made, Refusal))


def pages_alone(request, progress):
    """Reads the pages of a PDF and nothing more."""
    from ciextract.read.paged.reader import read_pdf

    return Made(str(len(read_pdf(request.content, None, progress).lines)).encode())


def test_two_thousand_pages_need_little_memory(read):
    # a child that is forked begins with its parent's memory: what counts is what so many pages add
    one = read(pdf([words(72, 700, "Page 1 alone")]), pages_alone)
    made = read(pdf(*([words(72, 700, f"Page {number} of many")] for number in range(2000))), pages_alone)
    assert made.data == b"2000"
    assert made.peak - one.peak < 120 * MEBIBYTE


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"word " * 60_000, id="one line"),
        pytest.param(b"a" * 300_000, id="one word"),
        pytest.param(b"<html><body>" + b"<div>" * 100_000, id="deep"),
        pytest.param(b"<html><body>" + b"<a " * 16_000, id="tags in tags"),
        pytest.param(b"<html><body><p>Words</p>" + b'<a =" ' * 16_000, id="quotes"),
        pytest.param(b"<html><body><p>Words</p>" + b"<!--" * 50_000, id="comments"),
        pytest.param(b"<html><body>" + b"&amp;" * 60_000, id="entities"),
    ],
)
def test_long_and_deep_texts_end(read, content):
    result = read(content)
    assert result.exit_code in (3, 5, 6) if isinstance(result, Refusal) else result.sha256


def test_ten_megabytes_without_a_newline_are_read(read):
    made = read(b"word " * 2_000_000)
    assert isinstance(made, Made)
    assert made.complete


def test_what_a_page_runs_styles_or_fetches_is_no_part_of_its_text(read, monkeypatch):
    def connect(*words, **named):
        os._exit(1)  # the child is gone, and no record comes

    monkeypatch.setattr(socket.socket, "connect", connect)
    page = (
        "<html><head><style>body { color: SECRET }</style><script>document.write('SECRET')</script>"
        "<link rel=stylesheet href='http://192.0.2.1/SECRET.css'></head><body><h1>A title</h1><p>Words of the page.</p>"
        "<img src='http://192.0.2.1/SECRET.png'><iframe src='http://192.0.2.1/SECRET.html'></iframe>"
        "<noscript>SECRET</noscript><template>SECRET</template></body></html>"
    )
    made = read(page.encode())
    text = "".join(section["text"] for section in json.loads(made.data)["sections"])
    assert "Words of the page." in text
    assert "SECRET" not in text


def test_the_hash_is_of_what_was_parsed(read, tmp_path):
    made = read(b"A title\n\nWords.\n")
    assert made.sha256 == hashlib.sha256(b"A title\n\nWords.\n").hexdigest()
    assert json.loads(made.data)["source"]["sha256"] == made.sha256


@pytest.mark.parametrize(
    "head", [b"PK\x03\x04\0\0", b"\x89PNG\r\n\x1a\n\0", b"\xd0\xcf\x11\xe0\0\0", b"\x1f\x8b\x08\0\0"]
)
def test_other_kinds_are_refused_whatever_they_are_called(read, head):
    assert read(head + bytes(100)).exit_code == 3


def surroundings(request, progress):
    """What a child sees of the world outside."""
    import os
    import resource

    seen = {
        "streams": [os.path.realpath(f"/proc/self/fd/{stream}") for stream in (0, 1, 2)],
        "core": resource.getrlimit(resource.RLIMIT_CORE),
        "memory": resource.getrlimit(resource.RLIMIT_AS)[0],
        "cmaps": os.environ.get("CMAP_PATH"),
    }
    return Made(json.dumps(seen).encode())


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not show what a process has open")
def test_a_child_has_no_streams_no_core_and_no_say_in_maps(read, monkeypatch):
    monkeypatch.setenv("CMAP_PATH", "/somewhere")
    seen = json.loads(read(b"", surroundings, Limits(5, 800)).data)
    assert seen["streams"] == ["/dev/null"] * 3
    assert seen["core"] == [0, 0]
    assert seen["memory"] == 800 * MEBIBYTE
    assert seen["cmaps"] is None


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]\n", b'{"kind": "Made"}\n', b'{"kind": "Refusal", "what": 1}\n', b"\xff\n", b"[" * 100_000]
)
def test_what_no_child_of_ours_sends_is_no_message(raw):
    with pytest.raises(Garbled):
        unpacked(raw)


@pytest.mark.parametrize(
    "message",
    [
        Made(b"line\nline\x00", (("warning", "words\n"),), "0" * 64, False, 7),
        Refusal("what", "remedy", 6, None, "trace", True, True),
        Beat(1, 2),
    ],
)
def test_messages_come_through(message):
    assert unpacked(packed(message)) == message
