"""A document and its record come in, a page to review it goes out as one file; what it shows is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Annotated

from ciextract.batch.limits import MEMORY
from ciextract.batch.messages import Made, Options, Request
from ciextract.cli.answer import about
from ciextract.cli.arguments import Encoding, File, MaxMemory, Ocr, Password, Quiet, Timeout
from ciextract.cli.declared import Option, wrong_use
from ciextract.cli.isolated import isolated, remark
from ciextract.cli.parse import check_output, deliver, record_name
from ciextract.cli.records import record_of, refuse_twice
from ciextract.cli.streams import called, read_input, say
from ciextract.document import Document, Progress

if TYPE_CHECKING:
    from ciextract.read.paged.images import PageImage
    from ciextract.record import Record

RecordFile = Annotated[
    str | None, Option("--record", metavar="RECORD", help="Review this record of the document, not one made now.")
]
Page = Annotated[str | None, Option("--output", "-o", metavar="FILE", help="Write the page to this file.")]


def review(
    file: File,
    record: RecordFile = None,
    output: Page = None,
    encoding: Encoding = None,
    password: Password = None,
    ocr: Ocr = "never",
    timeout: Timeout = None,
    max_memory: MaxMemory = MEMORY,
    quiet: Quiet = False,
) -> int:
    """Make a page on which a person checks every value against the document.

    \b
    Examples:
      ciextract review report.pdf --output review.html
      ciextract review report.pdf --record record.json --output review.html

    FILE is a PDF, Word, HTML or text document; - is standard input. The page is one HTML file that loads nothing: the
    pages with the place of every value, and the values beside them to accept, correct or reject. The verdicts are
    saved from the page, for `ciextract apply`. docs/review.md tells how to work with it.
    """
    refuse_twice(file, record)
    check_output(output, file, record)
    with about(called(file)):
        content = read_input(file)
    given = None if record is None else _given(record, content)
    with about(called(file)):
        request = Request(0, file, record_name(file), Options(encoding, password, ocr=ocr), content)
        made = isolated(partial(_paged, given=given), request, timeout, max_memory)
    deliver(made.data, output)
    if not quiet:
        remark(made, called(file))
        if output is not None:
            say(output, f"{len(made.data) / 1e6:.1f} MB")
    return 0


def _paged(request: Request, progress: Progress, given: Record | None) -> Made:
    from ciextract.batch.work import document_of
    from ciextract.pipeline import Given, examine
    from ciextract.review.page import review_page
    from ciextract.strictness import remarks

    content, options = request.content or b"", request.options
    document = document_of(request, progress)
    shown = given or examine(document, Given(content, request.name, None, None)).record
    page = review_page(shown, document, list(_images(document, content, options.password)))
    return Made(page.encode(), tuple(remarks(shown)), complete=shown.complete)


def _given(path: str, content: bytes) -> Record:
    """The one record of a file, if it is of these bytes; of a merged record what it has of them."""
    from hashlib import sha256

    from ciextract.merging import taken_apart

    with about(called(path)):
        record = record_of(path)
    parts = [each for each in taken_apart(record) if each.record.source.sha256 == sha256(content).hexdigest()]
    if not parts:
        raise wrong_use(f"{path!r} is the record of another file; its sha256 differs", "--record")
    if parts[0].several:
        what = f"{path!r} has of this file only what it says of one area; give the file's own record"
        raise wrong_use(what, "--record")
    return parts[0].record if record.sources else record


def _images(document: Document, content: bytes, password: str | None) -> Iterable[PageImage]:
    if document.pages is None:
        return ()
    from ciextract.read.paged.images import page_images

    return page_images(content, password)
