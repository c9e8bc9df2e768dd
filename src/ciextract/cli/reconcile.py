"""Records come in, what the documents of each inspection say of the same things goes out; it is found elsewhere."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

from ciextract.cli.codes import DIFFERENT
from ciextract.cli.declared import Option
from ciextract.cli.records import Records, read_records
from ciextract.cli.streams import emit, on_terminal, say, terminal_width
from ciextract.printing import json_bytes, printable

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ciextract.reconciliation import Point, Reconciled, Side


AsJson = Annotated[bool, Option("--json", help="Write all points as JSON, each with what every side says.")]
ExitCode = Annotated[bool, Option("--exit-code", help="End with 13 where documents differ.")]
_STYLES = {"agrees": "green", "edited": "yellow", "differs": "red", "only": "dim"}


def reconcile(records: Records, json: AsJson = False, exit_code: ExitCode = False) -> int:
    """Hold the documents of one inspection against each other.

    \b
    Examples:
      ciextract reconcile records/
      ciextract reconcile report.json release.json overview.json --exit-code
      ciextract reconcile records/ --json | jq '.[].points[] | select(.outcome == "differs")'

    RECORD is a file of one record as JSON or of many as JSON Lines, a folder of them, or - for standard input.
    Documents of one area and programme whose years fit belong together. Each point says whether they agree, differ,
    whether one is an edited form of the other, or that one alone says it.
    """
    from ciextract.merging import single_records
    from ciextract.reconciliation import Outcome
    from ciextract.reconciliation import reconcile as hold_against

    read = read_records(records)
    inspections = hold_against(read)
    if json:
        emit(json_bytes([asdict(each) for each in inspections], 2))
    elif on_terminal():
        emit(_drawn(inspections))
    else:
        emit("".join(_line(each, point) for each in inspections for point in each.points).encode())
    met = {identifier for each in inspections for identifier in each.records}
    for record in single_records(read):
        if record.record_id not in met:
            say(record.record_id, "no other document is about its inspection")
    apart = any(point.outcome is Outcome.DIFFERS for each in inspections for point in each.points)
    return DIFFERENT if exit_code and apart else 0


def _line(inspection: Reconciled, point: Point) -> str:
    cells = [inspection.area.name, point.topic, point.outcome.value, point.subject, point.note]
    return "\t".join(printable(cell) for cell in [*cells, *map(_cited, point.sides)]) + "\n"


def _cited(side: Side) -> str:
    page = "" if side.page is None else f", p. {side.page}"
    return f"{side.document}{page}: {side.quote}"


def _drawn(inspections: list[Reconciled]) -> bytes:
    from rich.text import Text

    from ciextract.cli.screen import drawn

    pieces: list[RenderableType] = []
    for each in inspections:
        pieces.append(Text(printable(f"{each.area.name} ({', '.join(each.records)})"), style="bold"))
        for point in each.points:
            head = Text("  ")
            head.append(f"{point.outcome.value:8}", style=_STYLES[point.outcome.value])
            head.append(printable(f"{point.subject}{': ' if point.note else ''}{point.note}"))
            pieces.append(head)
            pieces.extend(
                Text(printable(f"           {_cited(side)}"), style="dim", no_wrap=True, overflow="ellipsis")
                for side in point.sides
            )
    return drawn(pieces, terminal_width() or 80)
