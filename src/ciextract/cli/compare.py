"""Records come in, a comparison across areas goes out, on the terminal or as a page; it is made in ``comparison``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from ciextract.cli.answer import about
from ciextract.cli.declared import Option
from ciextract.cli.parse import check_output, deliver
from ciextract.cli.records import Records, files_of, read_records
from ciextract.cli.streams import emit, on_terminal, say, terminal_width
from ciextract.printing import printable

if TYPE_CHECKING:
    from rich.table import Table

    from ciextract.comparison.beside import Beside

Programme = Annotated[
    str | None, Option("--programme", metavar="NAME", help="Compare the records of this programme alone.")
]
Page = Annotated[
    str | None, Option("--output", "-o", metavar="FILE", help="Write the comparison as a page to this file.")
]
Silent = Annotated[bool, Option("--quiet", help="Do not say on standard error what was left out.")]

_Row = tuple[str, ...]
_HEADS = {
    "grades": ("indicator", "area", "year", "grade", "page"),
    "shares": ("statement", "population", "area", "phrase", "percent", "page"),
    "messages": ("group", "kind", "area", "message", "page"),
}


def compare(records: Records, programme: Programme = None, output: Page = None, quiet: Silent = False) -> int:
    """Hold the records of several areas beside each other.

    \b
    Examples:
      ciextract compare records/
      ciextract compare records/ --output compare.html
      ciextract compare records.jsonl --programme children_at_risk_of_harm

    RECORD is a file of one record as JSON or of many as JSON Lines, a folder of them, or - for standard input. Shown
    are grades by area and year, shares of one statement and population, and key messages that resemble each other.
    What cannot be compared is left out, and why is told. The page is HTML that loads nothing.
    """
    from ciextract.comparison.beside import beside

    files = files_of(records)
    check_output(output, *files)
    read = read_records(files)
    with about("compare"):
        shown = beside(read, programme)
    if output is not None:
        deliver(_html(shown, output), output)
    elif on_terminal():
        emit(_drawn(shown))
    else:
        emit("".join(map(_line, _lines(shown))).encode())
    if not quiet:
        for each in shown.left_out:
            say("left out", each.what, each.why)
    return 0


def _html(shown: Beside, output: str) -> bytes:
    from ciextract.comparison.page import page

    with about(output):
        return page(shown).encode()


def _line(row: _Row) -> str:
    return "\t".join(printable(" ".join(cell.split())) for cell in row) + "\n"


def _lines(shown: Beside) -> Iterator[_Row]:
    """All tables as lines, each with its table's name first and after a line of the columns' names."""
    for name, rows in _tables(shown):
        yield (name, *_HEADS[name])
        for row in rows:
            yield (name, *row)


def _tables(shown: Beside) -> list[tuple[str, list[_Row]]]:
    return [("grades", list(_grades(shown))), ("shares", list(_shares(shown))), ("messages", list(_messages(shown)))]


def _grades(shown: Beside) -> Iterator[_Row]:
    from ciextract.comparison.page import words

    for indicator in shown.indicators:
        for each in indicator.grades:
            grade = words(each.evaluation.grade) or "not evaluated"
            page = _page(each.evaluation.evidence.page)
            yield indicator.indicator or "", each.area.name, str(each.year or ""), grade, page


def _shares(shown: Beside) -> Iterator[_Row]:
    from ciextract.comparison.page import condition, percent, population

    for axis in shown.axes:
        counted = " ".join([population(axis.category), condition(axis.grade)]).strip()
        for each in axis.shares:
            share = each.proportion
            page = _page(share.evidence.page)
            yield str(axis.statement), counted, each.area.name, share.quote, percent(share.bounds), page


def _messages(shown: Beside) -> Iterator[_Row]:
    from ciextract.comparison.page import words

    for number, group in enumerate(shown.recurring, 1):
        for each in group.messages:
            page = _page(each.message.evidence.page)
            yield str(number), words(group.kind), each.area.name, each.message.text, page


def _page(number: int | None) -> str:
    return "" if number is None else str(number)


def _drawn(shown: Beside) -> bytes:
    from ciextract.cli.screen import drawn

    return drawn((_table(name, rows) for name, rows in _tables(shown) if rows), terminal_width() or 80)


def _table(name: str, rows: list[_Row]) -> Table:
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text

    table = Table(title=name.capitalize(), title_justify="left", title_style="bold", box=SIMPLE)
    for head in _HEADS[name]:
        table.add_column(head)
    for row in rows:
        table.add_row(*(Text(printable(" ".join(cell.split()))) for cell in row))
    return table
