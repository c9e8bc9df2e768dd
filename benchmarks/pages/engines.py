"""The name of an engine and PDFs in, their CPU seconds and the peak of memory out, as JSON on standard output.

A file of its own that imports nothing of the project but what an engine needs: it also runs in the peers' environment.
"""

from __future__ import annotations

import io
import json
import logging
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

Engine = Callable[[bytes], object]
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


def pipeline() -> Engine:
    """The whole product: the record of a PDF as the bytes of JSON that the command writes."""
    from ciextract import parse
    from ciextract.printing import json_bytes

    return lambda content: json_bytes(parse(content), 2)


def reading() -> Engine:
    """The document alone: text, blocks, tables and places."""
    from ciextract.pipeline import read_document

    return read_document


def pdfium() -> Engine:
    """The text of each page, and nothing else."""
    from pypdfium2 import PdfDocument

    def text(content: bytes) -> None:
        document = PdfDocument(content)
        for page in document:
            text_page = page.get_textpage()
            text_page.get_text_range()
            text_page.close()
            page.close()
        document.close()

    return text


def pdfplumber() -> Engine:
    """``extract_text`` of each page."""
    from pdfplumber import open as opened

    def text(content: bytes) -> None:
        with opened(io.BytesIO(content)) as document:
            for page in document.pages:
                page.extract_text()
                page.close()

    return text


def pypdf() -> Engine:
    """``extract_text`` of each page."""
    from pypdf import PdfReader

    return lambda content: [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def markitdown() -> Engine:
    """The PDF as Markdown."""
    from markitdown import MarkItDown

    converter = MarkItDown()
    return lambda content: converter.convert_stream(io.BytesIO(content), file_extension=".pdf")


ENGINES = {engine.__name__: engine for engine in (pipeline, reading, pdfium, pdfplumber, pypdf, markitdown)}


def main(argv: list[str]) -> int:
    """NAME RUNS FILE…: the least CPU seconds of the runs over all files, and the peak of memory in megabytes."""
    name, runs, *files = argv
    logging.disable(logging.CRITICAL)
    engine = ENGINES[name]()
    contents = [Path(file).read_bytes() for file in files]
    if int(runs) > 1:
        engine(contents[0])  # what is imported or compiled when first used is no cost of a page
    seconds = sum(min(_seconds(engine, content) for _ in range(int(runs))) for content in contents)
    print(json.dumps({"seconds": seconds, "peak": _peak()}))
    return 0


def _seconds(engine: Engine, content: bytes) -> float:
    start = time.process_time()
    engine(content)
    return time.process_time() - start


def _peak() -> float | None:
    """Megabytes that the process held at the most; None where the system does not tell."""
    status = Path("/proc/self/status")
    found = _PEAK.search(status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
