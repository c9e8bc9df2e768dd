"""Nothing comes in; which parts work, and which files of defaults count, goes to standard output. Nothing is mended."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from ciextract.cli.configuration import defaults, found, places
from ciextract.cli.streams import emit
from ciextract.errors import BadConfiguration, CiextractError
from ciextract.printing import printable

_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)\s*([^;]*)(?:;.*extra\s*==\s*['\"]([\w-]+)['\"])?")
_OF_MAKERS = frozenset({"dev", "fixtures", "package"})
_PROBE = b"Report of a joint inspection\n\nMost staff agreed.\n"


def doctor() -> int:
    """Say which parts are installed and working, and which files of defaults count.

    \b
    Examples:
      ciextract doctor

    Every line is a part and what is to be said of it. The exit code is 9 where a part that is needed does not work.
    """
    reading = _reading()  # before a parser is imported here
    parts = [_defaults(), reading, *_parts()]
    emit("".join(f"{printable(line)}\n" for line in [*_program(), *_places(), *map(str, parts)]).encode())
    return 0 if all(part.fine for part in parts) else BadConfiguration.exit_code


@dataclass(frozen=True, slots=True)
class _Part:
    """A part, what is to be said of it, and whether all is well."""

    name: str
    said: str
    fine: bool = True

    def __str__(self) -> str:
        return f"{self.name}: {self.said}"


def _program() -> Iterator[str]:
    from ciextract import __version__

    yield f"ciextract: {__version__}"
    yield f"python: {sys.version.split()[0]} on {sys.platform}"


def _places() -> Iterator[str]:
    used = found()
    for path in places():
        yield f"defaults: {path}: {'used' if path in used else 'not there'}"


def _defaults() -> _Part:
    from ciextract.cli.app import group

    try:
        defaults(group())
    except BadConfiguration as error:
        return _Part("defaults", f"{error.what}; {error.remedy}", fine=False)
    return _Part("defaults", "can be used")


def _reading() -> _Part:
    from ciextract.batch.alone import alone
    from ciextract.batch.limits import Limits
    from ciextract.batch.messages import Options, Request
    from ciextract.batch.work import record_of

    try:
        alone(record_of, Request(0, "", "probe", Options(), _PROBE), Limits())
    except CiextractError as error:
        return _Part("reading in a process of its own", f"{error.what}; {error.remedy}", fine=False)
    return _Part("reading in a process of its own", "works")


def _parts() -> Iterator[_Part]:
    """The libraries that are needed or can be used, but for those of the makers."""
    from importlib import metadata  # every command waits for this module, none for that one

    modules = {name: module for module, names in metadata.packages_distributions().items() for name in names}
    for requirement in metadata.requires("ciextract") or ():
        match = _REQUIREMENT.match(requirement)
        if match is not None and match[3] not in _OF_MAKERS:
            yield _library(match[1], match[2].strip(), match[3], modules.get(match[1], match[1]))


def _library(name: str, wanted: str, extra: str | None, module: str) -> _Part:
    from importlib import metadata

    shown = f"{name} (for {extra})" if extra else name
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        advice = f"pip install 'ciextract[{extra}]'" if extra else "pip install ciextract"
        return _Part(shown, f"not installed, {wanted} is wanted; {advice}", fine=extra is not None)
    try:
        import_module(module)
    except Exception as error:
        return _Part(shown, f"{version} is broken ({type(error).__name__}); install it again", fine=extra is not None)
    return _Part(shown, f"{version} works, {wanted} is wanted")
