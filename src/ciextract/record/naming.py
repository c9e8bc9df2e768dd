"""Areas, documents and a hash come in, the name of their record goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ciextract.record.basis import DocumentKind
from ciextract.record.inspection import Area, Part

_MOST_NAMED = 3
_HASH_SHOWN = 8
_NOT_NAME = re.compile(r"[^a-z0-9]+")


def record_id(areas: Sequence[Area], parts: Sequence[Part], sha256: str) -> str:
    """Areas or unknown, date or undated, the first 8 of the hash; the date of a report goes before that of others."""
    names = "-".join(area.name for area in areas) or "unknown"
    if len(areas) > _MOST_NAMED:
        names = f"{len(areas)}-areas"
    order = sorted(parts, key=lambda part: part.kind is not DocumentKind.INSPECTION_REPORT)
    date = next((part.published.date for part in order if part.published), "undated")
    return f"{_NOT_NAME.sub('-', names.lower()).strip('-')}-{date}-{sha256[:_HASH_SHOWN]}"
