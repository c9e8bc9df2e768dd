"""Records come in, those that can be held beside each other go out, with what was left out and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ciextract.errors import NotComparable
from ciextract.record import Record


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that takes no part in a comparison: what, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """The records of one programme, and what was left out."""

    programme: str
    records: tuple[Record, ...]
    left_out: tuple[LeftOut, ...]


def grounds(records: Sequence[Record], programme: str | None = None) -> Grounds:
    """The records of one programme: of the one asked for, or of the only one that there is.

    Raises ``NotComparable`` where there are several and none is asked for, or none of the one asked for.
    """
    known = sorted({record.inspection.programme for record in records if record.inspection.programme})
    if programme is None and len(known) != 1:
        raise NotComparable(
            f"records of {len(known)} programmes ({', '.join(known)}): their indicators and populations differ"
            if known
            else "no record has a recognised programme",
            "name one with --programme" if known else "give records of inspections",
        )
    chosen = programme or known[0]
    kept = tuple(record for record in records if record.inspection.programme == chosen)
    if not kept:
        raise NotComparable(f"no record is of the programme {chosen}", f"there are: {', '.join(known) or 'none'}")
    others = tuple(
        LeftOut(record.record_id, f"its programme is {record.inspection.programme or 'not recognised'}")
        for record in records
        if record.inspection.programme != chosen
    )
    return Grounds(chosen, kept, others)
