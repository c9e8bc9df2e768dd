"""The name of a programme comes in and is refused where it cannot be used, before any document is read."""

from __future__ import annotations


def check_programme(name: str | None) -> None:
    """Raise BadConfiguration where a programme is asked for that does not exist or is wrong."""
    if name is not None:
        from ciextract.programme.checking import load_programme

        load_programme(name)
