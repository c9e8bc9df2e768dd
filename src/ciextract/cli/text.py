"""A document comes in, its canonical text goes out unchanged; a terminal is shown control characters as escapes."""

from __future__ import annotations

from ciextract.batch.limits import MEMORY
from ciextract.batch.messages import Made, Options, Request
from ciextract.cli.answer import about
from ciextract.cli.arguments import Encoding, File, MaxMemory, Ocr, Password, Quiet, Timeout
from ciextract.cli.isolated import isolated, remark
from ciextract.cli.streams import called, emit, on_terminal, read_input
from ciextract.document import Progress
from ciextract.printing import printable


def text(
    file: File,
    encoding: Encoding = None,
    password: Password = None,
    ocr: Ocr = "never",
    timeout: Timeout = None,
    max_memory: MaxMemory = MEMORY,
    quiet: Quiet = False,
) -> int:
    """Print the text that the offsets of a record point into.

    \b
    Examples:
      ciextract text report.pdf > report.txt
      ciextract text report.pdf | grep -n 'good or better'

    FILE is a PDF, Word, HTML or text document; - is standard input. Into a file or a pipe goes exactly the canonical
    text in UTF-8, without a newline of ours at its end. On a terminal, control characters are shown as escapes
    such as \\x1b.
    """
    with about(called(file)):
        request = Request(0, file, None, Options(encoding, password, ocr=ocr), read_input(file))
        made = isolated(_canonical, request, timeout, max_memory)
    emit(_for_terminal(made.data.decode()) if on_terminal() else made.data)
    if not quiet:
        remark(made, called(file))
    return 0


def _canonical(request: Request, progress: Progress) -> Made:
    from ciextract.batch.work import document_of

    document = document_of(request, progress)
    remarks = tuple(("warning", notice.message) for notice in document.notices)
    return Made(document.text.encode(), remarks)


def _for_terminal(canonical: str) -> bytes:
    end = "" if canonical.endswith("\n") else "\n"
    return (printable(canonical, keep="\n\t") + end).encode()
