"""A record, merged or not, and verdicts come in, the record as reviewed goes out."""

from __future__ import annotations

from dataclasses import replace

from ciextract.document import Document
from ciextract.errors import NotMergeable
from ciextract.merging import Contribution, joined, taken_apart
from ciextract.reconciliation.merged import merge
from ciextract.record import Record
from ciextract.review.applying import Applied, apply
from ciextract.verdicts import Verdicts


def apply_to_any(record: Record, verdicts: Verdicts, document: Document | None = None) -> Applied:
    """Put verdicts on a record; of a merged one on what it has of the file that was reviewed.

    ``document`` is that file as read, where added values are looked for. Raises ``FlawedVerdicts``, and
    ``NotMergeable`` where a merged record does not have all of that file.
    """
    if not record.sources:
        return apply(record, verdicts, document)
    parts = {part.record.source.sha256: part for part in taken_apart(record)}
    part = parts.get(verdicts.reviewed.sha256)
    if part is None or part.several:
        name = verdicts.reviewed.file_name or "standard input"
        raise NotMergeable(f"the record does not have all of {name}", "put the verdicts on that file's own record")
    applied = apply(part.record, verdicts, document)
    parts[verdicts.reviewed.sha256] = Contribution(applied.record, several=False)
    merged = merge([joined([each]) for each in parts.values()]).records
    if len(merged) != 1:
        what = "as reviewed the documents are of different inspections"
        raise NotMergeable(what, "put the verdicts on single records")
    return replace(applied, record=merged[0])
