"""Names of inputs in, names of outputs out: inside the output folder and good on every file system."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from ciextract.unseen import unseen

LONGEST = 255
"""Bytes of one name on the usual file systems."""
ENDING = ".json"
STATE = ".ciextract"
"""The folder of a batch's own files."""
_HASH = 16
# What Windows allows in no name; a percent sign that would read as an escape of ours.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]|%(?=[0-9A-Fa-f]{2})')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_SPECIAL_ENDS = re.compile(r"^[-~](?=.)|^-$|[. ]$")


def output_names(names: Sequence[str]) -> list[str]:
    """For each input's relative name the relative path of its record.

    Names that a file system may take for one, as they differ in case or in how accents are written, are told apart.

    An output name that two inputs have is returned twice: the caller refuses it.
    """
    plain = [output_name(name) for name in names]
    alike = Counter(map(_folded, set(plain)))
    return [
        _marked(output, name) if alike[_folded(output)] > 1 else output
        for name, output in zip(names, plain, strict=True)
    ]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())


def output_name(name: str) -> str:
    """The relative path of the record of an input, from its own relative path."""
    parts = [part for part in name.split("/") if part]
    folders = [safe(part) for part in parts[:-1]]
    return "/".join([*folders, safe(parts[-1] if parts else "%", ENDING)])


def safe(name: str, ending: str = "") -> str:
    """One name that every file system takes, with the ending: never empty, ``..``, or longer than 255 bytes."""
    escaped = unseen().sub(_percent, _FORBIDDEN.sub(_percent, name))
    escaped = _SPECIAL_ENDS.sub(_percent, escaped) or "%00"
    if _DEVICES.match(escaped) or escaped.casefold().startswith(STATE):
        escaped = f"%{ord(escaped[0]):02X}{escaped[1:]}"
    return _short(escaped, name, ending)


def _short(escaped: str, name: str, ending: str) -> str:
    if len(os.fsencode(escaped)) + len(ending) <= LONGEST:
        return escaped + ending
    kept = os.fsencode(escaped)[: LONGEST - len(ending) - _HASH - 1].decode("utf-8", "ignore")
    return f"{kept}~{_hash(name)}{ending}"


def _marked(output: str, name: str) -> str:
    folder, _, last = output.rpartition("/")
    marked = _short(f"{last.removesuffix(ENDING)}~{_hash(name)}", name, ENDING)
    return f"{folder}/{marked}" if folder else marked


def _hash(name: str) -> str:
    return hashlib.sha256(os.fsencode(name)).hexdigest()[:_HASH]


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogateescape"))
