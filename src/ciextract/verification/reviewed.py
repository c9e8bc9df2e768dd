"""A record and how parsing its source anew differs in, what no reviewer changed and a remark on the rest out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ciextract.difference import Difference
from ciextract.record import Record
from ciextract.review.applying import REVIEWED
from ciextract.shape import Json

_RULES = "review#"
_UNSIGNED = re.compile(r"/warnings/\d+(/.*)?|/documents/\d+/(title|publication_code).*|/conclusion/reasons/.*")
"""Values without a rule of their own, that would tell who made them."""


def without_reviewed(record: Record, differences: Sequence[Difference]) -> tuple[list[Difference], tuple[str, ...]]:
    """(differences that no reviewer made, a remark on those that one made).

    None is a reviewer's unless a warning of the record says that there was one; then what is missing was rejected.
    """
    if not any(warning.code == REVIEWED for warning in record.warnings):
        return list(differences), ()
    root = record.to_dict()
    others = [one for one in differences if one.before is not None and not _signed(root, one.before.pointer)]
    count = len(differences) - len(others)
    return others, (f"changed by a reviewer: parsing the source again gives {count} values otherwise",)


def _signed(root: Json, pointer: str) -> bool:
    """Whether a reviewer signed the value at the pointer, or what it is a part of."""
    if _UNSIGNED.fullmatch(pointer):
        return True
    node = root
    for step in pointer.split("/")[1:]:
        node = _inner(node, step)
        if isinstance(node, dict) and str(node.get("rule")).startswith(_RULES):
            return True
    return False


def _inner(node: Json, step: str) -> Json:
    if isinstance(node, list):
        return node[int(step)] if step.isdecimal() and int(step) < len(node) else None
    return node.get(step) if isinstance(node, dict) else None
