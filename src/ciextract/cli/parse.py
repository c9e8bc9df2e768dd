"""A document comes in, its record goes out as JSON; the record itself is made by the pipeline."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ciextract.as_json import json_text
from ciextract.cli.answer import about
from ciextract.cli.arguments import (
    Compact,
    Encoding,
    File,
    Indent,
    Output,
    Password,
    Quiet,
    Retrieved,
    ScaleName,
    SourceUrl,
    Strict,
)
from ciextract.cli.declared import wrong_use
from ciextract.cli.files import check_writable, replace_file
from ciextract.cli.scales import load_scale
from ciextract.cli.streams import called, emit, read_input, say
from ciextract.errors import CiextractError

if TYPE_CHECKING:
    from ciextract.record import Record
    from ciextract.shape import Json, Model


class Refused(CiextractError):
    """A record that ``--strict`` holds back."""

    exit_code = 11


def parse(
    file: File,
    output: Output = None,
    indent: Indent = 2,
    compact: Compact = False,
    strict: Strict = False,
    encoding: Encoding = None,
    password: Password = None,
    source_url: SourceUrl = None,
    retrieved: Retrieved = None,
    scale: ScaleName = None,
    quiet: Quiet = False,
) -> int:
    """Turn one document into one record.

    \b
    Examples:
      ciextract parse report.pdf
      ciextract parse report.pdf --output record.json --strict
      ciextract parse report.pdf --compact >> records.jsonl
      ciextract parse report.pdf --scale education-scotland
      ciextract parse - < report.html

    FILE is a PDF, HTML or plain text document; - is standard input. The record is one JSON object in UTF-8; its fields
    are described by `ciextract schema` and in docs/record.md.
    """
    from ciextract.pipeline import parse as parse_document

    if output is not None:
        check_output(output, file)
    published = None if scale is None else load_scale(scale)
    with about(called(file)):
        record = parse_document(
            read_input(file),
            name=record_name(file),
            encoding=encoding,
            password=password,
            source_url=source_url,
            retrieved=retrieved,
            scale=published,
        )
        if strict:
            _hold_back(record)
        data = json_bytes(record, None if compact else indent)
    deliver(data, output)
    if not quiet:
        warn_of(record, called(file))
    return 0


def json_bytes(value: Json | Model, indent: int | None) -> bytes:
    """A value as JSON in UTF-8 with a newline at its end; on one line where ``indent`` is None."""
    return f"{json_text(value, indent)}\n".encode()


def warn_of(record: Record, name: str) -> None:
    """Write the reasons why a record is incomplete, and its warnings, one line each."""
    for reason in record.incomplete_because:
        say(name, "incomplete", reason)
    for warning in record.warnings:
        if warning.message not in record.incomplete_because:
            say(name, "warning", warning.message)


def check_output(output: str, file: str) -> None:
    """Refuse an output that could not be written, or that is the document itself."""
    if file != "-" and os.path.exists(output) and os.path.exists(file) and os.path.samefile(output, file):
        raise wrong_use("it is the document itself", "--output")
    if output != "-":
        with about(output):
            check_writable(output)


def deliver(data: bytes, output: str | None) -> None:
    """Write to a file, whole or not at all, or to standard output where none is named."""
    if output is None or output == "-":
        emit(data)
        return
    with about(output):
        replace_file(output, data)


def _hold_back(record: Record) -> None:
    """Raise ``Refused`` where a record falls short of ``--strict``."""
    shortfalls = list(record.incomplete_because if not record.complete else ())
    if not record.complete and not shortfalls:
        shortfalls.append("the record is incomplete")
    if record.inspection.programme is None or all(part.kind == "other" for part in record.documents):
        shortfalls.append("no inspection document was recognised")
    shortfalls.extend(f"check {check.id} failed" for check in record.checks if check.status == "fail")
    if shortfalls:
        raise Refused(f"refused under --strict: {', '.join(shortfalls)}", "parse it without --strict to see the record")


def record_name(file: str) -> str | None:
    """The file's name for the record: without its folder, bytes that are no UTF-8 percent-encoded."""
    if file == "-":
        return None
    name = os.path.basename(os.path.abspath(file))
    return "".join(f"%{ord(char) - 0xDC00:02X}" if 0xDC80 <= ord(char) <= 0xDCFF else char for char in name)
