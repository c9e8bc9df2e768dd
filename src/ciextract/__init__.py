"""Records of Scotland's joint inspections of children's services: ``parse`` a document, get a ``Record``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ciextract.pipeline import parse, read_document
    from ciextract.record import Record
    from ciextract.validation import load_record

__version__ = "0.1.0"

__all__ = ["Record", "__version__", "load_record", "parse", "read_document"]

_ROOMS = {
    "Record": "ciextract.record",
    "load_record": "ciextract.validation",
    "parse": "ciextract.pipeline",
    "read_document": "ciextract.pipeline",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the words below are imported when they are first used
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_ROOMS[name]), name)
