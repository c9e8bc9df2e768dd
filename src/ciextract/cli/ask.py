"""Records and a question come in, an answer for each area goes out; what follows is decided in ``comparison``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from ciextract.cli.answer import about
from ciextract.cli.declared import Argument, Option, wrong_use
from ciextract.cli.records import read_records
from ciextract.cli.streams import emit, on_terminal, terminal_width
from ciextract.printing import json_bytes, printable

if TYPE_CHECKING:
    from rich.table import Table

    from ciextract.comparison.answers import AreaAnswer, Support
    from ciextract.shape import Json

Words = Annotated[list[str], Argument(metavar="RECORD... QUESTION", show_default=False, hidden=True)]
AsJson = Annotated[bool, Option("--json", help="Write the answers as JSON, with all that they rest on.")]

_WORDS_BEFORE = 6
_STYLES = {"certainly": "green", "possibly": "yellow", "no": "red", "unknown": "dim"}


def ask(words: Words, json: AsJson = False) -> int:
    """Ask a question of records and answer it for each area.

    \b
    Examples:
      ciextract ask records/ 'share(staff) > 75'
      ciextract ask records/ 'share(records, "chronologies", grade >= good) >= 50'
      ciextract ask records/ 'grade(2.1) >= good and not share(children) < 50'

    RECORD is a file of one record as JSON or of many as JSON Lines, a folder of them, or - for standard input; the last
    word is the question. The answers are certainly, possibly, no and unknown, from the bounds of what is said alone.
    """
    from ciextract.comparison.answers import ask as answers_of
    from ciextract.comparison.question import question_of

    *files, text = words
    if not files:
        raise wrong_use("give records first and the question last", "RECORD... QUESTION")
    with about("ask"):
        question = question_of(text)
    answers = answers_of(read_records(files), question)
    if json:
        emit(json_bytes([_plain(each) for each in answers], 2))
    elif on_terminal():
        emit(_drawn(answers))
    else:
        emit("".join(_line(each) for each in answers).encode())
    return 0


def _plain(answer: AreaAnswer) -> Json:
    support: list[Json] = [
        {
            "answer": each.answer.value,
            "record_id": each.record_id,
            "pointer": each.pointer,
            "quote": each.evidence.quote,
            "page": each.evidence.page,
            "said": each.said,
        }
        for each in answer.support
    ]
    area: Json = {"name": answer.area.name, "code": answer.area.code}
    return {"area": area, "answer": answer.answer.value, "support": support}


def _line(answer: AreaAnswer) -> str:
    said = "; ".join(_cited(each) for each in _deciding(answer))
    return f"{answer.area.code}\t{printable(answer.area.name)}\t{answer.answer.value}\t{printable(said)}\n"


def _deciding(answer: AreaAnswer) -> list[Support]:
    """What gives the answer itself; all where the answer is put together of several."""
    return [each for each in answer.support if each.answer == answer.answer] or list(answer.support)


def _cited(support: Support) -> str:
    page = "" if support.evidence.page is None else f" (p. {support.evidence.page})"
    return f"{_in_one_line(support.evidence.quote)}{page}"


def _in_one_line(text: str) -> str:
    """Words of several lines, or of the cells of a row, with spaces between."""
    return " ".join(text.split())


def _drawn(answers: list[AreaAnswer]) -> bytes:
    from rich.table import Table
    from rich.text import Text

    from ciextract.cli.screen import drawn

    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("area", "answer", "rests on"):
        table.add_column(name)
    for each in answers:
        table.add_row(
            Text(printable(each.area.name)),
            Text(each.answer.value, style=_STYLES[each.answer.value]),
            _said(each),
        )
    return drawn([table], terminal_width() or 80)


def _said(answer: AreaAnswer) -> Table:
    from rich.table import Table
    from rich.text import Text

    lines = Table.grid()
    for each in _deciding(answer):
        text = Text(printable(_excerpt(each)), overflow="ellipsis", no_wrap=True)
        text.highlight_words([_in_one_line(each.evidence.quote)], "bold")
        lines.add_row(text)
    return lines


def _excerpt(support: Support) -> str:
    """The sentence in one line, from a few words before the phrase on."""
    before, phrase, after = _in_one_line(support.said).partition(_in_one_line(support.evidence.quote))
    words = before.split(" ")
    kept = " ".join(words[-_WORDS_BEFORE:])
    return f"{'…' if len(words) > _WORDS_BEFORE else ''}{kept}{phrase}{after}"
