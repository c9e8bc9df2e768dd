"""Measures in, a section of docs/benchmarks.md out, and its place in that file. Nothing is measured here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .corpus import Corpus
from .measuring import BASE, Grown, Measured

BEGIN, END = "<!-- benchmarks.pages: begin -->", "<!-- benchmarks.pages: end -->"

_INTRODUCTION = """\
## Pages of PDFs

> Made by `python -m benchmarks.pages --write`; `make bench-pages` prints the same tables.

CPU seconds of one process for each engine, after its imports and, where it is run more than once, warm: the least of
its runs over each file. For `pdftotext` it is a process for each file. Peak is the most that the process held, with all
that it imported; pypdf and markitdown run in an environment of their own. The goals: the whole pipeline at most 2 times
`pdftotext` and at least 25 times faster than pdfplumber; below 60 MB for one report and 120 MB for 2,000 pages."""


def section(tables: Iterable[str]) -> str:
    """The section with its tables."""
    return "\n\n".join((_INTRODUCTION, *tables))


def compared(corpus: Corpus, rows: Sequence[Measured]) -> str:
    """One corpus, a row for each engine."""
    head = ("engine", "CPU ms a page", f"times `{BASE}`", "peak MB")
    base = next((row.seconds for row in rows if row.name == BASE), None)
    title = f"### {corpus.name}: {len(corpus.files)} files, {corpus.pages} pages"
    return f"{title}\n\n{_table(head, [_row(row, corpus.pages, base) for row in rows])}"


def _row(row: Measured, pages: int, base: float | None) -> tuple[str, ...]:
    if row.seconds is None:
        return row.name, "not installed", "-", "-"
    ratio = f"{row.seconds / base:.2f}" if base else "-"
    return row.name, f"{row.seconds / pages * 1000:.2f}", ratio, _megabytes(row)


def growth(rows: Sequence[Grown]) -> str:
    """PDFs of more and more pages."""
    head = ("pages", "reading, CPU ms a page", "peak MB", "PDF to JSON, CPU ms a page", "peak MB")
    lines = [(f"{row.pages:,}", *_each(row.reading, row.pages), *_each(row.pipeline, row.pages)) for row in rows]
    return f"### One report and long documents: the pages of fixtures/ again and again\n\n{_table(head, lines)}"


def _each(one: Measured, pages: int) -> tuple[str, str]:
    return (f"{one.seconds / pages * 1000:.2f}" if one.seconds is not None else "-"), _megabytes(one)


def _megabytes(one: Measured) -> str:
    return f"{one.peak:.0f}" if one.peak is not None else "-"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def placed(page: str, body: str) -> str:
    """The page with the section between its markers: where they stand, or else at its end."""
    marked = f"{BEGIN}\n\n{body}\n\n{END}"
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{marked}{after}" if begin and end else f"{page.rstrip()}\n\n{marked}\n"


def renewed(old: str, new: str) -> str:
    """The page written anew, with the section that it has."""
    _, begin, rest = old.partition(BEGIN)
    body, end, _ = rest.partition(END)
    return placed(new, body.strip()) if begin and end else new
