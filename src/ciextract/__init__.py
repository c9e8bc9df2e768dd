"""Records of Scotland's joint inspections of children's services: ``parse`` a document, get a ``Record``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ciextract.errors import CiextractError
    from ciextract.pipeline import parse, read_document
    from ciextract.record import Record
    from ciextract.validation import load_record

__version__ = "0.1.0"

__all__ = ["CiextractError", "Record", "__version__", "load_record", "parse", "read_document"]

_ROOMS = {
    "CiextractError": "ciextract.errors",
    "Record": "ciextract.record",
    "load_record": "ciextract.validation",
    "parse": "ciextract.pipeline",
    "read_document": "ciextract.pipeline",
}


# A type checker takes a word that is misspelt for an error only where it sees no such function.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """The words of ``__all__``, imported when they are first used."""
        if name not in _ROOMS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(_ROOMS[name]), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
