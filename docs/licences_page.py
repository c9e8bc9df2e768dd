"""The metadata of installed libraries in, docs/licences.md out: `make licences` writes it.

It is made where all extras are installed; a test holds what is installed to it. Licences are those that a library's own
metadata state.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

PAGE = Path(__file__).with_name("licences.md")
USERS = ("tables", "plots", "dask", "ocr", "browser")
"""The extras of users; all others are for those who make ciextract."""
_NAMED = re.compile(r"[A-Za-z0-9._-]+")
_MARKER = re.compile(r"""extra\s*==\s*['"]([\w-]+)['"]""")
_WORD = re.compile(r"[\w.+-]+")
_INNER = re.compile(r"\[([\w,\s-]+)\]")

PERMISSIVE = (
    "MIT", "MIT-0", "MIT-CMU", "BSD", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "Zlib", "CC0-1.0", "HPND",
    "Apache-2.0", "PSF-2.0", "Unlicense", "Public-domain",
)  # fmt: skip
WEAK = ("MPL-1.1", "MPL-2.0", "LGPL-2.1", "LGPL-3.0-only", "Artistic")
"""Licences that bind those who change the library itself, not those who use it."""
_NAMES = {
    r"GNU Lesser.*v3|LGPLv3": "LGPL-3.0-only",
    r"GNU Lesser|LGPL": "LGPL-2.1",
    r"GNU Affero|AGPL": "AGPL",
    r"GNU General|\bGPL": "GPL",
    r"Mozilla.*2\.0|MPL.?2": "MPL-2.0",
    r"Mozilla.*1\.1|MPL.?1": "MPL-1.1",
    r"Apache": "Apache-2.0",
    r"Python Software Foundation|PSF": "PSF-2.0",
    r"\bISC\b": "ISC",
    r"Artistic": "Artistic",
    r"Public Domain": "Public-domain",
    r"BSD.?3": "BSD-3-Clause",
    r"BSD.?2": "BSD-2-Clause",
    r"BSD": "BSD",
    r"MIT": "MIT",
}
_HEAD = """# Licences of the libraries

> Made by `make licences` from what the libraries' own metadata state.

ciextract itself is under the MIT licence. What `pip install ciextract` brings is under permissive licences alone, and
so is every extra but `ocr`. No library is under the GPL or AGPL alone. Those marked *weak copyleft* (MPL, LGPL,
Artistic) bind whoever changes the library itself: they are installed as their makers publish them, and nothing of
theirs is copied into ciextract. Where a library gives the choice of several licences, the most permissive counts.

Tesseract, which text recognition runs as a program of its own, is under the Apache licence 2.0.
"""


def closure(extra: str | None) -> set[str]:
    """The installed libraries that the core (None) or an extra needs, and what those need in turn."""
    found: set[str] = set()
    waiting = list(_needed("ciextract", {extra} if extra else set()))
    while waiting:
        name, inner = waiting.pop()
        if name == "ciextract":
            waiting += _needed("ciextract", inner)
        elif name not in found and _installed(name):
            found.add(name)
            waiting += _needed(name, inner)
    return found


def _needed(name: str, extras: set[str]) -> Iterator[tuple[str, set[str]]]:
    for requirement in requires(name) or ():
        wanted = _MARKER.search(requirement)
        # Of an extra of ciextract only what is its own: the core has a table of its own.
        if (wanted and wanted[1] in extras) or (not wanted and not (name == "ciextract" and extras)):
            inner = _INNER.search(requirement.partition(";")[0])
            yield _plain(_NAMED.match(requirement)[0]), set(map(str.strip, inner[1].split(","))) if inner else set()


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _installed(name: str) -> bool:
    try:
        return bool(metadata(name))
    except PackageNotFoundError:
        return False


def licence(name: str) -> str:
    """What a library states, as an expression: the licences of its classifiers can be chosen from."""
    said = metadata(name)
    if said.get("License-Expression"):
        return str(said.get("License-Expression"))
    stated = [each for each in said.get_all("Classifier") or () if each.startswith("License ::")]
    stated = stated or [(said.get("License") or "").partition("\n")[0]]
    return " OR ".join(dict.fromkeys(map(_short, stated)))


def _short(stated: str) -> str:
    return next((short for words, short in _NAMES.items() if re.search(words, stated)), "none-stated")


def allows(name: str, allowed: tuple[str, ...]) -> bool:
    """Whether of each part of a library's licence that must be kept one choice is allowed."""
    return all(set(_WORD.findall(part)) & set(allowed) for part in licence(name).split(" AND "))


def makers() -> list[str]:
    """The extras of those who make ciextract."""
    return sorted(set(metadata("ciextract").get_all("Provides-Extra")) - set(USERS))


def page() -> str:
    """The page: the core's libraries, those that each extra adds, and those that only its makers have."""
    core = closure(None)
    added = {extra: closure(extra) - core for extra in USERS}
    users = core.union(*added.values())
    chapters = [_HEAD, *_chapter("ciextract", core)]
    for extra, names in added.items():
        chapters += _chapter(f"ciextract[{extra}]", names)
    chapters += _chapter("Only for those who make ciextract", set().union(*map(closure, makers())) - users)
    return "\n".join(chapters)


def _chapter(title: str, names: set[str]) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| library | licence |\n|---|---|"
    for name in sorted(names):
        yield f"| {name} | {licence(name)}{'' if allows(name, PERMISSIVE) else ' (weak copyleft)'} |"
    yield ""


if __name__ == "__main__":
    everything = set().union(*map(closure, (None, *USERS, *makers())))
    refused = sorted(name for name in everything if not allows(name, PERMISSIVE + WEAK))
    if refused:
        sys.exit(f"neither permissive nor weak: {', '.join(refused)}")
    PAGE.write_text(page(), encoding="utf-8")
