"""A document comes in, its canonical text goes out unchanged; a terminal is shown control characters as escapes."""

from __future__ import annotations

from ciextract.cli.answer import about
from ciextract.cli.arguments import Encoding, File, Ocr, Password, Quiet
from ciextract.cli.streams import called, emit, on_terminal, printable, read_input, say


def text(
    file: File, encoding: Encoding = None, password: Password = None, ocr: Ocr = "never", quiet: Quiet = False
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
    from ciextract.pipeline import read_document

    with about(called(file)):
        document = read_document(read_input(file), encoding=encoding, password=password, ocr=ocr)
    emit(_for_terminal(document.text) if on_terminal() else document.text.encode())
    if not quiet:
        for notice in document.notices:
            say(called(file), "warning", notice.message)
    return 0


def _for_terminal(canonical: str) -> bytes:
    end = "" if canonical.endswith("\n") else "\n"
    return (printable(canonical, keep="\n\t") + end).encode()
