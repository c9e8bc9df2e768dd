"""Records come in, what documents of one inspection say of the same things goes out; none is believed more."""

from __future__ import annotations

from collections.abc import Sequence

from ciextract.merging import single_records
from ciextract.reconciliation.grades import conclusions, grades, periods
from ciextract.reconciliation.grouping import Group, grouped
from ciextract.reconciliation.plans import actions
from ciextract.reconciliation.points import Outcome, Point, Reconciled, Side
from ciextract.reconciliation.retold import messages, quotations
from ciextract.record import Record

__all__ = ["TOPICS", "Outcome", "Point", "Reconciled", "Side", "reconcile"]

TOPICS = (grades, periods, conclusions, messages, quotations, actions)


def reconcile(records: Sequence[Record]) -> list[Reconciled]:
    """The inspections that at least two documents tell of, each with its points in the order of ``TOPICS``.

    Of a merged record the documents that it was made of are held against each other.
    """
    return [_reconciled(group) for group in grouped(list(single_records(records))) if len(group.voices) > 1]


def _reconciled(group: Group) -> Reconciled:
    points = tuple(point for topic in TOPICS for point in topic(group))
    return Reconciled(group.programme, group.area, tuple(each.record_id for each in group.records), points)
