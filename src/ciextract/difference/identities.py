"""The path of a list of a record in, out come the ways to know one of its entries again; nothing is compared here."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from ciextract.difference.entries import Entry

Identity = Callable[[Entry], Hashable]
"""What an entry is known by; None where the entry has nothing of it."""


def by(*paths: str) -> Identity:
    """The leaves at the given paths, together."""

    def identity(entry: Entry) -> Hashable:
        found = tuple(entry.leaves.get(path) for path in paths)
        return found if any(found) else None

    return identity


_QUOTE = by("/document", "/evidence/quote")
_IDENTITIES: dict[str, tuple[Identity, ...]] = {
    "/documents": (by("/kind", "/title"), by("/title"), by("/kind")),
    "/inspection/areas": (by("/code"), by("/name")),
    "/inspection/partners": (by("/name"),),
    "/sections": (
        by("/document", "/kind", "/number", "/title", "/text"),
        by("/document", "/kind", "/number", "/title"),
        by("/document", "/title"),
        by("/document", "/text"),
    ),
    "/key_messages": (by("/document", "/text"), by("/text"), by("/document", "/kind", "/statement", "/number")),
    "/evaluations": (
        by("/document", "/indicator", "/indicator_name", "/area/code", "/year", "/grade"),
        by("/document", "/indicator", "/area/code", "/year"),
        by("/indicator", "/indicator_name", "/area/code", "/year"),
        by("/document", "/indicator", "/area/code"),
        _QUOTE,
    ),
    "/proportions": (by("/document", "/sentence", "/quote"), by("/sentence", "/quote"), by("/document", "/sentence")),
    "/evidence_base": (by("/document", "/activity", "/population/text", "/population/category"), _QUOTE),
    "/glossary": (by("/document", "/term"), by("/term"), by("/document", "/definition")),
    "/tables": (by("/document", "/title"), by("/document", "/rows"), _QUOTE),
    "/actions": (by("/document", "/ref", "/task"), by("/document", "/ref"), by("/document", "/task")),
    "/conclusion/reasons": (by("/text"),),
    "/quotations": (by("/speaker", "/text"), by("/text"), _QUOTE),
    "/checks": (by("/id", "/evidence"), by("/id", "/message")),
    "/warnings": (by("/code", "/message"), by("/code")),
}
_ROW: tuple[Identity, ...] = (by("/0", "/1"), by("/0"))


def identities(path: str) -> tuple[Identity, ...]:
    """How entries of the list at ``path`` are known again, the surest way first."""
    return _IDENTITIES.get(path, ())


def row_identities() -> tuple[Identity, ...]:
    """How rows of a table are known again: by their first cells."""
    return _ROW
