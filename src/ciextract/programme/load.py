"""Programme files and shared headings in, frozen models out, each read once. Recognising is done elsewhere."""

from __future__ import annotations

from functools import cache
from importlib import resources

from ciextract.errors import BadConfiguration
from ciextract.programme.model import Programme, SharedHeadings
from ciextract.vocabulary.files import shipped


@cache
def programmes() -> tuple[Programme, ...]:
    """Every programme that is shipped, in the order of their file names."""
    folder = resources.files("ciextract").joinpath("programmes")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    loaded = tuple(shipped("programmes", name, Programme) for name in names)
    for name, programme in zip(names, loaded, strict=True):
        _check_kinds(name, programme)
    return loaded


def shipped_text(name: str) -> bytes:
    """The bytes of the file of a shipped programme, by the programme's name."""
    return resources.files("ciextract").joinpath("programmes", f"{name.replace('_', '-')}.toml").read_bytes()


@cache
def shared_headings() -> SharedHeadings:
    """headings.toml."""
    return shipped("vocabulary", "headings.toml", SharedHeadings)


def _check_kinds(name: str, programme: Programme) -> None:
    known = shared_headings().kind
    used = {heading.kind for heading in programme.heading} | {stem.kind for stem in programme.stem}
    for kind in sorted(used - known.keys()):
        what = f"programmes/{name}: kind {kind!r} is not known"
        raise BadConfiguration(what, f"accepted: {', '.join(sorted(known))}")
