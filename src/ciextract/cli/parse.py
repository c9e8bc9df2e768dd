"""A document comes in, its record goes out as JSON; the record itself is made by the pipeline, in a child."""

from __future__ import annotations

import os

from ciextract.batch.limits import MEMORY
from ciextract.batch.messages import Options, Request
from ciextract.batch.work import record_of
from ciextract.cli.answer import about
from ciextract.cli.arguments import (
    Compact,
    Encoding,
    File,
    Indent,
    MaxMemory,
    Ocr,
    Output,
    Password,
    ProgrammeName,
    Quiet,
    Retrieved,
    ScaleName,
    SourceUrl,
    Strict,
    Timeout,
)
from ciextract.cli.declared import wrong_use
from ciextract.cli.isolated import isolated, remark
from ciextract.cli.programmes import check_programme
from ciextract.cli.scales import check_scale
from ciextract.cli.streams import called, emit, read_input
from ciextract.printing import encodable
from ciextract.writing import check_writable, replace_file


def parse(
    file: File,
    output: Output = None,
    indent: Indent = 2,
    compact: Compact = False,
    strict: Strict = False,
    encoding: Encoding = None,
    password: Password = None,
    ocr: Ocr = "never",
    source_url: SourceUrl = None,
    retrieved: Retrieved = None,
    scale: ScaleName = None,
    programme: ProgrammeName = None,
    timeout: Timeout = None,
    max_memory: MaxMemory = MEMORY,
    quiet: Quiet = False,
) -> int:
    """Turn one document into one record.

    \b
    Examples:
      ciextract parse report.pdf
      ciextract parse report.pdf --output record.json --strict
      ciextract parse report.pdf --compact >> records.jsonl
      ciextract parse scan.pdf --ocr auto
      ciextract parse report.pdf --scale education-scotland
      ciextract parse report.pdf --programme mine.toml
      ciextract parse - < report.html

    FILE is a PDF, Word, HTML or text document; - is standard input. The record is one JSON object in UTF-8; its fields
    are described by `ciextract schema` and in docs/record.md. The document is read in a process of its own.
    """
    check_output(output, file)
    check_scale(scale)
    check_programme(programme)
    indented = None if compact else indent
    options = Options(encoding, password, retrieved, scale, strict, indented, source_url, programme, ocr)
    with about(called(file)):
        request = Request(0, file, record_name(file), options, read_input(file))
        made = isolated(record_of, request, timeout, max_memory)
    deliver(made.data, output)
    if not quiet:
        remark(made, called(file))
    return 0


def check_output(output: str | None, *files: str | None) -> None:
    """Refuse an output that could not be written, or that is one of the files that are read."""
    if output is None or output == "-":
        return
    for file in filter(None, files):
        if file != "-" and os.path.isfile(output) and os.path.isfile(file) and os.path.samefile(output, file):
            raise wrong_use(f"it is {file}, which is read", "--output")
    with about(output):
        check_writable(output)


def deliver(data: bytes, output: str | None) -> None:
    """Write to a file, whole or not at all, or to standard output where none is named."""
    if output is None or output == "-":
        emit(data)
        return
    with about(output):
        replace_file(output, data)


def record_name(file: str) -> str | None:
    """The file's name for the record: without its folder, bytes that are no UTF-8 percent-encoded."""
    if file == "-":
        return None
    name = os.path.basename(os.path.abspath(file))
    return encodable(name)
