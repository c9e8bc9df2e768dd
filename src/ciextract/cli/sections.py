"""A document comes in, the tree of its headings goes out, drawn for a terminal and plain for a pipe."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ciextract.batch.limits import MEMORY
from ciextract.batch.messages import Made, Options, Request
from ciextract.cli.answer import about
from ciextract.cli.arguments import Encoding, File, MaxMemory, Ocr, Password, ProgrammeName, Quiet, Timeout
from ciextract.cli.isolated import isolated, remark
from ciextract.cli.programmes import check_programme
from ciextract.cli.streams import called, emit, read_input, terminal_width
from ciextract.document import Progress
from ciextract.printing import printable

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

    from ciextract.record import Part, Record, Section


def sections(
    file: File,
    encoding: Encoding = None,
    password: Password = None,
    ocr: Ocr = "never",
    programme: ProgrammeName = None,
    timeout: Timeout = None,
    max_memory: MaxMemory = MEMORY,
    quiet: Quiet = False,
) -> int:
    """Show the headings of a document as a tree.

    \b
    Examples:
      ciextract sections report.pdf
      ciextract sections report.pdf | grep statement

    FILE is a PDF, Word, HTML or text document; - is standard input. In a pipe each heading is a line: its level, its
    kind indented by the level, its number, its title, its first page.
    """
    check_programme(programme)
    with about(called(file)):
        options = Options(encoding, password, programme=programme, ocr=ocr)
        request = Request(0, file, None, options, read_input(file))
        made = isolated(partial(_headings, width=terminal_width()), request, timeout, max_memory)
    emit(made.data)
    if not quiet:
        remark(made, called(file))
    return 0


def _headings(request: Request, progress: Progress, width: int | None) -> Made:
    from ciextract.batch.work import programme_of
    from ciextract.pipeline import parse
    from ciextract.strictness import remarks

    content, options = request.content or b"", request.options
    record = parse(
        content,
        encoding=options.encoding,
        password=options.password,
        programme=programme_of(options),
        ocr=options.ocr,
        progress=progress,
    )
    shown = _listed(record).encode() if width is None else _drawn(record, width)
    return Made(shown, tuple(remarks(record)), complete=record.complete)


def _listed(record: Record) -> str:
    return "".join(f"{_line(section)}\n" for section in record.sections)


def _line(section: Section) -> str:
    words = [f"{section.level} {'  ' * section.level}{_kind(section)}", _title(section.title), _page(section.pages)]
    return " ".join(word for word in words if word)


def _kind(section: Section) -> str:
    number = "" if section.number is None else f" {section.number}"
    return printable(f"{section.kind}{number}")


def _title(title: str | None) -> str:
    return printable(title or "")


def _page(pages: list[int] | None) -> str:
    return f"p.{pages[0]}" if pages else ""


def _drawn(record: Record, width: int) -> bytes:
    from ciextract.cli.screen import drawn

    trees = (
        _tree(part, [section for section in record.sections if section.document == index])
        for index, part in enumerate(record.documents)
    )
    return drawn(trees, width)


def _tree(part: Part, sections: list[Section]) -> Tree:
    from rich.tree import Tree

    root = Tree(_label(part.kind, _title(part.title), ""), guide_style="dim")
    branches: dict[str | None, Tree] = {}
    for section in sections:
        above = branches.get(section.parent, root)
        branches[section.id] = above.add(_label(_kind(section), _title(section.title), _extent(section.pages)))
    return root


def _label(kind: str, title: str, pages: str) -> Text:
    # Text objects: what stands in a document is never read as markup.
    from rich.text import Text

    pieces = [(kind, "cyan"), (title, "bold"), (pages, "dim")]
    return Text("  ").join(Text(words, style=style) for words, style in pieces if words)


def _extent(pages: list[int] | None) -> str:
    if not pages:
        return ""
    first, last = pages[0], pages[-1]
    return f"p. {first}" if first == last else f"p. {first}–{last}"
