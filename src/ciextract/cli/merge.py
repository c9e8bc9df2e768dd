"""Records come in, one record for each inspection goes out; which documents belong together is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from ciextract.cli.answer import about
from ciextract.cli.arguments import NoSummary
from ciextract.cli.declared import Option
from ciextract.cli.parse import check_output, deliver
from ciextract.cli.records import Records, files_of, read_records
from ciextract.cli.streams import say
from ciextract.printing import json_bytes

if TYPE_CHECKING:
    from ciextract.record import Record

Output = Annotated[
    str | None, Option("--output", "-o", metavar="FILE", help="Write the records to this file, whole or not at all.")
]


def merge(records: Records, output: Output = None, quiet: NoSummary = False) -> int:
    """Make one record of each inspection, of all documents about it.

    \b
    Examples:
      ciextract merge report.json paper.json release.json > inspection.jsonl
      ciextract merge records/ --output inspections.jsonl
      ciextract merge records/ | jq 'select(.sources | length > 1) | .record_id'

    RECORD is a file of one record as JSON or of many as JSON Lines, a folder of them, or - for standard input.
    Documents belong together as `ciextract reconcile` takes them. The records are JSON Lines. Each value says its
    source; what several documents say stands once, with the others' words and places in `also`; what differs stays
    apart. A document about several areas gives each inspection what it says of that area alone.
    """
    from ciextract.reconciliation.merged import merge as make_one

    files = files_of(records)
    check_output(output, *files)
    read = read_records(files)
    with about("merge"):
        merged = make_one(read)
    deliver(b"".join(json_bytes(each, None) for each in merged.records), output)
    for record in merged.without_area:
        say(record.record_id, "names no area and is left out")
    if not quiet:
        for line in _told(merged.records):
            say(*line)
    return 0


def _told(merged: tuple[Record, ...]) -> Iterator[tuple[str, ...]]:
    """Documents that disagree, and how many records were made of how many documents."""
    for record in merged:
        for check in record.checks:
            if check.source is None and check.status == "fail":
                yield record.record_id, "documents differ", check.message
    sources = {source.sha256 for record in merged for source in record.sources}
    made = f"{len(merged)} inspection{'' if len(merged) == 1 else 's'}"
    yield (f"{made} of {len(sources)} document{'' if len(sources) == 1 else 's'}",)
