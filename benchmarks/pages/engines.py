"""The name of an engine and PDFs in, their CPU seconds and the peak of memory out, as JSON on standard output.

A file of its own that imports nothing of the project but what an engine needs: it also runs in the peers' environment.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

Engine = Callable[[Path], object]
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


def pipeline() -> Engine:
    """The whole product: the record of a PDF as the bytes of JSON that the command writes."""
    from ciextract import parse
    from ciextract.printing import json_bytes

    return lambda file: json_bytes(parse(file), 2)


def reading() -> Engine:
    """The document alone: text, blocks, tables and places."""
    from ciextract.pipeline import read_document

    return lambda file: read_document(file.read_bytes())


def pdfium() -> Engine:
    """The text of each page, and nothing else."""
    from pypdfium2 import PdfDocument

    def text(file: Path) -> None:
        document = PdfDocument(file)
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

    def text(file: Path) -> None:
        with opened(file) as document:
            for page in document.pages:
                page.extract_text()
                page.close()

    return text


def pypdf() -> Engine:
    """``extract_text`` of each page."""
    from pypdf import PdfReader

    return lambda file: [page.extract_text() for page in PdfReader(file).pages]


def markitdown() -> Engine:
    """The PDF as Markdown."""
    from markitdown import MarkItDown

    converter = MarkItDown()
    return lambda file: converter.convert(file)


ENGINES = {engine.__name__: engine for engine in (pipeline, reading, pdfium, pdfplumber, pypdf, markitdown)}


def main(argv: list[str]) -> int:
    """NAME RUNS FILE…: the least CPU seconds of the runs over all files, and the peak of memory in megabytes."""
    name, runs, *files = argv
    logging.disable(logging.CRITICAL)
    engine = ENGINES[name]()
    paths = [Path(file) for file in files]
    if int(runs) > 1:
        engine(paths[0])  # what is imported or compiled when first used is no cost of a page
    seconds = sum(min(_seconds(engine, path) for _ in range(int(runs))) for path in paths)
    print(json.dumps({"seconds": seconds, "peak": _peak()}))
    return 0


def _seconds(engine: Engine, path: Path) -> float:
    start = time.process_time()
    engine(path)
    return time.process_time() - start


def _peak() -> float | None:
    """Megabytes that the process held at the most; None where the system does not tell."""
    status = Path("/proc/self/status")
    found = _PEAK.search(status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
